"""Every screen, run without a browser."""

from __future__ import annotations

from itertools import pairwise

import pytest
from opened import FRAME, press, query, words

from explainer import pack as packs
from explainer.quiz.score import is_right
from explainer.store import Store
from pages.parts import data
from pages.parts.item_form import unanswered

LEARN = sorted(path.stem for path in (FRAME.parent / "learn").glob("[a-z]*.py"))
TEACH = sorted(path.stem for path in (FRAME.parent / "teach").glob("[a-z]*.py"))


@pytest.mark.parametrize("page", [f"learn/{name}" for name in LEARN])
def test_every_page_opens(app, page):
    """No page fails, and each has exactly one title."""
    assert len(app(page).title) == 1


@pytest.mark.parametrize("page", [f"learn/{name}" for name in LEARN])
@pytest.mark.parametrize("value", ["nonsense", "-1", "<script>alert(1)</script>", "9" * 400])
def test_no_address_breaks_a_page(app, page, value):
    """Whatever stands in a deep link, the page opens."""
    at = app(page, step=value, event=value, place=value, q=value, t=value, at=value,
             period=value, phone=value)  # fmt: skip
    assert "<script>" not in words(at)


def test_home_leads_into_the_lesson_in_one_click(app, lesson_pack):
    """One press on the first button opens the first step."""
    at = press(app("learn/home"), "Begin the lesson")
    assert lesson_pack.lesson.steps[0].idea in words(at).replace("&#x27;", "'")


def test_every_step_opens_and_the_next_follows(app, lesson_pack):
    """?step= opens each step; Next opens the one after it."""
    steps = lesson_pack.lesson.steps
    for step, after in pairwise(steps):
        at = app("learn/lesson", step=step.id)
        assert step.title.split()[0] in at.title[0].value
        assert query(press(at, "Next step"), "step") == after.id


def test_an_event_opens_from_its_address(app, lesson_pack):
    """?event= shows that event, in a period where it can be seen."""
    event = lesson_pack.timeline.events[7]
    at = app("learn/timeline", event=event.id)
    assert event.when in words(at)
    assert event.title[:15] in at.header[0].value


def test_the_timeline_walks_by_its_buttons(app):
    """Later and Earlier undo each other."""
    at = app("learn/timeline")
    first = at.header[0].value
    press(at, "Later")
    assert at.header[0].value != first
    press(at, "Earlier")
    assert at.header[0].value == first


def test_a_place_opens_from_its_address(app, lesson_pack):
    """?place= shows that place."""
    place = lesson_pack.places[3]
    assert place.name in app("learn/places", place=place.id).header[0].value


def test_every_mark_opens_the_words_it_rests_on(app, lesson_pack):
    """Pressing a mark shows the article's own words, highlighted."""
    step = next(s for s in lesson_pack.lesson.steps for p in s.passages if p.evidence)
    at = app("learn/lesson", step=step.id)
    mark = next(b for b in at.button if b.key.startswith("rests-source"))
    shown = words(mark.click().run())
    quote = next(p.evidence[0].quote for p in step.passages if p.evidence)
    assert "<mark>" in shown
    assert quote.split()[0] in shown


def answer(at, item):
    """Gives the key, by the widgets of the page."""
    if item.kind == "number_entry":
        at.text_input[0].set_value(item.key[0]).run()
        return
    ids = [option.id for option in item.options]
    if item.kind == "order":
        for id in item.key:
            text = next(option.text for option in item.options if option.id == id)
            press(at, text)
    elif item.kind == "match":
        for box, id in zip(at.selectbox, item.key, strict=True):
            box.set_value(ids.index(id)).run()
    elif item.kind == "multiple_answer":
        for id in item.key:
            at.checkbox[ids.index(id)].check().run()
    else:
        at.radio[0].set_value(ids.index(item.key[0])).run()


def test_a_whole_quiz_of_every_kind(app, lesson_pack):
    """Each kind can be answered rightly; the end says so, and the database holds every response."""
    at = press(app("learn/quiz"), "Begin the quiz")
    asked = [item for item in lesson_pack.items if item.variant_of is None]
    for item in asked:
        press(at, "Submit")
        assert at.warning[0].value == unanswered(item)
        answer(at, item)
        press(at, "Submit")
        assert "✓ Right" in words(at), item.id
        press(at, "See how you did" if item is asked[-1] else "Next question")
    assert at.title[0].value == f"{len(asked)} of {len(asked)} right"
    kept = data.attempts().attempt(query(at, "t"))
    assert [r.item_id for r in kept.responses] == [item.id for item in asked]
    assert all(is_right(kept.items[n], r.given) for n, r in enumerate(kept.responses))


