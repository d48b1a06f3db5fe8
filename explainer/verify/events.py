"""Whether what happened to somebody in a claim happened to him in the source: a death, an arrest, a
resignation is told in one sentence with the one it befell."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.frame import Frame
from explainer.verify.index import Line
from explainer.verify.phrases import heads
from explainer.verify.status import marks_of
from explainer.verify.words import Word, keys_of, words_of
from explainer.word_set import word_set

_BEFALL = word_set(
    "abduct acquit arrest convict detain die drown execute expel fine injure jail kidnap kill "
    "murder rape resign rob sack sentence shoot stab sue suspend torture wound"
)
# Who it is that these befall, or who does them, tells one such event from another.
_STANDS_FOR = word_set(
    "he she they it who which him her them his their its both two three one some others another all"
)


def event_faults(claim: Line, lines: list[Line]) -> Iterator[Finding]:
    """Each event the claim tells as done stands in a sentence with the one it befell."""
    for mine in claim.frames:
        if mine.lemma not in _BEFALL or marks_of(mine):
            continue
        whose = [w for w in _whose(mine) if not w.generic]
        deed = words_of([mine.head])
        told = [line for line in lines if deed and not line.keys.isdisjoint(keys_of(deed[0]))]
        if whose and told and not any(_stands_with(whose, line) for line in told):
            yield fault(
                "subject-changed", mine.head.text, "is told of somebody else in the source",
                mine.head.start,
            )  # fmt: skip


def _whose(mine: Frame) -> list[Word]:
    phrase: list[Token] = mine.done if mine.passive else mine.doer
    found = heads(phrase)
    if any(t.low in _STANDS_FOR for t in found):
        return []
    return words_of(found)


def _stands_with(whose: list[Word], line: Line) -> bool:
    if any(t.low in _STANDS_FOR for t in line.tokens):
        return True
    return any(not line.keys.isdisjoint(keys_of(word)) for word in whose)
