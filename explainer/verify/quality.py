"""Whether what somebody is called or pleads is denied in the source: "guilty", "not guilty"."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.words import Word, keys_of

_BESIDE = frozenset({"A", "D"})


def quality_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """An adjective that has "not" before it on one side alone."""
    for word in claim.words:
        if word.tag != "J" or word.generic:
            continue
        keys = set(keys_of(word))
        there = [
            _is_denied(line, other)
            for line in evidence
            for other in line.words
            if other.tag == "J" and not keys.isdisjoint(keys_of(other))
        ]
        denied = _is_denied(claim, word)
        if there and denied and not any(there):
            yield fault(
                "negation-added", f"not {word.text}", "denies what the source says", word.start
            )
        elif there and all(there) and not denied:
            yield fault("negation-dropped", word.text, 'is denied there ("not")', word.start)


def _is_denied(line: Line, word: Word) -> bool:
    """Whether "not" stands right before the adjective, after a verb that tells: "pleaded not
    guilty"; of "is not guilty" the verb tells it."""
    at = next((i for i, t in enumerate(line.tokens) if t.start == word.start), 0)
    while at > 1 and line.tokens[at - 1].tag in _BESIDE:
        at -= 1
    if at < 2 or line.tokens[at - 1].low != "not":
        return False
    return line.tokens[at - 2].tag in ("V", "VF", "VN", "VG")
