"""Lessons with the quiz that a teacher's plan gives, made once for everyone."""

from __future__ import annotations

import time
from functools import lru_cache

from explainer.draft import Draft, extraction_of
from explainer.kept_plans import Plans
from explainer.pack import Pack
from explainer.pack_plan import planned
from explainer.quiz.plan import Plan

FRESH = 3.0  # seconds: so long another server process may not know of a new plan
_read: dict[tuple[str, str], tuple[float, Plan | None]] = {}


def plan_for(plans: Plans, lesson: str) -> Plan | None:
    """The plan set for a lesson, read from the database every few seconds: each screen asks for
    it many times."""
    key, now = (str(plans.engine.url), lesson), time.monotonic()
    known = _read.get(key)
    if known is None or now - known[0] > FRESH:
        if len(_read) > 500:
            _read.clear()
        known = _read[key] = now, plans.plan(lesson)
    return known[1]


def set_plan(plans: Plans, lesson: str, plan: Plan | None) -> None:
    plans.keep(lesson, plan)
    _read.clear()


class _Same:
    """A pack as a key: the same object, not one that says the same."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.pack is self.pack

    def __hash__(self) -> int:
        return id(self.pack)


def with_plan(pack: Pack, plan: Plan) -> Pack:
    """The lesson with its quiz made to the plan."""
    return _with_plan(_Same(pack), plan)


@lru_cache(maxsize=32)
def _with_plan(same: _Same, plan: Plan) -> Pack:
    return planned(same.pack, extraction_of(Draft(pack=same.pack)), plan)
