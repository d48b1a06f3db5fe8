"""The app without a browser, with a lesson and a database of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import data

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"


@pytest.fixture
def app(lesson_file, tmp_path, monkeypatch):
    """Opens a page, "learn/quiz", with query parameters."""
    monkeypatch.setenv("EXPLAINER_PACK", str(lesson_file))
    monkeypatch.setenv("EXPLAINER_DATABASE_URL", f"sqlite:///{tmp_path}/attempts.sqlite")
    monkeypatch.delenv("EXPLAINER_TEACHER_PASSPHRASE", raising=False)
    data.attempts.cache_clear()
    data.built_in.cache_clear()
    data.shelf.cache_clear()
    yield lambda page, **query: _open(page, query)
    data.attempts().engine.dispose()
    data.attempts.cache_clear()
    data.built_in.cache_clear()
    data.shelf.cache_clear()


def _open(page, query):
    at = AppTest.from_file(FRAME, default_timeout=30)
    for name, value in query.items():
        at.query_params[name] = value
    at.switch_page(f"{page}.py").run()
    assert not at.exception, at.exception
    return at


@pytest.fixture
def words():
    """All the text a reader gets, from whatever element."""

    def read(at):
        found = [e.value for kind in ("title", "header", "subheader", "markdown", "caption")
                 for e in at.get(kind)]  # fmt: skip
        return "\n".join(found + [e.proto.body for e in at.get("html")])

    return read


@pytest.fixture
def query():
    """What stands in the address."""

    def read(at, name):
        value = at.query_params[name]
        return value[0] if isinstance(value, list) else value

    return read


@pytest.fixture
def press():
    """Presses the first button whose label holds the words."""
    return lambda at, label: next(b for b in at.button if label in b.label).click().run()
