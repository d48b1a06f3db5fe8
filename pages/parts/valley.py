"""The map: an ordinary x/y figure, so that it works with the network cable out."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal, NamedTuple

import plotly.graph_objects as go

from explainer.earth import Point
from explainer.geography import Place
from explainer.geometry import Geometry
from explainer.labels import Rect, place_labels
from pages.parts.land import (
    add_lines,
    add_neighbours,
    add_outlines,
    add_relief,
    halo,
    neighbour_rects,
)
from pages.parts.look import DARK, LIGHT, Room
from pages.parts.map_frame import add_frame

View = Literal["near", "far"]
LAYERS = {
    "relief": "Relief", "rivers": "Rivers", "roads": "Roads", "borders": "Borders",
    "passes": "Passes and peaks", "grid": "Grid",
}  # fmt: skip
ALL = frozenset(LAYERS)
HIGH = ("pass", "peak", "mountain range", "spring")
SYMBOLS = {"pass": "triangle-up", "peak": "triangle-up", "road tunnel": "square"}
SYMBOLS |= {"province": "hexagon", "country": "hexagon", "side valley": "diamond"}
# Pixels: width of the plot, its greatest height, size of the names.
SIZES: dict[Room, tuple[int, int, int]] = {
    "phone": (358, 440, 12), "page": (690, 720, 15), "hall": (1100, 790, 24),
}  # fmt: skip
AREAS = ("province", "region", "country")
AROUND = 3  # times the size of the near view


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

    def holds(self, place: Place) -> bool:
        return (
            place.lat is not None
            and place.lon is not None
            and self.west <= place.lon <= self.east
            and self.south <= place.lat <= self.north
        )


def placed(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(p for p in places if p.lat is not None and p.lon is not None)


def frame_of(points: list[tuple[float, float]], margin: float = 0.1) -> Box:
    """The (lat, lon) points with a margin, as a share of their extent."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    edge = max(max(lats) - min(lats), max(lons) - min(lons), 0.2) * margin
    return Box(min(lons) - edge, min(lats) - edge, max(lons) + edge, max(lats) + edge)


def boxes(places: tuple[Place, ...], geometry: Geometry | None) -> dict[View, Box]:
    """What there is to see. Near: what the boundary holds, if there is one. Far: all places, or
    those within a few times the size of the near view, lest a capital abroad shrink the rest."""
    points = [(p.lat or 0.0, p.lon or 0.0) for p in placed(places)]
    lines = geometry.lines if geometry else ()
    edge = [(c[0], c[1]) for line in lines if line.kind == "boundary" for c in line.coordinates]
    if not edge:
        return {"far": frame_of(points)} if points else {}
    near = frame_of(edge)
    reach = AROUND * (near.north - near.south)
    lat, lon = (near.south + near.north) / 2, (near.west + near.east) / 2
    around = [p for p in points if abs(p[0] - lat) < reach and abs(p[1] - lon) < reach]
    return {"near": near, "far": frame_of(around + edge)}


def seen(places: tuple[Place, ...], sight: dict[View, Box], view: View) -> tuple[Place, ...]:
    """The places of a view. From far away the small ones inside the near view are left out."""
    inside = tuple(p for p in placed(places) if sight[view].holds(p))
    near = sight.get("near")
    if view == "near" or near is None:
        return inside
    return tuple(p for p in inside if not near.holds(p) or p.kind in AREAS)


@lru_cache(maxsize=64)
def valley(
    places: tuple[Place, ...], geometry: Geometry | None, chosen: str | None, *,
    is_dark: bool, room: Room, box: Box, view: View,
    layers: frozenset[str] = ALL, lit: tuple[str, ...] = (),
    route: tuple[Place, Place] | None = None,
) -> go.Figure:  # fmt: skip
    """Places with their names; land, rivers, roads and borders; `chosen` and `lit` places marked,
    a straight line between the places of a `route`. Markers carry the place's id."""
    c = DARK if is_dark else LIGHT
    size = SIZES[room][2]
    figure = go.Figure()
    if view == "far" and "borders" in layers:
        add_outlines(figure, box.low, box.high, c, size - 2)
    if geometry:
        if view == "near" and "relief" in layers:
            add_relief(figure, geometry, box.low, box.high, is_dark=is_dark)
        add_lines(figure, geometry, c, layers, view == "far")
        if view == "near" and "borders" in layers:
            add_neighbours(figure, geometry, c, size - 2)
    if route:
        figure.add_scatter(
            x=[p.lon for p in route], y=[p.lat for p in route], mode="lines", hoverinfo="skip",
            line={"color": c["lapis"], "width": 3, "dash": "dash"},
        )  # fmt: skip
    if "passes" not in layers:
        places = tuple(p for p in places if p.kind not in HIGH or p.id in (chosen, *lit))
    near = geometry if view == "near" and "borders" in layers else None
    _add_places(figure, places, chosen, lit, c, box, room, near)
    add_frame(figure, box.low, box.high, c, size, grid="grid" in layers)
    figure.update_layout(
        height=_size(box, room)[1], margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)", clickmode="event+select",
        font={"family": "Source Sans, sans-serif"},
    )  # fmt: skip
    figure.update_xaxes(
        range=[box.west, box.east], visible=False, fixedrange=True, constrain="domain"
    )
    figure.update_yaxes(
        range=[box.south, box.north], visible=False, fixedrange=True, constrain="domain",
        scaleanchor="x", scaleratio=1 / _shrink(box),
    )  # fmt: skip
    return figure


