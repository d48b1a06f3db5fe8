"""Days: 'Wednesday, 25 August', '8/25/21', 'yesterday', 'last Monday', 'Easter Sunday'."""

from __future__ import annotations

import re
from datetime import date, timedelta

from explainer.language.times_found import Found, Place
from explainer.language.times_holidays import holiday
from explainer.language.times_month import year_for
from explainer.language.times_onward import week_on
from explainer.language.times_pieces import Pieces, full_year, pieces
from explainer.language.times_values import shifted
from explainer.language.times_weekday import weekday_value

_NUMBERS = re.compile(r"\d+")


def day(place: Place) -> list[Found] | None:
    """A day, with its part or hour where given; a month or longer is not for this resolver."""
    p = pieces(place)
    if p.unit_turn and p.unit_turn[0] == "day" and p.weekday is None:
        pass
    elif (
        (p.unit_turn and p.weekday is None and p.deictic is None)
        or (p.year_turn and p.month is None and p.holiday is None)
        or (p.month is not None and p.day is None)
    ):
        return None
    if _names_another(place):
        return day(Place(place.tokens, place.anchor, place.i, place.j - 2))
    if p.part is not None and "O" in place.codes and not _has_day(p):
        return None
    if place.codes[:1] == "D" and p.weekday is not None and "overnight" not in place.words.lower():
        return None
    if place.codes == "Tu" and place.tokens.word(place.i - 1) == "to":
        return [Found("date", "PRESENT_REF", place.i, place.j, "'this day': up to the present")]
    value, rule, anchored = _day_value(place, p)
    if value is None:
        return None
    mod = place.modifier()
    i = place.start()
    following = place.tokens.raw(place.j)
    if place.codes == "Ih" and place.tokens.code(place.j) == "." and following.islower():
        i = place.j - 1  # 'the Christmas season'
    if place.codes == "a" and (later := week_on(place, value)):
        return later
    if p.hour or p.part:
        if len(value) < 8:
            value = "XXXX-XX-XX"
        value = f"{value}T{p.hour or p.part}"
        again = place.said_again()
        return [Found("time", value, i, place.j, rule, mod, anchored, not again)]
    timed = p.numeric is not None and "T" in value
    return [Found("time" if timed else "date", value, i, place.j, rule, mod, anchored)]


def _names_another(place: Place) -> bool:
    """'In July the first battle …': the ordinal belongs to the noun after it."""
    t, last = place.tokens, place.j - 1
    spelled = t.code(last) == "o" and t.raw(last).isalpha() and t.code(last - 1) == "I"
    return spelled and t.code(place.j) in {".", "o", "w", "p", "u"}


def _has_day(p: Pieces) -> bool:
    known = (p.day, p.weekday, p.deictic, p.holiday, p.numeric, p.unit_turn)
    return any(x is not None for x in known)


def _day_value(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    words = f"'{place.words}'"
    if p.numeric is not None:
        return numeric_date(place, p)
    if p.holiday is not None:
        return _holiday_value(place, p)
    if p.deictic == 0 and place.anchor.narrative and not (p.hour or p.part):
        return "PRESENT_REF", f"{words}: the time in which this was written", False
    if p.deictic is not None and p.weekday is None:
        told = p.part == "NI" and p.deictic == 0 and place.anchor.in_old_story()
        base, published = place.anchor.base("day", textual=told)  # 'overnight', in an old story
        if base is None:
            loose = {0: "PRESENT_REF", 1: "FUTURE_REF", -1: "PAST_REF"}
            vague = loose[max(-1, min(1, p.deictic))]
            return (None if p.hour or p.part else vague), f"{words}: no date to count from", False
        value = (base + timedelta(days=p.deictic)).isoformat()
        return value, f"{words} {place.counted(base, published)}", True
    if p.month is not None and p.day is not None:
        return month_day(place, p)
    if p.weekday is not None:
        return weekday_value(place, p)
    if p.unit_turn is not None:
        turn = p.unit_turn[1]
        base, published = place.anchor.base("day", turn.textual)
        after = turn.textual and turn.step > 0 and place.anchor.textual("day") is None
        if base is None or (after and published and place.tense() < 0):
            return None, "", False
        return (
            shifted(base, "day", turn.step),
            f"{words} {place.counted(base, published)}",
            True,
        )
    return None, "", False


def numeric_date(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    """A date in figures; the order of day and month is the document's."""
    text = p.numeric or ""
    clock = text[10:]
    numbers = [int(x) for x in _NUMBERS.findall(text[:10])]
    if len(numbers) != 3:
        return None, "", False
    first, second, third = numbers
    if len(_NUMBERS.findall(text)[0]) == 4:
        year, month, number = first, second, third
        note = "year, month, day"
    else:
        year = third if third > 99 else full_year(third, place.anchor.year())
        swap = first > 12 or (second <= 12 and not (place.anchor.month_first and "." not in text))
        month, number = (second, first) if swap else (first, second)
        note = "day before month, as this text writes" if swap else "month before day"
    try:
        value = date(year, month, number).isoformat()
    except ValueError:
        return None, "", False
    if clock:
        value += "T" + clock[1:6]
    return value, f"'{place.words}' read as {note}", False


def _holiday_value(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    name = (p.holiday or "").replace("’", "'")
    base, _ = place.anchor.base("year", textual=False)
    if name == "new year" and place.tokens.raw(place.j - 1).endswith("year") and base is not None:
        coming = base.year + (base.month > 3 or place.tense() > 0)
        return f"{coming:04}", f"'{place.words}': the year about to begin, or begun", True
    if p.year is not None:
        value = holiday(name, p.year).isoformat()
        return value, f"the day '{place.words}' falls on in {p.year}", False
    if base is None or not 1 < base.year < 9998:
        return None, "", False
    if place.anchor.narrative:
        year = base.year
    else:
        step = p.year_turn.step if p.year_turn else (1 if place.tense() > 0 else -1)
        days = [holiday(name, base.year + k) for k in (-1, 0, 1)]
        year = base.year
        if p.year_turn is None or p.year_turn.step:
            if step > 0:
                year = next((d for d in days if d >= base), days[2]).year
            else:
                year = next(d for d in reversed(days) if d <= base).year
    value = holiday(name, year).isoformat()
    return (
        value,
        f"the day '{place.words}' falls on in {year}, the year taken from the anchor",
        True,
    )


def month_day(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    month, number = p.month or 1, p.day or 1
    year, rule, anchored = year_for(place, p, number)
    if p.weekday is not None and year is not None and anchored:
        fitting = _fitting_year(year, month, number, p.weekday)
        if fitting not in {None, year}:
            year, rule = (
                fitting,
                f"the year near {year} in which '{place.words}' falls on that weekday",
            )
    if year is None:
        if number > 31:
            return None, "", False
        return f"XXXX-{month:02}-{number:02}", f"'{place.words}' with no year in the text", False
    try:
        return date(year, month, number).isoformat(), rule, anchored
    except ValueError:
        return None, "", False


def _fitting_year(near: int, month: int, number: int, weekday: int) -> int | None:
    """The year, `near` or beside it, in which the day falls on `weekday`."""
    for year in (near, near - 1, near + 1):
        try:
            if date(year, month, number).weekday() == weekday:
                return year
        except ValueError:
            continue
    return None
