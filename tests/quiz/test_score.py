"""What counts as right."""

from __future__ import annotations

import pytest

from explainer.quiz.item import Item, Option
from explainer.quiz.score import Outcome, is_right, outcome

ABC = tuple(Option(id=i, text=i) for i in "abc")


def item(kind, key, **more):
    return Item(id="i", kind=kind, stem="?", options=ABC, key=tuple(key), **more)


@pytest.mark.parametrize(
    ("kind", "key", "given", "right"),
    [
        ("single_choice", "a", "a", True),
        ("single_choice", "a", "b", False),
        ("single_choice", "a", "", False),
        ("single_choice", "a", "ab", False),
        ("multiple_answer", "ab", "ba", True),
        ("multiple_answer", "ab", "a", False),
        ("multiple_answer", "ab", "abc", False),
        ("order", "abc", "abc", True),
        ("order", "abc", "acb", False),
        ("match", "bac", "bac", True),
        ("match", "bac", "abc", False),
    ],
)
def test_options(kind, key, given, right):
    """All of the key and nothing else; order counts where the item is about order."""
    assert is_right(item(kind, key), list(given)) is right


@pytest.mark.parametrize(
    ("given", "right"),
    [("9", True), (" nine ", True), ("10", False), ("", False), ("many", False)],
)
def test_a_number_counts_in_digits_and_words(given, right):
    """A number entry takes any notation the reader of articles takes."""
    assert is_right(item("number_entry", ["9"]), [given]) is right


def test_tolerance_lies_either_side():
    """A number within the tolerance is right, one beyond it is not."""
    entry = item("number_entry", ["100000"], tolerance=5000)
    assert is_right(entry, ["95,000"])
    assert is_right(entry, ["105.000"])
    assert not is_right(entry, ["106000"])


def test_a_share_is_earned_only_for_what_is_right():
    """Order earns its pairs, match its targets, multiple answer right less wrong; never below 0."""
    options = tuple(Option(id=i, text=i) for i in "abcd")
    order = Item(id="o", kind="order", stem="Order", options=options[:3], key=("a", "b", "c"))
    assert outcome(order, ["a", "c", "b"]) == Outcome(False, 2 / 3)
    assert outcome(order, ["a", "b"]) == Outcome(False, 0.0)
    match = Item(
        id="m",
        kind="match",
        stem="Match",
        options=options[:3],
        key=("a", "b", "c"),
        targets=("x", "y", "z"),
    )
    assert outcome(match, ["a", "c", "b"]) == Outcome(False, 1 / 3)
    several = Item(id="s", kind="multiple_answer", stem="Which?", options=options, key=("a", "b"))
    assert outcome(several, ["a"]) == Outcome(False, 0.5)
    assert outcome(several, ["a", "c"]) == Outcome(False, 0.0)
    assert outcome(several, ["b", "a"]) == Outcome(True, 1.0)
