"""The places page: each way to look opens from its address, and says what it shows."""

from __future__ import annotations

from functools import partial

import pytest
from opened import words

from explainer.quiz.land import land_items
from pages.parts import data
from pages.parts.frames import boxes, placed, seen
from pages.parts.looks import looks
from pages.parts.valley import valley


@pytest.fixture(scope="module")
def lesson():
    return data.built_in()


@pytest.fixture
def page(fresh):
    return partial(fresh, "learn/places")


def charts(at):
    return [chart.proto.alt for chart in at.get("plotly_chart")]


def test_a_place_opens_from_its_address(page):
    """?place= shows that place beside a map that says how it was made."""
    at = page(place="khawak-pass")
    assert at.header[0].value == "Khawak Pass"
    assert "schematic, interpolated from" in words(at)
    assert any("neighbours" in alt for alt in charts(at))


def test_every_view_of_the_walk_opens(page, lesson):
    """?view= shows its idea, fact and question, and a picture; Next leads on."""
    views = lesson.geometry.views
    assert len(views) == 6
    for view in views:
        at = page(view=view.id)
        assert at.header[0].value == view.title
        assert "Think." in words(at)
        assert "Compare." in words(at)
        assert charts(at)
    at = page(view=views[0].id)
    next(b for b in at.button if b.label.startswith("Next")).click().run()
    assert at.header[0].value == views[1].title


def test_every_statement_about_the_land_is_read_against_the_map(page, lesson):
    """?claim= shows the article's words, what the map says, and the places it means."""
    claims = [claim for claim in lesson.claims if claim.on_map]
    assert len(claims) > 5
    for claim in claims:
        at = page(claim=claim.id)
        assert "The map says." in words(at)
        shown = [p.name for p in lesson.places if p.id in claim.place_ids]
        assert all(any(name in alt for alt in charts(at)) for name in shown)


def test_the_valley_is_seen_from_the_side(page):
    """?look=side shows the profile with the gorge, and three cuts at one scale."""
    at = page(look="side", place="anaba")
    alts = " ".join(charts(at))
    assert "Anaba, 1,780 m at 121 km" in alts
    assert "Bazarak: river at 1,991 m" in alts


def test_distances_follow_the_geodesic(page):
    """From Kabul to Mazar-i-Sharif it is 307 km to the north-west."""
    at = page(look="ways", place="kabul")
    at.selectbox(key="way_to").set_value("mazar-i-sharif").run()
    assert "306.6 km" in words(at) or "307" in words(at)
    assert "north-west" in words(at)


def test_the_table_sorts_and_the_map_is_told_in_words(page):
    """The twin can be put in order, and the description names the passes with their heights."""
    at = page()
    assert "Anjuman Pass" in words(at)
    at.selectbox(key="table_order").set_value("highest first").run()
    table = next(e.proto.body for e in at.get("html") if "x-table" in e.proto.body)
    assert table.index("Mir Samir") < table.index("Bazarak")
    assert {b.proto.label for b in at.get("download_button")} == {
        "Table (CSV)", "Map data (GeoJSON)",
    }  # fmt: skip


def test_questions_on_the_land_are_answered_at_once(page, lesson):
    """?look=try asks where a place lies and how high; the answer is told, with what it rests on,
    and the table that would tell it is not shown."""
    ids = [item.id for item in land_items(lesson.places)]
    item = next(i for i in land_items(lesson.places) if i.kind == "single_choice")
    at = page(**{"try": item.id})
    assert at.subheader[0].value == item.stem
    assert not any("<table" in e.proto.body for e in at.get("html"))
    at.radio(key=f"try-{ids.index(item.id)}").set_value(
        [o.id for o in item.options].index(item.key[0])
    ).run()
    at.button(key=f"check-{ids.index(item.id)}").click().run()
    assert any("✓ Right" in e.proto.body for e in at.get("html"))


def test_every_question_on_the_land_opens(page, lesson):
    """Those with marks bring their map."""
    for item in land_items(lesson.places):
        at = page(**{"try": item.id})
        assert at.subheader[0].value == item.stem
        assert len(charts(at)) == (item.kind == "place_on_map")


def test_arrow_keys_lead_from_place_to_place(page):
    """Next and Back, which have the arrow keys, walk the places of the map and of the river."""
    for query in ({"place": "bazarak"}, {"place": "bazarak", "look": "side"}):
        at = page(**query)
        buttons = {b.key: b for b in at.button}
        assert buttons["place-next"].proto.shortcut == "right"
        buttons["place-next"].click().run()
        assert at.query_params["place"] != "bazarak"
        next(b for b in at.button if b.key == "place-back").click().run()
        assert at.query_params["place"] == "bazarak"


def test_the_twins_hold_lines_heights_and_neighbours(page):
    """Each has a table of its own, to sort and to take away."""
    for name, word in {
        "Rivers, roads, borders": "Dara / Hazara stream", "Heights": "Khawak Pass",
        "Along the river": "Aqeb", "Neighbours and districts": "Nuristan",
    }.items():  # fmt: skip
        at = page()
        next(g for g in at.get("button_group") if g.key == "table").set_value(name).run()
        table = next(e.proto.body for e in at.get("html") if "x-table" in e.proto.body)
        assert word in table
        assert [b.proto.label for b in at.get("download_button")] == ["Table (CSV)"]


def test_a_lesson_without_land_offers_map_and_distances(lesson):
    """For another article there is no walk, no profile, and nothing breaks."""
    told = tuple(p.model_copy(update={"origin": "source"}) for p in lesson.places)
    bare = lesson.model_copy(update={"geometry": None, "claims": (), "places": told})
    assert looks(bare) == ["map", "ways"]


@pytest.mark.parametrize("room", ["phone", "page", "hall"])
@pytest.mark.parametrize("is_dark", [True, False])
def test_a_chosen_place_is_marked_on_every_map(lesson, room, is_dark):
    """Choosing another place changes the figure, in every room and theme."""
    sight = boxes(lesson.places, lesson.geometry)
    places = seen(placed(lesson.places), lesson.geometry, sight, "near")
    drawn = {
        valley(places, lesson.geometry, chosen, is_dark=is_dark, room=room, box=sight["near"],
               view="near").to_json()
        for chosen in ("rokha", "anaba", "gulbahar")
    }  # fmt: skip
    assert len(drawn) == 3


def test_places_named_more_often_are_larger(lesson):
    """The size of a mark tells how often the article names a place."""
    sight = boxes(lesson.places, None)
    figure = valley(
        placed(lesson.places), None, None, is_dark=False, room="page", box=sight["far"], view="far"
    )
    marks = next(trace for trace in figure.data if trace.customdata is not None)
    size = dict(zip(marks.customdata, marks.marker.size, strict=True))
    times = {p.id: p.mentions for p in lesson.places}
    ordered = sorted(size, key=lambda id: times[id])
    assert [size[id] for id in ordered] == sorted(size.values())
