"""Countries that a word stands for: of whose people it tells, or of a place named there."""

from __future__ import annotations

from functools import lru_cache

from explainer.language.reader import own_gazetteer
from explainer.mention import PlaceMention
from explainer.verify.index import Line


@lru_cache(maxsize=16384)
def country_of_people(word: str) -> str | None:
    """ "Norwegian": Norway."""
    return own_gazetteer().demonym_country(word)


def country_of(name: str) -> str | None:
    """ "Austrian", "Austria": Austria."""
    country = country_of_people(name)
    if country is None:
        found = next(iter(own_gazetteer().lookup(name)), None)
        country = found.name if found is not None and found.kind == "country" else None
    return country


def is_country_of(name: str, lines: list[Line]) -> bool:
    """ "Austrian", where Vienna is named: the country of a place named there."""
    world = own_gazetteer()
    country = country_of(name)
    return country is not None and any(
        isinstance(m, PlaceMention) and m.country and world.country_name(m.country) == country
        for line in lines for m in line.mentions
    )  # fmt: skip


def speaks_of_country(name: str, lines: list[Line]) -> bool:
    """ "The Brazilian" or "of Brazil", where the text has the other, or a town there."""
    told = (t.text for line in lines for t in line.tokens if t.tag in ("NAME", "J", "N"))
    capitals = {text for text in told if text[:1].isupper()}
    country = country_of(name) or name
    same = any(country in (each, country_of(each)) for each in capitals)
    return (same and name not in capitals) or is_country_of(name, lines)
