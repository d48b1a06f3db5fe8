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


def trie(words: Iterable[str]) -> str:
    """A regular expression for exactly `words`, shared beginnings written once.

    An alternation of hundreds of words is tried one by one at each place; this is not.
    """
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in node
    parts = [re.escape(letter) + _branch(node[letter]) for letter in sorted(node) if letter]
    if not parts:
        return ""
    inner = parts[0] if len(parts) == 1 and not ends else "(?:" + "|".join(parts) + ")"
    return inner + ("?" if ends else "")
