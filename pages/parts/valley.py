"""The map: an ordinary x/y figure, so that it works with the network cable out."""

from __future__ import annotations

import math
from functools import lru_cache

import plotly.graph_objects as go

from explainer.geography import Place
from explainer.geometry import Geometry
from explainer.labels import Rect, place_labels, taken_by
from pages.parts.frames import Box, View
from pages.parts.land import HIGH, add_lines, add_relief, halo
from pages.parts.look import DARK, LIGHT, Room
from pages.parts.map_frame import add_frame, corner_rects
from pages.parts.names_around import add_countries, add_names, around, pixel, plot

LAYERS = {
    "relief": "Relief", "rivers": "Rivers", "roads": "Roads", "borders": "Borders",
    "passes": "Passes and peaks", "districts": "Districts", "grid": "Grid",
}  # fmt: skip
ALL = frozenset(LAYERS) - {"districts"}
SYMBOLS = {"pass": "triangle-up", "peak": "triangle-up", "road tunnel": "square"}
SYMBOLS |= {"province": "hexagon", "country": "hexagon", "side valley": "diamond"}
# Pixels: width of the plot, its greatest height, size of the names.
SIZES: dict[Room, tuple[int, int, int]] = {
    "phone": (358, 440, 12), "page": (690, 720, 15), "hall": (1100, 790, 24),
}  # fmt: skip


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
    abroad = view == "far" or geometry is None
    if abroad:
        add_countries(figure, box, c, lines="borders" in layers)
    if geometry:
        if view == "near" and "relief" in layers:
            add_relief(figure, geometry, box.low, box.high, is_dark=is_dark)
        add_lines(figure, geometry, c, layers, view == "far")
    if route:
        figure.add_scatter(
            x=[p.lon for p in route], y=[p.lat for p in route], mode="lines", hoverinfo="skip",
            line={"color": c["lapis"], "width": 3, "dash": "dash"},
        )  # fmt: skip
    if "passes" not in layers:
        places = tuple(p for p in places if p.kind not in HIGH or p.id in (chosen, *lit))
    land = None if abroad else geometry
    taken = _add_places(figure, places, chosen, lit, c, box, room)
    names = around(land, layers) if land else ()
    if "grid" in layers:
        taken.append((0, 0, plot(box, _size(box, room))[0], 1.2 * size))  # degrees along the top
    add_names(figure, names, box, _size(box, room), taken, c, size - 2, countries=abroad)
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
        scaleanchor="x", scaleratio=1 / box.shrink,
    )  # fmt: skip
    return figure


def _size(box: Box, room: Room) -> tuple[float, float]:
    """Pixels of the plot: as wide as the page allows, as high as that makes it, within reason."""
    width, most, _ = SIZES[room]
    return width, min(max(width * box.shape, 200), most)


def _add_places(
    figure: go.Figure, places: tuple[Place, ...], chosen: str | None, lit: tuple[str, ...],
    c: dict[str, str], box: Box, room: Room,
) -> list[Rect]:  # fmt: skip
    """Draws marks and names; gives the pixels they take."""
    size = SIZES[room][2]
    # The first to get room for its name is the chosen one, then those lit up.
    places = tuple(sorted(places, key=lambda p: (p.id != chosen, p.id not in lit)))
    points = [pixel(box, _size(box, room), p.lat, p.lon) for p in places]
    names = [p.name for p in places]
    within = plot(box, _size(box, room))
    first = next((i for i, p in enumerate(places) if p.id == chosen), None)
    sides = place_labels(points, names, size, within, first, corner_rects(within, size))
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
    return [*corner_rects(within, size), *taken_by(points, names, sides, size)]


def _mark(place: Place, is_chosen: bool) -> float:
    """Pixels: larger the more often the article names the place."""
    return max(20.0 if is_chosen else 0.0, min(10 + 3.5 * math.sqrt(place.mentions), 26))


def _name(place: Place, is_chosen: bool) -> str:
    name = place.name.replace("&", "&amp;").replace("<", "&lt;")
    return f"<b>{name}</b>" if is_chosen else name
