"""A quiz in a real browser: by keyboard, by touch, through a dead server, and silent on the key."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from explainer import pack as packs
from explainer.store import Store
from pages.parts.data import LESSON

KEYS = {
    "i-ops": ["2"],
    "i-number": "three",
    "i-true": ["1"],
    "i-order": ["2", "3", "1"],
    "i-match": None,
    "i-who": ["3"],
    "i-several": ["1", "3"],
}


@pytest.fixture
def asked(lesson_pack):
    return [item for item in lesson_pack.items if item.variant_of is None]


def begin(page, server, settled):
    page.goto(f"{server.address}/quiz")
    page.get_by_role("button", name="Begin the quiz").click()
    page.get_by_role("button", name="Submit").wait_for()
    settled(page)


def tab_to(page, words, said="closest('button')?.innerText.trim()"):
    """Presses Tab until a button of these words has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.{said}") == words:
            return
    raise AssertionError(f"Tab never comes to {words}")


def answer_by_keyboard(page, item, settled):
    """With real keys alone, nothing focused by script: a digit where one is told, the arrows in a
    list, and at one question Tab and the arrows all the way."""
    keys = KEYS[item.id]
    if item.kind == "match":
        ids = [option.id for option in item.options]
        page.keyboard.press("1")
        for n, id in enumerate(item.key):
            if n:
                tab_to(page, item.targets[n], "ariaLabel")
            page.keyboard.press("ArrowDown")
            page.locator("[role=option]").first.wait_for()
            for _ in range(ids.index(id)):
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            page.locator("[role=option]").first.wait_for(state="detached")
            settled(page)
        tab_to(page, "Submit")
    elif item.id == "i-ops":
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        settled(page)
        tab_to(page, "Guess")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        settled(page)
        tab_to(page, "Submit")
    elif isinstance(keys, str):
        page.keyboard.type(keys)
    else:
        for key in keys:
            page.keyboard.press(key)
            settled(page)
    page.keyboard.press("Enter")


def test_a_whole_quiz_by_keyboard_through_a_dead_server(serve, page_in, settled, asked):
    """With keys alone on a phone's screen, the server killed between choosing and submitting and
    again between two questions: every answer counts and the end is reached."""
    server = serve()
    server.start()
    page = page_in(phone=True)
    page.goto(f"{server.address}/quiz")
    page.get_by_role("button", name="Begin the quiz").wait_for()
    settled(page)
    tab_to(page, "Begin the quiz")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Submit").wait_for()
    settled(page)

    def die():
        server.kill()
        server.start()
        page.wait_for_selector('[data-test-connection-state="CONNECTED"]')
        page.wait_for_timeout(500)

    for n, item in enumerate(asked):
        if n == 1:
            die()
        if item.id == "i-who":
            page.keyboard.press("3")
            settled(page)
            die()
            page.keyboard.press("Enter")
        else:
            answer_by_keyboard(page, item, settled)
        page.get_by_text("✓ Right", exact=True).wait_for()
        settled(page)
        page.keyboard.press("Enter")
        page.get_by_text("✓ Right", exact=True).wait_for(state="detached")
        settled(page)
    page.get_by_role("heading", name=f"{len(asked)} of {len(asked)} right").wait_for()
    page.get_by_role("row", name="Think so 1 of 1").wait_for()
    server.kill()


def answer_by_touch(page, item, settled, between=lambda: None):
    """`between` happens after the first of several taps."""
    ids = [option.id for option in item.options]
    if item.kind == "match":
        for n, id in enumerate(item.key):
            page.locator(".st-key-answer [role=combobox]").nth(n).tap()
            page.locator("[role=option]").nth(ids.index(id)).tap()
            page.locator("[role=option]").first.wait_for(state="detached")
            settled(page)
        return
    if item.kind == "number_entry":
        page.locator(".st-key-answer input").tap()
        page.keyboard.type("three")  # What a phone's own keys send.
        return
    kind = {"order": ".stButton button", "multiple_answer": "[data-testid=stCheckbox] label"}
    rows = page.locator(f".st-key-answer {kind.get(item.kind, '[data-testid=stRadioOption]')}")
    for n, id in enumerate(item.key):
        rows.nth(ids.index(id)).tap()
        settled(page)
        if n == 0:
            between()


