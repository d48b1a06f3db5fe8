"""Questions that need several facts: put in order, place on the timeline or map, match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from explainer.facts import Fact
from explainer.quiz import distractors
from explainer.quiz.compose_order import before_and_after, in_order
from explainer.quiz.described import described
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, reported
from explainer.quiz.happenings import Happening
from explainer.quiz.standing import is_loose
from explainer.quiz.told_of import other_than

_MOST = 40


def from_dates(desk: Desk, told: list[Happening]) -> Iterator[Draft]:
    """Three or four events with dates apart make an order item, events before and after a year one
    with several answers; one event makes a timeline item."""
    apart = _apart(told[:_MOST])
    yield from in_order(apart)
    yield from before_and_after(apart)
    yield from _on_timeline(desk, apart)


def _apart(told: list[Happening]) -> list[Happening]:
    """By their days, the earliest first, none of which overlaps another's, and each of a sentence
    of its own."""
    found: list[Happening] = []
    for each in sorted(told, key=lambda h: (h.last, h.first)):
        new = all(distinct(each, other) for other in found)
        if new and (not found or found[-1].last < each.first):
            found.append(each)
    return found


def distinct(one: Happening, other: Happening) -> bool:
    """Whether two are told in two ways, so that nobody takes one for the other."""
    return one.words.casefold() != other.words.casefold()


def _on_timeline(desk: Desk, apart: list[Happening]) -> Iterator[Draft]:
    published = desk.reading.source.published
    now = str(published.year)[:3] if published else "202"
    decades = sorted({(h.first or "0000")[:3] for h in apart})
    if len(decades) < 2:
        return
    for each in apart[:6]:
        decade = each.first[:3]
        if not re.search(r"\d{4}|\d0s", each.time.text):
            continue  # nothing that is only reckoned
        if each.last[:3] != decade or not decade.isdigit():
            continue
        offered = _decades(decade, decades, now)
        wrong = [Choice(f"the {d}0s", other_than(each.fact, "date")) for d in offered]
        draft = desk.draft(
            "on_timeline", with_timeline(each.fact, each.words),
            [Choice(f"the {decade}0s", cited(each.fact))], wrong, each.fact, 5.0, "connect",
        )  # fmt: skip
        draft.naming = list(each.naming)
        yield draft


def with_timeline(fact: Fact, words: str) -> str:
    ask = reported(fact) + "where on the timeline does this belong?"
    return f"{ask[0].upper()}{ask[1:]} {words}."


def _decades(decade: str, decades: list[str], now: str) -> list[str]:
    """Two other decades, the article's own first, none of them still to come."""
    others = [d for d in decades if d != decade][:2]
    for step in (-1, 1, -2, 2, -3):
        near = f"{int(decade) + step:03d}"
        if len(others) < 2 and near not in others and near <= max(now, decade):
            others.append(near)
    return sorted(others)


def from_roles(desk: Desk) -> Iterator[Draft]:
    """Match people to what the article calls them."""
    chosen: list[Fact] = []
    for fact in desk.roles:
        person, role = fact.part("person"), fact.part("role")
        if person is None or role is None or fact.attribution.kind != "narrator":
            continue
        words = described(fact, desk.text)
        if len(words.split()) < 2 or is_loose(words) or not person.value[:1].isupper():
            continue
        if not re.search(r"\b(?:is|was)\b", fact.statement):
            continue  # "led the survey": no description of a person
        if any(_clash(fact, other) for other in chosen):
            continue
        chosen.append(fact)
        if len(chosen) == 4:
            break
    if len(chosen) < 3:
        return
    right, targets = [], []
    for fact in chosen:
        person, role = fact.part("person"), fact.part("role")
        if person and role:
            right.append(Choice(person.value, cited(fact)))
            targets.append(described(fact, desk.text))
    draft = Draft(
        "match", "Match each person to the description the article gives.", right, [], chosen, 7.2,
        chosen[0].quotes[0].start, "connect", targets=tuple(targets),
    )  # fmt: skip
    yield draft


def _clash(a: Fact, b: Fact) -> bool:
    """Whether two facts could be taken for each other: one sentence, one name, like roles."""
    if a.quotes[0].start == b.quotes[0].start:
        return True
    for one, other in combinations((a, b), 2):
        for name in ("person", "role"):
            left, right = one.part(name), other.part(name)
            if left and right and distractors.like(left.value, right.value):
                return True
    return False
