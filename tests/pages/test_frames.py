"""What a map shows, and that no name on it covers another, on a phone, a page and a wall."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.earth import Point
from explainer.geography import Place
from pages.parts import data
from pages.parts.frames import SHAPE, Box, boxes, frame_of, placed, seen, together
from pages.parts.names_around import WIDE, pixel
from pages.parts.valley import ALL, SIZES, _size, valley

points = st.lists(st.tuples(st.floats(-70, 70), st.floats(-170, 170)), min_size=1, max_size=20)


@given(points)
def test_a_frame_holds_its_points_and_is_no_strip(where):
    """Every point lies inside; the map is neither flat nor tall, whatever the points."""
    box = frame_of(where)
    assert all(box.south <= lat <= box.north and box.west <= lon <= box.east for lat, lon in where)
    if box.south > -85 and box.north < 85:
        assert SHAPE[0] - 0.25 <= box.shape <= SHAPE[1] + 0.25


def test_the_near_view_leaves_out_what_lies_on_another_continent():
    """Towns of one country and two abroad: near shows towns of the country only, far all six."""
    home = [(6.4, 3.4), (6.6, 3.5), (9.1, 7.5), (6.4, 2.9)]
    abroad = [(52.5, -1.9), (-33.5, -70.6)]
    places = tuple(
        Place(id=f"p{n}", name=f"P{n}", lat=lat, lon=lon)
        for n, (lat, lon) in enumerate(home + abroad)
    )
    sight = boxes(places, None)
    near = {p.id for p in seen(places, None, sight, "near")}
    assert {"p0", "p1", "p3"} <= near <= {"p0", "p1", "p2", "p3"}
    assert len(seen(places, None, sight, "far")) == 6


def test_places_that_lie_together_need_no_second_view():
    """Without one far off, and with too few, there is one view."""
    assert together([Point(10, 10), Point(10, 11), Point(11, 10), Point(11, 11)]) == []
    assert together([Point(10, 10), Point(50, 50)]) == []


def _written(figure, box: Box, room):
    """Pixel boxes of every name drawn: of places, countries, neighbours."""
    size, plot = SIZES[room][2], _size(box, room)
    marks = next(t for t in figure.data if t.customdata is not None)
    found = []
    for lat, lon, text, side in zip(marks.y, marks.x, marks.text, marks.textposition, strict=True):
        if text:
            x, y = pixel(box, plot, lat, lon)
            name = re.sub("<.*?>", "", text)
            wide, high = len(name) * size * 0.5, size * 1.1
            left = {"r": x + 7, "l": x - 7 - wide}.get(side.split()[1][0], x - wide / 2)
            top = {"t": y - 7 - high, "b": y + 7}.get(side[0], y - high / 2)
            found.append((name, left, top, left + wide, top + high))
    for note in figure.layout.annotations:
        if note.text.startswith("<i>"):
            x, y = pixel(box, plot, note.y, note.x)
            name = re.sub("<.*?>", "", note.text)
            wide, high = len(name) * note.font.size * WIDE / 2, note.font.size * 0.6
            found.append((name, x - wide, y - high, x + wide, y + high))
    return found


@pytest.mark.parametrize("room", ["phone", "page", "hall"])
@pytest.mark.parametrize("view", ["near", "far"])
@pytest.mark.parametrize("chosen", [None, "gorge", "mir-samir"])
def test_no_name_covers_another_on_the_map_of_the_lesson(room, view, chosen):
    """With every layer on, at every width: no two names share a pixel, and some are drawn."""
    lesson = data.built_in()
    sight = boxes(lesson.places, lesson.geometry)
    places = seen(placed(lesson.places), lesson.geometry, sight, view)
    figure = valley(places, lesson.geometry, chosen, is_dark=False, room=room, box=sight[view],
                    view=view, layers=ALL | {"districts"})  # fmt: skip
    names = _written(figure, sight[view], room)
    assert len(names) > 4
    for a, b in combinations(names, 2):
        across = min(a[3], b[3]) - max(a[1], b[1])
        down = min(a[4], b[4]) - max(a[2], b[2])
        assert across <= 2 or down <= 2, (a[0], b[0])
