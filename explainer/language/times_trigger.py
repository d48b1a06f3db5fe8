"""Which sentences can hold a time at all: a cheap look at their words and figures."""

from __future__ import annotations

import re

from explainer.language.times_hours import HOUR_SAID
from explainer.language.times_words import LEXICON, ORDINALS
from explainer.word_set import word_set

_CODES = frozenset("umasSpPDNeEAvg!X#QBhUM1c")
# The words a phrase or a holiday of several words cannot do without.
_PARTS_OF_PHRASES = word_set(
    "past future present moment time ago easter christmas eve thanksgiving halloween mardi "
    "pentecost juneteenth epiphany michaelmas candlemas lammas martinmas whitsun mayo fiscal clock "
    "hours date"
)
_HEADS = _PARTS_OF_PHRASES | {w for w, (c, _) in LEXICON.items() if c in _CODES and w.isalpha()}
_HEADS |= {w for w, n in ORDINALS.items() if n > 3}
_no_head = _HEADS.isdisjoint
_words_of = re.compile(r"[a-z]+").findall
_FIGURES = re.compile(
    r"[Oo]ne second\b|[0-9](?:[0-9]{3}|0s\b|(?<=[QqHh].)\b"
    r"|[0-9]?(?:[:/][0-9]|\.[0-9]{1,2}\.[0-9]|\s?[AaPp]\.?\s?[Mm]\b|(?:st|nd|rd|th)\b|-[Ss]ec)|(?<=['‘’].)[0-9]\b)"
)


def may_hold_time(text: str) -> bool:
    """False only if `text` holds no word or figure a time expression is made from."""
    if not _no_head(_words_of(text.lower())) or _FIGURES.search(text):
        return True
    return "A.D" in text or "B.C" in text or HOUR_SAID.search(text) is not None
