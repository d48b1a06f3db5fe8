"""Are the answers of one kind, and of the kind the stem asks for?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from explainer.findings import Finding, error, warning
from explainer.mention import PlaceMention
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.proof import is_clause
from explainer.quiz.check.words import right, wrong
from explainer.quiz.item import option_texts

_NUMBER = re.compile(
    r"\bhow (?:many|much)\b|\bwhat (?:number|percentage|share|fraction|proportion)\b", re.I
)
_TIME = re.compile(
    r"^\W*(?:when|(?:in|on|during|by|since) (?:what|which) (?:year|month|day|date|decade|century|"
    r"period)|what (?:year|date))\b",
    re.I,
)
_PART = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|sixths?|tenths?|percent|double|twice|none|nothing|"
    r"nobody|no one|all|most|few|no|a|an|one|single|dozens?|hundreds|thousands|millions)\b",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:before|after|when|while|during|until|since|day|week|month|year|morning|evening|night|"
    r"noon|midnight|yesterday|today|tomorrow|ago|spring|summer|autumn|fall|winter|weekend|"
    r"beginning|end|start|century|decade|war)\b",
    re.I,
)
Kind = Literal["value", "words", "clause"]


def kind_of(text: str) -> Kind:
    """A number or time; words; or a clause, which may hold either."""
    said = words.read(text)
    beside = [t for t in words.content(said) if not t.atom]
    has_value = any(t.atom and t.atom[0] != "ordinal" for t in said.tokens)
    if has_value and len(beside) <= 3 and not is_clause(said):
        return "value"
    return "clause" if is_clause(said) or len(said.tokens) > 4 else "words"


def one_kind(ground: Ground) -> Iterator[Finding]:
    """No number among names, no name among numbers; clauses go with clauses."""
    item = ground.item
    if item.kind not in ("single_choice", "multiple_answer") or ground.asks_for_the_false:
        return
    keys = {kind_of(o.text) for o in right(item)}
    for option in wrong(item):
        kind = kind_of(option.text)
        if len(keys) != 1 or kind in keys:
            continue
        both = {kind, *keys}
        if both == {"value", "words"} and _counts_things(option.text, ground):
            continue  # "three turbines" beside "a new mill"
        if both == {"value", "words"} and not _is_part(option.text, item.stem, right(item)[0].text):
            yield error("option-type", f"'{option.text}' is not of the key's kind.")
        elif "clause" in both:
            yield warning("option-form", f"'{option.text}' is not built like the key.")


def _counts_things(text: str, ground: Ground) -> bool:
    """Whether a number only counts the things that an answer to "What …?" names."""
    if _NUMBER.search(ground.item.stem) or _TIME.search(ground.item.stem):
        return False
    said = words.read(text)
    beside = [t for t in words.content(said) if not t.atom]
    return bool(beside) and not any(k == "month" for k, _ in said.atoms)


def _is_part(one: str, stem: str, two: str) -> bool:
    """ "Half" beside "30 percent", "nobody" beside "two", "at noon" beside "at 9 am"."""
    asked = bool(_NUMBER.search(stem) or _TIME.search(stem))
    return asked and all(
        kind_of(text) == "value" or bool(_PART.search(text) or _WHEN.search(text))
        for text in (one, two)
    )


def answers_what_is_asked(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    if item.kind not in ("single_choice", "multiple_answer"):
        return
    for name, pattern, allowed in (("number", _NUMBER, _PART), ("time", _TIME, _WHEN)):
        if not pattern.search(item.stem):
            continue
        for option in right(item):
            if kind_of(option.text) == "words" and not allowed.search(option.text):
                yield error("option-type", f"'{option.text}' does not answer by a {name}.")


_WHICH_YEAR = re.compile(r"\b(?:which|what) year\b", re.I)


def year_where_asked(ground: Ground) -> Iterator[Finding]:
    """94 is no answer to "In which year?"."""
    if not _WHICH_YEAR.search(ground.item.stem) or ground.item.kind not in _ANSWERED:
        return
    for text in option_texts(ground.item, ground.item.key):
        numbers = [v for k, v in words.read(text).atoms if k == "number"]
        if numbers and not any(100 <= v <= 2200 for v in numbers):
            yield error("option-type", f"'{text}' is no year.")


_ANSWERED = frozenset(("single_choice", "number_entry", "gap"))
_WHICH_PLACE = re.compile(r"\b(?:which|what) (country|city|town|village|capital)\b", re.I)


def place_of_the_kind_asked(ground: Ground) -> Iterator[Finding]:
    """A country is no answer to "Which city?"."""
    asked = _WHICH_PLACE.search(ground.item.stem)
    if asked is None:
        return
    for option in right(ground.item):
        kinds = {m.kind for m in ground.index.reading.mentions
                 if isinstance(m, PlaceMention) and option.text in (m.text, m.value)}  # fmt: skip
        if kinds == {"country"} and asked[1].casefold() != "country":
            yield error("option-type", f"'{option.text}' is a country, no {asked[1]}.")


_TRUE_OF = re.compile(
    r"\bwhat (?:is|was) true of (?P<who>[^?]+)\?|\babout (?P<whom>[^?,]+)\?$", re.I
)


def persons_of_a_person(ground: Ground) -> Iterator[Finding]:
    """ "She is a teacher." is said of nobody who is a place or a firm."""
    asked = _TRUE_OF.search(ground.item.stem)
    if asked is None or not all(re.match(r"(?:s?he)\b", o.text, re.I) for o in ground.item.options):
        return
    name = (asked["who"] or asked["whom"]).strip()
    kinds = {
        m.type for m in ground.index.reading.mentions if name in (m.text, getattr(m, "value", ""))
    }
    if kinds & {"place", "organisation"} and "person" not in kinds:
        yield error("option-type", f"'{name}' is nobody, and the options speak of a person.")


RULES: tuple[Rule, ...] = (
    one_kind,
    persons_of_a_person,
    answers_what_is_asked,
    year_where_asked,
    place_of_the_kind_asked,
)
