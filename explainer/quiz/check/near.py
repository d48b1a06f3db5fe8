"""How near two words stand in a sentence.

A sentence is cut into stretches at commas and joining words; a stretch without a verb goes on with
the one before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from explainer.extract.words import CLOSED, word_forms
from explainer.language.reading import Sentence
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import alike, opposed
from explainer.quiz.check.tokens import Token
from explainer.word_set import word_set

_JOINTS = word_set(
    "and but or while when because who which that after before although where since until then "
    "whereas though if nor"
)
_BE = word_set("is are was were has have had did does do")


@dataclass(slots=True)
class Stretch:
    """Characters `start`..`end` of the sentence, between two joints; where its last verb starts,
    0 without one."""

    start: int
    end: int
    last_verb: int


def nearness_at(at: int, word: Token, sentence: Sentence, ground: Ground) -> float:
    """How near some form of `word` stands to the character `at`; verbs count most."""
    said = ground.index.said(sentence)
    stretches = _stretches(said.text)
    here = next((i for i, s in enumerate(stretches) if s.start <= at < s.end), 0)
    found = 0.0
    for token in said.tokens:
        if token.start == at or not _matches(word, token):
            continue
        weight = 3.0 if is_verb(token) else 2.0 if token.atom else 1.0
        there = next((i for i, s in enumerate(stretches) if s.start <= token.start < s.end), 0)
        found = max(found, weight * _closeness(here, there, token.start, stretches))
    if found == 0.0:
        against = any(opposed(word.text, t.text) and is_verb(t)
                      and stretches[here].start <= t.start < stretches[here].end
                      for t in said.tokens)  # fmt: skip
        return -1.0 if against else 0.0
    return found


_ENDS = re.compile(r"\s*(?:[,.;:)”\"]|(?:and|or|in|on|per|a (?:day|year))\b|$)")


def ends_its_clause(after: str) -> bool:
    """Whether a number, `after` behind it, counts nothing named there: "usually costs 40, …"."""
    return bool(_ENDS.match(after))


def _matches(word: Token, token: Token) -> bool:
    if word.atom:
        return token.atom == word.atom
    return token.atom is None and (
        alike(word.text, token.text) or words.fold(word.text) == words.fold(token.text)
    )


def is_verb(token: Token) -> bool:
    """A word that is, or is most likely, a verb: "opened", "is"; not "pilots", "vote"."""
    known = word_forms(token.text.casefold())
    if token.capital or not known.forms or token.text.casefold() in CLOSED:
        return False
    return bool(known.forms & {"VBD", "VBN", "VBG"}) or "N" not in known.classes


def _closeness(here: int, there: int, at: int, stretches: tuple[Stretch, ...]) -> float:
    if here == there:
        return 1.0
    low, high = sorted((here, there))
    own_verb = any(s.last_verb for s in stretches[low + 1 : high + 1])
    if there < here and not own_verb and at <= stretches[there].last_verb:
        return 1.0  # subject and verb hold for the whole list
    return 1.0 / (1 + high - low)


@lru_cache(maxsize=512)
def _stretches(text: str) -> tuple[Stretch, ...]:
    said, cuts = words.read(text), [0]
    for before, token in zip((None, *said.tokens), said.tokens, strict=False):
        between = said.text[before.end if before else 0 : token.start]
        low = token.text.casefold()
        ranged = low == "to" and re.search(r"\bfrom\b[^,;]*\d", said.text[: token.start])
        if re.search(r"[,;:()–—]", between) or low in _JOINTS or ranged:
            cuts.append(token.start)
    cuts.append(len(said.text) + 1)
    found = []
    for start, end in pairwise(cuts):
        inside = [t for t in said.tokens if start <= t.start < end]
        verbs = [t for t in inside if is_verb(t) or t.text.casefold() in _BE]
        found.append(Stretch(start, end, max((t.start for t in verbs), default=0)))
    return tuple(found)
