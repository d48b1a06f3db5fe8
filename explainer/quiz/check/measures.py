"""Measures in two units: 72 hours are three days, half a kilometre is 500 metres."""

from __future__ import annotations

import re
from functools import lru_cache

from explainer.quiz.check import words
from explainer.quiz.check.lexicon import FILLER
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.words import Said

# Unit, what it measures, how many of the smallest.
_UNITS = {
    name: (kind, size)
    for kind, table in {
        "time": {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800,
                 "fortnight": 1209600},
        "age": {"month": 1, "year": 12, "decade": 120, "century": 1200},
        "length": {"millimetre": 1, "centimetre": 10, "metre": 1000, "kilometre": 1000000,
                   "millimeter": 1, "centimeter": 10, "meter": 1000, "kilometer": 1000000,
                   "mm": 1, "cm": 10, "m": 1000, "km": 1000000},
        "mass": {"gram": 1, "kilogram": 1000, "kilo": 1000, "kg": 1000, "tonne": 1000000},
    }.items()
    for name, size in table.items()
}  # fmt: skip
_HALF = re.compile(r"\b(?:half an?|an? half)\b", re.I)
_AND_A_HALF = re.compile(r"\band a half\b", re.I)


def measured_at(token: Token, said: Said) -> frozenset[tuple[str, float]]:
    """What a number measures by the unit right after it; "two decades" is 240 months."""
    after = re.match(r"[ -]([a-z]+)", said.text[token.end :])
    unit = after and _UNITS.get(after[1], _UNITS.get(after[1].removesuffix("s")))
    if not unit or token.atom is None or token.atom[0] != "number":
        return frozenset()
    return frozenset(((unit[0], token.atom[1] * unit[1]),))


@lru_cache(maxsize=1024)
def measures_in(text: str) -> frozenset[tuple[str, float]]:
    """All that a text measures by a number and its unit, "a century" and "half a year" included."""
    said = words.read(text)
    found = {one for token in said.tokens for one in measured_at(token, said)}
    for part in _ONE.finditer(text):
        if (kind := _UNITS.get(part[2].casefold())) is not None:
            found.add((kind[0], (0.5 if part[1] else 1.0) * kind[1]))
    return frozenset(found)


_ONE = re.compile(r"\b(half )?an? ([a-z]+)\b", re.I)


@lru_cache(maxsize=4096)
def measure(text: str) -> tuple[str, float] | None:
    """What an answer measures and how much of it; None if it is no one number with its unit."""
    said = words.read(_AND_A_HALF.sub(" ", _HALF.sub(" ", text)))
    numbers = [t.atom[1] for t in said.tokens if t.atom and t.atom[0] == "number"]
    rest = [t.text.casefold() for t in said.tokens if not t.atom]
    units = [_UNITS[u] for w in rest if (u := w if w in _UNITS else w.removesuffix("s")) in _UNITS]
    beside = [w for w in rest if w not in FILLER and w.removesuffix("s") not in _UNITS]
    if len(units) != 1 or beside or len(numbers) > 1:
        return None
    half = 0.5 * bool(_HALF.search(text) or _AND_A_HALF.search(text))
    if not numbers and not half and not re.match(r"\W*(?:an?|one)\b", text, re.I):
        return None
    count = numbers[0] + half if numbers else half or 1.0
    kind, size = units[0]
    return kind, count * size
