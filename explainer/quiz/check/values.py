"""Does the evidence have a number or a time, or one that it bounds, rounds or holds?"""

from __future__ import annotations

import re

from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.meant import POINTS_BACK
from explainer.quiz.check.measures import measured_at, measures_in
from explainer.quiz.check.shares import shares
from explainer.quiz.check.tokens import Atom, Token
from explainer.quiz.check.words import Said


def of_the_context(atom: Atom, ground: Ground) -> bool:
    """A day, month or year that the sentences around, or the first one, give, where the evidence
    has none of its own."""
    if (
        _is_day(atom)
        and POINTS_BACK.search(ground.evidence.text)
        and (atom in ground.index.said(ground.index.before(ground.item.evidence[0])).atoms)
    ):
        return True
    if not _is_day(atom) or any(_is_day(own) and own[0] == atom[0] for own in ground.atoms):
        return False
    return atom in ground.around.atoms or atom in ground.index.when


SHARE_WORDS = {"half": 50, "majority": 50, "minority": 50, "third": 33, "quarter": 25}


def is_in_share(token: Token, said: Said, ground: Ground) -> bool:
    """ "More than half" and "a majority" where the evidence has 54 percent."""
    told, least = shares(ground.evidence.text), SHARE_WORDS[token.text.casefold()]
    before = said.text[max(0, token.start - 16) : token.start]
    if _UP.search(before) or token.text.casefold() == "majority":
        return any(share > least for share in told)
    if _DOWN.search(before) or token.text.casefold() == "minority":
        return any(share < least for share in told)
    return any(abs(share - least) <= 4 for share in told)


def is_of_the_known(token: Token, said: Said, ground: Ground) -> bool:
    """ "The two sides", "both armies": that there are two the article as a whole tells. Of more,
    and of "the first count", the source has the number with that noun."""
    if not _DEFINITE.search(said.text[: token.start]) or token.atom is None:
        return False
    after = [t for t in said.tokens if t.start > token.start][:3]
    one = token.atom[0] == "ordinal"
    noun = next((t for t in after if not t.capital and (one or t.text.endswith(("s", "n")))), None)
    if token.atom == ("number", 2.0):
        return noun is not None
    counts = noun is not None and token.atom[0] in ("number", "ordinal")
    told = words.read(ground.source.text).tokens if counts else ()
    return noun is not None and any(
        one.atom == token.atom and noun.form in [t.form for t in told[at + 1 : at + 4]]
        for at, one in enumerate(told)
    )


_DEFINITE = re.compile(r"\b(?:the|these|those|its|their|all|which)\W+(?:same )?$", re.I)


def _is_day(atom: Atom) -> bool:
    kind, value = atom
    return kind in ("weekday", "month", "decade") or (kind == "number" and 1000 <= value <= 2100)


def knows_atom(token: Token, said: Said, ground: Ground) -> bool:
    """Whether the evidence has the number or time, or one that it bounds, rounds or holds."""
    kind, value = token.atom or ("", 0.0)
    if (kind, value) == ("ordinal", 1.0) and _FIRST.search(said.text[max(0, token.start - 12) :]):
        return True  # "at first", "had first asked": an adverb
    published = ground.source.published
    if kind == "number" and published and value == published.year:
        return True  # "How old was it in 2017?"
    if (kind, value) in ground.atoms or _bounds(token, said, ground):
        return True
    if (kind, value) == ("ordinal", 2.0) and _TIME.match(said.text[token.end :]):
        return bool(_AGAIN.search(ground.evidence.text))
    if kind == "number" and measured_at(token, said) & measures_in(ground.evidence.text):
        return True
    if _is_share(token, said, ground) or (value == 2.0 and _PAIR.search(ground.evidence.text)):
        return True
    if kind == "ordinal" and re.match(r"\W+centur", said.text[token.end :], re.I):
        return any(k == "number" and v // 100 == value - 1 for k, v in ground.atoms)
    if kind == "season":
        return any(k == "season" and v == value for k, v in ground.around.atoms)
    if kind == "decade" and value < 100 and _OF_AGE.search(said.text[: token.start]):
        return any(k == "number" and value <= v < value + 10 for k, v in ground.atoms)
    if kind == "decade":
        return any(k == "decade" and v % 100 == value % 100 and min(v, value) < 100
                   for k, v in ground.atoms)  # fmt: skip
    if kind == "number" and value == 1.0:
        # "one" is also an article or a pronoun; "a killed man" is one man
        return bool(re.search(r"\b(?:a|an|one)\b", ground.evidence.text, re.I))
    if kind == "ordinal" and ("number", value) in ground.atoms:
        return True
    return kind == "season" and token.form in ground.evidence.forms


_OF_AGE = re.compile(r"\b(?:his|her|their|my|in (?:one's|the)) (?:early |mid-?|late )?$", re.I)
_TIME = re.compile(r" (?:time|occasion)\b", re.I)
_AGAIN = re.compile(r"\b(?:again|another|twice|repeat\w*|re-?\w+ed|once more)\b", re.I)
_PAIR = re.compile(r"\b(?:couple|pair|both|twins?|twice)\b", re.I)


def _is_share(token: Token, said: Said, ground: Ground) -> bool:
    """ "Ten percent" where the evidence has "a tenth"."""
    around = said.text[max(0, token.start - 6) : token.end + 10]
    mine = shares(around)
    return bool(mine) and mine <= shares(ground.evidence.text)


_FIRST = re.compile(r"\bat first\b|\bfirst\W*$|\b(?:had|has|have|who|was|were) first \w+ed\b", re.I)


_UP = re.compile(r"\b(?:more than|over|above|at least)\W+(?:an? )?$", re.I)


_DOWN = re.compile(r"\b(?:less than|fewer than|under|below|almost|nearly|up to)\W+(?:an? )?$", re.I)


def _bounds(token: Token, said: Said, ground: Ground) -> bool:
    """ "More than a thousand" where the evidence counts 1,200, itself without such a bound."""
    kind, value = token.atom or ("", 0.0)
    for pattern, low, high in ((_UP, 1.0, 2.0), (_DOWN, 0.5, 1.0)):
        if kind != "number" or not pattern.search(said.text[: token.start]):
            continue
        for told in ground.evidence.tokens:
            if told.atom and told.atom[0] == "number" and value != told.atom[1]:
                bounded = pattern.search(ground.evidence.text[: told.start])
                if low * value <= told.atom[1] <= high * value and not bounded:
                    return True
    return False
