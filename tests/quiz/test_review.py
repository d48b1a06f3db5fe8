"""Spaced review."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.quiz.attempt import Attempt, Response
from explainer.quiz.item import Item, Option
from explainer.quiz.review import asks_about, due, memories, review, to_ask

TODAY = date(2026, 3, 1)
BEGUN = datetime(2026, 3, 1, 9)


def item(id, *facts, **more):
    return Item(
        id=id, kind="single_choice", stem=f"{id}?", options=(Option(id="a", text="a"),),
        key=("a",), fact_ids=facts, **more,
    )  # fmt: skip


def attempt(token, items, *answers):
    """`answers` are (item id, right, days after the first)."""
    responses = tuple(
        Response(id, ("a",), right, None, BEGUN + timedelta(days=days))
        for id, right, days in answers
    )
    return Attempt(token, token, "l", "v", tuple(items), responses, BEGUN, None, None)


def test_a_missed_fact_comes_back_before_a_known_one():
    """What was missed is due sooner than what was known, and that sooner than what was sure."""
    missed = review("f", None, False, None, TODAY)
    guessed = review("f", None, True, 1, TODAY)
    known = review("f", None, True, None, TODAY)
    sure = review("f", None, True, 3, TODAY)
    assert missed.due <= guessed.due <= known.due <= sure.due
    assert missed.due < sure.due


def test_nothing_comes_back_on_the_same_day():
    """Every fact asked is due on a later day, however it went."""
    assert review("f", None, False, 1, TODAY).due >= TODAY + timedelta(days=1)


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.booleans(), st.integers(0, 40)), min_size=1, max_size=9
    )
)
def test_the_same_answers_give_the_same_days(answers):
    """What is known follows from the answers alone, in however many attempts and whatever order
    they are told; and it is asked again on a later day."""
    items = [item(id, f"f-{id}") for id in "abc"]
    distinct = {(id, days): (id, right, days) for id, right, days in answers}
    single = [attempt(str(n), items, answer) for n, answer in enumerate(distinct.values())]
    known = memories(single)
    assert known == memories(single[::-1])
    assert {m.fact_id for m in known} == {f"f-{id}" for id, right, _ in distinct.values()
                                          if not right}  # fmt: skip
    assert all(m.due >= m.last_review + timedelta(days=1) for m in known)


def test_only_what_was_missed_is_kept_in_mind():
    """A fact never missed is not reviewed; one missed and then known stays, and goes on."""
    items = [item("q1", "f1"), item("q2", "f2")]
    first = attempt("t", items, ("q1", True, 0), ("q2", False, 0))
    (missed,) = memories([first])
    assert (missed.fact_id, missed.right) == ("f2", False)
    later = attempt("u", items, ("q2", True, 1))
    (known,) = memories([first, later])
    assert known.right
    assert known.due > missed.due


def test_due_lists_the_longest_overdue_first():
    """Only facts whose day has come are asked, the oldest debt first."""
    early = review("a", None, False, None, TODAY - timedelta(days=30))
    late = review("b", None, False, None, TODAY - timedelta(days=5))
    future = review("c", None, True, 3, TODAY)
    assert [m.fact_id for m in due([future, late, early], TODAY)] == ["a", "b"]


def test_a_fact_is_asked_another_way_than_last_time():
    """First the variant never asked, then in turn; with one form only, that one."""
    quiz = [item("q1", "f1"), item("q2", "f2"), item("v1", "f1", variant_of="q1")]
    first = attempt("t", quiz, ("q1", False, 0), ("q2", False, 0))
    assert [i.id for i in to_ask(["f1", "f2"], quiz, [first])] == ["v1", "q2"]
    second = attempt("u", quiz, ("v1", True, 1))
    assert [i.id for i in to_ask(["f1"], quiz, [first, second])] == ["q1"]
    assert to_ask(["gone"], quiz, [first]) == ()


def test_one_item_serves_for_all_its_facts():
    """An item about three facts is asked once, and an item without a fact stands for itself."""
    both = item("o", "f1", "f2")
    assert to_ask(["f1", "f2"], [both], []) == (both,)
    assert asks_about(item("bare")) == asks_about(item("v", variant_of="bare")) == ("bare",)


def test_known_days():
    """Right three times on the due day: the gaps grow as the scheduler's own figures have it."""
    memory, gaps, today = None, [], TODAY
    for _ in range(3):
        memory = review("f", memory, True, None, today)
        gaps.append((memory.due - today).days)
        today = memory.due
    assert gaps == sorted(gaps)
    assert gaps[0] == pytest.approx(2, abs=1)


def test_days_are_those_of_the_learner():
    """An answer after midnight belongs to the new day of the learner's own zone."""
    late = datetime(2026, 3, 1, 23, 30)
    missed = Attempt("t", "t", "l", "v", (item("q", "f"),),
                     (Response("q", ("a",), False, None, late),), late, None, None)  # fmt: skip
    (here,), (east,) = memories([missed]), memories([missed], timezone(timedelta(hours=2)))
    assert east.due - here.due == timedelta(days=1)


def test_in_one_attempt_a_fact_is_known_only_if_no_question_on_it_was_missed():
    """Two questions on one fact, one of them missed: the fact is missed, whichever came last."""
    items = [item("q1", "f"), item("q2", "f")]
    for answers in ([("q1", False, 0), ("q2", True, 0)], [("q1", True, 0), ("q2", False, 0)]):
        (known,) = memories([attempt("t", items, *answers)])
        assert not known.right
        assert known.due == review("f", None, False, None, TODAY).due


def test_where_a_place_lies_is_not_what_is_told_of_it():
    """A map question rests on facts that name the place; it says nothing of them."""
    asked = item("m", "f").model_copy(update={"kind": "place_on_map"})
    assert asks_about(asked) == ("m",)
    (missed,) = memories([attempt("t", [item("q", "f"), asked], ("q", False, 0), ("m", True, 0))])
    assert (missed.fact_id, missed.right) == ("f", False)
