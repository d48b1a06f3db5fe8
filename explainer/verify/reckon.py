"""Numbers that a summary works out from those of its source: what is left, what was added, the
share of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, permutations

from explainer.verify.counted import Number, numbers_of
from explainer.verify.index import Line
from explainer.verify.numbers import close, fits, share_of, unit_kind
from explainer.word_set import word_set

_POINTS = {"percentage point": 1.0, "basis point": 0.01, "point": 1.0, "%": 1.0, "percent": 1.0}
_SMALL_SHARE = 0.05


def reckoned(claim: Line, lines: list[Line]) -> Iterator[int]:
    """Where the numbers of the claim stand that follow from two, or the shares that follow from
    one, of a sentence of the source."""
    told = [numbers_of(line) for line in lines]
    for number in numbers_of(claim):
        if number.vague or any(fits(number, q) for each in told for q in each):
            continue
        if any(_follows(number, each) for each in told) or _in_words(number, lines):
            yield number.start


_NTH = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth"]  # fmt: skip
_TWICE = word_set("double doubled doubles doubling")


def _in_words(number: Number, lines: list[Line]) -> bool:
    """ "Three times" for "the third time", "twice as many" for "has doubled"."""
    lows = [t.low for line in lines for t in line.tokens]
    if number.text.lower() == "twice" and not _TWICE.isdisjoint(lows):
        return True
    if number.thing != "times" or not 1 <= number.value <= len(_NTH):
        return False
    return (_NTH[int(number.value) - 1], "time") in pairwise(lows)


def _follows(number: Number, told: list[Number]) -> bool:
    if any(_in_points(number, q) or _as_share(number, q) for q in told):
        return True
    return any(_of_two(number, one, two) for one, two in permutations(told, 2) if _alike(one, two))


def _of_two(number: Number, one: Number, two: Number) -> bool:
    """The difference or the sum of two numbers of one kind; the part that one is of the other."""
    mine = _points(number)
    if _kind(number) in (_kind(one), _kind(two)) or not number.unit:
        left, more = abs(_points(one) - _points(two)), _points(one) + _points(two)
        if left > 0 and (close(mine, left, 1e-6) or close(mine, more, 1e-6)):
            return True
    if not 0 < number.value < 1 and _kind(number) != "percent":
        return False
    return two.value > 0 and _covers(number, share_of(number), one.value / two.value)


def _as_share(number: Number, told: Number) -> bool:
    """ "More than half" of 54 percent."""
    mine, theirs = share_of(number), share_of(told)
    return 0 < mine < 1 and 0 < theirs < 1 and _covers(number, mine, theirs)


def _covers(number: Number, mine: float, theirs: float) -> bool:
    if number.bound in ("more", "least"):
        return mine <= theirs <= 1.5 * mine
    if number.bound in ("less", "most"):
        return 0.5 * mine <= theirs <= mine
    part = 0.12 if number.bound == "about" else _SMALL_SHARE
    return close(mine, theirs, part)


def _in_points(number: Number, told: Number) -> bool:
    """ "50 basis points" for half a point."""
    if number.unit != "basis point" and told.unit != "basis point":
        return False
    return close(_points(number), _points(told), 1e-6)


def _points(number: Number) -> float:
    return number.value * _POINTS.get(number.unit, 1.0)


def _kind(number: Number) -> str:
    return "percent" if number.unit in _POINTS else unit_kind(number.unit)


def _alike(one: Number, two: Number) -> bool:
    """Of one kind, so that they may be added and taken from one another."""
    return _kind(one) == _kind(two)
