"""Whether the words of a claim stand in its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.word_set import word_set
from explainer.findings import Finding
from explainer.verify.frames import Frame
from explainer.verify.index import Index, Line
from explainer.verify.relation import relation
from explainer.verify.tables import CUES, NEGATORS, POSSIBLE, REFUSERS, STRONG, opposites
from explainer.verify.words import Word, keys_of

# Words that other checks weigh.
_MONEY = word_set("pound euro dollar rupee yen franc dinar percent cent currency sterling twice")
_ELSEWHERE = _MONEY | NEGATORS | POSSIBLE | CUES | REFUSERS | frozenset(STRONG)
_WEAK = 0.35


def wording_faults(
    index: Index, claim: Line, evidence: list[Line], near: list[Line]
) -> Iterator[Finding]:
    """An error for each word no sentence bears out, and for too many found only far away."""
    words = [w for w in claim.words if not w.generic and w.lemma not in _ELSEWHERE]
    words = [w for w in words if w.tag not in ("NAME", "NUM", "TIME") and w.text[:1].isalpha()]
    held = frozenset().union(*(line.keys for line in evidence))
    around = frozenset().union(*(line.keys for line in near))
    against = {lemma for line in evidence for lemma in line.lemmas}
    denied = any(t.low in NEGATORS or t.tag == "NOT" for t in claim.tokens)
    far: list[Word] = []
    deeds = {f.head.start: f for f in claim.frames}
    for word in words:
        keys = keys_of(word)
        if not held.isdisjoint(keys):
            continue
        if denied and not against.isdisjoint(opposites(word.lemma)):
            continue  # "not optimistic" for "pessimistic"
        if not around.isdisjoint(keys) or _kin(word, near):
            continue
        deed = deeds.get(word.start)
        if word.lemma in _FREE or (deed is not None and _done_there(deed, near)):
            continue
        if index.holds(word):
            far.append(word)
        elif word.tag != "A":
            yield _missing(word, "No sentence of the source speaks of")
    sure = sum(word.tag != "J" and word.tag != "A" for word in far)
    if sure or len(far) > _WEAK * len(words):
        for word in far:
            yield _missing(word, "The sentences that speak of this do not say")


# A retelling may bring these in: they say no more than the words beside them.
_FREE = word_set(
    "allow permit plan intend aim contribute suffer face undergo experience period era money cash "
    "sum safety broken sale size job "
    "somebody anybody anyone someone aged age"
)


def _done_there(deed: Frame, near: list[Line]) -> bool:
    """ "Quit" where the source has "gave up"."""
    return any(relation(deed, f) is not None for line in near for f in line.frames)


_CAUSAL = word_set(
    "because due since as cause lead result so therefore owing thanks consequence reason trigger "
    "spark prompt force why after"
)


def reason_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """A reason the source does not give."""
    given = {t.low for line in evidence for t in line.tokens}
    given |= {lemma for line in evidence for lemma in line.lemmas}
    for token in claim.tokens:
        if token.low in ("because", "therefore") and given.isdisjoint(_CAUSAL):
            yield Finding(
                code="reason-added",
                severity="error",
                message="The source gives no reason for this.",
                start=token.start,
                end=token.end,
            )


def _kin(word: Word, lines: list[Line]) -> bool:
    """Related words share a beginning: "strategic", "strategy"."""
    if len(word.lemma) < 5:
        return False
    least = max(5, len(word.lemma) - 4)
    start = word.lemma[:least]
    return any(w.lemma.startswith(start) for line in lines for w in line.words)


def _missing(word: Word, what: str) -> Finding:
    return Finding(
        code="word-not-in-source",
        severity="error",
        message=f'{what} "{word.text}".',
        start=word.start,
        end=word.start + len(word.text),
    )
