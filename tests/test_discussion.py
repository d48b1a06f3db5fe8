"""Questions for a class: open, and stating nothing that the article does not say."""

import pytest

from explainer.discussion import prompt_of
from explainer.extract.model import quote_of
from explainer.findings import Finding
from explainer.language.reader import read
from explainer.reading.text import read_text

NINE = "The coast guard searched the bay with nine boats, but failed to find the crew."
NOT = "The owners have not opened the harbour to the divers."
CAUSE = "The mayor said that the storm broke the pier"
READING = read(read_text(f"Search ends at Holm Bay\n\n{NINE}\n\n{NOT}\n\n{CAUSE}.\n"))


def prompt(question, words):
    return prompt_of(question, quote_of(READING.source, words), READING)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why might the coast guard have failed to find the crew?", NINE),
        ("Why do you think the coast guard failed to find the crew?", NINE),
        ("What would you like to know about this search?", NINE),
        ("Should we trust this?", CAUSE),
        ("Why do you think the owners have not opened the harbour?", NOT),
        ("What might they be waiting for?", NOT),
        ("How would someone on the other side tell this?", NOT),
    ],
)
def test_an_open_question_about_its_words_is_kept(question, words):
    """With the words it is about in front of it."""
    assert prompt(question, words) == f"“{words}” {question}"


@pytest.mark.parametrize(
    ("question", "words", "code"),
    [
        ("How many boats were there?", NINE, "closed-question"),
        ("When did the coast guard search the bay?", NINE, "closed-question"),
        ("Who searched the bay?", NINE, "closed-question"),
        ("Why did the coast guard fail?", NINE, "closed-question"),
        ("The coast guard failed.", NINE, "no-question"),
        ("The crew drowned. What do you think?", NINE, "no-question"),
        ("Why do you think the crew failed to find the coast guard?", NINE, None),
        ("Why do you think the coast guard murdered the crew?", NINE, "states-something"),
        ("Why do you think twelve boats failed to find the crew?", NINE, None),
        ("Why might Norway have failed to find the crew?", NINE, None),
        ("Why do you think the owners opened the harbour?", NOT, None),
        ("What do you think of the drunken crew?", NINE, "states-something"),
        ("Why do you think the divers opened the harbour to the owners?", NOT, None),
    ],
)
def test_what_is_closed_or_claims_something_is_refused(question, words, code):
    """One right answer, turned roles, a dropped “not”, new numbers, names and deeds."""
    found = prompt(question, words)
    assert isinstance(found, Finding), found
    assert code in (None, found.code), found
    assert found.severity == "error"
