"""Options that are numbers or dates stand in their order, as item writers are told to put them:
the reader looks for a value, not for the place of a value (Haladyna, Downing and Rodriguez, 2002).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from random import Random
from typing import NamedTuple

from explainer.language.numbers_scan import number_at_or_after, openings
from explainer.language.numbers_written import number_value
from explainer.quiz.option_labels import MONTH, MONTHS


class _Size(NamedTuple):
    """`form` says what can be compared with what: "date 3" for a day, "# weeks" for a length."""

    form: str
    value: tuple[float, ...]


def by_size(texts: Sequence[str]) -> list[int] | None:
    """Indices of the options from the least to the greatest, the earliest to the last; None where
    they are not all values of one form."""
    sizes = [_size(text) for text in texts]
    known = [size for size in sizes if size is not None]
    if len(known) < len(sizes) or len({size.form for size in known}) != 1:
        return None
    return sorted(range(len(known)), key=lambda n: known[n].value)


def evenly(values: Iterable[float], key: float, rng: Random) -> list[float]:
    """Values in an order whose first two leave the key as often the least of three as the one
    between and the greatest."""
    listed = list(values)
    below, above = [v for v in listed if v < key], [v for v in listed if v > key]
    place = rng.randrange(3)
    if place == 0:
        return [*above, *below]
    return [*below, *above] if place == 2 else [*below[:1], *above, *below[1:]]


def _size(text: str) -> _Size | None:
    return _date(text) or _number(text)


_DATES = (
    re.compile(r"(?P<year>\d{4})"),
    re.compile(r"(?:the )?(?P<year>\d{3}0)s"),
    re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{MONTH})(?: (?P<year>\d{{4}}))?"),
    re.compile(rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?"),
)


def _date(text: str) -> _Size | None:
    for number, pattern in enumerate(_DATES):
        if found := pattern.fullmatch(text):
            told = found.groupdict()
            month = MONTHS.index(told["month"]) + 1 if told.get("month") else 0
            value = (float(told.get("year") or 0), float(month), float(told.get("day") or 0))
            form = "".join(part for part in sorted(told) if told[part])
            return _Size(f"date {number} {form}", value)
    return None


def _number(text: str) -> _Size | None:
    number = number_at_or_after(text, openings(text), 0, 0, len(text))
    if number is None or number.start > 0:
        return None
    value = number_value(text[: number.end])
    rest = text[number.end :].strip().removesuffix("s")
    return None if value is None else _Size(f"# {number.sign}{rest}", (value,))
