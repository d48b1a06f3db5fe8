"""The order in which a source tells what happened, where it gives no dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from explainer.language.reading import Sentence
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import same_phrase, stands_for
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


def share_at(at: int, text: str, sentences: Sequence[Sentence], ground: Ground) -> float:
    """How much of an event the part of a sentence tells that holds the character `at`; words that
    other events of the item have too count little."""
    said = words.read(text)
    others = [words.read(o.text) for o in ground.item.options if o.text != text]
    own = tuple(t for t in said.substance if not any(t.form in o.forms for o in others))
    for sentence in sentences:
        for start, told in _stretches(sentence, ground):
            if start <= at < start + len(told.text):
                apart = sum(_held(t, told) or _verb_held(t.start, said, told) for t in own)
                apart += _verbs_held(said, told)
                return _share(said, told) + 2 * apart / max(len(own), 1)
    return 0.0


def _verbs_held(said: Said, told: Said) -> int:
    """How many verbs of little words a text has: "put off", where that has "postponed"."""
    begun = {t.start for t in said.substance}
    return sum(_verb_held(start, said, told) for start in said.phrases if start not in begun)


def _verb_held(start: int, said: Said, told: Said) -> bool:
    verb = said.phrases.get(start)
    return verb is not None and any(same_phrase(verb, t.text) for t in told.claims)


def _stretches(sentence: Sentence, ground: Ground) -> list[tuple[int, Said]]:
    """A sentence cut at commas and joining words, each part with where it starts."""
    text = ground.source.text[sentence.start : sentence.end]
    cuts = [0, *(m.start() for m in re.finditer(_CUT, text)), len(text)]
    return [(sentence.start + a, words.read(text[a:b])) for a, b in pairwise(cuts) if b > a]


_CUT = r"[,;:]|\b(?:and|but|although|while|then|when|because)\b"


def _share(said: Said, told: Said) -> float:
    claims = said.substance
    if not claims:
        return 0.0
    more = _verbs_held(said, told)
    held = sum(_held(t, told) or _verb_held(t.start, said, told) for t in claims)
    return (held + more) / (len(claims) + more)


def _held(token: Token, told: Said) -> bool:
    if token.atom:
        return token.atom in told.atoms
    return stands_for(token.text, told) or words.fold(token.text) in told.names
