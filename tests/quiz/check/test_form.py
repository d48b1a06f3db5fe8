"""An item out of form is rejected with a sentence, whoever wrote it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from explainer.export import contract
from explainer.extract.extract import extract
from explainer.quiz.check import check
from explainer.reading.text import read_text

TEXT = "The council of Marlow opened nine bridges in 1987. The mayor closed two of them in 1999."
FOUND = extract(read_text(TEXT))
SENTENCE = "The council of Marlow opened nine bridges in 1987."


def good() -> dict[str, Any]:
    fact = next(f.id for f in FOUND.facts if f.quotes[0].start == 0)
    return {
        "id": "q1",
        "kind": "single_choice",
        "stem": "How many bridges did the council of Marlow open in 1987?",
        "options": [
            {"id": "a", "text": "nine", "rationale": "The first sentence says so."},
            {"id": "b", "text": "four", "rationale": "No sentence says so."},
            {"id": "c", "text": "seven", "rationale": "No sentence says so."},
        ],
        "key": ["a"],
        "fact_ids": [fact],
        "evidence": [{"start": 0, "end": len(SENTENCE), "quote": SENTENCE}],
    }


def verdict(given: dict[str, Any]) -> str:
    item = contract.read_item(json.loads(json.dumps(given)), "1")
    if isinstance(item, dict):
        assert item["findings"][0]["message"].endswith(".")
        return str(item["verdict"])
    answer = contract.checked(item, check(item, FOUND.reading.source, FOUND))
    return str(answer["verdict"])


def number(**more: object) -> dict[str, Any]:
    return {**good(), "kind": "number_entry", "options": [], "key": ["9"], **more}


def with_option(**more: object) -> dict[str, Any]:
    item = good()
    item["options"][0].update(more)
    return item


def with_quote(**more: object) -> dict[str, Any]:
    item = good()
    item["evidence"][0].update(more)
    return item


def test_the_item_itself_is_accepted() -> None:
    """What the others spoil is sound."""
    assert verdict(good()) == verdict(number(tolerance=0)) == "accept"


@pytest.mark.parametrize("more", [{"difficulty": 3}, {"notes": "for Tuesday"}])
def test_fields_of_other_authors_are_passed_over(more: dict[str, object]) -> None:
    """What the contract does not name neither helps nor harms."""
    assert verdict({**good(), **more}) == "accept"


MALFORMED: dict[str, dict[str, Any]] = {
    "negative tolerance": number(tolerance=-1),
    "true as tolerance": number(tolerance=True),
    "endless tolerance": number(tolerance=float("inf")),
    "no number as tolerance": number(tolerance=float("nan")),
    "tolerance as wide as the key": number(tolerance=9),
    "a blank rationale": with_option(rationale=" "),
    "a rationale of a dash": with_option(rationale="-"),
    "a key without rationale": with_option(rationale=""),
    "a blank option": with_option(text=" "),
    "a blank option id": with_option(id=" "),
    "a repeated option id": with_option(id="b"),
    "true as a text": with_option(text=True),
    "a number as a text": with_option(text=9),
    "a blank id": {**good(), "id": " "},
    "an empty id": {**good(), "id": ""},
    "true as an id": {**good(), "id": True},
    "a blank stem": {**good(), "stem": " "},
    "true as a stem": {**good(), "stem": True},
    "a kind nobody knows": {**good(), "kind": "essay"},
    "no kind": {k: v for k, v in good().items() if k != "kind"},
    "a key that is no option": {**good(), "key": ["d"]},
    "no key": {**good(), "key": []},
    "a key that is a text": {**good(), "key": "a"},
    "a fact nobody knows": {**good(), "fact_ids": ["f-00000000"]},
    "a made-up fact": {**good(), "fact_ids": ["f-nosuch"]},
    "no evidence": {**good(), "evidence": []},
    "evidence that starts at true": with_quote(start=True),
    "evidence moved by one": with_quote(start=1, end=len(SENTENCE) + 1),
    "evidence too short": with_quote(end=len(SENTENCE) - 1),
    "evidence in other words": with_quote(quote=SENTENCE.replace("nine", "five")),
    "no facts and words that hold none": {
        **good(), "fact_ids": [], "evidence": [{"start": 4, "end": 11, "quote": "council"}],
    },
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_items_are_rejected(name: str) -> None:
    """Each with a finding, and never with a traceback."""
    assert verdict(MALFORMED[name]) == "reject"


def test_a_distractor_may_lack_its_rationale() -> None:
    """It is missed with a warning; the item stays sound."""
    item = good()
    item["options"][1]["rationale"] = ""
    assert verdict(item) == "accept"


def test_facts_may_be_left_to_us() -> None:
    """Whoever writes without our list of facts names none; the evidence holds one."""
    assert verdict({**good(), "fact_ids": []}) == "accept"
