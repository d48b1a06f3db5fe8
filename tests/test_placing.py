"""Points that people type are read as they meant them, or refused in one clear sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.earth import Point
from explainer.extract.extract import extract
from explainer.findings import InputProblem
from explainer.geography import Place, places
from explainer.mention import PlaceMention
from explainer.placing import parse_point, pointed
from explainer.reading.text import read_text


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("35.3, 69.5", 35.3, 69.5),
        ("35.3 69.5", 35.3, 69.5),
        ("  35.3,69.5 ", 35.3, 69.5),
        ("35,3; 69,5", 35.3, 69.5),
        ("35°18′N 69°31′E", 35.3, 69 + 31 / 60),
        ("35°18'36\"N, 69°31'E", 35.31, 69 + 31 / 60),
        ("69.5 E, 35.3 N", 35.3, 69.5),
        ("N35.3 E69.5", 35.3, 69.5),
        ("33.9 s / 151.2 e", -33.9, 151.2),
        ("−33.9, −70.6", -33.9, -70.6),
        ("0, 0", 0, 0),
        ("90N 180W", 90, -180),
    ],
)
def test_points_are_read_as_people_write_them(text, lat, lon):
    """Degrees, minutes and seconds, letters before or after, commas and signs of all kinds."""
    assert parse_point(text) == pytest.approx((lat, lon))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is not a point"),
        ("35.3", "is not a point"),
        ("3569", "is not a point"),
        ("near the river", "is not a point"),
        ("35.3, 69.5, 12", "is not a point"),
        ("nan, inf", "is not a point"),
        ("9" * 500, "is not a point"),
        ("91, 10", "between -90 and 90"),
        ("135.3, 35", "it comes first"),
        ("35, 181", "between -180 and 180"),
        ("35°60'N 69°E", "up to 59"),
        ("35N 36N", "one latitude"),
        ("-35.3 S, 69 E", "not both"),
    ],
)
def test_what_is_no_point_is_refused_in_one_sentence(text, says):
    """The sentence says what is wrong, quotes at most the start, and shows how to write it."""
    with pytest.raises(InputProblem, match=says) as refused:
        parse_point(text)
    assert len(str(refused.value)) < 200


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_any_point_on_the_globe_comes_back(lat, lon):
    """Written with five decimals, every point is read to within a metre or so."""
    assert parse_point(f"{lat:.5f}, {lon:.5f}") == pytest.approx((lat, lon), abs=1e-5)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    """Whatever is typed gives a point on the globe or an InputProblem."""
    try:
        lat, lon = parse_point(text)
    except InputProblem:
        return
    assert -90 <= lat <= 90
    assert -180 <= lon <= 180


TEXT = "A crew from Springfield came to Paris on 3 May 2024. Springfield sent two boats."


def test_own_points_hold_in_the_text_and_in_its_facts():
    """Every mention of the place has the own point, everywhere; others are left as they were."""
    found = extract(read_text(TEXT))
    before = {p.name: (p.lat, p.lon) for p in places(found).placed}
    own = Place(id="s", name="Springfield", lat=39.8, lon=-89.65, origin="teacher")
    moved = pointed(found, [own])
    after = {p.name: (p.lat, p.lon) for p in places(moved).placed}
    assert after["Springfield"] == (39.8, -89.65)
    assert {name: at for name, at in after.items() if name != "Springfield"} == {
        name: at for name, at in before.items() if name != "Springfield"
    }
    told = [
        Point(m.lat, m.lon)
        for fact in moved.facts
        for m in fact.mentions
        if isinstance(m, PlaceMention) and m.value == "Springfield"
    ]
    assert told
    assert set(told) == {Point(39.8, -89.65)}
    assert pointed(moved, [own]).facts == moved.facts
