"""Distances, directions and a flat map: the geometry of the Earth that a lesson needs.

Points are (latitude, longitude) in degrees, WGS84. Distances are kilometres on the ellipsoid,
by GeographicLib; bearings are degrees clockwise from true north.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from geographiclib.geodesic import Geodesic

KM_PER_DEGREE = 111.32  # of latitude, and of longitude at the equator
_COMPASS = (
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
)  # fmt: skip


class Point(NamedTuple):
    lat: float
    lon: float


def distance(a: Point, b: Point) -> float:
    """Shortest distance over the ground in kilometres."""
    return float(Geodesic.WGS84.Inverse(*a, *b, Geodesic.DISTANCE)["s12"]) / 1000


def bearing(a: Point, b: Point) -> float:
    """Direction from `a` to `b`, 0 to 360 degrees; 0 where the points are the same."""
    return float(Geodesic.WGS84.Inverse(*a, *b, Geodesic.AZIMUTH)["azi1"]) % 360


def compass(degrees: float) -> str:
    """The nearest of the eight directions, in words."""
    return _COMPASS[round(degrees / 45) % 8]


def along(line: Sequence[Point]) -> list[float]:
    """Kilometres from the first point to each point, along the line."""
    total = [0.0]
    for a, b in pairwise(line):
        total.append(total[-1] + distance(a, b))
    return total


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular about a standard parallel: both axes in kilometres, true to scale there.

    Good to about 1 % within 200 km of `lat0`; meant for one valley or province.
    """

    lat0: float
    lon0: float

    def xy(self, lat: float, lon: float) -> tuple[float, float]:
        return (
            (lon - self.lon0) * math.cos(math.radians(self.lat0)) * KM_PER_DEGREE,
            (lat - self.lat0) * KM_PER_DEGREE,
        )

    def point(self, x: float, y: float) -> Point:
        """The inverse of `xy`."""
        return Point(
            self.lat0 + y / KM_PER_DEGREE,
            self.lon0 + x / (math.cos(math.radians(self.lat0)) * KM_PER_DEGREE),
        )
