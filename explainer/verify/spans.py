"""Lengths of time that follow from what the source says: from another unit, or from two days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import combinations

from explainer.mention import TimeMention

_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "DE": 3652.5, "CE": 36525.0}
_PART = re.compile(r"(\d+(?:\.\d+)?)(DE|CE|[YMWD])")
_HOURS = re.compile(r"PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?")
_ROUND = 0.03
_ABOUT = 0.15
# "More than three weeks" may be said of up to four and a half.
_OVER = 1.5


def days_of(length: TimeMention) -> float | None:
    """A length of time in days; None where it has none that is fixed ("some years")."""
    hours = _HOURS.fullmatch(length.value)
    if hours:
        each = zip(hours.groups(), (24.0, 1440.0, 86400.0), strict=True)
        return sum(float(number) / part for number, part in each if number)
    parts = _PART.findall(length.value)
    if not parts or "T" in length.value:
        return None
    return sum(float(number) * _DAYS[unit] for number, unit in parts)


def same_length(claim: TimeMention, told: Iterable[TimeMention]) -> bool:
    """ "A year and a half" for "18 months", "more than three weeks" for "23 days"."""
    told = list(told)
    if "X" in claim.value:  # "for months"
        return any(_unit(m) == _unit(claim) or m.begin for m in told)
    mine = days_of(claim)
    lengths = [days_of(m) for m in told if m.type == "duration"]
    return mine is not None and any(_fits(claim, mine, length) for length in lengths if length)


def about_ago(claim: TimeMention, told: Iterable[TimeMention], published: date | None) -> bool:
    """ "Nearly 50 years ago" for a year that is about so far back."""
    if not (_AGO.search(claim.text) and claim.begin and published):
        return False
    back = published.year - int(claim.begin[:4])
    return any(
        m.begin and abs(int(m.begin[:4]) - int(claim.begin[:4])) <= max(1, _ABOUT * back / 2)
        for m in told
    )


_AGO = re.compile(r"\b(?:nearly|almost|about|around|some|over|more than)\b.* years ago", re.I)


def between_days(claim: TimeMention, told: list[TimeMention], published: date | None) -> bool:
    """ "The first in 45 years", where one day is in 1974 and the other in 2019.

    Where the source tells a length of this kind itself, that one counts.
    """
    mine = days_of(claim)
    if mine is None or mine < 1 or any(m.type == "duration" and _unit(m) == _unit(claim)
                                       for m in told):  # fmt: skip
        return False
    days = {date.fromisoformat(m.begin) for m in told if m.begin and m.end_day}
    days |= {published} if published else set()
    return any(_apart(claim, mine, *sorted(pair)) for pair in combinations(days, 2))


def worked_out(claim: TimeMention, told: list[TimeMention], published: date | None) -> bool:
    """ "Two years less" for four years and six; "an hour" between 3:15 and 4:15; "in six years"
    where the first of two days lies six years back, whatever other lengths are told."""
    mine = days_of(claim)
    if claim.type != "duration" or mine is None:
        return False
    lengths = [days for m in told if m.type == "duration" if (days := days_of(m))]
    if any(_fits(claim, mine, abs(a - b)) for a, b in combinations(lengths, 2) if a != b):
        return True
    hours = [datetime.fromisoformat(m.value) for m in told if _AT.fullmatch(m.value)]
    if any(_fits(claim, mine, abs(a - b) / timedelta(days=1)) for a, b in combinations(hours, 2)):
        return True
    return between_days(claim, [m for m in told if m.type != "duration"], published)


_AT = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d")


def _apart(claim: TimeMention, mine: float, first: date, second: date) -> bool:
    if _unit(claim) == "Y" and claim.modifier is None:
        return round(mine / _DAYS["Y"]) == second.year - first.year
    return _fits(claim, mine, float((second - first).days))


def _fits(claim: TimeMention, mine: float, told: float) -> bool:
    modifier = claim.modifier or ""
    if "MORE" in modifier:
        return mine * (1 - _ROUND) < told <= _OVER * mine
    if "LESS" in modifier:
        return told < mine * (1 + _ROUND) and mine <= _OVER * told
    part = _ABOUT if modifier == "APPROX" else _ROUND
    return abs(mine - told) <= part * told


def _unit(length: TimeMention) -> str:
    return length.value[-1:]
