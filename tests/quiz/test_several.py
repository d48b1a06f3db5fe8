"""What questions with several right answers, and on several events, must hold."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest

from explainer.extract.extract import extract
from explainer.quiz.check import accepted, check_quiz
from explainer.quiz.compose import compose
from explainer.quiz.compose_drafts import desk_of, drafts
from explainer.quiz.draft import Choice, Draft
from explainer.quiz.plan import Plan
from explainer.reading.text import read_bytes, read_text

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "tests/quiz/articles").glob("*.txt"))

MILL = (
    "The mill of Aske\n\nThe Aske Mill was built in 1864 by Dutch settlers. It burned down in "
    "1911. In 1920, the council of Aske bought the ruin. Engineer Lena Torv drew the plans for a "
    "museum. She moved to Aske in 1988. Torv said that the wheel turned again within a year. "
    "Historian Paul Brandt wrote the first guide to the mill. Brandt said that the settlers came "
    "for the salt. The museum of Aske opened in June 1994. The ferry to Norrholm sank in May "
    "2003. The council of Aske sells salt to Norway, Denmark and Iceland. Ships brought timber "
    "from Finland. Fishermen from Sweden left the bay in 1950."
)


def extracted(text, day):
    return extract(read_text(text, published=day))


@pytest.fixture(scope="module")
def made():
    return list(drafts(desk_of(extracted(MILL, date(2015, 5, 1)), 0, ())))


def of_kind(made, kind):
    return [draft for draft in made if draft.kind == kind]


def test_what_is_told_of_one_stands_beside_what_is_told_of_others(made):
    """Of the engineer what she is, did and said; of the historian the rest."""
    (draft,) = [d for d in of_kind(made, "multiple_answer") if "Lena Torv" in d.stem]
    told = " ".join(c.text for c in draft.right)
    assert "drew the plans for a museum" in told
    assert all("Paul Brandt" in c.rationale for c in draft.wrong)
    assert {c.text.split()[0] for c in (*draft.right, *draft.wrong)} == {"She"}


def test_events_before_a_year_stand_beside_those_after_it(made):
    """The year asked about is one of the article, and it parts the right from the wrong."""
    (draft,) = [d for d in of_kind(made, "multiple_answer") if "happened" in d.stem]
    year = int(re.search(r"\d{4}", draft.stem)[0])
    later = "later" in draft.stem

    def years(choices):
        return [int(re.findall(r"\d{4}", c.rationale)[-1]) for c in choices]

    assert all((each >= year) == later or each == year for each in years(draft.right))
    assert not any((each >= year) == later for each in years(draft.wrong))


def test_members_of_a_list_stand_beside_other_names_of_their_kind(made):
    """The council sells to three countries; the article names two more."""
    (draft,) = [d for d in of_kind(made, "multiple_answer") if "countries" in d.stem]
    assert {c.text for c in draft.right} == {"Norway", "Denmark", "Iceland"}
    assert {c.text for c in draft.wrong} == {"Finland", "Sweden"}


def test_it_is_what_the_sentence_before_is_about(made):
    """ "It burned down": the mill, in a question of its own."""
    assert "In which year did the Aske Mill burn down?" in {d.stem for d in made}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the museum would close. It opened in 1922.",
        "The mayor met the farmers of the valley. It took two days in May 2001.",
        "The bridges were checked by the town. It opened in 1922.",
        "The dam has a gate, the town a well. It is known that the dam broke in 1922.",
    ],
)
def test_it_stays_open_where_two_things_or_nothing_can_be_meant(text):
    """No question names what "it" may not mean."""
    found = extracted(f"Notes on a valley\n\n{text}", date(2020, 5, 1))
    stems = [d.stem for d in drafts(desk_of(found, 0, ())) if d.kind != "gap"]
    assert not [s for s in stems if re.search(r"\b(?:open|take|know)", s)]


def test_an_order_is_that_of_the_days(made):
    """Events of an order item stand by their years, and say when each was."""
    orders = of_kind(made, "order")
    assert orders
    for draft in orders:
        years = [int(re.findall(r"\d{4}", c.rationale)[0]) for c in draft.right]
        assert years == sorted(years)
        assert len(set(years)) == len(years) >= 3


def test_a_day_reckoned_is_told_in_words():
    """No ISO date and no straight quotation mark in what explains when an event was."""
    text = (
        "Strike ends\n\nDockers returned to the port of Valm on Wednesday. The port of Valm opened "
        "in 1901. Last year, the owners of the port bought three cranes. The dockers of Valm "
        "went on strike in May 1998."
    )
    found = extracted(text, date(2016, 10, 12))
    orders = of_kind(drafts(desk_of(found, 0, ())), "order")
    told = [c.rationale.partition(" The article")[0] for d in orders for c in d.right]
    assert any("counted from" in words for words in told)
    for words in told:
        assert not re.search(r"\d{4}-\d\d|['\"]", words)


def test_every_order_but_the_right_one_is_as_likely():
    """Three events stand in each of the five other orders about as often."""
    right = [Choice(text, "so") for text in "pqr"]
    found = extracted(MILL, date(2015, 5, 1))
    draft = Draft("order", "Put in order.", right, [], [found.facts[0]], 1.0, 0)
    seen = Counter("".join(o.text for o in draft.item(0, Random(n)).options) for n in range(1000))
    assert set(seen) == {"prq", "qpr", "qrp", "rpq", "rqp"}
    assert max(seen.values()) < 1.4 * min(seen.values())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_a_fact_missed_is_the_fact_asked(path):
    """The number that a question asks for stands in the fact that it shows when it was missed."""
    found = extract(read_bytes(path.read_bytes()))
    facts = {fact.id: fact.statement for fact in found.facts}
    for item in compose(found).items:
        keys = [o.text for o in item.options if o.id in item.key]
        if item.kind == "gap" and keys[0][:1].isdigit():
            told = " ".join(facts[id] for id in item.fact_ids)
            assert keys[0].split()[0] in told


def test_articles_give_several_answers_and_orders():
    """Asked for alone, at least half of the articles give an item with several right answers and
    three in ten an order; each holds beside the others."""
    counts = Counter()
    for path in ARTICLES:
        found = extract(read_bytes(path.read_bytes()))
        for kind in ("multiple_answer", "order"):
            items = compose(found, Plan(kinds=(kind,))).items
            counts[kind] += bool(items)
            assert all(accepted(f) for f in check_quiz(items, found.reading.source, found))
    assert counts["multiple_answer"] >= len(ARTICLES) / 2
    assert counts["order"] >= 0.3 * len(ARTICLES)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_a_quiz_of_twelve_shows_many_kinds(path):
    """At least five kinds of question in a quiz of twelve, and not recall alone."""
    items = compose(extract(read_bytes(path.read_bytes())), Plan(items=12)).items
    assert len({item.kind for item in items}) >= 5
    assert {item.level for item in items} != {"recall"}
