"""Days told by their number in a month: 'on the 11th', 'the 4th of next month', 'June 5-7'."""

from __future__ import annotations

from explainer.language.times_day import month_day
from explainer.language.times_found import Found, Place
from explainer.language.times_pieces import Pieces, pieces
from explainer.language.times_values import add_months
from explainer.word_set import word_set


def ordinal_day(place: Place) -> list[Found] | None:
    """'on the 11th': a day of the month last spoken of."""
    t = place.tokens
    paired = t.word(place.i - 1) == "and" and t.code(place.i - 2) == "o"
    if t.word(place.i - 1) not in _BEFORE_DAYS and not paired:
        return None
    if (value := of_the_month(place)) is None:
        return None
    rule = f"'{place.words}' of the month last spoken of, {value[:7]}"
    return [Found("date", value, place.i, place.j, rule, None, True)]


def of_the_month(place: Place, alone: bool = True) -> str | None:
    """The day of the month last spoken of that the ordinal at the end of `place` names; `alone`
    if nothing but its place in the sentence says that it is a day."""
    t = place.tokens
    number = place.number(place.j - 1)
    ends = t.code(place.j) in {"", ";", ","} or t.word(place.j) in _PRONOUNS
    after = t.raw(place.j)
    ends = ends or (after.islower() and after.endswith("s"))  # 'the 26th shots', not 'floor'
    ends = ends or t.codes[place.j : place.j + 3] in {"&Io", "2Io"}
    ends = ends or (t.code(place.j) == "<" and place.anchor.narrative)
    base = place.anchor.textual("month")
    named = _begins_clause(place)
    if alone and not (ends or named):
        return None
    figures = t.raw(place.j - 1)[0].isdigit()
    spelled = place.anchor.narrative and alone and number > _OF_A_ROW
    if (
        not (figures or (spelled and (not after.islower() or t.word(place.j) in _PRONOUNS)))
        or (t.raw(place.j).istitle() and not named)
        or base is None
        or not 1 <= number <= 31
    ):
        return None
    return base.replace(day=number).isoformat()


def _begins_clause(place: Place) -> bool:
    """'on the 29th Providence burned', but 'on the 29th Division fell …'."""
    t, j = place.tokens, place.j
    told = place.anchor.narrative and t.word(place.i - 1) == "on" and t.code(j + 1) == "<"
    return told and t.raw(j).istitle() and t.word(j) not in _TROOPS


_TROOPS = word_set(
    "division infantry regiment brigade army corps cavalry battalion foot dragoons fleet squadron "
    "artillery panzer armoured armored guards rifles light mountain airborne marines parallel"
)
_OF_A_ROW = 3  # 'on the third' is as often an attempt as a day
_BEFORE_DAYS = word_set("on until till by since before between from to")
_PRONOUNS = word_set("he she they it we i the a an his her their its all both nobody everyone")


def day_of_month(place: Place) -> list[Found] | None:
    """'the 4th of the month', 'the 23rd of that month', 'the 15th of next month'."""
    last = place.j - 1
    number = place.number(place.i + 1)
    if place.unit(last) != "month" or not 1 <= number <= 31:
        return None
    turn = place.turn(place.i + 3, last)
    textual = turn.textual if turn else place.anchor.narrative
    base, published = place.anchor.base("month", textual)
    if base is None:
        return None
    gone = turn is None and place.tense() > 0 and number < base.day
    value = add_months(base, turn.step if turn else int(gone)).replace(day=number).isoformat()
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("date", value, place.i, place.j, rule, None, True)]


def day_list(place: Place) -> list[Found] | None:
    """'June 5-7', '5-7 June 1942': two days that share a month."""
    t, codes = place.tokens, place.codes
    p = Pieces()
    days = [k for k in range(place.i, place.j) if t.codes[k] in "do"]
    if len(days) != 2:
        return None
    if (
        codes[0] == "m"
        and "&" in codes
        and not codes.endswith("Y")
        and t.code(place.j) in {".", "w"}
    ):
        following = t.raw(place.j)
        if t.code(place.j) == "w" or (following.islower() and len(following) > 3):
            return None
    joint = days[0] + 1
    second = Place(t, place.anchor, joint + 1, place.j)
    p = pieces(place)
    found = []
    for k, (i, j) in zip(days, ((place.i, joint), (second.i, second.j)), strict=True):
        p.day = place.number(k)
        value, rule, anchored = month_day(place, p)
        if value is None:
            return None
        found.append(Found("date", value, i, j, rule, None, anchored))
    return found
