"""The land of the built-in lesson is shaped like the land: rivers low, ridges high."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from explainer.earth import Point
from explainer.geography import Geometry, Place
from explainer.pack_content import load_content
from explainer.terrain import beside, count_heights, cuts, terrain

FOLDER = Path(__file__).parents[1] / "content" / "panjshir"


@pytest.fixture(scope="module")
def geometry() -> Geometry:
    found = load_content(FOLDER).geometry
    assert found is not None
    return found


@pytest.fixture(scope="module")
def valley(geometry):
    return [p for p in geometry.profile if 5 <= p.river_km <= 135]


@pytest.fixture(scope="module")
def across(geometry, valley):
    return cuts(geometry, [geometry.profile.index(point) for point in valley])


def test_heights_are_plausible(geometry):
    """No height below the plain or above the highest summit given, and the number of heights it
    rests on is the number of distinct points in the content."""
    made = terrain(geometry, Point(35.0, 69.2), Point(35.95, 70.35), cells=60)
    assert made is not None
    assert 1000 < made.heights.min() < 1700
    assert 5000 < made.heights.max() < 5900
    assert made.measured == count_heights(geometry) > 250


def test_the_river_is_lower_than_both_sides_at_every_station(across, valley):
    """At each station the river lies where it was given, and both ridges rise 500 m above it."""
    for point, cut in zip(valley, across, strict=True):
        assert cut.river == pytest.approx(point.elevation, abs=1)
        assert max(m for x, m in cut.points if x < 0) > cut.river + 500, point.name
        assert max(m for x, m in cut.points if x > 0) > cut.river + 500, point.name


def test_cuts_have_one_length_and_are_square(across):
    """All are 18 km long, so that they can be drawn to one scale."""
    assert {(cut.points[0][0], cut.points[-1][0]) for cut in across} == {(-9.0, 9.0)}


def test_the_gorge_is_narrow_and_the_basin_wide(across, valley):
    """100 m above the river the gorge is at most 1.2 km wide, the basin of Rokha wider."""
    wide = {point.name: cut.width(100) for point, cut in zip(valley, across, strict=True)}
    assert wide["In the gorge, Shutul mouth"] <= 1.2 < wide["Rokha (Barankhel)"] < 4


def test_the_profile_only_falls(geometry):
    """Down the river every station is lower or level, and further along."""
    for above, below in pairwise(geometry.profile):
        assert above.elevation >= below.elevation
        assert above.river_km < below.river_km
        assert above.straight_km < below.straight_km


def test_a_place_stands_beside_its_stretch_of_river(geometry):
    """A place near the river has a point of the profile; one far away has none."""
    near = Place(id="x", name="X", lat=35.2311, lon=69.40)
    far = Place(id="y", name="Y", lat=36.7, lon=67.1)
    assert beside(geometry.profile, near).name == "Anaba"
    assert beside(geometry.profile, far) is None


def test_a_geometry_without_heights_has_no_land():
    """Two heights fix no surface, and none is made up."""
    assert terrain(Geometry(), Point(0, 0), Point(1, 1)) is None
