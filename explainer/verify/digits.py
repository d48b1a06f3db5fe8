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


def result_faults(claim: Line, first: Line) -> Iterator[Finding]:
    """ "By 9 to 4" where the sentence that says most of the claim has "8 to 5"."""
    told = [pair for pair, _ in _results(first)]
    for pair, start in _results(claim):
        if told and pair not in told and pair[::-1] not in told:
            text = f"{pair[0]:g} to {pair[1]:g}"
            yield fault("number-of-something-else", text, "is the result of another", start)


def _results(line: Line) -> Iterator[tuple[tuple[float, float], int]]:
    """Two numbers joined by "to", unless "from" opens them."""
    tokens = line.tokens
    values = {m.start: m.value for m in line.mentions if isinstance(m, QuantityMention)}
    for at, token in enumerate(tokens):
        if token.low != "to" or at + 1 >= len(tokens):
            continue
        back = at - 2 if tokens[at - 1].tag == "N" else at - 1
        one, two = values.get(tokens[back].start), values.get(tokens[at + 1].start)
        if back >= 0 and one is not None and two is not None and tokens[back - 1].low != "from":
            yield (one, two), tokens[back].start


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
