"""Editing a lesson: what holds is kept, what does not is said, and nothing slips through."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer import review, review_facts
from explainer.draft import Draft, make, published
from explainer.facts import Fact
from explainer.pack import Pack
from explainer.quiz.check import accepted
from explainer.reading.text import read_bytes
from explainer.review_report import report

SEED = Path(__file__).parents[1] / "seeds" / "000_d4b8515b4265914a.txt"


@pytest.fixture(scope="module")
def draft():
    return make(read_bytes(SEED.read_bytes()), items=10)


def one(draft, words):
    return next(item for item in draft.pack.items if words in item.stem)


def test_the_work_is_told_in_plain_words():
    """Making a draft tells what was read, proven, refused, made, accepted and rejected."""
    heard = []
    made = make(read_bytes(SEED.read_bytes()), items=10, tell=heard.append)
    said = " ".join(heard)
    assert f"{made.sentences} sentences read" in said
    assert f"{len(made.pack.facts)} facts proven" in said
    assert f"{len(made.pack.items)} accepted" in said


def test_students_see_approved_items_only(draft):
    """Without approval nothing is published; with it exactly what was approved, in order."""
    assert published(draft).items == ()
    first, second = draft.pack.items[:2]
    some = review.approve(review.approve(draft, second.id), first.id)
    assert [i.id for i in published(some).items] == [first.id, second.id]
    assert published(some).rejected == ()
    Pack.model_validate(published(some).model_dump())


def test_an_edit_made_false_is_caught_and_changes_nothing(draft):
    """A wrong key, a wrong answer or a wrong name in the stem: the edit says why and stays out."""
    item = next(i for i in draft.pack.items if i.kind == "single_choice")
    wrong = next(o.id for o in item.options if o.id not in item.key)
    right = tuple(
        o.model_copy(update={"text": "Reykjavik"}) if o.id in item.key else o for o in item.options
    )
    for changes in ({"key": (wrong,)}, {"options": right}):
        edit = review.put_item(draft, item.model_copy(update=changes))
        assert not edit.done
        assert edit.draft == draft
        assert not accepted(edit.findings)


def test_a_flagged_item_is_kept_only_openly(draft):
    """Kept against the checks, an item is marked as the teacher's and is not yet approved."""
    item = one(draft, "operations")
    edit = review.put_item(draft, item.model_copy(update={"key": ("11",)}), own=True)
    kept = edit.draft.pack.item(item.id)
    assert edit.done
    assert kept.origin == "teacher"
    assert item.id not in edit.draft.approved
    back = review.put_item(edit.draft, item)
    assert back.draft.pack.item(item.id).origin == "source"


def test_a_fact_made_false_is_caught(draft):
    """A number that the source does not give fells the new wording of a fact, and is named."""
    fact = next(f for f in draft.pack.facts if "nine operations" in f.statement)
    wrong = fact.model_copy(update={"statement": fact.statement.replace("nine", "twelve")})
    edit = review_facts.put_fact(draft, wrong)
    assert not edit.done
    assert any("twelve" in f.message for f in edit.findings)
    own = review_facts.put_fact(draft, wrong, own=True).draft
    assert own.pack.fact(fact.id).origin == "teacher"
    Draft.model_validate_json(own.model_dump_json())


def test_every_fact_deleted_leaves_a_whole_lesson(draft):
    """Whichever fact goes, everything that is left resolves."""
    for fact in draft.pack.facts[::9]:
        edit = review_facts.drop_fact(draft, fact.id)
        assert edit.done
        assert edit.draft.pack.fact(fact.id) is None
        Pack.model_validate(edit.draft.pack.model_dump())


def test_a_fact_is_added_with_the_articles_words(draft):
    """Words of the article carry a new fact; other words carry none."""
    made = review_facts.new_fact(
        draft, "The Soviet army conducted nine operations.",
        "the Soviet army conducted\n nine operations",
    )  # fmt: skip
    assert isinstance(made, Fact)
    edit = review_facts.put_fact(draft, made)
    assert edit.done
    assert edit.draft.pack.fact(made.id).origin == "source"
    assert (
        review_facts.new_fact(draft, "X is Y.", "words it never wrote").code
        == "quote-not-in-source"
    )


def test_items_are_moved_and_deleted(draft):
    """Moving keeps every item; deleting takes one, also from the approved."""
    ids = [i.id for i in draft.pack.items]
    moved = review.move_item(draft, ids[3], -1)
    assert [i.id for i in moved.pack.items] == [*ids[:2], ids[3], ids[2], *ids[4:]]
    assert review.move_item(draft, ids[0], -1) == draft
    gone = review.drop_item(review.approve_sound(draft), ids[0])
    assert ids[0] not in gone.approved
    assert [i.id for i in gone.pack.items] == ids[1:]


