"""Outlines of countries, coarse enough for a locator: Natural Earth at 1:110 million."""

from __future__ import annotations

import json
import zlib
from functools import cache
from importlib.resources import files
from itertools import pairwise

from explainer.earth import Point

Ring = tuple[Point, ...]


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """The outer rings of each country by its English name; each ring ends where it began."""
    packed = files("explainer").joinpath("data", "outlines.z").read_bytes()
    flat: dict[str, list[list[float]]] = json.loads(zlib.decompress(packed))
    return {
        name: tuple(
            tuple(Point(lat, lon) for lon, lat in zip(ring[::2], ring[1::2], strict=True))
            for ring in rings
        )
        for name, rings in flat.items()
    }


@cache
def neighbours(country: str) -> tuple[str, ...]:
    """Countries with a common border, by name: those that share at least two points of it."""
    own = {point for ring in outlines().get(country, ()) for point in ring}
    return tuple(
        sorted(
            name
            for name, rings in outlines().items()
            if name != country and len(own & {point for ring in rings for point in ring}) > 1
        )
    )


def inside(point: Point, rings: tuple[Ring, ...]) -> bool:
    """Whether the point lies in one of the rings: a line from it to the east crosses the ring an
    odd number of times."""
    return any(_crossings(point, ring) % 2 for ring in rings)


def _crossings(point: Point, ring: Ring) -> int:
    crossed = 0
    for a, b in pairwise(ring):
        if (a.lat > point.lat) != (b.lat > point.lat):
            t = (point.lat - a.lat) / (b.lat - a.lat)
            crossed += point.lon < a.lon + t * (b.lon - a.lon)
    return crossed


@cache
def country_at(point: Point) -> str | None:
    """The country whose outline holds the point; None at sea."""
    return next((name for name, rings in outlines().items() if inside(point, rings)), None)


@cache
def name_point(country: str, south_west: Point, north_east: Point) -> Point | None:
    """Where to write the country's name within a box: the roomiest spot of a grid of points, or
    None where the country is not seen there."""
    rings = outlines().get(country, ())
    steps = 24
    height, width = north_east.lat - south_west.lat, north_east.lon - south_west.lon
    grid = [
        Point(south_west.lat + height * row / steps, south_west.lon + width * column / steps)
        for row in range(1, steps)
        for column in range(1, steps)
    ]
    within = [point for point in grid if inside(point, rings)]
    outside = [point for point in grid if point not in set(within)]
    edge = [p for ring in rings for p in ring] + outside

    def room(point: Point) -> float:
        border = min(
            point.lat - south_west.lat,
            north_east.lat - point.lat,
            (point.lon - south_west.lon) / 2,
            (north_east.lon - point.lon) / 2,
        )
        return min(border, *(abs(p.lat - point.lat) + abs(p.lon - point.lon) / 2 for p in edge))

    return max(within, key=room, default=None)
