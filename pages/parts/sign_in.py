"""Signing in as a teacher: the passphrase, its first choice, the school's own sign-in; and out."""

from __future__ import annotations

import os
import secrets
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec

import streamlit as st

from explainer import passphrase
from explainer.findings import InputProblem
from explainer.store import CODE_LETTERS
from pages.parts.cookie import KNOWN, SETTING, known_name, new_ticket, secret
from pages.parts.data import attempts
from pages.parts.keys import remember_page, send_leave
from pages.parts.tries import Buckets, buckets, forgive, wait_seconds
from pages.parts.words import plain


@cache
def setup_code() -> str:
    """Of this process; whoever reads the console of the server may choose the passphrase."""
    drawn = "".join(secrets.choice(CODE_LETTERS) for _ in range(8))
    return f"{drawn[:4]}-{drawn[4:]}"


def school_signs_in() -> bool:
    """Whether secrets.toml names a provider of sign-ins."""
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets


def tell_setup_code() -> None:
    """Prints the code on the console, while nobody has chosen a passphrase."""
    if not school_signs_in() and not secret():
        print(
            "\n  No passphrase for teachers is chosen yet. Open the page \"Your own article\" and "
            f"choose one with this set-up code: {setup_code()}\n",
            file=sys.stderr, flush=True,
        )  # fmt: skip


def show_sign_in() -> None:
    """The ways in that there are on this server."""
    st.title("For teachers")
    with st.container(key="sign-in"):
        if school_signs_in():
            _by_school()
        if secret():
            _by_passphrase()
        elif not school_signs_in():
            _first_time()


def _by_school() -> None:
    if st.user.is_logged_in:
        st.warning(
            "This account is not on the list of teachers, or it signed in too long ago. Sign in "
            "again, or ask whoever runs the server to add your e-mail address."
        )
        if st.button("Sign in with another account", key="school_again"):
            st.logout()
        return
    if find_spec("authlib") is None:
        st.error("Whoever runs the server still has to install Authlib for the school's sign-in.")
        return
    st.write("This page shows keys and notes. Sign in with your school account.")
    remember_page()
    if st.button("Sign in", type="primary", key="school"):
        st.login()


def _by_passphrase() -> None:
    st.write("This page shows keys and notes. It opens with the passphrase of your school.")
    with st.form("passphrase", border=False):
        given = st.text_input("Passphrase", type="password", max_chars=passphrase.LONGEST)
        sent = st.form_submit_button("Open", type="primary")
    if sent and _is_right(lambda: is_passphrase(given), "That is not the passphrase."):
        _open()


def _first_time() -> None:
    st.write(
        "Nobody has chosen a passphrase yet. The window in which the server was started shows a "
        "set-up code: with it you choose the passphrase that opens these pages from now on."
    )
    with st.form("setup", border=False):
        code = st.text_input("Set-up code", max_chars=20, autocomplete="off")
        chosen = st.text_input(
            f"New passphrase, at least {passphrase.SHORTEST} characters: four words, for example",
            type="password", max_chars=passphrase.LONGEST, autocomplete="new-password",
        )  # fmt: skip
        again = st.text_input(
            "The same again", type="password", max_chars=passphrase.LONGEST,
            autocomplete="new-password",
        )  # fmt: skip
        sent = st.form_submit_button("Choose it", type="primary")
    st.caption(f"Whoever runs the server can also set it as {SETTING}.")
    if not sent or not _is_right(lambda: is_setup_code(code), "That is not the set-up code."):
        return
    try:
        passphrase.choose(attempts().engine, chosen, again)
    except InputProblem as problem:
        st.error(plain(str(problem)))
        return
    _open()


def is_passphrase(given: str) -> bool:
    """By the setting where there is one, else by the hash that is kept."""
    set_to = os.environ.get(SETTING, "")
    known = passphrase.hash_of(set_to) if set_to else passphrase.kept(attempts().engine)
    return bool(known) and passphrase.matches(str(known), given)


def is_setup_code(given: str) -> bool:
    typed = "".join(letter for letter in given.upper() if letter.isalnum())
    return secrets.compare_digest(typed.encode(), setup_code().replace("-", "").encode())


def _who() -> Buckets:
    """Who tries: this window, by what its browser and its connection say."""
    window = st.session_state.setdefault("window", secrets.token_hex(8))
    known = known_name(str(st.context.cookies.get(KNOWN, "")))
    return buckets(known, window, st.context.ip_address)


def _is_right(check: Callable[[], bool], otherwise: str) -> bool:
    who, now = _who(), time.monotonic()
    if wait := wait_seconds(who, now):
        st.error(f"Too many wrong tries. Wait {wait:.0f} seconds and try again.")
        return False
    if not check():
        st.error(otherwise)
        return False
    forgive(who, now)
    return True


def _open() -> None:
    st.session_state["teacher"] = True
    st.session_state["ticket"] = new_ticket()
    st.rerun()


def show_sign_out() -> None:
    """A button that closes the teacher pages in this browser."""
    with st.container(key="leave", horizontal=True, horizontal_alignment="right"):
        pressed = st.button("Sign out", type="tertiary", icon=":material/logout:", key="sign_out")
    if pressed:
        if st.user.get("is_logged_in"):
            st.logout()
            st.stop()  # A rerun would overtake the way to the provider.
        st.session_state["teacher"] = False
        st.session_state["left"] = True
        st.rerun()


def finish_leaving() -> None:
    """Has the browser drop the cookie after signing out."""
    if st.session_state.pop("left", False):
        send_leave()
