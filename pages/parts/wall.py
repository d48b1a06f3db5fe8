"""Present mode: a screen, and the keys that move on."""

from __future__ import annotations

import os

import streamlit as st

from explainer.pack import Pack
from explainer.screens import Screen, first_of
from pages.parts.keys import show_present_keys
from pages.parts.screen import show_screen

# Type grows with the wall; Streamlit's own chrome is out of sight.
_WALL = """<style>
html { font-size: clamp(18px, 1.55vw, 34px); }
[data-testid=stHeader], [data-testid=stSidebar], [data-testid=stToolbar] { display: none; }
.stMainBlockContainer { max-width: 62rem; padding: 2rem 2rem 4rem; min-height: 94vh; }
</style>"""


def address_of_app() -> str:
    """Where students find the app: the setting, else as this window found it."""
    here = "/".join((st.context.url or "http://localhost").split("/")[:3])
    return os.environ.get("EXPLAINER_PUBLIC_ADDRESS", here).rstrip("/")


def screen_asked(every: tuple[Screen, ...]) -> int:
    """?screen= within bounds, else the first of ?step=."""
    asked = st.query_params.get("screen", "")
    if asked.isdecimal() and len(asked) < 6:
        return min(int(asked), len(every) - 1)
    return first_of(st.query_params.get("step", ""), every)


def show_wall(every: tuple[Screen, ...], at: int, lesson: Pack, talk: str) -> None:
    st.html(_WALL)
    step = lesson.lesson.step(every[at].step_id)
    assert step is not None
    with st.container(key=f"screen-{at}"):
        show_screen(every[at], step, address_of_app())
    show_present_keys()
    last = len(every) - 1
    with st.container(key="bar", horizontal=True, vertical_alignment="center"):
        st.button("Back", shortcut="Left", on_click=_go, args=(at - 1, last), key="wall_back")
        st.button("Next", shortcut="Right", on_click=_go, args=(at + 1, last), key="wall_next")
        with st.container(key="full", width="content"):
            st.button("Full screen", key="wall_full")
        st.html(f'<p class="x-muted">{at + 1} of {last + 1}</p>', width="content")
        st.link_button("Notes", f"present?talk={talk}&notes=1&lesson={lesson.id}")
    with st.container(key="hidden"):
        moves = {"Space": at + 1, "PageDown": at + 1, "PageUp": at - 1, "Home": 0, "End": last}
        for key, to in moves.items():
            st.button(key, shortcut=key, on_click=_go, args=(to, last), key=f"wall_{key}")


def _go(to: int, last: int) -> None:
    st.query_params["screen"] = str(max(0, min(to, last)))
