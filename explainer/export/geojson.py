"""The places and lines of a lesson as GeoJSON (RFC 7946): WGS84, longitude first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from explainer.geography import Place
from explainer.geometry import Geometry, Line


def geojson(places: Sequence[Place], geometry: Geometry | None = None) -> str:
    """A FeatureCollection of the placed places as points and the geometry's lines."""
    features = [_place(p) for p in places if p.lat is not None and p.lon is not None]
    features += [_line(line) for line in geometry.lines] if geometry else []
    whole: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if geometry:
        whole["credits"] = list(geometry.credits)
        whole["note"] = geometry.note
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _feature(id: str, kind: str, coordinates: Any, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": id,
        "geometry": {"type": kind, "coordinates": coordinates},
        "properties": {name: value for name, value in properties.items() if value is not None},
    }


def _place(place: Place) -> dict[str, Any]:
    height = place.elevation
    told = {
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "elevation_low_m": height.low if height else None,
        "elevation_high_m": height.high if height else None,
        "quality": place.quality,
        "origin": place.origin,
        "mentions": place.mentions,
        "about": place.about,
        "caution": place.caution,
    }
    return _feature(place.id, "Point", [place.lon, place.lat], told)


def _line(line: Line) -> dict[str, Any]:
    points = [[lon, lat] for lat, lon in line.coordinates]
    told = {
        "name": line.name,
        "kind": line.kind,
        "length_km": line.length_km,
        "schematic": line.schematic,
        "note": line.note,
    }
    if line.kind == "boundary" and len(points) > 3 and points[0] == points[-1]:
        return _feature(line.id, "Polygon", [_counterclockwise(points)], told)
    return _feature(line.id, "LineString", points, told)


def _counterclockwise(ring: list[list[float]]) -> list[list[float]]:
    turned = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring))
    return ring if turned < 0 else ring[::-1]