def test_a_whole_quiz_by_touch_through_a_dead_server(serve, page_in, settled, asked):
    """With taps alone, Submit in reach without scrolling at every question; the server is killed
    between the taps that put events in order, and the taps before it still count. One answer is
    wrong: its proof is shown, and the end page says when it comes back."""
    server = serve()
    server.start()
    page = page_in(phone=True)
    begin(page, server, settled)

    def die():
        server.kill()
        server.start()
        page.wait_for_selector('[data-test-connection-state="CONNECTED"]')
        page.wait_for_timeout(500)

    for item in asked:
        submit = page.get_by_role("button", name="Submit")
        box = submit.bounding_box()
        assert box["y"] + box["height"] <= 844, item.id
        if item.id == "i-ops":
            page.get_by_text("Sure", exact=True).tap()
            settled(page)
            page.locator("[data-testid=stRadioOption]").nth(0).tap()
            settled(page)
        else:
            answer_by_touch(page, item, settled, die if item.kind == "order" else lambda: None)
        submit.tap()
        page.locator(".x-verdict").wait_for()
        verdict = page.locator(".x-verdict").inner_text()
        assert verdict == ("✗ Not right" if item.id == "i-ops" else "✓ Right"), item.id
        if item.id == "i-ops":
            assert "nine" in page.locator(".x-option.right").inner_text()
            assert page.locator("mark").inner_text() == "the Soviet army conducted nine operations"
        settled(page)
        page.locator(".st-key-go button").tap()
        page.locator(".x-verdict").wait_for(state="detached")
        settled(page)
    page.get_by_role("heading", name=f"{len(asked) - 1} of {len(asked)} right").wait_for()
    page.get_by_text("tomorrow").first.wait_for()
    server.kill()


def test_another_device_goes_on_by_link_or_code(server, page_in, settled, asked):
    """The address, or the code typed, opens the attempt at the next question; so does the code
    on the page of one's progress."""
    page = page_in(phone=True)
    begin(page, server, settled)
    page.locator("[data-testid=stRadioOption]").nth(0).tap()
    settled(page)
    page.get_by_role("button", name="Submit").tap()
    page.locator(".x-verdict").wait_for()
    other = page_in(phone=True)
    other.goto(page.url.split("&q")[0])
    other.get_by_text("Question 2 of").wait_for()
    code = other.locator(".st-key-way-back b").inner_text()
    third = page_in()
    third.goto(f"{server.address}/quiz")
    third.get_by_role("textbox", name="Your code").fill(code.lower())
    third.get_by_role("button", name="Go on").click()
    third.get_by_text(f"Question 2 of {len(asked)}").wait_for()
    fourth = page_in(phone=True, theme="dark")
    fourth.goto(f"{server.address}/progress")
    fourth.get_by_role("textbox", name="Your code").fill(f" {code} ")
    fourth.get_by_role("button", name="Go on").tap()
    fourth.get_by_text(f"Your quiz is not finished: {len(asked) - 1} questions to go").wait_for()
    fourth.get_by_role("button", name="Go on with the quiz").tap()
    fourth.get_by_text(f"Question 2 of {len(asked)}").wait_for()


def test_the_key_stays_home(server, page_in, settled, turn, asked):
    """Before an answer, no frame holds a rationale, an option id or the proving words; and what
    is sent does not differ between a right and a wrong option."""
    page = page_in()
    frames = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda f: frames.append(_bytes(f))))
    begin(page, server, settled)
    token = page.url.split("t=")[1].split("&")[0]
    for number, item in reversed(list(enumerate(asked, 1))):  # The first one is open.
        frames.clear()
        turn(page, f"quiz?t={token}&q={number}")
        page.get_by_role("button", name="Submit").wait_for()
        sent = b"".join(frames)
        assert item.stem[:12].encode() in sent
        assert b"Because the sentence" not in sent
        assert item.id.encode() not in sent  # It is made of the key.
        for option in item.options:
            assert f'"{option.id}"'.encode() not in sent
        for quote in item.evidence:
            assert quote.quote.encode() not in sent


@pytest.fixture(scope="module")
def built():
    return packs.load(LESSON)


