"""The places page in a browser: every view passes axe, the keys work, and so does a cut cable."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from looking import serious, too_wide

FLAT = "This browser cannot draw in 3D"


@pytest.fixture
def views(lesson_pack):
    """Every view of the page, by its address; of the statements, which look alike, two."""
    land = lesson_pack.geometry
    claims = [claim.id for claim in lesson_pack.claims if claim.on_map]
    return [
        "places", "places?place=khawak-pass", "places?look=side&place=rokha", "places?look=ways",
        "places?try=land-highest-anjuman-pass", "places?try=land-where-khawak-pass",
        *(f"places?view={view.id}" for view in land.views),
        *(f"places?claim={id}" for id in claims[:2]),
    ]  # fmt: skip


@pytest.fixture
def walk(server, settled, turn):
    """Opens one view after another; gives the address of each when it has come to rest."""

    def through(page, views):
        first, *others = views
        page.goto(f"{server.address}/{first}")
        page.locator("h1").wait_for()
        settled(page, quiet=500)
        yield first
        for path in others:
            turn(page, path, quiet=500)
            yield path

    return through


# Both themes and both sizes, in two walks: colours are the theme's, room the window's.
@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")])
def test_axe_finds_nothing_serious_in_any_view(page_in, walk, views, theme, phone):
    """The map, the walk, the statements, the side, the distances and the questions."""
    page = page_in(theme=theme, phone=phone)
    found = []
    for path in walk(page, views):
        found += serious(page, path)
        assert not phone or too_wide(page) <= 0, path
    assert found == []


def test_with_the_cable_out_and_no_webgl_every_view_is_there(server, page_in, walk, turn, views):
    """Whatever is asked of another host fails; every view shows its chart all the same, nothing
    is asked for, and the land in 3D gives way to the flat map with a word of why."""
    page = page_in()
    own, asked, wrong = urlsplit(server.address).netloc, [], []
    page.add_init_script(
        "const get = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...more) {"
        "  return kind.startsWith('webgl') ? null : get.call(this, kind, ...more); };"
    )

    def only_home(route):
        if urlsplit(route.request.url).netloc == own:
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    page.route(lambda url: url.startswith("http"), only_home)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path in walk(page, views):
        if "highest" not in path:
            page.locator(".js-plotly-plot .main-svg").first.wait_for()
    turn(page, "places")
    page.get_by_text("Turn it in 3D").click()
    page.get_by_text(FLAT).wait_for()
    page.locator(".js-plotly-plot .scatterlayer").first.wait_for()
    assert asked == []
    assert wrong == []


def test_arrow_keys_choose_places_on_map_and_river(server, page_in, settled):
    """The right arrow goes on, the left one back; the address and the heading follow."""
    page = page_in()
    for path, first, then in (
        ("places?place=bazarak", "bazarak", "rokha"),
        ("places?look=side&place=bazarak", "bazarak", "rokha"),
    ):
        page.goto(f"{server.address}/{path}")
        page.get_by_text("Place ", exact=False).first.wait_for()
        page.locator(".js-plotly-plot .main-svg").first.wait_for()
        settled(page, quiet=600)
        page.keyboard.press("ArrowRight")
        page.wait_for_url(re.compile(f"place={then}"))
        settled(page)
        page.keyboard.press("ArrowLeft")
        page.wait_for_url(re.compile(f"place={first}"))


def test_a_tap_on_the_map_opens_the_place(server, page_in, settled):
    """On a touch screen the first tap on a mark opens it."""
    page = page_in(phone=True)
    page.goto(f"{server.address}/places?place=bazarak")
    page.locator(".js-plotly-plot .scatterlayer .point").first.wait_for()
    settled(page, quiet=800)
    marks = page.locator(".js-plotly-plot .scatterlayer .point")
    mark = marks.nth(4)
    mark.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    box = mark.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(lambda url: "place=" in url and "place=bazarak" not in url)


@pytest.mark.parametrize("phone", [True, False])
def test_river_and_map_are_linked(server, page_in, settled, lesson_pack, phone):
    """A place pressed on the profile is marked on the map beside it, and one pressed on the map
    is marked on the profile; on a phone at the first tap."""
    page = page_in(phone=phone)
    page.goto(f"{server.address}/places?look=side&place=bazarak")
    river = page.locator(".st-key-profile .scatterlayer .point")
    marks = page.locator(".st-key-here .scatterlayer .point")
    marks.first.wait_for()
    settled(page, quiet=800)

    def press(mark):
        mark.scroll_into_view_if_needed()
        page.wait_for_timeout(300)
        box = mark.bounding_box()
        at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.touchscreen.tap(*at) if phone else page.mouse.click(*at)

    stations = [point.place_id for point in lesson_pack.geometry.profile]
    press(river.nth(stations.index("parian")))
    page.wait_for_url(re.compile("place=parian"))
    page.get_by_role("figure", name="Map with Parian").wait_for()
    settled(page, quiet=600)
    press(marks.nth(5))
    page.wait_for_url(lambda url: "place=" in url and "place=parian" not in url)
    id = page.url.split("place=")[1].split("&")[0]
    settled(page, quiet=600)
    assert page.get_by_role("combobox").first.input_value() == lesson_pack.place(id).name
    told = page.locator(".st-key-profile .annotation").all_text_contents()
    station = next(p.name for p in lesson_pack.geometry.profile if p.place_id == id)
    assert any("you are here" in text and station in text for text in told)
