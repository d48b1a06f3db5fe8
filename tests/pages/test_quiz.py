"""The quiz and what comes of it, without a browser: the end page, later days, other versions."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from functools import cache

import pytest
from opened import press, query, words

from explainer.quiz.attempt import quiz_version
from pages.parts import attempt as taking
from pages.parts import data, feedback, progress, results
from pages.parts.progress import Review, day_in_words

DAYS = timedelta(days=1)


@pytest.fixture
def clock(monkeypatch):
    """The time as the pages have it; moved by adding to its one element."""
    at = [datetime(2026, 5, 4, 9)]
    for module in (data, progress, taking, results):
        monkeypatch.setattr(module, "now", lambda: at[0])
    return at


@pytest.fixture
def missed_two(request, clock, lesson_pack):
    """A finished attempt in which two questions were missed."""
    request.getfixturevalue("app")
    store = data.attempts()
    asked = [item.id for item in lesson_pack.items if item.variant_of is None]
    attempt = store.begin(lesson_pack.id, lesson_pack.items, clock[0], asked=asked)
    for item in attempt.items:
        right = item.id not in ("i-ops", "i-who")
        store.respond(attempt.token, item.id, item.key, right, clock[0], confidence=3)
    return store.attempt(attempt.token)


def test_days_are_told_in_words():
    """Today, tomorrow, or how many days and which one; the year where it is another."""
    today = date(2026, 12, 30)
    assert day_in_words(today - DAYS, today) == day_in_words(today, today) == "today"
    assert day_in_words(today + DAYS, today) == "tomorrow, Thursday 31 December"
    assert day_in_words(today + 3 * DAYS, today) == "in 3 days, Saturday 2 January 2027"


def test_what_was_missed_comes_back_on_a_later_day(app, clock, missed_two):
    """Nothing is due today, and the page says when; on that day the missed facts are asked, by
    their variant where there is one, and answered they go further away."""
    at = app("learn/progress", t=missed_two.token)
    assert "Nothing is due today. Next: tomorrow, Tuesday 5 May" in words(at)
    clock[0] += DAYS - timedelta(hours=3)  # Earlier in the day than it was missed.
    at = app("learn/progress", t=missed_two.token)
    assert "2 questions you missed are due today" in words(at)
    assert "The review asks 2 questions" in words(at)
    begun = data.attempts().attempt(query(press(at, "Begin the review"), "t"))
    assert {item.id for item in begun.items} == {"i-ops-2", "i-who"}
    assert begun.retry_of == missed_two.token
    at = app("learn/progress", t=missed_two.token)
    assert "You began a review: 2 questions to go" in words(at)
    assert query(press(at, "Go on with it"), "t") == begun.token
    for item in begun.items:
        data.attempts().respond(begun.token, item.id, item.key, True, clock[0])
    assert "Nothing is due today. Next: " in words(app("learn/progress", t=begun.token))


def test_the_end_page_says_when_and_leads_there(missed_two, app):
    """After a quiz with mistakes the learner reads when they come back."""
    told = words(app("learn/quiz", t=missed_two.token))
    assert "What you missed comes back" in told
    assert "tomorrow, Tuesday 5 May" in told
    assert "By how sure you were" in told


def test_no_answer_stands_on_the_progress_page(missed_two, app, clock):
    """What is due is named by its question, never by the fact that answers it."""
    clock[0] += 2 * DAYS
    told = words(app("learn/progress", t=missed_two.token))
    for item in missed_two.missed:
        key = next(option.text for option in item.options if option.id in item.key)
        assert key not in told.replace(item.stem, "")


def test_one_learners_misses_are_nobody_elses(missed_two, app, lesson_pack, clock):
    """Another attempt at the same lesson has its own progress; a stranger's link shows nothing."""
    other = data.attempts().begin(lesson_pack.id, lesson_pack.items, clock[0])
    assert "You have answered nothing yet" in words(app("learn/progress", t=other.token))
    first = other.items[0]
    data.attempts().respond(other.token, first.id, first.key, True, clock[0])
    told = words(app("learn/progress", t=other.token))
    assert "You have missed nothing so far" in told
    assert missed_two.code not in told
    at = app("learn/progress", t="nobody")
    assert "belongs to no attempt" in at.warning[0].value
    assert "due" not in words(at)


def test_the_code_opens_the_progress(missed_two, app):
    """On another device the code is enough."""
    at = app("learn/progress")
    at.text_input[0].set_value(missed_two.code)
    assert "Nothing is due today" in words(press(at, "Go on"))


def test_the_day_is_the_learners_own(missed_two, lesson_pack):
    """What is due on a date is due from its first minute where the learner is."""
    past = data.attempts().same_learner(missed_two.token)
    east = timezone(timedelta(hours=9))
    late = datetime(2026, 5, 4, 15, 1)  # In the east it is already tomorrow.
    assert Review(past, lesson_pack, late, east).to_ask
    assert not Review(past, lesson_pack, late).to_ask


def test_what_the_lesson_no_longer_asks_is_not_asked_again(missed_two, lesson_pack, clock):
    """A question the teacher has taken out does not come back from an old attempt."""
    past = data.attempts().same_learner(missed_two.token)
    gone = {"i-who"}
    left = lesson_pack.with_items([i for i in lesson_pack.items if i.id not in gone])
    asked = Review(past, left, clock[0] + 9 * DAYS).to_ask
    assert {item.variant_of or item.id for item in asked} == {"i-ops"}


