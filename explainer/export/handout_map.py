"""A schematic map as SVG: lines and places where they lie, north up, fit for grey print."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from explainer.geography import Place
from explainer.geometry import Geometry

WIDTH, MOST_HEIGHT, MARGIN, LETTERS = 680.0, 760.0, 26.0, 11.5
MOST_PLACES = 40
_LOOKS = {
    "river": 'stroke="#3a6ea5" stroke-width="2"',
    "tributary": 'stroke="#7ba3c9" stroke-width="1"',
    "road": 'stroke="#8c2f1b" stroke-width="1.8"',
    "track": 'stroke="#8c2f1b" stroke-width="1.2" stroke-dasharray="2 3"',
    "boundary": 'stroke="#777" stroke-width="1.2" stroke-dasharray="7 4"',
}
_WORDS = {"river": "river", "road": "road", "track": "track", "boundary": "boundary"}


class Frame(NamedTuple):
    """What part of the globe is drawn, in degrees, and how many pixels a degree of latitude is."""

    west: float
    north: float
    shrink: float
    scale: float
    width: float
    height: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        x = MARGIN + (lon - self.west) * self.shrink * self.scale
        return x, MARGIN + (self.north - lat) * self.scale

    def holds(self, lat: float, lon: float) -> bool:
        x, y = self.at(lat, lon)
        return 0 <= x <= self.width and 0 <= y <= self.height


def schematic_map(places: Sequence[Place], geometry: Geometry | None) -> str | None:
    """SVG of the places, those of the lesson's area where it has lines; None without a place."""
    lines = geometry.lines if geometry else ()
    core = [p for line in lines if line.kind == "boundary" for p in line.coordinates]
    shown = _near(places, core)[:MOST_PLACES]
    if not shown:
        return None
    frame = _frame([*core, *((p.lat, p.lon) for p in shown)])
    drawn = [line for line in lines if line.kind in _LOOKS]
    names = ", ".join(place.name for place in shown)
    return (
        f'<svg class="map" viewBox="0 0 {frame.width:.0f} {frame.height:.0f}" role="img" '
        f'aria-label="Map with {escape(names)}">'
        + "".join(_path(line.coordinates, _LOOKS[line.kind], frame) for line in drawn)
        + "".join(_labels(shown, frame))
        + _bar(frame)
        + "</svg>"
        + _legend({line.kind for line in drawn})
    )


def _near(places: Sequence[Place], core: Sequence[tuple[float, ...]]) -> list[Place]:
    """Places within the area of the lines and a margin over half as wide, the often named
    first; all of them where there is no such area."""
    by_rank = sorted(places, key=lambda place: -place.mentions)
    if not core:
        return by_rank
    lats, lons = [p[0] for p in core], [p[1] for p in core]
    more = 0.6 * max(max(lats) - min(lats), max(lons) - min(lons))
    return [
        p for p in by_rank
        if min(lats) - more <= p.lat <= max(lats) + more
        and min(lons) - more <= p.lon <= max(lons) + more
    ]  # fmt: skip


def _frame(points: Sequence[tuple[float, ...]]) -> Frame:
    south, north = min(p[0] for p in points), max(p[0] for p in points)
    west, east = min(p[1] for p in points), max(p[1] for p in points)
    north, south = north + 0.02, south - 0.02  # a single point still has a map around it
    west, east = west - 0.02, east + 0.02
    shrink = max(math.cos(math.radians((south + north) / 2)), 0.1)
    across, down = (east - west) * shrink, north - south
    scale = min((WIDTH - 2 * MARGIN - 60) / across, (MOST_HEIGHT - 2 * MARGIN) / down)
    width = across * scale + 2 * MARGIN + 60  # names stand to the right of their marks
    return Frame(west, north, shrink, scale, width, down * scale + 2 * MARGIN)


def _path(points: Sequence[tuple[float, ...]], look: str, frame: Frame) -> str:
    told = " ".join("{:.1f},{:.1f}".format(*frame.at(p[0], p[1])) for p in points)
    return f'<polyline points="{told}" fill="none" stroke-linejoin="round" {look}/>'


def _labels(places: Sequence[Place], frame: Frame) -> list[str]:
    """A mark a place, and its name where it covers no other; a name without room is left out."""
    taken: list[tuple[float, float, float, float]] = []
    drawn = []
    for place in places:
        x, y = frame.at(place.lat, place.lon)
        drawn.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" fill="#111"/>')
        long = len(place.name) * LETTERS * 0.55
        for left, base in ((x + 6, y + 4), (x - 6 - long, y + 4), (x + 4, y - 7), (x + 4, y + 16)):
            box = (left, base - LETTERS, left + long, base + 3)
            inside = box[0] >= 0 and box[2] <= frame.width and box[1] >= 0
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                drawn.append(
                    f'<text x="{left:.1f}" y="{base:.1f}" font-size="{LETTERS}" stroke="#fff" '
                    f'stroke-width="3" paint-order="stroke">{escape(place.name)}</text>'
                )
                break
    return drawn


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _bar(frame: Frame) -> str:
    """A scale of a round number of kilometres, about a fifth of the width."""
    per_km = frame.scale / 111.2
    want = frame.width / 5 / per_km
    size = 10 ** math.floor(math.log10(want))
    km = next(n * size for n in (5, 2, 1) if n * size <= want)
    y, long = frame.height - 8, km * per_km
    return (
        f'<path d="M8 {y - 5:.1f}V{y:.1f}H{8 + long:.1f}V{y - 5:.1f}" fill="none" stroke="#111"/>'
        f'<text x="{14 + long:.1f}" y="{y:.1f}" font-size="{LETTERS}">{km:g} km, north is up</text>'
    )


def _legend(kinds: set[str]) -> str:
    keys = [
        f'<span><svg viewBox="0 0 30 8" width="30" height="8" aria-hidden="true">'
        f'<path d="M0 4H30" fill="none" {_LOOKS[kind]}/></svg> {word}</span>'
        for kind, word in _WORDS.items()
        if kind in kinds
    ]
    return f'<p class="legend">{" ".join(keys)}</p>' if keys else ""
