from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from explainer.extract.extract import extract
from explainer.facts import Attribution, Fact, Quote
from explainer.geography import places
from explainer.lesson import Question
from explainer.lesson_compose import compose_lesson, with_items
from explainer.lesson_passages import told
from explainer.quiz.item import Item, Option
from explainer.readability import grade, syllables
from explainer.reading.text import read_text
from explainer.timeline_make import timeline

SEED = next((Path(__file__).parents[1] / "seeds").glob("000_*.txt"))
KINDS = ["source", "where", "then", "now", "voices", "unknown", "check", "discuss"]


def lesson_of(text, items=(), **overrides):
    extraction = extract(read_text(text, **overrides))
    return compose_lesson(extraction, timeline(extraction), places(extraction), items)


def test_every_article_gives_the_same_steps_in_the_same_order():
    """A teacher knows what to expect of any article."""
    assert [step.kind for step in lesson_of(SEED.read_text()).steps] == KINDS
    assert [step.kind for step in lesson_of("Cats sleep a lot of the day.").steps] == KINDS


def test_the_seed_article_carries_every_step_but_the_quiz_it_was_not_given():
    """A rich article needs no excuses."""
    carried = {step.kind: step.carried for step in lesson_of(SEED.read_text()).steps}
    assert [kind for kind, holds in carried.items() if not holds] == ["check"]


def test_what_an_article_does_not_carry_is_said():
    """An empty step says what is missing and shows no figure for it."""
    steps = {step.kind: step for step in lesson_of("Cats sleep a lot of the day.").steps}
    for kind in ("where", "then", "voices"):
        assert not steps[kind].carried
        assert steps[kind].note
        assert not steps[kind].figures


def test_passages_of_a_composed_lesson_quote_the_article():
    """What is said of the subject names the facts it stands on, word for word."""
    text = SEED.read_text()
    for step in lesson_of(text).steps:
        for passage in step.passages:
            assert all(text[q.start : q.end] == q.quote for q in passage.evidence)
            if step.kind in ("where", "then", "now", "voices"):
                assert passage.fact_ids


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60), st.none() | st.dates())
def test_any_text_gives_a_lesson(words, published):
    """No crash, whatever the text says or lacks."""
    text = f"{words} The mayor said that three people were hurt on Monday in Paris."
    try:
        read_text(text)
    except ValueError:
        return
    assert [step.kind for step in lesson_of(text, published=published).steps] == KINDS


def fact(statement="Rain is near.", **attribution):
    quote = Quote(start=0, end=len(statement), quote=statement)
    return Fact(
        id="f-1", kind="statement", statement=statement, evidence=(quote,),
        attribution=Attribution(**attribution),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("attribution", "sentence"),
    [
        ({}, "Rain is near."),
        ({"stance": "opinion"}, "The writer's view: “Rain is near.”"),
        (
            {"kind": "named", "speaker": "Ann Lee", "stance": "claim"},
            "According to Ann Lee: “Rain is near.”",
        ),
        (
            {"kind": "unnamed", "speaker": "a neighbour", "stance": "opinion"},
            "In the view of a neighbour: “Rain is near.”",
        ),
    ],
)
def test_a_claim_is_told_with_its_speaker(attribution, sentence):
    """Nobody's claim is told as plain fact."""
    assert told(fact(**attribution)) == sentence


def test_a_sentence_that_names_its_speaker_is_not_attributed_twice():
    """“Lee said” needs no “according to Lee”."""
    said = "Lee said that rain was near."
    assert told(fact(said, kind="named", speaker="Ann Lee")) == said


def item(id, *fact_ids):
    options = (Option(id="a", text="True"), Option(id="b", text="False"))
    return Item(
        id=id, kind="true_false", stem="So?", options=options, key=("a",), fact_ids=fact_ids
    )


def test_a_step_asks_about_its_own_facts_and_nothing_twice():
    """An item is asked in the first step that tells its fact; the quiz asks all of them."""
    lesson = lesson_of(SEED.read_text())
    told_twice = lesson.steps[1].fact_ids[0]
    items = [item("i-1", told_twice), item("i-2", "f-none")]
    steps = lesson_of(SEED.read_text(), items).steps
    asking = [step.kind for step in steps if "i-1" in step.item_ids]
    assert asking == ["where", "check"]
    assert steps[6].item_ids == ("i-1", "i-2")


def test_chosen_items_stay():
    """What an author chose for a step is not replaced."""
    step = lesson_of(SEED.read_text()).steps[1].model_copy(update={"item_ids": ("mine",)})
    assert with_items(step, [item("i-1", *step.fact_ids)]).item_ids == ("mine",)


def test_a_question_offers_its_key():
    """A question nobody can answer is not one."""
    options = (Option(id="a", text="Yes"), Option(id="b", text="No"))
    good = Question(id="q", stem="So?", options=options, key=("a",), fact_ids=("f-1",))
    assert good.item().key == ("a",)
    with pytest.raises(ValidationError, match="names no option"):
        Question(id="q", stem="So?", options=options, key=("c",))


@pytest.mark.parametrize(
    ("word", "count"),
    [("made", 1), ("needed", 2), ("houses", 2), ("table", 2), ("Afghanistan", 4), ("walked", 1)],
)
def test_syllables_of_common_words(word, count):
    """Silent endings are not spoken."""
    assert syllables(word) == count


def test_long_words_and_sentences_are_harder():
    """The grade rises with both, and is none without words."""
    easy = "The sun is hot. We go in."
    hard = "International organisations unanimously recommended immediate humanitarian support."
    assert grade(easy) < 3 < 12 < grade(hard)
    assert grade("2021 – 34") is None


@given(st.text(max_size=200))
def test_any_text_has_a_grade_or_none(text):
    """No text breaks the count."""
    assert grade(text) is None or isinstance(grade(text), float)


def test_dates_of_the_source_are_told_as_people_write_them():
    """The first step says when the text was made."""
    lesson = lesson_of("Cats sleep a lot of the day.", published=date(2020, 2, 3), title="Cats")
    assert "3 February 2020" in lesson.steps[0].passages[0].full


def test_background_references_are_not_needed_for_an_article():
    """A composed lesson cites nothing but its article."""
    for step in lesson_of(SEED.read_text()).steps:
        assert all(not passage.reference_ids for passage in step.passages)
