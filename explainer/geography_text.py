"""The map in words: for somebody who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.earth import Point, bearing, compass, distance
from explainer.geography import AREAS, Place
from explainer.geometry import Geometry, Line
from explainer.outlines import country_at, neighbours

SIDES = ("north", "east", "south", "west")
AT_KM = 2.0  # two sources put a town's point no further apart


def describe(places: Sequence[Place], geometry: Geometry | None) -> tuple[str, ...]:
    """Paragraphs, from the whole to the parts: where it lies, what surrounds it, its river from
    the source down, its streams, the ridges and ways through them, and each place."""
    told = [
        paragraph
        for paragraph in (
            _where(places),
            *(_geometry(geometry) if geometry else ()),
            _from_first(places),
        )
        if paragraph
    ]
    return tuple(told)


def _where(places: Sequence[Place]) -> str:
    names = [name for p in places if (name := country_of(p))]
    if not names:
        return f"The map shows {_count(len(places), 'place')}."
    home = max(names, key=names.count)
    around = neighbours(home)
    beside = f" {home} borders on {_and(around)}." if around else ""
    return (
        f"The map shows {_count(len(places), 'place')}, {names.count(home)} of them in {home}."
        f"{beside}"
    )


def country_of(place: Place) -> str | None:
    """The country in whose outline the place's point lies."""
    if place.lat is None or place.lon is None:
        return None
    return country_at(Point(place.lat, place.lon))


def point_in_words(at: Point, places: Sequence[Place]) -> str | None:
    """A point of the map by the place that lies there, or by its distance and direction from the
    nearest: "12 km north-east of Rokha". None where there is no place to tell it by."""
    spots = [(p.name, Point(p.lat, p.lon)) for p in places if p.kind not in AREAS]
    if not spots:
        return None
    name, nearest = min(spots, key=lambda spot: distance(at, spot[1]))
    km = distance(nearest, at)
    return name if km < AT_KM else f"{km:,.0f} km {compass(bearing(nearest, at))} of {name}"


def _geometry(geometry: Geometry) -> Iterator[str]:
    if geometry.neighbours:
        told = [
            f"to the {side} {_and(names)}"
            for side in SIDES
            if (names := [n.name for n in geometry.neighbours if n.side == side])
        ]
        yield f"Around it lie {'; '.join(told)}."
    if len(geometry.profile) > 1:
        yield _river(geometry)
    yield from _streams([line for line in geometry.lines if line.kind == "tributary"])
    yield from _doors(geometry)
    ways = [line for line in geometry.lines if line.kind in ("road", "track")]
    if ways:
        yield " ".join(f"{way.name}: {way.note or way.kind}." for way in ways)


def _river(geometry: Geometry) -> str:
    points = geometry.profile
    first, last = points[0], points[-1]
    way = compass(bearing(Point(first.lat, first.lon), Point(last.lat, last.lon)))
    stops = [
        f"{p.name} at {p.river_km:.0f} km and {p.elevation:,.0f} m"
        for p in points[1:-1]
        if p.place_id
    ]
    return (
        f"The river begins at {first.elevation:,.0f} m and runs to the {way}. It passes "
        f"{_and(stops)}, counted along the river. {last.name}, at {last.river_km:.0f} km and "
        f"{last.elevation:,.0f} m, is the last point."
    )


def _streams(lines: list[Line]) -> Iterator[str]:
    for side in ("right", "left"):
        named = [
            f"{line.name}{f' ({line.length_km:.0f} km)' if line.length_km else ''}"
            for line in lines
            if line.side == side
        ]
        if named:
            yield f"Looking downstream, these streams join from the {side}: {_and(named)}."


def _doors(geometry: Geometry) -> Iterator[str]:
    for heights in geometry.heights:
        metres = [reading[2] for reading in heights.readings]
        if heights.kind == "crest":
            yield f"{heights.title}: known heights from {min(metres):,.0f} to {max(metres):,.0f} m."
        if heights.kind == "saddle":
            doors = []
            for number, metre in enumerate(metres):
                name = heights.names[number] if number < len(heights.names) else ""
                beyond = heights.leads_to[number] if number < len(heights.leads_to) else ""
                to = f" to {beyond}" if beyond else ""
                doors.append(f"{name or 'one without a known name'}{to} at {metre:,.0f} m")
            yield f"{heights.title}: {_and(doors)}."


def _from_first(places: Sequence[Place]) -> str:
    """Each place by distance and direction from the first."""
    at = [(p, Point(p.lat, p.lon)) for p in places if p.lat is not None and p.lon is not None]
    if not at:
        return ""
    (first, here), *others = at
    told = []
    for place, there in sorted(others, key=lambda pair: distance(here, pair[1])):
        way = f"{distance(here, there):.0f} km to the {compass(bearing(here, there))}"
        told.append(f"{place.name} ({place.kind}{_height(place)}), {way}")
    height = f"{first.name} ({first.kind}{_height(first)})"
    return f"Seen from {height}: {'; '.join(told)}." if told else f"There is {height}."


def _height(place: Place) -> str:
    known = place.elevation
    if known is None:
        return ""
    low, high = f"{known.low:,}", f"{known.high:,}"
    return f", {low} m" if known.low == known.high else f", {low} to {high} m"


def _and(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
