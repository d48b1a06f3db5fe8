"""On which day to ask a missed fact again: spaced review by the FSRS scheduler.

Nothing of it is stored. What was answered and when is, and from that the same days always follow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

from fsrs import Card, Rating, Scheduler, State

from explainer.quiz.attempt import Attempt, Response
from explainer.quiz.item import Item

# No learning steps of minutes: a fact missed today comes back on another day. No fuzz, so that the
# same answers give the same days.
_SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class Memory:
    """How well one fact is known. `difficulty` runs 1 to 10, `stability` is in days; `right` is
    how the last answer was."""

    fact_id: str
    due: date
    last_review: date
    stability: float
    difficulty: float
    right: bool


def review(
    fact_id: str, before: Memory | None, right: bool, confidence: int | None, day: date
) -> Memory:
    """What is known of a fact after it was asked on `day`; `confidence` is 1 guess, 2 think so,
    3 sure, or None."""
    now = _noon(day)
    card = _card(before) if before else Card(card_id=1, due=now)
    card, _ = _SCHEDULER.review_card(card, _rating(right, confidence), review_datetime=now)
    return Memory(
        fact_id=fact_id,
        due=card.due.date(),
        last_review=day,
        stability=float(card.stability or 0.0),
        difficulty=float(card.difficulty or 0.0),
        right=right,
    )


def memories(attempts: Sequence[Attempt], zone: tzinfo = UTC) -> list[Memory]:
    """What a learner whose days are those of `zone` knows of each fact that was ever missed, from
    all of her attempts. In one attempt a fact counts once, as missed if any question on it was."""
    known: dict[str, Memory] = {}
    for fact, sitting in _sittings(attempts):
        last, right = sitting[-1], all(response.right for response in sitting)
        if fact in known or not right:
            day = last.at.replace(tzinfo=UTC).astimezone(zone).date()
            known[fact] = review(fact, known.get(fact), right, last.confidence, day)
    return sorted(known.values(), key=lambda m: (m.due, m.fact_id))


def _sittings(attempts: Sequence[Attempt]) -> list[tuple[str, list[Response]]]:
    """For each fact and each attempt that asked about it, what was answered, in order of time."""
    found: dict[tuple[str, str], list[Response]] = defaultdict(list)
    for attempt in attempts:
        items = {item.id: item for item in attempt.items}
        for response in sorted(attempt.responses, key=lambda r: (r.at, r.item_id)):
            if item := items.get(response.item_id):
                for fact in asks_about(item):
                    found[fact, attempt.token].append(response)
    told = [(fact, sitting) for (fact, _), sitting in found.items()]
    return sorted(told, key=lambda each: (each[1][-1].at, each[1][-1].item_id))


def asks_about(item: Item) -> tuple[str, ...]:
    """The facts an item asks about. One without any stands for itself and its variant; so does
    one on the map, whose facts name the place and say nothing of where it lies."""
    stands_alone = item.kind == "place_on_map" or not item.fact_ids
    return (item.variant_of or item.id,) if stands_alone else item.fact_ids


def due(memories: Iterable[Memory], today: date) -> list[Memory]:
    """Facts to ask again, the longest overdue first."""
    return sorted((m for m in memories if m.due <= today), key=lambda m: (m.due, m.fact_id))


def to_ask(
    facts: Iterable[str], items: Sequence[Item], attempts: Iterable[Attempt]
) -> tuple[Item, ...]:
    """Items of `items` about the facts, in their order: for each the one that was asked least
    lately, never yet if there is one. An item about several of the facts serves for all."""
    given = sorted((r for a in attempts for r in a.responses), key=lambda r: r.at)
    lately = {r.item_id: r.at for r in given}
    chosen: list[Item] = []
    served: set[str] = set()
    for fact in facts:
        about = [item for item in items if fact in asks_about(item)]
        if fact in served or not about:
            continue
        least = min(
            about, key=lambda i: (lately.get(i.id, datetime.min), len(i.fact_ids), i.id)
        )  # fmt: skip
        chosen.append(least)
        served.update(asks_about(least))
    return tuple(chosen)


def _noon(day: date) -> datetime:
    """The scheduler counts in hours; a learner who comes an hour earlier than yesterday is not
    too early."""
    return datetime.combine(day, time(12), UTC)


def _card(memory: Memory) -> Card:
    return Card(
        card_id=1,
        state=State.Review,
        due=_noon(memory.due),
        stability=memory.stability,
        difficulty=memory.difficulty,
        last_review=_noon(memory.last_review),
    )


def _rating(right: bool, confidence: int | None) -> Rating:
    """A right guess is not yet known; what one was sure of is."""
    if not right:
        return Rating.Again
    return {1: Rating.Hard, 3: Rating.Easy}.get(confidence or 0, Rating.Good)
