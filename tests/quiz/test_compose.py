"""What every composed quiz must hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.extract.extract import extract
from explainer.quiz.check import accepted, check_quiz
from explainer.quiz.compose import compose
from explainer.reading.text import read_bytes, read_text

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "tests/quiz/articles").glob("*.txt"))
SEED = next((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def seed():
    return extract(read_bytes(SEED.read_bytes()))


def test_the_seed_article_gives_twenty_items(seed):
    """At least twenty items of at least five kinds, all accepted side by side."""
    quiz = compose(seed)
    assert len(quiz.items) >= 20
    assert {"single_choice", "true_false", "order", "who_said"} <= {i.kind for i in quiz.items}
    results = check_quiz(quiz.items, seed.reading.source, seed)
    assert all(accepted(findings) for findings in results)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_every_article_gives_ten_items(path):
    """Ten items or more for a short article of any kind; of a flash one for every 20 words."""
    found = extract(read_bytes(path.read_bytes()))
    quiz = compose(found)
    assert len(quiz.items) >= min(10, len(found.reading.source.text.split()) // 20)
    assert all(accepted(f) for f in check_quiz(quiz.items, found.reading.source, found))


@pytest.mark.parametrize("chance", [0, 1, 7])
def test_same_input_and_seed_same_items(seed, chance):
    """Composing twice gives the same bytes, ids included."""
    assert (
        compose(seed, seed=chance).model_dump_json() == compose(seed, seed=chance).model_dump_json()
    )


def test_key_places_are_balanced(seed):
    """Among items of three options no place holds more than half of the keys."""
    items = [i for i in compose(seed).items if len(i.options) == 3 and len(i.key) == 1]
    places = [[o.id for o in i.options].index(i.key[0]) for i in items]
    assert len(items) >= 9
    assert max(places.count(p) for p in range(3)) <= len(places) / 2


def test_option_ids_say_nothing(seed):
    """Ids of options run a, b, c by place, whatever the key is."""
    for item in compose(seed).items:
        assert [o.id for o in item.options] == list("abcdefgh"[: len(item.options)])


def test_a_plan_is_kept_or_the_note_says_why(seed):
    """Never more items than asked, only of the kinds asked, and a note where there are fewer."""
    assert len(compose(seed, n=5).items) == 5
    only = compose(seed, n=50, kinds=["true_false"])
    assert {i.kind for i in only.items} == {"true_false"}
    assert only.note is not None
    assert str(len(only.items)) in only.note


def test_no_item_on_what_is_not_there():
    """A text that states next to nothing gives no item, and no error."""
    found = extract(read_text("Hello there. It is what it is. He went away, and so did they."))
    assert compose(found, n=3).items == ()


SCRAPS = """The army on 3 May 2019 said that five people were killed in Paris . , “ ” " ( Anna Kos
Berlin because about 100.000 who which not 1980s during According to"""
words = st.sampled_from(SCRAPS.split())


@settings(max_examples=40, deadline=None)
@given(st.lists(words, min_size=3, max_size=60))
def test_any_text_gives_items_that_hold(parts):
    """Whatever the text, composing does not fail, and what comes out is accepted."""
    text = " ".join(parts)
    if not any(c.isalpha() for c in text):
        return
    found = extract(read_text("Note. " + text, published=date(2020, 1, 1)))
    items = compose(found).items
    assert all(accepted(f) for f in check_quiz(items, found.reading.source, found))
