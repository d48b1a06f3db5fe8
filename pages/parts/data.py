"""What the screens show: the built-in lesson, built once, and the database of attempts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from explainer import pack as packs
from explainer.facts import Attribution, Citation, Quote
from explainer.pack import Pack
from explainer.store import DEFAULT_ADDRESS, Store

LESSON = Path(__file__).parents[2] / "content" / "panjshir"


@cache
def pack() -> Pack:
    """The lesson: the built-in one, or the pack file EXPLAINER_PACK names. It is shared by
    everyone and never changed; nothing of a learner is in it."""
    file = os.environ.get("EXPLAINER_PACK")
    return packs.read(Path(file)) if file else packs.load(LESSON)


@cache
def attempts() -> Store:
    return Store(os.environ.get("EXPLAINER_DATABASE_URL", DEFAULT_ADDRESS))


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
