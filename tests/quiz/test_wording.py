"""What the words of composed items must hold, whatever the article."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from random import Random

import pytest

from explainer.extract.extract import extract
from explainer.quiz import distractors
from explainer.quiz.compose import compose
from explainer.quiz.described import with_office
from explainer.quiz.draft import in_marks
from explainer.quiz.option_labels import number_label
from explainer.quiz.pool import Pool
from explainer.quiz.standing import question, stands_alone, without_weekday
from explainer.reading.text import read_bytes, read_text

ROOT = Path(__file__).parents[2]
PATHS = [
    *sorted((ROOT / "seeds").glob("*.txt")),
    *sorted((ROOT / "tests/quiz/articles").glob("*.txt")),
]


@pytest.fixture(scope="module", params=PATHS, ids=lambda p: p.stem)
def quiz(request):
    return compose(extract(read_bytes(request.param.read_bytes())), variants=True)


@pytest.mark.parametrize(
    "words",
    [
        "Three days later, a teller at Harbor Savings was threatened.",
        "According to the city, half of them are younger than 21.",
        "The company sold 131,000 vehicles in 2021.",
        "Since then the town has grown to 40,000 people.",
        "He was born in Tartu in 1981.",
        "13.19 The fire brigade says the lorry carried paint.",
        "A man of 41 was charged on Thursday with robbing four banks.",
    ],
)
def test_what_leans_on_the_text_around_is_no_statement(words):
    """A pronoun, a time or a name that only the sentences before explain is seen."""
    assert not stands_alone(words)


@pytest.mark.parametrize(
    "words",
    [
        "In 1831 Anders Holm fell from the stairs and died two days later.",
        "The two countries signed a treaty in 1954 and broke it in 1987.",
        "More than 900 people have been killed, according to the Red Cross.",
        "The company of Otto Halden sold 131,000 vehicles in 2021.",
    ],
)
def test_what_explains_itself_is_kept(words):
    """What the sentence itself says is enough."""
    assert stands_alone(words)


def test_a_weekday_goes_where_the_sentence_can_spare_it():
    """ "On Sunday" tells nothing without its date; "until Wednesday" cannot be left out."""
    told = "About 30,000 fans welcomed the team in Ashford on Sunday."
    assert without_weekday(told) == "About 30,000 fans welcomed the team in Ashford."
    for kept in ("Schools stay closed until Wednesday.", "The bank meets Thursday.",
                 "The museum is closed on Mondays.", "On Tuesday 3 May it rained."):  # fmt: skip
        assert without_weekday(kept) == kept
    assert question("Why will", "schools stay closed until Wednesday") is None


@pytest.mark.parametrize(("bound", "fits"), [("more than", min), ("at least", min),
                                             ("less than", max), ("at most", max)])  # fmt: skip
@pytest.mark.parametrize("value", [5.0, 12.0, 900.0, 35_000.0])
def test_what_a_bound_makes_true_is_no_wrong_answer(bound, fits, value):
    """Of "more than five" four is true as well: wrong answers lie on the other side."""
    pool = Pool(reading=None, numbers={"": [value / 2, value * 2]})  # type: ignore[arg-type]
    for chance in range(20):
        made = distractors.numbers(value, "5", "x", pool, [], Random(chance), bound=bound)
        numbers = [float(each.replace(",", "")) for each in made]
        assert len(numbers) == 2
        assert fits(value, *numbers) == value


@pytest.mark.parametrize(
    ("value", "like", "label"),
    [(480_000, "£340,000", "£480,000"), (450_000, "9 lakh", "4.5 lakh"), (5, "nine", "five"),
     (1.5e7, "1.2 crore", "1.5 crore"), (3e9, "$2.1bn", "$3bn"), (34, "9", "34"),
     (2e6, "1.3 million", "2 million"), (60_000, "100.000", "60,000")],
)  # fmt: skip
def test_a_number_keeps_its_currency_and_its_scale(value, like, label):
    """A wrong number is written as the right one is."""
    assert number_label(value, like) == label


@pytest.mark.parametrize(
    ("said", "role", "told"),
    [("X is a president of France", "president of France", "X is the president of France"),
     ("Y was a Rovers coach", "Rovers coach", "Y was the Rovers coach"),
     ("Z is a chairman", "chairman", "Z is chairman"),
     ("V was a harlow Town coach", "Harlow Town coach", "V was the Harlow Town coach"),
     ("W is a former mayor of Porto", "former mayor of Porto", "W is a former mayor of Porto"),
     ("U is a teacher from Sarno", "teacher from Sarno", "U is a teacher from Sarno")],
)  # fmt: skip
def test_an_office_has_the_article_it_needs(said, role, told):
    """There is one president at a time; of teachers there are many."""
    assert with_office(said, role) == told


def test_words_that_judge_stand_in_quotation_marks():
    """A question does not call anyone a terrorist in its own voice; what is quoted stays."""
    assert in_marks("How many terrorists came?") == "How many “terrorists” came?"
    assert in_marks("Who said “the terrorists left”?") == "Who said “the terrorists left”?"


def test_stems_say_who_speaks_once_and_end_whole(quiz):
    """No doubled report, no cut end, no join left open, no stem with half its quotation marks."""
    for item in (*quiz.items, *quiz.variants):
        stem = item.stem
        assert stem.lower().count("according to") <= 1
        assert not re.search(r"\b(?:after|until|and|of|the|by|at) ?[?.]$", stem), stem
        assert not re.search(r" ,|\.\.|\b(?:In|On),", stem), stem
        assert stem.count("“") == stem.count("”")


def test_no_date_of_the_future_is_offered_for_the_past():
    """A wrong year is not later than the article where its verb is past, nor earlier where the
    thing is still to come."""
    text = (
        "Tin mine to close\n\nThe mine at Harle opened in 1964. The village grew to 900 people in "
        "1971. A school opened in Harle in 1975. A flood closed the mine of Harle in 1983. The "
        "owners will build a museum in Harle in 2027."
    )
    found = extract(read_text(text, published=date(2020, 5, 1)))
    for item in compose(found, variants=True).items:
        if item.kind != "single_choice" or not item.stem.startswith("In which year"):
            continue
        years = [int(option.text) for option in item.options]
        assert all(y >= 2020 for y in years) if "will" in item.stem else max(years) <= 2020
