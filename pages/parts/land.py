"""The land under the map: tinted bands of height with shade, lines, names around."""

from __future__ import annotations

import base64
import io
from functools import cache

import numpy as np
import plotly.graph_objects as go
from PIL import Image

from explainer.earth import Point
from explainer.geometry import Geometry
from explainer.relief import Relief, hillshade
from explainer.terrain import terrain, unknown_km

BAND = 500  # metres from one tint to the next
KNOWN_KM = (4.0, 9.0)  # from the nearest known height: full colour, and none
# From the plain to the summits: metres and colour.
TINTS_LIGHT = ((1000, "#cfe0bd"), (2000, "#e9e2b8"), (3000, "#dfc48f"), (4000, "#c39a6b"),
               (5000, "#eee6e0"), (6000, "#ffffff"))  # fmt: skip
TINTS_DARK = ((1000, "#25392c"), (2000, "#3b4030"), (3000, "#574a33"), (4000, "#75604a"),
              (5000, "#9a948f"), (6000, "#c9c9cc"))  # fmt: skip
STYLES = {
    "river": ("water", 3.0, "solid"),
    "tributary": ("water", 1.5, "solid"),
    "road": ("red", 1.8, "solid"),
    "track": ("red", 1.6, "dot"),
    "boundary": ("ink", 1.6, "dash"),
    "gorge": ("amber", 6.0, "solid"),
    "ridge": ("line", 1.5, "solid"),
}
# Places of the layer of passes and peaks.
HIGH = ("pass", "peak", "mountain range", "spring")
LAYER_OF = {"river": "rivers", "tributary": "rivers", "road": "roads", "track": "roads"}
LAYER_OF |= {"boundary": "borders", "gorge": "relief", "ridge": "relief"}


@cache
def surface(geometry: Geometry, south_west: Point, north_east: Point) -> Relief | None:
    return terrain(geometry, south_west, north_east, cells=110)


def tint(metres: float, *, is_dark: bool) -> str:
    """The colour of a height, as CSS."""
    r, g, b = _colours(np.array([metres]), is_dark)[0].astype(int)
    return f"#{r:02x}{g:02x}{b:02x}"


def _colours(metres: np.ndarray, is_dark: bool) -> np.ndarray:
    stops = TINTS_DARK if is_dark else TINTS_LIGHT
    at = [height for height, _ in stops]
    channels = [[int(colour[i : i + 2], 16) for _, colour in stops] for i in (1, 3, 5)]
    return np.stack([np.interp(metres, at, channel) for channel in channels], axis=-1)


@cache
def _picture(geometry: Geometry, low: Point, high: Point, is_dark: bool) -> str | None:
    """Bands of colour, lit from the north-west; north is up. It fades where no height is
    near. A PNG as an address of its own."""
    given = surface(geometry, low, high)
    if given is None:
        return None
    size = (len(given.lons) * 5, len(given.lats) * 5)
    fine, light = (
        np.asarray(Image.fromarray(part.astype("float32")).resize(size, Image.Resampling.BICUBIC))
        for part in (given.heights, hillshade(given, z=2.5))
    )
    bands = np.floor(fine / BAND) * BAND + BAND / 2
    flat = np.cos(np.radians(45))  # the brightness of level ground
    lit = _colours(bands, is_dark) * (1 + 0.55 * np.clip(light - flat, -0.6, 0.3))[..., None]
    gaps = Image.fromarray(unknown_km(geometry, given).astype("float32")).resize(size)
    sure = np.clip((KNOWN_KM[1] - np.asarray(gaps)) / (KNOWN_KM[1] - KNOWN_KM[0]), 0, 1)
    whole = np.dstack([np.clip(lit, 0, 255), sure * 255])
    file = io.BytesIO()
    Image.fromarray(whole.astype("uint8")[::-1]).save(file, "PNG")
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def add_relief(
    figure: go.Figure, geometry: Geometry, low: Point, high: Point, *, is_dark: bool
) -> None:
    picture = _picture(geometry, low, high, is_dark)
    if picture is not None:
        figure.add_layout_image(
            source=picture, xref="x", yref="y", x=low.lon, y=high.lat, layer="below",
            sizex=high.lon - low.lon, sizey=high.lat - low.lat, sizing="stretch",
        )  # fmt: skip


def add_lines(
    figure: go.Figure, geometry: Geometry, c: dict[str, str], layers: frozenset[str], far: bool
) -> None:
    for line in geometry.lines:
        if LAYER_OF[line.kind] not in layers | {"relief"}:
            continue
        if far and line.kind in ("tributary", "track", "gorge"):
            continue
        colour, width, dash = STYLES[line.kind]
        figure.add_scatter(
            x=[p[1] for p in line.coordinates], y=[p[0] for p in line.coordinates],
            mode="lines", hoverinfo="skip", opacity=0.9,
            line={"color": c[colour], "width": width, "dash": dash,
                  "shape": "linear" if line.kind == "boundary" or line.schematic else "spline"},
        )  # fmt: skip


def halo(c: dict[str, str]) -> str:
    return ", ".join([f"0 0 3px {c['paper']}"] * 4)
