"""Where places lie: in what, next to what, and what connects them."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.clauses import Clause, phrase_end
from explainer.extract.passage import Passage
from explainer.extract.place_tokens import is_place, place_part, same_place
from explainer.extract.proposal import Proposal
from explainer.extract.referent import Referent
from explainer.extract.relations_connect import connecting_clause, connecting_phrase
from explainer.extract.sentence_form import sentence_form
from explainer.extract.words import Token
from explainer.facts import Part
from explainer.word_set import word_set

_PLACE_NOUNS = word_set(
    "city town village capital port district province region county state country "
    "municipality suburb neighbourhood neighborhood island peninsula river lake mountain peak "
    "valley gorge tunnel bridge airport harbour harbor area territory settlement community "
    "resort commune stronghold hub metropolis republic kingdom nation bay strait desert plain "
    "plateau hamlet borough parish prefecture oblast canton department archipelago coast pass"
)

_NEXT_TO = word_set("neighboring neighbouring adjacent adjoining bordering")

_LIES = word_set("lie stand sit be")

_IN = word_set("in on near inside within")


def places(passage: Passage) -> Iterator[Proposal]:
    for index, token in enumerate(passage.tokens):
        if is_place(token):
            yield from _apposition(passage, index)
    for clause in passage.clauses:
        yield from connecting_clause(passage, clause)
        yield from _bordering_clause(passage, clause)
        yield from _lying_clause(passage, clause)
    yield from connecting_phrase(passage)


def _after_place(tokens: list[Token], index: int) -> int:
    """Past "region" in "the Lakeland region"."""
    at = index + 1
    while at < len(tokens) and tokens[at].tag == "N" and tokens[at].low in _PLACE_NOUNS:
        at += 1
    return at


def _apposition(passage: Passage, index: int) -> Iterator[Proposal]:
    """ "X, the largest city in Y"; "X, the neighboring province of Y"."""
    tokens = passage.tokens
    comma = _after_place(tokens, index)
    start = comma + 1
    if start >= len(tokens) or tokens[comma].tag != "," or tokens[start].tag != "D":
        return
    head = start
    while head < len(tokens) and tokens[head].tag in ("D", "J", "N", "A", "NUM", "VG", "VN"):
        head += 1
    if head >= len(tokens) or tokens[head - 1].low not in _PLACE_NOUNS:
        return
    if tokens[head].low not in ("of", "in", "on", "near"):
        return
    end = phrase_end(tokens, head + 1, len(tokens))
    container = next((i for i in range(head + 1, end) if is_place(tokens[i])), None)
    if container is None or same_place(tokens[index], tokens[container]):
        return
    if tokens[head].low == "of" and any(t.low in _NEXT_TO for t in tokens[start:head]):
        yield from _in_neighbouring(passage, index, comma, start, container)
        return
    name = _with_article(passage, index, comma)
    statement = sentence_form(f"{name} is {passage.between(start, end)}")
    parts = (
        place_part(passage, "place", index),
        passage.token_part("container", head + 1, end, tokens[container].text),
    )
    yield passage.propose("located", statement, parts, passage.attributed_at(index))


def _in_neighbouring(
    passage: Passage, index: int, comma: int, start: int, container: int
) -> Iterator[Proposal]:
    """ "from the A region, the neighboring province of B": A lies in B, and B next to what the
    text speaks of."""
    name = _with_article(passage, index, comma)
    phrase = passage.between(start, container + 1)
    parts = (place_part(passage, "place", index), place_part(passage, "container", container))
    yield passage.propose(
        "located", sentence_form(f"{name} is in {phrase}"), parts, passage.attributed_at(index)
    )
    if passage.focus is not None and _speaks_of_here(passage, comma):
        yield from _next_to_focus(passage, passage.focus, start, container)


def _speaks_of_here(passage: Passage, before: int) -> bool:
    """The sentence names no other place, and points at one with "it" or "here"."""
    words = {t.low for t in passage.tokens[:before]}
    return bool(words & {"it", "here", "there"}) and sum(map(is_place, passage.tokens)) == 2


def _next_to_focus(
    passage: Passage, focus: Referent, start: int, container: int
) -> Iterator[Proposal]:
    at = passage.text.find(focus.words, focus.start, focus.end)
    phrase = passage.between(start, container + 1).replace("neighbouring", "neighboring")
    what = phrase.replace("neighboring ", "").replace("adjacent ", "").replace("adjoining ", "")
    there = Part(
        name="neighbour", start=at, end=at + len(focus.words), text=focus.words, value=focus.words
    )
    parts = (place_part(passage, "place", container), there)
    statement = sentence_form(f"{what} is next to {focus.words}")
    yield passage.propose("neighbour", statement, parts, passage.attributed_at(container))


def _bordering_clause(passage: Passage, clause: Clause) -> Iterator[Proposal]:
    """ "X borders Y and Z"; "X shares a border with Y"; "X is bordered by Y"."""
    tokens = passage.tokens
    start = clause.verb_end
    if clause.lemma == "border":
        start += clause.passive and start < clause.end and tokens[start].low in ("by", "with")
    elif (
        clause.lemma == "share"
        and passage.words(clause.start_char, clause.end_char).find("border with") > 0
    ):
        start = next(i for i in range(start, clause.end) if tokens[i].low == "with") + 1
    else:
        return
    place = _subject_place(passage, clause)
    if place is None or clause.negated or clause.modal:
        return
    neighbours = [i for i in range(start, clause.end) if is_place(tokens[i])]
    name = tokens[place].text
    verb = passage.between(clause.verb, start)
    if clause.kind == "main" and neighbours:
        passage.cover(clause)
    for other in neighbours:
        words = passage.between(other - (tokens[other - 1].tag == "D"), other + 1)
        parts = (place_part(passage, "place", place), place_part(passage, "neighbour", other))
        yield passage.propose("neighbour", sentence_form(f"{name} {verb} {words}"), parts)


def _subject_place(passage: Passage, clause: Clause) -> int | None:
    tokens = passage.tokens
    if clause.kind == "relative":
        before = clause.begin - 1
        while before > 0 and tokens[before].tag == ",":
            before -= 1
        return before if before >= 0 and is_place(tokens[before]) else None
    inside = [i for i in range(clause.subject, clause.subject_end) if is_place(tokens[i])]
    alone = all(
        tokens[i].tag in ("D", "N", "NAME") for i in range(clause.subject, clause.subject_end)
    )
    return inside[0] if len(inside) == 1 and alone else None


def _lying_clause(passage: Passage, clause: Clause) -> Iterator[Proposal]:
    """ "X lies in Y"; "X is located in Y"; "X is a city in Y"."""
    tokens = passage.tokens
    place = _subject_place(passage, clause)
    if place is None or clause.negated or clause.modal or clause.verb_end >= clause.end:
        return
    start = clause.verb_end
    if clause.lemma in ("locate", "situate") and clause.passive:
        pass
    elif clause.lemma not in _LIES or clause.passive:
        return
    elif tokens[start].tag == "D":
        while start < clause.end and tokens[start].tag in ("D", "J", "N", "A", "NUM"):
            start += 1
        if tokens[start - 1].low not in _PLACE_NOUNS:
            return
    if start >= clause.end or tokens[start].low not in _IN:
        return
    end = phrase_end(tokens, start + 1, clause.end)
    container = next((i for i in range(start + 1, end) if is_place(tokens[i])), None)
    if container is None:
        return
    statement = sentence_form(passage.words(clause.start_char, tokens[end - 1].end))
    if clause.kind == "relative":
        said = passage.between(clause.verb, end)
        statement = sentence_form(f"{tokens[place].text} {said}")
    else:
        passage.cover(clause)
    parts = (
        place_part(passage, "place", place),
        passage.token_part("container", start + 1, end, tokens[container].text),
    )
    yield passage.propose("located", statement, parts)


def _with_article(passage: Passage, index: int, comma: int) -> str:
    tokens = passage.tokens
    start = index - 1 if index > 0 and tokens[index - 1].tag == "D" else index
    return passage.between(start, comma)
