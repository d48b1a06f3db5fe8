"""A lesson and a database of its own for each test of a page."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, partial

import pytest
from opened import opened

from explainer import pack as packs
from explainer.llm import Client
from pages.parts import data, tries

KEPT = (data.attempts, data.built_in, data.shelf)
# A pack is never changed, so one reading of each file serves all tests.
LOAD, READ = cache(packs.load), cache(packs.read)


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    """Opens pages over an empty database: the built-in lesson, no passphrase, no model, nothing
    kept from before."""
    monkeypatch.setenv("EXPLAINER_DATABASE_URL", f"sqlite:///{tmp_path}/attempts.sqlite")
    for name in ("PACK", "TEACHER_PASSPHRASE", "LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY"):
        monkeypatch.delenv(f"EXPLAINER_{name}", raising=False)
    monkeypatch.setattr(tries, "_tries", defaultdict(list))
    monkeypatch.setattr(packs, "load", LOAD)
    monkeypatch.setattr(packs, "read", READ)
    for kept in KEPT:
        kept.cache_clear()
    yield opened
    data.attempts().engine.dispose()
    for kept in KEPT:
        kept.cache_clear()


@pytest.fixture
def app(lesson_file, fresh, monkeypatch):
    """Opens a page of a lesson for tests, as a student."""
    monkeypatch.setenv("EXPLAINER_PACK", str(lesson_file))
    return fresh


@pytest.fixture
def desk(app, monkeypatch):
    """Opens a page as a teacher whose passphrase is set; a student's with `teacher=False`."""
    monkeypatch.setenv("EXPLAINER_TEACHER_PASSPHRASE", "lapis lazuli")
    return partial(app, teacher=True)


@pytest.fixture
def at_once(monkeypatch):
    """A model that does not answer is asked again without a pause."""
    monkeypatch.setitem(Client.__init__.__kwdefaults__, "sleep", lambda _: None)