def test_facts_are_moved_and_stay_where_they_were_put(draft):
    """Every fact is kept, the steps tell them in the new order, and an edit moves none back."""
    facts = draft.pack.facts
    first, second = facts[0], facts[1]
    moved = review_facts.move_fact(draft, second.id, -1)
    assert [f.id for f in moved.pack.facts] == [second.id, first.id, *(f.id for f in facts[2:])]
    assert review_facts.move_fact(draft, first.id, -1).pack.facts == facts
    assert review_facts.move_fact(moved, second.id, 1).pack == draft.pack
    last = review_facts.move_fact(draft, first.id, len(facts))
    assert last.pack.facts[-1] == first
    own = second.model_copy(update={"statement": "It never was so."})
    kept = review_facts.put_fact(moved, own, own=True).draft
    assert kept.pack.facts[0].statement == "It never was so."
    Draft.model_validate_json(last.model_dump_json())

    def told(draft, step):
        return [id for p in draft.pack.lesson.step(step).passages for id in p.fact_ids]

    step = next(s.id for s in draft.pack.lesson.steps if s.kind == "voices")
    one, other = told(draft, step)[:2]
    by = [f.id for f in facts].index(one) - [f.id for f in facts].index(other)
    assert told(review_facts.move_fact(draft, other, by), step)[:2] == [other, one]


def test_the_report_counts_and_names(draft):
    """The report gives the counts and each item kept as the teacher's own."""
    item = one(draft, "operations")
    own = review.put_item(draft, item.model_copy(update={"key": ("11",)}), own=True).draft
    text = report(own)
    assert f"{draft.sentences} sentences read" in text
    assert item.stem in text.split("Kept as the teacher's own")[1]


def test_a_teachers_own_fact_is_told_in_the_step_chosen(draft):
    """It stands at the end of that step, is kept through other edits, is moved, changes with the
    fact, and goes with it."""
    fact = next(f for f in draft.pack.facts if "nine operations" in f.statement)
    wrong = fact.model_copy(update={"statement": "The army conducted twelve operations."})
    own = review_facts.put_fact(draft, wrong, own=True).draft

    def told(draft):
        return {s.id: p.full for s in draft.pack.lesson.steps for p in s.passages
                if fact.id in p.fact_ids}  # fmt: skip

    assert told(own) == {}
    then = review_facts.tell_in_step(own, fact.id, "then")
    assert told(then) == {"then": wrong.statement}
    assert told(review_facts.tell_in_step(then, fact.id, "now")) == {"now": wrong.statement}
    assert told(review_facts.tell_in_step(then, fact.id, None)) == {}
    other = next(f for f in draft.pack.facts if f.id != fact.id)
    assert told(review_facts.drop_fact(then, other.id).draft) == told(then)
    again = wrong.model_copy(update={"statement": "They tried twelve times."})
    changed = review_facts.put_fact(then, again, own=True).draft
    assert told(changed) == {"then": "They tried twelve times."}
    gone = review_facts.drop_fact(changed, fact.id)
    assert gone.done
    assert told(gone.draft) == {}
    for each in (then, changed, gone.draft):
        Draft.model_validate_json(each.model_dump_json())


def test_a_fact_is_made_to_rest_on_other_words(draft):
    """Other words of the article carry it, words it never wrote do not, and its id stays."""
    fact = next(f for f in draft.pack.facts if "nine operations" in f.statement)
    words = "the Soviet army conducted nine operations, but failed to drive out the enemy"
    changed = review_facts.changed_fact(draft, fact, fact.statement, words)
    assert changed.id == fact.id
    assert changed.quotes[0].quote == words
    assert not review_facts.put_fact(draft, changed).done  # They do not say when.
    short = "The Soviet army conducted nine operations."
    changed = review_facts.changed_fact(draft, fact, short, words)
    assert review_facts.put_fact(draft, changed).done
    refused = review_facts.changed_fact(draft, fact, fact.statement, "it never wrote this")
    assert refused.code == "quote-not-in-source"
    same = review_facts.changed_fact(draft, fact, "Another statement.", fact.quotes[0].quote)
    assert same.evidence == fact.evidence


def test_a_question_finds_the_fact_it_asks_about(draft):
    """The fact that shares its rarer words; none where no word is shared."""
    fact = review.fact_for(draft, "How many operations did the Soviet army conduct? nine")
    assert "nine operations" in fact.statement
    assert review.fact_for(draft, "zebra xylophone") is None


def test_the_report_blames_the_article_only_for_what_it_does_not_carry(draft):
    """What the teacher deleted later is not counted as missing; one question is not "questions"."""
    asked = draft.model_copy(update={"wanted": len(draft.pack.items)})
    assert asked.carried == len(asked.pack.items)
    fewer = review.drop_item(asked, asked.pack.items[0].id)
    assert "were asked for" not in report(fewer)
    assert "the article carries" in report(fewer.model_copy(update={"carried": 1}))
    one_approved = review.approve(fewer, fewer.pack.items[0].id)
    assert "- 1 question approved" in report(one_approved)
