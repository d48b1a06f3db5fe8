"""Of two that a question or a statement compares, which has more by the numbers of the evidence?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import alike
from explainer.quiz.check.lexicon import STOP
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.words import Said, right, told_true, wrong

_MORE = (
    "more|most|higher|highest|larger|largest|bigger|biggest|longer|longest|greater|greatest|older|"
    "oldest|heavier|heaviest|deeper|deepest|taller|tallest|wider|widest|richer|richest"
)
_LESS = (
    "fewer|fewest|less|least|lower|lowest|smaller|smallest|shorter|shortest|younger|youngest|"
    "lighter|lightest|cheaper|cheapest|poorer|poorest"
)
_THAN = re.compile(
    rf"(?P<one>.+?)\b(?:(?P<more>{_MORE})|(?:{_LESS}))\b.*?\bthan\b(?P<two>.+)", re.I | re.S
)
_WHICH = re.compile(rf"\b(?:which|who|what)\b.*?\b(?:(?P<more>{_MORE})|(?:{_LESS}))\b", re.I | re.S)
_PARTS = re.compile(
    r"(?<!\d)[,;:.](?!\d)|\b(?:and|but|while|whereas|though|although|against|compared|than)\b"
)


def more_than(ground: Ground) -> Iterator[Finding]:
    """A statement keyed true that one has more than another, or the key to "Which had more?", is so
    by the numbers that the evidence has for both."""
    item = ground.item
    keys = right(item)
    if told_true(item):
        found = _THAN.match(item.stem)
        pairs = [(found["one"], found["two"])] if found else []
    elif item.kind == "single_choice" and len(keys) == 1 and " than " not in item.stem:
        found = _WHICH.search(item.stem)
        pairs = [(keys[0].text, other.text) for other in wrong(item)] if found else []
    else:
        return
    for one, two in pairs:
        numbers = weighed(one, two, ground)
        if found and numbers and (numbers[0] > numbers[1]) != bool(found["more"]):
            low, high = sorted(numbers)
            yield error(
                "key-elsewhere", f"By the source it is {low:g} and {high:g}: turn it round."
            )
            return


def is_outweighed(text: str, ground: Ground) -> bool:
    """Whether an option stands in the evidence only to be compared with the key."""
    keys = right(ground.item)
    asked = _WHICH.search(ground.item.stem)
    return bool(asked and len(keys) == 1 and weighed(keys[0].text, text, ground))


def weighed(one: str, two: str, ground: Ground) -> tuple[float, float] | None:
    """The numbers that stand with each of two, by the words that tell them apart."""
    mine, yours = words.read(one), words.read(two)
    first, second = (
        _number([t for t in _telling(said) if not _has(t, other)], ground)
        for said, other in ((mine, yours), (yours, mine))
    )
    if first is None or second is None or first == second:
        return None
    return first, second


def _telling(said: Said) -> list[Token]:
    """Its words, "city" and "people" among them, that tell one thing from another."""
    return [t for t in said.tokens if not t.atom and t.text.casefold() not in STOP]


def _has(token: Token, said: Said) -> bool:
    return any(alike(token.text, t.text) for t in _telling(said))


def _number(apart: Sequence[Token], ground: Ground) -> float | None:
    """The one number of the part of a sentence that has most of these words, if one part has."""
    scored: list[tuple[int, list[float]]] = []
    for sentence in ground.sentences:
        for part in _PARTS.split(ground.index.said(sentence).text):
            said = words.read(part)
            numbers = [v for k, v in said.atoms if k == "number"]
            scored.append((sum(_has(t, said) for t in apart), numbers))
    most = max((share for share, _ in scored), default=0)
    best = [numbers for share, numbers in scored if share == most]
    return best[0][0] if most and len(best) == 1 and len(best[0]) == 1 else None


RULES: tuple[Rule, ...] = (more_than,)
