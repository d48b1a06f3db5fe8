"""What hangs on what: "director of the gallery", "from A to B"."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.clauses import phrase_end
from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.verb_groups import VERBS
from explainer.verify.words import keys_of, words_of
from explainer.word_set import word_set

_TIES = frozenset({"of", "from", "for", "with", "against", "off", "by"})


_ORDER = word_set("first second third fourth fifth sixth seventh eighth ninth tenth last next")


def attachment_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "director of the gallery" is not "director of the academy"."""
    told: dict[tuple[str, str], set[str]] = {}
    for line in evidence:
        for head, tie, tail, _ in _ties(line):
            told.setdefault((head, tie), set()).update(tail)
    here = {w.stem for line in evidence for w in line.words if w.tag in ("N", "NAME", "J")}
    here |= {order for order in _ORDER if order in {t.low for ln in evidence for t in ln.tokens}}
    for head, tie, tail, word in _ties(claim):
        known = told.get((head, tie))
        if known and tail and known.isdisjoint(tail) and not here.isdisjoint(tail):
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


def direction_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "from A to B" is not "from B to A"."""
    told = [way for line in evidence for way in _ways(line)]
    ways = {(word, stem) for word, stem, _ in told}
    for word, stem, deed in _ways(claim):
        if (word, stem) in ways:
            continue
        same_deed = any(w == _WAYS[word] and s == stem and not (deed and d and deed.isdisjoint(d))
                        for w, s, d in told)  # fmt: skip
        both_ends = any(w == word for w, _, _ in told)
        other_end = word == "from" and both_ends and _in(stem, evidence)
        if (same_deed and both_ends) or other_end:
            yield fault("roles-reversed", word, "points the other way in the source")
            return


_OUTSIDE = word_set("above below outside near off beyond behind under over")


def beside_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "In the danger zone" is not "two points above the danger zone"."""
    told: dict[str, set[str]] = {}
    for line in evidence:
        for preposition, noun in _stands(line):
            told.setdefault(noun, set()).add(preposition)
    for preposition, noun in _stands(claim):
        known = told.get(noun)
        if preposition == "in" and known and known <= _OUTSIDE:
            yield fault("opposite-word", "in", f'is "{min(known)}" in the source')
            return


def _stands(line: Line) -> Iterator[tuple[str, str]]:
    """A preposition and the last noun of what it brings in."""
    for at, token in enumerate(line.tokens[:-2]):
        if token.tag != "P" or line.tokens[at + 1].low != "the":
            continue
        end = at + 2
        while end < len(line.tokens) and line.tokens[end].tag in ("J", "N"):
            end += 1
        if line.tokens[end - 1].tag == "N":
            yield token.low, line.tokens[end - 1].low


def _in(stem: str, evidence: list[Line]) -> bool:
    return any(t.low == stem for t in evidence[0].tokens)


def _ways(line: Line) -> list[tuple[str, str, frozenset[str]]]:
    """A preposition of direction, what it points to, and the keys of the verb before it."""
    found = []
    for at, token in enumerate(line.tokens[:-1]):
        if token.low not in _WAYS:
            continue
        verb = next((t for t in reversed(line.tokens[:at]) if t.tag in VERBS), None)
        deed = frozenset(k for w in words_of([verb] if verb else []) for k in keys_of(w))
        for after in line.tokens[at + 1 : at + 6]:
            if after.tag in ("NAME", "N", "NUM", "TIME"):
                found.append((token.low, after.low, deed))
            elif after.tag not in ("D", "J", "S"):
                break
    return found
