"""Many words as one regular expression that tries no character twice."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Source of an expression that matches the longest of `words` (lower case) in any case.

    A straight apostrophe also matches the typographic one.
    """
    return _tree(sorted(set(words)), 0)


def _tree(words: list[str], depth: int) -> str:
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
