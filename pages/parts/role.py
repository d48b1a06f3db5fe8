"""Who may see a page. Every teacher page calls `require_teacher()` first.

A teacher is who knows the passphrase, or whom the school's own sign-in names and a setting lists.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping

import streamlit as st

from pages.parts.cookie import COOKIE, HOURS, is_valid, secret
from pages.parts.keys import send_ticket
from pages.parts.sign_in import show_sign_in

TEACHERS = "EXPLAINER_TEACHERS"


def is_teacher() -> bool:
    if st.session_state.get("teacher") is False:
        return False  # Signed out: the cookie this window was opened with counts no more.
    if is_listed(st.user.to_dict(), os.environ.get(TEACHERS, ""), time.time()):
        return True
    if not secret():
        return False
    if st.session_state.get("teacher") is True:
        return True
    return is_valid(st.context.cookies.get(COOKIE, ""), time.time())


def is_listed(claims: Mapping[str, object], listed: str, now: float) -> bool:
    """Whether a sign-in of today names one of the e-mail addresses or @domains in `listed`."""
    email, issued = claims.get("email"), claims.get("iat")
    if claims.get("is_logged_in") is not True or claims.get("email_verified") is False:
        return False
    if not isinstance(email, str) or not isinstance(issued, int | float):
        return False
    if email.count("@") != 1 or not now - HOURS * 3600 < issued < now + 300:
        return False
    address = email.strip().lower()
    wanted = {word.lower() for word in listed.replace(",", " ").split() if "@" in word[:-1]}
    return bool(wanted & {address, address[address.index("@") :]})


def require_teacher() -> None:
    """Returns only for a teacher; anyone else is asked who they are and gets nothing."""
    if is_teacher():
        ticket = st.session_state.pop("ticket", None)
        if ticket:
            send_ticket(ticket)
        return
    show_sign_in()
    st.stop()