@pytest.fixture(scope="module")
def drawn(serve):
    """A server of the built-in lesson with the items drawn from its article."""
    server = serve()
    del server.environment["EXPLAINER_PACK"]
    server.start()
    yield server
    server.kill()


@pytest.fixture
def begun(drawn, built):
    """Begins a quiz of these items there; its token."""

    def begin(items):
        store = Store(drawn.environment["EXPLAINER_DATABASE_URL"])
        token = store.begin(built.id, items, datetime(2026, 1, 1)).token
        store.engine.dispose()
        return token

    return begin


def test_the_key_of_every_drawn_kind_stays_home(drawn, built, begun, page_in, settled, turn):
    """One item of each kind the article gives, the map included: before an answer no frame holds
    a rationale, a correction or an option id, and the marks of the map all look the same."""
    items = list({item.kind: item for item in (*built.items, *built.variants)}.values())
    token = begun(items)
    page = page_in()
    frames = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda f: frames.append(_bytes(f))))
    page.goto(f"{drawn.address}/article")
    page.locator("h1").wait_for()
    settled(page)
    for number, item in enumerate(items, 1):
        frames.clear()
        turn(page, f"quiz?t={token}&q={number}")
        page.get_by_role("button", name="Submit").wait_for()
        if item.kind == "place_on_map":
            page.locator(".js-plotly-plot .point").first.wait_for()
        settled(page)
        sent = b"".join(frames)
        assert item.stem[:12].encode() in sent, item.kind
        secrets = [option.rationale for option in item.options] + [item.correction or ""]
        assert [s for s in secrets if s and s.encode() in sent] == [], item.kind
        # A chart has fields called "a" or "b"; there an id would be a value.
        field = r"(?!\s*:)" if item.kind == "place_on_map" else ""
        for option in item.options:
            assert not re.search(f'"{option.id}"{field}'.encode(), sent), item.kind
        if item.kind == "place_on_map":
            colours = page.evaluate(
                "[...document.querySelectorAll('.js-plotly-plot .point')].slice(0, 99)"
                ".map(p => p.style.fill).filter(f => f.includes('31, 78, 158')).length"
            )
            assert colours == len(item.options)


def test_submit_is_in_reach_below_a_map(drawn, built, begun, page_in, settled):
    """On a phone the map, its marks and Submit are on one screen, whether or not something is
    chosen; and so is the way on from what came of it, which is longer."""
    token = begun([next(item for item in built.items if item.kind == "place_on_map")])
    page = page_in(phone=True)
    page.goto(f"{drawn.address}/quiz?t={token}")
    page.locator(".js-plotly-plot .point").first.wait_for()
    settled(page)
    marks = page.locator(".st-key-marks [data-testid=stRadioOption]")
    assert len({mark.bounding_box()["y"] for mark in marks.all()}) == 1
    for _ in range(2):
        box = page.locator(".st-key-go button").bounding_box()
        assert box["y"] + box["height"] <= 844
        if not page.locator(".x-verdict").count():
            marks.nth(0).tap()
            settled(page)
            page.get_by_role("button", name="Submit").tap()
            page.locator(".x-verdict").wait_for()
            settled(page)


def test_nothing_is_lower_than_a_fingertip(server, page_in, settled):
    """On a phone every answer and button of a question is at least 44 pixels high."""
    page = page_in(phone=True)
    begin(page, server, settled)
    for target in page.locator(
        ".stMain [data-testid=stRadioOption], .stMain .stButton button, "
        ".stMain [data-testid=stButtonGroup] button"
    ).all():
        assert target.bounding_box()["height"] >= 43.5


def _bytes(frame):
    return frame if isinstance(frame, bytes) else frame.encode()


def test_the_check_of_a_step_waits_at_its_question(page_in, server, settled):
    """Only in the quiz is the button kept in reach: over the text of a step it would be in the
    way."""
    page = page_in(phone=True)
    page.goto(f"{server.address}/lesson")
    page.get_by_text("Check yourself", exact=True).wait_for()
    settled(page)
    check = page.locator(".st-key-go button").bounding_box()
    asked = page.locator(".st-key-answer").bounding_box()
    assert check["y"] >= asked["y"] + asked["height"]
