"""What a speaker denies in full."""

from __future__ import annotations

import re

from explainer.quiz.check import words
from explainer.quiz.check.denial import refuses
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.words import Said

_DENIED = re.compile(r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|refuted?)\b(.+)", re.I)


_AS_SAID = re.compile(
    r"\b(?:accus\w+|alleg\w+|claim\w*|charge\w*|report\w*|rumou?r\w*|criti\w+|suspect\w*)\b", re.I
)


def denied_in_full(said: Said, ground: Ground) -> str | None:
    """A text all of which someone denies in the evidence, and that denies and accuses nothing."""
    if _AS_SAID.search(said.text) or any(words.is_negation(t) or refuses(t) for t in said.tokens):
        return None
    for sentence in ground.sentences:
        found = _DENIED.search(ground.index.said(sentence).text)
        if not found:
            continue
        after, asked = words.read(found[1]), said.substance
        named = [t for t in asked if not t.capital and not stands_for(t.text, after)
                 and t.atom not in after.atoms]  # fmt: skip
        if len(asked) > 1 and len(named) <= 0.25 * len(asked):
            return f"it says what is denied there (“{found.group()[:40].strip()}…”)"
    return None
