"""A claim that follows a sentence of the source word for word, and where it departs from it.

Such a claim is read as an edit: what it changes it means to change, so that differences a free
summary is only warned of are errors, and so is a word of its own that the sentence and those beside
it have not. A claim follows a sentence when half of its words stand there in runs of two or more.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import Match, SequenceMatcher

from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.index import Index, Line
from explainer.verify.wording import is_told

_HALF = 0.5
_THIRD = 1 / 3
_RUN = 2
_TELLING = frozenset({"N", "V", "VF", "VN", "VG"})


def is_loose(claim: Line, lines: list[Line]) -> bool:
    """Whether no sentence has a third of the claim's words in runs: it is in words of its own."""
    return all(_in_runs(claim, line) < _THIRD * len(claim.tokens) for line in lines)


def followed(claim: Line, lines: list[Line]) -> Line | None:
    """The sentence that the claim follows, if it follows one."""
    best = max(lines, key=lambda line: _in_runs(claim, line), default=None)
    if best is None or _in_runs(claim, best) < _HALF * len(claim.tokens):
        return None
    return best


def departures(index: Index, claim: Line, base: Line, beside: list[Line]) -> Iterator[Finding]:
    """Its verbs that neither the sentence it follows nor those beside it have, and its nouns that
    no sentence has."""
    kept = {
        claim.tokens[at].start
        for block in _blocks(claim, base)
        for at in range(block.a, block.a + block.size)
    }
    for word in claim.words:
        if word.start in kept or word.generic or word.tag not in _TELLING:
            continue
        if not is_told(claim, word, beside) and (word.tag != "N" or not index.holds(word)):
            yield fault(
                "word-not-in-source", word.text, "is not in the sentence this follows", word.start
            )


def _in_runs(claim: Line, line: Line) -> int:
    return sum(block.size for block in _blocks(claim, line) if block.size >= _RUN)


def _blocks(claim: Line, line: Line) -> list[Match]:
    mine, theirs = ([token.low for token in each.tokens] for each in (claim, line))
    return SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
