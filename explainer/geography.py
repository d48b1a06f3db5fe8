"""Places of a lesson, and the lines and heights of its map."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from explainer.facts import Fact, Origin, Quote, Strict
from explainer.fields import FactIds, Id, Name, Note, Quotes, ReferenceIds, Spellings
from explainer.map_views import GuidedView
from explainer.mention import PlaceCandidate, PlaceMention
from explainer.source import Span

if TYPE_CHECKING:
    from explainer.extract.extract import Extraction
    from explainer.language.reading import Reading

Quality = Literal["two sources agree", "one source", "inferred"]
LineKind = Literal["river", "tributary", "road", "track", "boundary", "gorge", "ridge"]
HeightKind = Literal["summit", "saddle", "crest", "high point", "boundary", "settlement"]
Latitude = Annotated[float, Field(ge=-90, le=90, description="degrees north, WGS84")]
Longitude = Annotated[float, Field(ge=-180, le=180, description="degrees east, WGS84")]


def parse_points(text: str, numbers: int) -> tuple[tuple[float, ...], ...]:
    """Points written as "lat,lon lat,lon" (or with a third number), as tuples of floats."""
    points = []
    for word in text.split():
        try:
            point = tuple(float(part) for part in word.split(","))
        except ValueError:
            raise ValueError(f"'{word}' is not a point; write numbers joined by commas") from None
        if len(point) != numbers:
            raise ValueError(f"'{word}' has {len(point)} numbers, not {numbers}")
        if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
            raise ValueError(f"'{word}' is not on the globe; latitude comes first")
        points.append(point)
    if not points:
        raise ValueError("no points given")
    return tuple(points)


def _points(text: str) -> str:
    parse_points(text, 2)
    return " ".join(text.split())


def _heights(text: str) -> str:
    parse_points(text, 3)
    return " ".join(text.split())


PointText = Annotated[str, AfterValidator(_points)]
HeightText = Annotated[str, AfterValidator(_heights)]


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


class Line(Strict):
    """A line on the map. `points` is "lat,lon lat,lon ..." from first to last."""

    id: Id
    name: Name
    kind: LineKind = Field(description="what kind of line it is")
    points: PointText = Field(description="points in order: 'lat,lon lat,lon'")
    heights: str | None = Field(
        default=None, pattern=r"^\d+( \d+)*$", description="metres, one a point, where known"
    )
    side: Literal["left", "right"] | None = Field(default=None, description="bank it joins from")
    length_km: float | None = Field(
        default=None, description="of the real thing, not of the drawn line"
    )
    area_km2: float | None = Field(default=None, description="of the basin of a stream")
    schematic: bool = Field(default=False, description="drawn between known points, not surveyed")
    note: Note = None
    reference_ids: ReferenceIds = ()

    @model_validator(mode="after")
    def _one_height_a_point(self) -> Self:
        if self.heights and len(self.heights.split()) != len(self.points.split()):
            raise ValueError(f"line {self.id} has not as many heights as points")
        return self

    @cached_property
    def coordinates(self) -> tuple[tuple[float, ...], ...]:
        """(lat, lon) of each point."""
        return parse_points(self.points, 2)


class Heights(Strict):
    """Spot heights of one kind. `points` is "lat,lon,metres lat,lon,metres ..."."""

    id: Id
    title: str = Field(description="what these heights are, in a few words")
    kind: HeightKind = Field(description="what kind of points they are")
    points: HeightText = Field(description="points: 'lat,lon,metres lat,lon,metres'")
    names: tuple[str, ...] = Field(
        default=(), description="one a point, empty where it has no name"
    )
    leads_to: tuple[str, ...] = Field(
        default=(), description="of saddles: what lies beyond, one a point"
    )
    note: Note = None
    reference_ids: ReferenceIds = ()

    @cached_property
    def readings(self) -> tuple[tuple[float, ...], ...]:
        """(lat, lon, metres) of each point."""
        return parse_points(self.points, 3)


class ProfilePoint(Strict):
    """A point of the long profile of a valley, from the source down."""

    name: Name
    lat: Latitude
    lon: Longitude
    elevation: float = Field(description="metres, of the river beside the point")
    measured: Literal["published", "elevation model", "inferred"] = Field(
        description="where the height comes from"
    )
    straight_km: float = Field(description="sum of straight legs from the first point")
    river_km: float = Field(description="kilometres along the river")
    floor_km: float | None = Field(
        default=None, gt=0, description="width of the valley 100 m above the river, if known"
    )
    place_id: str | None = Field(default=None, description="the place that stands here, if any")
    reference_ids: ReferenceIds = ()


class Neighbour(Strict):
    """A neighbour of the area shown; the label point only says where its name is written."""

    name: Name
    side: Literal["north", "east", "south", "west"] = Field(description="on which side it lies")
    border_km: float | None = Field(default=None, description="length of the common border")
    districts: str | None = Field(default=None, description="its districts along the border")
    label_lat: Latitude
    label_lon: Longitude
    reference_ids: ReferenceIds = ()


class District(Strict):
    name: Name
    spellings: Spellings = ()
    lat: Latitude = Field(description="of the middle of its area")
    lon: Longitude
    area_km2: float | None = Field(default=None, description="measured on its outline")
    reference_ids: ReferenceIds = ()


class Geometry(Strict):
    """What a map of the lesson is drawn from, besides its places."""

    lines: tuple[Line, ...] = Field(default=(), description="rivers, roads, borders")
    heights: tuple[Heights, ...] = Field(default=(), description="spot heights, by kind")
    profile: tuple[ProfilePoint, ...] = Field(
        default=(), description="points of the long profile, from the source down"
    )
    neighbours: tuple[Neighbour, ...] = Field(default=(), description="what lies around")
    districts: tuple[District, ...] = Field(default=(), description="parts of the area")
    credits: tuple[str, ...] = Field(
        default=(), description="one line a source, shown beside the map"
    )
    note: str | None = Field(
        default=None, description="what must be said of every map drawn from this"
    )
    views: tuple[GuidedView, ...] = Field(
        default=(), description="a guided walk over the map; written in fortress.yaml"
    )

    def line(self, id: str) -> Line | None:
        return next((line for line in self.lines if line.id == id), None)


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
