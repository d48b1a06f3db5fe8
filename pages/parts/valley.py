"""The map: an ordinary x/y figure, so that it works with the network cable out."""

from __future__ import annotations

import math
from functools import lru_cache

import plotly.graph_objects as go

from explainer.geography import Geometry, Place
from pages.parts.look import DARK, LIGHT

Box = tuple[float, float, float, float]
STYLES = {
    "river": ("water", 3.0, "solid"),
    "tributary": ("water", 1.4, "solid"),
    "road": ("muted", 1.6, "solid"),
    "track": ("muted", 1.2, "dot"),
    "boundary": ("muted", 1.5, "dash"),
    "gorge": ("amber", 5.0, "solid"),
    "ridge": ("line", 1.5, "solid"),
}
SYMBOLS = {"pass": "triangle-up", "peak": "triangle-up", "mountain": "triangle-up",
           "tunnel": "square", "province": "hexagon", "country": "hexagon"}  # fmt: skip
AREAS = ("country", "province", "region", "river", "valley")


def placed(places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(p for p in places if p.lat is not None and p.lon is not None)


def frame_of(places: tuple[Place, ...], geometry: Geometry | None) -> Box:
    """West, south, east, north of what a map of the area should show: the drawn lines if there
    are any, else the places, with a margin."""
    points = [
        (lat, lon) for p in places if (lat := p.lat) is not None and (lon := p.lon) is not None
    ]
    if geometry and geometry.lines:
        points = [(c[0], c[1]) for line in geometry.lines for c in line.coordinates]
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    margin = max(max(lats) - min(lats), max(lons) - min(lons), 0.2) * 0.08
    return min(lons) - margin, min(lats) - margin, max(lons) + margin, max(lats) + margin


@lru_cache(maxsize=32)
def valley(
    places: tuple[Place, ...], geometry: Geometry | None, chosen: str | None, *,
    is_dark: bool, is_phone: bool, box: Box,
) -> go.Figure:  # fmt: skip
    """Places with their names; rivers, roads and boundaries; `chosen` lit up. Markers carry the
    place's id."""
    c = DARK if is_dark else LIGHT
    figure = go.Figure()
    if geometry:
        _add_lines(figure, geometry, c)
        _add_neighbours(figure, geometry, c, 12 if is_phone else 15)
    west, south, east, north = box
    inside = [
        p for p in placed(places)
        if west <= (p.lon or 0) <= east and south <= (p.lat or 0) <= north
    ]  # fmt: skip
    size = 13 if is_phone else 16
    figure.add_scatter(
        x=[p.lon for p in inside], y=[p.lat for p in inside], mode="markers+text",
        customdata=[p.id for p in inside], hoverinfo="none",
        text=[f"<b>{_name(p)}</b>" if p.id == chosen else _name(p) for p in inside],
        textposition=_sides(inside, box),
        textfont={
            "size": size, "color": c["ink"], "family": "Source Sans, sans-serif",
            "shadow": f"0 0 3px {c['paper']}, 0 0 3px {c['paper']}, 0 0 4px {c['paper']}",
        },
        marker={
            "size": [22 if p.id == chosen else 14 for p in inside], "opacity": 1,
            "symbol": [SYMBOLS.get(p.kind, "circle") for p in inside],
            "color": [c["emerald"] if p.origin == "source" else c["amber"] for p in inside],
            "line": {
                "color": [c["ink"] if p.id == chosen else c["paper"] for p in inside],
                "width": [3 if p.id == chosen else 1.5 for p in inside],
            },
        },
        unselected={"marker": {"opacity": 1}, "textfont": {"color": c["ink"]}},
        selected={"marker": {"opacity": 1}},
    )  # fmt: skip
    middle = math.radians((south + north) / 2)
    figure.update_layout(
        height=440 if is_phone else 680, margin={"l": 0, "r": 0, "t": 0, "b": 0},
        showlegend=False, paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        clickmode="event+select", font={"family": "Source Sans, sans-serif"},
    )  # fmt: skip
    figure.update_xaxes(range=[west, east], visible=False, fixedrange=True, constrain="domain")
    figure.update_yaxes(
        range=[south, north], visible=False, fixedrange=True, constrain="domain",
        scaleanchor="x", scaleratio=1 / math.cos(middle),
    )  # fmt: skip
    return figure


def _name(place: Place) -> str:
    return place.name.replace("<", "&lt;")


def _sides(places: list[Place], box: Box) -> list[str]:
    """Where each name stands: beside its mark, on the side with room; close neighbours take
    turns above and below."""
    west, _, east, north = box
    out = []
    for place in places:
        lon, lat = place.lon or 0.0, place.lat or 0.0
        close = [
            p for p in places
            if p.id != place.id and abs((p.lon or 0) - lon) < (east - west) * 0.16
            and abs((p.lat or 0) - lat) < (north - box[1]) * 0.035
        ]  # fmt: skip
        right = lon < west + (east - west) * 0.72
        if close and all((p.lon or 0) > lon for p in close):
            right = False
        vertical = "middle"
        if any((p.lon or 0) > lon for p in close) and any((p.lon or 0) < lon for p in close):
            vertical = "top"
        out.append(f"{vertical} {'right' if right else 'left'}")
    return out


def _add_lines(figure: go.Figure, geometry: Geometry, c: dict[str, str]) -> None:
    for line in geometry.lines:
        colour, width, dash = STYLES[line.kind]
        figure.add_scatter(
            x=[p[1] for p in line.coordinates], y=[p[0] for p in line.coordinates],
            mode="lines", hoverinfo="skip",
            line={"color": c[colour], "width": width, "dash": dash, "shape": "spline"},
        )  # fmt: skip


def _add_neighbours(figure: go.Figure, geometry: Geometry, c: dict[str, str], size: int) -> None:
    for neighbour in geometry.neighbours:
        figure.add_annotation(
            x=neighbour.label_lon, y=neighbour.label_lat, showarrow=False,
            text=f"<i>{neighbour.name.upper()}</i>",
            font={"size": size, "color": c["muted"]},
        )  # fmt: skip
