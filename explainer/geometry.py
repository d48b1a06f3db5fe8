"""Lines, heights and neighbours: what the map of a lesson is drawn from, besides its places."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from explainer.facts import Strict
from explainer.fields import Id, Name, Note, ReferenceIds, Spellings
from explainer.map_views import GuidedView

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
