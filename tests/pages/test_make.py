"""A teacher's own article on the screens, run without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from opened import html, press

from explainer import review, review_facts
from explainer.wording import wording
from pages.parts import data
from pages.parts.bench_facts import A_PAGE

ROOT = Path(__file__).parents[2]
ARTICLE = (ROOT / "seeds" / "000_d4b8515b4265914a.txt").read_text(encoding="utf-8")


@pytest.fixture
def app(desk):
    return desk


def made(app):
    at = app("teach/make")
    at.text_area(key="pasted").set_value(ARTICLE)
    press(at, "Read it")
    press(at, "Make the lesson")
    return at.session_state["made"]


@pytest.mark.parametrize("page", ["make", "review"])
def test_nobody_else_gets_these_pages(app, page):
    """Without the passphrase there is the gate and nothing behind it, also with a deep link."""
    id = made(app)
    at = app(f"teach/{page}", teacher=False, draft=id)
    assert [t.value for t in at.title] == ["For teachers"]
    assert "Panjshir" not in html(at)


def test_the_text_taken_is_shown_and_its_origin_asked(app):
    """What was read is shown to the letter; what is missing is asked for."""
    at = app("teach/make")
    at.text_area(key="pasted").set_value(
        "A small fire\n\nA fire burned two sheds in Ely on Monday."
    )
    press(at, "Read it")
    assert "A fire burned two sheds in Ely on Monday." in html(at)
    assert "outlet, date" in at.info[0].value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://news.example/a",
        "Please enable JavaScript to continue.",
        "12 34 56",
        "The council met in the old hall on Monday. " * 1500,
    ],
)
def test_a_refusal_is_one_sentence(app, text):
    """What is no article gives one error and no lesson."""
    at = app("teach/make")
    at.text_area(key="pasted").set_value(text)
    press(at, "Read it")
    assert len(at.error) == 1
    assert not any("Make the lesson" in b.label for b in at.button)


@pytest.mark.parametrize("day", ["14 March 2999", "14 March 1203"])
def test_a_day_that_cannot_be_is_asked_for(app, day):
    """A date in the time to come, or before any newspaper, is left for the teacher to fill in."""
    at = app("teach/make")
    at.text_area(key="pasted").set_value(f"Storm hits\n\nValley Courier, {day}\n\nIt came.")
    press(at, "Read it")
    assert at.date_input[0].value is None


def test_a_refused_text_leaves_no_earlier_one(app):
    """After a refusal the article read before is not made by mistake."""
    at = app("teach/make")
    at.text_area(key="pasted").set_value(ARTICLE)
    press(at, "Read it")
    at.text_area(key="pasted").set_value("")
    press(at, "Read it")
    assert not any("Make the lesson" in b.label for b in at.button)


def test_from_review_to_the_student(app):
    """Approved and published, the lesson is on the home page and its questions are asked; edits
    that do not hold change nothing; undo brings back what was."""
    id = made(app)
    at = app("teach/review", draft=id)
    count = len(data.shelf().draft(id).pack.items)
    press(at, "Approve all that hold")
    press(at, "Publish")
    assert data.shelf().pack(id) is not None
    next(b for b in at.button if b.key.startswith("delete-")).click().run()
    assert len(data.shelf().draft(id).pack.items) == count - 1
    press(at, "Undo")
    assert len(data.shelf().draft(id).pack.items) == count
    home = app("learn/home", teacher=False)
    labels = [link.proto.label for link in home.get("page_link")]
    assert any("World War declared" in label for label in labels)
    quiz = press(app("learn/quiz", teacher=False, lesson=id), "Begin the quiz")
    token = quiz.session_state["attempt"]
    assert data.attempts().attempt(token).lesson == id


def test_an_attempt_opens_its_own_lesson(app, lesson_pack):
    """A link with an attempt alone shows the lesson it was begun in."""
    id = made(app)
    press(app("teach/review", draft=id), "Approve all that hold")
    data.shelf().publish(id)
    items = data.shelf().pack(id).items
    begun = data.attempts().begin(id, items, data.now())
    at = app("learn/quiz", teacher=False, t=begun.token)
    assert at.session_state["lesson"] == id
    data.shelf().delete(id)
    at = app("learn/quiz", teacher=False, t=begun.token)
    assert "no longer here" in at.title[0].value
    assert lesson_pack.id != id


def test_the_menu_keeps_the_lesson_in_the_address(app):
    """A page opened from the menu names the lesson shown; the built-in one needs no naming."""
    id = made(app)
    press(app("teach/review", draft=id), "Approve all that hold")
    data.shelf().publish(id)
    at = app("learn/home", teacher=False, lesson=id)
    for page in ("lesson", "timeline", "places", "article", "quiz"):
        at.query_params.clear()
        at.switch_page(f"learn/{page}.py").run()
        assert not at.exception
        assert at.query_params["lesson"] == id
    at = app("learn/home", teacher=False)
    assert "lesson" not in at.query_params


def test_every_part_of_a_review_opens(app):
    """Facts, report and the list of lessons open, and a lesson is copied and deleted there."""
    id = made(app)
    at = app("teach/review", draft=id)
    for part in ("Facts", "Report", "All lessons"):
        at.segmented_control(key="part").set_value(part).run()
        assert not at.exception, at.exception
    at.button(key=f"copy-{id}").click().run()
    assert len(data.shelf().entries()) == 2
    at.button(key=f"drop-{id}").click().run()
    assert data.shelf().entry(id).deleted


def test_a_draft_that_is_not_there_gives_the_list(app):
    """Whatever ?draft= says, the page opens."""
    for value in ("nothing", "../etc", "<script>", "9" * 400):
        assert app("teach/review", draft=value).title[0].value == "Your lessons"


@pytest.mark.usefixtures("at_once")
def test_a_dead_model_leaves_the_lesson_and_its_key_is_nowhere(app, monkeypatch, caplog):
    """With a model set that does not answer, the page says what would leave the machine, the
    lesson by rules stands, and the key is in no page, pack or log."""
    for name, value in {
        "BASE_URL": "http://127.0.0.1:9/v1", "MODEL": "tiny", "API_KEY": "sk-nowhere",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"EXPLAINER_LLM_{name}", value)
    at = app("teach/make")
    at.text_area(key="pasted").set_value(ARTICLE)
    press(at, "Read it")
    at.toggle(key="with_model").set_value(True).run()
    assert "go to tiny at 127.0.0.1" in at.info[-1].value
    press(at, "Make the lesson")
    assert "The lesson made without the model stands." in at.warning[-1].value
    id = at.session_state["made"]
    assert data.shelf().draft(id).pack.items
    shown = html(at) + "".join(e.value for e in (*at.markdown, *at.info, *at.warning))
    for where in (shown, data.shelf().export(id).decode(), caplog.text):
        assert "sk-nowhere" not in where


def test_the_key_of_every_kind_can_be_edited(app, lesson_pack):
    """An order put wrong and a match put wrong are caught at once; put back, they hold."""
    from explainer.draft import Draft

    id = data.shelf().add(Draft(pack=lesson_pack), data.now())
    for kind in ("order", "match"):
        item = next(i for i in lesson_pack.items if i.kind == kind)
        at = app("teach/review", draft=id)
        next(t for t in at.toggle if t.key.startswith(f"edit-{item.id}-")).set_value(True).run()
        wrong = item.key[::-1]
        boxes = [b for b in at.selectbox if f"-{item.id}-" in b.key]
        assert [b.value for b in boxes] == list(item.key)
        for box, value in zip(boxes, wrong, strict=True):
            box.set_value(value)
        press(at, "Check and keep")
        assert data.shelf().draft(id).pack.item(item.id).key == item.key
        press(at, "Keep it as my own")
        kept = data.shelf().draft(id).pack.item(item.id)
        assert (kept.key, kept.origin) == (wrong, "teacher")


def test_two_answers_at_one_place_are_no_order(app, lesson_pack):
    """Said before any check runs."""
    from explainer.draft import Draft

    id = data.shelf().add(Draft(pack=lesson_pack), data.now())
    item = next(i for i in lesson_pack.items if i.kind == "order")
    at = app("teach/review", draft=id)
    next(t for t in at.toggle if t.key.startswith(f"edit-{item.id}-")).set_value(True).run()
    for box in [b for b in at.selectbox if f"-{item.id}-" in b.key]:
        box.set_value(item.key[0])
    press(at, "Check and keep")
    assert "Each answer has one place" in at.error[0].value


@pytest.mark.parametrize(
    ("kind", "stem", "right", "wrong", "holds"),
    [
        ("number_entry", "How many operations did the Soviet army conduct during the 1980s?", "9",
         None, True),
        ("number_entry", "How many operations did the Soviet army conduct during the 1980s?", "12",
         None, False),
        ("true_false", "During the 1980s, the Soviet army conducted nine operations.", "true",
         None, True),
        ("true_false", "During the 1980s, the Soviet army conducted nine operations.", "false",
         None, False),
        ("single_choice", "How many operations did the Soviet army conduct during the 1980s?",
         "nine", "four\nfourteen", True),
        ("single_choice", "How many operations did the Soviet army conduct during the 1980s?",
         "four", "nine\nfourteen", False),
    ],
)  # fmt: skip
def test_a_question_of_ones_own_is_checked_as_any(app, kind, stem, right, wrong, holds):
    """What the article bears out is added; what it does not is added only openly."""
    id = made(app)
    draft = data.shelf().draft(id)
    fact = next(f for f in draft.pack.facts if "nine operations" in f.statement)
    for item in draft.pack.items:
        if fact.id in item.fact_ids:
            draft = review.drop_item(draft, item.id)
    data.shelf().save(id, draft, data.now(), "room for it")
    at = app("teach/review", draft=id)
    next(t for t in at.toggle if t.key.startswith("add-item")).set_value(True).run()
    at.segmented_control[-1].set_value(kind).run()
    at.selectbox[-1].set_value(fact.id)
    field(at.text_area, "new-stem").set_value(stem)
    if kind == "true_false":
        field(at.radio, "new-true").set_value(right)
    else:
        field(at.text_input, "new-right").set_value(right)
    if wrong:
        field(at.text_area, "new-wrong").set_value(wrong)
    press(at, "Check and add")
    added = [i for i in data.shelf().draft(id).pack.items if i.stem == stem]
    assert bool(added) == holds, [e.value for e in at.error]
    if not holds:
        press(at, "Keep it as my own")
        added = [i for i in data.shelf().draft(id).pack.items if i.stem == stem]
        assert added[0].origin == "teacher"


def field(among, name):
    return next(each for each in among if each.key and each.key.startswith(name))


def test_publishing_says_what_it_waits_for(app):
    """Nothing approved: the button is shut and a sentence says why."""
    id = made(app)
    at = app("teach/review", draft=id)
    assert next(b for b in at.button if b.label == "Publish").disabled
    assert any("approve at least one question" in c.value for c in at.caption)
    press(at, "Approve all that hold")
    assert not any("approve at least one question" in c.value for c in at.caption)


def test_a_teachers_own_fact_reaches_the_students_step_with_its_mark(app):
    """Kept openly and placed, it stands in the step as the teacher's, not as the article's."""
    id = made(app)
    draft = data.shelf().draft(id)
    fact = next(f for f in draft.pack.facts if "nine operations" in f.statement)
    changed = fact.model_copy(update={"statement": "They tried twelve times."})
    own = review_facts.put_fact(draft, changed, own=True).draft
    data.shelf().save(id, review.approve_sound(own), data.now(), "own")
    at = app("teach/review", draft=id)
    at.segmented_control(key="part").set_value("Facts").run()
    page = next(n for n, f in enumerate(own.pack.facts) if f.id == fact.id) // A_PAGE + 1
    if page > 1:
        at.session_state["fact_page"] = page
        at.run()
    field(at.selectbox, f"step-{fact.id}").set_value("then").run()
    data.shelf().publish(id)
    step = app("learn/lesson", teacher=False, lesson=id, step="then")
    assert any("They tried twelve times." in m.value for m in step.markdown)
    assert any("rests-teacher" in (b.key or "") for b in step.button)


def test_versions_are_listed_and_gone_back_to(app):
    """Each edit is a row with a button that goes back to it."""
    id = made(app)
    at = app("teach/review", draft=id)
    press(at, "Approve all that hold")
    at.segmented_control(key="part").set_value("Report").run()
    at.button(key="version-1").click().run()
    assert data.shelf().draft(id).approved == ()


def test_a_deleted_lesson_comes_back_at_one_press(app):
    """From the list: deleted, and undone."""
    id = made(app)
    at = app("teach/review")
    at.button(key=f"drop-{id}").click().run()
    assert data.shelf().entry(id).deleted
    at.button(key="undo_delete").click().run()
    assert not data.shelf().entry(id).deleted


def test_what_comes_next_is_about_the_lesson_under_review(app):
    """The plan opens on it; once it is published, the handouts and a new class do as well."""
    id = made(app)
    assert app("teach/quiz_plan", plan=id).selectbox(key="planned").value == id
    press(app("teach/review", draft=id), "Approve all that hold")
    data.shelf().publish(id)
    assert app("teach/exports", lesson=id).selectbox(key="handout_of").value == id
    begun = app("teach/classroom", lesson=id)
    assert next(s for s in begun.selectbox if s.label == "Lesson").value == id
    reviewed = app("teach/review", draft=id)
    assert next(b for b in reviewed.button if b.label == "Publish").disabled


def test_the_report_shows_an_articles_marks_as_they_are(app):
    """Only the report's own headings and lists are Markdown."""
    id = made(app)
    draft = data.shelf().draft(id)
    pack = draft.pack.model_copy(update={"title": "A *starred* [title](x)"})
    data.shelf().save(id, draft.model_copy(update={"pack": pack}), data.now(), "named")
    at = app("teach/review", draft=id)
    at.segmented_control(key="part").set_value("Report").run()
    shown = next(m.value for m in at.markdown if "sentences read" in m.value)
    assert r"### A \*starred\* \[title\](x)" in shown
    assert "\n- " in shown


