"""A lesson from any article: the steps its facts carry, and an honest word where they do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from explainer import lesson_steps as steps
from explainer.geography import PlacesReport
from explainer.lesson import Lesson, Objective, Step
from explainer.lesson_passages import OBJECTIVES
from explainer.quiz.item import Item
from explainer.timeline import Timeline

if TYPE_CHECKING:
    from explainer.extract.extract import Extraction

MOST_ITEMS = 3


def compose_lesson(
    extraction: Extraction, timeline: Timeline, places: PlacesReport, items: Sequence[Item] = ()
) -> Lesson:
    """The same eight steps for every article. A step that the facts do not carry is kept, with
    `carried` false and a note that says what is missing."""
    source, facts = extraction.reading.source, extraction.facts
    made = [
        steps.source_step(source),
        steps.where_step(facts, places),
        steps.then_step(source, facts, timeline),
        steps.now_step(source, facts, timeline),
        steps.voices_step(facts),
        steps.unknown_step(source, facts, timeline, places),
        steps.check_step(bool(items)),
        steps.discuss_step(facts),
    ]
    objectives = tuple(Objective(id=f"o-{kind}", text=text) for kind, text in OBJECTIVES.items())
    return Lesson(objectives=objectives, steps=spread(made, items))


def keep_wording(old: Lesson, new: Lesson) -> Lesson:
    """The new lesson with what was worded for the old: a passage in plain language, words to
    know, questions to discuss."""
    plain = {p.full: p.plain for step in old.steps for p in step.passages if p.plain != p.full}
    steps = []
    for step in new.steps:
        before = old.step(step.id)
        if before is not None:
            asked = dict.fromkeys([*step.teacher.discussion, *before.teacher.discussion])
            step = step.model_copy(
                update={
                    "teacher": step.teacher.model_copy(update={"discussion": tuple(asked)}),
                    "term_ids": tuple(dict.fromkeys([*step.term_ids, *before.term_ids])),
                }
            )
        passages = tuple(
            p.model_copy(update={"plain": plain.get(p.full, p.plain)}) for p in step.passages
        )
        steps.append(step.model_copy(update={"passages": passages}))
    return new.model_copy(update={"steps": tuple(steps)})


def spread(made: Iterable[Step], items: Sequence[Item]) -> tuple[Step, ...]:
    """The steps, each with items of its own."""
    asked: set[str] = set()
    whole = []
    for step in made:
        whole.append(with_items(step, items, asked))
        asked |= set(whole[-1].item_ids)
    return tuple(whole)


def with_items(step: Step, items: Sequence[Item], asked: Iterable[str] = ()) -> Step:
    """The step with the items that ask about its facts, at most three, none asked before."""
    if step.item_ids:
        return step
    if step.kind == "check":
        return step.model_copy(update={"item_ids": tuple(item.id for item in items)})
    stands_on, before = set(step.fact_ids), set(asked)
    own = [i.id for i in items if i.id not in before and stands_on & set(i.fact_ids)]
    return step.model_copy(update={"item_ids": tuple(own[:MOST_ITEMS])})
