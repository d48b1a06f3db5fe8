"""The long profile of a valley: how high the river lies along its way."""

from __future__ import annotations

from functools import lru_cache

import plotly.graph_objects as go

from explainer.geometry import ProfilePoint
from explainer.labels import place_labels
from pages.parts.look import DARK, LIGHT, Room

# Pixels: width, height, letters.
SIZES: dict[Room, tuple[int, int, int]] = {
    "phone": (358, 320, 12), "page": (700, 400, 14), "hall": (1500, 640, 24),
}  # fmt: skip
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
    named = _sides(_by_rank(points, here), size, width, height, 0 if here else None)
    sides = [named[p] for p in points]
    across = [p.river_km for p in points]
    up = [p.elevation for p in points]
    figure = go.Figure()
    figure.add_scatter(
        x=across, y=up, mode="lines+markers+text", hoverinfo="skip",
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
    )  # fmt: skip
    if gorge:
        figure.add_vrect(
            x0=gorge[0], x1=gorge[1], fillcolor=c["amber"], opacity=0.3, line_width=0,
            annotation={"text": "gorge", "font": {"size": size, "color": c["amber"]}},
            annotation_position="top left",
        )  # fmt: skip
    if here:
        figure.add_annotation(
            x=here.river_km, y=here.elevation, text="you are here", ay=4 * size, ax=0,
            arrowcolor=c["lapis"], arrowwidth=2, font={"size": size, "color": c["lapis"]},
        )  # fmt: skip
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


def _by_rank(
    points: tuple[ProfilePoint, ...], here: ProfilePoint | None
) -> tuple[ProfilePoint, ...]:
    """Those whose names matter most first: the one we are at, then those that are places."""
    return tuple(sorted(points, key=lambda p: (p != here, p.place_id is None)))


def to_the_plain(points: tuple[ProfilePoint, ...]) -> tuple[ProfilePoint, ...]:
    """Without a last leg so long that it would press the rest together."""
    if len(points) > 3 and points[-1].river_km - points[-2].river_km > points[-2].river_km / 3:
        return points[:-1]
    return points


def _range(across: list[float]) -> list[float]:
    edge = (max(across) - min(across)) * 0.04
    return [min(across) - edge, max(across) + edge]


def _sides(
    points: tuple[ProfilePoint, ...], size: int, width: float, height: float, first: int | None
) -> list[str | None]:
    wide, high = width - 5 * size - MARGIN["r"], height - 4 * size - MARGIN["t"]
    low, far = _range([p.river_km for p in points])
    top = max(p.elevation for p in points) * 1.12
    pixels = [
        ((p.river_km - low) / (far - low) * wide, (1 - p.elevation / top) * high) for p in points
    ]
    sides = place_labels(pixels, [p.name for p in points], size, (wide, high), first)
    return dict(zip(points, sides, strict=True))


def gorge_of(points: tuple[ProfilePoint, ...]) -> tuple[float, float] | None:
    """From which kilometre to which the gorge runs, by the names of its stations."""
    km = [p.river_km for p in points if "gorge" in p.name.lower()]
    return (min(km), max(km)) if len(km) > 1 else None
