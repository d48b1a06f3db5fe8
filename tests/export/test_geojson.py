"""The map's twins for other programs."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.earth import Point, distance
from explainer.export.geojson import geojson
from explainer.export.places_table import HEADS, places_csv, way_between
from explainer.geography import Place
from explainer.geography_text import describe
from explainer.geometry import Geometry, Line
from explainer.pack_content import load_content

CONTENT = load_content(Path(__file__).parents[2] / "content" / "panjshir")


def positions(coordinates):
    if isinstance(coordinates[0], list):
        for each in coordinates:
            yield from positions(each)
    else:
        yield coordinates


def test_it_is_valid_geojson():
    """RFC 7946: longitude first, on the globe, ids unique, rings closed and counterclockwise."""
    made = json.loads(geojson(CONTENT.places, CONTENT.geometry))
    assert made["type"] == "FeatureCollection"
    ids = [feature["id"] for feature in made["features"]]
    assert len(ids) == len(set(ids)) == len(CONTENT.places) + len(CONTENT.geometry.lines)
    for feature in made["features"]:
        assert feature["type"] == "Feature"
        assert feature["geometry"]["type"] in ("Point", "LineString", "Polygon")
        for lon, lat in positions(feature["geometry"]["coordinates"]):
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90
        if feature["geometry"]["type"] == "Polygon":
            ring = feature["geometry"]["coordinates"][0]
            assert ring[0] == ring[-1]
            area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
            assert area > 0


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), max_size=5))
def test_points_come_back_as_they_were(points):
    """Nothing is rounded away on the way out."""
    places = [Place(id=str(n), name="x", lat=a, lon=b) for n, (a, b) in enumerate(points)]
    made = json.loads(geojson(places))
    assert [f["geometry"]["coordinates"] for f in made["features"]] == [
        [lon, lat] for lat, lon in points
    ]


def test_an_open_boundary_stays_a_line():
    line = Line(id="b", name="b", kind="boundary", points="0,0 0,1 1,1")
    assert '"LineString"' in geojson((), Geometry(lines=(line,)))


def test_every_place_is_a_row_and_no_cell_is_a_formula():
    """The table has a row a place, and a name cannot run in a spreadsheet."""
    places = (*CONTENT.places, Place(id="z", name="=1+1", lat=0, lon=0))
    rows = list(csv.reader(io.StringIO(places_csv(places, places[0]))))
    assert tuple(rows[0]) == HEADS
    assert len(rows) == len(places) + 1
    assert rows[-1][0] == "'=1+1"


def test_ways_are_geodesics():
    """Kabul to Mazar-i-Sharif is 307 km to the north-west, as the content says."""
    places = {p.id: p for p in CONTENT.places}
    kabul, mazar = places["kabul"], places["mazar-i-sharif"]
    km, degrees, way = way_between(kabul, mazar)
    assert km == pytest.approx(distance(Point(kabul.lat, kabul.lon), Point(mazar.lat, mazar.lon)))
    assert round(km) == 307
    assert way == "north-west"
    assert 270 < degrees < 360
    assert way_between(kabul, kabul) is None


def test_the_map_in_words_names_every_place():
    """Whoever cannot see the map misses no place, neighbour or pass."""
    told = " ".join(describe(CONTENT.places, CONTENT.geometry))
    for place in CONTENT.places:
        assert place.name in told
    for neighbour in CONTENT.geometry.neighbours:
        assert neighbour.name in told
    assert "3,620 m" in told
    assert describe((), None) == ("The map shows 0 places.",)
