"""The country of a place, where a claim names it in the place's stead."""

from __future__ import annotations

from explainer.language.reader import own_gazetteer
from explainer.mention import PlaceMention
from explainer.verify.index import Line
from explainer.verify.peoples import country_of_people


def is_country_of(name: str, lines: list[Line]) -> bool:
    """ "Austrian", where Vienna is named: the country of a place named there."""
    world = own_gazetteer()
    country = country_of_people(name)
    if country is None:
        found = next(iter(world.lookup(name)), None)
        country = found.name if found is not None and found.kind == "country" else None
    return country is not None and any(
        isinstance(m, PlaceMention) and m.country and world.country_name(m.country) == country
        for line in lines for m in line.mentions
    )  # fmt: skip
