"""The record of an attempt on paper."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from html import unescape

import pytest

from explainer.quiz.item import Item, Option
from explainer.quiz.land import land_items
from explainer.store import Store
from pages.parts.record import record
from pages.parts.spots import said

BEGUN = datetime(2026, 5, 4, 22, 30)


@pytest.fixture
def store(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'record.sqlite'}")
    yield store
    store.engine.dispose()


def test_every_question_stands_with_what_was_given_what_is_right_and_its_proof(store, lesson_pack):
    """In words: partners beside each other, an order with arrows, never the id of an option; the
    day is the learner's own, and what she called herself is no markup."""
    asked = [item for item in lesson_pack.items if item.variant_of is None]
    attempt = store.begin(lesson_pack.id, asked, BEGUN, nickname="A <b>")
    for item in asked[:-1]:
        given = tuple(reversed(item.key)) if item.kind == "match" else item.key
        store.respond(attempt.token, item.id, given, given == item.key, BEGUN, confidence=3)
    zone = timezone(timedelta(hours=2))
    page = record(store.attempt(attempt.token), lesson_pack, zone)
    told = unescape(page)
    assert "A &lt;b&gt;, begun 5 May 2026" in page
    assert f"{len(asked) - 2} of {len(asked)} right" in told
    assert (
        "Your answer: Abbas Juma: commander of the 40th Army; "
        "Igor Rodionov: an expert on the Middle East"
    ) in told
    assert (
        "Right answer: Abbas Juma: an expert on the Middle East; "
        "Igor Rodionov: commander of the 40th Army"
    ) in told
    assert "Nine operations → The Northern Alliance → The protest in Kabul" in told
    assert "No answer." in told
    assert "(you said: sure)" in told
    for item in asked:
        assert item.stem in told
        for quote in item.evidence:
            assert f"<p>{quote.quote}</p>" in told
    assert ">o0<" not in page
    assert " o0" not in page


def test_a_point_of_the_map_is_told_by_the_places_around_it(lesson_pack):
    """The name of the place at the mark, else how far and in which direction from the nearest,
    never its coordinates."""
    options = (Option(id="a", text="35.3129, 69.5152"), Option(id="b", text="35.42, 69.52"))
    item = Item(id="i", kind="place_on_map", stem="Where?", options=options, key=("a",))
    assert said(item, ("a",), lesson_pack.places) == "Bazarak"
    assert said(item, ("b",), lesson_pack.places) == "12 km north of Bazarak"
    bare = lesson_pack.model_copy(update={"places": ()})
    assert said(item, ("a",), bare.places) == "35.3129, 69.5152"


def test_a_question_on_the_land_names_the_works_it_rests_on(store, lesson_pack):
    """Where no words of the article prove it, the record says where it is told."""
    land = [item for item in land_items(lesson_pack.places) if item.kind == "place_on_map"][:1]
    attempt = store.begin(lesson_pack.id, land, BEGUN)
    fact = lesson_pack.fact(land[0].fact_ids[0])
    told = unescape(record(attempt, lesson_pack))
    assert fact.citations[0].title in told
