"""Numbers and what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explainer.language.reading import Sentence
from explainer.mention import QuantityMention, TimeMention
from explainer.source import Source

_WORDS = dict(
    zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True)
) | {"hundreds": 100, "thousands": 1000, "several": 3, "a dozen": 12, "a couple": 2}
_NUMBER = re.compile(r"\b(?:\d[\d.,]*\d|\d|" + "|".join(_WORDS) + r")\b(?!-)", re.I)
_NOUN = re.compile(r"\s+(?:of\s+)?([a-z]+)")


def find_quantities(
    source: Source, sentences: Sequence[Sentence], taken: Sequence[TimeMention]
) -> list[QuantityMention]:
    """Quantities of `sentences` in order; `taken` are times, which are no quantities."""
    found = []
    busy = [(t.start, t.end) for t in taken]
    for sentence in sentences:
        for match in _NUMBER.finditer(source.text, sentence.start, sentence.end):
            value = number_value(match.group())
            if value is None or any(a < match.end() and match.start() < b for a, b in busy):
                continue
            noun = _NOUN.match(source.text, match.end(), sentence.end)
            end = noun.end() if noun else match.end()
            found.append(
                QuantityMention(
                    start=match.start(),
                    end=end,
                    text=source.text[match.start() : end],
                    value=value,
                    number_end=match.end(),
                    unit=noun.group(1) if noun else None,
                    vague=match.group().lower() in ("hundreds", "thousands", "several"),
                )
            )
    return found


def number_value(text: str) -> float | None:
    """The number written as `text` in digits or words, or None."""
    word = text.strip().lower()
    if word in _WORDS:
        return float(_WORDS[word])
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", word):
        return float(word.replace(".", ""))
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return None


def same_number(a: str, b: str) -> bool:
    """Whether both are written forms of one number."""
    return number_value(a) is not None and number_value(a) == number_value(b)
