"""How one verb stands to another: the same, alike, turned round, or its opposite."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from explainer.verify.frame import Frame
from explainer.verify.tables import CUES, groups_of, opposites, synonyms
from explainer.verify.words import lemma_of, stem_of
from explainer.word_set import word_set

Relation = Literal["same", "alike", "converse", "opposite"]

_PARTICLES = word_set("up out off down over on in back away through")
# "A beat B" is "B lost to A": who acts in one is acted on in the other.
_CONVERSE = {
    frozenset(pair.split("/"))
    for pair in word_set(
        "beat/lose defeat/lose buy/sell purchase/sell acquire/sell give/receive give/get "
        "lend/borrow teach/learn employ/work own/belong precede/follow precede/succeed "
        "lead/follow award/win award/receive inherit/leave"
    )
}


def names_of(frame: Frame) -> tuple[str, ...]:
    """What the verb is looked up by: "turn_down" and "turn"."""
    found = frame.kept.get("names")
    if found is None:
        found = frame.kept["names"] = _names_of(frame)
    return found


def _names_of(frame: Frame) -> tuple[str, ...]:
    after = frame.after[:1]
    if after and after[0].low in _PARTICLES:
        return (f"{frame.lemma}_{after[0].low}", frame.lemma)
    later = [t.low for t in frame.after[1:5] if t.low in ("down", "off", "up", "out")]
    if later and frame.done:
        return (f"{frame.lemma}_{later[0]}", frame.lemma)
    return (frame.lemma,)


def relation(mine: Frame, theirs: Frame) -> Relation | None:
    """None where the verbs have nothing to do with one another."""
    if mine.lemma == theirs.lemma:
        one, two = names_of(mine)[0], names_of(theirs)[0]
        idiom = one != two and (groups_of(one) if "_" in one else groups_of(two))
        return _relation((one,), (two,)) if idiom else "same"  # "broke out", "broke the treaty"
    return _relation(names_of(mine), names_of(theirs))


@lru_cache(maxsize=65536)
def _relation(one: tuple[str, ...], two: tuple[str, ...]) -> Relation | None:
    if frozenset((one[-1], two[-1])) in _CONVERSE:
        return "converse"
    if {one[-1], two[-1]} == {"be", "remain"}:
        return "same"  # "would still be needed" for "would remain necessary"
    one, two = _meant(one), _meant(two)
    if any(synonyms(a, b) for a in one for b in two) or _same_stem(one[-1], two[-1]):
        return "alike"
    if any(b in opposites(a) for a in one for b in two):
        return "opposite"
    return None


def _meant(names: tuple[str, ...]) -> tuple[str, ...]:
    """ "Rule out" is no ruling."""
    return names[:1] if "_" in names[0] and groups_of(names[0]) else names


@lru_cache(maxsize=16384)
def _same_stem(one: str, two: str) -> bool:
    return len(one) > 4 and stem_of(one) == stem_of(two)


_HEDGING = word_set(
    "dismiss reject refuse oppose demand want plan propose consider call urge fear threaten deny "
    "ban forbid block prevent discuss expect seek rule request ask suggest recommend await"
)


def names_deed(mine: Frame, theirs: Frame) -> str | None:
    """The verb of the source that keeps from being done what its object names: "rejected" in
    "rejected calls for a vote"."""
    if theirs.lemma not in _HEDGING or theirs.lemma in CUES - {"demand", "call", "urge"}:
        return None
    if theirs.lemma == mine.lemma:
        return None
    for token in theirs.after[:8]:
        if token.tag != "N":
            continue
        lemma = lemma_of(token.low, False)
        if lemma == mine.lemma or (len(lemma) > 4 and stem_of(lemma) == stem_of(mine.lemma)):
            return theirs.head.text
    return None
