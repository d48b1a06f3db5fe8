"""Classes: who joins, what is counted of them, and how it is forgotten."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from explainer.class_results import as_csv, by_item, by_student, facts_missed, hardest
from explainer.classroom import Classroom, evenly, members
from explainer.findings import InputProblem
from explainer.quiz.item import Item, Option, answer_in_words
from explainer.quiz.score import is_right
from explainer.store import Store, attempts, responses

NOW = datetime(2026, 3, 1, 9, 0)


def item(n):
    return Item(
        id=f"i{n}", kind="single_choice", stem=f"Question {n}?", key=("a",), fact_ids=(f"f{n}",),
        options=(Option(id="a", text=f"right {n}"), Option(id="b", text=f"wrong {n}")),
    )  # fmt: skip


ITEMS = tuple(item(n) for n in range(6))


@pytest.fixture
def room(tmp_path):
    store = Store(f"sqlite:///{tmp_path}/class.sqlite")
    yield Classroom(store)
    store.engine.dispose()


@pytest.fixture
def here(room):
    return room.begin("7b", "lesson", 4, NOW)


def answer(room, attempt, letters):
    for asked, letter in zip(attempt.items, letters, strict=False):
        room.store.respond(attempt.token, asked.id, letter, is_right(asked, letter), NOW)


def test_a_class_is_found_by_its_code_however_typed(room, here):
    """Small letters and blanks do no harm; another code finds nothing."""
    assert room.find(f" {here.code[:2].lower()} {here.code[2:]}") == here
    assert room.find("") is None
    assert room.find("NO" * 400) is None
    assert room.every() == [here]


def test_a_class_needs_a_name(room):
    with pytest.raises(InputProblem, match="name"):
        room.begin(" \u200b\n", "lesson", 4, NOW)


def test_students_of_a_class_get_the_same_questions(room, here):
    """As many as the class is asked, evenly over the article, in one order."""
    first, second = (room.join(here.code, name, ITEMS, NOW) for name in ("Ana", "Bo"))
    assert [i.id for i in first.items] == [i.id for i in second.items] == ["i0", "i1", "i3", "i4"]


def test_a_nickname_is_taken_once_in_a_class(room, here):
    """Whatever its case; a refused one leaves no attempt behind; another class may have it."""
    room.join(here.code, "Ana", ITEMS, NOW)
    with pytest.raises(InputProblem, match="already"):
        room.join(here.code, " aNA ", ITEMS, NOW)
    other = room.begin("8a", "lesson", 4, NOW)
    room.join(other.code, "Ana", ITEMS, NOW)
    assert room.size(here.code) == room.size(other.code) == 1
    with room.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(attempts)) == 2


@pytest.mark.parametrize("nickname", ["", "  ", "\n\t", "\u200e\u202e"])
def test_who_has_no_name_does_not_join(room, here, nickname):
    with pytest.raises(InputProblem, match="nickname"):
        room.join(here.code, nickname, ITEMS, NOW)


def test_a_closed_class_lets_nobody_in_and_nobody_out(room, here):
    """Who has begun goes on; a code of nothing is closed too."""
    begun = room.join(here.code, "Ana", ITEMS, NOW)
    room.open(here.code, False)
    for code in (here.code, "ZZZZZ"):
        with pytest.raises(InputProblem, match="closed"):
            room.join(code, "Bo", ITEMS, NOW)
    answer(room, begun, "a")
    assert by_student(room.attempts(here.code))[0].answered == 1


def test_what_is_counted(room, here):
    """Right and wrong for each item, the hardest first, who has finished, facts missed by how
    many students."""
    for name, letters in (("Ana", "aaaa"), ("Bo", "abab"), ("Cy", "ab"), ("Di", "")):
        answer(room, room.join(here.code, name, ITEMS, NOW), letters)
    every = room.attempts(here.code)
    assert [(r.right, r.wrong) for r in by_item(every)] == [(3, 0), (1, 2), (2, 0), (1, 1)]
    assert [r.item.id for r in hardest(by_item(every))] == ["i1", "i4"]
    assert by_item(every)[1].mistaken == ("b",)
    told = {s.nickname: (s.answered, s.right, s.finished) for s in by_student(every)}
    assert told == {
        "Ana": (4, 4, True), "Bo": (4, 2, True), "Cy": (2, 1, False), "Di": (0, 0, False)
    }  # fmt: skip
    assert [(f.fact_id, f.students) for f in facts_missed(every)] == [("f1", 2), ("f4", 1)]


def test_a_second_try_changes_nothing_of_the_first(room, here):
    """Only what a student gave first is counted."""
    first = room.join(here.code, "Ana", ITEMS, NOW)
    answer(room, first, "bbbb")
    again = room.store.begin("lesson", ITEMS, NOW, retry_of=first.token)
    answer(room, again, "aaaaaa")
    assert [a.token for a in room.attempts(here.code)] == [first.token]


def test_reset_forgets_every_answer_of_the_class_and_no_other(room, here):
    """Attempts, second tries, answers and nicknames are gone; the class stands, other classes and
    students without one are untouched; deleting takes the class too."""
    other = room.begin("8a", "lesson", 4, NOW)
    alone = room.store.begin("lesson", ITEMS, NOW)
    answer(room, alone, "a")
    for code in (here.code, other.code):
        joined = room.join(code, "Ana", ITEMS, NOW)
        answer(room, joined, "ab")
        answer(room, room.store.begin("lesson", ITEMS, NOW, retry_of=joined.token), "a")
    room.reset(here.code)
    assert room.attempts(here.code) == []
    assert room.find(here.code) == here
    assert len(room.attempts(other.code)[0].responses) == 2
    room.join(here.code, "Ana", ITEMS, NOW)
    room.delete(here.code)
    assert room.find(here.code) is None
    room.delete(other.code)
    with room.engine.connect() as connection:
        left = [connection.scalar(select(func.count()).select_from(t)) for t in (attempts, members)]
        assert left == [1, 0]
        assert connection.scalars(select(responses.c.token)).all() == [alone.token]


def test_the_table_holds_no_key_and_runs_no_formula(room, here):
    """Ones and noughts, not options; a name that a spreadsheet would compute is quoted."""
    answer(room, room.join(here.code, "=1+1", ITEMS, NOW), "ab")
    rows = list(csv.reader(io.StringIO(as_csv(room.attempts(here.code)))))
    assert rows[0][:4] == ["nickname", "answered", "right", "Question 0?"]
    assert rows[1] == ["'=1+1", "2", "1", "1", "0", "", ""]
    assert "right 0" not in as_csv(room.attempts(here.code))


def test_answers_read_as_words():
    """Of an order the places, of a match the pairs, of a number the number."""
    options = (Option(id="a", text="first"), Option(id="b", text="then"))
    asked = item(1).model_copy(update={"options": options})
    order = asked.model_copy(update={"kind": "order"})
    match = asked.model_copy(update={"kind": "match", "targets": ("X", "Y")})
    assert answer_in_words(asked, ("a", "b")) == "first; then"
    assert answer_in_words(order, ("b", "a")) == "then → first"
    assert answer_in_words(match, ("b", "a")) == "X: then; Y: first"
    assert (
        answer_in_words(item(1).model_copy(update={"kind": "number_entry", "options": ()}), ("9",))
        == "9"
    )


@given(st.lists(st.text(max_size=3), max_size=30, unique=True), st.integers(1, 40))
def test_evenly_takes_each_once_in_order(ids, n):
    """As many as asked for, or all; never one twice."""
    taken = evenly(ids, n)
    assert len(taken) == min(n, len(ids))
    assert taken == [id for id in ids if id in set(taken)]
