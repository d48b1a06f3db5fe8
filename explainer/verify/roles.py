"""Who does what to whom, where, and what hangs on what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from explainer.extract.clauses import Clause, phrase_end
from explainer.extract.word_set import word_set
from explainer.findings import Finding
from explainer.mention import PlaceMention
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.pairs import (
    SAID,
    Pair,
    agent_and_patient,
    clause_words,
    pairs,
    roles_swapped,
)
from explainer.verify.tables import (
    CUES,
    FUTURE,
    GENERIC,
    REFUSERS,
    synonyms,
)
from explainer.verify.words import Word, keys_of, words_of


def role_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """Whoever acts in the claim acts in the source."""
    for pair in pairs(claim, evidence):
        if pair.mine.lemma != pair.theirs.lemma and not synonyms(
            pair.mine.lemma, pair.theirs.lemma
        ):
            if _verb_changed(pair):
                yield fault(
                    "verb-changed",
                    pair.mine.lemma,
                    f'stands where the source has "{pair.theirs.lemma}"',
                )
            continue
        if pair.mine.lemma in SAID:
            continue  # "said Ivo Martin": who speaks is the voice's matter
        if roles_swapped(pair):
            agent = " ".join(agent_and_patient(pair.mine)[2]) or pair.mine.lemma
            yield fault("roles-reversed", agent, "does here what is done to it in the source")
        if place := _place_changed(pair):
            yield fault("place-changed", place, "is not where this is in the source")
        elif _subject_changed(pair):
            agent = " ".join(agent_and_patient(pair.mine)[2])
            yield fault("subject-changed", agent, "is not who does this in the source")
        elif word := _noun_changed(pair):
            yield fault("subject-changed", word, "is not who does this in the source")
    yield from _directions(claim, evidence)
    yield from attachment_faults(claim, evidence)


_SAYS_LITTLE = GENERIC | CUES | FUTURE | REFUSERS


def _verb_changed(pair: Pair) -> bool:
    """The clauses agree in nearly all but their verbs, which say different things."""
    mine, theirs = pair.mine.lemma, pair.theirs.lemma
    if mine in _SAYS_LITTLE or theirs in _SAYS_LITTLE:
        return False
    others = clause_words(pair.theirs)
    keys = {key for word in others for key in keys_of(word)}
    words = [w for w in clause_words(pair.mine) if not w.generic]
    verbs = [w for w in words if w.lemma == mine]
    if not verbs or any(not keys.isdisjoint(keys_of(w)) for w in verbs):
        return False
    rest = [w for w in words if w.lemma != mine]
    shared = sum(not keys.isdisjoint(keys_of(w)) for w in rest)
    return len(rest) >= 2 and shared >= 0.7 * len(rest)


def _subject_changed(pair: Pair) -> bool:
    """Both name who acts, and name different ones."""
    mine, theirs = _named(pair.mine), _named(pair.theirs)
    if not mine or not theirs or pair.mine.lemma in ("be", "have", "say", "tell"):
        return False
    if pair.mine.passive != pair.theirs.passive:
        return False
    agent, other = agent_and_patient(pair.mine)[0], agent_and_patient(pair.theirs)[0]
    return not mine & theirs and not agent & other


def _noun_changed(pair: Pair) -> str | None:
    """ "Farmers brought sandbags" where soldiers did: people or bodies told apart by nouns."""
    if pair.mine.passive or pair.theirs.passive or pair.mine.lemma in ("be", "have"):
        return None
    mine, theirs = _plain_subject(pair.mine), _plain_subject(pair.theirs)
    if mine is None or theirs is None:
        return None
    if not {k for w in mine for k in keys_of(w)}.isdisjoint(k for w in theirs for k in keys_of(w)):
        return None
    # "The airline" and "the company" may be one; many, or one that has another part, are not.
    head = mine[-1]
    several = head.text.endswith("s") and theirs[-1].text.endswith("s")
    elsewhere = any(w.stem == head.stem for w in pair.told.words)
    return head.text if several or elsewhere else None


def _plain_subject(clause: Clause) -> list[Word] | None:
    """The nouns of a subject without name, number or pronoun."""
    tokens = clause.tokens[clause.subject : clause.subject_end]
    if not tokens or any(t.tag in ("NAME", "NUM", "PRON", "S", "P", ",", "C") for t in tokens):
        return None
    nouns = [w for w in words_of(tokens) if w.tag == "N"]
    return nouns if nouns and not nouns[-1].generic else None


def _place_changed(pair: Pair) -> str | None:
    """A place the claim puts this in, where the source puts it in others only."""
    mine, theirs = _where(pair.mine), _where(pair.theirs)
    if not theirs or pair.mine.lemma != pair.theirs.lemma:
        return None
    said = {stem for stems in theirs for stem in stems}
    told = {key for w in pair.told.words for key in keys_of(w)} if len(theirs) > 1 else said
    for stems in mine:
        if said.isdisjoint(stems) and not said & {f"~{s[:5]}" for s in stems}:
            here = [t.text for t in pair.mine.tokens if isinstance(t.mention, PlaceMention)]
            if told.isdisjoint(stems) or len(theirs) == 1:
                return here[0] if here else None
    return None


def _where(clause: Clause) -> list[set[str]]:
    """Names of the places after "in" or "at"."""
    found = []
    for before, token in pairwise(clause.tokens[clause.verb_end : clause.end]):
        if isinstance(token.mention, PlaceMention) and before.low in ("in", "at", "near"):
            found.append({w.stem for w in words_of([token])})
    return found


def _named(clause: Clause) -> set[str]:
    tokens = clause.tokens[clause.subject : clause.subject_end]
    return {w.stem for w in words_of(tokens) if w.tag == "NAME"}


_TIES = frozenset({"of", "from", "for", "with", "against", "off", "by"})


_ORDER = word_set("first second third fourth fifth sixth seventh eighth ninth tenth last next")


def attachment_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "director of the gallery" is not "director of the academy"."""
    told: dict[tuple[str, str], set[str]] = {}
    for line in evidence:
        for head, tie, tail, _ in _ties(line):
            told.setdefault((head, tie), set()).update(tail)
    for head, tie, tail, word in _ties(claim):
        known = told.get((head, tie))
        if known and tail and known.isdisjoint(tail):
            yield fault("of-something-else", word, "is not what the source joins to this")


