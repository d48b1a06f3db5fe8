"""How near a claim keeps to the words of its source, and what may be worked out from it."""

from __future__ import annotations

from datetime import date

import pytest

from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.reading.text import read_text
from explainer.verify import verify

ARTICLE = """PORT RELL, Belmark - The theatre in Osk, which is led by Mara Lind, will close on
30 June 2024. It had 48,000 visitors last year, compared with 101,000 in 2019.

The city pays 1.2 million dollars a year and the state 800,000 dollars. Lind said that the roof
would cost 3 million dollars. Mayor Bo Karst replied that it would cost 5 million. He said that
grants would remain necessary. Ticket sales fell by 20 percent in 2022. A guard was fined for
sleeping at work. The ushers Ann Lee and Jon Holm, who were on duty with him, were not. Guest plays
in Rell, Vamm and Tor have been called off.

The council voted 8 to 5 to sell the hall. The puppet stage will not reopen before autumn.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(read_text(ARTICLE, published=date(2024, 5, 7)))


@pytest.mark.parametrize(
    "claim",
    [
        "In 2019 more than twice as many people came to the theatre as last year.",
        "Together, state and city spend two million dollars on the theatre each year.",
        "Guest plays in three places have been cancelled.",
        "A theatre in Belmark, the one of Osk, is to shut its doors in June.",
        "In 2022 it sold a fifth fewer tickets.",
    ],
)
def test_what_can_be_worked_out_may_be_said(reading: Reading, claim: str) -> None:
    """How many times, sums of one kind, the length of a list, the place it is written from."""
    said = verify(claim, reading)
    assert said.verdict == "supported", said.findings


@pytest.mark.parametrize(
    ("claim", "code", "word"),
    [
        (
            "The theatre in Osk, which is led by the dancer Mara Lind, will close on 30 June.",
            "word-not-in-source",
            "dancer",
        ),
        ("The theatre in Osk was shut on 30 June.", "certainty-raised", "30 June"),
        (
            "Mara Lind said that the roof would cost 5 million dollars.",
            "speaker-changed",
            "5 million",
        ),
        ("Bo Karst said that grants would no longer be necessary.", "negation-added", "no"),
        ("The director of the theatre was fined for sleeping.", "subject-changed", "fined"),
        ("The council voted 9 to 4 to sell the hall.", "number-of-something-else", "9 to 4"),
        ("The state pays more than the city does.", "opposite-word", "more"),
        ("The puppet stage has reopened.", "opposite-word", "reopened"),
        ("In 2022 sales of tickets alone fell by 20 percent.", "quantifier-raised", "alone"),
    ],
)
def test_what_it_brings_in_or_turns_round_may_not(
    reading: Reading, claim: str, code: str, word: str
) -> None:
    """A word brought into a copied sentence, a day still to come, another's figure."""
    said = verify(claim, reading)
    assert said.verdict == "unsupported"
    assert any(
        f.code == code and f.severity == "error" and word in f.message for f in said.findings
    ), said.findings
