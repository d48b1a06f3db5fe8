"""Claims worded freely, as a reader sums up: what each folder is stands in its README.

Run `python tests/verify/test_free.py` for the figures, with `-v` for the claims judged wrongly.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.reading.text import read_text
from explainer.verify import Verdict, verify

HERE = Path(__file__).parent


def judged(folder: str) -> Iterator[tuple[bool, Verdict]]:
    """Whether the claim is faithful, and what `verify` says of it."""
    for path in sorted((HERE / folder).glob("*.txt")):
        article, rest = path.read_text(encoding="utf-8").split("\n---\n")
        day, *claims = rest.strip().split("\n")
        reading = read(read_text(article, published=date.fromisoformat(day)))
        for line in claims:
            yield line[0] == "+", verify(line[2:], reading)


def shares(folder: str) -> tuple[float, float]:
    """Share of faithful claims accepted, and of unfaithful ones rejected."""
    total: Counter[bool] = Counter()
    right: Counter[bool] = Counter()
    for faithful, verdict in judged(folder):
        total[faithful] += 1
        right[faithful] += (verdict.verdict == "supported") is faithful
    return right[True] / total[True], right[False] / total[False]


@pytest.mark.parametrize(
    ("folder", "least"),
    [
        ("autumn", 0.8),
        ("winter", 0.75),
        ("spring", 0.75),
        ("summer", 0.75),
        ("march", 0.75),
        ("april", 0.65),
        ("july", 0.65),
    ],
)
def test_claims_worded_freely(folder: str, least: float) -> None:
    """Of faithful claims accepted and unfaithful ones rejected, the mean stays above this share."""
    assert sum(shares(folder)) / 2 > least


ARTICLE = """The Torvian airline Skell cut 450 of its 1,100 jobs on Monday, the labour office said.

Its pilots voted by 61 to 38 to accept lower pay, while the mechanics, who were not asked, said
that they would go to court. In May 2022 the airline had hired 90 people from Belmark for a repair
hall that it leased for six years, not four as it had planned. The hall stands outside the safety
zone of the airport. Director Ana Reil said that fuel had become dearer. Union head Bo Karst
replied that the owners had drawn profits of 20 million euros.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(read_text(ARTICLE, published=date(2024, 5, 7)))


@pytest.mark.parametrize(
    "claim",
    [
        "Skell, an airline, did away with 450 out of 1,100 jobs on 6 May 2024.",
        "After the cut on Monday, the airline Skell of Torvia has 650 jobs.",
        "According to the head of the union, the owners took out profits of EUR 20 million.",
        "The airline leased a repair hall for six years, two years longer than planned.",
        "Skell gave work to 90 Belmark mechanics in May 2022, for a hall it rented.",
    ],
)
def test_what_follows_from_the_source_may_be_said(reading: Reading, claim: str) -> None:
    """What is left of two numbers, lengths and days worked out, a currency by its code, whoever
    speaks by his part, and a few words of the summary's own."""
    said = verify(claim, reading)
    assert said.verdict == "supported", said.findings


@pytest.mark.parametrize(
    ("claim", "code", "word"),
    [
        ("Skell is left with 550 of its 1,100 jobs.", "number-not-in-source", "550"),
        ("Both the pilots and the mechanics accepted lower pay.", "quantifier-raised", "Both"),
        ("The repair hall of the airline stands in the safety zone.", "opposite-word", "in"),
        (
            "Ana Reil said that the owners had drawn profits of 20 million euros.",
            "speaker-changed",
            "Bo Karst",
        ),
        (
            "Skell cut 450 jobs because the union had drawn profits of millions.",
            "reason-added",
            "reason",
        ),
        (
            "The airline hired 90 people from Belmark for a repair hall despite angry protests.",
            "word-not-in-source",
            "protests",
        ),
    ],
)
def test_what_does_not_follow_may_not(reading: Reading, claim: str, code: str, word: str) -> None:
    """Freely worded or not, the failing word is named."""
    said = verify(claim, reading)
    assert said.verdict == "unsupported"
    assert any(
        f.code == code and f.severity == "error" and word in f.message for f in said.findings
    ), said.findings


def test_a_word_of_its_own_is_pointed_out_and_fells_only_in_a_strict_reading(
    reading: Reading,
) -> None:
    """The quiz's check and a model's proposal allow none; a summary is warned."""
    claim = (
        "By 61 to 38 the pilots of the airline accepted with reluctance that their pay is lower."
    )
    free, strict = verify(claim, reading), verify(claim, reading, strict=True)
    assert (free.verdict, strict.verdict) == ("supported", "unsupported")
    assert [f.code for f in free.findings if f.severity == "warning"] == ["word-not-in-source"]


if __name__ == "__main__":
    for folder in ("autumn", "winter", "spring", "summer", "march", "april", "july"):
        for faithful, verdict in judged(folder) if "-v" in sys.argv else ():
            if (verdict.verdict == "supported") is not faithful:
                codes = [
                    f"{f.code}: {f.message}" for f in verdict.findings if f.severity == "error"
                ]
                print("+" if faithful else "-", verdict.claim, *codes, sep=" | ")
        accepted, rejected = shares(folder)
        both = (accepted + rejected) / 2
        print(f"{folder}: {accepted:.3f} accepted, {rejected:.3f} rejected, balanced {both:.3f}")
