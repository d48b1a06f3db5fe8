"""A lesson on the wall, driven from the desk."""

from __future__ import annotations

import pytest

from explainer.screens import screens


@pytest.fixture
def talk(server, teacher_in, settled):
    """A page that shows the first screen."""
    page = teacher_in()
    page.goto(f"{server.address}/present")
    page.get_by_role("button", name="Begin").click()
    page.get_by_text("1 of ").wait_for()
    settled(page)
    return page


def address_of(talk):
    return talk.url.split("/", 3)[3].split("&screen")[0]


def test_keys_and_clicker_move_on_and_back(talk, settled, lesson_pack):
    """Arrows, Space, Page keys, Home and End; a reload stays where it was; B is black."""
    last = len(screens(lesson_pack))
    moves = [("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("PageUp", 3), ("ArrowLeft", 2)]
    for key, number in [*moves, ("End", last), ("Home", 1), ("PageDown", 2)]:
        talk.keyboard.press(key)
        talk.get_by_text(f"{number} of {last}", exact=True).wait_for()
        settled(talk, quiet=100)
    talk.reload()
    talk.get_by_text(f"2 of {last}", exact=True).wait_for()
    settled(talk)
    talk.keyboard.press("b")
    assert talk.locator(".x-black").is_visible()
    talk.keyboard.press("ArrowRight")
    assert not talk.locator(".x-black").is_visible()
    settled(talk)
    assert talk.get_by_text(f"2 of {last}", exact=True).count() == 1


def test_the_notes_follow_in_a_second_window(talk, server, lesson_pack):
    """The same browser needs no passphrase again; the notes show the step that is on the wall."""
    every = screens(lesson_pack)
    name = talk.url.split("talk=")[1].split("&")[0]
    notes = talk.context.new_page()
    notes.goto(f"{server.address}/present?talk={name}&notes=1")
    notes.get_by_text(f"Screen 1 of {len(every)}").wait_for()
    talk.bring_to_front()
    talk.keyboard.press("End")
    notes.get_by_text(f"Screen {len(every)} of {len(every)}").wait_for()
    aim = lesson_pack.lesson.step(every[-1].step_id).teacher.aim
    assert aim[:30] in notes.locator(".stMain").inner_text()


def test_a_question_reveals_in_stages(talk, settled, turn, lesson_pack):
    """First the question alone, then the answer, then the words, then the reasons."""
    every = screens(lesson_pack)
    first = next(n for n, screen in enumerate(every) if screen.kind == "question")
    step = lesson_pack.lesson.step(every[first].step_id)
    reason = step.question.options[0].rationale[:30]
    seen = []
    turn(talk, f"{address_of(talk)}&screen={first}")
    for number in range(first + 1, first + 5):
        talk.get_by_text(f"{number} of {len(every)}", exact=True).wait_for()
        settled(talk)
        html = talk.locator(".stMain").inner_text()
        seen.append(("✓ Right" in html, talk.locator("mark").count() > 0, reason in html))
        talk.keyboard.press("ArrowRight")
    assert [shown[0] for shown in seen] == [False, True, True, True]
    assert [shown[2] for shown in seen] == [False, False, False, True]
    assert not seen[0][1]


def test_nothing_of_streamlits_chrome_is_in_sight(talk):
    """No header, no menu, no sidebar on the wall."""
    for part in ("stHeader", "stSidebar", "stToolbar"):
        assert talk.locator(f"[data-testid={part}]:visible").count() == 0


def test_another_browser_is_not_let_in(talk, page_in):
    """The address of a talk opens nothing without the passphrase or the cookie."""
    other = page_in()
    other.goto(talk.url)
    other.get_by_role("textbox", name="Passphrase").wait_for()
    assert other.locator("[class*=st-key-screen]").count() == 0


def test_no_screen_is_fuller_than_the_wall(talk, turn, lesson_pack):
    """What is likely to be too tall, people, numbers, maps and answered questions, needs no
    scrolling on a projector."""
    talk.set_viewport_size({"width": 1920, "height": 1080})
    every = screens(lesson_pack)
    figures = {"people", "comparison", "map", "relief", "timeline"}
    tall = [
        n for n, screen in enumerate(every)
        if screen.stage in ("evidence", "reasons") or (
            screen.kind == "figure"
            and lesson_pack.lesson.step(screen.step_id).figures[screen.part].kind in figures
        )
    ]  # fmt: skip
    assert len(tall) > 20
    for number in tall:
        turn(talk, f"{address_of(talk)}&screen={number}")
        talk.get_by_text(f"{number + 1} of {len(every)}", exact=True).wait_for()
        main = "document.querySelector('[data-testid=stMain]')"
        assert talk.evaluate(f"{main}.scrollHeight - {main}.clientHeight") <= 2, every[number]
