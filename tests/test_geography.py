from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.extract.extract import extract
from explainer.geography import place_id, places, slug
from explainer.reading.text import read_text

TEXT = (
    "A train left Kabul for Kandahar on Monday. Kabul lies in Afghanistan. "
    "The driver came from Zzyzxville in the hills."
)


@pytest.fixture(scope="module")
def report():
    return places(extract(read_text(TEXT)))


def test_a_place_is_listed_once_with_every_sentence_that_names_it(report):
    """Mentions are counted, and each is shown in its sentence."""
    kabul = next(place for place in report.placed if place.name == "Kabul")
    assert kabul.mentions == 2
    assert len(kabul.evidence) == 2
    assert all(TEXT[q.start : q.end] == q.quote and "Kabul" in q.quote for q in kabul.evidence)


def test_a_place_names_the_facts_it_stands_on(report):
    """Each fact named is one whose words hold the place."""
    facts = {fact.id: fact for fact in extract(read_text(TEXT)).facts}
    for place in report.placed:
        for id in place.fact_ids:
            assert any(place.name in quote.quote for quote in facts[id].quotes)


def test_points_are_given_only_where_sure(report):
    """What is not placed says why, and every placed place is on the globe."""
    assert {place.name for place in report.placed} >= {"Kabul", "Afghanistan"}
    for place in report.placed:
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
    for unplaced in report.unplaced:
        assert unplaced.why.endswith(".")


def test_a_name_is_one_whatever_its_accents():
    """Jalālābād and Jalalabad are compared as one."""
    assert slug("Jalālābād") == slug("Jalalabad") == "jalalabad"


@given(st.text(max_size=40), st.sets(st.text(max_size=10)))
def test_ids_are_never_taken_twice(name, taken):
    """Every place has an address of its own."""
    assert place_id(name, taken) not in taken
    assert place_id(name, taken)
