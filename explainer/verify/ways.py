"""What a number or a day is to the others of its sentence: from one, to another, one by one."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.words import Word, words_of
from explainer.word_set import word_set

_WAYS = {"by": "by", "to": "to", "from": "from", "until": "to", "since": "from", "above": "above",
         "below": "below", "before": "before", "after": "after", "till": "to", "under": "below",
         "over": "above", "against": "to"}  # fmt: skip


def way_of(line: Line, start: int) -> str | None:
    """The preposition before a number or day: "by", "to", "from"."""
    at = next((i for i, t in enumerate(line.tokens) if t.start >= start), len(line.tokens))
    for token in reversed(line.tokens[max(0, at - 3) : at]):
        if token.low in _WAYS:
            return _WAYS[token.low]
        if token.tag not in ("D", "A", "J"):
            return None
    return None


_PARTS = frozenset({",", ";", "C", "SUB"})
_STANDS_FOR = word_set("it them they this these he she his her their its there")


# Of which a sentence has just spoken, whatever else is told in it.
HAPPENED = word_set(
    "accident attack fire crash incident disaster blast explosion storm flood quake earthquake war "
    "battle strike protest raid shooting collision blaze"
)


def part_faults(claim: Line, line: Line) -> Iterator[Finding]:
    """ "With pilots in 1994 and with drivers in 2008" is no "with pilots in 2008".

    Of a sentence whose parts each have a number, or each a day, what the claim joins to one of
    them by a preposition must not stand in the part of another.
    """
    for tag in ("NUM", "TIME"):
        parts = _parts(line.tokens, tag)
        if len(parts) < 2:
            continue
        values = {w.stem for w in _words(claim.tokens, tag)}
        own = [p for p in parts if values & {w.stem for w in _words(p, tag)}]
        if len(own) != 1 or any(t.low in _STANDS_FOR and tag == "TIME" for t in own[0]):
            continue
        held = {w.stem for w in words_of(own[0])}
        ties = {tie for tie, _ in _joined(own[0])}
        others = {
            (tie, word.stem)
            for part in parts if part is not own[0]
            for tie, word in _joined(part)
            if tie in ties or (len(part) > 1 and part[1].tag == "NUM")
        }  # fmt: skip
        for tie, word in _joined(claim.tokens):
            told = word.lemma in HAPPENED or word.stem in held
            if not told and (tie, word.stem) in others:
                yield fault("joined-wrongly", word.text, "belongs to something else in the source")
                return


def _parts(tokens: list[Token], tag: str) -> list[list[Token]]:
    """The sentence cut where a comma or "and" opens a stretch of its own kind with such a value:
    "and with drivers in 2008", ", 300 of them in Spain"."""
    parts: list[list[Token]] = [[]]
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.tag in _PARTS and after is not None and after.tag in ("P", "NUM"):
            parts.append([])
        parts[-1].append(token)
    found: list[list[Token]] = []
    for part in parts:
        if found and not (_has(part, tag) and _has(found[-1], tag)):
            found[-1] = found[-1] + part
        else:
            found.append(part)
    return found


def _has(tokens: list[Token], tag: str) -> bool:
    return any(t.tag == tag for t in tokens)


def _words(tokens: list[Token], tag: str) -> list[Word]:
    return [w for w in words_of(tokens) if w.tag == tag]


def _joined(tokens: list[Token]) -> list[tuple[str, Word]]:
    """Nouns and names with the preposition before them."""
    found = []
    for at, token in enumerate(tokens):
        start = at
        while start > 0 and tokens[start - 1].tag in ("D", "S", "J", "N", "NAME"):
            start -= 1
        if start > 0 and tokens[start - 1].tag == "P" and tokens[start - 1].low != "of":
            found += [(tokens[start - 1].low, word) for word in _nouns([token])]
    return found


def _nouns(tokens: list[Token]) -> list[Word]:
    return [w for w in words_of(tokens) if w.tag in ("N", "NAME") and not w.generic]
