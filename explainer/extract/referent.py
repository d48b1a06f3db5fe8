"""Whom "he", "they" or "it" at the head of a sentence means, where that is certain."""

from __future__ import annotations

from typing import NamedTuple

from explainer.extract.clauses import Clause, phrase_end
from explainer.extract.words import Token, is_person
from explainer.mention import NameMention, PlaceMention
from explainer.word_set import word_set

PRONOUNS = {"he": "person", "she": "person", "they": "several", "it": "thing"}
# "It is obvious that", "it is time to": the pronoun means nothing before.
_EMPTY_IT_VERBS = word_set("seem appear happen turn remain rain snow take")


class Referent(NamedTuple):
    """`words` name it; the sentence at `start`..`end` of paragraph `paragraph` does so."""

    kind: str  # "person", "several", "thing"
    words: str
    start: int
    end: int
    paragraph: int


def subject_pronoun(clauses: list[Clause]) -> Token | None:
    """The pronoun that is the whole subject of the first main clause, if it stands for someone."""
    clause = next((c for c in clauses if c.kind == "main" and c.has_subject), None)
    if clause is None or clause.subject_end - clause.subject != 1:
        return None
    token = clause.tokens[clause.subject]
    if token.low not in PRONOUNS:
        return None
    if token.low == "it" and _is_empty(clause):
        return None
    return token


def _is_empty(clause: Clause) -> bool:
    after = clause.tokens[clause.verb_end :]
    if clause.passive or clause.lemma in _EMPTY_IT_VERBS:
        return True
    if clause.lemma not in ("be", "have"):
        return True  # of an "it" that acts, only the sense tells what it is
    if clause.lemma == "be":
        told = [t.tag for t in after[:5] if t.tag != "A"]
        return not told or told[0] not in ("J", "D") or bool({"TO", "REL"} & set(told))
    return False


def named_subject(
    tokens: list[Token], clauses: list[Clause], start: int, end: int, paragraph: int
) -> Referent | None:
    """The subject of a sentence as something the next sentence's pronoun can only mean."""
    clause = next((c for c in clauses if c.kind == "main" and c.has_subject), None)
    if clause is None:
        return None
    subject = tokens[clause.subject : clause.subject_end]
    found = _kind_and_words(tokens, clause, subject)
    return Referent(*found, start, end, paragraph) if found else None


def _kind_and_words(
    tokens: list[Token], clause: Clause, subject: list[Token]
) -> tuple[str, str] | None:
    people = [t for t in subject if t.mention is not None and is_person(t)]
    if len(people) == 1 and not any(t.tag == "C" for t in subject):
        others = {_value(t) for t in tokens if is_person(t)} - {_value(people[0])}
        possessive = any(t.tag == "S" for t in subject[subject.index(people[0]) :][:2])
        # "Her father, Juhan Lepik, was a driver. She …": whose father speaks of somebody else.
        owned = any(t.low in ("his", "her") for t in subject)
        return None if others or possessive or owned else ("person", _value(people[0]))
    if len(people) == 2 and len(subject) == 3 and subject[1].tag == "C":
        return "several", f"{people[0].text} {subject[1].text} {people[1].text}"
    if len(subject) == 1 and isinstance(subject[0].mention, PlaceMention):
        return "thing", subject[0].text
    return _plural(tokens, clause, subject)


def _plural(tokens: list[Token], clause: Clause, subject: list[Token]) -> tuple[str, str] | None:
    """A plural subject, when nothing else in the sentence is plural."""
    head = subject[-1]
    if head.tag != "N" or not _looks_plural(head) or len(subject) > 6:
        return None
    whole = phrase_end(tokens, clause.subject, clause.subject_end) == clause.subject_end
    # "Lund and Novak's detachments"
    if not whole and not (len(subject) > 1 and subject[-2].tag == "S"):
        return None
    if any(_looks_plural(t) for t in tokens if t is not head and t.tag in ("N", "NAME")):
        return None
    words = " ".join(t.text for t in subject).replace(" 's", "'s").replace(" ’s", "’s")
    lower_first = subject[0].tag in ("D", "S")
    return "several", words[0].lower() + words[1:] if lower_first else words


def _looks_plural(token: Token) -> bool:
    return token.low.endswith("s") and not token.low.endswith(("ss", "us", "is", "'s"))


def _value(token: Token) -> str:
    return token.mention.value if isinstance(token.mention, NameMention) else token.text
