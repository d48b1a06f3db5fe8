"""Who may see a page. Every teacher page calls `require_teacher()` first.

A teacher gives the passphrase once; a signed cookie then opens the pages in every window of that
browser for a school day. Streamlit cannot set cookies, so a route of the app does, for a ticket.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import threading
import time
from functools import cache

import streamlit as st
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.parts.keys import send_ticket

SETTING = "EXPLAINER_TEACHER_PASSPHRASE"
COOKIE = "explainer_teacher"
HOURS = 10
TRIES, PER_SECONDS = 5, 60.0
TICKET_SECONDS = 60.0
_failures: list[float] = []
_tickets: dict[str, float] = {}
_lock = threading.Lock()


@cache
def _hash(passphrase: str) -> str:
    return PasswordHasher().hash(passphrase)


@cache
def _key(passphrase: str) -> bytes:
    """Slow on purpose: a stolen cookie must not give the passphrase away by guessing."""
    return hashlib.scrypt(passphrase.encode(), salt=b"explainer teacher", n=2**14, r=8, p=1)


def _signed(until: int) -> str:
    key = _key(os.environ.get(SETTING, ""))
    return f"{until}.{hmac.new(key, str(until).encode(), 'sha256').hexdigest()}"


def is_valid(cookie: str, now: float) -> bool:
    """A cookie is good until its hour, for the passphrase it was given for."""
    until = cookie.partition(".")[0]
    if not os.environ.get(SETTING) or not until.isdecimal() or len(until) > 12:
        return False
    return int(until) > now and hmac.compare_digest(cookie.encode(), _signed(int(until)).encode())


def is_teacher() -> bool:
    if not os.environ.get(SETTING):
        return False
    if st.session_state.get("teacher") is True:
        return True
    return is_valid(st.context.cookies.get(COOKIE, ""), time.time())


def is_passphrase(given: str) -> bool:
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
        ticket = st.session_state.pop("ticket", None)
        if ticket:
            send_ticket(ticket)
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
        st.session_state["ticket"] = _new_ticket()
        st.rerun()
    else:
        with _lock:
            _failures.append(time.monotonic())
        st.error("That is not the passphrase.")


def _new_ticket() -> str:
    ticket, now = secrets.token_urlsafe(24), time.monotonic()
    with _lock:
        for old in [t for t, at in _tickets.items() if now - at > TICKET_SECONDS]:
            del _tickets[old]
        _tickets[ticket] = now
    return ticket


async def enter(request: Request) -> Response:
    """POST /teacher/enter: a ticket, good once and for a minute, becomes a cookie."""
    ticket = request.headers.get("x-ticket", "")
    with _lock:
        made = _tickets.pop(ticket, None)
    if made is None or time.monotonic() - made > TICKET_SECONDS:
        return PlainTextResponse("This ticket is not good.", status_code=403)
    response = Response(status_code=204)
    forwarded = request.headers.get("x-forwarded-proto", request.url.scheme)
    response.set_cookie(
        COOKIE, _signed(int(time.time()) + HOURS * 3600), max_age=HOURS * 3600,
        httponly=True, samesite="lax", secure=forwarded == "https",
    )  # fmt: skip
    return response
