"""The land to turn in three dimensions, where the browser can draw it."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np
import plotly.graph_objects as go
from PIL import Image

from explainer.earth import Point, Projection, distance
from explainer.geography import Place
from explainer.geometry import Geometry
from explainer.relief import Grid, Height, Relief, fill
from explainer.terrain import beyond_km
from pages.parts.frames import Box
from pages.parts.land import BAND, HIGH, LAYER_OF, STYLES, surface, tint
from pages.parts.look import DARK, LIGHT, Room

STRETCH = 2
EYE = {"x": -0.5, "y": -1.25, "z": 0.95}  # from the south-west, above
AWAY: dict[Room, float] = {"phone": 1.25, "page": 1.0, "hall": 1.0}
NAMES: dict[Room, int] = {"phone": 7, "page": 11, "hall": 11}
BEYOND_KM = 4.0  # of land shown outside the boundary
NAMES_KM = 14.0  # between two places that are both named
LIFT_M = 400  # of a mark above the ground, lest it sink into a slope
TALL: dict[Room, int] = {"phone": 420, "page": 600, "hall": 860}


@lru_cache(maxsize=8)
def turned(
    places: tuple[Place, ...], geometry: Geometry, chosen: str | None, *,
    is_dark: bool, room: Room, box: Box, layers: frozenset[str],
) -> go.Figure:  # fmt: skip
    """Kilometres east and north, metres up, heights `STRETCH` times as tall."""
    c = DARK if is_dark else LIGHT
    given = surface(geometry, box.low, box.high)
    figure = go.Figure()
    if given is None:
        return figure
    flat = Projection((box.south + box.north) / 2, box.west)
    (_, south), (wide, north) = flat.xy(*box.low), flat.xy(*box.high)
    deep = north - south
    low, high = float(given.heights.min()), float(given.heights.max())
    beyond = beyond_km(geometry, given)
    _add_ground(figure, given, beyond, (wide, south, north), is_dark=is_dark)
    ground = replace(given, heights=np.where(beyond < BEYOND_KM, given.heights, np.nan))
    _add_lines(figure, geometry, ground, flat, layers, c)
    shown = [
        p for p in places
        if not math.isnan(ground.at(p.lat, p.lon))
        and ("passes" in layers or p.kind not in HIGH or p.id == chosen)
    ]  # fmt: skip
    named = _far_apart(shown, chosen, NAMES[room])
    at = [(*flat.xy(p.lat, p.lon), given.at(p.lat, p.lon) + LIFT_M) for p in shown]
    figure.add_scatter3d(
        x=[x for x, _, _ in at], y=[y for _, y, _ in at], z=[z for _, _, z in at],
        mode="markers+text", hoverinfo="skip",
        text=[f"<b>{_text(p)}</b>" if p.id == chosen else _text(p) if p in named else ""
              for p in shown],
        textposition="top center",
        textfont={"size": 13 if room != "hall" else 22, "color": c["ink"]},
        marker={"size": [10 if p.id == chosen else 6 for p in shown],
                "color": [c["lapis"] if p.id == chosen else c["red"] for p in shown]},
    )  # fmt: skip
    most = max(wide, deep)
    figure.update_layout(
        height=TALL[room], margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)", font={"family": "Source Sans, sans-serif"},
        scene={
            "xaxis": {"visible": False, "range": [0, wide]},
            "yaxis": {"visible": False, "range": [south, north]},
            "zaxis": {"visible": False},
            "aspectmode": "manual",
            "aspectratio": {"x": wide / most * 1.6, "y": deep / most * 1.6,
                            "z": (high - low) / 1000 * STRETCH / most * 1.6},
            "camera": {"eye": {axis: far * AWAY[room] for axis, far in EYE.items()},
                       "center": {"x": 0, "y": 0.02, "z": -0.22}},
        },
    )  # fmt: skip
    return figure


def _text(place: Place) -> str:
    return place.name.replace("<", "&lt;")


def _add_ground(
    figure: go.Figure, given: Relief, beyond: Grid, extent: tuple[float, float, float], *,
    is_dark: bool,
) -> None:  # fmt: skip
    """The surface in bands of the map's colours, cut off a little beyond the boundary."""
    fine, away = (
        np.asarray(
            Image.fromarray(part.astype("float32")).resize(
                (len(given.lons) * 2, len(given.lats) * 2), Image.Resampling.BICUBIC
            )
        )
        for part in (given.heights, beyond)
    )
    low, high = float(fine.min()), float(fine.max())
    scale: list[tuple[float, str]] = []
    for foot in range(int(low // BAND) * BAND, int(high) + BAND, BAND):
        colour = tint(foot + BAND / 2, is_dark=is_dark)
        ends = (min(max((m - low) / (high - low), 0), 1) for m in (foot, foot + BAND))
        scale += [(share, colour) for share in ends]
    rows, columns = fine.shape
    figure.add_surface(
        x=np.linspace(0, extent[0], columns).round(2), y=np.linspace(*extent[1:], rows).round(2),
        z=np.where(away < BEYOND_KM, fine.round(), None), showscale=False, hoverinfo="skip",
        cmin=low, cmax=high, colorscale=scale, contours={"x": {"highlight": False},
        "y": {"highlight": False}, "z": {"highlight": False}},
        lighting={"ambient": 0.55, "diffuse": 0.8, "specular": 0.05, "roughness": 0.9},
        lightposition={"x": -2000, "y": 2000, "z": 3000},
    )  # fmt: skip


def _add_lines(
    figure: go.Figure, geometry: Geometry, ground: Relief, flat: Projection,
    layers: frozenset[str], c: dict[str, str],
) -> None:  # fmt: skip
    """Lines of the layers, laid on the ground as far as it is shown."""
    for line in geometry.lines:
        if LAYER_OF[line.kind] not in layers | {"relief"} or line.kind == "ridge":
            continue
        colour, width, dash = STYLES[line.kind]
        points = fill([Height(*point, 0.0) for point in line.coordinates], 1.0)
        heights = [ground.at(h.lat, h.lon) + 60 for h in points]
        at = [
            (None, None, None) if math.isnan(m) else (*flat.xy(h.lat, h.lon), m)
            for h, m in zip(points, heights, strict=True)
        ]
        figure.add_scatter3d(
            x=[x for x, _, _ in at], y=[y for _, y, _ in at], z=[z for _, _, z in at],
            mode="lines", hoverinfo="skip",
            line={"color": c[colour], "width": width * 1.8,
                  "dash": "dash" if dash != "solid" else "solid"},
        )  # fmt: skip


def _far_apart(places: list[Place], chosen: str | None, most: int) -> list[Place]:
    """The chosen one, then those that matter most, none too near another: names must not cover
    each other from where the view begins."""
    rank = {"pass": 1, "peak": 1}
    order = sorted(places, key=lambda p: (p.id != chosen, -p.mentions, rank.get(p.kind, 2)))
    named: list[Place] = []
    for place in order:
        here = Point(place.lat, place.lon)
        if all(distance(here, Point(p.lat, p.lon)) > NAMES_KM for p in named) and len(named) < most:
            named.append(place)
    return named
