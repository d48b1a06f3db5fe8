"""Each verb of a claim beside a verb of the source: the same deed, by and to the same ones, with
the same numbers, days and places, and as certain."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.findings import Finding
from explainer.verify.compare import Held, faults_between, shared
from explainer.verify.doers import ORDERS
from explainer.verify.entities import Entities
from explainer.verify.fault import fault
from explainer.verify.frame import Frame
from explainer.verify.index import Line
from explainer.verify.phrases import heads
from explainer.verify.relation import Relation, names_deed, relation
from explainer.verify.status import marks_of
from explainer.verify.tables import CUES, GENERIC, REFUSERS, synonyms
from explainer.verify.weight import doubted, is_same_deed
from explainer.verify.words import stem_of

_LIGHT = frozenset({"be", "have", "do"})


def frame_faults(
    claim: Line, evidence: list[Line], near: list[Line], who: Entities, strict: bool
) -> Iterator[Finding]:
    """For each verb of the claim the faults of the source's verb that fits it best; unless
    `strict`, as warnings where it may tell of another deed."""
    matched: list[Held | None] = []
    for mine in claim.frames:
        best = _best(claim, mine, evidence, near, who)
        matched.append(best)
        if best is not None:
            yield from best.faults if strict or is_same_deed(claim, mine, best) else doubted(best)
        else:
            yield from _unmatched(mine, evidence, who)
        asked = any(m.kind in ("asked", "plan", "can", "denied") for m in marks_of(mine))
        if best is None and not asked and (noun := _hedged_noun(mine, evidence)) is not None:
            yield fault("certainty-raised", mine.head.text, f'is only spoken of ("{noun}")')
    yield from _order(claim, matched)
    yield from _told_to(claim, matched)


def _best(
    claim: Line, mine: Frame, evidence: list[Line], near: list[Line], who: Entities
) -> Held | None:
    found: list[tuple[int, Line, Frame, Relation]] = []
    for line in [*evidence, *(line for line in near if line not in evidence)]:
        for theirs in line.frames:
            how = relation(mine, theirs)
            if how is None or (mine.lemma in CUES and not mine.done and theirs.lemma not in CUES):
                continue
            found.append((shared(claim, mine, line, theirs), line, theirs, how))
    if not found:
        return None
    # What shares little with the claim speaks of something else, however well it agrees.
    most = max(count for count, _, _, _ in found)
    near_most = [each for each in found if each[0] >= 0.75 * most]
    # The verb itself goes before another of its meaning: who shot is not who killed.
    itself = [each for each in near_most if each[2].lemma == mine.lemma]
    if not itself and all(each[3] == "opposite" for each in near_most):
        itself = [each for each in found if each[2].lemma == mine.lemma and each[1] in evidence]
    held = [
        faults_between(claim, mine, line, theirs, how, who)
        for _, line, theirs, how in itself or near_most
    ]
    best = min(held, key=Held.rank)
    if itself and best.faults:
        most = max(each[0] for each in itself)
        by_same = [
            each for each in near_most
            if each not in itself and each[0] > most
            and who.same(mine.doer, each[2].doer, each[1]) is True
        ]  # fmt: skip
        held += [faults_between(claim, mine, line, theirs, how, who)
                 for _, line, theirs, how in by_same]  # fmt: skip
        best = min(held, key=Held.rank)
    if best.faults and all(f.code in _MOODS for f in best.faults):
        # "Nobody was injured": the verb itself is told of others, another of its meaning of these.
        others = [faults_between(claim, mine, line, theirs, how, who)
                  for _, line, theirs, how in near_most if how in ("same", "alike")]  # fmt: skip
        best = min([best, *others], key=Held.rank)
    light = mine.lemma in _LIGHT or mine.lemma in GENERIC
    if light and best.faults and not best.shared:
        return None
    if best.how == "opposite" and best.shared < 2 and not _same_ones(mine, best, who):
        return None
    if best.how == "opposite" and best.faults and _named(mine, [best.line]):
        return None
    return best


_MOODS = frozenset({"negation-added", "negation-dropped", "certainty-raised", "certainty-changed"})


def _same_ones(mine: Frame, held: Held, who: Entities) -> bool:
    """Who acts, or who is acted on, is the same in both."""
    theirs = [*held.theirs.doer, *held.theirs.done]
    return any(who.same(own, theirs, held.line) is True for own in (mine.doer, mine.done) if own)


def _named(mine: Frame, evidence: list[Line]) -> bool:
    """The deed is named by a noun: "died" by "his death"."""
    stem = stem_of(mine.lemma)
    return any(
        w.tag == "N" and (w.stem == stem or synonyms(w.lemma, mine.lemma))
        for line in evidence
        for w in line.words
    )


def _unmatched(mine: Frame, evidence: list[Line], who: Entities) -> Iterator[Finding]:
    """A verb the source has not: a role may be another's, a word stand with someone else."""
    if mine.lemma == "be":
        noun = next((t for t in heads(mine.done) if t.tag == "N"), None)
        if noun is not None and who.role_elsewhere(mine.doer, noun):
            yield fault("role-of-another", noun.text, "is another's part in the source")
        return
    refused = any(w.lemma in REFUSERS for line in evidence for w in line.words)
    if mine.lemma in ("confirm", "admit") or (mine.lemma == "deny" and not refused):
        yield fault("verb-changed", mine.head.text, "is not how the source puts it")


def _hedged_noun(mine: Frame, evidence: list[Line]) -> str | None:
    """ "dismissed calls for an election" is no "called an election"."""
    if mine.lemma in _LIGHT or mine.lemma in ("make", "take", "see"):
        return None
    for line in evidence:
        for theirs in line.frames:
            noun = names_deed(mine, theirs)
            if noun is not None:
                return noun
    return None


def _told_to(claim: Line, matched: list[Held | None]) -> Iterator[Finding]:
    """ "Ordered him to resign" is not "ordered him to report"."""
    held = dict(zip((id(f) for f in claim.frames), matched, strict=True))
    for mine in claim.frames:
        over = held.get(id(mine.under)) if mine.kind == "infinitive" else None
        if over is None or held[id(mine)] is not None or over.how not in ("same", "alike"):
            continue
        theirs = [f for f in over.line.frames if f.kind == "infinitive" and f.under is over.theirs]
        told = [mine.lemma == f.lemma or relation(mine, f) is not None for f in theirs]
        said = mine.lemma in GENERIC or any(told)
        if theirs and mine.under is not None and mine.under.lemma in ORDERS and not said:
            word = theirs[0].head.text
            yield fault("verb-changed", mine.head.text, f'is "{word}" in the source')


_EARLIER = {"before": -1, "until": -1, "after": 1, "since": 1, "because": 2}


def _order(claim: Line, matched: list[Held | None]) -> Iterator[Finding]:
    """ "A after B" is "B before A"; "A because B" is not "B because A"."""
    for at, mine in enumerate(claim.frames):
        held = matched[at]
        way = _EARLIER.get(mine.opener, 0)
        if not way or held is None:
            continue
        others = [m for i, m in enumerate(matched) if i != at and m is not None]
        for other in others:
            if other.line is not held.line or other.theirs is held.theirs:
                continue
            here = _EARLIER.get(held.theirs.opener, 0)
            there = _EARLIER.get(other.theirs.opener, 0)
            if (here and abs(here) == abs(way) and here != way) or (
                there and there == way and not here
            ):
                yield fault("order-reversed", mine.opener, "is the other way round in the source")
                return
