"""Whether digits that are no quantity stand in the evidence: scores, "40th", "A380"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.values import readings
from explainer.findings import Finding
from explainer.language.numbers import number_value
from explainer.mention import QuantityMention, TimeMention
from explainer.verify.fault import fault
from explainer.verify.index import Line

_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")


def digit_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """Scores, and digits no mention holds ("40th", "A380") stand in the evidence as they are."""
    taken = [
        (m.start, m.end) for m in claim.mentions if isinstance(m, (QuantityMention, TimeMention))
    ]
    told = " ".join(line.text for line in evidence)
    offset = claim.sentence.start
    for match in _SCORE.finditer(claim.text):
        if not any(s.group() == match.group() for s in _SCORE.finditer(told)):
            yield fault(
                "number-not-in-source", match.group(), "is not what the source says", offset
            )
    for match in re.finditer(r"\d[\d.,]*", claim.text):
        at = match.start() + offset
        digits = match.group().rstrip(".,")
        if any(s <= at < e for s, e in taken) or re.search(
            rf"(?<!\d){re.escape(digits)}(?!\d)", told
        ):
            continue
        values = readings(digits)
        words = re.findall(r"[\w.,-]+", told)
        if not any(number_value(w.rstrip(".,")) in values for w in words):
            yield fault("number-not-in-source", digits, "is not what the source says", at)
