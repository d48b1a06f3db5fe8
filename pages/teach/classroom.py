"""A class at work: how to join it, and live how far it is; ?class= names it."""

from pages.parts.role import require_teacher

require_teacher()

import streamlit as st  # noqa: E402

from pages.parts.class_desk import show_begin, show_classes, show_house, show_way_in  # noqa: E402
from pages.parts.class_live import show_live  # noqa: E402
from pages.parts.data import classroom  # noqa: E402
from pages.parts.words import plain  # noqa: E402

st.html('<p class="x-kicker">For teachers</p>')
here = classroom().find(st.query_params.get("class", ""))
if here is None:
    st.title("Your classes")
    show_classes()
    show_begin()
    st.stop()
st.title(plain(here.name))
show_way_in(here)
show_live(here)
show_house(here)
