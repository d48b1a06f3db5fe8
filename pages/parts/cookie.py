"""The teacher's cookie: signed, and good for a school day.

Streamlit cannot set cookies, so a route of the app does, for a ticket that the page was given.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import threading
import time
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from explainer import passphrase
from pages.parts.data import attempts

SETTING = "EXPLAINER_TEACHER_PASSPHRASE"
COOKIE = "explainer_teacher"
HOURS = 10
# Says only that a teacher has signed in with this browser before; it lets nobody in.
KNOWN = "explainer_known"
KNOWN_DAYS = 180
TICKET_SECONDS = 60.0
_tickets: dict[str, float] = {}
_lock = threading.Lock()


def secret() -> str:
    """What cookies are signed for: the passphrase that is set, else the hash of the one that was
    chosen; empty where there is none."""
    return os.environ.get(SETTING, "") or passphrase.kept(attempts().engine) or ""


@lru_cache(maxsize=4)
def _key(secret: str) -> bytes:
    """Slow on purpose: a stolen cookie must not give the passphrase away by guessing."""
    return hashlib.scrypt(secret.encode(), salt=b"explainer teacher", n=2**14, r=8, p=1)


def _signature(words: str) -> str:
    return hmac.new(_key(secret()), words.encode(), "sha256").hexdigest()


def signed(until: int) -> str:
    return f"{until}.{_signature(str(until))}"


def signed_known(name: str) -> str:
    return f"{name}.{_signature(f'known {name}')}"


def known_name(cookie: str) -> str | None:
    """The name that a browser was given when a teacher signed in with it; None for any other."""
    name = cookie.partition(".")[0]
    if not name or len(cookie) > 200 or not secret():
        return None
    good = hmac.compare_digest(cookie.encode(), signed_known(name).encode())
    return name if good else None


def is_valid(cookie: str, now: float) -> bool:
    """A cookie is good until its hour, for the passphrase it was given for."""
    until = cookie.partition(".")[0]
    if not until.isascii() or not until.isdecimal() or len(until) > 12 or not secret():
        return False
    return int(until) > now and hmac.compare_digest(cookie.encode(), signed(int(until)).encode())


def new_ticket() -> str:
    """What the browser trades for a cookie, once and within a minute."""
    ticket, now = secrets.token_urlsafe(24), time.monotonic()
    with _lock:
        for old in [t for t, at in _tickets.items() if now - at > TICKET_SECONDS]:
            del _tickets[old]
        _tickets[ticket] = now
    return ticket


async def enter(request: Request) -> Response:
    """POST /teacher/enter: a ticket becomes a cookie."""
    ticket = request.headers.get("x-ticket", "")
    with _lock:
        made = _tickets.pop(ticket, None)
    if made is None or time.monotonic() - made > TICKET_SECONDS:
        return PlainTextResponse("This ticket is not good.", status_code=403)
    value = await run_in_threadpool(signed, int(time.time()) + HOURS * 3600)
    name = await run_in_threadpool(known_name, request.cookies.get(KNOWN, ""))
    known = signed_known(name or secrets.token_urlsafe(12))
    response = Response(status_code=204)
    secure = request.headers.get("x-forwarded-proto", request.url.scheme) == "https"
    for cookie, said, seconds in (
        (COOKIE, value, HOURS * 3600), (KNOWN, known, KNOWN_DAYS * 86_400)
    ):  # fmt: skip
        response.set_cookie(
            cookie, said, max_age=seconds, httponly=True, samesite="lax", secure=secure
        )
    return response


async def leave(_request: Request) -> Response:
    """POST /teacher/leave: the cookie is gone."""
    response = Response(status_code=204)
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")
    return response
