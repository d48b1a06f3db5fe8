"""Posts that a clause gives: "became the mayor of", "who heads the clinic", "at the head were"."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.passage import Passage
from explainer.extract.proposal import Proposal
from explainer.extract.role_phrases import (
    lower_first,
    name_start,
    organisation_in,
    person_of,
    phrase_limit,
    role_head,
)
from explainer.extract.role_words import KIN
from explainer.extract.sentence_form import sentence_form
from explainer.extract.words import is_person
from explainer.word_set import word_set

_BECOMES = word_set("be become remain")

_NAMED_AS = word_set("appoint elect name nominate choose crown make")

_LEADS = word_set("lead head chair run command found own direct manage edit govern")


def heads(passage: Passage) -> Iterator[Proposal]:
    """ "At the head of the movement were A, and B, the son of C": one fact for each."""
    clause = passage.main
    if clause is None or clause.has_subject or clause.lemma != "be" or clause.negated:
        return
    tokens = passage.tokens
    if tokens[clause.begin].tag != "P" or clause.verb - clause.begin < 3:
        return
    where = passage.between(clause.begin, clause.verb)
    if "," in where:
        return
    for index in range(clause.verb_end, clause.end):
        first = name_start(tokens, index)
        if not is_person(tokens[index]) or tokens[first - 1].tag not in (",", "C", "BE"):
            continue
        name, person = person_of(passage, index, bare=True)
        statement = sentence_form(f"{name} {'was' if clause.past else 'is'} {lower_first(where)}")
        role = passage.token_part("role", clause.begin, clause.verb, lower_first(where))
        passage.cover(clause)
        yield passage.propose("role", statement, (person, role))


def from_clause(passage: Passage, index: int) -> Iterator[Proposal]:
    """ "Ana Kos became the mayor of Novi Grad"; "was appointed director of"."""
    tokens = passage.tokens
    clause = next((c for c in passage.clauses if c.subject <= index < c.subject_end), None)
    if clause is None or clause.negated or clause.modal or clause.verb_end >= clause.end:
        return
    subject = tokens[clause.subject : clause.subject_end]
    if sum(map(is_person, subject)) != 1 or any(t.tag == "C" for t in subject):
        return
    named = clause.lemma in _NAMED_AS and clause.passive
    if any(t.tag == "S" for t in subject[index - clause.subject :]):
        return
    if not named and (clause.lemma not in _BECOMES or clause.passive):
        return
    start = clause.verb_end
    start += tokens[start].low == "as"
    end = min(phrase_limit(tokens, start), clause.end) if start < clause.end else start
    if end <= start or tokens[start].tag not in ("D", "S", "J", "N"):
        return
    head = role_head(tokens, start, end)
    if head is None:
        return
    name, person = person_of(passage, index, bare=True)
    verb = passage.between(clause.verb, start)
    statement = sentence_form(f"{name} {verb} {passage.between(start, end)}")
    passage.cover(clause)
    if tokens[head].low in KIN:
        relative = next((i for i in range(head + 1, end) if is_person(tokens[i])), None)
        if relative is None:
            return
        relation = passage.token_part("relation", head, head + 1)
        kin = (person, relation, passage.token_part("relative", relative, relative + 1))
        yield passage.propose("kinship", statement, kin)
        return
    parts = (person, passage.token_part("role", start, end), *organisation_in(passage, head, end))
    yield passage.propose("role", statement, parts)


def from_relative(passage: Passage, index: int) -> Iterator[Proposal]:
    """ "Ana Kos, who heads the clinic"."""
    tokens = passage.tokens
    for clause in passage.clauses:
        if clause.kind != "relative" or clause.lemma not in _LEADS or clause.negated:
            continue
        if clause.passive or clause.modal or tokens[clause.begin].low != "who":
            continue
        if clause.begin - index not in (1, 2) or tokens[clause.begin - 1].tag not in (",", "NAME"):
            continue
        name, person = person_of(passage, index, bare=True)
        end = phrase_limit(tokens, clause.verb_end)
        if end <= clause.verb_end:
            continue
        statement = sentence_form(f"{name} {passage.between(clause.verb, end)}")
        role = passage.token_part("role", clause.verb, end)
        yield passage.propose("role", statement, (person, role), passage.attributed_at(index))
