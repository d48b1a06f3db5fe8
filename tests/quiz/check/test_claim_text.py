"""A question with an answer put in is what whoever gives that answer claims."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explainer.quiz.check.claim_text import claim_of


@pytest.mark.parametrize(
    ("stem", "answer", "claim"),
    [
        ("In what year did the hall close?", "2017", "The hall did close in 2017."),
        ("Who was beaten in the final?", "Oskar Feld", "Oskar Feld was beaten in the final."),
        ("Which player opened the scoring?", "Ann Bell", "Ann Bell opened the scoring."),
        ("How many boats did they use?", "14", "They did use 14 boats."),
        ("How many members voted against it?", "81", "81 members voted against it."),
        ("Where was she born?", "Trieste", "She was born in Trieste."),
        ("When was the bridge completed?", "1968", "The bridge was completed in 1968."),
        ("Why did police arrest him?", "He had run away.",
         "Police did arrest him because he had run away."),
        ("Which prize did she refuse in 1979?", "the Compass",
         "She did refuse the Compass in 1979."),
        ("According to Vela, how many people fled?", "90", "According to Vela, 90 people fled."),
        ("He works in the harbour as a", "diver", "He works in the harbour as a diver."),
        ("The dam is ____ metres high.", "38", "The dam is 38 metres high."),
    ],
)  # fmt: skip
def test_a_question_becomes_a_statement(stem: str, answer: str, claim: str) -> None:
    """The statement has the answer in the place the question leaves open."""
    assert claim_of(stem, answer) == claim


@given(st.text(max_size=80), st.text(max_size=30))
@example("__", ";")
def test_any_text_gives_a_sentence_or_nothing(stem: str, answer: str) -> None:
    """No stem and no answer is too odd: one sentence, or None."""
    claim = claim_of(stem, answer)
    assert claim is None or claim.endswith(".")
