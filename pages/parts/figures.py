"""What a step shows beside its text, each kind with a twin in words."""

from __future__ import annotations

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st

from explainer.lesson import Figure
from explainer.screens import events_of
from pages.parts.cards import show_claims, show_comparison, show_people, show_quotes, show_source
from pages.parts.data import pack
from pages.parts.fan import fan
from pages.parts.frames import View, boxes, frame_of, placed, seen
from pages.parts.look import Room, dark
from pages.parts.profile import profile
from pages.parts.valley import valley
from pages.parts.words import plain


def show_figure(figure: Figure, key: str, room: Room) -> None:
    draw = _KINDS.get(figure.kind)
    if draw is not None:
        draw(figure, key, room)
        if not figure.folded:
            st.caption(plain(figure.caption))


def _draw(chart: go.Figure, key: str, alt: str) -> None:
    """A chart to look at: it takes no clicks, so it lets the page scroll."""
    st.plotly_chart(
        chart, theme=None, key=f"figure-{key}", width="stretch", alt=alt,
        config={"displayModeBar": False, "staticPlot": True},
    )  # fmt: skip


def _link(page: str, label: str, room: Room, **query: str) -> None:
    if room != "hall":
        st.page_link(page, label=label, icon=":material/open_in_full:", query_params=query)


def _timeline(figure: Figure, key: str, room: Room) -> None:
    lesson = pack()
    ids = events_of(figure, lesson)
    events = tuple(event for event in lesson.timeline.events if event.id in ids)
    if events:
        alt = "Timeline: " + "; ".join(f"{e.when}, {e.title}" for e in events)
        _draw(fan(events, None, is_dark=dark(), room=room), key, alt)
        query = {"period": figure.theme} if figure.theme else {}
        _link("learn/timeline.py", "Open the timeline", room, **query)


def _map(figure: Figure, key: str, room: Room) -> None:
    lesson = pack()
    wanted = tuple(p for p in placed(lesson.places) if not figure.ids or p.id in figure.ids)
    if not wanted:
        return
    sight = boxes(lesson.places, lesson.geometry)
    is_near = "near" in sight and (
        not figure.ids or all(sight["near"].holds(place) for place in wanted)
    )
    view: View = "near" if is_near else "far"
    box = sight[view]
    if figure.ids and not is_near:
        box = frame_of([(p.lat or 0.0, p.lon or 0.0) for p in wanted])
    places = wanted if figure.ids else seen(lesson.places, lesson.geometry, sight, view)
    chart = valley(
        places, lesson.geometry, None, is_dark=dark(), room=room, box=box, view=view
    )  # fmt: skip
    _draw(chart, key, "Map with " + ", ".join(place.name for place in places))
    _link("learn/places.py", "Open the map", room)


def _profile(figure: Figure, key: str, room: Room) -> None:
    """The river down to the last place asked for; only the places asked for are named."""
    geometry = pack().geometry
    points = geometry.profile if geometry else ()
    asked = [p.river_km for p in points if p.place_id in figure.ids]
    if asked:
        points = tuple(
            p if p.place_id in figure.ids else p.model_copy(update={"name": ""})
            for p in points
            if p.river_km <= max(asked)
        )
    if points:
        chart = profile(points, is_dark=dark(), room=room)
        alt = "Height along the river: " + "; ".join(
            f"{p.name}, {p.elevation:,.0f} m at {p.river_km:.0f} km" for p in points if p.name
        )
        _draw(chart, key, alt)


_KINDS: dict[str, Callable[[Figure, str, Room], None]] = {
    "timeline": _timeline,
    "map": _map,
    "relief": _map,
    "profile": _profile,
    "comparison": show_comparison,
    "people": show_people,
    "claims": show_claims,
    "quotes": show_quotes,
    "source_card": show_source,
}
