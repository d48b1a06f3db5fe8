"""What the dictionary knows of an English word: its base forms and which form of a verb it is.

The file is made by tools/make_lexicon.py; explainer/data/LICENCE.md names its source. It holds a
line for each word, in order of bytes, after an empty one:
`word TAB PART:base,base|PART:base TAB verb forms TAB past`, a base spelled like the word written
`=`.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data" / "lexicon.z"


class Entry(NamedTuple):
    """`bases` by part of speech (NOUN, VERB, AUX, ADJ, ADV); `verb_forms` are Penn tags (VBD).
    `past` is the past form of a base form of a verb."""

    bases: dict[str, tuple[str, ...]]
    verb_forms: frozenset[str]
    past: str | None = None


UNKNOWN = Entry({}, frozenset())


@lru_cache(maxsize=65536)
def entry(word: str) -> Entry:
    """The entry of a word in small letters; `UNKNOWN` for one not in the dictionary."""
    found = _line(word.encode("utf-8", "replace"))
    if found is None:
        return UNKNOWN
    parts, forms, past = found.decode().split("\t")[1:]
    bases = {}
    for part in filter(None, parts.split("|")):
        name, _, spelled = part.partition(":")
        bases[name] = tuple(word if base == "=" else base for base in spelled.split(","))
    return Entry(bases, frozenset(forms.split()), past or None)


def _line(word: bytes) -> bytes | None:
    """The line of `word`, found by halving: no word need be unpacked that nobody asks for."""
    data, sought = _read(), word + b"\t"
    low, high = 0, len(data) - 1
    while low < high:
        begin = data.rfind(b"\n", low, (low + high) // 2 + 1)
        begin = low if begin < 0 else begin
        end = data.find(b"\n", begin + 1)
        line = data[begin + 1 : end]
        if line.startswith(sought):
            return line
        if line < sought:
            low = end
        else:
            high = begin
    return None


@lru_cache(maxsize=1)
def _read() -> bytes:
    return zlib.decompress(DATA.read_bytes())
