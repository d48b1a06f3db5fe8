"""How hard a text is to read, as a school grade: Flesch and Kincaid's formula of 1975.

Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, Naval Technical Training.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)")
_VOWELS = re.compile(r"[aeiouyäöüáéíóúàèâêîôû]+")
_SILENT = re.compile(r"(?<=[^aeiouyl\W])e$|(?<=[^aeiouytd\W])ed$|(?<=[^aeiouyscgxz\W])es$")


def syllables(word: str) -> int:
    """Syllables of one word, by its groups of vowels; within one for most English words."""
    lower = word.lower()
    spoken = _SILENT.sub("", lower)
    return max(1, len(_VOWELS.findall(spoken)))


def grade(text: str) -> float | None:
    """The American school grade a text is written for, to one decimal; None without words.

    Numbers are left out. Names count as any word, so a text full of them looks harder than it is.
    """
    words = _WORD.findall(text)
    if not words:
        return None
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    spoken = sum(syllables(word) for word in words)
    return round(0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59, 1)
