"""A class in a browser: students join by a link, the teacher sees it live, students nothing."""

from __future__ import annotations

import re

from taking import answer

CLASS = "7b, Tuesday"


def join(page, address, code, nickname, settled):
    page.goto(f"{address}/join?class={code}")
    page.get_by_role("textbox", name="Your nickname").fill(nickname)
    page.get_by_role("button", name="Begin the quiz").click()
    page.get_by_role("button", name="Submit").wait_for()
    settled(page)


def test_a_class_from_the_code_to_the_table(server, page_in, settled):
    """The teacher's page counts by itself; what a student's browser is sent names no other
    student; results are shut to students; the table holds nicknames and no key; reset forgets."""
    teacher = page_in()
    teacher.goto(f"{server.address}/classroom")
    teacher.get_by_role("textbox", name="Passphrase").fill("lapis lazuli")
    teacher.get_by_role("button", name="Open").click()
    teacher.get_by_role("textbox", name="Name of the class").fill(CLASS)
    teacher.get_by_role("spinbutton", name="Questions, at most").fill("2")
    teacher.get_by_role("button", name="Begin the class").click()
    teacher.get_by_text("Nobody has joined yet.").wait_for()
    code = re.search(r"class=(\w+)", teacher.url)[1]

    first, second = page_in(phone=True), page_in(phone=True)
    sent = []
    for page in (first, second):
        page.on("websocket", lambda w: w.on("framereceived", lambda f: sent.append(_bytes(f))))
    join(first, server.address, code, "Zuleika", settled)
    teacher.get_by_text("1 joined, 0 finished, 0 answers.").wait_for()
    answer(first, settled)
    first.get_by_role("button", name="Next question").click()
    first.get_by_role("button", name="Submit").wait_for()
    settled(first)
    answer(first, settled)
    teacher.get_by_text("1 joined, 1 finished, 2 answers.").wait_for()
    del sent[:]
    join(second, server.address, code, "Yaropolk", settled)
    teacher.get_by_text("2 joined, 1 finished, 2 answers.").wait_for()
    second.goto(f"{server.address}/classroom?class={code}")
    second.get_by_role("textbox", name="Passphrase").wait_for()
    settled(second)
    assert not any(b"Zuleika" in frame for frame in sent)

    assert "Zuleika" in teacher.locator("body").inner_text()
    assert "key:" not in teacher.locator("body").inner_text()
    with teacher.expect_download() as table:
        teacher.get_by_role("button", name="Results as a table").click()
    told = table.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert told[1].startswith("Zuleika,2,")
    assert told[2].startswith("Yaropolk,0,0")
    teacher.get_by_role("button", name="Reset").click()
    teacher.get_by_role("button", name="Delete all answers").click()
    teacher.get_by_text("Nobody has joined yet.").wait_for()


def _bytes(frame):
    return frame if isinstance(frame, bytes) else frame.encode()
