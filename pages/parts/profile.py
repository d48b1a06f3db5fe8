"""The long profile of a valley: how high the river lies along its way."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import plotly.graph_objects as go

from explainer.geometry import ProfilePoint
from explainer.labels import place_labels
from pages.parts.look import DARK, LIGHT, Room

# Pixels: width, height, letters.
SIZES: dict[Room, tuple[int, int, int]] = {
    "phone": (358, 320, 12), "page": (700, 400, 14), "hall": (1500, 640, 24),
}  # fmt: skip
ARROW = 4.5  # letters high, from the one we are at up to its name
MARGIN = {"r": 16, "t": 24}


@lru_cache(maxsize=16)
def profile(
    points: tuple[ProfilePoint, ...], *, is_dark: bool, room: Room,
    here: ProfilePoint | None = None, gorge: tuple[float, float] | None = None,
) -> go.Figure:  # fmt: skip
    """Metres above the sea over kilometres along the river, from the source down. Hollow marks
    are heights that were inferred or read off a model. `here` is marked; `gorge` is shaded, from
    kilometre to kilometre."""
    c = DARK if is_dark else LIGHT
    width, height, size = SIZES[room]
    # A phone has room for the names of places only.
    worth = tuple(p for p in points if room != "phone" or p.place_id or p == here)
    named = _sides(tuple(p for p in _by_rank(worth) if p != here), points, size,
                   (width, height), here)  # fmt: skip
    sides = [named.get(p) for p in points]
    across = [p.river_km for p in points]
    up = [p.elevation for p in points]
    figure = go.Figure()
    figure.add_scatter(
        x=across, y=up, mode="lines+markers+text", hoverinfo="none",
        customdata=[p.place_id or "" for p in points],
        line={"color": c["water"], "width": 3}, fill="tozeroy",
        fillcolor="rgba(110, 168, 216, 0.15)",
        marker={
            "size": 11, "line": {"color": c["water"], "width": 2},
            "color": [c["water"] if p.measured == "published" else c["paper"] for p in points],
        },
        text=[p.name.replace("<", "&lt;") if s else ""
              for p, s in zip(points, sides, strict=True)],
        textposition=[s or "top center" for s in sides],
        textfont={"size": size, "color": c["ink"]},
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}},
    )  # fmt: skip
    if gorge:
        figure.add_vrect(
            x0=gorge[0], x1=gorge[1], fillcolor=c["amber"], opacity=0.3, line_width=0,
        )  # fmt: skip
        figure.add_annotation(
            x=gorge[0], y=1, yref="y domain", xanchor="right", yanchor="top", text="gorge",
            showarrow=False, font={"size": size, "color": c["amber"]},
        )  # fmt: skip
    if here:
        _point_to(figure, here, points, c["lapis"], size)
    figure.update_layout(
        height=height, margin={"l": 5 * size, "b": 4 * size, **MARGIN}, showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "Source Sans, sans-serif", "size": size, "color": c["ink"]},
    )  # fmt: skip
    grid = {"gridcolor": c["line"], "zeroline": False, "fixedrange": True}
    figure.update_xaxes(
        title={"text": "kilometres along the river", "standoff": size / 2},
        range=_range(across),
        **grid,
    )
    figure.update_yaxes(
        title={"text": "metres above the sea", "standoff": size / 2},
        range=[0, max(up) * 1.12],
        **grid,
    )
    return figure


def _point_to(
    figure: go.Figure, here: ProfilePoint, points: tuple[ProfilePoint, ...], colour: str, size: int
) -> None:
    """An arrow from its name in the sky, or from beside it where it lies too near the top."""
    across, length = max(p.river_km for p in points), ARROW * size
    high = here.elevation > 0.75 * max(p.elevation for p in points)
    side = "right" if here.river_km > 0.8 * across else "center"
    figure.add_annotation(
        x=here.river_km, y=here.elevation, ax=length if high else 0, ay=0 if high else -length,
        xanchor="left" if high else side, yanchor="middle" if high else "bottom",
        text=f"you are here:<br><b>{here.name.replace('<', '&lt;')}</b>", align="left",
        arrowhead=2, arrowcolor=colour, arrowwidth=2, standoff=6,
        font={"size": size, "color": colour},
    )  # fmt: skip


def _by_rank(points: tuple[ProfilePoint, ...]) -> tuple[ProfilePoint, ...]:
    """Those whose names matter most first: those that are places."""
    return tuple(sorted(points, key=lambda p: p.place_id is None))


def to_the_plain(points: tuple[ProfilePoint, ...]) -> tuple[ProfilePoint, ...]:
    """Without a last leg so long that it would press the rest together."""
    if len(points) > 3 and points[-1].river_km - points[-2].river_km > points[-2].river_km / 3:
        return points[:-1]
    return points


def _range(across: list[float]) -> list[float]:
    edge = (max(across) - min(across)) * 0.04
    return [min(across) - edge, max(across) + edge]


def _sides(
    points: tuple[ProfilePoint, ...], line: tuple[ProfilePoint, ...], size: int,
    plot: tuple[float, float], here: ProfilePoint | None,
) -> dict[ProfilePoint, str | None]:  # fmt: skip
    """Where the name of each of `points` stands, clear of the `line` they lie on and of the
    arrow to `here`."""
    wide, high = plot[0] - 5 * size - MARGIN["r"], plot[1] - 4 * size - MARGIN["t"]
    low, far = _range([p.river_km for p in line])
    top = max(p.elevation for p in line) * 1.12

    def pixel(km: float, metres: float) -> tuple[float, float]:
        return (km - low) / (far - low) * wide, (1 - metres / top) * high

    along = np.linspace(line[0].river_km, line[-1].river_km, 60)
    up = np.interp(along, [p.river_km for p in line], [p.elevation for p in line])
    drawn = [pixel(float(km), float(m)) for km, m in zip(along, up, strict=True)]
    pixels = [pixel(p.river_km, p.elevation) for p in points]
    obstacles = [(x - 2, y - 3, x + 2, y + 3) for x, y in drawn]
    if here:
        x, y = pixel(here.river_km, here.elevation)
        obstacles.append((x - 3, y - ARROW * size, x + 3, y))
    sides = place_labels(pixels, [p.name for p in points], size, (wide, high), None, obstacles)
    return dict(zip(points, sides, strict=True))


def gorge_of(points: tuple[ProfilePoint, ...]) -> tuple[float, float] | None:
    """From which kilometre to which the gorge runs, by the names of its stations."""
    km = [p.river_km for p in points if "gorge" in p.name.lower()]
    return (min(km), max(km)) if len(km) > 1 else None
