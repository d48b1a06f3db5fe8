"""What the questions for a second try must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.extract.extract import extract
from explainer.quiz.check import accepted, check
from explainer.quiz.compose import compose
from explainer.reading.text import read_bytes

ROOT = Path(__file__).parents[2]
ARTICLES = [
    *sorted((ROOT / "seeds").glob("*.txt")),
    *sorted((ROOT / "tests/quiz/articles").glob("*.txt")),
]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_variants_ask_the_same_fact_another_way(path):
    """At least half of the items have one, those on a map apart, for they have one way only;
    each passes the check, is asked otherwise and rests on the item's own words."""
    found = extract(read_bytes(path.read_bytes()))
    quiz = compose(found, variants=True)
    items = {item.id: item for item in quiz.items}
    asked = [item for item in quiz.items if item.kind != "place_on_map"]
    assert len(quiz.variants) >= len(asked) / 2
    assert len({v.id for v in quiz.variants} | set(items)) == len(items) + len(quiz.variants)
    for variant in quiz.variants:
        item = items[variant.variant_of]
        assert variant.stem != item.stem
        assert any(
            a.start < b.end and b.start < a.end for a in variant.evidence for b in item.evidence
        )
        assert accepted(check(variant, found.reading.source, found))


def test_the_items_are_the_same_with_and_without_variants():
    """Asking for variants changes no item."""
    found = extract(read_bytes(ARTICLES[0].read_bytes()))
    assert compose(found, variants=True).items == compose(found).items
