"""Everything the map shows as rows: the twin of the map."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from explainer.earth import Point, bearing, compass, distance
from explainer.geography import Place

HEADS = (
    "name", "kind", "country", "latitude", "longitude", "height_low_m", "height_high_m",
    "from", "from_km", "from_direction", "mentions", "origin", "quality", "references",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def places_csv(places: Sequence[Place], seen_from: Place | None = None) -> str:
    """Comma-separated, one row a place, in order; distances and directions are from
    `seen_from`. Texts that a spreadsheet would run as a formula get an apostrophe."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEADS)
    for place in places:
        height, way = place.elevation, ("", "")
        if seen_from and (between := way_between(seen_from, place)):
            way = (f"{between[0]:.1f}", between[2])
        rows.writerow(
            [
                safe(place.name), safe(place.kind), safe(place.country or ""),
                place.lat, place.lon,
                height.low if height else "", height.high if height else "",
                safe(seen_from.name) if seen_from else "", *way, place.mentions,
                place.origin, place.quality, " ".join(place.reference_ids),
            ]
        )  # fmt: skip
    return out.getvalue()


def way_between(a: Place, b: Place) -> tuple[float, float, str] | None:
    """Kilometres in a straight line, degrees from north and the direction in words; None for a
    place without a point, or the same point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    here, there = Point(a.lat, a.lon), Point(b.lat, b.lon)
    if here == there:
        return None
    degrees = bearing(here, there)
    return distance(here, there), degrees, compass(degrees)


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
