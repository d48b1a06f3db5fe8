"""Spaced review."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.quiz.review import Memory, due, review

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_a_missed_fact_comes_back_before_a_known_one():
    """What was missed is due sooner than what was known, and that sooner than what was sure."""
    missed = review("f", None, False, None, NOW)
    guessed = review("f", None, True, "guess", NOW)
    known = review("f", None, True, None, NOW)
    sure = review("f", None, True, "sure", NOW)
    assert missed.due <= guessed.due <= known.due <= sure.due
    assert missed.due < sure.due


def test_nothing_comes_back_on_the_same_day():
    """Every fact asked is due on a later day, never in minutes."""
    assert review("f", None, False, "guess", NOW).due >= NOW + timedelta(hours=20)


@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from([None, "sure", "think so", "guess"])),
        min_size=1,
        max_size=8,
    )
)
def test_the_same_answers_give_the_same_days(answers):
    """Review is a pure function of the answers and the times; what it keeps survives JSON."""

    def run():
        memory, now = None, NOW
        for right, confidence in answers:
            memory = review("f", memory, right, confidence, now)
            memory = Memory.model_validate_json(memory.model_dump_json())
            now = memory.due
        return memory

    assert run() == run()


def test_due_lists_the_longest_overdue_first():
    """Only facts whose day has come are asked, the oldest debt first."""
    early = review("a", None, False, None, NOW - timedelta(days=30))
    late = review("b", None, False, None, NOW - timedelta(days=5))
    future = review("c", None, True, "sure", NOW)
    assert [m.fact_id for m in due([future, late, early], NOW)] == ["a", "b"]


def test_known_days():
    """Right three times on the due day: the gaps grow as the scheduler's own figures have it."""
    memory, gaps, now = None, [], NOW
    for _ in range(3):
        memory = review("f", memory, True, None, now)
        gaps.append((memory.due - now).days)
        now = memory.due
    assert gaps == sorted(gaps)
    assert gaps[0] == pytest.approx(2, abs=1)
