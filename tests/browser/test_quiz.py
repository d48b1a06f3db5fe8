"""A quiz in a real browser: by keyboard, by touch, through a dead server, and silent on the key."""

from __future__ import annotations

import pytest

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


def answer_by_keyboard(page, item, settled):
    keys = KEYS[item.id]
    if item.kind == "match":
        ids = [option.id for option in item.options]
        for n, id in enumerate(item.key):
            page.locator(".st-key-answer [role=combobox]").nth(n).focus()
            page.keyboard.press("ArrowDown")
            page.locator("[role=option]").first.wait_for()
            for _ in range(ids.index(id)):
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            page.locator("[role=option]").first.wait_for(state="detached")
            settled(page)
        page.evaluate("document.activeElement.blur()")
    elif isinstance(keys, str):
        page.get_by_role("textbox").focus()
        page.keyboard.type(keys)
    else:
        for key in keys:
            page.keyboard.press(key)
            settled(page)
    page.keyboard.press("Enter")


def test_a_whole_quiz_by_keyboard_through_a_dead_server(serve, page_in, settled, asked):
    """On a phone's screen, with keys alone, the server killed between choosing and submitting and
    again between two questions: every answer counts and the end is reached."""
    server = serve()
    server.start()
    page = page_in(phone=True)
    begin(page, server, settled)
    for n, item in enumerate(asked):
        if n == 1:
            server.kill()
            server.start()
            page.wait_for_selector('[data-test-connection-state="CONNECTED"]')
            page.wait_for_timeout(500)
        if item.id == "i-who":
            page.keyboard.press("3")
            settled(page)
            server.kill()
            server.start()
            page.wait_for_selector('[data-test-connection-state="CONNECTED"]')
            page.wait_for_timeout(500)
            page.keyboard.press("Enter")
        else:
            answer_by_keyboard(page, item, settled)
        page.get_by_text("✓ Right", exact=True).wait_for()
        settled(page)
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("Enter")
        page.get_by_text("✓ Right", exact=True).wait_for(state="detached")
        settled(page)
    page.get_by_role("heading", name=f"{len(asked)} of {len(asked)} right").wait_for()
    server.kill()


def test_by_touch_with_reloads_on_another_device(server, page_in, settled, asked):
    """Tapping answers; each question is begun on a fresh page with only the address."""
    page = page_in(phone=True)
    begin(page, server, settled)
    page.locator("[data-testid=stRadioOption]").nth(0).tap()
    settled(page)
    page.get_by_role("button", name="Submit").tap()
    page.get_by_text("✗ Not right", exact=True).wait_for()
    assert "nine" in page.locator(".x-option.right").inner_text()
    assert page.locator("mark").inner_text() == "the Soviet army conducted nine operations"
    address = page.url.split("&item")[0]
    other = page_in(phone=True)
    other.goto(address)
    other.get_by_text("Question 2 of").wait_for()
    code = other.locator(".x-muted b").inner_text()
    third = page_in()
    third.goto(f"{server.address}/quiz")
    third.get_by_role("textbox").fill(code.lower())
    third.get_by_role("button", name="Go on").click()
    third.get_by_text(f"Question 2 of {len(asked)}").wait_for()


def test_the_key_stays_home(server, page_in, settled, asked):
    """Before an answer, no frame holds a rationale, an option id or the proving words; and what
    is sent does not differ between a right and a wrong option."""
    page = page_in()
    frames = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda f: frames.append(_bytes(f))))
    begin(page, server, settled)
    token = page.url.split("t=")[1].split("&")[0]
    for item in asked:
        frames.clear()
        page.goto(f"{server.address}/quiz?t={token}&item={item.id}")
        page.get_by_role("button", name="Submit").wait_for()
        settled(page)
        sent = b"".join(frames)
        assert item.stem[:12].encode() in sent
        assert b"Because the sentence" not in sent
        for option in item.options:
            assert f'"{option.id}"'.encode() not in sent
        for quote in item.evidence:
            assert quote.quote.encode() not in sent


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
