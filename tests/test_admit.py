"""What a model proposes, one proposal at a time: each through gate and checks."""

from __future__ import annotations

import pytest

from explainer.admit import FROM_MODEL, changes
from explainer.draft import Draft, make, published, reading_of
from explainer.extract.model import Suggestions
from explainer.findings import Finding
from explainer.pack import Pack
from explainer.quiz.check import accepted
from explainer.reading.text import read_text
from explainer.review import approve_wording, drop_wording, findings_of
from explainer.review_facts import new_fact, put_fact
from explainer.wording import fits

NINE = "The coast guard searched Holm Bay with nine boats on 10 May 2021."
ARTICLE = (
    f"Search for the crew ends at Holm Bay\n\n12 May 2021\n\n{NINE} The search ended on "
    "Tuesday. Mayor Anna Berg said that the storm had broken the pier.\n\n"
    "The pier was built in 1954. It cost 200,000 crowns and was opened by Nils Dahl. The town "
    "has 4,000 residents, and 120 of them work in the harbour.\n"
)


@pytest.fixture(scope="module")
def draft():
    return make(read_text(ARTICLE), items=20)


def admit(draft, **proposed):
    """The draft after the proposals, and what was refused."""
    refused = []
    for _, change in changes(Suggestions.model_validate(proposed)):
        outcome = change(draft)
        if isinstance(outcome, Finding):
            refused.append(outcome)
        else:
            draft = outcome
    return draft, refused


def test_a_wrong_answer_takes_the_place_of_one_if_the_checks_accept_it(draft):
    """The key stays, the item stays sound and has to be approved anew; what is true, a key said
    again, or of another kind is refused."""
    choices = [i for i in draft.pack.items if i.kind == "single_choice" and len(i.options) > 2]
    assert choices
    kept = 0
    for item in choices:
        key = next(o.text for o in item.options if o.id in item.key)
        wrong = ["twelve", "Peter Lund", "1961", "3 May 2021", key, "a purple elephant", " "]
        made, refused = admit(draft, distractors=[{"id": item.id, "wrong": wrong[:4]},
                                                  {"id": item.id, "wrong": wrong[4:]}])  # fmt: skip
        new = made.pack.item(item.id)
        assert [o.text for o in new.options if o.id in new.key] == [key]
        assert len(new.options) == len(item.options)
        assert accepted(findings_of(made, new))
        changed = [o for o in new.options if o.rationale == FROM_MODEL]
        kept += len(changed)
        assert len(refused) + len(changed) == len(wrong)
    assert kept


def test_a_wrong_answer_for_no_question_is_refused(draft):
    """Unknown ids and questions without options."""
    made, refused = admit(draft, distractors=[{"id": "q-none", "wrong": ["nine"]}])
    assert made == draft
    assert [f.code for f in refused] == ["unknown-question"]


def test_a_prompt_waits_beside_the_lesson_and_a_claim_does_not(draft):
    """Open questions about the article's words; nothing closed, nothing invented, none twice."""
    good = {"words": "The search ended on Tuesday", "question": "Should it have ended?"}
    bad = {"words": "The search ended on Tuesday", "question": "Why might the mayor have lied?"}
    ghost = {"words": "The crew was found", "question": "Should we trust this?"}
    made, refused = admit(draft, discussion=[good, bad, ghost, good])
    assert [w.text for w in made.wordings] == [
        "“The search ended on Tuesday” Should it have ended?"
    ]
    assert len(refused) == 3
    assert made.pack == draft.pack


def test_students_get_the_wordings_that_the_teacher_approved(draft):
    """Plain language, a word to know and a question to discuss: none before it is approved, each
    in its place afterwards, none after it is taken back or deleted."""
    made, refused = admit(
        draft,
        discussion=[{"words": "The search ended on Tuesday", "question": "Should it have ended?"}],
        plain=[{"id": "then/0", "text": "The search ended on Tuesday."},
               {"id": "then/0", "text": "The pier was built in the year 1954."}],
        terms=[{"term": "pier", "explanation": "The pier was built in 1954."},
               {"term": "quay", "explanation": "The pier was built in 1954."}],
    )  # fmt: skip
    assert [f.code for f in refused] == ["another-paragraph", "term-not-in-source"]
    assert {w.kind for w in made.wordings} == {"plain", "term", "prompt"}
    assert published(made) == published(draft)
    whole = made
    for each in made.wordings:
        one = approve_wording(made, each.id)
        assert _words(published(one)) - _words(published(draft)) == {each.text}
        assert published(approve_wording(one, each.id, False)) == published(draft)
        assert published(drop_wording(one, each.id)) == published(draft)
        whole = approve_wording(whole, each.id)
    told = Pack.model_validate_json(published(whole).model_dump_json())
    assert _words(told) >= {w.text for w in made.wordings}
    assert Draft.model_validate_json(whole.model_dump_json()) == whole


def _words(pack):
    """What students read in plain language, as explanations and as prompts."""
    steps = pack.lesson.steps
    return {
        *(p.plain for s in steps for p in s.passages),
        *(pack.term(id).definition for s in steps for id in s.term_ids),
        *(asked for s in steps for asked in s.teacher.discussion),
    } - {""}


def test_what_was_worded_survives_an_edit_of_facts(draft):
    """A fact added later makes the steps anew; the wordings stay, and go where they belong."""
    step = next(s for s in draft.pack.lesson.steps if any(p.evidence for p in s.passages))
    at = next(n for n, p in enumerate(step.passages) if p.evidence and p.full.endswith("."))
    made, refused = admit(
        draft,
        discussion=[{"words": "The search ended on Tuesday", "question": "Should it have ended?"}],
        plain=[{"id": "then/0", "text": "The pier was built in the year 1954."},
               {"id": f"{step.id}/{at}", "text": "The pier was built of gold."}],
    )  # fmt: skip
    assert any(f.code == "word-not-in-source" or f.severity == "error" for f in refused)
    fact = new_fact(made, "The town has 4,000 residents.", "The town has 4,000 residents")
    after = put_fact(made, fact).draft
    assert after.wordings == made.wordings
    assert all(fits(after.pack, each) for each in after.wordings)
    assert reading_of(after.pack.source).source == made.pack.source
