"""Noun phrases around a verb, as the tags show them."""

from __future__ import annotations

from explainer.extract.clauses import IN_PHRASE, phrase_end
from explainer.extract.words import Token

_NOMINAL = frozenset({"N", "NAME", "NUM", "PRON"})
_OPENS = frozenset({"C", "A", "NOT", ",", "SUB", '"', "REL", "X", ";", ":"})


def phrase_after(tokens: list[Token], at: int, stop: int) -> list[Token]:
    """The noun phrase that stands right at `at`, adverbs skipped; empty where none does."""
    while at < stop and tokens[at].tag in ("A", "NOT", '"'):
        at += 1
    if at < stop and tokens[at].tag == "PRON":
        return tokens[at : at + 1]
    if at < stop and tokens[at].tag == "TIME":
        return []
    if (
        at < stop
        and tokens[at].low == "her"
        and (at + 1 >= len(tokens) or tokens[at + 1].tag not in ("J", "N", "NAME", "NUM", "A"))
    ):
        return tokens[at : at + 1]
    end = phrase_end(tokens, at, stop)
    while end + 1 < stop and tokens[end].tag == "C" and end > at:
        more = phrase_end(tokens, end + 1, stop)
        if more == end + 1:
            break
        end = more
    if end + 1 < stop and end > at and tokens[end].tag == "," and tokens[end + 1].tag == "NAME":
        end += 2
    return tokens[at:end]


def antecedent(tokens: list[Token], at: int) -> list[Token]:
    """The noun phrase that ends right before `at`; after a comma with what "in" joins to it, so
    that "The Lumen in Ostrow, which" may be either."""
    end = at
    while end > 0 and tokens[end - 1].tag in (",", "P", "A", "(", '"'):
        end -= 1
    start = _phrase_start(tokens, end)
    found = tokens[start:end]
    while end < at and tokens[end].tag == "," and start > 1 and tokens[start - 1].tag == "P":
        further = _phrase_start(tokens, start - 1)
        if further == start - 1:
            break
        found = [*tokens[further : start - 1], *found]
        start = further
    if start > 1 and tokens[start - 1].tag == "," and tokens[start - 2].tag == "NAME":
        found = [tokens[start - 2], *found]  # "Ann Lee, the head of the bank, who"
    return found


def _phrase_start(tokens: list[Token], end: int) -> int:
    start = end
    while start > 0 and (
        tokens[start - 1].tag in IN_PHRASE
        or (tokens[start - 1].low in ("of", "and") and start - 1 > 0
            and tokens[start - 2].tag in _NOMINAL)
    ):  # fmt: skip
        start -= 1
        if tokens[start].tag == "D" and (start == 0 or tokens[start - 1].low != "of"):
            break
    return start


def bare_subject(tokens: list[Token], begin: int, verb: int) -> list[Token]:
    """The phrase before the verb, without what opens the clause or is set off before it."""
    start, end = begin, verb
    while start < end and tokens[start].tag in _OPENS:
        start += 1
    if start == 0 and end == 1 and tokens[0].tag in ("VG", "VF"):
        return tokens[:1]  # a name taken for a verb
    while start < end and tokens[start].tag in ("P", "TIME", "VG", "VN", "TO"):
        start = _past_adverbial(tokens, start, end)
        while start < end and tokens[start].tag in _OPENS:
            start += 1
    while end > start and tokens[end - 1].tag in (",", "A", "NOT", '"'):
        end -= 1
    found = tokens[start:end]
    return found if any(t.tag in _NOMINAL or t.low in _STANDS for t in found) else []


_STANDS = frozenset({"neither", "both", "all", "some", "most", "many", "few", "none", "this",
                     "several", "each"})  # fmt: skip


def _past_adverbial(tokens: list[Token], start: int, end: int) -> int:
    """Where the subject begins after "In 1943" or "Before the war,"."""
    if tokens[start].tag == "TIME":
        return start + 1
    comma = next((i for i in range(start, end) if tokens[i].tag == ","), None)
    if comma is not None:
        return comma + 1
    at = start + 1
    while at < end and tokens[at].tag == "D":
        at += 1
    if at < end and tokens[at].tag == "TIME":
        return at + 1
    return end


_SHARES = frozenset({"percent", "half", "third", "quarter", "majority", "number", "most", "some",
                     "many", "all", "tens", "dozens", "hundreds", "thousands", "millions", "none",
                     "several", "few", "kind", "species", "members", "group"})  # fmt: skip


def heads(phrase: list[Token]) -> list[Token]:
    """What a phrase names: its nouns that end a run, and every name, each "of" part left out."""
    found: list[Token] = []
    for at, token in enumerate(phrase):
        if token.low == "of" and phrase[at - 1].low in _SHARES:
            found = []
            continue
        if token.tag in ("P", "REL"):
            break
        last = at + 1 == len(phrase) or phrase[at + 1].tag not in ("N", "NAME", "S")
        if token.tag == "NAME" or token.tag == "PRON" or (token.tag == "N" and last):
            owned = at + 1 < len(phrase) and phrase[at + 1].tag == "S"
            if not owned:
                found.append(token)
    if any(t.tag == "NAME" for t in found):
        found = [t for t in found if t.tag != "PRON"]
    return found or [t for t in phrase if t.tag in ("N", "NAME", "NUM", "VG")][:1]
