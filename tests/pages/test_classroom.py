"""A class on the screens, run without a browser."""

from __future__ import annotations

from functools import partial

import pytest
from opened import html, press

from explainer.classroom import Classroom
from explainer.quiz.score import is_right
from pages.parts import data
from pages.parts.class_sheet import class_sheet


@pytest.fixture
def app(desk):
    return partial(desk, teacher=False)


def room() -> Classroom:
    return data.classroom()


@pytest.fixture
def here(app):
    assert app
    return room().begin("7b", data.built_in().id, 6, data.now())


def test_a_class_is_begun_and_shows_how_to_join(app):
    """From the form to the code, the address and the lesson's name."""
    at = app("teach/classroom", teacher=True)
    press(at, "Begin the class")
    assert "name" in at.error[0].value
    at.text_input[0].set_value("7b, Tuesday")
    press(at, "Begin the class")
    begun = room().every()[0]
    assert at.title[0].value == "7b, Tuesday"
    assert begun.code in html(at)
    assert f"join?class={begun.code}" in html(at)


def test_a_student_joins_with_a_nickname_alone(app, here):
    """From the link to the first question; the same name is refused to the next."""
    at = app("learn/join", **{"class": here.code})
    press(at, "Begin the quiz")
    assert "nickname" in at.error[0].value
    at.text_input[0].set_value("Ana")
    press(at, "Begin the quiz")
    attempt = data.attempts().attempt(at.session_state["attempt"])
    assert attempt.nickname == "Ana"
    assert len(attempt.items) == 6
    other = app("learn/join", **{"class": here.code})
    other.text_input[0].set_value("ana")
    press(other, "Begin the quiz")
    assert "already" in other.error[0].value


@pytest.mark.parametrize("code", ["", "ZZZZZ", "<b>", "9" * 400])
def test_a_code_of_no_class_is_asked_for_again(app, code):
    """Whatever ?class= says, the page asks for a code."""
    assert app("learn/join", **{"class": code}).title[0].value == "Which class?"


def test_a_closed_class_says_so(app, here):
    room().open(here.code, False)
    at = app("learn/join", **{"class": here.code})
    assert "closed" in at.markdown[0].value
    assert not at.text_input


def answered(here, name, right):
    begun = room().join(here.code, name, data.built_in().items, data.now())
    for item in begun.items:
        given = item.key if right else ("x",)
        data.attempts().respond(begun.token, item.id, given, is_right(item, given), data.now())
    return begun


def test_the_teacher_sees_the_class_and_no_key_until_asked(app, here):
    """Names, counts and the hardest questions; keys only after the switch; on paper with them."""
    answered(here, "Ana", True)
    answered(here, "<b>Bo</b>", False)
    at = app("teach/classroom", teacher=True, **{"class": here.code})
    shown = html(at)
    assert "2 joined, 2 finished, 12 answers." in shown
    assert "&lt;b&gt;Bo&lt;/b&gt;" in shown
    assert "✓ 1 right · ✗ 1 wrong" in shown
    assert "key:" not in shown
    at.toggle(key="with_keys").set_value(True).run()
    assert "key:" in html(at)
    sheet = class_sheet(here, room().attempts(here.code), data.built_in())
    assert "Key: " in sheet
    assert "<b>Bo</b>" not in sheet


def test_a_student_gets_no_results_by_any_address(app, here):
    """The page of the class is the gate to everyone else."""
    answered(here, "Ana", True)
    at = app("teach/classroom", **{"class": here.code})
    assert [t.value for t in at.title] == ["For teachers"]
    assert "Ana" not in html(at)
    assert "Ana" not in html(app("learn/join", **{"class": here.code}))


def test_a_class_is_closed_reset_and_deleted(app, here):
    """Each at one press; after it the answers are gone."""
    answered(here, "Ana", True)
    at = app("teach/classroom", teacher=True, **{"class": here.code})
    at.button(key="close").click().run()
    assert not room().find(here.code).open
    at.button(key="reset").click().run()
    assert room().attempts(here.code) == []
    at.button(key="delete").click().run()
    assert at.title[0].value == "Your classes"
    assert room().every() == []
