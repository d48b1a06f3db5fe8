"""The land of the built-in lesson is shaped like the land: rivers low, ridges high."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from explainer.earth import Point, distance
from explainer.geography import Place
from explainer.geometry import Geometry
from explainer.pack_content import load_content
from explainer.relief import Height, Surface
from explainer.terrain import beside, count_heights, cuts, given_heights, terrain, water

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
    """At each station the river lies where it was given, and the land rises 350 m above it on
    both sides, even where the cut runs up a side valley."""
    for point, cut in zip(valley, across, strict=True):
        assert cut.river == pytest.approx(point.elevation, abs=1)
        assert max(m for x, m in cut.points if x < 0) > cut.river + 350, point.name
        assert max(m for x, m in cut.points if x > 0) > cut.river + 350, point.name


def test_cuts_have_one_length_and_are_square(across):
    """All are 18 km long, so that they can be drawn to one scale."""
    assert {(cut.points[0][0], cut.points[-1][0]) for cut in across} == {(-9.0, 9.0)}


def test_a_cut_is_the_same_whatever_else_is_drawn(geometry, valley, across):
    """One station alone has the width it has among all."""
    for n in (0, 7, -1):
        (alone,) = cuts(geometry, [geometry.profile.index(valley[n])])
        assert np.array(alone.points) == pytest.approx(np.array(across[n].points))


def test_a_floor_is_as_wide_as_it_is_known_to_be(across, valley):
    """A hundred metres above the river, within a tenth; in the basins, whose widths are known
    from 1.5 to 3.1 km, within that."""
    for point, cut in zip(valley, across, strict=True):
        if point.floor_km and point.floor_km <= 1:
            assert cut.width(100) == pytest.approx(point.floor_km, rel=0.1), point.name
        elif point.floor_km:
            assert 1.5 <= cut.width(100) <= 3.1, point.name


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


def test_no_ridge_dams_a_stream(geometry):
    """Along every tributary the surface lies at the bed: nothing drawn across it blocks it."""
    made = terrain(geometry, Point(35.05, 69.2), Point(35.95, 70.35), cells=240)
    assert made is not None
    for line in geometry.lines:
        if not line.heights:
            continue
        beds = [int(m) for m in line.heights.split()]
        for ((lat0, lon0), a), ((lat1, lon1), b) in pairwise(
            zip(line.coordinates, beds, strict=True)
        ):
            middle = made.at((lat0 + lat1) / 2, (lon0 + lon1) / 2)
            assert middle < max(a, b) + 200, line.name


def test_between_two_streams_there_is_a_ridge(geometry):
    """From the middle of one tributary to that of the next on its bank the land rises well above
    a straight line from bed to bed, even where no height is known between them."""
    streams = [line for line in geometry.lines if line.heights]
    middles = {
        line.id: Height(*line.coordinates[n], float(line.heights.split()[n]))
        for line in streams
        if (n := len(line.coordinates) // 2)
    }
    spots, lines = given_heights(geometry)
    surface = Surface(spots, lines, Point(35.45, 69.8), water(geometry))
    pairs = [("rewat-stream", "stream-at-degak"), ("stream-at-degak", "stream-above-burjaman"),
             ("aryu-stream", "rewat-stream"), ("stream-at-dehe-parian", "aryu-stream"),
             ("stream-above-aqeb", "stream-at-dehe-parian")]  # fmt: skip
    for one, other in pairs:
        a, b = middles[one], middles[other]
        way = [
            Point(a.lat + (b.lat - a.lat) * t / 20, a.lon + (b.lon - a.lon) * t / 20)
            for t in range(21)
        ]
        straight = np.linspace(a.m, b.m, 21)
        assert max(np.array(surface.at(way)) - straight) > 200, (one, other)


def test_no_height_is_made_up_beyond_those_given(geometry):
    """A degree outside the data the surface still lies between the lowest and the highest."""
    spots, lines = given_heights(geometry)
    metres = [h.m for h in (*spots, *(h for line in lines for h in line))]
    made = terrain(geometry, Point(34.0, 68.2), Point(36.9, 71.3), cells=40)
    assert made is not None
    assert min(metres) <= made.heights.min()
    assert made.heights.max() <= max(metres)


def test_heights_left_out_are_foretold(geometry):
    """Each height on the boundary, left out, comes back from the others: r above 0.9, half of
    them within 250 m. They run along the rim at even steps, so they are no choice of summits."""
    spots, lines = given_heights(geometry)
    rim = next(h for h in geometry.heights if h.kind == "boundary").readings[:-1]
    found = []
    for lat, lon, _ in rim[::3]:
        here = Point(lat, lon)
        others = [h for h in spots if distance(here, Point(h.lat, h.lon)) > 0.6]
        found += Surface(others, lines, Point(35.45, 69.8), water(geometry)).at([here])
    true = [metres for _, _, metres in rim[::3]]
    assert np.corrcoef(true, found)[0, 1] > 0.9
    assert np.median(np.abs(np.array(true) - found)) < 250
