"""Weeks, months and other periods pointed at: 'last week', 'the end of the year'."""

from __future__ import annotations

import re
from datetime import date, timedelta

from explainer.language.times_anchor import nearest_weekday
from explainer.language.times_day import day
from explainer.language.times_found import Found, Place
from explainer.language.times_holidays import nth_weekday
from explainer.language.times_month import month
from explainer.language.times_values import (
    days_of,
    duration,
    shifted,
)
from explainer.language.times_words import Turn
from explainer.language.times_years import year
from explainer.word_set import word_set

_UNIT_CUES = word_set(
    "in of for during on by over throughout within earlier later at until through before "
    "since"
)  # fmt: skip
_THROUGHOUT = frozenset(["over", "within", "throughout", "for"])  # 'over the next decade'
_NOT_THE = word_set("of after before when that who i we he she they it you")


def turn_unit(place: Place) -> list[Found] | None:
    """'last week', 'early next year', 'the following month', 'this weekend'."""
    t = place.tokens
    k = next(n for n in range(place.j - 1, place.i - 1, -1) if t.codes[n] in "ueQ")
    place = Place(t, place.anchor, place.i, k + 1)
    turn = place.turn(place.i, k)
    unit = place.unit(k)
    if turn is None or unit in {"second", "minute", "hour", "millennium"}:
        return None
    latest = t.word(k - 1) == "latest" and unit in {"week", "month"}
    the_last = not latest and t.codes[k - 1] in "lL" and t.code(k - 2) == "I" and not turn.textual
    if the_last and unit not in {"weekend", "quarter", "century"}:
        return None
    vague = t.codes[k - 1] == "L" and not turn.textual and not latest
    if vague and unit not in {"weekend", "quarter"}:
        return None
    if t.word(place.i) == "that" and unit not in {"day", "week", "month", "year", "weekend"}:
        return None
    if turn.textual and unit == "year" and (last := place.anchor.year_bc) > 1:
        value = f"BC{last - turn.step:04}"
        rule = f"'{place.words}' counted from {last} BC, the last year in the text"
        return [Found("date", value, place.start(), place.j, rule, place.modifier(), True)]
    if place.codes == "Ix" + t.codes[k] and t.word(place.i - 1) in _THROUGHOUT:
        rule = f"'{place.words}' as a length of time"
        return [Found("duration", duration(1, unit), place.i, place.j, rule)]
    base, published = place.anchor.base(unit, turn.textual)
    of_today = place.codes[0] in "lx" or (place.codes[0] == "T" and place.tense() > 0)
    if place.anchor.published is not None and of_today and not turn.textual:
        base, published = place.anchor.published, True  # 'last month', in a history too
    if turn.textual and published and turn.step > 0 and place.anchor.textual(unit) is None:
        base = None if place.tense() < 0 else base  # told as past, it is not after today
    if base is None:
        value, anchored = _loose(unit, turn), False
    else:
        value, anchored = _turned(base, unit, turn), True
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), anchored)]


def _turned(base: date, unit: str, turn: Turn) -> str:
    steps = turn.step
    if unit == "weekend" and steps < 0 and base.weekday() == 6:
        steps -= 0
    return shifted(base, unit, steps)


