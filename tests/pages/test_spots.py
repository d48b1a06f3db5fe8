"""A question on the map does not answer itself."""

from __future__ import annotations

import pytest

from explainer.geography import Place
from explainer.quiz.item import Item, Option
from pages.parts.spots import bearings, spots, spots_of


def on_map(*texts, stem="Where on the map is Kabul?"):
    options = tuple(Option(id=str(n), text=text) for n, text in enumerate(texts))
    return Item(id="i", kind="place_on_map", stem=stem, options=options, key=("0",))


def place(name, lat, lon):
    return Place(id=name, name=name, lat=lat, lon=lon)


def test_points_are_read_from_the_options():
    """Latitude and longitude in degrees; anything else is no map question."""
    assert spots_of(on_map("34.5, 69.2", "-1.25, 36")) == ((34.5, 69.2), (-1.25, 36.0))
    assert spots_of(on_map("34.5, 69.2", "near Kabul")) == ()


def test_no_name_around_the_marks_gives_the_answer_away():
    """A place that shares a word with the question, or lies at a mark, is not named."""
    item = on_map("34.53, 69.17", "35.0, 69.2")
    kept = bearings(item, (place("Kabul river", 34.4, 70), place("Bagram", 34.6, 70.0)))
    assert [p.name for p in kept] == ["Bagram"]
    near = (place("The capital", 34.54, 69.18), place("Bagram", 34.6, 69.9))
    drawn = spots(spots_of(item), near, None, is_dark=False, room="page")
    shown = [text for trace in drawn.data for text in (trace.text or ())]
    assert "The capital" not in shown


def test_only_spots_are_named_to_take_a_bearing_from():
    """The middle of a province, a country or a range tells nobody where anything lies."""
    wide = [
        place(kind, 34.6, 70.0).model_copy(update={"kind": kind})
        for kind in ("province", "country", "state", "mountain range")
    ]
    town = place("Bagram", 34.6, 70.0)
    assert bearings(on_map("34.53, 69.17", "35.0, 69.2"), (*wide, town)) == (town,)


def test_no_name_runs_under_a_mark():
    """A name that would reach a mark stands on its other side."""
    points = ((34.5, 69.2), (34.5, 70.2), (35.2, 69.9))
    near = (place("Rokha", 35.2, 69.9 - 0.27),)  # A mark of 14 pixels would leave it room.
    drawn = spots(points, near, None, is_dark=False, room="phone").data[-2]
    assert (list(drawn.text), list(drawn.textposition)) == (["Rokha"], ["middle left"])


@pytest.mark.parametrize("room", ["phone", "page", "hall"])
def test_marks_are_numbered_and_carry_only_their_number(room):
    """What the browser gets for a mark is its number in the order shown."""
    drawn = spots(spots_of(on_map("34.5, 69.2", "35, 69.2")), (), None, is_dark=True, room=room)
    assert list(drawn.data[-1].customdata) == [0, 1]
    assert list(drawn.data[-1].text) == ["<b>1</b>", "<b>2</b>"]
