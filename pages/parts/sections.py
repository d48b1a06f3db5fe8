"""Cuts across the valley at several places, all drawn to one scale."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from explainer.geometry import Geometry
from explainer.terrain import Cut, cuts
from pages.parts.look import DARK, LIGHT, Room

# Pixels: letters, height of a panel.
SIZES: dict[Room, tuple[int, int]] = {"phone": (12, 150), "page": (15, 170), "hall": (24, 200)}
PLACES = ("gorge", "anaba", "bazarak", "parian")
HALF_KM = 4.0  # shown to either side of the river
TOP = 1500.0  # metres above the river, the most that is shown
FLOOR = 100  # metres above the river at which the width of the valley's floor is told


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
def sections(
    given: tuple[Cut, ...], *, is_dark: bool, room: Room, here: str | None = None
) -> go.Figure:
    """One panel a cut, looking downstream, the same scale in all: metres above the river over
    kilometres from it, the floor of the valley marked; the station `here` is told."""
    c = DARK if is_dark else LIGHT
    size, height = SIZES[room]
    figure = make_subplots(
        rows=len(given), cols=1, shared_xaxes=True, vertical_spacing=0.3 / len(given),
        subplot_titles=[
            f"<b>{name_of(cut)}</b>: floor about {floor_km(cut)} wide"
            + (", you are here" if cut.name == here else "")
            for cut in given
        ],
    )  # fmt: skip
    for row, cut in enumerate(given, 1):
        shown = [(km, m - cut.river) for km, m in cut.points if abs(km) <= HALF_KM]
        figure.add_scatter(
            row=row, col=1, x=[km for km, _ in shown], y=[m for _, m in shown],
            mode="lines", hoverinfo="skip", line={"color": c["amber"], "width": 2},
            fill="tozeroy", fillcolor="rgba(160, 120, 70, 0.35)",
        )  # fmt: skip
        figure.add_scatter(
            row=row, col=1, x=cut.slopes(FLOOR), y=[FLOOR, FLOOR], mode="lines+markers",
            hoverinfo="skip", line={"color": c["lapis"], "width": 4},
            marker={"symbol": "line-ns-open", "size": 14, "color": c["lapis"]},
        )  # fmt: skip
        figure.add_scatter(
            row=row, col=1, x=[0], y=[0], mode="markers", hoverinfo="skip",
            marker={"size": 9, "color": c["water"]},
        )  # fmt: skip
    grid = {"gridcolor": c["line"], "zeroline": False, "fixedrange": True}
    figure.update_yaxes(range=[-60, TOP], tickformat=",", dtick=500, **grid)
    figure.update_xaxes(range=[-HALF_KM, HALF_KM], dtick=1, **grid)
    figure.update_xaxes(title={"text": "kilometres from the river"}, row=len(given), col=1)
    figure.update_annotations(font={"size": size, "color": c["ink"]})
    figure.update_layout(
        height=height * len(given) + 60, margin={"l": 4 * size, "r": 8, "t": 2.2 * size, "b": 46},
        showlegend=False, paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "Source Sans, sans-serif", "size": size - 1, "color": c["ink"]},
    )  # fmt: skip
    return figure


def station_of(geometry: Geometry, place_id: str | None) -> str | None:
    """The name of the station at which a place stands."""
    return next((p.name for p in geometry.profile if place_id and p.place_id == place_id), None)


def name_of(cut: Cut) -> str:
    return cut.name.replace("<", "&lt;")


def floor_km(cut: Cut) -> str:
    return f"{cut.width(FLOOR):.1f} km"


def sections_words(given: tuple[Cut, ...]) -> str:
    """The same for somebody who cannot see it."""
    return "; ".join(
        f"{cut.name}: river at {cut.river:,.0f} m, floor about {floor_km(cut)} wide {FLOOR} m "
        "above it, "
        f"{cut.width(500):.1f} km from slope to slope at 500 m"
        for cut in given
    )
