"""Words that cannot both be true of one thing at once, for a statement made false."""

from __future__ import annotations

import re

# Each with its opposite in the same form, so that the sentence stays one.
_PAIRS = (
    "rose fell", "risen fallen", "rises falls", "rising falling", "grew shrank",
    "increased decreased", "increases decreases", "increase decrease",
    "raised lowered", "doubled halved", "won lost", "accepted rejected", "approved rejected",
    "backed opposed", "supports opposes", "supported opposed", "praised criticised",
    "welcomed criticised", "admitted denied", "opened closed", "reopened closed", "hired dismissed",
    "bought sold", "buys sells", "began ended",
    "begins ends", "strengthened weakened", "expanded shrank", "freed jailed",
    "acquitted convicted", "agreed refused",
    "upstream downstream", "indoors outdoors", "above below", "inside outside",
    "largest smallest", "biggest smallest", "highest lowest", "longest shortest",
    "oldest youngest", "wettest driest", "hottest coldest", "heaviest lightest",
    "richest poorest", "wetter drier", "warmer colder", "hotter colder", "higher lower",
    "older younger", "longer shorter", "larger smaller", "faster slower", "cheaper costlier",
    "stronger weaker", "brightest dullest", "northern southern", "eastern western",
    "north-eastern south-western", "north-western south-eastern", "spring autumn",
    "summer winter", "morning evening", "sunrise sunset", "sunny cloudy", "wet dry",
    "majority minority", "victory defeat", "cheap expensive",
)  # fmt: skip
_OPPOSITES: dict[str, str] = {}
for _one, _other in (pair.split() for pair in _PAIRS):
    _OPPOSITES.setdefault(_one, _other)
    _OPPOSITES.setdefault(_other, _one)
_WORD = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+)?(?![\w-])")


# "The schools stay closed" has "open", "refused the offer" has no "agreed", "no longer than".
_NOT_SO = re.compile(
    r"\b(?:stays?|stayed|remain\w*|kept|keeps?|is|are|be) (?:opened|closed)\b|"
    r"\b(?:agreed|refused)\b(?! to\b)|\b(?:longer|shorter) than\b|"
    r"\b(?:inside|outside|above|below)\b(?! (?:the|an?|its|his|her|their)\b)"
)


def opposite_of(statement: str) -> tuple[str, str] | None:
    """The one word of a statement that has an opposite, and that opposite; None where several
    have one, for two such changes may make one truth: "rose in summer" and "fell in winter"."""
    found = [word for word in _WORD.findall(statement) if word in _OPPOSITES]
    if len(found) != 1 or _NOT_SO.search(statement) or re.search(r'["“”]', statement):
        return None
    old, new = found[0], _OPPOSITES[found[0]]
    article = re.search(rf"\b[Aa]n? {old}\b", statement)
    return None if article and (old[0] in _VOWELS) != (new[0] in _VOWELS) else (old, new)


_VOWELS = "aeiou"
