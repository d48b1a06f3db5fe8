"""The quiz of a lesson, composed to a plan: what a teacher sets and a class gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from explainer.lesson import Lesson, Question
from explainer.lesson_compose import spread
from explainer.pack import Pack, Rejected
from explainer.quiz.compose import Quiz, compose
from explainer.quiz.item import Item
from explainer.quiz.land import land_items
from explainer.quiz.plan import Plan

if TYPE_CHECKING:
    from explainer.extract.extract import Extraction


def planned(
    pack: Pack, extraction: Extraction, plan: Plan, seed: int = 0, ready: Sequence[Item] = ()
) -> Pack:
    """The pack with a quiz made to `plan`; `pack.short` says why it has fewer items than asked."""
    quiz = quiz_to_plan(pack, extraction, plan, seed, ready)
    steps = (step.model_copy(update={"item_ids": ()}) for step in pack.lesson.steps)
    return pack.model_copy(
        update={
            "items": quiz.items,
            "variants": quiz.variants,
            "rejected": tuple(Rejected(item=r.item, findings=r.findings) for r in quiz.rejected),
            "lesson": pack.lesson.model_copy(update={"steps": spread(steps, quiz.items)}),
            "plan": plan,
            "short": quiz.note,
        }
    )


def quiz_to_plan(
    pack: Pack, extraction: Extraction, plan: Plan, seed: int = 0, ready: Sequence[Item] = ()
) -> Quiz:
    """A quiz on the lesson, spread over its objectives. `ready` are items that are there already,
    a teacher's own among them: they come first where they fit the plan."""
    return compose(
        extraction,
        plan,
        seed,
        extra_facts=pack.background_facts,
        goals=goals_of(pack.lesson),
        ready=(*ready, *background_items(pack.lesson), *land_items(pack.places)),
        variants=True,
    )


def goals_of(lesson: Lesson) -> dict[str, tuple[str, ...]]:
    """Which objectives a fact, or a question of a step, serves. The step that only checks has
    them all, so it tells nothing."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for step in lesson.steps:
        if step.kind != "check":
            named = [step.question.id] if step.question else []
            for id in (*step.fact_ids, *named):
                found[id].update(dict.fromkeys(step.objective_ids))
    return {id: tuple(objectives) for id, objectives in found.items()}


def background_items(lesson: Lesson) -> tuple[Item, ...]:
    """The questions of the lesson's own steps that rest on more than the article."""
    return tuple(
        question.item().model_copy(update={"origin": "background"})
        for step in lesson.steps
        if (question := step.question) is not None and _is_background(question)
    )


def _is_background(question: Question) -> bool:
    return bool(question.reference_ids) or any(id.startswith("b-") for id in question.fact_ids)