def test_an_attempt_goes_on_after_a_reload_and_by_its_code(app):
    """A new session with the address, or with the code, stands at the next question."""
    at = press(app("learn/quiz"), "Begin the quiz")
    at.radio[0].set_value(0).run()
    press(at, "Submit")
    token = query(at, "t")
    assert "Question 2 of" in words(app("learn/quiz", t=token))
    code = data.attempts().attempt(token).code
    other = app("learn/quiz")
    next(box for box in other.text_input if "code" in box.label).set_value(code.lower())
    assert "Question 2 of" in words(press(other, "Go on"))


def test_every_item_of_the_built_in_lesson_can_be_asked_and_told(app):
    """Whatever the question writer drew, its form and its feedback come up without an error."""
    built = packs.load(data.LESSON)
    store = data.attempts()
    attempt = store.begin(built.id, built.items, data.now())
    for number, item in enumerate(built.items, 1):
        at = app("learn/quiz", t=attempt.token, q=number)
        assert any(b.label == "Submit" for b in at.button), item.id
        store.respond(attempt.token, item.id, item.key, True, data.now())
        told = words(app("learn/quiz", t=attempt.token, q=number))
        assert "✓ Right" in told, item.id
        assert "<mark>" in told or not item.evidence, item.id
    at = app("learn/quiz", t=attempt.token)
    assert at.title[0].value == f"{len(built.items)} of {len(built.items)} right"


def test_submitting_nothing_writes_nothing(app):
    """Without an answer the learner is told so, and the question stays."""
    at = press(press(app("learn/quiz"), "Begin the quiz"), "Submit")
    assert "Choose an answer" in at.warning[0].value
    assert data.attempts().attempt(query(at, "t")).responses == ()


def test_the_missed_are_asked_again_another_way(app):
    """A retry holds only what was missed, as its variant where there is one."""
    at = press(app("learn/quiz", q=1), "Begin the quiz")
    store = data.attempts()
    attempt = store.attempt(query(at, "t"))
    for item in attempt.items:
        store.respond(attempt.token, item.id, item.key, item.id != "i-ops", data.now())
    at = press(app("learn/quiz", t=attempt.token), "Try the missed ones again")
    again = store.attempt(query(at, "t"))
    assert [item.id for item in again.items] == ["i-ops-2"]
    assert again.retry_of == attempt.token


def test_a_question_can_be_opened_by_its_address(app):
    """?q= with an attempt shows that question."""
    at = press(app("learn/quiz"), "Begin the quiz")
    attempt = data.attempts().attempt(query(at, "t"))
    wanted = next(item for item in attempt.items if item.id == "i-true")
    at = app("learn/quiz", t=attempt.token, q=attempt.number(wanted))
    assert "Salang Tunnel connects" in at.subheader[0].value


@pytest.mark.parametrize("page", TEACH)
def test_a_teacher_page_shows_nothing_without_a_passphrase(app, page):
    """With none chosen, it asks for the set-up code of the console and shows nothing else."""
    at = app(f"teach/{page}")
    assert at.title[0].value == "For teachers"
    assert [b.label for b in at.button] == ["Choose it"]
    assert "set-up code" in at.markdown[0].value


@pytest.mark.parametrize("page", TEACH)
def test_a_teacher_page_opens_with_the_passphrase_only(app, page, monkeypatch):
    """A wrong one is refused, the right one opens."""
    monkeypatch.setenv("EXPLAINER_TEACHER_PASSPHRASE", "lapis")
    at = app(f"teach/{page}")
    at.text_input[0].set_value("emerald")
    press(at, "Open")
    assert "not the passphrase" in at.error[0].value
    at.text_input[0].set_value("lapis")
    press(at, "Open")
    assert not any(b.label == "Open" for b in at.button)


@pytest.mark.parametrize("page", TEACH)
def test_every_teacher_page_asks_for_the_role_first(page):
    """The first statement after the docstring and the import of the check is the check."""
    lines = (FRAME.parent / "teach" / f"{page}.py").read_text("utf-8").splitlines()
    code = [line for line in lines if line and not line.startswith(('"""', "#"))]
    assert code[:2] == ["from pages.parts.role import require_teacher", "require_teacher()"]


def test_attempts_use_the_database_of_the_setting(app, tmp_path):
    """EXPLAINER_DATABASE_URL says where responses go."""
    press(app("learn/quiz"), "Begin the quiz")
    other = Store(f"sqlite:///{tmp_path}/attempts.sqlite")
    with other.engine.connect() as connection:
        assert connection.exec_driver_sql("select count(*) from attempts").scalar() == 1
    other.engine.dispose()
