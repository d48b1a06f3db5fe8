"""Small pieces of script that run in the page, from pages/parts/browser/.

They are components, because the page's security policy lets no other script run.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from pages.parts.look import phone


@cache
def _script(name: str) -> str:
    return (Path(__file__).parent / "browser" / f"{name}.js").read_text(encoding="utf-8")


def _run(name: str, data: Any = None, **listeners: Callable[[], None]) -> Any:
    """Mounts the script; what it tells with setStateValue is an attribute of what is returned."""
    component = st.components.v2.component(f"explainer_{name}", js=_script(name))
    return component(key=f"js-{name}", data=data, **listeners)


def show_touch_repair() -> None:
    """Charts on the page answer to the first tap, and let the page scroll."""
    _run("touch")


def show_quiz_keys(at: str = "") -> None:
    """Digits press the answers in the container "answer", Enter the button in "go"; once for each
    value of `at` the question, or what came of it, takes the focus."""
    _run("quiz", {"at": at})


def scroll_to(selector: str, at: str, block: str = "center") -> None:
    """Brings what `selector` finds into view, once for each value of `at`."""
    _run("scroll", {"to": selector, "at": at, "block": block})


def name_region(key: str, label: str) -> None:
    """The scrolling container with that key can be reached by keyboard, under that name."""
    _run("region", {"box": f".st-key-{key}", "label": label})


def send_ticket(ticket: str) -> None:
    """Has the browser trade the ticket for the teacher's cookie."""
    _run("ticket", {"to": "enter", "ticket": ticket})


def send_leave() -> None:
    """Has the browser drop the teacher's cookie."""
    _run("ticket", {"to": "leave", "ticket": ""})


def show_present_keys() -> None:
    """F and the button in the container "full" fill the screen, B blanks it."""
    _run("present")


def remember_page() -> None:
    """Has the browser keep which page was asked for, until it is back from the school's sign-in."""
    _run("back")


def watch_width() -> None:
    """Has the browser tell how wide its window is, where the server guesses wrong or it changes;
    `look.phone` reads what it told."""
    _run("width", {"guess": "yes" if phone() else "no"}, on_narrow_change=lambda: None)


def webgl() -> bool | None:
    """Whether the browser has WebGL; None until it has told."""
    told = getattr(_run("webgl", on_webgl_change=lambda: None), "webgl", None)
    return None if told is None else told == "yes"
