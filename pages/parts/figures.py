"""What a step shows beside its text, each kind with a twin in words."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from explainer.lesson import Figure
from pages.parts.cards import show_claims, show_comparison, show_people, show_quotes, show_source
from pages.parts.data import pack
from pages.parts.fan import fan
from pages.parts.look import dark, phone
from pages.parts.valley import View, boxes, frame_of, placed, seen, valley
from pages.parts.words import plain


def show_figure(figure: Figure, key: str) -> None:
    draw = _KINDS.get(figure.kind)
    if draw is not None:
        draw(figure, key)
        st.caption(plain(figure.caption))


def _timeline(figure: Figure, key: str) -> None:
    every = pack().timeline.events
    events = tuple(
        e for e in every
        if (e.id in figure.ids if figure.ids else not figure.theme or e.theme == figure.theme)
    )  # fmt: skip
    if not figure.ids and any(e.main for e in events):
        events = tuple(e for e in events if e.main)
    if not events:
        return
    st.plotly_chart(
        fan(events, None, is_dark=dark(), is_phone=phone()), theme=None, key=f"figure-{key}",
        config={"displayModeBar": False, "staticPlot": True}, width="stretch",
        alt="Timeline: " + "; ".join(f"{e.when}, {e.title}" for e in events),
    )  # fmt: skip
    st.page_link(
        "learn/timeline.py", label="Open the timeline", icon=":material/timeline:",
        query_params={"period": figure.theme} if figure.theme else None,
    )  # fmt: skip


def _map(figure: Figure, key: str) -> None:
    lesson = pack()
    sight = boxes(lesson.places, lesson.geometry)
    wanted = tuple(p for p in placed(lesson.places) if not figure.ids or p.id in figure.ids)
    if not wanted:
        return
    is_near = "near" in sight and (
        not figure.ids or all(sight["near"].holds(place) for place in wanted)
    )
    view: View = "near" if is_near else "far"
    box = sight[view]
    if figure.ids and not is_near:
        box = frame_of([(p.lat or 0.0, p.lon or 0.0) for p in wanted])
    places = wanted if figure.ids else seen(lesson.places, sight, view)
    st.plotly_chart(
        valley(
            places, lesson.geometry, None, is_dark=dark(), is_phone=phone(), box=box,
            view=view,
        ),
        theme=None, key=f"figure-{key}", width="stretch",
        config={"displayModeBar": False, "staticPlot": True},
        alt="Map with " + ", ".join(p.name for p in places),
    )  # fmt: skip
    st.page_link("learn/places.py", label="Open the map", icon=":material/map:")


_KINDS: dict[str, Callable[[Figure, str], None]] = {
    "timeline": _timeline,
    "map": _map,
    "relief": _map,
    "comparison": show_comparison,
    "people": show_people,
    "claims": show_claims,
    "quotes": show_quotes,
    "source_card": show_source,
}
