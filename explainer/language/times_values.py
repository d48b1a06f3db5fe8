"""TIMEX3 values: making them from days and units, and the days they cover."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from explainer.language.times_words import MONTHS
from explainer.mention import Precision

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DURATION_UNITS = {
    "second": ("T", 1, "S"), "minute": ("T", 1, "M"), "hour": ("T", 1, "H"), "day": ("", 1, "D"),
    "week": ("", 1, "W"), "fortnight": ("", 2, "W"), "month": ("", 1, "M"), "quarter": ("", 1, "Q"),
    "year": ("", 1, "Y"), "decade": ("", 1, "DE"), "century": ("", 1, "CE"),
    "millennium": ("", 1, "ML"), "weekend": ("", 1, "WE"), "night": ("", 1, "D"),
}  # fmt: skip
_SMALLER = {
    "Y": ("M", 12),
    "TH": ("M", 60),
    "TM": ("S", 60),
    "D": ("H", 24),
}


def season_of(day: date) -> str:
    """Value of the season a day lies in; January and February belong to the winter before."""
    for letter, month in (("FA", 9), ("SU", 6), ("SP", 3)):
        if month <= day.month < month + 3:
            return f"{day.year}-{letter}"
    return f"{day.year if day.month == 12 else day.year - 1}-WI"


def week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def add_months(day: date, months: int) -> date:
    """The first day of the month that lies `months` after the month of `day`."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def shifted(day: date, unit: str, steps: int) -> str:
    """Value of the `unit` that lies `steps` units after the one that holds `day`.

    Raises ValueError or OverflowError where the calendar ends.
    """
    if unit == "day":
        return (day + timedelta(days=steps)).isoformat()
    if unit in {"week", "fortnight"}:
        return week_of(day + timedelta(weeks=steps * (2 if unit == "fortnight" else 1)))
    if unit == "weekend":
        return week_of(day + timedelta(weeks=steps)) + "-WE"
    if unit == "month":
        return add_months(day, steps).isoformat()[:7]
    if unit == "quarter":
        later = add_months(day, 3 * steps)
        return f"{later.year}-Q{(later.month + 2) // 3}"
    if unit == "season":
        return season_of(add_months(day, 3 * steps))
    size = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}[unit]
    year = day.year // size + steps
    if not 0 < year * size < 10000:
        raise ValueError("no such year")
    return f"{year:0{5 - len(str(size))}}"


def duration(count: float | None, unit: str) -> str:
    """TIMEX3 duration; `count` None is a vague number. Halves become smaller units: P3Y6M."""
    time, size, letter = DURATION_UNITS[unit]
    if count is None:
        return f"P{time}X{letter}"
    amount = count * size
    whole = int(amount)
    rest = amount - whole
    if rest and letter in {"DE", "CE"}:
        return duration(amount * (10 if letter == "DE" else 100), "year")
    if rest and time + letter in _SMALLER:
        small, factor = _SMALLER[time + letter]
        inner = round(rest * factor, 4)
        if inner == int(inner):
            start = f"P{time}{whole}{letter}" if whole else f"P{time}"
            if letter == "D":
                start = f"P{whole}DT" if whole else "PT"
            return f"{start}{int(inner)}{small}"
    return f"P{time}{whole if not rest else round(amount, 4)}{letter}"


_TIGHT: tuple[tuple[str, Precision], ...] = (
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d", "minute"),
    (r"\d{4}-\d\d-\d\dT(?:MO|MI|AF|EV|NI|DT)", "part of day"),
    (r"\d{4}-\d\d-\d\d", "day"),
    (r"\d{4}-W\d\d-WE", "weekend"),
    (r"\d{4}-W\d\d", "week"),
    (r"\d{4}-(?:SP|SU|FA|WI)", "season"),
    (r"\d{4}-Q\d", "quarter"),
    (r"\d{4}-H\d", "half"),
    (r"\d{4}-\d\d", "month"),
    (r"\d{4}", "year"),
    (r"\d{3}", "decade"),
    (r"\d\d", "century"),
)
_LOOSE: tuple[tuple[str, Precision], ...] = (
    (r"X.*T\d\d:\d\d", "minute"), (r"X.*T[A-Z]{2}", "part of day"), (r"X.*-WE", "weekend"),
    (r"XXXX-W(?:XX|\d\d)-\d", "day"), (r"XXXX-W", "week"), (r"XXXX-(?:SP|SU|FA|WI)", "season"),
    (r"XXXX-Q", "quarter"), (r"XXXX-H", "half"), (r"XXXX-..-", "day"), (r"XXXX-", "month"),
    (r"XXXX|BC\d{4}", "year"), (r"XXX|BC\d{3}", "decade"), (r"XX|BC\d\d", "century"),
    (r"PT.*M$", "minute"), (r"PT.*H$", "hour"), (r"P.*D$", "day"), (r"P.*WE$", "weekend"),
    (r"P.*W$", "week"), (r"P.*DE$", "decade"), (r"P.*CE$", "century"), (r"P.*Q$", "quarter"),
    (r"P.*M$", "month"), (r"P.*Y$", "year"),
)  # fmt: skip
_SHAPES = tuple((re.compile(shape), precision) for shape, precision in _TIGHT)
_LOOSE_SHAPES = tuple((re.compile(shape), precision) for shape, precision in _LOOSE)


@lru_cache(4096)
def precision_of(value: str) -> Precision:
    """How fine a value is; for durations and sets, their smallest unit."""
    if value[:1].isdigit():
        for shape, precision in _SHAPES:
            if shape.match(value):
                return precision
    for shape, precision in _LOOSE_SHAPES:
        if shape.match(value):
            return precision
    return "vague"


@lru_cache(4096)
def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of a date or time value; None where the value fixes no days."""
    try:
        return _days(value) if value[:1].isdigit() else None
    except (ValueError, OverflowError):
        return None


def said(first: date, last: date) -> str:
    """Days in words: '19 August 2021', '16 to 22 August 2021', '1 March to 31 May 2021'."""
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    start = f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} to {end}" if first.year == last.year else f"{start} {first.year} to {end}"


def _days(value: str) -> tuple[date, date] | None:
    precision = precision_of(value)
    if precision in {"minute", "part of day", "day"}:
        day = date.fromisoformat(value[:10])
        return day, day
    if precision in {"week", "weekend"}:
        monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        first = monday + timedelta(days=5 if precision == "weekend" else 0)
        return first, monday + timedelta(days=6)
    if precision == "century":
        return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)
    if precision == "decade":
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if "X" in value:
        return None
    year = int(value[:4])
    if precision == "year":
        return date(year, 1, 1), date(year, 12, 31)
    if precision == "month":
        month = int(value[5:7])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if precision == "season":
        first = date(year, SEASON_MONTHS[value[5:]], 1)
        return first, add_months(first, 3) - timedelta(days=1)
    size = 3 if precision == "quarter" else 6
    first = date(year, (int(value[6]) - 1) * size + 1, 1)
    return first, add_months(first, size) - timedelta(days=1)
