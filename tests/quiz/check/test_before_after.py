"""Of events asked for by a date, the key's lie on the side asked and no others do."""

from __future__ import annotations

import pytest

from explainer.extract.extract import extract
from explainer.facts import Quote
from explainer.quiz.check import check
from explainer.quiz.item import Item, Option
from explainer.reading.text import read_text

TEXT = """The mill of Oster was built in 1902 by two brothers.

In 1931 a fire destroyed the wooden hall. The council bought the mill in 1958.

A museum opened in the old hall in 1985, and in 2010 the roof was repaired.
"""
EVENTS = {
    "built": "The mill was built by two brothers.",
    "fire": "A fire destroyed the wooden hall.",
    "bought": "The council bought the mill.",
    "museum": "A museum opened in the old hall.",
}


@pytest.fixture(scope="module")
def found():
    return extract(read_text(TEXT))


def codes(found, stem, *key):
    text = found.reading.source.text
    item = Item(
        id="q", kind="multiple_answer", stem=stem, key=key,
        options=tuple(Option(id=i, text=t, rationale="See there.") for i, t in EVENTS.items()),
        evidence=tuple(Quote(start=s.start, end=s.end, quote=text[s.start : s.end])
                       for s in found.reading.sentences),
    )  # fmt: skip
    errors = {f.code for f in check(item, found.reading.source, found) if f.severity == "error"}
    return errors & {"key-unproven", "distractor-may-be-true", "option-undated"}


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("Which of these happened in 1958 or later?", ("bought", "museum")),
        ("Which of these happened in 1931 or earlier?", ("built", "fire")),
        ("Which of these events took place before 1950?", ("built", "fire")),
        ("Which of the following happened after 1940?", ("bought", "museum")),
        ("Which of these happened since 1958?", ("bought", "museum")),
    ],
)
def test_the_right_side_passes_and_the_wrong_one_does_not(stem, key, found):
    assert codes(found, stem, *key) == set()
    others = tuple(e for e in EVENTS if e not in key)
    assert codes(found, stem, *others) == {"key-unproven", "distractor-may-be-true"}
    assert "key-unproven" in codes(found, stem, key[0], others[0])
