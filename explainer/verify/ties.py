"""What hangs on what: "director of the gallery", "from A to B"."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.clauses import phrase_end
from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.index import Line
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
    told = {way for line in evidence for way in _ways(line)}
    mine = _ways(claim)
    for word, stem in mine:
        if (word, stem) in told:
            continue
        other_way = (_WAYS[word], stem) in told and any(w == word for w, _ in told)
        other_end = word == "from" and any(w == word for w, _ in told) and _in(stem, evidence)
        if other_way or other_end:
            yield fault("roles-reversed", word, "points the other way in the source")
            return


def _in(stem: str, evidence: list[Line]) -> bool:
    return any(t.low == stem for t in evidence[0].tokens)


def _ways(line: Line) -> list[tuple[str, str]]:
    found = []
    for at, token in enumerate(line.tokens[:-1]):
        if token.low in _WAYS:
            for after in line.tokens[at + 1 : at + 6]:
                if after.tag in ("NAME", "N", "NUM", "TIME"):
                    found.append((token.low, after.low))
                elif after.tag not in ("D", "J", "S"):
                    break
    return found
