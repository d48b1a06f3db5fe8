"""Questions on the land: one answer whatever source one believes, marks clear of each other."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from explainer.geography import Elevation, Place
from explainer.pack import load
from explainer.quiz.land import CLEAR_DEGREES, CLEAR_M, land_items

FOLDER = Path(__file__).parents[2] / "content" / "panjshir"


@pytest.fixture(scope="module")
def lesson():
    return load(FOLDER)


def test_both_kinds_are_asked_and_rest_on_cited_background(lesson):
    """Heights and marks; each item names a background fact that has citations."""
    items = land_items(lesson.places)
    assert {item.kind for item in items} == {"single_choice", "place_on_map"}
    for item in items:
        assert item.origin == "background"
        assert all(lesson.fact(id).citations for id in item.fact_ids)
        assert len({option.text for option in item.options}) == 3


def test_the_highest_is_highest_by_every_source(lesson):
    """Its lowest value lies clearly above the highest value of each other."""
    named = {place.name: place for place in lesson.places}
    for item in land_items(lesson.places):
        if not item.id.startswith("land-highest"):
            continue
        key = next(o.text for o in item.options if o.id in item.key)
        for option in item.options:
            if option.text != key:
                other = named[option.text].elevation
                assert named[key].elevation.low - other.high >= CLEAR_M


def test_marks_lie_clear_of_each_other(lesson):
    """No two spots are nearer than the check of such items allows, and the key is the place."""
    at = {p.id: (p.lat, p.lon) for p in lesson.places}
    for item in land_items(lesson.places):
        if item.kind != "place_on_map":
            continue
        spots = {o.id: tuple(float(n) for n in o.text.split(",")) for o in item.options}
        for a, b in combinations(spots.values(), 2):
            assert max(abs(a[0] - b[0]), abs(a[1] - b[1])) >= CLEAR_DEGREES
        assert spots[item.key[0]] == pytest.approx(at[item.id.removeprefix("land-where-")])


def test_the_key_stands_in_every_position(lesson):
    """No place among the options is the answer more than half the time."""
    keys = [item.key[0] for item in land_items(lesson.places)]
    assert set(keys) == {"a", "b", "c"}
    assert max(keys.count(each) for each in "abc") <= len(keys) / 2


def test_places_of_an_article_alone_give_none():
    """Without background nothing is asked that nothing vouches for."""
    alone = [
        Place(
            id=f"p{n}", name=f"P{n}", lat=n, lon=n, elevation=Elevation(low=n * 500, high=n * 500)
        )
        for n in range(1, 6)
    ]
    assert land_items(alone) == ()
