"""The checker takes any item, and each rule finds what it is there for."""

from __future__ import annotations

from datetime import date

import pytest

from explainer.extract.extract import extract
from explainer.facts import Quote
from explainer.quiz.check import accepted, check, check_quiz
from explainer.quiz.item import Item, Option
from explainer.reading.text import read_text

TEXT = """The council of Marlow opened nine bridges during the 1980s.

Mayor Anna Reyes closed the old harbour on 19 August 2021, and about 100.000 people protested.

"The bridges are safe and nobody has to fear them", engineer Paul Ostrow said.

The river did not flood the town of Marlow in 2019.

Paul Ostrow and Tom Brandt repaired the Kestrel bridge.
"""


@pytest.fixture(scope="module")
def found():
    return extract(read_text(TEXT, published=date(2021, 9, 1)))


def evidence(words):
    start = TEXT.index(words)
    return (Quote(start=start, end=start + len(words), quote=words),)


BRIDGES = "The council of Marlow opened nine bridges during the 1980s."
HARBOUR = (
    "Mayor Anna Reyes closed the old harbour on 19 August 2021, and about 100.000 people protested."
)
FLOOD = "The river did not flood the town of Marlow in 2019."


def choice(stem, texts, words, key="a", **more):
    options = tuple(
        Option(id="abcdef"[i], text=t, rationale="See the sentence.") for i, t in enumerate(texts)
    )
    return Item(
        id="q", kind=more.pop("kind", "single_choice"), stem=stem, options=options, key=(key,),
        evidence=more.pop("evidence", None) or evidence(words), **more,
    )  # fmt: skip


def codes(item, found):
    return {f.code for f in check(item, found.reading.source, found) if f.severity == "error"}


HOW_MANY = "How many bridges did the council of Marlow open during the 1980s?"
WHEN = "On which day did Anna Reyes close the old harbour?"

WHO = "Who closed the old harbour on 19 August 2021?"
PEOPLE = "About how many people protested when the harbour closed?"
GOOD = [
    choice(HOW_MANY, ["nine", "four", "seven"], BRIDGES),
    choice(HOW_MANY, ["9", "4", "7"], BRIDGES),
    choice(WHEN, ["19 August 2021", "3 May 2021", "12 July 2021"], HARBOUR),
    choice(WHO, ["Anna Reyes", "Paul Ostrow", "Tom Brandt"], HARBOUR),
    choice(PEOPLE, ["100,000", "40,000", "250,000"], HARBOUR),
    choice(FLOOD, ["True", "False"], FLOOD, kind="true_false"),
]


@pytest.mark.parametrize("item", GOOD, ids=lambda i: i.stem)
def test_sound_items_are_accepted_whoever_wrote_them(item, found):
    """No fact ids, no level, another notation: a sound item passes."""
    assert codes(item, found) == set()


BAD = {
    "key-unproven": choice(HOW_MANY, ["four", "nine", "seven"], BRIDGES),
    "distractor-may-be-true": choice(
        "Who repaired the Kestrel bridge?", ["Paul Ostrow", "Tom Brandt", "Anna Reyes"],
        "Paul Ostrow and Tom Brandt repaired the Kestrel bridge.",
    ),
    "stem-value": choice(HOW_MANY.replace("1980s", "1970s"), ["nine", "four", "seven"], BRIDGES),
    "stem-name": choice(HOW_MANY.replace("Marlow", "Kestrel"), ["nine", "four", "seven"], BRIDGES),
    "options-equal": choice(HOW_MANY, ["nine", "four", "4"], BRIDGES),
    "options-overlap": choice(WHEN, ["19 August 2021", "August 2021", "3 May 2021"], HARBOUR),
    "catch-all": choice(HOW_MANY, ["nine", "four", "none of the above"], BRIDGES),
    "key-longest": choice(
        HOW_MANY, ["nine bridges during the 1980s in Marlow, the council", "four", "six"], BRIDGES
    ),
    "bare-negative": choice(
        "Which of these did Anna Reyes not close?", ["the bridge", "the old harbour", "the mill"],
        HARBOUR,
    ),
    "negation": choice(
        HOW_MANY.replace("council of Marlow", "council of Marlow not"), ["nine", "four", "six"],
        BRIDGES,
    ),
    "stem-gives-key": choice(
        "Who closed the harbour of Reyes, Anna Reyes?", ["Anna Reyes", "Paul Ostrow", "Tom Brandt"],
        HARBOUR,
    ),
    "key-unknown": choice(HOW_MANY, ["nine", "four", "seven"], BRIDGES, key="x"),
    "no-evidence": Item(
        id="q", kind="number_entry", stem=HOW_MANY, key=("9",),
    ),
    "asks-for-the-text": choice(
        "Which of these is stated in the text?", ["nine", "four", "seven"], BRIDGES
    ),
    "attribution-missing": choice(
        "Are the bridges safe and does nobody have to fear them?", ["safe", "old", "closed"],
        '"The bridges are safe and nobody has to fear them", engineer Paul Ostrow said.',
    ),
    "statement-true": choice(BRIDGES, ["True", "False"], BRIDGES, kind="true_false", key="b"),
    "statement-unproven": choice(
        FLOOD.replace("did not flood", "flooded"), ["True", "False"], FLOOD, kind="true_false"
    ),
    "fact-unknown": choice(HOW_MANY, ["nine", "four", "seven"], BRIDGES, fact_ids=("f-00000000",)),
}  # fmt: skip


