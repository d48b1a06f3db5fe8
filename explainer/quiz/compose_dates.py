"""Questions that need several facts: put in order, place on the timeline or map, match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from explainer.facts import Fact
from explainer.mention import QuantityMention, TimeMention
from explainer.quiz import distractors
from explainer.quiz.described import described
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, reported
from explainer.quiz.pool import is_sure
from explainer.quiz.standing import is_loose, question
from explainer.quiz.stem_grammar import View

_MOST = 40


def dated(desk: Desk, fact: Fact, views: list[View]) -> tuple[TimeMention, str] | None:
    """The one date of a fact's sentence, and what happened, without the date."""
    times = [m for m in desk.reading.mentions_in(fact.quotes[0].start, fact.quotes[0].end)
             if isinstance(m, TimeMention)]  # fmt: skip
    if times and not is_sure(times[0], desk.reading):
        return None
    if len(times) != 1 or not times[0].begin or not times[0].end_day or times[0].type != "date":
        return None
    for view in views:
        clause = view.clause
        words = " ".join([view.subject, view.words(clause.verb, clause.verb_end),
                          view.words(clause.verb_end, clause.end)])  # fmt: skip
        words = _uncounted(desk, view, re.sub(r"\s+", " ", words).strip())
        if times[0].text in words:
            words = re.sub(rf",?\s*(?:in|on|during|at|over)?\s*(?:the )?{re.escape(times[0].text)}",
                           "", words).strip()  # fmt: skip
        at = next((i for i, t in enumerate(view.tokens) if t.mention is times[0]), 0)
        before = [t for t in view.tokens[max(0, at - 3) : at] if t.low not in ("in", "on", "the")]
        if before and at > clause.subject and before[-1].tag in ("VN", "VG", "P"):
            continue
        if re.match(r"of\b", words, re.I) or re.search(
            r"\b(?:in|on|of|at|by|during) ?,", words, re.I
        ):
            continue
        if view.tokens[clause.verb].tag == "MOD" or _PLANNED.search(words):
            continue  # what someone expects has not happened
        if view.tokens[clause.verb].low == "had" or re.search(r",.*\b(?:said|says)\b", words):
            continue  # before another event, or told by someone
        inside = view.tokens[clause.begin].start <= times[0].start < view.tokens[clause.end - 1].end
        if inside and question(words) and not re.search(r"\d", words) and len(words.split()) > 3:
            return times[0], words[0].upper() + words[1:]
    return None


_MEASURED = (
    r"\w*met(?:er|re)s|miles|tonn?e?s|\w*grams|hours|minutes|days|weeks|months|years|degrees"
)
_COUNTED = (
    rf"(?<!\w){{}} (?!(?:{_MEASURED})\b)(?=(?:[a-z-]+ )?(?:[a-z]+s|people|men|women|children)\b)"
)


def _is_money(number: QuantityMention) -> bool:
    return number.unit is not None and len(number.unit) == 3 and number.unit.isupper()


def _uncounted(desk: Desk, view: View, words: str) -> str:
    """What happened without how many, for another question to ask; empty where the number is all
    it says."""
    for token in view.tokens:
        number = token.mention
        if not isinstance(number, QuantityMention):
            continue
        said = desk.text[number.start : number.number_end]
        if not re.search(rf"(?<!\w){re.escape(said)}(?!\w)", words):
            continue
        if re.search(rf"\b(?:of|than|to|by|for|within|after) (?:\w+ )?{re.escape(said)}\b", words):
            return ""
        shorter = re.sub(_COUNTED.format(re.escape(said)), "", words)
        if number.bound or _is_money(number) or shorter == words or len(shorter.split()) < 4:
            return ""
        words = shorter
    return words


def from_dates(desk: Desk, found: list[tuple[Fact, TimeMention, str]]) -> Iterator[Draft]:
    """Three events with dates apart make an order item; one event makes a timeline item."""
    found = found[:_MOST]
    published = desk.reading.source.published
    now = str(published.year)[:3] if published else "202"
    apart: list[tuple[Fact, TimeMention, str]] = []
    for entry in sorted(found, key=lambda e: (e[1].begin or "", e[1].end_day or "")):
        if not apart or (apart[-1][1].end_day or "") < (entry[1].begin or ""):
            apart.append(entry)
    for group in list(zip(apart[::3], apart[1::3], apart[2::3], strict=False))[:3]:
        right = [Choice(w, f"{t.rule[:1].upper() + t.rule[1:] or t.text}. {cited(f)}")
                 for f, t, w in group]  # fmt: skip
        yield Draft(
            "order", "Put these events in order, the earliest first.", right, [],
            [f for f, _, _ in group], 8.8, group[0][0].quotes[0].start, "connect",
        )  # fmt: skip
    decades = sorted({(t.begin or "0000")[:3] for _, t, _ in apart})
    if len(decades) < 2:
        return
    for fact, time, words in apart[:6]:
        decade = (time.begin or "")[:3]
        if not re.search(r"\d{4}|\d0s", time.text) or _is_to_come(time, words, published):
            continue  # nothing that is only reckoned, and nothing that is still to come
        if (time.end_day or "")[:3] != decade or not decade.isdigit():
            continue
        offered = _decades(decade, decades, now)
        wrong = [Choice(f"the {d}0s", f"Not the {d}0s. {cited(fact)}") for d in offered]
        yield Draft(
            "on_timeline", with_timeline(fact, words),
            [Choice(f"the {decade}0s", cited(fact))], wrong, [fact], 5.0, fact.quotes[0].start,
            "connect",
        )  # fmt: skip


# What is planned or promised may not happen.
_PLANNED = re.compile(
    r"\b(?:will|would|shall|due|scheduled|(?:plan(?:s|ned)?|promise[sd]?|intend(?:s|ed)?|"
    r"expect(?:s|ed)?|hope[sd]?|wants?|wanted|agree[sd]?|decided?|vow(?:s|ed)|is|are|was|were) to"
    r")\b"
)


def _is_to_come(time: TimeMention, words: str, published: date | None) -> bool:
    later = published is not None and (time.end_day or "") > published.isoformat()
    return later or bool(_PLANNED.search(words))


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
