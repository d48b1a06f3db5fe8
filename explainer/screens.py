"""A lesson cut into screens for a class: one idea each, answers revealed in stages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from explainer.facts import Fact
from explainer.lesson import Figure, Step
from explainer.pack import Pack

ScreenKind = Literal["title", "passage", "figure", "question", "discuss"]
Stage = Literal["asked", "answer", "evidence", "reasons"]
STAGES: tuple[Stage, ...] = ("asked", "answer", "evidence", "reasons")
ROWS = 10
PEOPLE = 3


class Screen(NamedTuple):
    """One screen. `part` counts passages, figures or discussion questions of the step from 0;
    `ids` are what a figure shows here; `stage` is how much of a question is revealed."""

    step_id: str
    kind: ScreenKind
    part: int = 0
    ids: tuple[str, ...] = ()
    stage: Stage = "asked"


def screens(pack: Pack) -> tuple[Screen, ...]:
    return tuple(screen for step in pack.lesson.steps for screen in _of_step(step, pack))


def first_of(step_id: str, every: tuple[Screen, ...]) -> int:
    """Index of the first screen of a step; 0 for a step that is not there."""
    return next((n for n, screen in enumerate(every) if screen.step_id == step_id), 0)


def _of_step(step: Step, pack: Pack) -> Iterator[Screen]:
    yield Screen(step.id, "title")
    for n in range(len(step.passages)):
        yield Screen(step.id, "passage", n)
        yield from _figures(step, n + 1, pack)
    yield from _figures(step, 0, pack)
    if step.question is not None:
        for stage in STAGES:
            yield Screen(step.id, "question", stage=stage)
    for n in range(len(step.teacher.discussion)):
        yield Screen(step.id, "discuss", n)


def _figures(step: Step, beside: int, pack: Pack) -> Iterator[Screen]:
    for n, figure in enumerate(step.figures):
        if figure.beside == beside and not figure.folded:
            for ids in _shares(figure, pack):
                yield Screen(step.id, "figure", n, ids)


def _shares(figure: Figure, pack: Pack) -> list[tuple[str, ...]]:
    """What a figure shows, cut so that each share can be read from the back of a room. People
    come first all together on their map (no ids), then in person."""
    match figure.kind:
        case "timeline":
            return _cut(events_of(figure, pack), ROWS)
        case "people":
            return [(), *_cut(figure.ids or tuple(p.id for p in pack.people.persons), PEOPLE)]
        case "claims":
            return _cut(figure.ids or tuple(c.id for c in pack.claims), 1)
        case "comparison":
            return _cut(figure.ids or tuple(c.id for c in pack.comparisons), 1)
        case "quotes":
            return _cut(figure.ids or quotations(pack), 1)
        case _:
            return [figure.ids]


def quotations(pack: Pack) -> tuple[str, ...]:
    """Ids of the facts that are words in quotation marks, without those inside another."""
    said = [fact for fact in pack.facts if fact.kind == "quotation"]
    return tuple(fact.id for fact in said if not any(_holds(other, fact) for other in said))


def words_of(fact: Fact) -> str:
    """What was said: the words themselves in quotation marks, else the sentence that tells it."""
    words = next((part.text for part in fact.parts if part.name == "words"), "")
    return f"“{words}”" if words else " ".join(quote.quote for quote in fact.quotes)


def _holds(outer: Fact, inner: Fact) -> bool:
    """Whether every quote of `inner` lies inside one of `outer`, which is the longer."""
    if outer.id == inner.id:
        return False
    around = [quote for quote in outer.quotes if len(quote.quote) > len(inner.quotes[0].quote)]
    return all(any(o.start <= q.start and q.end <= o.end for o in around) for q in inner.quotes)


def events_of(figure: Figure, pack: Pack) -> tuple[str, ...]:
    """Ids of the events a timeline figure shows: those named, else the main ones of its period."""
    events = pack.timeline.events
    if figure.ids:
        return tuple(e.id for e in events if e.id in figure.ids)
    chosen = [e for e in events if not figure.theme or e.theme == figure.theme]
    main = [e for e in chosen if e.main]
    return tuple(e.id for e in main or chosen)


def _cut(ids: tuple[str, ...], most: int) -> list[tuple[str, ...]]:
    """Shares of nearly the same length, none longer than `most`."""
    count = -(-len(ids) // most)
    return [ids[k * len(ids) // count : (k + 1) * len(ids) // count] for k in range(count)]
