"""Where sentences end."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.language.sentences import split
from explainer.reading.text import read_text
from explainer.source import Block, Source

SEED = Path(__file__).parents[2] / "seeds" / "000_d4b8515b4265914a.txt"


def sentences(text: str) -> list[str]:
    source = Source(text=text, blocks=(Block(0, len(text), "paragraph"),))
    return [text[s.start : s.end] for s in split(source)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Gen. Masood met Lt. Col. Smith.", "He left."],
        ["U.S. troops left the U.S.", "The army stayed."],
        ["It fell on Sept. 11 at 5 p.m. Monday.", "Rule No. 5 held."],
        ["He came at 5 p.m.", "Police followed."],
        ["J. K. Rowling and A.B. Smith Jr. wrote it.", "It sold 100.000 copies."],
        ["It cost 4.5 million.", "He paid Rs. 500 to Acme Inc. on Jan. 3."],
        ["Mr. and Mrs. Jones, e.g. the parents, came.", "No."],
        ["He waited... and waited.", "Then he left..."],
        ["“He has support.", "Will his son?”, Juma asked."],
        ['"Why?" General Masood asked.', '"I do not know!" she said.'],
        ['"We won."', "Masood was glad."],
        ["He came; she left: both slept.", "(It rained.)", "It stopped."],
        ["The end.[12]", "The start."],
        ["World War II.", "Plan B.", "The war."],
        ["See example.com or www.Foo.Bar today.", "He did."],
        [
            "He read art.",
            "The mass. of people",
        ],
        ["He wrote to Sen. Warren, D-Mass.", "The reply came."],
    ],
)
def test_sentence_ends(parts: list[str]) -> None:
    """A stop ends a sentence unless it belongs to an abbreviation, an initial or a number."""
    assert sentences(" ".join(parts)) == parts


def test_glued_sentences() -> None:
    """A stop glued to the next capital ends its sentence."""
    assert sentences("The war ended.The West left.") == ["The war ended.", "The West left."]


def test_lists_and_rows() -> None:
    """Items of a list and rows of a table are sentences of their own."""
    assert sentences("Bring:\n- bread\n- two eggs\n1. Close. Open") == [
        "Bring:", "- bread", "- two eggs", "1. Close.", "Open",
    ]  # fmt: skip
    assert sentences("a | b. c\nd | e") == ["a | b. c", "d | e"]


def test_line_ends_within_a_sentence() -> None:
    """A hard-wrapped line does not end a sentence."""
    assert sentences("He went\nhome. She\nstayed.") == ["He went\nhome.", "She\nstayed."]


def test_sentences_of_the_seed() -> None:
    """The seed has 52 sentences; those of a quotation are split, each in its paragraph."""
    source = read_text(SEED.read_text(encoding="utf-8"))
    found = split(source)
    words = [source.text[s.start : s.end] for s in found]
    assert len(found) == 52
    assert (
        '"The militants are cautious because they do not know what forces will resist them.'
        in words
    )
    assert {s.paragraph for s in found} == set(range(len(source.prose)))


@given(
    st.lists(
        st.sampled_from(["A", "b", ".", "!", "?", '"', "”", " ", "\n", "U.S.", "Mr.", "1", "…", "(",
                         ")", "[1]", "\t", "|", "- ", "😀", "\u2028", "٣", "؟", "。"])
    ).map("".join)
    | st.text()
)  # fmt: skip
def test_any_text(text: str) -> None:
    """Sentences lie in order, trimmed, and hold every character that is no white space."""
    if not text.strip():
        return
    start = len(text) - len(text.lstrip())
    source = Source(text=text, blocks=(Block(start, len(text.rstrip()), "paragraph"),))
    last = 0
    for sentence in split(source):
        assert not text[last : sentence.start].strip()
        words = text[sentence.start : sentence.end]
        assert words == words.strip() != ""
        last = sentence.end
    assert not text[last:].strip()
