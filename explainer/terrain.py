"""The land of a lesson from its geometry: a surface, where the river runs, and cuts across it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from explainer.earth import Point, Projection, along, distance
from explainer.geography import Place
from explainer.geometry import Geometry, ProfilePoint
from explainer.relief import Grid, Height, Relief, Surface, fill, relief

BESIDE_KM = 12.0  # a place this near the river can be told as a stretch of it
CUT_KM = 2.0  # a crest drawn nearer than this to a stream would block it
ROUGH = 0.5  # metres by which an interpolated height may miss the one given there
WALL = 100.0  # metres above the river at which the width of a valley's floor is given


def count_heights(geometry: Geometry) -> int:
    """How many distinct points of known height there are."""
    points = {r[:2] for each in geometry.heights for r in each.readings}
    points |= {(p.lat, p.lon) for p in geometry.profile}
    points |= {point for line in geometry.lines if line.heights for point in line.coordinates}
    return len(points)


def given_heights(geometry: Geometry) -> tuple[list[Height], list[list[Height]]]:
    """Spot heights, and the lines along which heights run on: the river between its banks and
    its tributaries, so that they stay valleys, and the crests, so that they stay ridges."""
    spots = [Height(*reading) for each in geometry.heights for reading in each.readings]
    spots += [Height(p.lat, p.lon, p.elevation) for p in geometry.profile]
    lines = [
        [
            Height(point[0], point[1], float(m))
            for point, m in zip(line.coordinates, metres, strict=True)
        ]
        for line in geometry.lines
        if line.heights and (metres := line.heights.split())
    ]
    return spots, [*lines, *_ridges(geometry), *_river(geometry)]


def _ridges(geometry: Geometry) -> list[list[Height]]:
    """Crests from point to point, but for the stretches on which a stream cuts through: there a
    ridge drawn on would dam its valley."""
    streams = [point for line in water(geometry) for point in _dense(line)]
    ridges = []
    for crest in (each for each in geometry.heights if each.kind == "crest"):
        for stretch in pairwise(Height(*reading) for reading in crest.readings):
            flat = Projection(stretch[0].lat, stretch[0].lon)
            on = np.array([flat.xy(h.lat, h.lon) for h in fill(stretch, 0.5)])
            wet = cKDTree([flat.xy(*point) for point in streams]) if streams else None
            if wet is None or wet.query(on)[0].min() > CUT_KM:
                ridges.append(list(stretch))
    return ridges


def _dense(line: Sequence[Point]) -> list[Point]:
    return [Point(h.lat, h.lon) for h in fill([Height(*point, 0.0) for point in line], 0.4)]


def water(geometry: Geometry) -> list[list[Point]]:
    """The streams that cut into the land: the main river and the tributaries of known heights.
    Not the rivers of a plain, which have no ridges beside them."""
    main = next((line for line in geometry.lines if line.kind == "river"), None)
    return [
        [Point(*point) for point in line.coordinates]
        for line in geometry.lines
        if line is main or (line.kind == "tributary" and line.heights)
    ]


def _river(geometry: Geometry) -> list[list[Height]]:
    """The main river, its bends given the heights of the profile, and the feet of its slopes."""
    river = next((line for line in geometry.lines if line.kind == "river"), None)
    if river is None or len(geometry.profile) < 2:
        return [[Height(p.lat, p.lon, p.elevation) for p in geometry.profile]]
    bends = [Point(*point) for point in river.coordinates]
    km = along(bends)
    known: dict[float, ProfilePoint] = {}
    for at in geometry.profile:
        gaps = [distance(bend, Point(at.lat, at.lon)) for bend in bends]
        if min(gaps) < 1.5:
            known.setdefault(km[gaps.index(min(gaps))], at)
    if len(known) < 2:
        return [[Height(p.lat, p.lon, p.elevation) for p in geometry.profile]]
    stations = sorted(known)
    metres = np.interp(km, stations, [known[k].elevation for k in stations])
    widths = np.interp(km, stations, [known[k].floor_km or 0 for k in stations])
    bed = [Height(*bend, float(m)) for bend, m in zip(bends, metres, strict=True)]
    dense = fill(bed, 0.8)
    wide = np.interp(along([Point(h.lat, h.lon) for h in dense]), km, widths)
    return [bed, *_walls(dense, [float(width) for width in wide])]


def _walls(bed: list[Height], widths: list[float]) -> list[list[Height]]:
    """Points `WALL` metres above the river on either side, half a floor's width from it; none in
    the inside of a bend, where they would lie in the water."""
    flat = Projection(bed[0].lat, bed[0].lon)
    xy = np.array([flat.xy(h.lat, h.lon) for h in bed])
    course = np.gradient(xy, axis=0)
    course /= np.linalg.norm(course, axis=1, keepdims=True)
    walls = []
    for side in (-1, 1):
        for here, (dx, dy), width, height in zip(xy, course, widths, bed, strict=True):
            foot = here + side * width / 2 * np.array([-dy, dx])
            if width and np.linalg.norm(xy - foot, axis=1).min() > 0.45 * width:
                point = flat.point(float(foot[0]), float(foot[1]))
                walls.append([Height(*point, height.m + WALL)])
    return walls


def terrain(
    geometry: Geometry, south_west: Point, north_east: Point, cells: int = 110
) -> Relief | None:
    """The schematic surface over a box, or None where too few heights are known."""
    spots, lines = given_heights(geometry)
    try:
        made = relief(spots, lines, south_west, north_east, cells, water(geometry))
    except ValueError:
        return None
    return replace(made, measured=count_heights(geometry))


def beside(profile: Sequence[ProfilePoint], place: Place) -> ProfilePoint | None:
    """The point of the profile a place stands at, or the nearest to it if it is near."""
    own = next((point for point in profile if point.place_id == place.id), None)
    if own is not None or place.lat is None or place.lon is None or not profile:
        return own
    here = Point(place.lat, place.lon)
    near = min(profile, key=lambda point: distance(here, Point(point.lat, point.lon)))
    return near if distance(here, Point(near.lat, near.lon)) < BESIDE_KM else None


def unknown_km(geometry: Geometry, given: Relief) -> Grid:
    """Kilometres from each cell of the surface to the nearest known height: the further, the
    less the surface is worth. A town's own height says nothing of the land around it."""
    spots, lines = given_heights(geometry)
    towns = {r[:2] for each in geometry.heights if each.kind == "settlement" for r in each.readings}
    flat = Projection(float(given.lats.mean()), float(given.lons.mean()))
    heights = [h for h in spots if (h.lat, h.lon) not in towns]
    heights += [h for line in lines for h in line]
    known = cKDTree([flat.xy(h.lat, h.lon) for h in heights])
    cells = [flat.xy(float(lat), float(lon)) for lat in given.lats for lon in given.lons]
    gaps: Grid = np.asarray(known.query(cells)[0], dtype=np.float64)
    return gaps.reshape(given.heights.shape)


