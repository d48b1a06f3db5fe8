"""Points counted off by a length of time: 'two weeks ago', 'a year earlier'."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from explainer.language.times_found import Found, Place
from explainer.language.times_spans import counted_units
from explainer.language.times_values import (
    add_months,
    days_of,
    precision_of,
    shifted,
)
from explainer.word_set import word_set


def ago(place: Place) -> list[Found] | None:
    """'twenty years ago', 'a year earlier', 'two days later', 'the day before', 'year-ago'."""
    t = place.tokens
    i = place.start()
    place = Place(t, place.anchor, i, place.j)
    last = place.j - 1
    word = t.word(last)
    units = counted_units(place)
    if not units:
        return None
    k, number = units[0]
    if number is not None and "&iH" in place.codes:
        number += 0.5  # 'a century and a half ago'
    unit = place.unit(k)
    step = 1 if t.values[last] == 1 else -1
    textual = t.codes[last] == "k"
    if word in {"before", "after", "previously", "hence"} and not ends_phrase(place):
        return None
    if word in {"before", "after"} and t.codes[i] in "uU":
        return None
    if t.codes[i] == "u" and "-" not in place.codes:
        return None
    if word in {"before", "after"} and t.word(place.j) == "that":
        place = Place(t, place.anchor, i, place.j + 1)  # 'two days after that'
    vague = "FUTURE_REF" if step > 0 else "PAST_REF"
    if number is None:
        return [Found("date", vague, i, place.j, f"'{place.words}': how far is not said",
                      place.modifier())]  # fmt: skip
    if textual and unit in _YEARS and place.anchor.year_bc:
        return _before_christ(place, int(number * step * _YEARS[unit]))
    base, published = place.anchor.base(unit, textual)
    if base is None and textual:
        base, published = place.anchor.base("day" if unit in {"hour", "minute"} else unit, False)
    if word == "ago" and place.anchor.published is not None:
        base, published = place.anchor.published, True
    if textual and published and step > 0 and place.anchor.textual(unit) is None:
        base = None if place.tense() < 0 else base  # told as past, it is not after today
    today = place.anchor.published
    if textual and step < 0 and base is not None and today is not None and base > today:
        base = place.anchor.textual(unit, today) or today  # not from a day yet to come
    mod = place.modifier()
    if textual and unit in _IN_DAYS:
        told = place.anchor.coarser(unit)
        if told and (value := _within(told, number * step * _IN_DAYS[unit])):
            rule = f"'{place.words}' counted from {told}, the last date in the text"
            return [Found("date", value, i, place.j, rule, mod, True)]
    if base is None:
        return [Found("date", vague, i, place.j, f"'{place.words}': no date to count from", mod)]
    value = _counted_off(base, unit, number * step)
    if unit in {"hour", "minute"} and textual and (exact := _clocked(place, unit, number * step)):
        value = exact
    if value is None:
        return [Found("date", vague, i, place.j, f"'{place.words}': beyond the calendar", mod)]
    kind = "time" if "T" in value else "date"
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("time" if kind == "time" else "date", value, i, place.j, rule, mod, True)]


def ago_on(place: Place) -> list[Found] | None:
    """'a year ago today', 'two weeks ago Tuesday': the very day, so long before publication."""
    t, last = place.tokens, place.j - 1
    base, published = place.anchor.base("day", textual=False)
    units = counted_units(Place(t, place.anchor, place.i, last))
    said = t.values[last]
    if base is None or t.word(last - 1) != "ago" or len(units) != 1 or not units[0][1]:
        return None
    unit, count = place.unit(units[0][0]), units[0][1]
    if unit in _YEARS:
        then = base.replace(year=base.year - int(count * _YEARS[unit]))
    elif unit == "month":
        then = add_months(base, -int(count)).replace(day=base.day)
    else:
        then = base - timedelta(days=int(count * _IN_DAYS.get(unit, 0)))
    if not isinstance(said, int) or then == base:
        return None
    if t.codes[last] == "D":
        then += timedelta(days=said)
    else:
        then += timedelta(days=(said - then.weekday() + 3) % 7 - 3)
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("date", then.isoformat(), place.i, place.j, rule, None, True)]


def _within(told: str, steps: float) -> str | None:
    """The month, or the year, so many days after the middle of one: 'in May … a week later'."""
    days = days_of(told)
    if days is None:
        return None
    middle = days[0] + (days[1] - days[0]) / 2
    return (middle + timedelta(days=steps)).isoformat()[: len(told)]


_IN_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def _before_christ(place: Place, years: int) -> list[Found] | None:
    """Years counted from one before the common era, where there is no year 0."""
    last = place.anchor.year_bc
    left = last - years
    value = f"BC{left:04}" if left > 0 else f"{1 - left:04}"
    rule = f"'{place.words}' counted from {last} BC, the last year in the text"
    return [Found("date", value, place.i, place.j, rule, place.modifier(), True)]


def _clocked(place: Place, unit: str, steps: float) -> str | None:
    """Counted from the last clock time in the text, if the last date had one."""
    last = place.anchor.seen[-1] if place.anchor.seen else ""
    if precision_of(last) != "minute" or last.endswith("T24:00"):
        return None
    moment = datetime.fromisoformat(last) + timedelta(
        hours=steps * (1 if unit == "hour" else 1 / 60)
    )
    return moment.isoformat()[:16]


_SUBJECTS = word_set("he she it they we i a an his her its their")


def ends_phrase(place: Place) -> bool:
    """Whether a noun that the words before would count from is missing behind them."""
    if place.tokens.word(place.j) == "that":
        follower = place.tokens.word(place.j + 1)
        return place.tokens.code(place.j + 1) in {"", *";,&@I<"} or follower in _SUBJECTS
    after = place.tokens.code(place.j)
    return after in {"", ";", ",", "&", "@", "<"} and place.tokens.word(place.j) not in {
        "'",
        '"',
        "(",
        "$",
    }


def _counted_off(base: date, unit: str, steps: float) -> str | None:
    """Value `steps` units away; a broken number goes by the next smaller unit."""
    if unit in {"hour", "minute", "second"}:
        return shifted(base, "day", int(steps) // 24 if unit == "hour" and abs(steps) >= 24 else 0)
    if steps != int(steps) and unit in _SMALLER:
        unit, size = _SMALLER[unit]
        steps *= size
    if unit in {"decade", "century"}:
        unit, steps = "year", steps * (10 if unit == "decade" else 100)
    try:
        return shifted(base, unit, round(steps))
    except (ValueError, OverflowError, KeyError):
        return None


_SMALLER = {
    "century": ("year", 100),
    "decade": ("year", 10), "year": ("month", 12), "month": ("week", 4.35),
    "week": ("day", 7),
}  # fmt: skip
