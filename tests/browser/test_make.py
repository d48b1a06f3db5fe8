"""A teacher's own article in a browser: brought in, reviewed, published, taken by a student."""

from __future__ import annotations

import re

import pytest
from articles import FINDING, REPORT, feature_docx
from taking import answer


@pytest.fixture
def teacher(teacher_in, server, settled):
    page = teacher_in()
    page.goto(f"{server.address}/make")
    page.get_by_role("heading", name="Your own article").wait_for()
    settled(page)
    return page


def paste(page, text):
    page.get_by_role("textbox", name="The article").fill(text)
    page.get_by_role("button", name="Read it").click()


def upload(page, name, data, settled):
    page.get_by_text("Upload a file", exact=True).click()
    settled(page)
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )


def make(page, settled):
    page.get_by_role("heading", name="What was taken").wait_for()
    settled(page)
    page.get_by_role("button", name="Make the lesson").click()
    page.get_by_text("The lesson is made").wait_for()
    page.get_by_text(re.compile(r"\d+ sentences read")).wait_for()
    page.get_by_role("link", name="Review the lesson").click()
    page.get_by_role("button", name="Publish").wait_for()
    settled(page)


def break_one(page, settled):
    """Makes the first question with a choice of answers false; the checks say so and nothing is
    changed."""
    row = page.locator("[class*=st-key-item-]").filter(has_text="✓").nth(1)
    row.get_by_text("Edit", exact=True).click()
    settled(page)
    box = page.get_by_role("textbox", name="Question", exact=True).first
    before = box.input_value()
    box.fill(f"{before.rstrip('?.')} in Reykjavik{before[-1]}")
    page.get_by_role("button", name="Check and keep").click()
    page.get_by_text("Nothing was changed.").wait_for()
    settled(page)
    said = page.locator("[data-testid=stAlert]").all_inner_texts()
    assert any("Reykjavik" in each for each in said), said
    row.get_by_text("Edit", exact=True).click()
    settled(page)


def publish(page, settled):
    page.get_by_role("button", name="Approve all that hold").click()
    page.get_by_text("All that hold approved.").wait_for()
    settled(page)
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("Published: students find it").wait_for()
    return re.search(r"draft=([\w-]+)", page.url)[1]


def take(page, address, id, title, settled):
    """A student finds the lesson on the home page and answers every question."""
    page.goto(address)
    page.get_by_role("link", name=title).click()
    page.get_by_role("heading", name=title, level=1).wait_for()
    settled(page)
    page.goto(f"{address}/quiz?lesson={id}")
    page.get_by_role("button", name="Begin the quiz").click()
    page.get_by_role("button", name="Submit").wait_for()
    assert "lesson" in page.url
    for _ in range(12):
        settled(page)
        answer(page, settled)
        last = page.get_by_role("button", name="See how you did")
        if last.count():
            last.click()
            page.get_by_role("heading", name=re.compile(r"\d+ of \d+ right")).wait_for()
            return
        page.get_by_role("button", name="Next question").click()
        page.get_by_role("button", name="Submit").wait_for()
    raise AssertionError("the quiz did not end")


@pytest.mark.parametrize("how", ["paste", "docx"])
def test_an_article_becomes_a_lesson_that_a_student_takes(teacher, page_in, server, settled, how):
    """Brought in, reviewed, one edit made false and caught, published, and taken."""
    if how == "paste":
        title = "Bridge at Marlow Falls closed after flood"
        paste(teacher, REPORT)
    else:
        title = "The last lighthouse keeper of Skerrow"
        upload(teacher, "feature.docx", feature_docx(), settled)
    make(teacher, settled)
    break_one(teacher, settled)
    id = publish(teacher, settled)
    take(page_in(phone=True), server.address, id, title, settled)


def test_a_web_page_becomes_a_draft(teacher, settled):
    """Uploaded as it was saved, it is read and laid out for review."""
    upload(teacher, "finding.html", FINDING.encode(), settled)
    make(teacher, settled)
    teacher.get_by_text("Bees remember faces, study finds").first.wait_for()


def test_a_students_window_holds_no_draft(teacher, page_in, server, settled):
    """What is not published is offered to no student, by no address."""
    paste(teacher, REPORT.replace("Marlow", "Wendle"))
    make(teacher, settled)
    id = re.search(r"draft=([\w-]+)", teacher.url)[1]
    page = page_in()
    for path in (f"?lesson={id}", f"quiz?lesson={id}", f"article?lesson={id}"):
        page.goto(f"{server.address}/{path}")
        page.locator("h1").wait_for()
        settled(page)
        assert "Wendle" not in page.content()
    page.goto(f"{server.address}/review?draft={id}")
    page.get_by_role("textbox", name="Passphrase").wait_for()
    settled(page)
    assert "Wendle" not in page.content()


def test_what_cannot_be_read_costs_one_sentence(teacher, settled):
    """Refusals are one alert each, and the page goes on."""
    for text in ("https://news.example/one", "   ", "Please enable JavaScript to continue."):
        paste(teacher, text)
        teacher.locator("[data-testid=stAlert]").wait_for()
        settled(teacher)
        assert teacher.get_by_role("button", name="Make the lesson").count() == 0


def test_reading_can_be_stopped(teacher, settled):
    """Stop ends it: nothing was made, and the article is still there."""
    paragraph = REPORT.split("\n\n", 2)[2]
    many = range(50_000 // len(paragraph))
    paste(teacher, "\n\n".join(paragraph.replace("Marlow", f"Marlow{n}") for n in many))
    teacher.get_by_role("heading", name="What was taken").wait_for()
    settled(teacher)
    teacher.get_by_role("button", name="Make the lesson").click()
    teacher.get_by_role("button", name="Stop", exact=True).click()
    teacher.get_by_text("Stopped: no lesson was made.").wait_for(timeout=60_000)
    settled(teacher)
    assert teacher.get_by_role("link", name="Review the lesson").count() == 0
    assert teacher.get_by_role("heading", name="What was taken").count() == 1


def test_a_key_typed_for_a_model_is_nowhere_on_the_page(teacher, settled):
    """The key goes to the server and comes back in no frame and no text; a dead model leaves the
    offline lesson, and the page says so."""
    frames = []
    secret = "sk-typed-for-this-window"
    teacher.on(
        "websocket",
        lambda ws: ws.on(
            "framereceived", lambda f: frames.append(f if isinstance(f, bytes) else f.encode())
        ),
    )
    teacher.reload()
    teacher.get_by_role("heading", name="Your own article").wait_for()
    settled(teacher)
    paste(teacher, REPORT)
    teacher.get_by_text("Let a model propose more").click()
    for label, value in (
        ("Address", "http://127.0.0.1:9/v1"), ("Name of the model", "tiny"), ("Key, if", secret)
    ):  # fmt: skip
        teacher.get_by_role("textbox", name=label).fill(value)
    teacher.get_by_role("button", name="Use this model").click()
    teacher.get_by_text("When you press the button").wait_for()
    teacher.get_by_role("button", name="Make the lesson").click()
    teacher.get_by_text("The lesson made without the model stands.").wait_for(timeout=60_000)
    settled(teacher)
    assert secret not in teacher.locator("body").inner_text()
    assert not any(secret.encode() in frame for frame in frames)
