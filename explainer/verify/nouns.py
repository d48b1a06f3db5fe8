"""What a claim says of a noun that its source says otherwise: "no charges", "the second largest",
"the Torvian army", "Ann Lee, a nurse"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from explainer.extract.role_words import is_role_noun
from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.verify.alike import alike, is_person
from explainer.verify.entities import Entities
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.tables import NEGATORS
from explainer.verify.words import Word, words_of
from explainer.word_set import word_set

_NONE = frozenset({"no", "without"})
_ORDER = word_set("second third fourth fifth sixth seventh eighth ninth tenth")
_IN_PHRASE = frozenset({"J", "N", "NAME"})


def noun_faults(claim: Line, evidence: list[Line], near: list[Line], who: Entities
                ) -> Iterator[Finding]:  # fmt: skip
    yield from _denied(claim, evidence)
    yield from _ranks(claim, evidence)
    yield from _owners(claim, near)
    yield from _roles(claim, who)


def _denied(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "Charged" or "charges" where the source has "no charges" alone."""
    if any(t.low in NEGATORS or t.tag == "NOT" for t in claim.tokens):
        return
    told: dict[str, set[bool]] = {}
    for line in evidence:
        for at, token in enumerate(line.tokens):
            if token.tag == "N":
                none = _opens(line.tokens, at) in _NONE
                for word in words_of([token]):
                    told.setdefault(word.stem, set()).add(none)
    for word in _content(claim):
        if told.get(word.stem) == {True}:
            yield fault("negation-dropped", word.text, 'is denied there ("no")', word.start)
            return


def _content(claim: Line) -> list[Word]:
    return [w for w in claim.words if not w.generic and w.tag in ("N", "V", "VF", "VN", "VG")]


def _opens(tokens: list[Token], at: int) -> str:
    """The small word before the phrase that ends in this noun."""
    while at > 0 and tokens[at - 1].tag in _IN_PHRASE and tokens[at - 1].low not in _NONE:
        at -= 1
    return tokens[at - 1].low if at else ""


def _ranks(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "The largest" where the source has "the second largest" alone."""
    told = [rank for line in evidence for rank in _superlatives(line)]
    for word, order in _superlatives(claim):
        others = {o for w, o in told if w.low == word.low or alike(word, w)}
        if others and order not in others:
            yield fault("rank-changed", word.text, "has another rank in the source", word.start)


def _superlatives(line: Line) -> Iterator[tuple[Token, str]]:
    for at, token in enumerate(line.tokens):
        order, _, rest = token.low.rpartition("-")
        if token.tag == "J" and order in _ORDER and _is_superlative(rest):
            yield replace(token, text=rest, low=rest), order
        elif at and token.tag == "J" and _is_superlative(token.low):
            before = line.tokens[at - 1].low
            yield token, before if before in _ORDER else ""


def _is_superlative(low: str) -> bool:
    return low in ("best", "worst") or (low.endswith("est") and len(low) > 5)


def _owners(claim: Line, near: list[Line]) -> Iterator[Finding]:
    """ "The Belmark army" where the source speaks of the Torvian one alone."""
    told = [pair for line in near for pair in _named_nouns(line)]
    for name, noun in _named_nouns(claim):
        others = [n for n, other in told if other.low == noun.low]
        if others and not any(alike(name, other) for other in others):
            yield fault("of-something-else", name.text, f'is not whose "{noun.text}" this is',
                        name.start)  # fmt: skip


def _named_nouns(line: Line) -> Iterator[tuple[Token, Token]]:
    """A name and the noun it stands before as whose or of where: "the Belmark border forces"."""
    tokens = line.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.tag != "NAME" or tokens[at + 1].tag not in ("N", "J"):
            continue
        end = at + 1
        while end + 1 < len(tokens) and tokens[end + 1].tag in ("N", "J"):
            end += 1
        if tokens[end].tag == "N" and (end + 1 == len(tokens) or tokens[end + 1].tag != "NAME"):
            yield token, tokens[end]


def _roles(claim: Line, who: Entities) -> Iterator[Finding]:
    """ "Ann Lee, a nurse" where the source has another for the nurse."""
    for at, token in enumerate(claim.tokens):
        after = claim.tokens[at + 1].low if at + 1 < len(claim.tokens) else ""
        if not is_person(token) or after in ("is", "was", "became", "becomes"):
            continue
        for noun in who.beside(claim.tokens, at):
            if is_role_noun(noun.low) and who.role_elsewhere([token], noun):
                yield fault("role-of-another", noun.text, "is another's part in the source",
                            noun.start)  # fmt: skip
