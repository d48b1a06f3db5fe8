"""The map with its table twin; ?place= opens one."""

import streamlit as st

from pages.parts.data import pack
from pages.parts.keys import show_touch_repair
from pages.parts.look import dark, phone
from pages.parts.place import show_place, show_table, show_unplaced
from pages.parts.valley import frame_of, placed, valley
from pages.parts.words import plain

lesson = pack()
places = placed(lesson.places)
st.html('<p class="x-kicker">Places</p>')
st.title("Where it happened")
if not lesson.places:
    st.write("This article names no place we can find.")
    show_unplaced(lesson.unplaced)
    st.stop()

box = frame_of(places, lesson.geometry)
ids = [place.id for place in lesson.places]
asked = st.query_params.get("place")
chosen = lesson.place(asked if asked in ids else ids[0])


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
detail, chart = st.columns([2, 3], gap="large") if not phone() else (st.container(), st.container())
with detail:
    st.session_state["place_name"] = chosen.id
    names = {place.id: place.name for place in lesson.places}
    st.selectbox(
        "Choose a place", ids, format_func=lambda id: names[id], key="place_name", on_change=picked
    )
    show_place(chosen, lesson)
with chart:
    st.plotly_chart(
        valley(places, lesson.geometry, chosen.id, is_dark=dark(), is_phone=phone(), box=box),
        theme=None, key="map", on_select=pressed_mark, selection_mode="points",
        config={"displayModeBar": False},
        alt="Map of the places; the same as a table follows below",
    )  # fmt: skip
    notes = [lesson.geometry.note, *lesson.geometry.credits] if lesson.geometry else []
    st.caption("  \n".join(plain(note) for note in notes if note))
st.subheader("The same as a table")
show_table(lesson.places, lesson)
show_unplaced(lesson.unplaced)
