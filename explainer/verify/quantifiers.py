"""Whether the claim is no more general than the source."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.tables import STRONG


def quantity_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    told = {t.low for line in evidence for t in line.tokens}
    # "Only four of them" is no "most of them".
    highest = max((STRONG.get(word, -1) for word in told - _ALONE), default=-1)
    for token in claim.tokens:
        strength = STRONG.get(token.low, -1)
        if strength < 2 or token.low in told or token.low in ("never", "none"):
            continue
        if token.low in _ALONE and _counts(claim, token):
            continue  # "only about 4,000": how few they are is the writer's word
        if token.low in _ALONE:
            if told.isdisjoint(_ALONE | {"just", "sole", "exclusive"}):
                yield fault("quantifier-raised", token.text, "is more than the source says")
        elif highest < strength:
            yield fault("quantifier-raised", token.text, "is more than the source says")


def _counts(claim: Line, token: Token) -> bool:
    at = next(i for i, t in enumerate(claim.tokens) if t is token)
    return any(t.tag == "NUM" or t.low == "one" for t in claim.tokens[at + 1 : at + 3])


_ALONE = frozenset({"only", "solely", "exclusively"})
