"""Questions asked on a map: numbered marks, with places around them to find one's bearings."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

import plotly.graph_objects as go

from explainer.earth import Point
from explainer.geography import AREAS, Place
from explainer.geography_text import point_in_words
from explainer.geometry import Geometry
from explainer.labels import place_labels
from explainer.quiz.item import Item, answer_in_words
from pages.parts.frames import Box, frame_of, placed
from pages.parts.look import DARK, LIGHT, Room

SIZES: dict[Room, tuple[int, int]] = {"phone": (358, 340), "page": (700, 480), "hall": (1100, 700)}
MARK = 34  # pixels across
SAME = 0.2  # degrees: a place this near a mark is not named, it may be the answer


def bearings(item: Item, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places that may be named around the marks: spots, not areas, and none that shares a
    word with the question."""
    asked = set(_words(item.stem))
    return tuple(
        p for p in placed(places) if p.kind not in AREAS and not asked & set(_words(p.name))
    )


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.lower()) if len(word) > 3]


def spots_of(item: Item) -> tuple[tuple[float, float], ...]:
    """(lat, lon) of each option, or nothing where an option is not written as a point."""
    points = []
    for option in item.options:
        try:
            lat, lon = (float(part) for part in option.text.split(","))
        except ValueError:
            return ()
        points.append((lat, lon))
    return tuple(points)


@lru_cache(maxsize=64)
def spots(
    points: tuple[tuple[float, float], ...], places: tuple[Place, ...],
    geometry: Geometry | None, *, is_dark: bool, room: Room,
    chosen: int | None = None, right: int | None = None,
) -> go.Figure:  # fmt: skip
    """Marks 1, 2, 3 … at the points; `chosen` is outlined, `right` is green, once it is told."""
    c = DARK if is_dark else LIGHT
    box = _wide(frame_of(list(points), margin=0.35), room)
    figure = go.Figure()
    for line in geometry.lines if geometry else ():
        if line.kind in ("river", "boundary"):
            figure.add_scatter(
                x=[p[1] for p in line.coordinates], y=[p[0] for p in line.coordinates],
                mode="lines", hoverinfo="skip", opacity=0.7,
                line={
                    "color": c["water"] if line.kind == "river" else c["muted"], "width": 1.5,
                    "dash": "solid" if line.kind == "river" else "dash",
                },
            )  # fmt: skip
    _add_bearings(figure, points, places, box, c, room)
    colours = [
        c["emerald"] if n == right else c["red"] if n == chosen and right is not None
        else c["lapis"] for n in range(len(points))
    ]  # fmt: skip
    figure.add_scatter(
        x=[p[1] for p in points], y=[p[0] for p in points], mode="markers+text",
        customdata=list(range(len(points))), hoverinfo="none",
        text=[f"<b>{n + 1}</b>" for n in range(len(points))], textposition="middle center",
        textfont={"size": 17, "color": c["paper"]},
        marker={
            "size": MARK, "color": colours, "opacity": 1,
            "line": {
                "color": [c["ink"] if n == chosen else c["paper"] for n in range(len(points))],
                "width": [4 if n == chosen else 1 for n in range(len(points))],
            },
        },
        unselected={"marker": {"opacity": 1}, "textfont": {"color": c["paper"]}},
        selected={"marker": {"opacity": 1}},
    )  # fmt: skip
    figure.update_layout(
        height=SIZES[room][1], margin={"l": 0, "r": 0, "t": 0, "b": 0}, showlegend=False,
        paper_bgcolor=c["card"], plot_bgcolor=c["card"], clickmode="event+select",
        font={"family": "Source Sans, sans-serif"},
    )  # fmt: skip
    grid = {"gridcolor": c["line"], "zeroline": False, "showticklabels": False, "fixedrange": True}
    figure.update_xaxes(range=[box.west, box.east], **grid)
    figure.update_yaxes(range=[box.south, box.north], **grid)
    return figure


def _wide(box: Box, room: Room) -> Box:
    """The box made as wide and high as the plot, and never a single point."""
    width, height = SIZES[room]
    shrink = math.cos(math.radians((box.south + box.north) / 2))
    up = max(box.north - box.south, (box.east - box.west) * shrink * height / width)
    across = up * width / height / shrink
    lat, lon = (box.south + box.north) / 2, (box.west + box.east) / 2
    return Box(lon - across / 2, lat - up / 2, lon + across / 2, lat + up / 2)


def _add_bearings(
    figure: go.Figure, points: Sequence[tuple[float, float]], places: tuple[Place, ...],
    box: Box, c: dict[str, str], room: Room,
) -> None:  # fmt: skip
    """Small named dots for the lesson's other places; none that could be one of the marks."""
    width, height = SIZES[room]
    reach = max(SAME, (box.north - box.south) * 0.06)
    around = [
        p for p in placed(places)
        if box.holds(p)
        and all(abs((p.lat or 0) - y) + abs((p.lon or 0) - x) > reach for y, x in points)
    ]  # fmt: skip
    size = 12 if room == "phone" else 14
    pixels = [
        (((p.lon or 0) - box.west) / (box.east - box.west) * width,
         (box.north - (p.lat or 0)) / (box.north - box.south) * height)
        for p in around
    ]  # fmt: skip
    marks = [
        ((x - box.west) / (box.east - box.west) * width,
         (box.north - y) / (box.north - box.south) * height)
        for y, x in points
    ]  # fmt: skip
    names = [p.name for p in around]
    edge = MARK / 2 + 2
    covered = [(x - edge, y - edge, x + edge, y + edge) for x, y in marks]
    sides = place_labels(pixels, names, size, (float(width), float(height)), None, covered)
    figure.add_scatter(
        x=[p.lon for p in around], y=[p.lat for p in around], mode="markers+text",
        hoverinfo="skip", marker={"size": 6, "color": c["muted"]},
        text=[p.name.replace("<", "&lt;") if s else ""
              for p, s in zip(around, sides, strict=True)],
        textposition=[s or "middle right" for s in sides],
        textfont={"size": size, "color": c["muted"]},
    )  # fmt: skip


def said(item: Item, given: Sequence[str], places: Sequence[Place]) -> str:
    """An answer in words; a point of the map by the places around it."""
    points = spots_of(item) if item.kind == "place_on_map" else ()
    at = {
        option.id: point_in_words(Point(*point), places)
        for option, point in zip(item.options, points, strict=False)
    }
    told = [name for id in given if (name := at.get(id))]
    return "; ".join(told) if told else answer_in_words(item, given)
