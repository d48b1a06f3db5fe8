"""Claims held against a source: faithful retellings pass, changed ones do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.reading.text import read_text
from explainer.verify import Verdict, verify

PAIRS = Path(__file__).parent / "pairs"


def pairs_in(path: Path) -> Iterator[tuple[Reading, str, bool]]:
    article, rest = path.read_text(encoding="utf-8").split("\n---\n")
    day, *claims = rest.strip().split("\n")
    reading = read(read_text(article, published=date.fromisoformat(day)))
    for line in claims:
        yield reading, line[2:], line[0] == "+"


def shares(paths: list[Path]) -> tuple[float, float]:
    """Share of faithful claims accepted, and of unfaithful ones rejected."""
    right = {True: 0, False: 0}
    total = {True: 0, False: 0}
    for path in paths:
        for reading, claim, faithful in pairs_in(path):
            total[faithful] += 1
            right[faithful] += (verify(claim, reading).verdict == "supported") is faithful
    return right[True] / total[True], right[False] / total[False]


def balanced(paths: list[Path]) -> float:
    return sum(shares(paths)) / 2


def test_hand_written_pairs() -> None:
    """Above 90 % balanced on the articles looked at while building."""
    assert balanced(sorted(PAIRS.glob("*.txt"))) > 0.9


def test_hand_written_pairs_held_out() -> None:
    """Above 85 % balanced on articles first measured with the rules as they were (85 %)."""
    assert balanced(sorted((PAIRS / "held_out").glob("*.txt"))) > 0.85


def test_freely_worded_pairs() -> None:
    """Above 75 % balanced on summaries in words of their own (67 % and 76 % at first sight)."""
    assert balanced(sorted((PAIRS / "fresh").glob("*.txt"))) > 0.75


def test_pairs_of_four_more_articles() -> None:
    """Above 73 % balanced where claims have words of their own (62 % and 61 % at first sight)."""
    assert balanced(sorted((PAIRS / "unseen").glob("*.txt"))) > 0.73


def test_long_claims_in_words_of_their_own() -> None:
    """Above 68 % balanced (58 % at first sight), and untrue claims are refused the more surely."""
    paths = sorted((PAIRS.parent / "autumn").glob("*.txt"))
    accepted, rejected = shares(paths)
    assert (accepted + rejected) / 2 > 0.68
    assert rejected > 0.8


@pytest.mark.parametrize(
    ("text", "claim", "verdict"),
    [
        ("Soldiers brought 40 trucks. Farmers left.", "Farmers brought 40 trucks.", "unsupported"),
        ("Skara will cut a tenth of its jobs.", "Skara will cut 10 percent of its jobs.",
         "supported"),
        ("Police are investigating whether a heater was the cause.", "A heater was the cause.",
         "unsupported"),
        ("Eva gave money to a hospital.", "A hospital gave money to Eva.", "unsupported"),
        ("The reservoir rose to its highest level.", "The reservoir fell to its lowest level.",
         "unsupported"),
        ("Ivo Kos heard Eva and persuaded her to move.", "Eva persuaded Ivo Kos to move.",
         "unsupported"),
        ("Ivo Kos pleaded guilty to theft on Friday.", "Ivo Kos pleaded not guilty to theft.",
         "unsupported"),
        ("Ivo Kos pleaded not guilty to theft.", "Ivo Kos pleaded not guilty.", "supported"),
    ],
)  # fmt: skip
def test_who_does_it_and_how_much(text: str, claim: str, verdict: str) -> None:
    """Another doer, a receiver who gives, two words turned round; a part in hundredths."""
    assert held(claim, read(read_text(text)))[0] == verdict


ARTICLE = (
    "The army attacked the rebels near Nis on 4 May 2023. Minister Ana Kos said that the road "
    "may be closed until June. At least 1,200 people left the town. The mayor did not resign."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(read_text(ARTICLE, published=date(2023, 5, 6)))


def held(claim: str, reading: Reading) -> tuple[str, set[str]]:
    verdict = verify(claim, reading)
    return verdict.verdict, {finding.code for finding in verdict.findings}


@pytest.mark.parametrize(
    "claim",
    [
        "The rebels were attacked by the army near Nis on May 4, 2023.",
        "Ana Kos stated that the road may be closed until June.",
        "At least 1.200 people left the town.",
        "The mayor refused to resign.",
        "According to Ana Kos, the road might be closed until June.",
    ],
)
def test_faithful_rewordings_are_supported(reading: Reading, claim: str) -> None:
    """Voice, date order, notation and reporting verbs may change."""
    assert held(claim, reading) == ("supported", set())


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("The rebels attacked the army near Nis.", "roles-reversed"),
        ("The army attacked the rebels near Nis on 5 May 2023.", "date-not-in-source"),
        ("At least 1,300 people left the town.", "number-not-in-source"),
        ("The road may be closed until June.", "attribution-dropped"),
        ("Ana Kos said that the road will be closed until June.", "certainty-changed"),
        ("The mayor resigned.", "negation-dropped"),
        ("The army did not attack the rebels near Nis.", "negation-added"),
        ("All people left the town.", "quantifier-raised"),
        ("The army attacked the rebels near Nis with helicopters.", "word-not-in-source"),
        ("The army attacked the rebels near Zrenjanin.", "name-not-in-source"),
    ],
)
def test_the_finding_says_what_fails(reading: Reading, claim: str, code: str) -> None:
    """Each kind of change has its own code, and a message with the word."""
    verdict, codes = held(claim, reading)
    assert verdict == "unsupported"
    assert code in codes


def test_evidence_is_quoted_word_for_word(reading: Reading) -> None:
    """A verdict shows the sentences it rests on."""
    verdict = verify("The army attacked the rebels near Nis.", reading)
    assert verdict.evidence
    assert all(quote.holds_in(reading.source) for quote in verdict.evidence)


def test_each_part_of_a_claim_is_held_to_the_source(reading: Reading) -> None:
    """One wrong sentence among right ones makes the claim unsupported."""
    claim = "The army attacked the rebels near Nis. The mayor resigned."
    assert verify(claim, reading).verdict == "unsupported"


def test_an_empty_claim_is_not_supported(reading: Reading) -> None:
    """Nothing said is nothing proven."""
    assert held("  ", reading) == ("unsupported", {"empty-claim"})


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_claim_gets_a_verdict(claim: str) -> None:
    """Never a crash, and no support without evidence."""
    reading = read(read_text(ARTICLE))
    verdict = verify(claim, reading)
    assert isinstance(verdict, Verdict)
    assert verdict.verdict == "unsupported" or verdict.evidence
