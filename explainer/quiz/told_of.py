"""Why an answer is wrong: what the source says of it, or which sentence tells the right one."""

from __future__ import annotations

import re
from typing import Literal

from explainer.facts import Fact
from explainer.quiz.described import described
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, cited
from explainer.quiz.spoken import all_spoken, is_told_with_that, points_at_speaker
from explainer.quiz.standing import is_loose, lowered_start, without_weekday

Sort = Literal["number", "date", "person", "place", "name", "length"]
# By the type of mention, or the kind of thing, that is asked for; of others "name".
SORTS: dict[str, Sort] = {
    "place": "place", "person": "person", "quantity": "number", "date": "date",
    "duration": "length",
}  # fmt: skip
_INSTEAD: dict[Sort, str] = {
    "number": "The article gives another number",
    "date": "The article gives another time",
    "person": "The article names somebody else",
    "place": "The article names another place",
    "name": "The article names another",
    "length": "The article gives another length of time",
}


def other_than(fact: Fact, sort: Sort) -> str:
    """Which sentence has the right answer, and that it is another."""
    return cited(fact, _INSTEAD[sort])


def wrong_name(desk: Desk, fact: Fact, text: str, sort: Sort) -> Choice:
    """A wrong name, with what the article says of who bears it."""
    return Choice(text, other_than(fact, sort), about(desk, text, fact))


def about(desk: Desk, name: str, fact: Fact) -> str:
    """What the article says of somebody in other words than those of `fact`, as a sentence; empty
    where it is nothing, or needs other names and numbers to be told."""
    if name not in desk.people and not any(f.attribution.speaker == name for f in desk.speakers):
        return ""
    for role in desk.roles_of(name):
        words = described(role, desk.text)
        if role.quotes[0] != fact.quotes[0] and _is_plain(words) and len(words.split()) > 1:
            return f"{name} is {words}." if _IS.search(role.statement) else f"{name} was {words}."
    for told in desk.speakers:
        elsewhere = told.attribution.speaker == name and told.quotes[0] != fact.quotes[0]
        if elsewhere and (said := _said(desk, told)):
            return f"{name} is the one who said that {said}."
    return ""


_IS = re.compile(r"\bis\b")


def _said(desk: Desk, fact: Fact) -> str:
    for speech, told in all_spoken(desk, fact):
        words = lowered_start(without_weekday(told.rstrip(".")))
        fits = (speech.cue or "").lower() in ("said", "says") and is_told_with_that(desk, speech)
        if speech.type != "quote" and fits and _is_plain(words) and not points_at_speaker(words):
            return words
    return ""


def _is_plain(words: str) -> bool:
    """Whether words hold no name and no number, which another question may ask for."""
    return not re.search(r"\d|\b[A-Z]", words) and not is_loose(words) and len(words) < 90
