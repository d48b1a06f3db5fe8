"""The map with its table twin; ?place= opens one."""

import streamlit as st

from pages.parts.data import pack
from pages.parts.keys import show_touch_repair
from pages.parts.look import dark, phone, room
from pages.parts.place import show_place, show_table, show_unplaced
from pages.parts.valley import boxes, placed, seen, valley
from pages.parts.words import plain

lesson = pack()
places = placed(lesson.places)
st.html('<p class="x-kicker">Places</p>')
st.title("Where it happened")
if not lesson.places:
    st.write("This article names no place we can find.")
    show_unplaced(lesson.unplaced)
    st.stop()

sight = boxes(places, lesson.geometry)
ids = [place.id for place in lesson.places]
asked = st.query_params.get("place")
chosen = lesson.place(asked if asked in ids else ids[0])
view = "near" if "near" in sight and sight["near"].holds(chosen) else "far"


def open_place(id: str) -> None:
    st.query_params["place"] = id


def pressed_mark() -> None:
    points = st.session_state["map"].selection.points
    found = [point["customdata"] for point in points if point.get("customdata")]
    if found:
        open_place(found[0][0] if isinstance(found[0], list) else found[0])


def picked() -> None:
    open_place(st.session_state["place_name"])


show_touch_repair()
chart, detail = (st.container(), st.container()) if phone() else st.columns([3, 2], gap="large")
with detail:
    st.session_state["place_name"] = chosen.id
    names = {place.id: place.name for place in lesson.places}
    st.selectbox(
        "Choose a place", ids, format_func=lambda id: names[id], key="place_name", on_change=picked
    )
    show_place(chosen, lesson)
with chart:
    if len(sight) > 1:
        names = {"near": f"Around {plain(lesson.places[0].name)}", "far": "The whole country"}
        view = st.segmented_control(
            "Map", list(names), format_func=names.get, default=view, required=True,
            key=f"view-{chosen.id}", label_visibility="collapsed",
        )  # fmt: skip
    st.plotly_chart(
        valley(
            seen(places, sight, view), lesson.geometry, chosen.id, is_dark=dark(),
            room=room(), box=sight[view], view=view,
        ),
        theme=None, key="map", on_select=pressed_mark, selection_mode="points",
        config={"displayModeBar": False},
        alt="Map of the places; the same as a table follows below",
    )  # fmt: skip
    absent = [place.name for place in places if not sight["far"].holds(place)]
    if absent:
        st.caption(f"Too far away for this map: {plain(', '.join(absent))}.")
    if lesson.geometry:
        with st.expander("About this map"):
            for note in filter(None, [lesson.geometry.note, *lesson.geometry.credits]):
                st.caption(plain(note))
st.subheader("The same as a table")
show_table(lesson.places, lesson)
show_unplaced(lesson.unplaced)
