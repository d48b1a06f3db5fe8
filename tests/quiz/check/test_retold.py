"""Items in other words than the article's: what is retold passes, what is turned round does not."""

from __future__ import annotations

import pytest

from explainer.extract.extract import extract
from explainer.facts import Quote
from explainer.quiz.check import check
from explainer.quiz.item import Item, Option
from explainer.reading.text import read_text

TEXT = """The mill of Oster was sold on Monday, the council announced.

Of the machines 340 have been counted, of which 52 are unbroken. In the old hall, 11 percent of the
looms were rusty, compared with 17 percent elsewhere.

Henk Vos, an engineer at the institute in Leeds, Britain, who was not asked, said the roof was weak.

The owner, Mara Lindt, did not bid because her brother works for the bank. Vos said no tools had
been found. The union would hold 138 of the 276 votes, one short of a majority.

A talk had been announced for June but was put off until autumn. She said her client would appeal.

The guild held nine meetings, but failed to keep the looms.
"""


@pytest.fixture(scope="module")
def found():
    return extract(read_text(TEXT.replace("\nlooms", " looms").replace("\nbeen", " been")))


def codes(found, stem, key, wrong, *begins, kind="single_choice"):
    text = found.reading.source.text
    texts = zip("abc", (key, *wrong), strict=False)
    options = [Option(id=i, text=t, rationale="See there.") for i, t in texts]
    whole = [s for b in begins for s in found.reading.sentences if text[s.start :].startswith(b)]
    quotes = tuple(Quote(start=s.start, end=s.end, quote=text[s.start : s.end]) for s in whole)
    assert len(quotes) == len(begins)
    item = Item(
        id="q", kind=kind, stem=stem, options=() if kind == "number_entry" else tuple(options),
        key=(key,) if kind == "number_entry" else ("a",), evidence=quotes,
        tolerance=0 if kind == "number_entry" else None,
    )  # fmt: skip
    return {f.code for f in check(item, found.reading.source, found) if f.severity == "error"}


def test_a_part_of_them_is_the_number_after_of_which(found):
    asked = "How many of the machines counted are undamaged?"
    assert not codes(found, asked, "52", (), "Of the machines", kind="number_entry") - {"no-fact"}


def test_the_others_are_those_elsewhere(found):
    stem = "What share of the looms was rusty in the halls that were not old?"
    assert "key-elsewhere" not in codes(found, stem, "17 percent", ("28 percent",), "In the old")


def test_a_country_after_its_town_does_not_speak(found):
    stem = "What does Henk Vos say about the roof?"
    wrong = ("It is new.", "It is painted.")
    assert "attribution-missing" not in codes(found, stem, "It is weak.", wrong, "Henk Vos")


def test_what_is_missing_was_not_found(found):
    stem = "What did Vos say about the tools?"
    assert "negation" not in codes(
        found, stem, "The tools are missing.", ("They rust.",), "Vos said"
    )


def test_whoever_does_it_for_her_is_not_she(found):
    stem = "Why did the owner not bid?"
    wrong = ("She was ill.", "She was abroad.")
    assert "roles-reversed" in codes(found, stem, "She works for the bank.", wrong, "The owner")


def test_a_part_is_not_the_whole(found):
    stem, words = "How many votes does the assembly have?", "The union"
    assert "key-elsewhere" in codes(found, stem, "138", (), words, kind="number_entry")
    assert "key-elsewhere" not in codes(found, stem, "276", (), words, kind="number_entry")


def test_whoever_says_it_is_the_one_asked_about(found):
    stem = "What did Mara Lindt say about the tools?"
    wrong = ("They were old.", "They were sold.")
    told = codes(found, stem, "None had been found.", wrong, "Vos said", "She said")
    assert told & {"speaker-changed", "attribution-missing", "stem-name"}


def test_what_was_put_off_did_not_take_place(found):
    text = "The talk took place in June."
    assert "statement-true" not in statement(found, text, "It was put off until autumn.", "A talk")


def test_what_was_done_stays_done_though_another_thing_failed(found):
    text = "The guild held nine meetings."
    assert "statement-true" in statement(found, text, None, "The guild")


def statement(found, stem, correction, begins):
    text = found.reading.source.text
    s = next(s for s in found.reading.sentences if text[s.start :].startswith(begins))
    item = Item(
        id="q", kind="true_false", stem=stem, key=("b",), correction=correction,
        options=tuple(Option(id=i, text=t, rationale="See there.")
                      for i, t in (("a", "True"), ("b", "False"))),
        evidence=(Quote(start=s.start, end=s.end, quote=text[s.start : s.end]),),
    )  # fmt: skip
    return {f.code for f in check(item, found.reading.source, found) if f.severity == "error"}
