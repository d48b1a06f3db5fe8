"""A lesson on the wall: everything of it, nothing twice, nothing too much at once."""

from __future__ import annotations

from explainer.screens import PEOPLE, ROWS, STAGES, first_of, screens


def test_every_part_of_every_step_has_its_screen(lesson_pack):
    """Title, passages, figures, question and discussion of each step, in order, once."""
    every = screens(lesson_pack)
    assert len(set(every)) == len(every)
    for step in lesson_pack.lesson.steps:
        own = [screen for screen in every if screen.step_id == step.id]
        assert own[0].kind == "title"
        assert sum(s.kind == "passage" for s in own) == len(step.passages)
        shown = {n for n, figure in enumerate(step.figures) if not figure.folded}
        assert {s.part for s in own if s.kind == "figure"} == shown
        assert sum(s.kind == "discuss" for s in own) == len(step.teacher.discussion)
        asked = [s.stage for s in own if s.kind == "question"]
        assert asked == (list(STAGES) if step.question else [])


def test_no_screen_holds_more_than_a_room_can_read(lesson_pack):
    """Timelines and people are cut into shares that fill a wall and no more."""
    figures = {(s.id, n): f for s in lesson_pack.lesson.steps for n, f in enumerate(s.figures)}
    for screen in screens(lesson_pack):
        if screen.kind == "figure":
            kind = figures[screen.step_id, screen.part].kind
            assert kind != "timeline" or 0 < len(screen.ids) <= ROWS
            assert kind != "people" or len(screen.ids) <= PEOPLE


def test_a_step_opens_at_its_title(lesson_pack):
    """The address of a step leads to its first screen, a wrong one to the beginning."""
    every = screens(lesson_pack)
    for step in lesson_pack.lesson.steps:
        assert every[first_of(step.id, every)] == (step.id, "title", 0, (), "asked")
    assert first_of("no such step", every) == 0
