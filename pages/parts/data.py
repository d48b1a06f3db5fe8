"""What the screens show: the lesson asked for, and the database of attempts and lessons."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path

import streamlit as st

from explainer import pack as packs
from explainer.classroom import Classroom
from explainer.database import DEFAULT_ADDRESS
from explainer.facts import Attribution, Citation, Quote
from explainer.kept_plans import Plans
from explainer.pack import Pack
from explainer.shelf import Shelf
from explainer.store import Store
from pages.parts.planned import plan_for, with_plan

LESSON = Path(__file__).parents[2] / "content" / "panjshir"


def pack() -> Pack:
    """The lesson that ?lesson= names, else the one this window shows already, else the built-in
    one. It is shared by everyone and never changed; nothing of a learner is in it."""
    asked = st.query_params.get("lesson") or st.session_state.get("lesson")
    found = lesson_of(str(asked)) if asked else None
    if found is None:
        return _as_planned(built_in())
    st.session_state["lesson"] = found.id
    return found


def lesson_of(id: str) -> Pack | None:
    """The lesson with this id as students see it."""
    found = as_it_comes(id)
    return None if found is None else _as_planned(found)


def as_it_comes(id: str) -> Pack | None:
    """The lesson with this id without the plan that a teacher set beside it."""
    return built_in() if id == built_in().id else shelf().pack(id[:64])


def _as_planned(pack: Pack) -> Pack:
    plan = plan_for(plans(), pack.id)
    return pack if plan is None else with_plan(pack, plan)


def keep_address() -> None:
    """The menu drops ?lesson=; put back, a reload or a copied link shows the same lesson."""
    shown = st.session_state.get("lesson")
    if shown and shown != built_in().id and "lesson" not in st.query_params:
        st.query_params["lesson"] = shown


def offered() -> dict[str, str]:
    """What students are offered: title by id, the built-in lesson first."""
    return dict([(built_in().id, built_in().title), *shelf().listed()])


def open_lesson(id: str) -> None:
    """This window shows that lesson from now on."""
    st.session_state["lesson"] = id
    if "lesson" in st.query_params:
        st.query_params["lesson"] = id


@cache
def built_in() -> Pack:
    """The lesson that comes with the app, or the pack file EXPLAINER_PACK names."""
    file = os.environ.get("EXPLAINER_PACK")
    return packs.read(Path(file)) if file else packs.load(LESSON)


@cache
def attempts() -> Store:
    return Store(os.environ.get("EXPLAINER_DATABASE_URL", DEFAULT_ADDRESS))


@cache
def shelf() -> Shelf:
    folder = os.environ.get("EXPLAINER_LESSONS")
    return Shelf(attempts().engine, Path(folder) if folder else None)


def plans() -> Plans:
    return _plans(attempts())


@lru_cache(maxsize=2)
def _plans(store: Store) -> Plans:
    return Plans(store.engine)


def classroom() -> Classroom:
    return _classroom(attempts())


@lru_cache(maxsize=2)
def _classroom(store: Store) -> Classroom:
    return Classroom(store)


def now() -> datetime:
    """UTC without a zone, as every database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def citations(ids: Sequence[str]) -> tuple[Citation, ...]:
    """The references with these ids, in order, as they are shown."""
    found = (pack().reference(id) for id in ids)
    return tuple(reference.citation() for reference in found if reference is not None)


def attribution_of(fact_ids: Sequence[str], quotes: Sequence[Quote]) -> Attribution | None:
    """Who says what the quotes hold: that of the first fact that rests on them."""
    for id in fact_ids:
        fact = pack().fact(id)
        if fact is not None and fact.origin == "source" and quotes:
            return fact.attribution
    return None
