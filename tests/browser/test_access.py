"""Everyone can use it: axe-core on each page, both themes; small screens; keys; touch."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from articles import REPORT
from looking import serious, too_wide

from explainer.store import Store

PAGES = {
    "home": "", "lesson": "lesson?step=now", "timeline": "timeline?period=august_2021",
    "places": "places", "quiz": "quiz", "article": "article?at=700-760", "gate": "present",
    "progress": "progress",
}  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(server, page_in, settled, turn, theme):
    """No serious or critical finding on any page."""
    page = page_in(theme=theme)
    found = []
    for name, path in PAGES.items():
        if name == "home":
            page.goto(f"{server.address}/{path}")
            page.locator("h1").wait_for()
            settled(page)
        else:
            turn(page, path)
        settled(page, quiet=700)
        found += serious(page, name, context=None)
    assert found == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_step(server, page_in, settled, turn, lesson_pack, theme):
    """Every step of the lesson, with its figures and cards."""
    page = page_in(theme=theme)
    page.goto(f"{server.address}/article")
    page.locator("h1").wait_for()
    settled(page)
    found = []
    for step in lesson_pack.lesson.steps:
        turn(page, f"lesson?step={step.id}", quiet=700)
        page.get_by_role("heading", level=1, name=step.title).wait_for()
        found += serious(page, step.id, context=None)
    assert found == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_where_teachers_work(server, teacher_in, settled, turn, theme):
    """The handouts, and the wall: its first screens and a question."""
    page = teacher_in(theme=theme)
    page.goto(f"{server.address}/exports")
    page.get_by_role("heading", name="Handouts").wait_for()
    settled(page, quiet=700)
    found = serious(page, "exports", context=None)
    for path in ("present?talk=axe&screen=0", "present?talk=axe&screen=2",
                 "present?talk=axe&screen=5", "present?talk=axe&notes=1"):  # fmt: skip
        turn(page, path, quiet=700)
        page.get_by_text(" of ").first.wait_for()
        found += serious(page, path, context=None)
    assert found == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_teachers_desk_is_for_everyone(server, teacher_in, settled, turn, theme):
    """Bringing in, each part of a review, the lessons, a class, and how it is joined: nothing
    serious for axe, and nothing wider than a phone."""
    page = teacher_in(theme=theme)
    page.goto(f"{server.address}/make")
    page.get_by_role("textbox", name="The article").fill(REPORT)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="What was taken").wait_for()
    settled(page, quiet=700)
    found = serious(page, "make")
    page.get_by_role("button", name="Make the lesson").click()
    page.get_by_role("link", name="Review the lesson").click()
    page.get_by_role("button", name="Publish").wait_for()
    settled(page, quiet=700)
    review = page.url.split("/", 3)[3]
    for part in ("Questions", "Facts", "Report"):
        page.locator(".st-key-part").get_by_text(part, exact=True).click()
        settled(page, quiet=500)
        if part != "Report":
            page.get_by_text("Edit", exact=True).first.click()
            settled(page, quiet=500)
        found += serious(page, part)
    turn(page, "classroom")
    page.get_by_role("textbox", name="Name of the class").fill("7b")
    page.get_by_role("button", name="Begin the class").click()
    page.get_by_text("Join at").wait_for()
    settled(page, quiet=700)
    found += serious(page, "class")
    code = page.url.split("class=")[1][:5]
    phone = teacher_in(phone=True, theme=theme)
    phone.goto(f"{server.address}/classroom")
    phone.locator("h1").wait_for()
    settled(phone)
    for path in (review, f"classroom?class={code}", "review", f"join?class={code}", "join"):
        turn(phone, path, quiet=700)
        found += serious(phone, path)
        assert too_wide(phone) <= 0, path
    assert found == []


@pytest.fixture
def attempts(server, lesson_pack):
    """Tokens of quizzes begun, and answered as by a learner who missed much, all, or nothing."""
    store = Store(server.environment["EXPLAINER_DATABASE_URL"])
    items = [item for item in lesson_pack.items if item.variant_of is None]

    def taken(given, right, ago=0):
        at = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=ago)
        token = store.begin(
            lesson_pack.id, lesson_pack.items, at, asked=[i.id for i in items]
        ).token
        for n, item in enumerate(items[:given]):
            store.respond(token, item.id, item.key, n < right, at, confidence=n % 4 or None)
        return token

    yield {
        "begun": taken(0, 0), "few": taken(2, 1), "finished": taken(len(items), 2),
        "nothing missed": taken(len(items), len(items)), "due": taken(len(items), 2, ago=9),
    }  # fmt: skip
    store.engine.dispose()


# Both themes and both sizes, in two walks: colours are the theme's, room the window's.
@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")])
def test_end_and_progress_are_for_everyone(server, page_in, settled, turn, attempts, theme, phone):
    """After none, a few and all of the answers, missed or right, due today or later: nothing
    serious for axe, and nothing wider than the screen."""
    page = page_in(phone=phone, theme=theme)
    page.goto(f"{server.address}/progress")
    page.locator("h1").wait_for()
    settled(page)
    found = []
    for name, token in attempts.items():
        for path in ("progress", "quiz"):
            turn(page, f"{path}?t={token}", quiet=400)
            page.locator(".st-key-way-back").wait_for()
            found += serious(page, (name, path))
            assert too_wide(page) <= 0, (name, path)
    assert found == []


def test_no_page_is_wider_than_a_phone(server, page_in, settled):
    """At 390 pixels nothing has to be scrolled sideways, while a page loads or after."""
    page = page_in(phone=True)
    for path in PAGES.values():
        page.goto(f"{server.address}/{path}")
        page.locator("h1").wait_for()
        assert too_wide(page) <= 0, path
        settled(page, quiet=600)
        assert too_wide(page) <= 0, path


def test_the_lesson_is_walked_by_keyboard_alone(server, page_in, settled, lesson_pack):
    """The right arrow goes through every step to the last, the left arrow back."""
    page = page_in()
    steps = lesson_pack.lesson.steps
    page.goto(f"{server.address}/lesson")
    for n in range(1, len(steps) + 1):
        page.get_by_text(f"Step {n} of {len(steps)}").wait_for()
        settled(page, quiet=100)
        if n < len(steps):
            page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.get_by_text(f"Step {len(steps) - 1} of {len(steps)}").wait_for()


def test_a_tap_opens_the_row_it_hits(server, page_in, settled):
    """On a touch screen each tap on the fan opens that event, at the first tap."""
    page = page_in(phone=True)
    page.goto(f"{server.address}/timeline?period=august_2021")
    page.locator(".js-plotly-plot .bars path").first.wait_for()
    settled(page, quiet=800)
    for row in (3, 1, 5):
        bar = page.locator(".js-plotly-plot .bars path").nth(row)
        bar.scroll_into_view_if_needed()
        page.wait_for_timeout(200)
        box = bar.bounding_box()
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.get_by_text(f"{row + 1} of ", exact=False).first.wait_for()
        settled(page, quiet=500)


def test_the_timeline_plays_through(server, page_in, settled):
    """Switched on, it opens one event after another by itself."""
    page = page_in()
    page.goto(f"{server.address}/timeline?period=august_2021")
    page.get_by_text("1 of ").first.wait_for()
    settled(page)
    page.get_by_text("Play through").click()
    page.get_by_text("2 of ").first.wait_for()
    page.get_by_text("3 of ").first.wait_for()


def test_arrows_walk_the_timeline(server, page_in, settled):
    """The right arrow opens the next event and the address follows."""
    page = page_in()
    page.goto(f"{server.address}/timeline")
    page.get_by_text("1 of ").first.wait_for()
    settled(page, quiet=600)
    page.keyboard.press("ArrowRight")
    page.get_by_text("2 of ").first.wait_for()
    assert "event=" in page.url


def test_charts_fit_a_narrow_window_that_does_not_call_itself_a_phone(server, page_in, settled):
    """The browser tells how wide it is: charts are drawn anew for a narrow window, and back."""
    page = page_in()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.address}/timeline")
    chart = page.locator(".js-plotly-plot .main-svg").first
    chart.wait_for()
    settled(page, quiet=800)
    narrow = chart.bounding_box()
    page.set_viewport_size({"width": 1366, "height": 900})
    settled(page, quiet=800)
    assert narrow["width"] <= 390
    # Rows are higher on a phone, for a thumb and for titles on two lines.
    assert narrow["height"] > 1.2 * chart.bounding_box()["height"]
