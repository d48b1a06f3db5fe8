"""Which sentences can hold a time at all: one expression over the raw text."""

from __future__ import annotations

import re

from explainer.language.times_holidays import NAMES
from explainer.language.times_words import LEXICON, PHRASES
from explainer.language.word_tree import one_of

_CODES = frozenset("umasSpPDNeEAvg!X#QBhUM1")
_WORDS = sorted(
    {w for w, (code, _) in LEXICON.items() if code in _CODES and w[-1].isalpha()}
    | {"past", "future"}
    | {p for p, (code, _) in PHRASES.items() if code in "gDGh"}
    | set(NAMES)
)


TRIGGER = re.compile(
    rf"\b(?:{one_of(_WORDS)})\b|\b[0-9]{{4}}|[0-9][0-9]?(?:[:/.][0-9]|\s?[ap]\.?m)|['’][0-9]0s"
    r"|[0-9][0-9]?(?:st|nd|rd|th)\b|[QH][1-4]\b",
)
