"""The app without a browser: a page opened, a button pressed, its words read."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"


def opened(page, teacher=False, **query):
    """A page, "learn/quiz", as somebody sees it who is let in as a teacher, or is not."""
    at = AppTest.from_file(FRAME, default_timeout=60)
    if teacher:
        at.session_state["teacher"] = True
    for name, value in query.items():
        at.query_params[name] = value
    return sound(at.switch_page(f"{page}.py").run())


def sound(at):
    """The page, which has not failed."""
    assert not at.exception, at.exception
    return at


def press(at, label):
    """Presses the first button whose label holds the words."""
    return sound(next(b for b in at.button if label in b.label).click().run())


def html(at):
    return "\n".join(e.proto.body for e in at.get("html"))


def words(at):
    """All the text a reader gets, from whatever element."""
    kinds = ("title", "header", "subheader", "markdown", "caption")
    return "\n".join([*(e.value for kind in kinds for e in at.get(kind)), html(at)])


def query(at, name):
    """What stands in the address."""
    value = at.query_params[name]
    return value[0] if isinstance(value, list) else value
