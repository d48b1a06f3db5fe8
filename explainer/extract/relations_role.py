"""Who a person is: roles and kinship, from appositions, titles and plain statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.passage import Passage
from explainer.extract.proposal import Proposal
from explainer.extract.relations_office import from_clause, from_relative
from explainer.extract.role_phrases import (
    INSIDE,
    is_or_was,
    name_start,
    organisation_in,
    person_of,
    phrase_limit,
    role_head,
    spelled,
    titled,
)
from explainer.extract.role_words import KIN, OFFICES, RANKS, is_role_noun
from explainer.extract.sentence_form import sentence_form
from explainer.extract.words import is_person
from explainer.facts import Part
from explainer.mention import NameMention
from explainer.word_set import word_set

_HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord)\.? (?=\w)")
_OPENS = frozenset({"D", "S", "J", "N", "NAME", "NUM", "VN"})


def roles(passage: Passage) -> Iterator[Proposal]:
    """Roles and kinships of every person named in the sentence."""
    told: set[str] = set()
    for index, token in enumerate(passage.tokens):
        if token.mention is None or not is_person(token):
            continue
        for proposal in _of_person(passage, index):
            if proposal.statement not in told:
                told.add(proposal.statement)
                yield proposal


def _of_person(passage: Passage, index: int) -> Iterator[Proposal]:
    before, after = _apposition_before(passage, index), _apposition_after(passage, index)
    for span in (before, after):
        if span:
            yield from _from_phrase(passage, index, *span)
    if before is None and after is None:
        yield from _from_title(passage, index)
    yield from from_clause(passage, index)
    yield from from_relative(passage, index)


def _apposition_after(passage: Passage, index: int) -> tuple[int, int] | None:
    """ "Abbas Juma, an expert on the Middle East": the tokens of what follows the comma."""
    tokens = passage.tokens
    at = index + 1
    if at >= len(tokens) or tokens[at].tag != ",":
        return None
    at += 1
    if at + 1 < len(tokens) and tokens[at].tag == "NUM" and tokens[at + 1].tag == ",":
        at += 2  # an age: "Ana Kos, 45, a teacher"
    if at >= len(tokens) or tokens[at].tag not in _OPENS or is_person(tokens[at]):
        return None
    end = phrase_limit(tokens, at)
    return (at, end) if role_head(tokens, at, end) is not None else None


def _apposition_before(passage: Passage, index: int) -> tuple[int, int] | None:
    """ "The commander of the 40th Army, General Maria Lund": what stands before the comma."""
    tokens = passage.tokens
    comma = name_start(tokens, index) - 1
    after = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    if comma < 1 or tokens[comma].tag != "," or after not in (",", "", "X", ")", ";"):
        return None
    start = comma
    while start > 0 and tokens[start - 1].tag in INSIDE - {"C", "TO"}:
        start -= 1
        if tokens[start].tag == "D" and role_head(tokens, start, comma) is not None:
            break
    while start < comma and tokens[start].tag not in ("D", "S", "J", "N"):
        start += 1
    if start >= comma or tokens[start].tag not in ("D", "S"):
        return None
    if tokens[start].text[:1] in "'’":  # whose: "the council's lawyer, Ann Bell"
        return None
    head = role_head(tokens, start, comma)
    return (start, comma) if head is not None else None


def _from_phrase(passage: Passage, index: int, start: int, end: int) -> Iterator[Proposal]:
    tokens = passage.tokens
    head = role_head(tokens, start, end)
    if head is None:
        return
    if tokens[head].low in KIN:
        yield from _kinship(passage, index, start, head, end)
        return
    if any(t.tag == "S" and t.low not in ("'s", "’s", "'") for t in tokens[start:head]):
        return  # "his spokesman": whose is not certain here
    if end - start == 2 and tokens[start].low == "the" and tokens[head].low in _ONE_OF_MANY:
        return  # "the lawmaker, Ed Henley, who …": which of them is not said
    phrase = spelled(passage, start, end)
    name, part = person_of(passage, index)
    statement = sentence_form(f"{name} {is_or_was(passage, index)} {phrase}")
    parts = [part, passage.token_part("role", start, end, phrase)]
    parts += organisation_in(passage, head, end)
    yield passage.propose("role", statement, tuple(parts), passage.quoted_at(index))


def _kinship(passage: Passage, index: int, start: int, head: int, end: int) -> Iterator[Proposal]:
    tokens = passage.tokens
    if head + 1 >= end or tokens[head + 1].low != "of":
        return
    relative = next((i for i in range(head + 2, end) if is_person(tokens[i])), None)
    stop = end if relative is None else relative + 1
    name, part = person_of(passage, index)
    phrase = spelled(passage, start, stop)
    parts = [part, passage.token_part("relation", head, head + 1)]
    if relative is not None:
        parts.append(passage.token_part("relative", relative, relative + 1))
    else:
        parts.append(passage.token_part("relative", head + 2, stop))
    statement = sentence_form(f"{name} is {phrase}")
    yield passage.propose("kinship", statement, tuple(parts), passage.quoted_at(index))


def _from_title(passage: Passage, index: int) -> Iterator[Proposal]:
    """ "political scientist Jan Novak", "General Maria Lund"."""
    tokens = passage.tokens
    mention = tokens[index].mention
    start = index
    while start > 0 and tokens[start - 1].tag in ("J", "N", "NAME", "VN"):
        if is_person(tokens[start - 1]):
            break
        start -= 1
    title = mention.title if isinstance(mention, NameMention) else None
    if start == index and not title:
        return
    if start == index and isinstance(mention, NameMention) and title:
        if not mention.text.startswith(title):
            return
        yield from _title_inside(passage, index, title)
        return
    while start < index and tokens[start].tag == "VN":
        start += 1
    head = tokens[index - 1]
    if start == index or not (is_role_noun(head.low) or head.low.rstrip(".") in RANKS):
        return
    if head.low in _OF_SOMEONE or (start > 0 and tokens[start - 1].low in _POSSESSIVE):
        return
    if start > 1 and tokens[start - 1].low == "and" and is_role_noun(tokens[start - 2].low):
        start -= 2  # "the painter and teacher Hana Novotna"
    role = passage.between(start, index)
    yield from _titled(passage, index, role, passage.token_part("role", start, index))


# They say who someone is only with whose: "her friend Leo Mertens".

_OF_SOMEONE = word_set(
    "friend neighbour neighbor colleague partner ally aide successor predecessor heir rival fellow "
    "victim owner member deputy assistant candidate survivor winner man woman resident head chief"
)

_ONE_OF_MANY = word_set(
    "lawmaker officer lawyer attorney official senator congressman congresswoman expert analyst "
    "scientist researcher teacher student worker farmer witness suspect aide diplomat soldier"
)
_POSSESSIVE = word_set("my your his her its our their 's ’s")


def _title_inside(passage: Passage, index: int, title: str) -> Iterator[Proposal]:
    start = passage.tokens[index].start
    part = passage.part("role", start, start + len(title))
    yield from _titled(passage, index, title, part)


def _titled(passage: Passage, index: int, role: str, part: Part) -> Iterator[Proposal]:
    last = role.split()[-1].rstrip(".").lower()
    if last not in RANKS and last not in OFFICES and not is_role_noun(last):
        return
    words = titled(passage, _HONORIFIC.sub("", role))
    name, person = person_of(passage, index, bare=True)
    statement = sentence_form(f"{name} {is_or_was(passage, index)} {words}")
    yield passage.propose("role", statement, (person, part), passage.quoted_at(index))
