"""What each way of asking must hold, on sentences of several kinds of article."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest

from explainer.extract.extract import extract
from explainer.quiz.check import accepted, check
from explainer.quiz.compose import compose
from explainer.quiz.compose_drafts import desk_of, drafts
from explainer.quiz.distractors import Within, numbers
from explainer.quiz.draft import with_referent
from explainer.quiz.number_items import part_bound
from explainer.quiz.option_labels import as_written
from explainer.quiz.pool import Pool, is_company
from explainer.quiz.telling import plain_number
from explainer.reading.text import read_bytes, read_text

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "tests/quiz/articles").glob("*.txt"))

TOWN = (
    "Harle rebuilds its market hall\n\nThe council of Harle bought the old market hall in March "
    "2017 for 2.1 million euros. The repairs took fourteen months. Police closed the road between "
    "Harle and Dunmere for two days. A ticket costs 9 euros, twice as much as in 2010. The rent "
    "fell by 12 percent. The oldest trader, 79-year-old Zofia Wilk, opened the doors. Carpenters "
    "repaired the roof in 2018. The council will open a museum in Harle in 2027. In 1902 a fire "
    "destroyed the first hall in Harle. The mayor of Harle, Tom Birch, praised the carpenters. "
    "Ruth Adeyemi, the architect of the hall, thanked the council. The Linden Hall opened in 1905 "
    "and has 340 stalls. A private company, Norden Structures, measured the hall in 2019."
)


@pytest.fixture(scope="module")
def town():
    return extract(read_text(TOWN, published=date(2020, 5, 1)))


@pytest.fixture(scope="module")
def made(town):
    return list(drafts(desk_of(town, 0, ())))


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("How long did the repairs take?", "fourteen months"),
        ("For how long did police close the road between Harle and Dunmere?", "two days"),
        ("How much does a ticket cost?", "9 euros"),
        ("How old is Zofia Wilk?", "79"),
        ("By what percentage did the rent fall?", "12 percent"),
        ("How many stalls does the Linden Hall have?", "340"),
        ("In which year did Norden Structures measure the hall?", "2019"),
    ],
)
def test_measures_are_asked_for_as_measures(made, stem, key):
    """How long, how much and how old are asked in words of their own, and the wrong answers are
    written like the right one: the same unit, in words or in figures."""
    found = [d for d in made if d.stem == stem]
    assert found, sorted(d.stem for d in made)
    draft = found[0]
    assert [c.text for c in draft.right] == [key]
    for wrong in draft.wrong:
        assert wrong.text[:1].isalpha() == key[:1].isalpha()
        assert wrong.text.split()[1:] == key.split()[1:]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_statements_to_judge_are_no_more_than_a_quarter(path):
    """Of the items of an article at most a quarter, rounded up, are true or false."""
    found = extract(read_bytes(path.read_bytes()))
    items = compose(found).items
    kinds = Counter(item.kind for item in items)
    assert kinds["true_false"] <= -(-len(items) // 4)


def test_true_statements_are_put_in_other_words(made):
    """Who did it last, the date first: and the article still says it."""
    true = {d.stem for d in made if d.kind == "true_false" and not d.correction}
    assert "The first hall in Harle was destroyed by a fire in 1902." in true
    assert "The architect of the hall was Ruth Adeyemi." in true
    for stem in true:
        assert stem[0].isupper() or stem[0].isdigit()
        assert not re.search(r" ,|  |\.\.", stem)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_reworded_statements_hold(path):
    """What is called true in other words is found true by the check in nearly all articles."""
    found = extract(read_bytes(path.read_bytes()))
    text = " ".join(found.reading.source.text.split())
    judged = [
        accepted(check(draft.item(0, Random(0)), found.reading.source, found))
        for draft in drafts(desk_of(found, 0, ()))
        if draft.kind == "true_false"
        and not draft.correction
        and draft.stem.rstrip(".") not in text
    ]
    assert judged.count(False) <= 1 + len(judged) // 6


def test_nothing_promised_and_nothing_reckoned_on_the_timeline(made):
    """On the timeline stands what has happened in a year that the article names."""
    for draft in made:
        if draft.kind in ("on_timeline", "order"):
            words = " ".join([draft.stem, *(c.text for c in draft.right)])
            assert "museum" not in words
    text = (
        "Mine to close\n\nTwenty years ago a fire closed the mine of Harle. The mine opened in "
        "1964. The owners promised to build a museum in 2031. A flood came in 1983."
    )
    for draft in drafts(desk_of(extract(read_text(text, published=date(2020, 5, 1))), 0, ())):
        assert draft.kind != "on_timeline" or not re.search("museum|fire", draft.stem)


def test_a_proof_names_whom_its_pronoun_means():
    """The words that prove an answer say in brackets who "she" is."""
    text = (
        "Fire at the port\n\nMayor Anita Desai called for new rules. She will meet the port "
        "authority on 20 March."
    )
    found = extract(read_text(text, published=date(2023, 3, 14)))
    told = [with_referent(f.quotes[0].quote, f) for f in found.facts]
    assert "She [Anita Desai] will meet the port authority on 20 March." in told
    assert all("[" not in words or "She [" in words for words in told)


@pytest.mark.parametrize(
    ("label", "text", "written"),
    [
        ("23 March 2011", "April 2", "March 23"),
        ("23 March 2011", "2 April", "23 March"),
        ("23 March 2011", "April 2, 2011", "March 23, 2011"),
        ("March 2011", "April", "March"),
        ("2014", "2011", "2014"),
        ("the 1980s", "the 1990s", "the 1980s"),
        ("the 1980s", "1990s", "1980s"),
        ("2014", "last year", None),
    ],
)
def test_a_date_is_written_as_the_article_writes_its_own(label, text, written):
    """Day before month or after it, with or without the year."""
    assert as_written(label, text) == written


@pytest.mark.parametrize(
    ("text", "number", "bound"),
    [
        ("two of the five bridges", "two", "at most"),
        ("two of the five bridges", "five", "at least"),
        ("Four of its 12 members", "12", "at least"),
        ("two bridges and five roads", "two", None),
    ],
)
def test_a_part_is_no_more_than_its_whole(text, number, bound):
    """No statement says "seven of the five bridges"."""
    start = text.index(number)
    assert part_bound(text, start, start + len(number)) == bound


def test_no_wrong_day_is_after_the_article():
    """What has happened happened before the article came out."""
    within = Within(2000, 2021, "2021-08-25")
    assert within.holds("24 August 2021")
    assert not within.holds("28 August 2021")
    assert within.inside("from 2003 to 2010", "2003") == Within(2000, 2009, "2021-08-25")


@pytest.mark.parametrize("chance", range(10))
def test_no_share_is_more_than_the_whole(chance):
    """Beside 82 percent stands nothing above 100."""
    pool = Pool(reading=None, numbers={"": [140.0]})  # type: ignore[arg-type]
    made = numbers(82.0, "82", "percent", pool, [], Random(chance))
    assert len(made) == 2
    assert all(float(each) < 100 for each in made)


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("The money was paid to the contractor, Trishul Infra, in May.", True),
        ("Dora Lind, a firm of builders, sued.", True),
        ("The money was paid to the mayor, Dora Lind, in May.", False),
    ],
)
def test_what_is_called_a_firm_is_no_person(text, firm):
    """A firm with a name like a person's is no option beside people."""
    name = re.search(r"Trishul Infra|Dora Lind", text)[0]
    assert is_company(name, text) == firm


@pytest.mark.parametrize(
    ("a", "b"), [("nine", "9"), ("9 euros", "9"), ("the 1980s", "1980s"), ("11,000", "11000")]
)
def test_one_answer_in_two_forms_is_one(a, b):
    """Two questions with the same answer to the same sentence are not asked both."""
    assert plain_number(a) == plain_number(b)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_gaps_leave_out_one_thing_and_offer_others_like_it(path):
    """Each gap stands once in a sentence of the article, or in the whole of what stands before or
    behind its comma, and the bank is of one form."""
    found = extract(read_bytes(path.read_bytes()))
    text = " ".join(found.reading.source.text.split())
    for draft in drafts(desk_of(found, 0, ())):
        if draft.kind != "gap":
            continue
        (key,) = draft.right
        sentence = draft.stem.removeprefix("Fill the gap: “").removesuffix("”")
        assert sentence.count("____") == 1
        filled = sentence.replace("____", key.text).removesuffix(".")
        assert re.search(rf"{re.escape(filled)}(?:\.|, (?:and|but|while) )", text, re.I)
        assert len({c.text[:1].isdigit() for c in (key, *draft.wrong)}) == 1
