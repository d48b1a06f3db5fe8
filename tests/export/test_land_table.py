"""The other half of the map's twin: lines, heights and neighbours as rows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from explainer.export.land_table import land_tables, table_csv
from explainer.geometry import Geometry, Line
from explainer.pack_content import load_content

FOLDER = Path(__file__).parents[2] / "content" / "panjshir"


def test_every_line_height_and_neighbour_has_its_row():
    """Nothing the map draws is missing from the tables, and rows are as long as their heads."""
    geometry = load_content(FOLDER).geometry
    assert geometry is not None
    lines, profile, heights, around = land_tables(geometry)
    assert len(lines.rows) == len(geometry.lines)
    assert len(profile.rows) == len(geometry.profile)
    assert len(heights.rows) == sum(len(each.readings) for each in geometry.heights)
    assert len(around.rows) == len(geometry.neighbours) + len(geometry.districts)
    for table in (lines, profile, heights, around):
        assert {len(row) for row in table.rows} == {len(table.heads)}


def test_a_geometry_without_anything_has_no_tables():
    assert land_tables(Geometry()) == ()


def test_a_cell_is_no_formula():
    """A name that a spreadsheet would run gets an apostrophe; the rest comes back as it was."""
    line = Line(id="x", name="=SUM(A1)", kind="road", points="1,2 3,4")
    table = land_tables(Geometry(lines=(line,)))[0]
    rows = list(csv.reader(io.StringIO(table_csv(table))))
    assert rows[1][0] == "'=SUM(A1)"
    assert rows[1][4] == "1.000° N, 2.000° E"
