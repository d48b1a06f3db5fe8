"""A question that a number answers, as a choice among others like it and as a number to type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from explainer.facts import Fact
from explainer.mention import QuantityMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, with_report
from explainer.quiz.option_labels import number_label
from explainer.quiz.told_of import other_than

BOUNDS = {
    "about": "About how many",
    "at least": "At least how many",
    "at most": "At most how many",
    "more than": "More than how many",
    "less than": "Fewer than how many",
}


def _bound_asked(stem: str) -> str | None:
    """Which bound a question names."""
    return next((name for name, words in BOUNDS.items() if stem.startswith(words)), None)


def number_items(
    desk: Desk, fact: Fact, stem: str, number: QuantityMention, thing: str
) -> Iterator[Draft]:
    """The question as single choice, and as a number to type in."""
    written = desk.text[number.start : number.number_end]
    label = number_label(number.value, written)
    here = [m.value for m in fact.mentions if isinstance(m, QuantityMention)]
    about = desk.rng(fact, "number", label)
    others = numbers_like(
        desk, number.value, written, number.unit or "", here, about, _bound_asked(stem)
    )
    stem = with_report(fact, stem)
    if fact.attribution.stance == "estimate" and not re.search("about|estimate", stem, re.I):
        stem = stem.replace("how many", "about how many").replace("How many", "About how many")
    key = Choice(label, cited(fact))
    wrong = [Choice(o, other_than(fact, "number")) for o in others]
    if len(wrong) == 2:
        yield desk.draft("single_choice", stem, [key], wrong, fact, rank=9.0)
    if re.search(r"[a-z]", written) and number.value > 12:
        return  # "1.3 million" is nothing to type
    rank = (
        9.5 if desk.rng(fact, "typed", label).random() < 0.25 else 6.5
    )  # now and then to be typed, not chosen
    yield Draft(
        "number_entry", stem, [], [], [fact], rank, about=fact.quotes[0].start,
        number=number_label(number.value, "0"), tolerance=0.0, unit=thing.split()[-1],
    )  # fmt: skip


def numbers_like(
    desk: Desk, value: float, written: str, unit: str, banned: list[float], rng: Random,
    bound: str | None = None,
) -> list[str]:  # fmt: skip
    """Up to two other numbers, in words where this one is and in figures where it is."""
    in_words = number_label(value, written)[:1].isalpha()
    tried = distractors.numbers(value, written, unit, desk.pool, banned, rng, 6, bound)
    return [each for each in tried if each[:1].isalpha() == in_words][:2]


_OF = r"of (?:the|its|his|her|their|our|all)(?: \w+)?"


def part_bound(text: str, start: int, end: int) -> str | None:
    """On which side another number must lie: of "two of the five bridges" the two may only be
    fewer, the five only more."""
    if re.match(rf"\s{_OF} (?:\d|{_WORDS})", text[end : end + 40]):
        return "at most"
    before = text[max(0, start - 40) : start]
    whole = re.search(rf"(?:\d|\b{_WORDS}) {_OF}\s$", before, re.I)
    return "at least" if whole else None


_WORDS = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
