"""A teacher plans the quiz of a lesson; students get it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from opened import html, press

from explainer import draft as drafts
from explainer.quiz.plan import Levels, Plan
from explainer.reading.text import read_bytes
from pages.parts import data

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "tests/quiz/articles/canal_history.txt"


@pytest.fixture
def app(fresh, monkeypatch):
    monkeypatch.setenv("EXPLAINER_TEACHER_PASSPHRASE", "lapis lazuli")
    return partial(fresh, teacher=True)


def plan(at, lesson, **values):
    """Fills the form in: `items`, `recall` and the others are numbers, `kinds` a list."""
    for name, value in values.items():
        key = f"plan-{lesson}-{name}"
        if name == "kinds":
            at.pills(key=key).set_value(value)
        elif name == "background":
            at.toggle(key=key).set_value(value)
        elif name in ("objectives", "paragraphs"):
            at.multiselect(key=key).set_value(value)
        else:
            at.number_input(key=key).set_value(value)
    at.run()
    assert not at.exception, at.exception
    return at


def kept():
    """An article of the teacher's own, as a draft with everything approved."""
    draft = drafts.make(read_bytes(ARTICLE.read_bytes()), items=10)
    approved = tuple(item.id for item in draft.pack.items)
    return data.shelf().add(draft.model_copy(update={"approved": approved}), data.now())


def test_nobody_else_plans(app):
    """Without the passphrase there is the gate, and no word of the quiz."""
    at = app("teach/quiz_plan", teacher=False)
    assert [t.value for t in at.title] == ["For teachers"]
    assert "Soviet" not in html(at)


def test_the_plan_of_the_built_in_lesson_is_what_students_get(app):
    """Number, kinds and levels as planned; the quiz is asked whole, and the open quiz comes
    back when the plan is taken away. An attempt begun before goes on."""
    id = data.built_in().id
    open_items = [i.id for i in data.built_in().items]
    press(app("learn/quiz", teacher=False), "Begin the quiz")
    at = plan(app("teach/quiz_plan"), id, items=6, recall=1, infer=1)
    assert "6 of 6 questions" in at.success[0].value
    press(at, "Use this quiz")
    assert data.plans().plan(id) == Plan(items=6, levels=Levels(recall=1, infer=1))
    items = data.lesson_of(id).items
    assert len(items) == 6
    assert {i.level for i in items} == {"recall", "infer"}
    quiz = app("learn/quiz", teacher=False)
    assert not quiz.get("segmented_control")
    quiz = press(quiz, "Begin the quiz")
    attempt = data.attempts().attempt(quiz.session_state["attempt"])
    assert [i.id for i in attempt.items] == [i.id for i in items]
    press(app("teach/quiz_plan"), "Back to the open quiz")
    assert [i.id for i in data.lesson_of(id).items] == open_items


def test_fewer_than_asked_is_said_with_the_reasons(app):
    """The teacher reads how many of how many, and why."""
    id = data.built_in().id
    at = plan(app("teach/quiz_plan"), id, items=30, kinds=["gap", "on_timeline"])
    said = at.warning[0].value
    assert "of 30 questions: the article carries no more" in said
    assert said.count(",") >= 1


def test_the_background_is_asked_about_only_when_it_is_let_in(app):
    """Questions that rest on more than the article are marked, and shown with their works."""
    id = data.built_in().id
    at = plan(app("teach/quiz_plan"), id, items=40)
    assert "x-mark background" not in html(at)
    at = press(plan(at, id, background=True), "Use this quiz")
    assert "x-mark background" in html(at)
    asked = [i for i in data.lesson_of(id).items if i.origin == "background"]
    assert len(asked) >= 3
    pack = data.lesson_of(id)
    begun = data.attempts().begin(id, pack.items, data.now())
    data.attempts().respond(begun.token, asked[0].id, asked[0].key, True, data.now())
    at = app("learn/quiz", teacher=False, t=begun.token, q=begun.number(asked[0]))
    assert "Where this is told" in html(at)


def test_objectives_and_paragraphs_can_be_chosen(app):
    """Every question then serves the objective, or rests on the paragraph."""
    pack = data.built_in()
    at = plan(app("teach/quiz_plan"), pack.id, items=5, paragraphs=[2, 3])
    press(at, "Use this quiz")
    found = data.lesson_of(pack.id).items
    at_paragraphs = {pack.source.paragraph_at(i.evidence[0].start) for i in found}
    assert at_paragraphs <= {1, 2}
    assert found


def test_an_own_article_is_made_anew_and_can_be_undone(app):
    """Approved questions that fit stay approved; the number asked for is told; undo brings back
    what was."""
    id = kept()
    before = data.shelf().draft(id)
    at = plan(app("teach/quiz_plan", plan=id), id, items=4, kinds=["true_false", "single_choice"])
    press(at, "Use this quiz")
    after = data.shelf().draft(id)
    assert len(after.pack.items) == 4
    assert {i.kind for i in after.pack.items} == {"true_false", "single_choice"}
    assert after.pack.plan.items == 4
    there = {i.id for i in after.pack.items}
    assert set(after.approved) == there & set(before.approved)
    for kind in ("true_false", "single_choice"):  # Nothing new while there is something approved.
        asked = {i.id for i in after.pack.items if i.kind == kind}
        ready = {i.id for i in before.pack.items if i.kind == kind}
        assert asked <= ready or ready <= asked
    assert after.approved
    press(app("teach/review", draft=id), "Publish")
    assert data.shelf().pack(id).items
    press(app("teach/review", draft=id), "Undo")
    assert data.shelf().draft(id) == before


def test_what_a_teacher_wrote_stays_in_a_new_plan(app):
    """A question kept as the teacher's own is asked whatever the checks would say."""
    id = kept()
    draft = data.shelf().draft(id)
    mine = draft.pack.items[0].model_copy(update={"origin": "teacher", "stem": "Is it so, or not?"})
    pack = draft.pack.with_items([mine, *draft.pack.items[1:]])
    data.shelf().save(id, draft.model_copy(update={"pack": pack}), data.now(), "Edited")
    press(plan(app("teach/quiz_plan", plan=id), id, items=6), "Use this quiz")
    assert mine in data.shelf().draft(id).pack.items
