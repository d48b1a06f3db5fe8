"""Whose child somebody is, and what stands at which place of a sentence with two."""

from __future__ import annotations

import pytest

from explainer.extract.extract import extract
from explainer.reading.text import read_text
from explainer.verify import verify

TEXT = (
    "A family of sailors\n\n"
    "Tom Berg, the eldest son of the painter Ian Holm, met Ann Lee. Nils Olav Ruud is the father "
    "of Nils Ruud. Two men were hurt in Bergen, while police shot at looters in Narvik and "
    "arrested four people. While he was in Rome, Holm wrote a book."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Tom Berg is the son of Ian Holm.", "supported"),
        ("Ian Holm is the son of Tom Berg.", "unsupported"),
        ("Ann Lee is the daughter of Ian Holm.", "unsupported"),
        ("Nils Olav Ruud is the father of Nils Ruud.", "supported"),
        ("Nils Olav Ruud is the son of Nils Ruud.", "unsupported"),
        ("Nils Ruud is the father of Nils Olav Ruud.", "unsupported"),
        ("Two men were hurt in Bergen.", "supported"),
        ("Two men were hurt in Narvik.", "unsupported"),
        ("Police arrested four people in Narvik.", "supported"),
        ("Police shot at looters in Bergen.", "unsupported"),
        ("Holm wrote a book in Rome.", "supported"),
    ],
)
def test_each_deed_and_child_keeps_its_own(claim: str, verdict: str) -> None:
    """Parents and children are not exchanged, though one's name holds the other's; "while" parts
    two places, and joins a time to its deed."""
    assert verify(claim, extract(read_text(TEXT))).verdict == verdict
