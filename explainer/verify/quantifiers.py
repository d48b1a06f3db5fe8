"""Whether the claim is no more general than the source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.tables import STRONG


def quantity_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    told = {t.low for line in evidence for t in line.tokens}
    # "Only four of them" is no "most of them".
    highest = max((STRONG.get(word, -1) for word in told - _ALONE), default=-1)
    for at, token in enumerate(claim.tokens):
        strength = STRONG.get(token.low, -1)
        sole = token.low in _ALONE or _is_sole(claim, at)
        if (strength < 2 and not sole) or token.low in told or token.low in ("never", "none"):
            continue
        if sole and _counts(claim, token):
            continue  # "only about 4,000": how few they are is the writer's word
        if _says_no_more(claim, at, evidence):
            continue
        if sole:
            if told.isdisjoint(_ALONE | {"just", "sole", "exclusive", "alone"}):
                yield fault("quantifier-raised", token.text, "is more than the source says")
        elif highest < strength:
            yield fault("quantifier-raised", token.text, "is more than the source says")


def _is_sole(claim: Line, at: int) -> bool:
    """ "Nordwal alone paid"."""
    return claim.tokens[at].low == "alone" and at > 0 and claim.tokens[at - 1].tag in ("NAME", "N")


def _says_no_more(claim: Line, at: int, evidence: list[Line]) -> bool:
    """ "Ann Lee and Bo Karst, both farmers", "for each share", "less often than all others"."""
    tokens = claim.tokens
    low = tokens[at].low
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if low == "both":
        pair = [t.tag for t in tokens[max(0, at - 4) : at]] == ["NAME", "C", "NAME", ","]
        return pair and after is not None and after.low not in ("of", "the")
    if low == "only" and after is not None and after.low in ("after", "when", "once", "until"):
        return any(
            t.low == after.low for line in evidence for t in line.tokens
        )  # "only after two recounts" says when
    if low == "all" and before == "than":
        return any(_is_extreme(t.low) for line in evidence for t in line.tokens)
    # "No seat changes" is said of every seat, "a dollar per share" of each.
    openers = {"every": _OF_EVERY, "each": _OF_EVERY, "all": frozenset({"no"})}.get(
        low, frozenset()
    )
    return after is not None and any(
        one.low in openers and two.low in (after.low, after.low.removesuffix("s"))
        for line in evidence for one, two in pairwise(line.tokens)
    )  # fmt: skip


_OF_EVERY = frozenset({"a", "an", "per", "each", "every", "no"})


def _is_extreme(low: str) -> bool:
    return low in ("most", "least", "best", "worst") or (low.endswith("est") and len(low) > 5)


def _counts(claim: Line, token: Token) -> bool:
    at = next(i for i, t in enumerate(claim.tokens) if t is token)
    return any(t.tag == "NUM" or t.low == "one" for t in claim.tokens[at + 1 : at + 3])


_ALONE = frozenset({"only", "solely", "exclusively"})
