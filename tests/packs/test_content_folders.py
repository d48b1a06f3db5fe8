"""A walk over every content folder: what its authors wrote resolves, is cited and can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.pack import Pack, load, load_content
from explainer.pack_links import walk
from explainer.readability import grade

CONTENT = Path(__file__).parents[2] / "content"
FOLDERS = sorted(path.parent for path in CONTENT.glob("*/pack.yaml"))


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request):
    return request.param


@pytest.fixture(scope="module")
def pack(folder) -> Pack:
    return load(folder)


def test_there_is_content_to_walk():
    """The walk walks: at least the built-in lesson is found."""
    assert FOLDERS


def test_a_folder_builds_with_its_article(pack):
    """Every id resolves and every quote stands in the article: a Pack could not be made else."""
    assert pack.facts
    assert pack.background_facts


def test_every_reference_is_complete_and_cited(pack):
    """A reference has an address one can go to, and something rests on it."""
    cited = {id for _, each in walk(pack) for id in getattr(each, "reference_ids", ())}
    for reference in pack.references:
        assert reference.id in cited, f"nothing rests on {reference.id}"
        assert "not recorded" not in reference.address
        assert len(reference.title) > 5


def test_every_background_statement_is_cited(pack):
    """No fact without evidence holds for the curated half, too."""
    for event in pack.timeline.events:
        assert event.fact_ids
        if event.origin == "background":
            assert event.reference_ids, event.id
            assert pack.fact(f"b-{event.id}") is not None
            assert event.theme, event.id
            assert event.text, event.id
    for place in pack.places:
        assert place.origin == "source" or place.reference_ids, place.id
    for claim in pack.claims:
        assert claim.evidence, claim.id
        assert claim.reference_ids, claim.id
    for comparison in pack.comparisons:
        for estimate in comparison.estimates:
            assert estimate.evidence or estimate.reference_ids, f"{comparison.id}: {estimate.who}"
    for person in pack.people.persons:
        assert person.reference_ids, person.id
    for term in pack.terms:
        assert term.reference_ids, term.id


def test_every_passage_and_question_rests_on_something(pack):
    """A student can ask of each paragraph and each question what it rests on."""
    for step in pack.lesson.steps:
        assert step.passages, step.id
        for number, passage in enumerate(step.passages):
            rests = passage.evidence or passage.fact_ids or passage.reference_ids
            assert rests, f"{step.id}, passage {number}"
        if step.question:
            asked = step.question
            assert asked.evidence or asked.fact_ids or asked.reference_ids, step.id
            assert all(option.rationale for option in asked.options), step.id


def test_one_sided_reports_are_not_told_as_fact(pack):
    """An event that one side claims says whose claim it is, and what speaks against it."""
    for event in pack.timeline.events:
        if event.origin == "background" and event.certainty == "claimed by one side":
            assert event.attribution.speaker, event.id
        if event.certainty == "disputed":
            assert event.disagreement, event.id


def test_events_lie_in_their_period(pack):
    """A period shows its own events when one zooms into it."""
    periods = {period.id: period for period in pack.timeline.periods}
    for event in pack.timeline.events:
        if event.theme:
            period = periods[event.theme]
            assert period.begin <= event.begin <= period.end, event.id


def test_a_teacher_finds_all_notes(pack):
    """Each step has an aim, words to say, misunderstandings and a question to discuss."""
    for step in pack.lesson.steps:
        assert step.teacher.say, step.id
        assert step.teacher.misunderstandings, step.id
        assert step.teacher.discussion, step.id
        assert step.idea.endswith("."), step.id
        assert step.objective_ids, step.id
    reached = {id for step in pack.lesson.steps for id in step.objective_ids}
    assert reached == {objective.id for objective in pack.lesson.objectives}


def test_plain_language_is_plainer(pack):
    """The plain version of a step is easier than the full one, and easy: grade 7 at most."""
    for step in pack.lesson.steps:
        full = grade(" ".join(passage.full for passage in step.passages))
        plain = grade(" ".join(passage.plain for passage in step.passages))
        assert plain < full, step.id
        assert plain <= 7, step.id
        assert full <= 11, step.id


def test_prose_is_clean(folder):
    """No double spaces, no stray markup, no straight line breaks in what is shown."""
    content = load_content(folder)
    for _, each in walk(content):
        for name in ("full", "plain", "text", "definition", "says", "reports", "role", "about"):
            words = getattr(each, name, None)
            if isinstance(words, str):
                assert "  " not in words, words
                assert "\n" not in words, words
                assert words == words.strip()
                assert words[-1] in '.!?”"', words


def test_questions_of_the_steps_are_fair(pack):
    """The key is not the longest by far, no stem denies quietly, and no option is given twice."""
    for step in pack.lesson.steps:
        asked = step.question
        if asked is None or asked.kind == "order":
            continue
        assert " not " not in asked.stem, step.id
        texts = [option.text for option in asked.options]
        assert len(set(texts)) == len(texts), step.id
        right = max(len(option.text) for option in asked.options if option.id in asked.key)
        wrong = max(len(option.text) for option in asked.options if option.id not in asked.key)
        assert right <= 1.4 * wrong, step.id