@pytest.mark.parametrize("code", BAD)
def test_each_rule_finds_its_fault(code, found):
    """One spoiled item for each rule, and the rule names it."""
    assert code in codes(BAD[code], found)


@pytest.mark.parametrize(("low", "high"), [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1)])
def test_evidence_one_character_off_is_rejected(found, low, high):
    """A span moved by one character is no evidence, even if its words are those of the span."""
    start = TEXT.index(HARBOUR) + low
    end = TEXT.index(HARBOUR) + len(HARBOUR) + high
    quote = (Quote(start=start, end=end, quote=TEXT[start:end]),)
    item = choice(WHEN, ["19 August 2021", "3 May 2021", "12 July 2021"], "", evidence=quote)
    assert codes(item, found)


def test_one_item_must_not_answer_another(found):
    """An item whose stem holds the key of another on the same sentence is found."""
    one = choice(HOW_MANY, ["nine", "four", "seven"], BRIDGES)
    other = choice(BRIDGES, ["True", "False"], BRIDGES, kind="true_false").model_copy(
        update={"id": "r"}
    )
    results = check_quiz([one, other], found.reading.source, found)
    assert accepted(results[0])
    assert "given-away" in {f.code for f in results[1]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Bell beat Tom Ford in the final.", "Tom Ford beat Anna Bell in the final."),
        ("Mark Reed did not speak to reporters.", "Mark Reed spoke to reporters."),
        ("Some members left the hall.", "All members left the hall."),
        ("Chile has offered to send rescue teams.", "Chile sent rescue teams."),
    ],
)
def test_a_statement_keyed_true_is_read_as_a_whole(text: str, said: str) -> None:
    """Reversed roles, a dropped denial, "some" for "all", an offer for a deed: each is rejected,
    though every word of it stands in the evidence; the sentence itself is accepted."""
    source = read_text(text)
    found = extract(source)
    quote = Quote(start=0, end=len(text), quote=text)
    options = (Option(id="a", text="True", rationale="Yes."),
               Option(id="b", text="False", rationale="No."))  # fmt: skip
    for stem, holds in ((text, True), (said, False)):
        item = Item(id="i", kind="true_false", stem=stem, options=options, key=("a",),
                    fact_ids=(found.facts[0].id,), evidence=(quote,))  # fmt: skip
        assert accepted(check(item, source, found)) is holds, stem


def test_what_stands_above_events_names_nobody_the_article_does_not(found):
    stem = "Put these events in the life of Bartholomew Finch in order."
    item = Item(
        id="q", kind="order", stem=stem, key=("a", "b"),
        options=(Option(id="a", text="A flood came", rationale="See there."),
                 Option(id="b", text="The harbour closed", rationale="See there.")),
    )  # fmt: skip
    assert "stem-name" in codes(item, found)
    plain = item.model_copy(update={"stem": "Put these events in order."})
    assert "stem-name" not in codes(plain, found)


def test_options_that_speak_of_a_person_ask_about_one(found):
    item = Item(
        id="q", kind="multiple_answer", stem="What is true of Marlow?", key=("a",),
        options=(Option(id="a", text="She is a teacher.", rationale="See there."),
                 Option(id="b", text="She is a dock worker.", rationale="See there.")),
    )  # fmt: skip
    assert "option-type" in codes(item, found)


def test_a_denial_of_a_denial_is_not_what_was_denied(found):
    stem = "How many bridges did nobody not repair in Marlow during the 1980s?"
    assert "negation" in codes(choice(stem, ["nine", "four", "seven"], BRIDGES), found)
