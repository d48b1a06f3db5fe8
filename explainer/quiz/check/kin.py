"""Words that may stand for one another when a text is retold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from explainer.quiz.check import words
from explainer.quiz.check.related import fields_of
from explainer.quiz.check.retold import lines_of
from explainer.quiz.check.tokens import Token, form
from explainer.quiz.check.words import Said
from explainer.verify.tables import groups_of, opposites

_ROOT = 5


@lru_cache(maxsize=32768)
def _groups(word: str) -> frozenset[int]:
    own = words.lemmas(word) | {word}
    groups = {g for lemma in own for g in groups_of(lemma)}
    return frozenset(groups | {-1 - line for lemma in own for line in lines_of(lemma)})


@lru_cache(maxsize=32768)
def _opposites(word: str) -> frozenset[str]:
    return frozenset(o for lemma in words.lemmas(word) | {word} for o in opposites(lemma))


@lru_cache(maxsize=65536)
def alike(one: str, two: str) -> bool:
    """Forms of one word, words of one group ("close", "shut"), or of one root ("agree",
    "agreement")."""
    one, two = one.casefold(), two.casefold()
    if form(one) == form(two) or words.lemmas(one) & words.lemmas(two):
        return True
    if _groups(one) & _groups(two):
        return True
    if _plays(one, two) or _plays(two, one):
        return True
    shared = max(_ROOT, min(len(one), len(two)) - 3)
    return one[:shared] == two[:shared] and min(len(one), len(two)) >= _ROOT


def _plays(one: str, two: str) -> bool:
    """ "Cellist" and "cello"."""
    return one.endswith("ist") and len(one) > 6 and two[:-1] == one[:-3]


def same_phrase(phrase: str, word: str) -> bool:
    """Whether a verb with its particle ("step_down") stands for `word`."""
    return phrase == word or bool(_groups(phrase) & _groups(word.casefold()))


@lru_cache(maxsize=65536)
def opposed(one: str, two: str) -> bool:
    """ "Lost" and "won": a retelling may turn the sentence round."""
    one, two = one.casefold(), two.casefold()
    mine = words.lemmas(two) | {two}
    return bool(_opposites(one) & mine) or _denied_form(one, two) or _denied_form(two, one)


def _denied_form(one: str, two: str) -> bool:
    """ "Unharmed" and "injured", "independent" and "depend"."""
    found = re.match(r"(?:un|in|im|ir|il|dis|non-?)([a-z]{4,})$", one)
    return found is not None and one[:5] != two[:5] and alike(found[1], two)


@lru_cache(maxsize=32768)
def _fields(word: str) -> frozenset[int]:
    return frozenset(f for lemma in words.lemmas(word) | {word} for f in fields_of(lemma))


def related(one: str, two: str) -> bool:
    """Words of one field: "hospital", "doctors". Far less than `alike`."""
    return bool(_fields(one.casefold()) & _fields(two.casefold()))


@lru_cache(maxsize=8192)
def touches(word: str, said: Said) -> bool:
    """Whether some word of `said` is of the field of `word`, or says its opposite."""
    return any(related(word, t.text) or opposed(word, t.text) for t in words.content(said))


@lru_cache(maxsize=8192)
def stands_for(word: str, said: Said) -> bool:
    """Whether some word of `said`, or a verb with its particle, may stand for `word`."""
    return any(alike(word, t.text) for t in words.content(said)) or any(
        same_phrase(phrase, word) for phrase in said.phrases.values()
    )


def held(tokens: Sequence[Token], said: Said) -> int:
    """How many of the tokens a text has, or words that stand for them."""
    return sum(
        t.atom in said.atoms if t.atom
        else stands_for(t.text, said) or words.fold(t.text) in said.names
        for t in tokens
    )  # fmt: skip
