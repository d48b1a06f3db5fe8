"""What connects two places: "the road that links A with B"."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.clauses import Clause
from explainer.extract.passage import Passage
from explainer.extract.place_tokens import is_place, place_part
from explainer.extract.proposal import Proposal
from explainer.extract.sentence_form import sentence_form
from explainer.extract.words import Token
from explainer.word_set import word_set

_CONNECT = word_set("connect link join")


def connecting_clause(passage: Passage, clause: Clause) -> Iterator[Proposal]:
    """ "a road through the X that connects A with B"; "The bridge links A and B"."""
    if clause.lemma not in _CONNECT or clause.passive or clause.negated or clause.modal:
        return
    ends = _two_ends(passage.tokens, clause.verb_end, clause.end)
    if ends is None:
        return
    if clause.kind == "relative":
        span = _antecedent(passage.tokens, clause.begin)
    elif clause.has_subject:
        span = clause.subject, clause.subject_end
        passage.cover(clause)
    else:
        return
    verb = passage.between(clause.verb, clause.verb_end)
    yield from _connects(passage, span, verb, clause.verb_end, *ends)


def connecting_phrase(passage: Passage) -> Iterator[Proposal]:
    """ "a canal linking A to B"; "the road between A and B"."""
    tokens = passage.tokens
    for index, token in enumerate(tokens):
        low = token.low
        if low not in ("connecting", "linking", "joining") or index == 0 or token.tag == "N":
            continue
        if tokens[index - 1].tag not in ("N", "NAME"):
            continue
        ends = _two_ends(tokens, index + 1, len(tokens))
        if ends is not None:
            verb = {"connecting": "connects", "linking": "links", "joining": "joins"}[low]
            yield from _connects(passage, _antecedent(tokens, index), verb, index + 1, *ends)


def _two_ends(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """The two places straight after the verb: "Kabul with Mazar-i-Sharif"."""
    at = start
    while at < end and tokens[at].tag in ("D", "N", "J"):
        at += 1
    if at >= end or not is_place(tokens[at]):
        return None
    first = at
    at += 1
    while at < end and tokens[at].tag == "N":
        at += 1
    if at >= end or tokens[at].low not in ("with", "to", "and"):
        return None
    at += 1
    while at < end and tokens[at].tag in ("D", "N", "J"):
        at += 1
    return (first, at) if at < end and is_place(tokens[at]) else None


def _antecedent(tokens: list[Token], before: int) -> tuple[int, int]:
    """The noun phrase a relative clause hangs on, with its own prepositional phrases."""
    end = before
    while end > 0 and tokens[end - 1].tag == ",":
        end -= 1
    start = end
    while start > 0 and tokens[start - 1].tag in ("N", "NAME", "J", "D", "NUM", "P", "S", "A"):
        if tokens[start - 1].tag == "P" and (start < 2 or tokens[start - 2].tag not in _NOUNS):
            break
        start -= 1
    while start < end and tokens[start].tag in ("P", "A") and tokens[start + 1].tag != "J":
        start += 1
    return start, end


_NOUNS = frozenset({"N", "NAME"})


def _connects(
    passage: Passage, span: tuple[int, int], verb: str, first: int, one: int, two: int
) -> Iterator[Proposal]:
    start, end = span
    tokens = passage.tokens
    if start >= end or not any(t.tag in _NOUNS for t in tokens[start:end]):
        return
    named = [t for t in tokens[start:end] if is_place(t) or t.tag == "NAME"]
    value = named[-1].text if named else passage.between(start, end)
    statement = sentence_form(
        f"{passage.between(start, end)} {verb} {passage.between(first, two + 1)}"
    )
    parts = (
        passage.token_part("connector", start, end, value),
        place_part(passage, "from", one),
        place_part(passage, "to", two),
    )
    yield passage.propose("connects", statement, parts, passage.attributed_at(one))
