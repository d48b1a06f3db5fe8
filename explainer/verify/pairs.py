"""Which clause of the evidence a clause of the claim speaks of, and who acts in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.extract.clauses import Clause, phrase_end
from explainer.extract.words import Token
from explainer.verify.index import Line
from explainer.verify.tables import (
    GENERIC,
    opposites,
    synonyms,
)
from explainer.verify.words import Word, keys_of, words_of


@dataclass(slots=True)
class Pair:
    """A clause of the claim beside the clause of the evidence that says most of it."""

    claim: Line
    mine: Clause
    told: Line
    theirs: Clause


def pairs(claim: Line, evidence: list[Line]) -> Iterator[Pair]:
    for mine in claim.clauses:
        best: tuple[float, Pair] | None = None
        for line in evidence:
            for theirs in line.clauses:
                score = _likeness(mine, theirs)
                if score > 0 and (best is None or score > best[0]):
                    best = score, Pair(claim, mine, line, theirs)
        if best is not None:
            yield best[1]


def _likeness(mine: Clause, theirs: Clause) -> float:
    same = mine.lemma == theirs.lemma
    alike = synonyms(mine.lemma, theirs.lemma) or theirs.lemma in opposites(mine.lemma)
    words, others = clause_words(mine), clause_words(theirs)
    keys = {key for word in others for key in keys_of(word)}
    verb = mine.tokens[mine.verb].start
    # What is said of the subject tells more than the subject.
    shared = sum(
        1.0 + (w.start > verb) for w in words if not w.generic and not keys.isdisjoint(keys_of(w))
    )
    against = {w.lemma for w in others}
    shared += sum(not against.isdisjoint(opposites(w.lemma)) for w in words)
    said = {w.lemma for w in others if w.tag in ("VF", "V", "VN", "VG")}
    shared += 1.0 * (mine.lemma in said and mine.lemma not in GENERIC and not same)
    if _subject_shared(mine, theirs):
        shared += 1.0
    alone = 1.5 if same and mine.lemma not in GENERIC else 1.0 if alike else 0.3 if same else 0.0
    return shared + alone if shared else (alone if alone >= 1.0 else 0.0)


def _subject_shared(mine: Clause, theirs: Clause) -> bool:
    one, two = (c.tokens[c.subject : c.subject_end] for c in (mine, theirs))
    return any(t.tag == "N" for t in one) and bool(stems_of(one) & stems_of(two))


def clause_words(clause: Clause) -> list[Word]:
    return words_of(clause.tokens[clause.begin : clause.end])


SAID = frozenset({"say", "tell", "state", "add", "explain", "note", "warn", "write"})


def roles_swapped(pair: Pair) -> bool:
    agent, patient, _ = agent_and_patient(pair.mine)
    other_agent, other_patient, _ = agent_and_patient(pair.theirs)
    other_agent = other_agent or _shared_subject(pair.told, pair.theirs)
    reached = other_patient | _receiver(pair.theirs)
    moved_agent = bool(agent & reached) and not agent & other_agent
    moved_patient = bool(patient & other_agent) and not patient & other_patient
    return moved_agent or moved_patient


def _shared_subject(line: Line, clause: Clause) -> set[str]:
    """Who acts in "heard her and persuaded her": the subject of the clause before."""
    if clause.passive or clause.kind != "main" or clause.has_subject:
        return set()
    before = [c for c in line.clauses if c.end <= clause.begin and c.has_subject]
    if not before or before[-1].passive:
        return set()
    return stems_of(clause.tokens[before[-1].subject : before[-1].subject_end])


_GIVING = frozenset({"give", "sell", "lend", "send", "pay", "offer", "hand", "donate"})


def _receiver(clause: Clause) -> set[str]:
    """ "gave money to a hospital": the hospital."""
    if clause.passive or clause.lemma not in _GIVING:
        return set()
    tokens = clause.tokens
    to = next((i for i in range(clause.verb_end, clause.end) if tokens[i].low == "to"), None)
    if to is None:
        return set()
    return stems_of(tokens[to + 1 : phrase_end(tokens, to + 1, clause.end)])


def agent_and_patient(clause: Clause) -> tuple[set[str], set[str], list[str]]:
    """Stems of who acts, of who is acted on, and the words of the first."""
    tokens = clause.tokens
    subject = tokens[clause.subject : clause.subject_end]
    if not subject and clause.kind == "relative" and clause.begin > 0:
        subject = tokens[max(0, clause.begin - 3) : clause.begin]
    at = clause.verb_end
    while at < clause.end and tokens[at].tag == "A":
        at += 1
    than = next((i for i in range(at, clause.end) if tokens[i].low == "than"), None)
    if clause.passive:
        by = next((i for i in range(at, clause.end) if tokens[i].low == "by"), None)
        doer = tokens[by + 1 : phrase_end(tokens, by + 1, clause.end)] if by is not None else []
        return stems_of(doer), stems_of(subject), [t.text for t in doer]
    if than is not None:
        done = tokens[than + 1 : phrase_end(tokens, than + 1, clause.end)]
    else:
        at += at < clause.end and tokens[at].low in ("to", "on", "at", "against", "with", "over")
        done = tokens[at : phrase_end(tokens, at, clause.end)]
    return stems_of(subject), stems_of(done), [t.text for t in subject]


def stems_of(tokens: list[Token]) -> set[str]:
    named = [w for w in words_of(tokens) if w.tag in ("N", "NAME")]
    return {w.stem for w in named} | {w.text.lower() for w in named}
