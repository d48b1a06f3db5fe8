"""Whether numbers, days and places of a claim belong to the same verb in the source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.verify.countries import is_country_of
from explainer.verify.fault import fault
from explainer.verify.frame import Frame
from explainer.verify.index import Line
from explainer.verify.tables import opposites
from explainer.verify.values import day_place_faults, number_place_faults
from explainer.verify.ways import HAPPENED
from explainer.verify.words import keys_of, lemma_of, told_keys, words_of
from explainer.verify.zone import zone_of, zone_words
from explainer.word_set import word_set


def place_faults(claim: Line, mine: Frame, line: Line, theirs: Frame) -> Iterator[Finding]:
    zone = zone_of(line, theirs)
    yield from number_place_faults(claim, mine, line, zone)
    yield from day_place_faults(claim, mine, line, theirs, zone)
    yield from _turned(mine, theirs, zone)
    yield from _elsewhere(mine, line, theirs, zone)


_POINTED = {"above": "below", "below": "above", "before": "after", "after": "before",
            "inside": "outside", "outside": "inside", "against": "for", "more": "less",
            "less": "more", "with": "without", "without": "with", "over": "under",
            "under": "over"}  # fmt: skip


def _is_denied(token: Token, zone: list[Token], claim: list[Token]) -> bool:
    """ "Not guilty" in the source, "guilty" in a claim that denies nothing."""
    if any(t.tag == "NOT" or t.low == "no" for t in claim):
        return False
    return any(
        one.tag == "NOT" and two.low == token.low
        for one, two in pairwise(zone)
    )  # fmt: skip


def _turned(mine: Frame, theirs: Frame, zone: list[Token]) -> Iterator[Finding]:
    """A word beside the verb whose opposite stands in its place in the source."""
    lows, lemmas, keys = zone_words(theirs, zone)
    for token in mine.inside:
        if token in mine.group or token.low in lows:
            continue
        other = _POINTED.get(token.low)
        if other in lows and other not in {t.low for t in mine.inside}:
            yield fault("opposite-word", token.text, f'turns "{other}" of the source round')
            return
        if token.tag not in ("J", "A", "N", "D"):
            continue
        if token.tag in ("J", "N") and _is_denied(token, zone, mine.tokens):
            yield fault("negation-dropped", token.text, 'is denied there ("not")')
            return
        lemma = lemma_of(token.low, False)
        if any(not keys.isdisjoint(keys_of(w)) for w in words_of([token])):
            continue
        against = [] if lemma in _SIZES else sorted(opposites(lemma) & (lemmas | lows))
        own = {t.low for t in mine.inside}
        if against and not own & set(against):
            yield fault("opposite-word", token.text, f'turns "{against[0]}" of the source round')
            return


# Bounds of numbers: "at least nine" for "nine or more".
_SIZES = word_set("more most less least few fewer")
_AT = word_set("in at near from to into on of as for before during against with")
_TIED = word_set("when as where after during once because since")
_SAME_PLACE = word_set("in at near into of as from to")


def _elsewhere(mine: Frame, line: Line, theirs: Frame, zone: list[Token]) -> Iterator[Finding]:
    """What the claim joins to this verb the source joins to another one of the sentence."""
    tokens = mine.tokens
    if not any(tokens[at].low in _AT for at in range(mine.verb_end, mine.end)):
        return
    held = set(zone_words(theirs, zone)[2])
    tied = [
        f for f in line.frames
        if f.opener in _TIED or _one_doer(f, theirs)
        or (f.opener == "while" and f.begin < theirs.begin)
        or (theirs.opener in _TIED and f.kind != "relative")
        or (theirs.under is not None and theirs.under.opener == "where")
        or (f.kind in ("relative", "participle") and theirs.begin <= f.begin <= theirs.end + 1
            and theirs.done)
    ]  # fmt: skip
    parts = {id(t) for t in [*theirs.doer, *theirs.done]}
    tied += [
        f for f in line.frames
        if f.kind in ("relative", "participle")
        and any(id(t) in parts for t in [*f.doer, *f.done])
    ]  # fmt: skip
    held |= {k for f in tied for w in words_of(f.inside) for k in told_keys(w)}
    told = line.keys
    for at in range(mine.verb_end, mine.end):
        token = tokens[at]
        if token.tag not in ("NAME", "N"):
            continue
        before = _preposition(tokens, at, mine.verb_end)
        if before is None:
            continue
        for word in words_of([token]):
            keys = keys_of(word)
            if word.generic or not held.isdisjoint(keys):
                continue
            if told.isdisjoint(keys[:1]) and not _has_other(theirs, before, mine):
                continue
            if token.tag == "N" and tokens[at - 1].low == "the" and word.lemma in HAPPENED:
                continue  # "hurt in the accidents" of which the sentence has just spoken
            if token.tag == "NAME" and is_country_of(token.text, [line]):
                continue
            yield fault("joined-wrongly", token.text, "belongs to something else in the source")
            return


def _one_doer(one: Frame, other: Frame) -> bool:
    """Deeds told of the same one without naming him again: "shot at looters and arrested two"."""
    return bool(one.doer) and [id(t) for t in one.doer] == [id(t) for t in other.doer]


def _preposition(tokens: list[Token], at: int, floor: int) -> str | None:
    while at > floor and tokens[at - 1].tag in ("D", "S", "J", "N"):
        at -= 1
    before = tokens[at - 1].low if at > floor else None
    return before if before in _AT else None


def _has_other(theirs: Frame, preposition: str, mine: Frame) -> bool:
    """The verb of the source has something else after the same preposition: "convicted of"."""
    if mine.lemma != theirs.lemma or preposition not in _SAME_PLACE:
        return False
    after = theirs.after
    alike = ("in", "at", "near") if preposition in ("in", "at", "near") else (preposition,)
    return any(
        t.low in alike and after[i + 1].tag != "TIME" and after[i + 1].tag != "NUM"
        for i, t in enumerate(after[:-1])
    )
