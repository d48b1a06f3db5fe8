"""The list to choose a lesson from."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.parts.words import plain


def choose_lesson(titles: Mapping[str, str], asked: str | None, key: str) -> str:
    """The id of the lesson chosen: at first the one that was asked for, if it is there."""
    ids = list(titles)
    first = ids.index(asked) if asked in titles else 0
    return st.selectbox("Lesson", ids, first, format_func=lambda id: plain(titles[id]), key=key)
