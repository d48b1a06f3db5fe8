"""A teacher's point is kept with the lesson, marked as theirs, and can be taken back."""

from __future__ import annotations

import pytest

from explainer.draft import Draft, make, published
from explainer.earth import Point
from explainer.mention import PlaceMention
from explainer.pack import Pack
from explainer.reading.text import read_text
from explainer.review import approve_sound
from explainer.review_facts import drop_fact
from explainer.review_places import candidates, put_point, take_point_back, told

TEXT = """Two crews share one bridge

Published: 2024-05-14

Volunteers from Springfield drove to Georgia on Monday to help after a river broke its banks.

The bridge at Paris was closed for three days. Officials in Dallas promised 2 million dollars.

Officials in Oklahoma City measured 210 millimetres of rain. The store in Mirrow Point was full.
"""


@pytest.fixture(scope="module")
def draft() -> Draft:
    return approve_sound(make(read_text(TEXT)))


def at(draft: Draft, name: str):
    return next((p for p in draft.pack.places if p.name == name), None)


def test_an_unplaced_name_gets_the_chosen_candidate(draft):
    """It leaves the list of the unplaced, stands on the map as the teacher's, with its words."""
    which = next(c for c in candidates("Springfield") if c.region == "Illinois")
    edit = put_point(draft, "Springfield", Point(which.lat, which.lon), which)
    place = at(edit.draft, "Springfield")
    assert (place.origin, place.kind, place.country) == ("teacher", "city", "US")
    before = next(u for u in draft.pack.unplaced if u.name == "Springfield")
    assert place.evidence == before.evidence
    assert "Springfield" not in {u.name for u in edit.draft.pack.unplaced}


def test_a_name_unknown_to_the_gazetteer_gets_a_typed_point(draft):
    """Even where nothing could be offered."""
    assert candidates("Mirrow Point") == ()
    edit = put_point(draft, "Mirrow Point", Point(33.0, -97.0))
    assert (at(edit.draft, "Mirrow Point").lat, at(edit.draft, "Mirrow Point").lon) == (33.0, -97.0)


def test_own_points_survive_later_edits_saving_and_publishing(draft):
    """A fact deleted afterwards, and a trip through JSON, leave the point where it was put."""
    edit = put_point(draft, "Springfield", Point(39.8, -89.65))
    later = drop_fact(edit.draft, edit.draft.pack.facts[-1].id).draft
    again = Draft.model_validate_json(later.model_dump_json())
    for pack in (again.pack, published(again)):
        place = next(p for p in pack.places if p.name == "Springfield")
        assert (place.lat, place.lon, place.origin) == (39.8, -89.65, "teacher")
    Pack.model_validate(again.pack.model_dump())


def test_a_moved_answer_takes_back_the_approval(draft):
    """A question that asks where the place is was made for the old point; the finding says so."""
    asked = next(item for item in draft.pack.items if item.kind == "place_on_map")
    assert asked.id in draft.approved
    name = next(place.name for place in draft.pack.places if place.name in asked.stem)
    edit = put_point(draft, name, Point(33.66, -95.56))
    assert asked.id not in edit.draft.approved
    assert any(asked.stem in finding.message for finding in edit.findings)


def test_a_point_can_be_taken_back(draft):
    """Then everything stands as the rules left it, for a moved and for a placed name."""
    for name in ("Paris", "Springfield"):
        edit = put_point(draft, name, Point(33.66, -95.56))
        back = take_point_back(edit.draft, name).draft
        assert at(back, name) == at(draft, name)
        assert {u.name for u in back.pack.unplaced} == {u.name for u in draft.pack.unplaced}
        spots = {
            (m.lat, m.lon)
            for fact in back.pack.facts
            for m in fact.mentions
            if isinstance(m, PlaceMention) and m.value == name
        }
        assert (33.66, -95.56) not in spots


def test_candidates_are_told_apart_in_words():
    """Each has its region, country, kind and size; no two read the same."""
    words = [told(c) for c in candidates("Springfield")]
    assert "Springfield, Illinois, United States (city, 114,394 people)" in words
    assert len(set(words)) == len(words) > 5
