"""What makes a figure a map: a graticule, a scale bar, an arrow to the north."""

from __future__ import annotations

import math

import plotly.graph_objects as go

from explainer.earth import KM_PER_DEGREE, Point
from explainer.labels import Rect
from pages.parts.land import halo

STEPS = (0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30)
BARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


def add_frame(
    figure: go.Figure, low: Point, high: Point, c: dict[str, str], size: int, *, grid: bool
) -> None:
    if grid:
        _graticule(figure, low, high, c, size)
    _scale_bar(figure, low, high, c, size)
    figure.add_annotation(
        x=1, y=1, xref="x domain", yref="y domain", xanchor="right", yanchor="top",
        text="<b>N</b><br>▲", showarrow=False, font=_font(c, size + 1), borderpad=4,
    )  # fmt: skip


def corner_rects(within: tuple[float, float], size: float) -> list[Rect]:
    """The pixels of scale bar and arrow, where no name may stand."""
    width, height = within
    return [
        (width * 0.68, height - 3 * size, width, height),
        (width - 2.2 * size, 0, width, 3 * size),
    ]


def _font(c: dict[str, str], size: int) -> dict[str, object]:
    return {"size": size, "color": c["ink"], "shadow": halo(c)}


def _graticule(figure: go.Figure, low: Point, high: Point, c: dict[str, str], size: int) -> None:
    step = next((s for s in STEPS if (high.lon - low.lon) / s <= 6), STEPS[-1])
    line = {"color": c["muted"], "width": 0.5, "dash": "dot"}
    for lon in _ticks(low.lon, high.lon, step):
        figure.add_shape(type="line", x0=lon, x1=lon, y0=low.lat, y1=high.lat, line=line)
        figure.add_annotation(
            x=lon, y=high.lat, yanchor="top", text=_degrees(lon, "E", "W"), showarrow=False,
            font=_font(c, size - 3),
        )  # fmt: skip
    for lat in _ticks(low.lat, high.lat, step):
        figure.add_shape(type="line", x0=low.lon, x1=high.lon, y0=lat, y1=lat, line=line)
        figure.add_annotation(
            x=low.lon, y=lat, xanchor="left", yanchor="bottom", text=_degrees(lat, "N", "S"),
            showarrow=False, font=_font(c, size - 3),
        )  # fmt: skip


def _ticks(low: float, high: float, step: float) -> list[float]:
    """Multiples of the step, none in the outer tenth, where the corners are taken."""
    edge = (high - low) * 0.1
    first, last = math.ceil((low + edge) / step), math.floor((high - edge) / step)
    return [round(number * step, 6) for number in range(first, last + 1)]


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):g}° {plus if value >= 0 else minus}"


def _scale_bar(figure: go.Figure, low: Point, high: Point, c: dict[str, str], size: int) -> None:
    """True in the middle of the map; on one of a whole country it is only near enough."""
    middle = (low.lat + high.lat) / 2
    per_degree = KM_PER_DEGREE * math.cos(math.radians(middle))
    width = (high.lon - low.lon) * per_degree
    km = max((bar for bar in BARS if bar <= width * 0.28), default=BARS[0])
    x1 = high.lon - (high.lon - low.lon) * 0.03
    x0, y = x1 - km / per_degree, low.lat + (high.lat - low.lat) * 0.03
    figure.add_shape(type="line", x0=x0, x1=x1, y0=y, y1=y, line={"color": c["ink"], "width": 4})
    figure.add_annotation(
        x=(x0 + x1) / 2, y=y, yanchor="bottom", text=f"{km:,} km", showarrow=False,
        font=_font(c, size - 1),
    )  # fmt: skip
