import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.earth import Point, Projection, along, bearing, compass, distance

lat = st.floats(-80, 80)
lon = st.floats(-179, 179)
points = st.builds(Point, lat, lon)


def haversine(a: Point, b: Point) -> float:
    p, q = math.radians(a.lat), math.radians(b.lat)
    d = math.sin((q - p) / 2) ** 2
    e = math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1, math.sqrt(d + math.cos(p) * math.cos(q) * e)))


@given(points, points)
def test_distance_agrees_with_the_sphere_within_the_flattening(a: Point, b: Point) -> None:
    """A sphere and the ellipsoid differ by less than 0.6 % anywhere."""
    assert distance(a, b) == pytest.approx(haversine(a, b), rel=0.006, abs=0.01)


@given(points, points)
def test_distance_is_the_same_both_ways(a: Point, b: Point) -> None:
    assert distance(a, b) == pytest.approx(distance(b, a), abs=1e-6)


def test_a_known_pair() -> None:
    """Paris to London, published as 344 km (geodesic)."""
    paris, london = Point(48.8566, 2.3522), Point(51.5074, -0.1278)
    assert distance(paris, london) == pytest.approx(343.9, abs=0.5)
    assert compass(bearing(paris, london)) == "north-west"


def test_directions() -> None:
    assert [compass(d) for d in (0, 44, 46, 90, 180, 270, 337, 338)] == [
        "north", "north-east", "north-east", "east", "south", "west", "north-west", "north",
    ]  # fmt: skip


@given(st.floats(-60, 60), lon, st.floats(-1, 1), st.floats(-1, 1))
def test_projection_inverts(lat0: float, lon0: float, dlat: float, dlon: float) -> None:
    """Any point near the centre comes back to within a centimetre or so."""
    flat = Projection(lat0, lon0)
    back = flat.point(*flat.xy(lat0 + dlat, lon0 + dlon))
    assert back.lat == pytest.approx(lat0 + dlat, abs=1e-7)
    assert back.lon == pytest.approx(lon0 + dlon, abs=1e-7)


@given(st.floats(-50, 50), st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_projection_keeps_distances_near_its_parallel(lat0: float, a: float, b: float) -> None:
    """Straight lines on the map are within 1.5 % of the ground distance over half a degree."""
    flat, here, there = Projection(lat0, 10), Point(lat0, 10), Point(lat0 + a, 10 + b)
    ground = distance(here, there)
    assert math.dist(flat.xy(*here), flat.xy(*there)) == pytest.approx(ground, rel=0.015, abs=0.05)


def test_along_adds_up() -> None:
    line = [Point(0, 0), Point(0, 1), Point(1, 1)]
    assert along(line) == pytest.approx([0, distance(*line[:2]), 111.3195 + 110.574], abs=0.01)
