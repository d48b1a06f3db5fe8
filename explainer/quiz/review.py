"""When to ask a fact again: spaced review by the FSRS scheduler, kept as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from fsrs import Card, Rating, Scheduler, State

from explainer.facts import Strict

Confidence = Literal["sure", "think so", "guess"]

# No learning steps of minutes: a fact missed today comes back on another day. No fuzz, so that the
# same answers give the same days.
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


class Memory(Strict):
    """How well one fact is known. Times are aware of their zone; `difficulty` runs 1 to 10 and
    `stability` is in days."""

    fact_id: str
    due: datetime
    last_review: datetime
    stability: float
    difficulty: float


def review(
    fact_id: str, before: Memory | None, right: bool, confidence: Confidence | None, now: datetime
) -> Memory:
    """What is known of a fact after it was asked at `now`."""
    card = _card(before) if before else Card(card_id=1, due=now)
    card, _ = _SCHEDULER.review_card(card, _rating(right, confidence), review_datetime=now)
    return Memory(
        fact_id=fact_id,
        due=card.due,
        last_review=now,
        stability=float(card.stability or 0.0),
        difficulty=float(card.difficulty or 0.0),
    )


def due(memories: Iterable[Memory], now: datetime) -> list[Memory]:
    """Facts to ask again, the longest overdue first."""
    return sorted((m for m in memories if m.due <= now), key=lambda m: (m.due, m.fact_id))


def _card(memory: Memory) -> Card:
    return Card(
        card_id=1,
        state=State.Review,
        due=memory.due,
        stability=memory.stability,
        difficulty=memory.difficulty,
        last_review=memory.last_review,
    )


def _rating(right: bool, confidence: Confidence | None) -> Rating:
    """A right guess is not yet known; what one was sure of is."""
    if not right:
        return Rating.Again
    return {"guess": Rating.Hard, "sure": Rating.Easy}.get(confidence or "", Rating.Good)