def _loose(unit: str, turn: Turn) -> str:
    known = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
             "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX"}  # fmt: skip
    if turn.textual:
        return known.get(unit, "XXXX")
    return {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[turn.step]


def the_unit(place: Place) -> list[Found] | None:
    """'the weekend', 'the end of the year', 'in the quarter': the one spoken of."""
    t = place.tokens
    k = place.j - 1
    unit = place.unit(k)
    before, after = t.word(place.i - 1), t.word(place.j)
    bare = place.codes == "I" + t.codes[k]
    if unit not in {"day", "week", "weekend", "month", "quarter", "year", "decade", "century"}:
        return None
    if (
        (after in _NOT_THE and (bare or after == "of"))
        or t.code(place.j) in {"-", "a"}
        or (bare and before not in _UNIT_CUES)
    ):
        return None
    if bare and unit == "day" and t.word(place.i - 2) == "back":
        return None  # 'back in the day'
    if bare and unit == "day" and before not in {"in", "of", "on", "during", "for", "throughout"}:
        return None
    if bare and before == "on" and unit != "day":
        return None  # prices are up 'on the month'
    if unit == "quarter" and place.anchor.published is None:
        return None
    base, published = place.anchor.base(unit, textual=unit not in {"weekend", "day"})
    if unit == "day" and place.codes[:1] == "k" and (named := place.anchor.day_spoken_of()):
        base, published = named, False  # 'earlier in the day'
    if after in {"ended", "ending", "ends"} and (closed := _closing(place)):
        value = shifted(closed, unit, 0)
        return [Found("date", value, place.start(), place.j, f"the {unit} that ends {closed}")]
    if unit == "day" and place.anchor.narrative is False and base is None:
        return None
    if (
        unit in {"week", "month", "quarter", "year"}
        and place.anchor.published is not None
        and (not place.anchor.narrative)
    ):
        base, published = place.anchor.published, True
    if unit == "month" and place.codes[0] == "k" and place.anchor.story_year(12) is not None:
        base, published = place.anchor.textual("month"), False  # 'later in the month', of old
    if base is None:
        return None
    steps = 0
    if unit == "quarter" and bare and published and place.tense() < 0:
        steps = -1 if base.month % 3 else 0  # told of soon after it ended
    if unit == "weekend" and base.weekday() < 5 and place.tense() <= 0:
        steps = -1
    rule = f"'{place.words}' {place.counted(base, published)}"
    value = shifted(base, unit, steps)
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), True)]


def before_last(place: Place) -> list[Found] | None:
    """'the week before last', 'the month after next', 'the night before last': two steps away."""
    t, last = place.tokens, place.j - 1
    steps = {("before", "last"): -2, ("after", "next"): 2}.get((t.word(last - 1), t.word(last)))
    night = t.codes[place.i + 1] == "p"
    if steps is None or t.code(place.j) in {"u", "a", "m", "s", "U"}:
        return None
    unit = "day" if night else place.unit(place.i + 1)
    if t.codes[place.i + 1] == "a":
        return _weekday_before_last(place, steps)
    base, published = place.anchor.base(unit, textual=False)
    if base is None or unit in {"second", "minute", "hour", "millennium"}:
        return None
    value = shifted(base, unit, steps) + (f"T{t.values[place.i + 1]}" if night else "")
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("time" if night else "date", value, place.i, place.j, rule, None, True)]


def _weekday_before_last(place: Place, steps: int) -> list[Found] | None:
    """'the Sunday before last'."""
    base, published = place.anchor.base("day", textual=False)
    if base is None:
        return None
    way = 1 if steps > 0 else -1
    near = nearest_weekday(base + timedelta(days=way), place.number(place.i + 1), way)
    value = (near + timedelta(weeks=way)).isoformat()
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("date", value, place.i, place.j, rule, None, True)]


def fiscal(place: Place) -> list[Found] | None:
    """'this fiscal', 'the last fiscal', as Indian English leaves the year out."""
    k = place.j - 1
    turn = place.turn(place.i, k)
    base, published = place.anchor.base("year", textual=False)
    if turn is None or base is None or place.tokens.word(k) not in {"fiscal", "financial"}:
        return None
    if place.tokens.code(place.j) not in {"", *";,@&<>"}:
        return None  # 'this fiscal crisis'
    begun = base.year - (base.month < 4)  # it runs from April to March
    rule = f"'{place.words}' {place.counted(base, published)}, from April to March"
    return [Found("date", f"{begun + turn.step}", place.i, place.j, rule, None, True)]


