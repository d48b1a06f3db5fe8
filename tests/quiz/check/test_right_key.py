"""A key must be the value that is asked for, not another of its type that stands beside it."""

from __future__ import annotations

import pytest

from explainer.extract.extract import extract
from explainer.facts import Quote
from explainer.quiz.check import check
from explainer.quiz.item import Item, Option
from explainer.reading.text import read_text

CLOSED = "The rink of Marlow opened in 2015 and closed in 2017."
GIVES = "The budget gives 20 million crowns to hospitals and 9 million crowns to schools."
VOTE = "The council of Marlow passed the plan by 81 votes to 64."
TRIP = "The minister Ivo Reed travelled from Marlow to Easton by train on Friday."
FOUR = "Four of the five judges voted against the permit."
MOVED = "Lena Brandt grew up in Marlow and lives in Easton today."
BEATEN = "Mara Dunning defeated Oskar Feld in the election for mayor of Marlow."
WHY = "The fuel tank of the ship exploded because the crew had ignored a leak."
LED = "Anna Reyes, the director of the museum, said that the map would stay in Marlow."

CASES = [
    (CLOSED, "In what year did the rink close?", ("2017", "2012", "2020"), "2015"),
    (GIVES, "How much does the budget give to schools?",
     ("9 million crowns", "3 million crowns", "50 million crowns"), "20 million crowns"),
    (VOTE, "How many members voted against the plan?", ("64", "12", "90"), "81"),
    (TRIP, "From where did the minister set out?", ("from Marlow", "from Oslo", "from Bergen"),
     "from Easton"),
    (FOUR, "How many judges voted against the permit?", ("four", "two", "nine"), "five"),
    (MOVED, "In which town does Lena Brandt live today?", ("Easton", "Bergen", "Oslo"), "Marlow"),
    (BEATEN, "Who was defeated in the election?", ("Oskar Feld", "Ann Reyes", "Tom Brandt"),
     "Mara Dunning"),
]  # fmt: skip


def item(text: str, stem: str, texts: tuple[str, ...], **more: object) -> Item:
    options = tuple(
        Option(id="abc"[i], text=t, rationale="See the sentence.") for i, t in enumerate(texts)
    )
    quote = Quote(start=0, end=len(text), quote=text)
    return Item.model_validate(
        {"id": "q", "kind": "single_choice", "stem": stem, "options": options, "key": ("a",),
         "evidence": (quote,), **more}
    )  # fmt: skip


def codes(made: Item, text: str) -> set[str]:
    found = extract(read_text(text))
    return {f.code for f in check(made, found.reading.source, found) if f.severity == "error"}


@pytest.mark.parametrize(("text", "stem", "texts", "_other"), CASES)
def test_the_right_value_is_accepted(
    text: str, stem: str, texts: tuple[str, ...], _other: str
) -> None:
    """The value that stands with what is asked is a sound key."""
    assert codes(item(text, stem, texts), text) == set()


@pytest.mark.parametrize(("text", "stem", "texts", "other"), CASES)
def test_another_value_of_the_sentence_is_rejected(
    text: str, stem: str, texts: tuple[str, ...], other: str
) -> None:
    """Another value of its type, from the same sentence, is no key."""
    assert codes(item(text, stem, (other, *texts[1:])), text)


def test_an_effect_is_no_cause() -> None:
    """The cause the source gives is a key; the effect in its place is not."""
    stem = "Why had the crew ignored a leak?"
    assert "cause-reversed" in codes(
        item(WHY, stem, ("because the fuel tank exploded", "because of rain", "because of fog")),
        WHY,
    )


def test_a_role_is_whoever_holds_it() -> None:
    """ "The director of the museum" beside her name would make two right answers."""
    stem = "Who said that the map would stay in Marlow?"
    sound = item(LED, stem, ("Anna Reyes", "Paul Ostrow", "Tom Brandt"), kind="who_said")
    alias = item(LED, stem, ("Anna Reyes", "the director of the museum", "Tom Brandt"),
                 kind="who_said")  # fmt: skip
    assert codes(sound, LED) == set()
    assert "options-equal" in codes(alias, LED)


@pytest.mark.parametrize(
    ("one", "two", "code"),
    [
        ("June 2011", "summer 2011", "options-overlap"),
        ("October 2019", "2019-10", "options-equal"),
        ("in August 2021", "08/2021", "options-equal"),
        ("1912", "the 1910s", "options-overlap"),
        ("500 000", "half a million", "options-equal"),
        ("six hundred and twenty", "620", "options-equal"),
    ],
)
def test_two_notations_of_one_time_or_number_are_found(one: str, two: str, code: str) -> None:
    """Options that mean the same, or could both be right, whatever their notation."""
    made = item(CLOSED, "In what year did the rink close?", ("2017", one, two))
    assert code in codes(made, CLOSED)


@pytest.mark.parametrize(
    ("stem", "other", "fits"),
    [
        ("At least how many people came?", "400", True),
        ("At least how many people came?", "900", False),
        ("Fewer than how many people came?", "900", True),
        ("Fewer than how many people came?", "400", False),
    ],
)
def test_within_a_bound_smaller_or_larger_numbers_are_right_too(
    stem: str, other: str, fits: bool
) -> None:
    """Of "at least", less is true as well; of "fewer than", more is."""
    word = "At least" if stem.startswith("At") else "Fewer than"
    text = f"{word} 700 people came to the harbour on Friday."
    third = "1,500" if word == "At least" else "100"
    assert (
        "distractor-may-be-true" in codes(item(text, stem, ("700", other, third)), text)
    ) is fits
