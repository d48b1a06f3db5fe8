"""Whether what was given to an item is right, and how much of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from explainer.language.numbers import number_value
from explainer.quiz.item import Item


@dataclass(frozen=True, slots=True)
class Outcome:
    """`share` is the part that is right, 0 to 1; only a whole 1 is `right`."""

    right: bool
    share: float


def outcome(item: Item, given: Sequence[str]) -> Outcome:
    """The score of `given`, in the form that `is_right` takes.

    A share is earned for every pair put in the right order, every target matched, and every
    right option chosen less every wrong one.
    """
    if is_right(item, given):
        return Outcome(True, 1.0)
    if item.kind == "order":
        return Outcome(False, _ordered(item.key, given))
    if item.kind == "match":
        hits = sum(1 for key, got in zip(item.key, given, strict=False) if key == got)
        return Outcome(False, hits / len(item.key))
    if item.kind == "multiple_answer":
        hits = len(set(given) & set(item.key)) - len(set(given) - set(item.key))
        return Outcome(False, max(0, hits) / len(item.key))
    return Outcome(False, 0.0)


def _ordered(key: Sequence[str], given: Sequence[str]) -> float:
    """Share of pairs of `key` that stand in its order in `given`; 0 unless all are given once."""
    if sorted(key) != sorted(given) or len(key) < 2:
        return 0.0
    place = {option: at for at, option in enumerate(given)}
    pairs = list(combinations(key, 2))
    return sum(1 for first, then in pairs if place[first] < place[then]) / len(pairs)


def is_right(item: Item, given: Sequence[str]) -> bool:
    """`given` holds option ids in the form of the item's key, or for a number entry the number as
    the learner wrote it, in digits or words. Order counts only where the item is about order."""
    if item.kind == "number_entry":
        return _is_near(item, given[0]) if len(given) == 1 else False
    if item.kind in ("order", "match"):
        return tuple(given) == item.key
    return len(set(given)) == len(given) and set(given) == set(item.key)


def _is_near(item: Item, written: str) -> bool:
    value, key = number_value(written), number_value(item.key[0])
    if value is None or key is None:
        return False
    return abs(value - key) <= (item.tolerance or 0.0)
