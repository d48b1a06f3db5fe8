"""Which part of the world a map shows."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from explainer.earth import Point, distance
from explainer.geography import AREAS, Place
from explainer.geometry import Geometry

View = Literal["near", "far"]
AROUND = 3  # times the size of the near view
SHAPE = (0.62, 1.3)  # height over width of a map on the page, at least and at most
APART = 3  # a place this many times further off than the one before lies somewhere else


class Box(NamedTuple):
    """Degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def low(self) -> Point:
        return Point(self.south, self.west)

    @property
    def high(self) -> Point:
        return Point(self.north, self.east)

    @property
    def shrink(self) -> float:
        """How much shorter a degree of longitude is than one of latitude here."""
        return math.cos(math.radians((self.south + self.north) / 2))

    @property
    def shape(self) -> float:
        """Height over width, on the ground."""
        return (self.north - self.south) / ((self.east - self.west) * self.shrink)

    def holds(self, place: Place) -> bool:
        return (
            place.lat is not None
            and place.lon is not None
            and self.west <= place.lon <= self.east
            and self.south <= place.lat <= self.north
        )

    def roomy(self) -> Box:
        """With so much more around that it is neither a strip nor a column."""
        low, high = SHAPE
        across, up = (self.east - self.west) * self.shrink, self.north - self.south
        taller = max(across * low - up, 0) / 2
        wider = max(up / high - across, 0) / 2 / self.shrink
        south, north = max(self.south - taller, -85.0), min(self.north + taller, 85.0)
        return Box(self.west - wider, south, self.east + wider, north)


def placed(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(p for p in places if p.lat is not None and p.lon is not None)


def frame_of(points: list[tuple[float, float]], margin: float = 0.1) -> Box:
    """The (lat, lon) points with a margin, as a share of their extent."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    edge = max(max(lats) - min(lats), max(lons) - min(lons), 0.2) * margin
    return Box(min(lons) - edge, min(lats) - edge, max(lons) + edge, max(lats) + edge).roomy()


def boxes(places: tuple[Place, ...], geometry: Geometry | None) -> dict[View, Box]:
    """What there is to see. Near: what the boundary holds, if there is one, else the places that
    lie together. Far: all places, or those within a few times the size of the near view, lest a
    capital abroad shrink the rest."""
    points = [(p.lat, p.lon) for p in placed(places)]
    lines = geometry.lines if geometry else ()
    edge = [(c[0], c[1]) for line in lines if line.kind == "boundary" for c in line.coordinates]
    if not edge:
        core = together([Point(*point) for point in points])
        found: dict[View, Box] = {}
        if core:
            found["near"] = frame_of([(p.lat, p.lon) for p in core], margin=0.2)
        return found | ({"far": frame_of(points)} if points else {})
    near_box = frame_of(edge)
    reach = AROUND * (near_box.north - near_box.south)
    lat, lon = (near_box.south + near_box.north) / 2, (near_box.west + near_box.east) / 2
    around = [p for p in points if abs(p[0] - lat) < reach and abs(p[1] - lon) < reach]
    return {"near": near_box, "far": frame_of(around + edge)}


def together(points: list[Point]) -> list[Point]:
    """The points around the middle one, up to the first that lies far out; none where all lie
    together, or where fewer than three or a third of them do."""
    if len(points) < 4:
        return []
    middle = min(points, key=lambda a: sorted(distance(a, b) for b in points)[len(points) // 2])
    order = sorted(points, key=lambda p: distance(middle, p))
    least = max(3, math.ceil(len(points) / 3))
    for n in range(least, len(order)):
        inner, outer = (distance(middle, order[i]) for i in (n - 1, n))
        if outer > APART * max(inner, 20.0):
            return order[:n]
    return []


def seen(
    places: tuple[Place, ...], geometry: Geometry | None, sight: dict[View, Box], view: View
) -> tuple[Place, ...]:
    """The places of a view. Far around a land of its own, the small ones in it are left out."""
    inside = tuple(p for p in placed(places) if sight[view].holds(p))
    near = sight.get("near")
    if view == "near" or near is None or geometry is None:
        return inside
    return tuple(p for p in inside if not near.holds(p) or p.kind in AREAS)
