"""Cause and effect may not change places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.words import Said, right

_LATER = r"because(?: of)?|due to|owing to|thanks to|as a result of|since|after|when|as"
_CAUSE_LAST = re.compile(rf",?\s+(?:{_LATER})\s+", re.I)
_CAUSE_FIRST = re.compile(
    r",?\s+(?:so(?: that)?|(?:and )?therefore|(?:which )?(?:led to|caused|causes))\s+",
    re.I,
)
_BECAUSE = re.compile(r",?\s+because(?: of)?\s+", re.I)
_WHY = re.compile(
    r"^\W*(?:why|for what reason|what (?:caused?|led to|was the (?:cause|reason)))\b", re.I
)


def cause_before_effect(ground: Ground) -> Iterator[Finding]:
    """What the source gives as the effect must not be asked for, or stated, as the cause."""
    item = ground.item
    keys = [o.text for o in right(item)]
    if item.kind == "true_false" and keys and keys[0].strip().casefold() == "true":
        parts = _BECAUSE.split(item.stem, maxsplit=1)
        pairs = [(parts[0], parts[1])] if len(parts) == 2 else []
    elif item.kind == "single_choice" and _WHY.search(item.stem):
        pairs = [(_WHY.sub("", item.stem), key) for key in keys]
    else:
        return
    for effect, cause in pairs:
        for sentence in ground.sentences:
            told = _told(ground.index.said(sentence).text)
            if told and _reversed(words.read(effect), words.read(cause), *told):
                yield error("cause-reversed", "In the source this is the effect, not the cause.")
                return


def _told(text: str) -> tuple[Said, Said] | None:
    """Effect and cause, as a sentence of the source gives them."""
    if len(parts := _CAUSE_LAST.split(text, maxsplit=1)) == 2:
        return words.read(parts[0]), words.read(parts[1])
    if len(parts := _CAUSE_FIRST.split(text, maxsplit=1)) == 2:
        return words.read(parts[1]), words.read(parts[0])
    return None


def _reversed(effect: Said, cause: Said, told_effect: Said, told_cause: Said) -> bool:
    crossed = _share(cause, told_effect) - _share(cause, told_cause)
    return crossed >= 0.5 and _share(effect, told_cause) > _share(effect, told_effect)


def _share(said: Said, other: Said) -> float:
    claims = words.content(said)
    return sum(stands_for(t.text, other) for t in claims) / len(claims) if claims else 0.0


RULES: tuple[Rule, ...] = (cause_before_effect,)