def _closing(place: Place) -> date | None:
    """The day in 'the quarter ended Sept. 30'."""
    t = place.tokens
    start = next((k for k in range(place.j + 1, place.j + 4) if t.code(k) in {"m", "d"}), None)
    match = _CLOSING.match(t.codes, start) if start is not None else None
    if match is None:
        return None
    closing = Place(t, place.anchor, *match.span())
    found = day(closing) or month(closing)
    days = days_of(found[0].value) if found else None
    return days[0] if days else None


_CLOSING = re.compile(r"(?:md?|dm)(?:,?Y)?")


def within(place: Place) -> list[Found] | None:
    """'the week of August 16', 'the last day of July', 'the first Monday of May'."""
    t = place.tokens
    head = next(k for k in range(place.i, place.j) if t.codes[k] in "uea")
    joint = next(k for k in range(head, place.j) if t.codes[k] in "O@")
    if t.codes[joint] == "@" and t.word(joint) != "in":
        return None
    rest = Place(t, place.anchor, joint + 1, place.j)
    if "u" in rest.codes:
        found = (
            turn_unit(rest) if {"T", "l", "L", "x", "F", "t"} & {*rest.codes} else the_unit(rest)
        )
    else:
        reader = day if "d" in rest.codes or "o" in rest.codes else month
        found = (year if rest.codes == "Y" else reader)(rest)
    days = days_of(found[0].value) if found else None
    if (
        not found
        or days is None
        or (t.codes[head] == "u" and place.unit(head) not in _WITHIN[rest.codes == "Y"])
    ):
        return None
    first, last = days
    which = place.number(head - 1) if head > place.i and t.codes[head - 1] == "o" else -1
    if t.codes[head] == "a":
        value = nth_weekday(first.year, first.month, place.number(head), which).isoformat()
    elif found[0].value == first.isoformat():
        value = shifted(first, place.unit(head), 0)
    elif place.unit(head) == "month":
        value = f"{first.year:04}-{12 if which < 0 else which:02}"
    elif place.unit(head) == "day":
        value = (last if which < 0 else first + timedelta(days=which - 1)).isoformat()
    else:
        value = shifted(
            last if which < 0 else first + timedelta(days=7 * which - 4), place.unit(head), 0
        )
    rule = f"'{place.words}': {found[0].rule}"
    return [Found("date", value, place.i, place.j, rule, None, found[0].anchored)]


_WITHIN = ({"day", "week"}, {"day", "week", "month"})


def turn_of(place: Place) -> list[Found] | None:
    """'the turn of the century'."""
    t = place.tokens
    k = place.j - 1
    start = next(n for n in range(place.i, place.j) if t.codes[n] == "b")
    if t.values[start] != "turn" or place.unit(k) not in {"century", "millennium", "decade"}:
        return None
    if t.codes[k - 1] == "o":
        value = f"{place.number(k - 1) - 1:02}"
    else:
        base, published = place.anchor.base("century", textual=True)
        if base is None:
            return None
        unit = "century" if place.unit(k) == "millennium" else place.unit(k)
        if unit == "century" and not published and base.year % 100 > 50:
            base = base.replace(year=base.year + 50)  # after the nineties the century turns
        value = shifted(base, unit, 0)
    rule = f"the beginning of the period whose years begin with {value}"
    return [Found("date", value, place.i, place.j, rule, "START", True)]


def year_end(place: Place) -> list[Found] | None:
    """'year-end', 'month end'."""
    if place.tokens.values[place.j - 1] != "END" or not {"-", "'"} & {*place.codes}:
        return None
    unit = place.unit(place.j - 3)
    if unit not in {"year", "month", "week"}:
        return None
    told = place.tense() < 0 and place.anchor.in_old_story()
    base, published = place.anchor.base(unit, textual=told)
    if base is None:
        return None
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("date", shifted(base, unit, 0), place.i, place.j, rule, "END", True)]
