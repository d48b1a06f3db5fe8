"""Places of a lesson: those a source names, with a point or with the reason why they have none."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import count
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from explainer.facts import Fact, Origin, Quote, Strict
from explainer.fields import FactIds, Id, Name, Quotes, ReferenceIds, Spellings
from explainer.geometry import Latitude, Longitude
from explainer.mention import PlaceCandidate, PlaceMention
from explainer.source import Span

if TYPE_CHECKING:
    from explainer.extract.extract import Extraction
    from explainer.language.reading import Reading

Quality = Literal["two sources agree", "one source", "inferred"]
# Kinds so wide that their point is only a middle: nobody takes a bearing from one.
AREAS = frozenset((
    "continent", "ocean", "sea", "country", "former country", "region", "state", "province",
    "peninsula", "desert", "mountains", "mountain range", "valley and district", "river", "canal",
))  # fmt: skip


class Elevation(Strict):
    """Metres above the sea: one value, or the range in which the sources differ."""

    low: int = Field(description="metres; the lower value where sources differ")
    high: int = Field(description="metres; the same as low where there is one value")
    measured: Literal["published", "elevation model", "inferred"] = Field(
        default="published", description="a published height, or one read off an elevation model"
    )
    note: str | None = Field(default=None, description="why the values differ, in a sentence")


class Place(Strict):
    """A place of the lesson. `mentions` counts how often the source names it."""

    id: Id
    name: Name
    spellings: Spellings = ()
    kind: str = Field(default="place", description="town, pass, river, peak, province, ...")
    lat: Latitude
    lon: Longitude
    elevation: Elevation | None = Field(default=None, description="height, or the range of heights")
    quality: Quality = Field(default="one source", description="how well the point is known")
    country: str | None = Field(default=None, description="the country it lies in")
    about: str | None = Field(default=None, description="what a student should know of it")
    caution: str | None = Field(default=None, description="what is disputed or easily confused")
    origin: Origin = Field(default="source", description="who says so: the source, or background")
    mentions: int = Field(
        default=0, description="how often the source names it; counted when built"
    )
    fact_ids: FactIds = ()
    evidence: Quotes = ()
    reference_ids: ReferenceIds = ()


class Unplaced(Strict):
    """A place the source names that could not be put on the map, and why."""

    name: str
    why: str = Field(description="why it is not placed, in a sentence")
    candidates: tuple[PlaceCandidate, ...] = ()
    mentions: int = 0
    fact_ids: tuple[str, ...] = ()
    evidence: tuple[Quote, ...] = ()


class PlacesReport(Strict):
    placed: tuple[Place, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


def places(extraction: Extraction) -> PlacesReport:
    """The places a source names, each once: those with a point, and those without, with the
    reason why."""
    reading = extraction.reading
    named: dict[str, list[PlaceMention]] = {}
    for found in reading.mentions:
        if isinstance(found, PlaceMention):
            named.setdefault(found.value, []).append(found)
    facts: dict[str, list[Fact]] = {}
    for fact in extraction.facts:
        for value in {m.value for m in fact.mentions if isinstance(m, PlaceMention)}:
            facts.setdefault(value, []).append(fact)
    placed: list[Place] = []
    unplaced: list[Unplaced] = []
    for name, mentions in named.items():
        told = facts.get(name, [])
        common: dict[str, Any] = {
            "name": name,
            "mentions": len(mentions),
            "fact_ids": tuple(fact.id for fact in told),
            "evidence": _sentences_of(reading, mentions),
        }
        located = [(m, m.lat, m.lon) for m in mentions if m.lat is not None and m.lon is not None]
        if not located:
            why = next((m.why_unplaced for m in mentions if m.why_unplaced), None)
            unplaced.append(
                Unplaced(
                    why=why or f"No place called {name} is in the gazetteer.",
                    candidates=mentions[0].candidates,
                    **common,
                )
            )
            continue
        mention, lat, lon = located[0]
        others = {m.text for m in mentions} - {name}
        placed.append(
            Place(
                id=place_id(name, {place.id for place in placed}),
                spellings=tuple(sorted(others)),
                kind=mention.kind or "place",
                country=mention.country,
                lat=lat,
                lon=lon,
                **common,
            )
        )
    return PlacesReport(placed=tuple(placed), unplaced=tuple(unplaced))


def slug(name: str) -> str:
    """A name as an id and for comparing: "Jalālābād" and "Jalalabad" are one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def place_id(name: str, taken: set[str]) -> str:
    base = slug(name) or "place"
    tries = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(each for each in tries if each not in taken)


def _sentences_of(reading: Reading, mentions: list[PlaceMention]) -> tuple[Quote, ...]:
    found: dict[int, Quote] = {}
    for mention in mentions:
        index = bisect_right(reading.sentences, mention.start, key=lambda s: s.start) - 1
        if index >= 0 and mention.end <= (sentence := reading.sentences[index]).end:
            span = Span(sentence.start, sentence.end)
            words = reading.source.quote(span)
            found[sentence.start] = Quote(start=span.start, end=span.end, quote=words)
    return tuple(found.values())
