"""Words for the people, language or things of a place: "Syrian", "South Koreans", "French"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from explainer.gazetteer import Gazetteer
from explainer.mention import AnyMention, PlaceMention
from explainer.source import Source

# The letter before the look back at what stands before it: only capitals are tried.
_WORD = re.compile(r"[A-Z](?<!\w.)[a-zé]{2,}\b")
_BEFORE = re.compile(r"\b(?:(?P<first>[A-Z][a-z]+[ -])?(?P<last>(?:[A-Z][a-z]+|sub)[ -]))$")
_TOWNS = ("city", "district", "state")


class Demonym(NamedTuple):
    start: int
    end: int
    place: str


def demonyms_in(text: str, gazetteer: Gazetteer) -> list[Demonym]:
    """Each such word of `text`, with the name of its country or region; of "South Korean" both
    words."""
    kept: list[Demonym] = []
    for match in _WORD.finditer(text):
        found = _longest(text, match, gazetteer)
        if found and kept and found.start < kept[-1].end:
            kept[-1] = found  # "Saudi Arabian" takes in "Saudi"
        elif found:
            kept.append(found)
    return kept


def _longest(text: str, match: re.Match[str], gazetteer: Gazetteer) -> Demonym | None:
    """The demonym that ends in this word: "Papua New Guinean", "Rican" only after "Costa"."""
    start, end = match.span()
    if not gazetteer.ends_demonym(match[0]):
        return None
    before = _BEFORE.search(text, max(0, start - 24), start)
    for at in (before.start(), before.start("last"), start) if before else (start,):
        place = gazetteer.demonym_country(text[at:end].replace("Sub-", "sub-"))
        if place:
            return Demonym(at, end, place)
    return None


def demonym_mentions(
    source: Source, found: Iterable[Demonym], named: Iterable[AnyMention], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    """Each demonym of `found` as a mention of its place, by start; `kind` is "demonym". A word that
    is part of a name in `named` ("Turkish Airlines") or a person's surname there is none, nor one
    of the source's credits."""
    text = source.text
    named = [m for m in named if m.type in ("person", "organisation", "place")]
    taken = {at for m in named for at in range(m.start, m.end)}
    surnames = {m.text.rsplit(" ", 1)[-1] for m in named if m.type == "person"}
    outside = [b for b in source.blocks if b.kind in ("credit", "furniture")]
    return tuple(
        _mention(each, text, gazetteer)
        for each in found
        if each.start not in taken
        and each.end - 1 not in taken
        and text[each.start : each.end] not in surnames
        and not any(b.start <= each.start < b.end for b in outside)
    )


def _mention(found: Demonym, text: str, gazetteer: Gazetteer) -> PlaceMention:
    candidates = gazetteer.lookup(found.place)
    lands = (c for c in candidates if c.kind not in _TOWNS)
    largest = max(candidates, key=lambda c: c.population, default=None)
    meant = next(lands, largest)
    words = text[found.start : found.end]
    return PlaceMention(
        start=found.start, end=found.end, text=words, value=found.place, kind="demonym",
        lat=meant.lat if meant else None, lon=meant.lon if meant else None,
        country=meant.country if meant else None, candidates=(meant,) if meant else (),
        why_unplaced=None if meant else f"No point is known for {found.place}.",
    )  # fmt: skip