def beyond_km(geometry: Geometry, given: Relief) -> Grid:
    """Kilometres from each cell of the surface out to the boundary, 0 within it; to the nearest
    known height where there is no boundary."""
    line = next((line for line in geometry.lines if line.kind == "boundary"), None)
    if line is None:
        return unknown_km(geometry, given)
    flat = Projection(float(given.lats.mean()), float(given.lons.mean()))
    ring = np.array([flat.xy(*point) for point in line.coordinates])
    edge = cKDTree([flat.xy(*point) for point in _dense([Point(*p) for p in line.coordinates])])
    cells = np.array([flat.xy(float(lat), float(lon)) for lat in given.lats for lon in given.lons])
    gaps: Grid = np.asarray(edge.query(cells)[0], dtype=np.float64)
    gaps[_inside(cells, ring)] = 0.0
    return gaps.reshape(given.heights.shape)


def _inside(points: Grid, ring: Grid) -> NDArray[np.bool_]:
    """Whether a line from each point to the east crosses the ring an odd number of times."""
    crossed = np.zeros(len(points), dtype=bool)
    for (x0, y0), (x1, y1) in pairwise(ring):
        if y0 != y1:
            between = (y0 > points[:, 1]) != (y1 > points[:, 1])
            crossed ^= between & (points[:, 0] < x0 + (points[:, 1] - y0) * (x1 - x0) / (y1 - y0))
    return crossed


class Cut(NamedTuple):
    """A cross-section: `points` are (kilometres from the river, metres), left bank first when
    looking downstream."""

    name: str
    points: tuple[tuple[float, float], ...]

    def slopes(self, above: float) -> tuple[float, float]:
        """Kilometres to the left and to the right at which the land first lies `above` metres
        over the river."""
        level = self.river + above - ROUGH
        left = max((x for x, m in self.points if x < 0 and m >= level), default=self.points[0][0])
        right = min((x for x, m in self.points if x > 0 and m >= level), default=self.points[-1][0])
        return left, right

    @property
    def river(self) -> float:
        """Metres of the river."""
        return min(self.points, key=lambda point: abs(point[0]))[1]

    def width(self, above: float) -> float:
        """Kilometres from slope to slope, `above` metres over the river."""
        left, right = self.slopes(above)
        return right - left


def cuts(
    geometry: Geometry, indices: Sequence[int], half_km: float = 9.0, points: int = 361
) -> tuple[Cut, ...]:
    """The land across the river at points of the profile, square to the river's course there;
    `half_km` to either side; the floor as wide as it is known to be. Raises ValueError where too
    few heights are known."""
    profile = geometry.profile
    spots, lines = given_heights(geometry)
    # The feet of the slopes at every station, drawn or not: a cut is the same whatever else is.
    for index, at in enumerate(profile):
        flat, (dx, dy) = _square(profile, index)
        for side in (-0.5, 0.5) if at.floor_km else ():
            foot = flat.point(dx * side * (at.floor_km or 0), dy * side * (at.floor_km or 0))
            spots.append(Height(*foot, at.elevation + WALL))
    courses = [(profile[index], *_square(profile, index)) for index in indices]
    middle = Point(profile[0].lat, profile[0].lon)
    surface = Surface(spots, lines, middle, water(geometry))
    across = [float(km) for km in np.linspace(-half_km, half_km, points)]
    return tuple(
        Cut(
            at.name,
            tuple(
                zip(across, surface.at([flat.point(dx * x, dy * x) for x in across]), strict=True)
            ),
        )
        for at, flat, (dx, dy) in courses
    )


def _square(profile: Sequence[ProfilePoint], index: int) -> tuple[Projection, tuple[float, float]]:
    """A flat map about a point of the river, and the direction to its right bank."""
    here = profile[index]
    flat = Projection(here.lat, here.lon)
    above, below = profile[max(index - 1, 0)], profile[min(index + 1, len(profile) - 1)]
    (x0, y0), (x1, y1) = flat.xy(above.lat, above.lon), flat.xy(below.lat, below.lon)
    length = float(np.hypot(x1 - x0, y1 - y0)) or 1.0
    return flat, ((y1 - y0) / length, -(x1 - x0) / length)
