"""Dates, times, durations and sets in a text, with TIMEX3 values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from explainer.language.reading import Sentence
from explainer.mention import TimeMention
from explainer.source import Source

_MONTHS = "January February March April May June July August September October November December"
_MONTH = "|".join(_MONTHS.split())
_DAY = re.compile(rf"\b(?:({_MONTH}) (\d{{1,2}})|(\d{{1,2}}) ({_MONTH}))(?:,? (\d{{4}}))?\b")


def find_times(source: Source, sentences: Sequence[Sentence]) -> list[TimeMention]:
    """Every time expression in `sentences`, in order, none overlapping another."""
    found = []
    for sentence in sentences:
        for match in _DAY.finditer(source.text, sentence.start, sentence.end):
            mention = _day(match, source.published)
            if mention is not None:
                found.append(mention)
    return found


def _day(match: re.Match[str], published: date | None) -> TimeMention | None:
    month = _MONTHS.split().index(match[1] or match[4]) + 1
    year = match[5] or (str(published.year) if published else "XXXX")
    value = f"{year}-{month:02}-{int(match[2] or match[3]):02}"
    day = None if "X" in value else value
    return TimeMention(
        type="date", start=match.start(), end=match.end(), text=match[0], value=value,
        precision="day", begin=day, end_day=day, rule="a day of the calendar",
        anchored=match[5] is None and published is not None,
    )  # fmt: skip


def time_value(text: str, anchor: date | None = None) -> TimeMention | None:
    """What the whole of `text` means as a time, or None if it is none."""
    match = _DAY.fullmatch(text.strip())
    return _day(match, anchor) if match else None


def same_time(a: str, b: str, anchor: date | None = None) -> bool | None:
    """Whether two texts (or TIMEX3 values) mean the same time; None if one is no time."""
    first, second = time_value(a, anchor), time_value(b, anchor)
    one = first.value if first else a
    other = second.value if second else b
    return one == other if first or second else None
