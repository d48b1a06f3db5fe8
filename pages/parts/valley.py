"""The map: an ordinary x/y figure, so that it works with the network cable out."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import plotly.graph_objects as go

from explainer.earth import Point
from explainer.geography import Geometry, Place, parse_points
from explainer.relief import Height, Relief, relief
from explainer.labels import place_labels
from pages.parts.look import DARK, LIGHT, Room

View = Literal["near", "far"]
STYLES = {
    "river": ("water", 3.0, "solid"),
    "tributary": ("water", 1.3, "solid"),
    "road": ("red", 1.6, "solid"),
    "track": ("red", 1.4, "dot"),
    "boundary": ("ink", 1.6, "dash"),
    "gorge": ("amber", 6.0, "solid"),
    "ridge": ("line", 1.5, "solid"),
}
SYMBOLS = {"pass": "triangle-up", "peak": "triangle-up", "road tunnel": "square"}
SYMBOLS |= {"province": "hexagon", "country": "hexagon", "side valley": "diamond"}
# Pixels: width of the plot, its greatest height, size of the names.
SIZES: dict[Room, tuple[int, int, int]] = {
    "phone": (358, 440, 12), "page": (690, 720, 15), "hall": (1100, 860, 24),
}  # fmt: skip
AREAS = ("province", "region", "country")
AROUND = 3  # times the size of the near view
RELIEF_LIGHT = [[0, "#f4efe2"], [0.5, "#e6dcc4"], [1, "#c9b791"]]
RELIEF_DARK = [[0, "#1a1d23"], [0.5, "#2a2c30"], [1, "#4a453c"]]


class Box(NamedTuple):
    """Degrees."""

    west: float
    south: float
    east: float
    north: float

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
) -> go.Figure:  # fmt: skip
    """Places with their names; rivers, roads and boundaries; `chosen` lit up. Markers carry the
    place's id."""
    c = DARK if is_dark else LIGHT
    figure = go.Figure()
    if geometry:
        if view == "near":
            _add_relief(figure, geometry, box, is_dark)
        _add_lines(figure, geometry, c, view)
        if view == "near":
            _add_neighbours(figure, geometry, c, SIZES[room][2] - 1)
    _add_places(figure, places, chosen, c, box, room)
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
    figure: go.Figure, places: tuple[Place, ...], chosen: str | None,
    c: dict[str, str], box: Box, room: Room,
) -> None:  # fmt: skip
    size = SIZES[room][2]
    sides = _sides(places, chosen, box, size, room)
    figure.add_scatter(
        x=[p.lon for p in places], y=[p.lat for p in places], mode="markers+text",
        customdata=[p.id for p in places], hoverinfo="none",
        text=[_name(p, p.id == chosen) if s else "" for p, s in zip(places, sides, strict=True)],
        textposition=[side or "middle right" for side in sides],
        textfont={
            "size": size, "color": c["ink"], "family": "Source Sans, sans-serif",
            "shadow": ", ".join([f"0 0 3px {c['paper']}"] * 4),
        },
        marker={
            "size": [20 if p.id == chosen else 12 for p in places], "opacity": 1,
            "symbol": [SYMBOLS.get(p.kind, "circle") for p in places],
            "color": [c["emerald"] if p.origin == "source" else c["amber"] for p in places],
            "line": {
                "color": [c["ink"] if p.id == chosen else c["paper"] for p in places],
                "width": [3 if p.id == chosen else 1.5 for p in places],
            },
        },
        unselected={"marker": {"opacity": 1}, "textfont": {"color": c["ink"]}},
        selected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _sides(
    places: tuple[Place, ...], chosen: str | None, box: Box, size: float, room: Room
) -> list[str | None]:
    width, height = _size(box, room)
    across, up = (box.east - box.west) * _shrink(box), box.north - box.south
    scale = min(width / across, height / up)
    points = [
        (((p.lon or 0) - box.west) * _shrink(box) * scale, (box.north - (p.lat or 0)) * scale)
        for p in places
    ]
    first = next((i for i, p in enumerate(places) if p.id == chosen), None)
    names = [p.name for p in places]
    return place_labels(points, names, size, (across * scale, up * scale), first)


def _name(place: Place, is_chosen: bool) -> str:
    name = place.name.replace("&", "&amp;").replace("<", "&lt;")
    return f"<b>{name}</b>" if is_chosen else name


def _add_lines(figure: go.Figure, geometry: Geometry, c: dict[str, str], view: View) -> None:
    for line in geometry.lines:
        if view == "far" and line.kind in ("tributary", "track", "gorge"):
            continue
        colour, width, dash = STYLES[line.kind]
        figure.add_scatter(
            x=[p[1] for p in line.coordinates], y=[p[0] for p in line.coordinates],
            mode="lines", hoverinfo="skip", opacity=0.85,
            line={"color": c[colour], "width": width, "dash": dash, "shape": "spline"},
        )  # fmt: skip


def _add_neighbours(figure: go.Figure, geometry: Geometry, c: dict[str, str], size: int) -> None:
    for neighbour in geometry.neighbours:
        figure.add_annotation(
            x=neighbour.label_lon, y=neighbour.label_lat, showarrow=False,
            text=f"<i>{neighbour.name.upper()}</i>",
            font={"size": size, "color": c["muted"]},
        )  # fmt: skip


@cache
def surface(geometry: Geometry, box: Box) -> Relief | None:
    """The schematic heights of the box, or None where too few are known."""
    spots = [Height(*reading) for heights in geometry.heights for reading in heights.readings]
    spots += [Height(p.lat, p.lon, p.elevation) for p in geometry.profile]
    lines = []
    for line in geometry.lines:
        if line.heights:
            metres = [float(part) for part in line.heights.replace(",", " ").split()]
            points = parse_points(line.points, 2)
            if len(metres) == len(points):
                lines.append([Height(p[0], p[1], m) for p, m in zip(points, metres, strict=True)])
    try:
        return relief(
            spots, lines, Point(box.south, box.west), Point(box.north, box.east), cells=90
        )
    except ValueError:
        return None


def _add_relief(figure: go.Figure, geometry: Geometry, box: Box, is_dark: bool) -> None:
    given = surface(geometry, box)
    if given is None:
        return
    figure.add_contour(
        x=given.lons.round(4), y=given.lats.round(4), z=given.heights.round(-1),
        hoverinfo="skip", showscale=False, line={"width": 0.5, "smoothing": 1.1},
        colorscale=RELIEF_DARK if is_dark else RELIEF_LIGHT, contours={"size": 400},
    )  # fmt: skip
