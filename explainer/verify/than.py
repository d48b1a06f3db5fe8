"""Comparisons: "A paid more than B", held against what the source compares, or against the
numbers it gives for each."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.verify.counted import Number, numbers_of
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.numbers import unit_kind
from explainer.verify.tables import NEGATORS
from explainer.verify.words import Word, keys_of, told_keys, words_of
from explainer.word_set import word_set

_UP = word_set("more higher larger bigger greater longer later above over")
_DOWN = word_set("less fewer lower smaller shorter earlier below under")
_ENDS = frozenset({",", ";", "C", ":"})


def than_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "More than it asks elsewhere" where the source has "less than half the price it asks"."""
    if any(t.low in NEGATORS or t.tag == "NOT" for t in claim.tokens):
        return
    for word, way, before, after in _comparisons(claim.tokens):
        mine = _content(after)
        if after and (after[0].tag == "NUM" or after[0].low in ("twice", "half", "double")):
            continue  # a bound: "more than twice as much"
        for line in evidence:
            told = [w for _, w, _, rest in _comparisons(line.tokens) if _share_half(mine, rest)]
            if told and all(w != way for w in told):
                yield fault("opposite-word", word.text, "is the other way round", word.start)
                return
            one, two = _value_of(_content(before), line), _value_of(mine, line)
            if one is not None and two is not None and _contradict(way, one, two):
                why = f"does not fit {one.text} and {two.text}"
                yield fault("opposite-word", word.text, why, word.start)
                return


def _comparisons(
    tokens: list[Token],
) -> Iterator[tuple[Token, int, list[Token], list[Token]]]:
    """The comparing word, its way (1 or -1), what stands before it and what after its "than"."""
    for at, token in enumerate(tokens):
        if token.low in ("outnumber", "outnumbers", "outnumbered"):
            end = _end(tokens, at + 1)
            yield token, 1, tokens[:at], tokens[at + 1 : end]
        way = 1 if token.low in _UP else -1 if token.low in _DOWN else 0
        than = next((i for i in range(at + 1, len(tokens)) if tokens[i].low == "than"), None)
        if way and than is not None and all(t.tag not in _ENDS for t in tokens[at:than]):
            yield token, way, tokens[:at], tokens[than + 1 : _end(tokens, than + 1)]


def _end(tokens: list[Token], start: int) -> int:
    return next((i for i in range(start, len(tokens)) if tokens[i].tag in _ENDS), len(tokens))


def _content(tokens: list[Token]) -> list[Word]:
    return [w for w in words_of(tokens) if not w.generic and w.tag not in ("NUM", "TIME")]


def _share_half(mine: list[Word], rest: list[Token]) -> bool:
    keys = {key for word in words_of(rest) for key in told_keys(word)}
    held = sum(not keys.isdisjoint(keys_of(word)) for word in mine)
    return bool(mine) and 2 * held >= len(mine) and held > 0


def _value_of(words: list[Word], line: Line) -> Number | None:
    """The one number of the part of the sentence that has the first of these words."""
    names = [w for w in words if w.tag in ("N", "NAME")][:1]
    parts: list[list[Token]] = [[]]
    for token in line.tokens:
        if token.tag in _ENDS:
            parts.append([])
        else:
            parts[-1].append(token)
    for part in parts:
        keys = {key for word in words_of(part) for key in told_keys(word)}
        if names and not keys.isdisjoint(keys_of(names[0])):
            found = [n for n in numbers_of(line) if any(t.start == n.start for t in part)]
            return found[0] if len(found) == 1 else None
    return None


def _contradict(way: int, one: Number, two: Number) -> bool:
    bare = not (one.unit and two.unit)
    if one.start == two.start or (not bare and unit_kind(one.unit) != unit_kind(two.unit)):
        return False
    return way * (one.value - two.value) < 0
