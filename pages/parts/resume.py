"""Whose attempt this window goes on with, and how its owner finds it again."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from explainer.pack import Pack
from explainer.quiz.attempt import Attempt
from pages.parts.data import attempts, lesson_of, open_lesson, pack
from pages.parts.words import escaped


def current_attempt() -> Attempt | None:
    """The attempt of ?t=, or the one this window has gone on with, and its lesson opened. It
    stands in the address then, so that a reload or a copied link finds it."""
    linked = st.query_params.get("t")
    token = linked or st.session_state.get("attempt")
    attempt = attempts().attempt(token) if token else None
    if attempt is None or (not linked and attempt.lesson != pack().id):
        return None  # None begun, or the window has gone on to another lesson.
    if attempt.lesson != pack().id:
        if lesson_of(attempt.lesson) is None:
            st.title("This lesson is no longer here")
            st.write("Your teacher has taken it away. Your answers are kept.")
            st.stop()
        open_lesson(attempt.lesson)
    # The menu drops the address; the session remembers it for this tab.
    st.session_state["attempt"] = attempt.token
    if linked != attempt.token:
        st.query_params["t"] = attempt.token
    return attempt


def open_attempt(token: str) -> None:
    """The page runs again with this attempt."""
    st.session_state["attempt"] = token
    st.query_params["t"] = token
    st.query_params.pop("q", None)
    st.rerun()


def leave_attempt() -> None:
    """The page runs again with no attempt; nothing kept is lost."""
    st.session_state.pop("attempt", None)
    for name in ("t", "q"):
        st.query_params.pop(name, None)
    st.rerun()


def show_lesson_title(pack: Pack) -> None:
    """Which lesson this is about; the page's own title says what it is for."""
    st.html(f'<p class="x-muted">{escaped(pack.title)}</p>')


def show_resume() -> None:
    """Where a code is typed."""
    with st.form("resume", border=True):
        code = st.text_input("Your code, to go on where you were", max_chars=12, autocomplete="off")
        if st.form_submit_button("Go on"):
            token = attempts().token_of(code)
            if token:
                open_attempt(token)
            st.error(
                "No quiz was begun with this code. A code is six characters, letters and digits."
            )


def show_way_back(attempt: Attempt) -> None:
    """The code, and in a window of its own the link."""
    with st.container(key="way-back", horizontal=True, vertical_alignment="center"):
        st.html(
            f'<p class="x-muted">Your code: <b>{escaped(attempt.code)}</b></p>', width="content"
        )
        if st.button("Go on later", type="tertiary", key="way-back-open"):
            _tell_way_back(attempt.code, attempt.token)


@st.dialog("Go on later, or elsewhere")
def _tell_way_back(code: str, token: str) -> None:
    st.write("Every answer is kept the moment you submit it. On any device, type your code …")
    st.code(code, language=None)
    st.write("… or open your link. Whoever has it sees your answers.")
    st.code(link(token), language=None, wrap_lines=True)
    if st.button("Leave this quiz on this device", key="leave-quiz"):
        leave_attempt()


def link(token: str) -> str:
    """The address that opens the attempt, as this browser reaches the app."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}/quiz?t={token}" if here.netloc else f"quiz?t={token}"
