"""Attempts outlive everything but their database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from explainer.quiz.attempt import quiz_version
from explainer.quiz.item import Item, Option
from explainer.store import CODE_LETTERS, Store

NOW = datetime(2026, 1, 2, 3, 4, 5)


def item(name: str) -> Item:
    options = (Option(id="a", text=f"{name} one"), Option(id="b", text=f"{name} two"))
    return Item(id=name, kind="single_choice", stem=f"{name}?", options=options, key=("a",))


QUIZ = (item("q1"), item("q2"), item("q3"))


@pytest.fixture
def address(tmp_path):
    return f"sqlite:///{tmp_path}/deep/er/attempts.sqlite"


@pytest.fixture
def store(address):
    made = Store(address)
    yield made
    made.engine.dispose()


def test_an_attempt_goes_on_in_another_process(store, address):
    """What was given is read back by a store that knows only the address."""
    begun = store.begin("panjshir", QUIZ, NOW)
    store.respond(begun.token, "q1", ["b"], False, NOW, confidence=3)
    other = Store(address)
    again = other.attempt(begun.token)
    other.engine.dispose()
    assert again is not None
    assert again.items == QUIZ
    assert again.next_item == QUIZ[1]
    assert [(r.item_id, r.given, r.right, r.confidence) for r in again.responses] == [
        ("q1", ("b",), False, 3)
    ]


def test_the_first_response_counts(store):
    """Submitting twice counts once, and the second does not change the first."""
    begun = store.begin("panjshir", QUIZ, NOW)
    assert store.respond(begun.token, "q1", ["b"], False, NOW)
    assert not store.respond(begun.token, "q1", ["a"], True, NOW)
    assert [r.given for r in store.attempt(begun.token).responses] == [("b",)]


def test_an_attempt_keeps_the_quiz_it_began_with(store):
    """A lesson that changes under a running attempt leaves its items as they were."""
    begun = store.begin("panjshir", QUIZ, NOW)
    store.begin("panjshir", (item("q1"), item("other")), NOW)
    assert store.attempt(begun.token).items == QUIZ


def test_attempts_do_not_mix(store):
    """One learner's response never shows in another's attempt, nor in a retry of her own."""
    one, two = store.begin("l", QUIZ, NOW), store.begin("l", QUIZ, NOW)
    retry = store.begin("l", QUIZ, NOW, asked=["q2"], retry_of=one.token)
    store.respond(one.token, "q2", ["a"], True, NOW)
    assert store.attempt(two.token).responses == ()
    assert store.attempt(retry.token).responses == ()
    assert [i.id for i in store.attempt(retry.token).items] == ["q2"]


def test_a_resume_code_is_found_however_it_is_typed(store):
    """Lower case, spaces and hyphens make no difference; a wrong code finds nothing."""
    begun = store.begin("l", QUIZ, NOW)
    assert set(begun.code) <= set(CODE_LETTERS)
    assert store.token_of(f" {begun.code[:3].lower()}-{begun.code[3:]} ") == begun.token
    assert store.token_of("000000") is None
    assert store.attempt("no such token") is None


def test_a_version_names_its_items():
    """The same items give the same version, other items another."""
    assert quiz_version(QUIZ) == quiz_version(list(QUIZ))
    assert quiz_version(QUIZ) != quiz_version(QUIZ[::-1])


def test_a_response_to_no_attempt_is_refused(store):
    """No row without its attempt: a forged token writes nothing."""
    assert not store.respond("forged", "q1", ["a"], True, NOW)


def test_a_learner_is_known_by_what_comes_back(store):
    """Any attempt of a learner leads to all of hers, first first, and to nobody else's."""
    first, other = store.begin("l", QUIZ, NOW), store.begin("l", QUIZ, NOW)
    later = [NOW + timedelta(days=day) for day in (1, 2, 3)]
    retry = store.begin("l", QUIZ, later[0], asked=["q2"], retry_of=first.token)
    again = store.begin("l", QUIZ, later[2], asked=["q2"], retry_of=retry.token)
    beside = store.begin("l", QUIZ, later[1], asked=["q1"], retry_of=first.token)
    hers = [first.token, retry.token, beside.token, again.token]
    for token in hers:
        assert [attempt.token for attempt in store.same_learner(token)] == hers
    assert [attempt.token for attempt in store.same_learner(other.token)] == [other.token]
    assert store.same_learner("nobody") == ()


def test_many_at_once_lose_nothing(address):
    """Thirty learners begin and answer in the same moment, each answer sent twice: every one is
    kept, once."""
    store = Store(address)

    def learn(_: int) -> tuple[str, int]:
        token = store.begin("l", QUIZ, NOW).token
        counted = [store.respond(token, q.id, ["a"], True, NOW) for q in QUIZ for _ in range(2)]
        return token, sum(counted)

    with ThreadPoolExecutor(30) as room:
        ended = list(room.map(learn, range(30)))
    assert [n for _, n in ended] == [len(QUIZ)] * 30
    assert all(len(store.attempt(token).responses) == len(QUIZ) for token, _ in ended)
    store.engine.dispose()
