"""The lesson page of an article nobody wrote a lesson for."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from explainer import pack as packs
from explainer.reading.text import read_bytes
from pages.parts import data

ROOT = Path(__file__).parents[2]
ARTICLES = ("harbour_fire.txt", "deep_reef.txt")


@pytest.fixture(params=ARTICLES)
def composed(request, tmp_path, monkeypatch):
    article = (ROOT / "tests" / "quiz" / "articles" / request.param).read_bytes()
    made = packs.build(read_bytes(article, request.param))
    packs.write(made, tmp_path / "pack.json")
    monkeypatch.setenv("EXPLAINER_PACK", str(tmp_path / "pack.json"))
    data.built_in.cache_clear()
    yield made
    data.built_in.cache_clear()


def test_every_step_shows_or_says_what_is_missing(composed):
    """No step fails or stays empty; where the text carries none, the reader is told; no switch to
    a plain version that would say the same words."""
    for step in composed.lesson.steps:
        app = AppTest.from_file(str(ROOT / "pages" / "frame.py"), default_timeout=30)
        app.query_params["step"] = step.id
        app.switch_page("learn/lesson.py").run()
        assert not app.exception, step.id
        assert app.title[0].value == step.title
        told = [each.value for each in (*app.markdown, *app.info)]
        assert told, step.id
        assert bool(app.info) != step.carried, step.id
        assert not app.toggle, step.id
