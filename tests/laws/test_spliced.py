"""Scraps of English strung together at random: no way through them ends in a crash."""

import json
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from explainer.export import contract
from explainer.export.facts_line import facts_line
from explainer.extract.extract import Extraction, extract
from explainer.findings import InputProblem
from explainer.geography import places
from explainer.lesson_compose import compose_lesson
from explainer.quiz.check import check_quiz
from explainer.quiz.compose import compose
from explainer.reading.text import read_text
from explainer.timeline_make import timeline
from explainer.verify import verify

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests/quiz/articles").glob("*.txt")]
WORDS = " ".join(path.read_text("utf-8") for path in sorted(ARTICLES)).split()
MARKS = [
    " ", ", ", " and ", ", and ", " of the ", " that ", " said ", ": ", " – ", " & ", "'s ", ". ",
    ".\n\n", '" ', ' "', '," said ', " (", ") ", "-", " in 2016 ", " on ", "\n- ",
]  # fmt: skip
SCRAP = st.tuples(
    st.integers(0, len(WORDS) - 1), st.sampled_from([1, 2, 3, 5, 9, 20]), st.sampled_from(MARKS)
)


def spliced(scraps: list[tuple[int, int, str]]) -> str:
    return "".join(" ".join(WORDS[at : at + size]) + mark for at, size, mark in scraps)


def extracted(scraps: list[tuple[int, int, str]]) -> Extraction:
    """What is read; a refusal in words is no crash."""
    try:
        return extract(read_text(spliced(scraps)))
    except InputProblem:
        reject()


@settings(max_examples=100, deadline=None)
@given(st.lists(SCRAP, min_size=1, max_size=25))
def test_reading_spliced_scraps(scraps: list[tuple[int, int, str]]) -> None:
    """Every mention and fact stands at its words, and batch writes what the command writes."""
    found = extracted(scraps)
    text = found.reading.source.text
    assert all(text[m.start : m.end] == m.text for m in found.reading.all_mentions)
    assert all(q.holds_in(found.reading.source) for f in found.facts for q in f.quotes)
    line = json.loads(facts_line(found.reading, found.facts))
    assert line == json.loads(json.dumps(contract.facts(found.reading, found.facts)))


@pytest.mark.parametrize(
    "text",
    [
        "The council rejected a claim that",
        "The minister insisted on",
        "In 2016 .",
        "The Department of Agriculture, Food and the Marine met in Dublin.",
        "The Department of Health, Education, and Welfare closed.",
    ],
)
def test_texts_that_end_too_early(text: str) -> None:
    """A text cut off in the middle of a sentence, and names with commas."""
    found = extract(read_text(text))
    assert all(event.title for event in timeline(found).events)
    assert all(m.value == m.text for m in found.reading.mentions if m.type == "organisation")


@settings(max_examples=15, deadline=None)
@given(st.lists(SCRAP, min_size=8, max_size=25), st.lists(SCRAP, min_size=1, max_size=2))
def test_teaching_spliced_scraps(
    scraps: list[tuple[int, int, str]], claim: list[tuple[int, int, str]]
) -> None:
    """A lesson, a timeline, places and a quiz that passes its own check; a claim has a verdict."""
    found = extracted(scraps)
    quiz = compose(found)
    for findings in check_quiz(quiz.items, found.reading.source, found):
        assert not [f for f in findings if f.severity == "error"]
    lesson = compose_lesson(found, timeline(found), places(found), quiz.items)
    assert len(lesson.steps) == 8
    verify(spliced(claim) + "x", found)
