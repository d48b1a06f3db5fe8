"""A schematic surface from spot heights and lines: good for seeing shapes, not for navigation.

Heights between the given ones are interpolated by radial basis functions, after each line (a
river, a crest) has been filled with points, so that rivers stay valleys and crests stay ridges.
What is interpolated is the height above what ground commonly does beside water: it rises, steeply
first. So there is a ridge between two streams even where no height of it is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import RBFInterpolator
from scipy.spatial import cKDTree

from explainer.earth import Point, Projection, distance

Grid = NDArray[np.float64]
# How ground rises from water: metres a kilometre at the bank, and the kilometres within which
# two thirds of the rise are done. Steeper foretells summits left out better still (make bench),
# but summits are what maps name; the slopes below them, which nobody lists, would come out high.
SLOPE, FLATTENS_KM = 200.0, 2.0


class Height(NamedTuple):
    """Metres above sea level at a point."""

    lat: float
    lon: float
    m: float


@dataclass(frozen=True, slots=True)
class Relief:
    """`heights[row, column]` in metres at `lats[row]`, `lons[column]`, south to north and west
    to east. `measured` is how many given heights it rests on."""

    lats: Grid
    lons: Grid
    heights: Grid
    measured: int

    def at(self, lat: float, lon: float) -> float:
        """Height in metres, bilinear; points outside take the nearest edge."""
        row = np.clip(np.interp(lat, self.lats, np.arange(len(self.lats))), 0, len(self.lats) - 1)
        col = np.clip(np.interp(lon, self.lons, np.arange(len(self.lons))), 0, len(self.lons) - 1)
        r, c = min(int(row), len(self.lats) - 2), min(int(col), len(self.lons) - 2)
        y, x = row - r, col - c
        h = self.heights
        low = h[r, c] * (1 - x) + h[r, c + 1] * x
        high = h[r + 1, c] * (1 - x) + h[r + 1, c + 1] * x
        return float(low * (1 - y) + high * y)


def fill(line: Sequence[Height], step_km: float = 1.5) -> list[Height]:
    """The line with points added at most `step_km` apart, heights in proportion."""
    filled = list(line[:1])
    for a, b in pairwise(line):
        parts = max(1, round(distance(Point(a.lat, a.lon), Point(b.lat, b.lon)) / step_km))
        for n in range(1, parts + 1):
            t = n / parts
            filled.append(Height(*(p + (q - p) * t for p, q in zip(a, b, strict=True))))
    return filled


class Surface:
    """Heights anywhere near `middle`. `water` are lines of streams, whether or not their heights
    are known. Never higher or lower than what was given. `measured` is how many distinct heights
    were given. Raises ValueError with fewer than three distinct points: they fix no surface."""

    def __init__(
        self,
        spots: Iterable[Height],
        lines: Iterable[Sequence[Height]],
        middle: Point,
        water: Iterable[Sequence[Point]] = (),
    ) -> None:
        lines = [list(line) for line in lines]
        given = {(h.lat, h.lon): h.m for line in lines for h in line} | {
            (h.lat, h.lon): h.m for h in spots
        }
        filled = {(h.lat, h.lon): h.m for line in lines for h in fill(line)} | given
        if len(filled) < 3:
            raise ValueError("a surface needs at least three heights")
        self.measured = len(given)
        self.flat = Projection(*middle)
        wet = [
            self.flat.xy(h.lat, h.lon)
            for line in water
            for h in fill([Height(*point, 0.0) for point in line], 0.4)
        ]
        self._water = cKDTree(wet) if wet else None
        places = np.array([self.flat.xy(*place) for place in filled])
        heights = np.array(list(filled.values()))
        self._range = heights.min(), heights.max()
        self._rest = RBFInterpolator(places, heights - self._rise(places), kernel="linear")

    def _rise(self, xy: Grid) -> Grid:
        """Metres that ground commonly lies above the nearest water."""
        if self._water is None:
            return np.zeros(len(xy))
        away: Grid = np.asarray(self._water.query(xy)[0], dtype=np.float64)
        return SLOPE * FLATTENS_KM * (1 - np.exp(-away / FLATTENS_KM))

    def metres(self, xy: Grid) -> Grid:
        """Heights at kilometres east and north of the middle, one row a point."""
        heights: Grid = np.clip(self._rest(xy) + self._rise(xy), *self._range)
        return heights

    def at(self, points: Sequence[Point]) -> list[float]:
        return [float(m) for m in self.metres(np.array([self.flat.xy(*p) for p in points]))]


def relief(
    spots: Iterable[Height],
    lines: Iterable[Sequence[Height]],
    south_west: Point,
    north_east: Point,
    cells: int = 110,
    water: Iterable[Sequence[Point]] = (),
) -> Relief:
    """The surface over a box, `cells` points on its longer side; `water` as in Surface.

    Raises ValueError with fewer than three distinct points: they fix no surface.
    """
    middle = Point((south_west.lat + north_east.lat) / 2, (south_west.lon + north_east.lon) / 2)
    surface = Surface(spots, lines, middle, water)
    flat = surface.flat
    lats, lons = _axes(flat, south_west, north_east, cells)
    xs = [flat.xy(middle.lat, lon)[0] for lon in lons]
    ys = [flat.xy(lat, middle.lon)[1] for lat in lats]
    grid = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    heights = surface.metres(grid).reshape(len(lats), len(lons))
    return Relief(lats=lats, lons=lons, heights=heights, measured=surface.measured)


def _axes(flat: Projection, low: Point, high: Point, cells: int) -> tuple[Grid, Grid]:
    (x0, y0), (x1, y1) = flat.xy(*low), flat.xy(*high)
    step = max(x1 - x0, y1 - y0) / (cells - 1)
    rows, cols = (max(2, round(side / step) + 1) for side in (y1 - y0, x1 - x0))
    return np.linspace(low.lat, high.lat, rows), np.linspace(low.lon, high.lon, cols)


def hillshade(
    given: Relief, azimuth: float = 315.0, altitude: float = 45.0, z: float = 2.0
) -> Grid:
    """Brightness 0 to 1 of each cell under a light from `azimuth` (degrees from north) at
    `altitude` degrees, heights exaggerated `z` times. The usual cartographic formula (Horn)."""
    mid_lat, mid_lon = given.lats.mean(), given.lons.mean()
    a = Point(float(mid_lat), float(given.lons[0]))
    dx = distance(a, Point(float(mid_lat), float(given.lons[-1]))) * 1000 / (len(given.lons) - 1)
    b = Point(float(given.lats[0]), float(mid_lon))
    dy = distance(b, Point(float(given.lats[-1]), float(mid_lon))) * 1000 / (len(given.lats) - 1)
    up, east = np.gradient(given.heights * z, dy, dx)
    slope = np.arctan(np.hypot(east, up))
    aspect = np.arctan2(-east, -up)  # the direction a slope faces, from north
    light, sun = np.radians(90 - altitude), np.radians(azimuth)
    shade = np.cos(light) * np.cos(slope) + np.sin(light) * np.sin(slope) * np.cos(sun - aspect)
    lit: Grid = np.clip(shade, 0, 1)
    return lit


def section(given: Relief, a: Point, b: Point, points: int = 81) -> list[tuple[float, float]]:
    """A cross-section from `a` to `b`: (kilometres from a, metres)."""
    length = distance(a, b)
    return [
        (
            length * t,
            given.at(a.lat + (b.lat - a.lat) * t, a.lon + (b.lon - a.lon) * t),
        )
        for t in np.linspace(0, 1, points)
    ]
