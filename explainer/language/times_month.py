"""Months, and the year a month without one belongs to."""

from __future__ import annotations

import re
from datetime import date

from explainer.language.times_found import Found, Place
from explainer.language.times_pieces import Pieces, pieces
from explainer.language.times_words import MONTHS, Turn
from explainer.word_set import word_set


def month(place: Place) -> list[Found] | None:
    """A month, with its year where given, else with the year English would understand."""
    t, p = place.tokens, pieces(place)
    if p.month is None or p.day is not None or p.unit_turn is not None:
        return None
    named = t.raw(place.j).istitle() and t.word(place.j) in _EVENTS
    if named and place.codes == "m" and t.code(place.i - 1) == "I":
        return None  # 'the October Revolution'
    year, rule, anchored = year_for(place, p, None)
    if year is None:
        value = f"XXXX-{p.month:02}"
        rule = f"{MONTHS[p.month - 1]} with no year in the text"
    else:
        value = f"{year:04}-{p.month:02}"
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), anchored)]


_EVENTS = word_set(
    "revolution monarchy campaign uprising rising offensive war plot crisis massacre coup putsch "
    "decree decrees theses treaty pact laws crackdown"
)


def year_for(place: Place, p: Pieces, number: int | None) -> tuple[int | None, str, bool]:
    """The year a month (and day) belongs to, with the rule and whether an anchor gave it."""
    month = p.month or 1
    if p.year is not None:
        return p.year, f"'{place.words}' as the calendar gives it", False
    if p.year_turn is not None:
        base, published = place.anchor.base("year", p.year_turn.textual)
        if place.anchor.published is not None and not p.year_turn.textual and p.year_turn.step:
            base, published = place.anchor.published, True  # 'May last year', in a history too
        if base is None:
            return None, "", False
        return (
            base.year + p.year_turn.step,
            f"'{place.words}' {place.counted(base, published)}",
            True,
        )
    if (shared := _shared_year(place, month)) is not None:
        return shared, f"the year of '{place.words}' is that of the date after it, {shared}", False
    if p.month_turn is None:
        place.anchor.leave_limit()
    base, published = place.anchor.base("year", textual=False)
    if p.month_turn and p.month_turn.step and not p.month_turn.textual and place.anchor.published:
        base, published = place.anchor.published, True  # 'last October', in a history too
    if base is None:
        return None, "", False
    if (month, number) == (9, 11) and place.tokens.word(place.j) in _ATTACKS and base.year > 2001:
        return 2001, f"'{place.words}' of the attacks of 2001, as 9/11", False
    if p.month_turn is not None and p.month_turn.textual and p.month_turn.step:
        fine = place.anchor.textual("season")
        if fine is not None:
            step = p.month_turn.step
            beyond = (month - fine.month) * step <= 0
            year = fine.year + (step if beyond else 0)
            return year, f"'{place.words}' counted from the last date in the text", True
    if p.month_turn is not None and p.month_turn.textual and not p.month_turn.step:
        spoken = place.anchor.textual("year") or base
        return spoken.year, f"'{place.words}' in the year last spoken of", True
    told = None if p.month_turn else _told_year(place, month)
    if told is not None:
        return told, f"the year of '{place.words}' is that of the time told of, {told}", True
    if (place.anchor.narrative and base != place.anchor.published) or not published:
        fine = place.anchor.textual("month")
        year = base.year
        if fine is not None and fine.year == year and fine.month - month >= 7:
            year += 1
        if place.anchor.seen and place.anchor.seen[-1] == f"{year}-WI" and month < 12:
            year += 1  # 'the previous winter … in May'
        return (
            year,
            f"the year of '{place.words}' is that of the last date in the text, {year}",
            True,
        )
    year, why = _news_year(place, base, month, number, p.month_turn)
    return year, f"the year of '{place.words}' is {year}: {why} {base.isoformat()}", True


_ATTACKS = word_set("attacks terror terrorist hijackers hijackings")


def _told_year(place: Place, month: int) -> int | None:
    """The year where the sentence, or those just before, tell of another time."""
    anchor = place.anchor
    story = anchor.story_year(month) if place.tense() < 0 else None
    if place.in_old_scene():
        year = anchor.scene[1]
        return story if story == year + 1 else year
    return story


def _is_soon(place: Place, base: date, month: int, number: int) -> bool:
    """Whether the day comes within two months and no past verb stands beside it: of a day nearly
    a year back one would say the year."""
    t = place.tokens
    if "<" in t.codes[max(0, place.i - 3) : place.i]:
        return False
    return (month - base.month) * 30 + number - base.day <= 60


_YEAR_AFTER = re.compile(r"(?:[-~&^2]|,&?|@)[@I]{0,2}(?:r-?)?(?:[do]?O?I?m|m[do]),?Y(?![%U])")


def _shared_year(place: Place, month: int) -> int | None:
    """The year in 'between March and May 1943', for the first month."""
    t = place.tokens
    match = _YEAR_AFTER.match(t.codes, place.j)
    if match is None or (t.code(place.j) == "@" and t.word(place.j) not in {"until", "till"}):
        return None
    later = next(place.number(k) for k in range(*match.span()) if t.codes[k] == "m")
    return place.number(match.end() - 1) - (1 if later < month else 0)


_JUST_PAST = 45


def _news_year(
    place: Place, base: date, month: int, number: int | None, turn: Turn | None
) -> tuple[int, str]:
    ahead = (month, number or base.day) > (base.month, base.day)
    if turn is not None and turn.step == 0:
        return base.year, "the year of the publication date"
    if turn is not None:
        if turn.step > 0:
            return base.year + (0 if month > base.month else 1), "the next after"
        return base.year - (0 if month < base.month else 1), "the last before"
    when = place.tense()
    if when > 0:
        behind = (month, number or 31) < (base.month, base.day)
        if (base.month - month) * 30 + base.day - (number or 31) <= _JUST_PAST:
            behind = False  # 'it runs from July 12 to 21', read on the 18th
        return base.year + (1 if behind else 0), "told as to come, so the next after"
    if when < 0 and not (number and ahead and _is_soon(place, base, month, number)):
        return base.year - (1 if ahead else 0), "told as past, so the last before"
    options = [base.year - 1, base.year, base.year + 1]
    middle = number or 15
    nearest = min(options, key=lambda y: abs((y - base.year) * 365 + (month - base.month) * 30.4
                                             + middle - base.day))  # fmt: skip
    return nearest, "the nearest to"
