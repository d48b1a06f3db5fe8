"""Which sentences can hold a time at all: one expression over the raw text."""

from __future__ import annotations

import re

from explainer.language.times_holidays import NAMES
from explainer.language.times_words import LEXICON, PHRASES

_CODES = frozenset("umasSpPDNeEAvg!X#QBhUM1")
_WORDS = sorted(
    {w for w, (code, _) in LEXICON.items() if code in _CODES and w[-1].isalpha()}
    | {"half-year"}
    | {p for p, (code, _) in PHRASES.items() if code in "gDGh"}
    | set(NAMES)
)


def _tree(words: list[str], depth: int = 0) -> str:
    """One expression for `words` in which no character is tried twice."""
    heads: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if len(word) == depth:
            ends = True
        else:
            heads.setdefault(word[depth], []).append(word)
    branches = []
    for char, group in heads.items():
        rest = _tree(group, depth + 1)
        letter = (
            f"[{char}{char.upper()}]"
            if char.isalpha()
            else "['’]"
            if char == "'"
            else re.escape(char)
        )
        branches.append(letter + rest)
    inner = "|".join(branches)
    if not branches:
        return ""
    if ends:
        return f"(?:{inner})?"
    return inner if len(branches) == 1 else f"(?:{inner})"


TRIGGER = re.compile(
    rf"\b(?:{_tree(_WORDS)})\b|\b[0-9]{{4}}|[0-9][0-9]?(?:[:/.][0-9]|\s?[ap]\.?m)|['’][0-9]0s"
    r"|[0-9][0-9]?(?:st|nd|rd|th)\b|[QH][1-4]\b",
)