def test_an_attempt_outlives_a_new_version_of_its_lesson(app, lesson_pack, monkeypatch):
    """The teacher publishes other questions about a changed text in the middle: the learner goes
    on with those begun with, is shown the words they rest on, and the next learner gets the new."""
    at = press(app("learn/quiz"), "Begin the quiz")
    store = data.attempts()
    token = at.query_params["t"]
    token = token[0] if isinstance(token, list) else token
    begun = store.attempt(token)
    store.respond(token, begun.items[0].id, begun.items[0].key, False, data.now())
    source = lesson_pack.source.model_construct(
        **{**dict(lesson_pack.source), "text": "Changed. " + lesson_pack.source.text}
    )
    other = lesson_pack.with_items(lesson_pack.items[1:3]).model_copy(update={"source": source})
    monkeypatch.setattr(data, "built_in", cache(lambda: other))
    assert f"Question 2 of {len(begun.items)}" in words(app("learn/quiz", t=token))
    told = words(app("learn/quiz", t=token, q=1))
    assert f"<mark>{begun.items[0].evidence[0].quote}</mark>" in told
    assert store.attempt(token).version == quiz_version(lesson_pack.items)
    for item in begun.items[1:]:
        store.respond(token, item.id, item.key, True, data.now())
    at = app("learn/quiz", t=token)
    assert at.title[0].value == f"{len(begun.items) - 1} of {len(begun.items)} right"
    fresh = press(app("learn/quiz"), "Begin the quiz")
    assert "Question 1 of 2" in words(fresh)


@pytest.mark.parametrize(("wrote", "told"), [("three", "✓ You wrote"), ("12", "✗ You wrote")])
def test_a_number_written_is_told_to_be_right_or_wrong_beside_it(
    app, lesson_pack, clock, wrote, told
):
    """By sign and word, as every other answer is."""
    attempt = data.attempts().begin(lesson_pack.id, lesson_pack.items, clock[0], asked=["i-number"])
    data.attempts().respond(attempt.token, "i-number", (wrote,), wrote == "three", clock[0])
    assert told in words(app("learn/quiz", t=attempt.token, q=1))


def test_answered_on_another_device_meanwhile_it_is_told_all_the_same(app, clock, lesson_pack):
    """Who presses Submit second sees what came of that question, not the next one."""
    begun = data.attempts().begin(lesson_pack.id, lesson_pack.items, clock[0])
    at = app("learn/quiz", t=begun.token)
    first = begun.items[0]
    assert query(at, "q") == "1"
    data.attempts().respond(begun.token, first.id, first.key, True, clock[0])
    told = words(at.run())
    assert "Question 1 of" in told
    assert "Right" in told


def test_who_comes_second_is_told_so(app):
    """The first answer counts; the window that comes after it says that there was one, once."""
    at = press(app("learn/quiz"), "Begin the quiz")
    attempt = data.attempts().attempt(query(at, "t"))
    first = attempt.items[0]
    data.attempts().respond(attempt.token, first.id, first.key, True, data.now())
    at = press(at, "Submit")
    assert "in another window" in at.info[0].value
    at = press(at, "Next question")
    assert query(at, "q") == "2"
    assert not at.info


@pytest.mark.parametrize("more", ["", " Choose all that apply."])
def test_that_several_may_be_right_is_said_once(app, lesson_pack, clock, more):
    """By the question or below it."""
    several = next(item for item in lesson_pack.items if item.kind == "multiple_answer")
    several = several.model_copy(update={"stem": several.stem + more})
    attempt = data.attempts().begin(lesson_pack.id, [several], clock[0])
    told = words(app("learn/quiz", t=attempt.token))
    assert told.count("Choose all that apply.") == 1


@pytest.mark.usefixtures("app")
def test_as_many_are_due_as_the_list_below_says(lesson_pack, clock):
    """One question about two facts is one that was missed, though two others ask about them."""
    first = lesson_pack.items[0]
    both = first.model_copy(update={"fact_ids": ("f-1", "f-2")})
    ways = [
        first.model_copy(update={"id": f"w-{n}", "stem": f"{n}?", "fact_ids": (f"f-{n}",)})
        for n in (1, 2)
    ]
    lesson = lesson_pack.with_items([both, *ways])
    attempt = data.attempts().begin(lesson.id, lesson.items, clock[0], asked=[both.id])
    data.attempts().respond(attempt.token, both.id, ("o0",), False, clock[0])
    past = data.attempts().same_learner(attempt.token)
    review = Review(past, lesson, clock[0] + DAYS)
    assert {item.id for item in review.to_ask} == {"w-1", "w-2"}
    assert review.rows() == {review.today: [(both, False)]}


def test_words_are_quoted_by_one_reason_only():
    """The next keeps what it says beside them."""
    said = "It is so. The article says: “Nine, he said: “nine”.”"
    told = feedback._rows([("wrong", "a", "b", "Not b. " + said), ("right", "c", "d", said)])
    assert told.count("“Nine") == 1
    assert told.endswith("<b>d</b>It is so.</div>")
