"""Relative clauses set into a clause whose verb is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.words import FINITE, NOMINAL, SAYING, Token, lemma_of_verb, word_forms
from explainer.word_set import word_set

_OPENS = word_set("who which whose whom where that")
_JOINTS = frozenset({"SUB", "REL", ";", ":", "C", ","})
_IN_GROUP = frozenset({"A", "NOT", "BE", "HAVE", "DO", "MOD", "V", "VN"})
_BESIDE_VERB = frozenset({"A", "NOT"})


def insertions(tokens: list[Token]) -> list[tuple[int, int]]:
    """Index of "who" and of the verb after what it opens, for each: of "Orr, who died in 2009,
    never sold her books" that of "sold", of "the man who fell broke a leg" that of "broke"."""
    found: list[tuple[int, int]] = []
    for index in [i for i, token in enumerate(tokens) if token.low in _OPENS]:
        if index < 1 or (found and index < found[-1][1]):
            continue
        token = tokens[index]
        opens = index - 1 if index > 1 and tokens[index - 1].tag == "P" else index
        last = tokens[opens - 1].tag
        if last == "," and opens > 1 and token.low != "that":
            verb = _after_comma(tokens, index)
        elif last in NOMINAL and token.tag != "SUB":
            verb = _second_verb(tokens, index)
        else:
            continue
        if verb is not None and _waits_for_verb(tokens, opens - (last == ",")):
            found.append((opens, verb))
    return found


def _is_verb(token: Token) -> bool:
    return token.tag in FINITE or token.tag == "?"


def since_joint(tokens: list[Token], end: int) -> Iterator[Token]:
    """The tokens between the last joint and `end`, from the last on."""
    for token in reversed(tokens[:end]):
        if token.tag in _JOINTS and token.tag != ",":
            return
        yield token


def _waits_for_verb(tokens: list[Token], end: int) -> bool:
    """Whether no verb stands before: "minister" is none in "Culture minister Ana Kos, who …"."""
    return not any(
        token.tag in FINITE or (token.tag == "?" and "N" not in word_forms(token.low).classes)
        for token in since_joint(tokens, end)
    )


def _after_comma(tokens: list[Token], start: int) -> int | None:
    """The finite verb right after the comma that closes what opens at `start`."""
    acts = False
    for index in range(start + 1, len(tokens) - 1):
        token = tokens[index]
        if _is_verb(token):
            acts = True
        elif token.tag == ";":
            return None
        elif token.tag == "," and acts:
            at = index + 1
            while at < len(tokens) and tokens[at].tag in _BESIDE_VERB:
                at += 1
            if at < len(tokens) and (_is_verb(tokens[at]) or _is_past(tokens[at])):
                return at
    return None


def _is_past(token: Token) -> bool:
    return token.tag == "VN" and "VBD" in word_forms(token.low).forms


def _second_verb(tokens: list[Token], start: int) -> int | None:
    """The finite verb after that of "who …", with no joint between; after "who said" the third."""
    at = next((i for i in range(start + 1, len(tokens)) if _is_verb(tokens[i])), None)
    if at is None or any(t.tag in _JOINTS for t in tokens[start + 1 : at]):
        return None
    first = at
    while at < len(tokens) and (tokens[at].tag in _IN_GROUP or at == first):
        at += 1
    says = lemma_of_verb(tokens[at - 1].low) in SAYING
    rest: list[int] = []
    while at < len(tokens) and tokens[at].tag not in _JOINTS:
        if _is_verb(tokens[at]) and not (rest and rest[-1] == at - 1):
            rest.append(at)
        at += 1
    sure = [i for i in rest if tokens[i].tag in FINITE] or rest[-1:]
    return sure[says] if len(sure) > says else None
