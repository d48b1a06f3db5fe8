"""Shares in two notations: "half" is 50 percent, "a fifth" 20, "three quarters" 75."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "nine": 9}
_FRACTION = re.compile(
    rf"(?:\b(a|an|one|two|three|four|nine)[ -])?\b({'|'.join(_PARTS)})s?\b", re.I
)
_PERCENT = re.compile(r"\b(\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)?)\s*(?:%|per ?cent\b)", re.I)
_WORDS = {
    "ten": 10, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "seventy-five": 75, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip


@lru_cache(maxsize=2048)
def shares(text: str) -> frozenset[int]:
    """All shares a text names, in whole percent."""
    found = set()
    for match in _FRACTION.finditer(text):
        count, part = (match[1] or "").casefold(), match[2].casefold()
        if part != "half" and not count:
            continue  # "the fifth man"
        found.add(int(100 * _COUNTS.get(count, 1) / _PARTS[part]))
    for match in _PERCENT.finditer(text):
        given = match[1].casefold().replace(",", ".")
        if given in _WORDS:
            found.add(_WORDS[given])
        elif re.fullmatch(r"\d+(?:\.\d+)?", given):
            found.add(int(float(given)))
    return frozenset(found)


def share(text: str) -> int | None:
    """The share that an answer is, "half of it", "50 percent"; None if it is something else."""
    found = shares(text)
    rest = _PERCENT.sub("", _FRACTION.sub("", text))
    beside = re.sub(r"\b(?:of|it|the|them|its|about|exactly|all|that)\b", "", rest, flags=re.I)
    return next(iter(found)) if len(found) == 1 and not re.search(r"\w", beside) else None
