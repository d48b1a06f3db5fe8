"""The places: a map, walks over it, and its twins; ?place=, ?view= and ?claim= open one."""

import streamlit as st

from pages.parts.ask_land import show_try
from pages.parts.atlas import show_locator, show_map
from pages.parts.data import pack
from pages.parts.guided import show_against, show_guide, show_steps
from pages.parts.keys import show_touch_repair
from pages.parts.look import phone
from pages.parts.looks import choose_look, show_side, show_ways
from pages.parts.place import show_place, show_unplaced
from pages.parts.twins import show_twins

lesson = pack()
st.html('<p class="x-kicker">Places</p>')
st.title("Where it happened")
if not lesson.places:
    st.write("This article names no place we can find.")
    show_unplaced(lesson.unplaced)
    st.stop()

ids = [place.id for place in lesson.places]
asked = st.query_params.get("place")
chosen = lesson.place(asked if asked in ids else ids[0])


def picked() -> None:
    st.query_params["place"] = st.session_state["place_name"]


def show_all_places() -> None:
    columns = (st.container(), st.container()) if phone() else st.columns([3, 2], gap="large")
    with columns[1]:
        show_steps("place", ids, ids.index(chosen.id), "Place")
        st.session_state["place_name"] = chosen.id
        names = {place.id: place.name for place in lesson.places}
        st.selectbox(
            "Choose a place", ids, format_func=names.get, key="place_name", on_change=picked
        )
        show_place(chosen, lesson)
        show_locator(lesson)
    with columns[0]:
        show_map(lesson, chosen)


look = choose_look(lesson)
if look != "try":  # questions bring it along
    show_touch_repair()
if look == "guide":
    show_guide(lesson, st.query_params.get("view", ""))
elif look == "against":
    show_against(lesson, st.query_params.get("claim", ""))
elif look == "side":
    show_side(lesson, chosen)
elif look == "ways":
    show_ways(lesson, chosen)
elif look == "try":
    show_try(lesson, st.query_params.get("try", ""))
else:
    show_all_places()
if look == "map":
    show_twins(lesson, chosen)
elif look != "try":  # the table would tell
    with st.expander("The map as a table and in words"):
        show_twins(lesson, chosen)
show_unplaced(lesson.unplaced)
