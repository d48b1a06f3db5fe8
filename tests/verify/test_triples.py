"""Short sources with claims a summariser would write, true and subtly untrue.

What each folder is, and how its claims fared when first looked at, is told in triples/README.md.
Run `python tests/verify/test_triples.py` for the claims judged wrongly among the seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from explainer.language.reader import read
from explainer.reading.text import read_text
from explainer.verify import verify

TRIPLES = Path(__file__).parent / "triples"


def judged(folder: str) -> Iterator[tuple[bool, bool, str, str]]:
    """Whether the claim is faithful, whether `verify` says so, the claim, and its source."""
    for path in sorted((TRIPLES / folder).glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            day, text, *claims = block.split("\n")
            reading = read(read_text(text, published=date.fromisoformat(day)))
            for line in claims:
                supported = verify(line[2:], reading).verdict == "supported"
                yield line[0] == "+", supported, line[2:], text


def shares(folder: str) -> tuple[float, float]:
    """Share of faithful claims accepted, and of unfaithful ones rejected."""
    total: Counter[bool] = Counter()
    right: Counter[bool] = Counter()
    for faithful, supported, _, _ in judged(folder):
        total[faithful] += 1
        right[faithful] += supported is faithful
    return right[True] / total[True], right[False] / total[False]


@pytest.mark.parametrize(("folder", "least"), [("seen", 0.85), ("apart", 0.75), ("last", 0.7)])
def test_claims_of_a_summariser(folder: str, least: float) -> None:
    """Of faithful claims accepted and unfaithful ones rejected, the mean stays above this share."""
    assert sum(shares(folder)) / 2 > least


if __name__ == "__main__":
    for faithful, supported, claim, text in judged("seen"):
        if supported is not faithful:
            print("accepted" if supported else "rejected", "|", claim, "|", text)
    for folder in ("seen", "apart", "last"):
        accepted, rejected = shares(folder)
        print(f"{folder}: {accepted:.3f} accepted, {rejected:.3f} rejected")
