"""Whether two spellings are one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from explainer.language.names_words import SUFFIXES, TITLES

_SPLIT = re.compile(r"[\s\-‐‑]+")
# Spellings of one sound when names are carried over from other scripts.
_SOUNDS = [
    ("^m[ou]ham", "muham"), ("(?<=m)ed$", "ad"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("iy", "i"), ("ij", "i"), ("yi", "i"),
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sch", "sh"), ("ck", "k"),
    ("q", "k"), ("c", "k"), ("w", "v"), ("y", "i"), ("x", "ks"), ("dj", "j"), ("ah$", "a"),
]  # fmt: skip
_SOUND = [(re.compile(a), b) for a, b in _SOUNDS]
_DOUBLE = re.compile(r"(.)\1+")
_AL = re.compile(r"^(?:al|el|ul|ad|ar|as|at|az|ash|an)$")


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """A word of a name with accents, doubled letters and usual differences of transliteration
    taken away: Mohammed, Muhammad and Mohamad fold to one."""
    plain = unicodedata.normalize("NFD", word.replace("đ", "dj").replace("Đ", "Dj").casefold())
    plain = "".join(c for c in plain if c.isalpha() and not unicodedata.combining(c))
    for pattern, sound in _SOUND:
        plain = pattern.sub(sound, plain)
    return _DOUBLE.sub(r"\1", plain)


def name_words(name: str) -> list[str]:
    """The words of a name without titles, suffixes, "the" and possessive."""
    name = re.sub(r"['’]s?\s*$", "", name.strip())
    words = [x for x in _SPLIT.split(name) if x]
    while len(words) > 1 and (
        words[0] in TITLES or words[0].lower() in ("the", "former", "acting")
    ):
        words = words[1:]
    while len(words) > 1 and words[-1].strip(",") in SUFFIXES:
        words = words[:-1]
    return words


def same_name(a: str, b: str) -> bool:
    """True where two forms are spellings of one name, or one is a part of the other that a careful
    writer would use for it ("Hussain" for "Salim Husain", "S. Husain", "General Husain"); False
    where a word of one stands against a different word of the other. Does not know nicknames."""
    first, second = (
        [fold_word(x) for x in name_words(n) if not _AL.match(x.lower())] for n in (a, b)
    )
    first, second = [x for x in first if x], [x for x in second if x]
    if not first or not second:
        return False
    if len(first) > len(second):
        first, second = second, first
    if len(first) == len(second):
        return all(_word_same(x, y) for x, y in zip(first, second, strict=True)) or (
            "".join(first) == "".join(second)
        )
    if len(first) == 1:
        part = len(first[0]) > 1 and first[0] in (second[0], second[-1])
        return part or first[0] == "".join(second)
    return _word_same(first[-1], second[-1]) and _in_order(first, second)


def _word_same(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _in_order(short: list[str], long: list[str]) -> bool:
    """First words agree and what the long form has more are initials or stand in the middle."""
    if not _word_same(short[0], long[0]):
        return False
    middle = [x for x in long[1:-1] if x not in short]
    return all(len(x) == 1 for x in middle) or len(short) > 2
