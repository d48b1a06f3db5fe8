"""Outlines of countries serve for a locator."""

from __future__ import annotations

import pytest

from explainer.earth import Point
from explainer.outlines import country_at, inside, name_point, neighbours, outlines


def test_every_outline_is_closed_and_on_the_globe():
    for rings in outlines().values():
        for ring in rings:
            assert ring[0] == ring[-1]
            assert all(-90 <= p.lat <= 90 and -180 <= p.lon <= 180 for p in ring)


@pytest.mark.parametrize(
    ("point", "country"),
    [(Point(34.5, 69.2), "Afghanistan"), (Point(44.8, 20.5), "Serbia"), (Point(0, -30), None)],
)
def test_a_point_lies_in_its_country(point, country):
    """Kabul, Belgrade, and the middle of the Atlantic."""
    assert country_at(point) == country


def test_neighbours_are_mutual():
    """Whoever has me for a neighbour is mine."""
    assert set(neighbours("Afghanistan")) == {
        "China", "Iran", "Pakistan", "Tajikistan", "Turkmenistan", "Uzbekistan",
    }  # fmt: skip
    for other in neighbours("Afghanistan"):
        assert "Afghanistan" in neighbours(other)


def test_a_name_is_written_within_its_country_and_the_box():
    low, high = Point(28, 58), Point(40, 76)
    for country in ("Afghanistan", "Iran", "Pakistan"):
        point = name_point(country, low, high)
        assert inside(point, outlines()[country])
        assert low.lat < point.lat < high.lat
    assert name_point("France", low, high) is None
