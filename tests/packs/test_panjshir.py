"""The built-in lesson holds what its teachers were promised."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import pytest

from explainer.pack import load

FOLDER = Path(__file__).parents[2] / "content" / "panjshir"


@pytest.fixture(scope="module")
def pack():
    return load(FOLDER)


def kilometres(a, b):
    """Great-circle distance of two (lat, lon)."""
    la, lb = radians(a[0]), radians(b[0])
    h = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(h))


def test_the_history_runs_from_1979_past_the_article(pack):
    """At least 35 background events from 1979 to 2021, and some after the article."""
    told = [event for event in pack.timeline.events if event.origin == "background"]
    before = [event for event in told if event.begin <= date(2021, 8, 25)]
    assert before[0].begin.year == 1979
    assert len(before) >= 35
    assert len([event for event in told if event.begin > date(2021, 8, 25)]) >= 5


def test_every_period_has_a_few_main_events(pack):
    """Where there is room for few, each period still shows some and not all."""
    for period in pack.timeline.periods:
        own = [event for event in pack.timeline.events if event.theme == period.id]
        main = [event for event in own if event.main]
        assert 2 <= len(main) < len(own), period.id


def test_the_lesson_takes_about_an_hour_in_eight_steps(pack):
    """The steps come in the order that teaches."""
    kinds = [step.kind for step in pack.lesson.steps]
    assert kinds == ["source", "where", "then", "now", "voices", "next", "check", "discuss"]
    assert 50 <= pack.lesson.minutes <= 70
    assert all(step.question for step in pack.lesson.steps if step.kind != "discuss")


def test_the_article_s_disputed_numbers_are_set_beside_others(pack):
    """Operations, forces and losses are shown with who gives which value."""
    for id in ("operations", "forces-2021", "jalalabad-dead", "truce-length"):
        comparison = pack.comparison(id)
        assert comparison is not None, id
        assert len({estimate.low for estimate in comparison.estimates}) > 1, id
    nine = [e for e in pack.comparison("operations").estimates if e.evidence]
    assert [e.low for e in nine] == [9]


def test_the_cards_cover_all_kinds_of_assessment(pack):
    """Supported claims are shown as well: criticism is no blanket doubt."""
    found = {claim.assessment for claim in pack.claims}
    assert found == {
        "supported", "imprecise", "contradicted", "one interested voice", "not verifiable",
    }  # fmt: skip
    on_map = [claim for claim in pack.claims if claim.on_map]
    assert len(on_map) >= 8
    assert all(claim.place_ids and claim.map_says for claim in on_map)


def test_words_are_explained(pack):
    """At least twenty terms, each in a plainer form as well."""
    assert len(pack.terms) >= 20
    used = {id for step in pack.lesson.steps for id in step.term_ids}
    assert len(used) >= 15


def test_the_river_falls_all_the_way(pack):
    """The long profile never runs uphill, and its kilometres never run back."""
    for upper, lower in pairwise(pack.geometry.profile):
        assert upper.elevation >= lower.elevation, lower.name
        assert upper.river_km < lower.river_km, lower.name
        step = kilometres((upper.lat, upper.lon), (lower.lat, lower.lon))
        assert lower.straight_km - upper.straight_km == pytest.approx(step, abs=0.15), lower.name


def test_streams_fall_from_head_to_mouth(pack):
    """Every tributary has a height at each point, and none of them rises."""
    streams = [line for line in pack.geometry.lines if line.kind == "tributary"]
    assert len(streams) >= 14
    for line in streams:
        heights = [int(word) for word in line.heights.split()]
        assert heights == sorted(heights, reverse=True), line.id


def test_the_boundary_is_a_closed_ring_around_the_valley(pack):
    """The outline closes, and the valley's own places lie inside it."""
    ring = pack.geometry.line("province-boundary").coordinates
    assert ring[0] == ring[-1]
    for id in ("bazarak", "rokha", "anaba", "khenj", "parian", "dasht-e-rewat"):
        assert inside((pack.place(id).lat, pack.place(id).lon), ring), id
    for id in ("charikar", "salang-tunnel", "kabul", "gulbahar"):
        assert not inside((pack.place(id).lat, pack.place(id).lon), ring), id


def inside(point, ring):
    lat, lon = point
    odd = False
    for (lat1, lon1), (lat2, lon2) in pairwise(ring):
        crosses = (lat1 > lat) != (lat2 > lat)
        if crosses and lon < lon1 + (lat - lat1) * (lon2 - lon1) / (lat2 - lat1):
            odd = not odd
    return odd


def test_distances_in_the_text_agree_with_the_points(pack):
    """What the lesson says of distances can be measured on its own map."""
    at = {place.id: (place.lat, place.lon) for place in pack.places}
    assert kilometres(at["kabul"], at["mazar-i-sharif"]) == pytest.approx(307, abs=2)
    assert kilometres(at["kabul"], at["jalalabad"]) == pytest.approx(115, abs=2)
    assert kilometres(at["kabul"], at["asadabad"]) == pytest.approx(184, abs=2)
    gorge_end = (35.1680, 69.2884)
    assert kilometres(at["kabul"], gorge_end) == pytest.approx(73, abs=2)
    assert kilometres(at["charikar"], gorge_end) == pytest.approx(20, abs=2)
    assert kilometres(gorge_end, at["anjuman-pass"]) == pytest.approx(113.5, abs=1)


def test_places_of_the_article_are_joined_with_the_curated_ones(pack):
    """The article's Charikar and the lesson's Charikar are one place, with its sentences."""
    charikar = pack.place("charikar")
    assert charikar.mentions >= 2
    assert any("regained control of Charikar" in quote.quote for quote in charikar.evidence)
    assert pack.place("salang-tunnel").evidence
    assert not any(place.name == "Salang Tunnel" for place in pack.unplaced)
