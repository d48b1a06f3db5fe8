"""The lesson page of an article nobody wrote a lesson for."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer import pack as packs
from explainer.reading.text import read_bytes

ROOT = Path(__file__).parents[2]
ARTICLES = ("harbour_fire.txt", "deep_reef.txt")


@pytest.fixture(params=ARTICLES)
def composed(request, fresh, tmp_path, monkeypatch):
    article = (ROOT / "tests" / "quiz" / "articles" / request.param).read_bytes()
    made = packs.build(read_bytes(article, request.param))
    packs.write(made, tmp_path / "pack.json")
    monkeypatch.setenv("EXPLAINER_PACK", str(tmp_path / "pack.json"))
    return made, fresh


def test_every_step_shows_or_says_what_is_missing(composed):
    """No step fails or stays empty; where the text carries none, the reader is told; no switch to
    a plain version that would say the same words."""
    made, opened = composed
    for step in made.lesson.steps:
        app = opened("learn/lesson", step=step.id)
        assert app.title[0].value == step.title
        told = [each.value for each in (*app.markdown, *app.info)]
        assert told, step.id
        assert bool(app.info) != step.carried, step.id
        assert not app.toggle, step.id