def _size(box: Box, room: Room) -> tuple[float, float]:
    """Pixels of the plot: as wide as the page allows, as high as that makes it, within reason."""
    width, most, _ = SIZES[room]
    height = width * (box.north - box.south) / ((box.east - box.west) * _shrink(box))
    return width, min(max(height, 240), most)


def _shrink(box: Box) -> float:
    """How much shorter a degree of longitude is than one of latitude here."""
    return math.cos(math.radians((box.south + box.north) / 2))


def _add_places(
    figure: go.Figure, places: tuple[Place, ...], chosen: str | None, lit: tuple[str, ...],
    c: dict[str, str], box: Box, room: Room, geometry: Geometry | None,
) -> None:  # fmt: skip
    size = SIZES[room][2]
    # The first to get room for its name is the chosen one, then those lit up.
    places = tuple(sorted(places, key=lambda p: (p.id != chosen, p.id not in lit)))
    sides = _sides(places, chosen, box, size, room, geometry)
    marked = [p.id == chosen or p.id in lit for p in places]
    figure.add_scatter(
        x=[p.lon for p in places], y=[p.lat for p in places], mode="markers+text",
        customdata=[p.id for p in places], hoverinfo="none",
        text=[_name(p, m) if s else "" for p, s, m in zip(places, sides, marked, strict=True)],
        textposition=[side or "middle right" for side in sides],
        textfont={
            "size": size, "color": c["ink"], "family": "Source Sans, sans-serif",
            "shadow": halo(c),
        },
        marker={
            "size": [_mark(p, p.id == chosen) for p in places], "opacity": 1,
            "symbol": [SYMBOLS.get(p.kind, "circle") for p in places],
            "color": [
                c["lapis"] if p.id in lit else c["emerald"] if p.origin == "source" or p.mentions
                else c["amber"] for p in places
            ],
            "line": {
                "color": [c["ink"] if m else c["paper"] for m in marked],
                "width": [3 if m else 1.5 for m in marked],
            },
        },
        unselected={"marker": {"opacity": 1}, "textfont": {"color": c["ink"]}},
        selected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _mark(place: Place, is_chosen: bool) -> float:
    """Pixels: larger the more often the article names the place."""
    return max(20.0 if is_chosen else 0.0, min(10 + 3.5 * math.sqrt(place.mentions), 26))


def _sides(
    places: tuple[Place, ...], chosen: str | None, box: Box, size: float, room: Room,
    geometry: Geometry | None,
) -> list[str | None]:  # fmt: skip
    width, height = _size(box, room)
    across, up = (box.east - box.west) * _shrink(box), box.north - box.south
    scale = min(width / across, height / up)

    def pixel(lat: float, lon: float) -> tuple[float, float]:
        return (lon - box.west) * _shrink(box) * scale, (box.north - lat) * scale

    points = [pixel(p.lat or 0, p.lon or 0) for p in places]
    first = next((i for i, p in enumerate(places) if p.id == chosen), None)
    within = across * scale, up * scale
    taken: list[Rect] = [
        (within[0] * 0.68, within[1] - 3 * size, within[0], within[1]),  # the scale bar
        (within[0] - 2.2 * size, 0, within[0], 3 * size),  # the arrow
    ]
    if geometry:
        taken += neighbour_rects(geometry, pixel, int(size) - 2)
    return place_labels(points, [p.name for p in places], size, within, first, taken)


def _name(place: Place, is_chosen: bool) -> str:
    name = place.name.replace("&", "&amp;").replace("<", "&lt;")
    return f"<b>{name}</b>" if is_chosen else name
