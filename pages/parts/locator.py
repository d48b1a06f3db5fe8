"""Where in the world: the country with its neighbours, and the place in it."""

from __future__ import annotations

from functools import lru_cache

import plotly.graph_objects as go

from explainer.earth import Point
from explainer.outlines import name_point, neighbours, outlines
from pages.parts.frames import Box
from pages.parts.look import DARK, LIGHT


@lru_cache(maxsize=16)
def locator(country: str, box: Box, *, is_dark: bool) -> go.Figure:
    """The country filled, its neighbours named, the frame of the map marked."""
    c = DARK if is_dark else LIGHT
    points = [point for ring in outlines()[country] for point in ring]
    low = Point(min(p.lat for p in points) - 2.5, min(p.lon for p in points) - 3)
    high = Point(max(p.lat for p in points) + 2.5, max(p.lon for p in points) + 3)
    figure = go.Figure()
    for name in (*neighbours(country), country):
        for ring in outlines()[name]:
            figure.add_scatter(
                x=[p.lon for p in ring], y=[p.lat for p in ring], mode="lines", hoverinfo="skip",
                fill="toself", fillcolor=c["marker"] if name == country else c["card"],
                line={"color": c["muted"], "width": 1},
            )  # fmt: skip
        at = name_point(name, low, high)
        if at is not None:
            figure.add_annotation(
                x=at.lon, y=at.lat, showarrow=False, text=f"<b>{name}</b>" if name == country
                else name, font={"size": 13 if name == country else 11, "color": c["ink"]},
            )  # fmt: skip
    figure.add_shape(
        type="rect", x0=box.west, x1=box.east, y0=box.south, y1=box.north,
        line={"color": c["red"], "width": 3},
    )  # fmt: skip
    figure.update_layout(
        height=240, margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "Source Sans, sans-serif"},
    )  # fmt: skip
    figure.update_xaxes(
        range=[low.lon, high.lon], visible=False, fixedrange=True, constrain="domain"
    )
    figure.update_yaxes(
        range=[low.lat, high.lat], visible=False, fixedrange=True, constrain="domain",
        scaleanchor="x", scaleratio=1.2,
    )  # fmt: skip
    return figure
