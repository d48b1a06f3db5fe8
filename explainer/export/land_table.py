"""Lines, heights and neighbours of a map as rows: the other half of its twin."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from explainer.export.places_table import safe
from explainer.geometry import Geometry


class Table(NamedTuple):
    """`name` is told above it; the first cell of a row names the row."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def land_tables(geometry: Geometry) -> tuple[Table, ...]:
    """What a map draws besides its places, each kind in a table; none that would be empty."""
    tables = (
        Table(
            "Rivers, roads, borders",
            ("Line", "Kind", "Length in km", "Joins from the", "From", "To", "Note", "References"),
            tuple(_lines(geometry)),
        ),
        Table(
            "Along the river",
            ("Point", "River km", "Straight km", "Height in m", "Height is", "Where", "References"),
            tuple(_profile(geometry)),
        ),
        Table(
            "Heights",
            ("Height", "Metres", "Where", "Leads to", "References"),
            tuple(_heights(geometry)),
        ),
        Table(
            "Neighbours and districts",
            ("Name", "Kind", "Side", "Common border in km", "Area in square km", "References"),
            tuple(_around(geometry)),
        ),
    )
    return tuple(table for table in tables if table.rows)


def table_csv(table: Table) -> str:
    """Comma-separated; texts that a spreadsheet would run as a formula get an apostrophe."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(table.heads)
    rows.writerows([safe(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _at(lat: float, lon: float) -> str:
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{abs(lat):.3f}° {north}, {abs(lon):.3f}° {east}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"


def _lines(geometry: Geometry) -> Iterator[tuple[str, ...]]:
    for line in geometry.lines:
        ends = line.coordinates[0], line.coordinates[-1]
        note = "; ".join(filter(None, ["schematic" if line.schematic else "", line.note]))
        yield (
            line.name, line.kind, _number(line.length_km), line.side or "",
            *(_at(lat, lon) for lat, lon in ends), note, " ".join(line.reference_ids),
        )  # fmt: skip


def _profile(geometry: Geometry) -> Iterator[tuple[str, ...]]:
    for point in geometry.profile:
        yield (
            point.name, _number(point.river_km), f"{point.straight_km:,.1f}",
            _number(point.elevation), point.measured, _at(point.lat, point.lon),
            " ".join(point.reference_ids),
        )  # fmt: skip


def _heights(geometry: Geometry) -> Iterator[tuple[str, ...]]:
    for each in geometry.heights:
        for number, (lat, lon, metres) in enumerate(each.readings):
            name = each.names[number] if number < len(each.names) else ""
            beyond = each.leads_to[number] if number < len(each.leads_to) else ""
            yield (
                name or each.kind, _number(metres), _at(lat, lon), beyond,
                " ".join(each.reference_ids),
            )  # fmt: skip


def _around(geometry: Geometry) -> Iterator[tuple[str, ...]]:
    for each in geometry.neighbours:
        border = _number(each.border_km)
        yield each.name, "neighbour", each.side, border, "", " ".join(each.reference_ids)
    for part in geometry.districts:
        area = _number(part.area_km2)
        yield part.name, "district", "", "", area, " ".join(part.reference_ids)
