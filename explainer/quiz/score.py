"""Whether what was given to an item is right."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.language.numbers import number_value
from explainer.quiz.item import Item


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
