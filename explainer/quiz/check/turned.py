"""Whether two texts say one thing from two sides: "lost" and "won", "no harder", "the hardest"."""

from __future__ import annotations

import re

from explainer import lexicon
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import opposed
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.words import Said

_COMPARES = re.compile(r"\b(?:not|never) (?:since|before|so|as)\b", re.I)


_MOST = re.compile(r"\b(?:most|least|first|record|only|\w{3,}est)\b", re.I)


def of_the_most(said: Said, ground: Ground) -> bool:
    """ "No decision was harder" for "the hardest decision"."""
    if not _MOST.search(ground.evidence.text):
        return False
    return bool(_COMPARES.search(said.text)) or any(
        words.is_negation(t) and any(map(_is_comparative, said.tokens[at + 1 :]))
        for at, t in enumerate(said.tokens)
    )


def _is_comparative(token: Token) -> bool:
    low = token.text.casefold()
    bases = lexicon.entry(low).bases.get("ADJ", ())
    return low in ("more", "better", "worse") or (low.endswith("er") and bool(bases)
                                                  and low not in bases)  # fmt: skip


def turned(said: Said, ground: Ground, denied: set[str] | None = None) -> bool:
    """Whether a word of one says the opposite of a word of the other, one of them `denied`."""
    return any(
        opposed(mine.text, told.text)
        and (denied is None or mine.form in denied or told.form in denied)
        for mine in words.content(said)
        for told in words.content(ground.evidence)
    )
