"""The timeline drawn as a fan: a true scale at the left, evenly spaced rows at the right."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import plotly.graph_objects as go

from explainer.timeline import Event
from pages.parts.look import DARK, LIGHT, Room

AXIS, KNEE, ROW = 0.06, 0.115, 0.135
LANE = 0.008  # stretches of the article lie left of the scale, those of background right
# Pixels of a row and of its letters; letters on a line.
SIZES: dict[Room, tuple[int, int, int]] = {
    "phone": (66, 14, 34), "page": (48, 16, 66), "hall": (76, 28, 80),
}  # fmt: skip
UNSURE = ("disputed", "claimed by one side", "planned")


def _row_text(event: Event, room: Room) -> str:
    """Date and title in as many lines as the row holds: two, and three where rows are high."""
    width, most = SIZES[room][2], 3 if room == "phone" else 2
    sign = {"disputed": " (disputed)", "claimed by one side": " (one side's claim)",
            "planned": " (planned)"}  # fmt: skip
    title = event.title + sign.get(event.certainty, "")
    if room == "phone":
        lines = [event.when, *textwrap.wrap(title, width)]
    else:
        lines = textwrap.wrap(f"{event.when}   {title}", width)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: width - 2].rstrip() + " …"]
    lines[0] = f"<b>{_safe(event.when)}</b>{_safe(lines[0].removeprefix(event.when))}"
    return "<br>".join([lines[0], *map(_safe, lines[1:])])


def _safe(text: str) -> str:
    """Plotly reads tags in text, and nothing else."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


@lru_cache(maxsize=64)
def fan(events: tuple[Event, ...], chosen: str | None, *, is_dark: bool, room: Room) -> go.Figure:
    """One row an event, in order; `chosen` is the id of the one to light up. Each row is a bar
    whose customdata is the event's id, so that the whole row can be pressed."""
    c = DARK if is_dark else LIGHT
    height, size, _ = SIZES[room]
    rows = len(events)
    first = min(e.begin for e in events).toordinal()
    last = max(e.end for e in events).toordinal()

    def at(day: date) -> float:
        share = (day.toordinal() - first) / max(last - first, 1)
        return 0.5 + share * max(rows - 1, 1)

    figure = go.Figure()
    figure.add_scatter(
        x=[AXIS, AXIS], y=[0.3, rows + 0.2], mode="lines", hoverinfo="skip",
        line={"color": c["line"], "width": 3},
    )  # fmt: skip
    for row, event in enumerate(events):
        _add_row(figure, event, row + 0.5, at(event.begin), at(event.end), c, event.id == chosen)
    figure.add_bar(
        orientation="h", base=ROW, x=[1 - ROW] * rows, y=[r + 0.5 for r in range(rows)],
        width=0.92, customdata=[e.id for e in events], hoverinfo="none",
        marker={
            "color": [c["card"] if e.id != chosen else c["marker"] for e in events],
            "line": {"width": 0}, "cornerradius": 6,
        },
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip
    figure.add_scatter(
        x=[ROW + 0.02] * rows, y=[r + 0.5 for r in range(rows)], mode="text",
        textposition="middle right", hoverinfo="skip",
        text=[_row_text(e, room) for e in events],
        textfont={"size": size, "color": c["ink"], "family": "Source Sans, sans-serif"},
        unselected={"textfont": {"color": c["ink"]}},
    )  # fmt: skip
    for year in _years(events):
        figure.add_annotation(
            x=AXIS - 0.02, y=at(year), text=str(year.year), showarrow=False, xanchor="right",
            font={"size": size - 2, "color": c["muted"]},
        )  # fmt: skip
    figure.update_layout(
        height=rows * height + 24, margin={"l": 0, "r": 0, "t": 8, "b": 8}, showlegend=False,
        barmode="overlay", paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        clickmode="event+select", font={"family": "Source Sans, sans-serif"},
    )  # fmt: skip
    left = -0.055 if room == "phone" else -0.02  # room for the years
    figure.update_xaxes(range=[left, 1], visible=False, fixedrange=True)
    figure.update_yaxes(range=[rows + 0.2, 0], visible=False, fixedrange=True)
    return figure


def _add_row(
    figure: go.Figure, event: Event, row: float, begin: float, end: float,
    c: dict[str, str], is_chosen: bool,
) -> None:  # fmt: skip
    """The time the event takes on the scale, and the line that leads from there to its row."""
    colour = c["emerald"] if event.origin == "source" else c["amber"]
    if event.origin == "teacher":
        colour = c["violet"]
    unsure = event.certainty in UNSURE or event.about_then
    figure.add_scatter(
        x=[AXIS, KNEE, ROW], y=[begin, row, row], mode="lines", hoverinfo="skip",
        line={
            "color": c["ink"] if is_chosen else colour, "width": 3 if is_chosen else 1.2,
            "dash": "dot" if unsure else "solid",
        },
    )  # fmt: skip
    if event.begin != event.end:
        lane = AXIS + (-LANE if event.origin == "source" else LANE)
        figure.add_scatter(
            x=[lane, lane], y=[begin, max(end, begin + 0.06)], mode="lines", hoverinfo="skip",
            line={"color": colour, "width": 5}, opacity=0.8,
        )  # fmt: skip
    figure.add_scatter(
        x=[AXIS], y=[begin], mode="markers", hoverinfo="skip",
        marker={
            "size": 11, "color": c["paper"] if unsure else colour,
            "symbol": "circle" if event.origin == "source" else "diamond",
            "line": {"color": colour, "width": 2},
        },
    )  # fmt: skip


def _years(events: Sequence[Event]) -> list[date]:
    """First of January of up to about eight years worth naming on the scale."""
    first, last = min(e.begin for e in events), max(e.end for e in events)
    span = last.year - first.year
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000) if span // s <= 8)
    years = [date(y, 1, 1) for y in range(first.year - first.year % step, last.year + 1, step)]
    return [day for day in years if first <= day <= last]
