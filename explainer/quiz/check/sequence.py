"""The order in which a source tells what happened, where it gives no dates."""

from __future__ import annotations

import re
from itertools import pairwise

from explainer.language.reading import Sentence
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.words import Said
from explainer.quiz.item import option_texts

# What makes the later told the earlier.
_BACK = re.compile(
    r"\b(?:before(?! the (?:break|interval|half|end))|after(?! (?:just |about |only )?\d+ min)|"
    r"until|earlier|previously|already|first|once|since|later than|following|"
    r"had (?:\w+ )?\w+(?:ed|en|t|wn))\b",
    re.I,
)


def told_in_order(ground: Ground) -> bool:
    """Whether the evidence tells the events of an order item one after the other in the order of
    its key, and no word of it turns that round between two of them."""
    places = [_places(text, ground) for text in option_texts(ground.item, ground.item.key)]
    at = -1
    chosen: list[int] = []
    for found in places:
        later = [place for place in found if place > at]
        if not later:
            return False
        at = later[0]
        chosen.append(at)
    return not any(_BACK.search(ground.source.text[a:b]) for a, b in pairwise(chosen))


def _places(text: str, ground: Ground) -> list[int]:
    """Where in the source, in characters, the stretches begin that tell an event best."""
    said = words.read(text)
    scored: list[tuple[float, int]] = []
    for sentence in ground.sentences:
        for start, told in _stretches(sentence, ground):
            scored.append((_share(said, told), start))
    best = max((share for share, _ in scored), default=0.0)
    return sorted(start for share, start in scored if share >= max(0.3, best - 0.1))


def _stretches(sentence: Sentence, ground: Ground) -> list[tuple[int, Said]]:
    """A sentence cut at commas and joining words, each part with where it starts."""
    text = ground.source.text[sentence.start : sentence.end]
    cuts = [0, *(m.start() for m in re.finditer(_CUT, text)), len(text)]
    return [(sentence.start + a, words.read(text[a:b])) for a, b in pairwise(cuts) if b > a]


_CUT = r"[,;:]|\b(?:and|but|although|while|then|when|because)\b"


def _share(said: Said, told: Said) -> float:
    claims = said.substance
    return sum(_held(t, told) for t in claims) / len(claims) if claims else 0.0


def _held(token: Token, told: Said) -> bool:
    if token.atom:
        return token.atom in told.atoms
    return stands_for(token.text, told) or words.fold(token.text) in told.names
