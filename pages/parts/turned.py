"""The land to turn in three dimensions, where the browser can draw it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from explainer.earth import Projection
from explainer.geography import Place
from explainer.geometry import Geometry
from explainer.terrain import unknown_km
from pages.parts.land import KNOWN_KM, TINTS_DARK, TINTS_LIGHT, surface
from pages.parts.look import DARK, LIGHT, Room
from pages.parts.valley import Box

STRETCH = 2
SCRIPT = Path(__file__).parent / "browser" / "webgl.js"
TALL: dict[Room, int] = {"phone": 420, "page": 600, "hall": 860}


def webgl() -> bool | None:
    """Whether the browser has WebGL; None until it has told."""
    found = st.components.v2.component("explainer_webgl", js=SCRIPT.read_text("utf-8"))(
        key="js-webgl", on_webgl_change=lambda: None
    )
    told = getattr(found, "webgl", None)
    return None if told is None else told == "yes"


@lru_cache(maxsize=8)
def turned(
    places: tuple[Place, ...], geometry: Geometry, chosen: str | None, *,
    is_dark: bool, room: Room, box: Box,
) -> go.Figure:  # fmt: skip
    """Kilometres east and north, metres up, heights `STRETCH` times as tall."""
    c, tints = (DARK, TINTS_DARK) if is_dark else (LIGHT, TINTS_LIGHT)
    given = surface(geometry, box.low, box.high)
    figure = go.Figure()
    if given is None:
        return figure
    flat = Projection((box.south + box.north) / 2, box.west)
    x = [round(flat.xy(box.south, float(lon))[0], 2) for lon in given.lons]
    y = [round(flat.xy(float(lat), box.west)[1], 2) for lat in given.lats]
    low, high = float(given.heights.min()), float(given.heights.max())
    span = [(min(max((m - low) / (high - low), 0), 1), colour) for m, colour in tints]
    known = unknown_km(geometry, given) < KNOWN_KM[1]
    figure.add_surface(
        x=x, y=y, z=np.where(known, given.heights.round(), None), showscale=False, hoverinfo="skip",
        colorscale=[[0.0, span[0][1]], *[[s, k] for s, k in span if 0 < s < 1], [1.0, span[-1][1]]],
        lighting={"ambient": 0.55, "diffuse": 0.8, "specular": 0.05, "roughness": 0.9},
        lightposition={"x": -2000, "y": 2000, "z": 3000},
    )  # fmt: skip
    river = next((line for line in geometry.lines if line.kind == "river"), None)
    if river:
        at = [(flat.xy(*p), given.at(*p) + 40) for p in river.coordinates]
        figure.add_scatter3d(
            x=[p[0] for p, _ in at], y=[p[1] for p, _ in at], z=[m for _, m in at],
            mode="lines", hoverinfo="skip", line={"color": c["water"], "width": 6},
        )  # fmt: skip
    named = [p for p in places if box.holds(p) and (p.id == chosen or p.mentions or p.elevation)]
    figure.add_scatter3d(
        x=[flat.xy(p.lat, p.lon)[0] for p in named], y=[flat.xy(p.lat, p.lon)[1] for p in named],
        z=[given.at(p.lat, p.lon) + 120 for p in named], mode="markers+text", hoverinfo="skip",
        text=[p.name if p.id == chosen or n < 9 else "" for n, p in enumerate(named)],
        textfont={"size": 13 if room != "hall" else 22, "color": c["ink"]},
        marker={"size": [7 if p.id == chosen else 4 for p in named],
                "color": [c["lapis"] if p.id == chosen else c["red"] for p in named]},
    )  # fmt: skip
    wide, deep = x[-1] - x[0], y[-1] - y[0]
    most = max(wide, deep)
    figure.update_layout(
        height=TALL[room], margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)", font={"family": "Source Sans, sans-serif"},
        scene={
            "xaxis": {"visible": False}, "yaxis": {"visible": False}, "zaxis": {"visible": False},
            "aspectmode": "manual",
            "aspectratio": {"x": wide / most * 1.6, "y": deep / most * 1.6,
                            "z": (high - low) / 1000 * STRETCH / most * 1.6},
            "camera": {"eye": {"x": -0.75, "y": -1.35, "z": 0.75}},
        },
    )  # fmt: skip
    return figure
