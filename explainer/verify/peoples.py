"""The country whose people or things a word names."""

from __future__ import annotations

from functools import lru_cache

from explainer.language.reader import own_gazetteer


@lru_cache(maxsize=16384)
def country_of_people(word: str) -> str | None:
    """ "Norwegian": Norway."""
    return own_gazetteer().demonym_country(word)
