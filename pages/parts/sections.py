"""Cuts across the valley at several places, all drawn to one scale."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from explainer.geometry import Geometry
from explainer.terrain import Cut, cuts
from pages.parts.look import DARK, LIGHT, Room

SIZES: dict[Room, tuple[int, int]] = {"phone": (12, 170), "page": (15, 180), "hall": (24, 230)}
PLACES = ("gorge", "bazarak", "parian")
STRETCH_WORDS = "heights are drawn taller than widths"


@cache
def cuts_of(geometry: Geometry, place_ids: tuple[str, ...] = PLACES) -> tuple[Cut, ...]:
    """At the stations where these places stand; none where too few heights are known."""
    found = [
        index
        for id in place_ids
        for index, point in enumerate(geometry.profile)
        if point.place_id == id
    ]
    try:
        return cuts(geometry, found) if found else ()
    except ValueError:
        return ()


@cache
def sections(given: tuple[Cut, ...], *, is_dark: bool, room: Room) -> go.Figure:
    """One panel a cut, looking downstream, the same scale in all."""
    c = DARK if is_dark else LIGHT
    size, height = SIZES[room]
    lowest = min(m for cut in given for _, m in cut.points)
    highest = max(m for cut in given for _, m in cut.points)
    figure = make_subplots(
        rows=len(given), cols=1, shared_xaxes=True, vertical_spacing=0.09,
        subplot_titles=[
            f"{cut.name}: {cut.width(500):.1f} km wide"
            + ("" if room == "phone" else " 500 m above the river")
            for cut in given
        ],
    )  # fmt: skip
    for row, cut in enumerate(given, 1):
        figure.add_scatter(
            row=row, col=1, x=[km for km, _ in cut.points], y=[m for _, m in cut.points],
            mode="lines", hoverinfo="skip", line={"color": c["amber"], "width": 2},
            fill="tozeroy", fillcolor="rgba(160, 120, 70, 0.35)",
        )  # fmt: skip
        level, wide = cut.river + 500, cut.width(500)
        left = max((x for x, m in cut.points if x < 0 and m >= level), default=-wide / 2)
        figure.add_scatter(
            row=row, col=1, x=[left, left + wide], y=[level, level], mode="lines+markers",
            hoverinfo="skip", line={"color": c["lapis"], "width": 2, "dash": "dot"},
            marker={"symbol": "line-ns-open", "size": 9, "color": c["lapis"]},
        )  # fmt: skip
        figure.add_scatter(
            row=row, col=1, x=[0], y=[cut.river], mode="markers", hoverinfo="skip",
            marker={"size": 9, "color": c["water"]},
        )  # fmt: skip
    grid = {"gridcolor": c["line"], "zeroline": False, "fixedrange": True}
    figure.update_yaxes(range=[lowest - 150, highest + 150], tickformat=",", **grid)
    figure.update_xaxes(range=[-9, 9], **grid)
    figure.update_xaxes(title={"text": "kilometres from the river"}, row=len(given), col=1)
    figure.update_annotations(font={"size": size, "color": c["ink"]})
    figure.update_layout(
        height=height * len(given) + 60, margin={"l": 4 * size, "r": 8, "t": 2.2 * size, "b": 46},
        showlegend=False, paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "Source Sans, sans-serif", "size": size - 1, "color": c["ink"]},
    )  # fmt: skip
    return figure


def sections_words(given: tuple[Cut, ...]) -> str:
    """The same for somebody who cannot see it."""
    return "; ".join(
        f"{cut.name}: river at {cut.river:,.0f} m, {cut.width(500):.1f} km wide 500 m above it"
        for cut in given
    )
