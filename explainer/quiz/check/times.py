"""The days an option means: "08/2021", "August 2021" and "last month" are one."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from explainer.language.reader import read
from explainer.mention import TimeMention
from explainer.source import Block, Source

_MONTH_YEAR = re.compile(r"(?:in )?(?:(0?[1-9]|1[0-2])[/.](\d{4})|(\d{4})-(0[1-9]|1[0-2]))")
_AROUND = re.compile(r"[^\w]+|\b(?:in|on|at|during|by|since|the|of|every|each|from|until|about)\b")
_SEASONS = {"SP": (3, 4, 5), "SU": (6, 7, 8), "FA": (9, 10, 11), "WI": (12, 1, 2)}


@lru_cache(maxsize=4096)
def period(text: str, published: date | None) -> tuple[str, str] | None:
    """First and last day, ISO, of an option that is a date and nothing else."""
    text = text.strip()
    if len(text) > 60:
        return None
    if found := _MONTH_YEAR.fullmatch(text):
        year, month = int(found[2] or found[3]), int(found[1] or found[4])
        last = monthrange(year, month)[1] if 1 <= year <= 9998 else 28
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}"
    times = [m for m in times_in(text, published) if m.begin and m.end_day]
    rest = text
    for mention in times:
        rest = rest.replace(mention.text, " ", 1)
    if not times or re.sub(r"\b(?:to|and|between)\b", "", _AROUND.sub("", rest)).strip():
        return None
    return str(times[0].begin), str(times[-1].end_day)


# What no time can be told without: a digit, or a word that names a time.
_TIMES = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)?days?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)|(?:spring|summer|autumn|fall|winter|week|month|year|decade|centur|night|morning|"
    r"evening|noon|hour|minute|second|today|yesterday|tomorrow|now|ago|last|next|ies\b|every|past)",
    re.I,
)


@lru_cache(maxsize=4096)
def times_in(text: str, published: date | None) -> tuple[TimeMention, ...]:
    """The times that a short text names."""
    if len(text) > 200 or not _TIMES.search(text):
        return ()
    source = Source(text=text, blocks=(Block(0, len(text), "paragraph"),), published=published)
    return tuple(m for m in read(source).mentions if isinstance(m, TimeMention))


def together(a: str, b: str) -> bool:
    """Whether two times of any year meet: "every June" and "every summer"."""
    one, two = (_months(times_in(text.strip(), None)) for text in (a, b))
    return bool(one and two and one & two)


def _months(times: tuple[TimeMention, ...]) -> frozenset[int]:
    if len(times) != 1 or not (found := re.fullmatch(r"XXXX-(\w\w)", times[0].value)):
        return frozenset()
    if found[1].isdigit():
        return frozenset((int(found[1]),))
    return frozenset(_SEASONS.get(found[1], ()))
