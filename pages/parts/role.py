"""Who may see a page. Every teacher page calls `require_teacher()` first."""

from __future__ import annotations

import os
import threading
import time
from functools import cache

import streamlit as st
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

SETTING = "EXPLAINER_TEACHER_PASSPHRASE"
TRIES, PER_SECONDS = 5, 60.0
_failures: list[float] = []
_lock = threading.Lock()


@cache
def _hash(passphrase: str) -> str:
    return PasswordHasher().hash(passphrase)


def is_teacher() -> bool:
    return bool(os.environ.get(SETTING)) and st.session_state.get("teacher") is True


def is_passphrase(given: str) -> bool:
    """Argon2 on both sides, so that the time taken tells nothing of the letters."""
    expected = os.environ.get(SETTING, "")
    if not expected:
        return False
    try:
        return PasswordHasher().verify(_hash(expected), given)
    except VerificationError:
        return False


def wait_seconds(now: float) -> float:
    """Seconds until another try is taken; over all sessions, for a new session costs nothing."""
    with _lock:
        _failures[:] = [at for at in _failures if now - at < PER_SECONDS]
        return PER_SECONDS - (now - _failures[0]) if len(_failures) >= TRIES else 0.0


def require_teacher() -> None:
    """Returns only for a teacher; anyone else is asked for the passphrase and gets nothing."""
    if is_teacher():
        return
    st.title("For teachers")
    if not os.environ.get(SETTING):
        st.write("No passphrase is set, so this page stays closed.")
        st.write("Whoever runs the server sets one and starts it again:")
        st.code(f"{SETTING}='four words you will remember' make run", language="bash")
        st.stop()
    st.write("This page shows keys and notes. It opens with the passphrase of your school.")
    with st.form("passphrase", border=False):
        given = st.text_input("Passphrase", type="password", max_chars=200)
        sent = st.form_submit_button("Open", type="primary")
    if sent:
        _answer(given)
    st.stop()


def _answer(given: str) -> None:
    wait = wait_seconds(time.monotonic())
    if wait:
        st.error(f"Too many wrong tries. Wait {wait:.0f} seconds and try again.")
    elif is_passphrase(given):
        st.session_state["teacher"] = True
        st.rerun()
    else:
        with _lock:
            _failures.append(time.monotonic())
        st.error("That is not the passphrase.")
