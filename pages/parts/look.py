"""Colours of the valley and the page's own style sheet, for the light and the dark theme."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template
from typing import Literal

import streamlit as st

WIDTH = "js-width"
LIGHT = {
    "paper": "#fbf8f1",
    "card": "#f1eada",
    "ink": "#23201b",
    "muted": "#635b4c",
    "line": "#cfc3a8",
    "lapis": "#1f4e9e",
    "emerald": "#0b6b4f",
    "amber": "#8a4b08",
    "violet": "#5b3a8c",
    "red": "#9a2a2a",
    "marker": "#fbe39a",
    "water": "#4d86b8",
}
DARK = {
    "paper": "#15171c",
    "card": "#20242c",
    "ink": "#ece7dc",
    "muted": "#b5ae9f",
    "line": "#464c58",
    "lapis": "#93b8f7",
    "emerald": "#63d2a8",
    "amber": "#f0b36b",
    "violet": "#c6a8f5",
    "red": "#f29a94",
    "marker": "#5c4a12",
    "water": "#6ea8d8",
}


@cache
def _sheet() -> Template:
    return Template((Path(__file__).parent / "browser" / "look.css").read_text(encoding="utf-8"))


def dark() -> bool:
    return st.context.theme.type == "dark"


def colours() -> dict[str, str]:
    """The palette of the theme the reader has chosen."""
    return DARK if dark() else LIGHT


def phone() -> bool:
    """Whether the window is as narrow as a phone: ?phone= decides, else what the browser told,
    else what it calls itself."""
    asked = st.query_params.get("phone")
    if asked:
        return asked == "1"
    told = getattr(st.session_state.get(WIDTH), "narrow", None)
    return _calls_itself_mobile() if told is None else told == "yes"


def _calls_itself_mobile() -> bool:
    return "Mobile" in (st.context.headers.get("User-Agent") or "")


Room = Literal["phone", "page", "hall"]


def room() -> Room:
    """What charts are drawn for: a hand, a desk, or (in present mode) a wall."""
    return "phone" if phone() else "page"


def show_look(width: str = "46rem") -> None:
    """The style sheet; `width` is the longest line of the page."""
    st.html(f"<style>{_sheet().substitute(width=width, **colours())}</style>")
