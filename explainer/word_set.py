"""Word tables, written as one would say them."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a string, apart at white space."""
    return frozenset(words.split())
