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


def reckoned(claim: Line, evidence: list[Line], near: list[Line]) -> Iterator[int]:
    """Where the numbers of the claim stand that follow from two, or the shares that follow from
    one, of a sentence of the source, or from two of one kind in sentences beside each other."""
    told = [numbers_of(line) for line in evidence]
    around = [numbers_of(line) for line in near]
    for number in numbers_of(claim):
        if number.vague:
            continue
        if any(fits(number, q) for each in told for q in each):
            known = number.unit == "percentage point" and _of_levels(number, around)
        else:
            known = any(_follows(number, each) for each in told) or _in_words(number, evidence)
            known = known or any(fits(number, q) for each in around for q in each)
            known = known or _beside(number, around) or _cut_short(number, claim, around)
            known = known or _is_part_of(number, around)
        if known or _lists(number, near):
            yield number.start


def times_over(claim: Line, near: list[Line]) -> Iterator[int]:
    """Where "twice as many" stands of two numbers that are so to one another."""
    around = [numbers_of(line) for line in near]
    for number in numbers_of(claim):
        if _is_factor(number) and (
            any(_is_part(number, q) for each in around for q in each)
            or any(_of_two(number, one, two) for one, two in _pairs(around))
        ):
            yield number.start


def _pairs(around: list[list[Number]]) -> Iterator[tuple[Number, Number]]:
    """Two numbers of one kind or thing in one sentence, or in two next to each other."""
    for at, each in enumerate(around):
        both = [*each, *(around[at + 1] if at + 1 < len(around) else ())]
        for one, two in permutations(both, 2):
            same = one.thing == two.thing or not (one.thing and two.thing)
            if _alike(one, two) and (_kind(one) or same):
                yield one, two


def _beside(number: Number, around: list[list[Number]]) -> bool:
    """A number too large to come about by chance."""
    telling = bool(_kind(number)) or number.value >= _LARGE
    return telling and any(_left_or_sum(number, one, two) for one, two in _pairs(around))


_LARGE = 20


def _is_part_of(number: Number, around: list[list[Number]]) -> bool:
    """ "475 million", a quarter of 1.9 billion."""
    for at, each in enumerate(around):
        both = [*each, *(around[at + 1] if at + 1 < len(around) else ())]
        for part, whole in permutations(both, 2):
            share = share_of(part)
            kind = _kind(whole) in (_kind(number), "") and _kind(whole) != "percent"
            if 0 < share < 1 and kind and number.value >= _LARGE:
                exact = close(number.value, share * whole.value, _SMALL_SHARE / 10)
                if exact or (number.bound and _nearly(number, number.value, share * whole.value)):
                    return True
    return False


def _of_levels(number: Number, around: list[list[Number]]) -> bool:
    """Points between two shares: "14 points" of 78 and 64 percent."""
    levels = [[q for q in each if q.unit in ("percent", "%")] for each in around]
    return any(_left_or_sum(number, one, two) for one, two in _pairs(levels))


def _cut_short(number: Number, claim: Line, around: list[list[Number]]) -> bool:
    """ "By four million and not by twelve"."""
    scales = [m for m in (1e3, 1e6, 1e9) if any(n.value >= m for n in numbers_of(claim))]
    plain = not number.unit and not number.thing and number.value < 1000
    return plain and any(
        close(number.value * m, q.value, 1e-9) for m in scales for each in around for q in each
    )


def _lists(number: Number, near: list[Line]) -> bool:
    """ "Three countries" of "Kenya, Ghana and Mali"."""
    return not _kind(number) and any(number.value in _lengths(line) for line in near)


def _lengths(line: Line) -> set[int]:
    """How many names each list of a sentence has."""
    found, count = set(), 0
    tags = [t.tag for t in line.tokens]
    for at, tag in enumerate(tags):
        if tag != "NAME":
            continue
        count += 1
        if tags[at + 1 : at + 3] == ["C", "NAME"]:
            found.add(count + 1)
        if tags[at + 1 : at + 3] != [",", "NAME"]:
            count = 0
    return found


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
    """The difference or the sum of two numbers of one kind; the part that one is of the other, or
    by which one is less; how many times it is the other."""
    if _left_or_sum(number, one, two):
        return True
    if not 0 < number.value < 1 and _kind(number) != "percent" and not _is_factor(number):
        return False
    if two.value <= 0 or one.value <= 0:
        return False
    if _is_factor(number):
        return _covers(number, number.value, one.value / two.value)
    mine, theirs = share_of(number), one.value / two.value
    return _covers(number, mine, theirs) or _covers(number, mine, abs(1 - theirs))


def _left_or_sum(number: Number, one: Number, two: Number) -> bool:
    if _kind(number) not in (_kind(one), _kind(two)) and number.unit:
        return False
    mine = _points(number)
    left, more = abs(_points(one) - _points(two)), _points(one) + _points(two)
    if left > 0 and number.bound in ("more", "less", "about", "least", "most"):
        return any(_nearly(number, mine, value) for value in (left, more))
    return left > 0 and (close(mine, left, 1e-6) or close(mine, more, 1e-6))


def _nearly(number: Number, mine: float, theirs: float) -> bool:
    """Rounded as a writer rounds: "more than 16,000" of 16,500."""
    if number.bound in ("more", "least"):
        return _ROUNDED * theirs <= mine <= theirs
    if number.bound in ("less", "most"):
        return _ROUNDED * mine <= theirs <= mine
    return close(mine, theirs, 1 - _ROUNDED)


_ROUNDED = 0.9


def _is_factor(number: Number) -> bool:
    """ "Twice", "three times"."""
    return number.text.lower().startswith("twice") or (
        number.value > 1 and (number.thing == "times" or number.unit == "time")
    )


def _is_part(number: Number, told: Number) -> bool:
    """ "More than twice" of what is "less than half"."""
    turned = {"more": "less", "less": "more", "least": "most", "most": "least"}
    bound = turned.get(number.bound or "", number.bound)
    return 0 < told.value < 1 and close(1 / number.value, told.value, 0.01) and bound == told.bound


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
    bare = any(not n.unit and not n.thing for n in (one, two))
    return _kind(one) == _kind(two) or (bare and "percent" not in (_kind(one), _kind(two)))