def test_a_fact_is_moved_and_deleted_from_its_menu(app):
    """The list follows; a fact that the lesson rests on is kept with a sentence."""
    id = made(app)
    ids = [f.id for f in data.shelf().draft(id).pack.facts]
    at = app("teach/review", draft=id)
    at.segmented_control(key="part").set_value("Facts").run()
    assert at.button(key=f"up-{ids[0]}").disabled
    at.button(key=f"up-{ids[1]}").click().run()
    assert [f.id for f in data.shelf().draft(id).pack.facts][:2] == [ids[1], ids[0]]
    at.button(key=f"delete-{ids[1]}").click().run()
    assert data.shelf().draft(id).pack.fact(ids[1]) is None


def test_students_read_no_wording_of_a_model_before_it_is_approved(app):
    """Approved one by one, apart from the questions; the page counts them."""
    id = made(app)
    draft = review.approve_sound(data.shelf().draft(id))
    prompt = wording("prompt", "", "“He said no.” Would you have?", ())
    data.shelf().save(id, draft.model_copy(update={"wordings": (prompt,)}), data.now(), "worded")
    data.shelf().publish(id)
    at = app("teach/review", draft=id)
    assert "0 of 1 wordings of the model" in html(at)
    at.segmented_control(key="part").set_value("Wordings").run()
    assert prompt.text not in data.shelf().pack(id).model_dump_json()
    at.button(key=f"approve-{prompt.id}").click().run()
    press(at, "Publish")
    assert prompt.text in data.shelf().pack(id).model_dump_json()
    at.button(key=f"delete-{prompt.id}").click().run()
    assert not data.shelf().draft(id).wordings


def test_an_article_goes_with_its_file(app):
    """A file taken away takes its article with it; another in its place is read; a pasted article
    stays when the teacher looks at the other way."""
    at = app("teach/make")
    at.segmented_control(key="how").set_value("Upload a file").run()
    at.file_uploader(key="file").set_value(("a.txt", ARTICLE.encode(), "text/plain")).run()
    assert any(b.label == "Make the lesson" for b in at.button)
    at.file_uploader(key="file").set_value(None).run()
    assert not any(b.label == "Make the lesson" for b in at.button)
    at.segmented_control(key="how").set_value("Paste the text").run()
    at.text_area(key="pasted").set_value(ARTICLE)
    press(at, "Read it")
    at.segmented_control(key="how").set_value("Upload a file").run()
    assert any(b.label == "Make the lesson" for b in at.button)


def test_deleting_the_lesson_under_review_leads_to_the_list(app):
    """Nothing of it is shown any longer, and one press brings it back."""
    id = made(app)
    at = app("teach/review", draft=id)
    at.segmented_control(key="part").set_value("All lessons").run()
    at.button(key=f"drop-{id}").click().run()
    assert at.title[0].value == "Your lessons"
    at.button(key="undo_delete").click().run()
    assert not data.shelf().entry(id).deleted