def _ties(line: Line) -> Iterator[tuple[str, str, set[str], str]]:
    """A word, the preposition after it, and what hangs on it; an order and what it counts."""
    tokens = line.tokens
    for at in range(1, len(tokens) - 1):
        low = tokens[at].low
        if low in _ORDER and tokens[at + 1].tag == "N":
            for word in words_of([tokens[at + 1]]):
                yield word.stem, "order", {low}, tokens[at].text
        if low not in _TIES:
            continue
        heads = words_of([tokens[at - 1]])
        end = max(phrase_end(tokens, at + 1, len(tokens)), at + 2)
        tails = [w for w in words_of(tokens[at + 1 : end]) if not w.generic]
        tails = [w for w in tails if w.tag not in ("TIME", "NUM")]
        if heads and tails and not heads[-1].generic:
            keys = {key for word in tails for key in keys_of(word)}
            yield heads[-1].stem, low, keys, tails[-1].text


_WAYS = {"from": "to", "to": "from", "before": "after", "after": "before"}


def _directions(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "from A to B" is not "from B to A"."""
    told = {way for line in evidence for way in _ways(line)}
    mine = _ways(claim)
    for word, stem in mine:
        if (word, stem) in told:
            continue
        other_way = (_WAYS[word], stem) in told and any(w == word for w, _ in told)
        other_end = word == "from" and any(w == word for w, _ in told) and _in(stem, evidence)
        if other_way or other_end:
            yield fault("roles-reversed", word, "points the other way in the source")
            return


def _in(stem: str, evidence: list[Line]) -> bool:
    return any(t.low == stem for t in evidence[0].tokens)


def _ways(line: Line) -> list[tuple[str, str]]:
    found = []
    for at, token in enumerate(line.tokens[:-1]):
        if token.low in _WAYS:
            for after in line.tokens[at + 1 : at + 6]:
                if after.tag in ("NAME", "N", "NUM", "TIME"):
                    found.append((token.low, after.low))
                elif after.tag not in ("D", "J", "S"):
                    break
    return found
