"""Names of what lies around and between the places: countries, neighbours, districts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from explainer.earth import Point
from explainer.geometry import Geometry
from explainer.labels import Rect, fits
from explainer.outlines import Ring, inside, name_point, outlines
from pages.parts.frames import Box
from pages.parts.land import halo

MOST = 14  # names of countries: more would be a list, not a map
WIDE = 0.64  # of a letter's size: the width of a capital


class Name(NamedTuple):
    """What is written in slanted capitals, and where."""

    text: str
    lat: float
    lon: float


def plot(box: Box, size: tuple[float, float]) -> tuple[float, float]:
    """Pixels that the box takes of a plot of `size` (width, height)."""
    width, height = size
    scale = min(width / ((box.east - box.west) * box.shrink), height / (box.north - box.south))
    return (box.east - box.west) * box.shrink * scale, (box.north - box.south) * scale


def pixel(box: Box, size: tuple[float, float], lat: float, lon: float) -> tuple[float, float]:
    """Pixels from the top left."""
    width, height = plot(box, size)
    return (
        (lon - box.west) / (box.east - box.west) * width,
        (box.north - lat) / (box.north - box.south) * height,
    )


def around(geometry: Geometry, layers: frozenset[str]) -> tuple[Name, ...]:
    beside = [Name(n.name, n.label_lat, n.label_lon) for n in geometry.neighbours]
    parts = [Name(f"{d.name} district", d.lat, d.lon) for d in geometry.districts]
    return tuple(
        name
        for layer, names in (("borders", beside), ("districts", parts))
        for name in names
        if layer in layers
    )


def add_countries(figure: go.Figure, box: Box, c: dict[str, str], *, lines: bool) -> None:
    """Land of every country that reaches into the box, with its border."""
    for rings in outlines().values():
        for ring in rings:
            if _meets(ring, box):
                figure.add_scatter(
                    x=[p.lon for p in ring], y=[p.lat for p in ring], mode="lines",
                    hoverinfo="skip", fill="toself", fillcolor=c["card"],
                    line={"color": c["muted"], "width": 1 if lines else 0},
                )  # fmt: skip


def _meets(ring: Ring, box: Box) -> bool:
    lats, lons = [p.lat for p in ring], [p.lon for p in ring]
    return (
        min(lats) < box.north
        and max(lats) > box.south
        and min(lons) < box.east
        and max(lons) > box.west
    )


def add_names(
    figure: go.Figure, names: Sequence[Name], box: Box, plot_size: tuple[float, float],
    taken: Sequence[Rect], c: dict[str, str], size: int, *, countries: bool,
) -> None:  # fmt: skip
    """Those names that find room where nothing else is written, moved a little if need be."""
    taken = list(taken)
    within = plot(box, plot_size)
    for name in [*names, *(_countries(box) if countries else ())]:
        if not (box.south < name.lat < box.north and box.west < name.lon < box.east):
            continue
        text = name.text.upper()
        at = pixel(box, plot_size, name.lat, name.lon)
        spot = _room(at, (len(text) * size * WIDE, size * 1.3), taken, within)
        if spot is None:
            continue
        x, y, rect = spot
        taken.append(rect)
        figure.add_annotation(
            x=box.west + x / within[0] * (box.east - box.west),
            y=box.north - y / within[1] * (box.north - box.south),
            showarrow=False, text=f"<i>{text}</i>",
            font={"size": size, "color": c["muted"], "shadow": halo(c)},
        )  # fmt: skip


def _room(
    at: tuple[float, float], need: tuple[float, float], taken: Sequence[Rect],
    within: tuple[float, float],
) -> tuple[float, float, Rect] | None:  # fmt: skip
    """The nearest free spot to `at`, drawn in from the edge; None where there is none near."""
    wide, high = need[0] / 2, need[1] / 2
    x0 = min(max(at[0], wide + 2), within[0] - wide - 2)
    for dy in (0, -1, 1, -2, 2, -3, 3):
        for dx in (0, -0.5, 0.5, -1, 1):
            x, y = x0 + dx * wide, at[1] + dy * need[1]
            rect = (x - wide, y - high, x + wide, y + high)
            if fits(rect, taken, within):
                return x, y, rect
    return None


def _countries(box: Box) -> list[Name]:
    """The countries seen in the box that have room for a name, the roomiest first."""
    found = []
    for country, rings in outlines().items():
        near = tuple(ring for ring in rings if _meets(ring, box))
        at = name_point(country, box.low, box.high) if near else None
        if at is not None:
            found.append((_share(near, box), Name(country, at.lat, at.lon)))
    found.sort(key=lambda pair: -pair[0])
    return [name for share, name in found[:MOST] if share > 0.004]


def _share(rings: tuple[Ring, ...], box: Box) -> float:
    """How much of the box lies in the rings, by a grid of points."""
    steps = 12
    hits = sum(
        inside(
            Point(
                box.south + (box.north - box.south) * (row + 0.5) / steps,
                box.west + (box.east - box.west) * (column + 0.5) / steps,
            ),
            rings,
        )
        for row in range(steps)
        for column in range(steps)
    )
    return hits / steps**2
