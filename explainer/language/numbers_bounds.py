"""Bounds of a number in the words around it: "more than", "at least", "or so"."""

from __future__ import annotations

import re

from explainer.language.numbers_scan import Number
from explainer.mention import Bound
from explainer.word_set import word_set

# Characters before a number that are looked at.
REACH = 48
_LEAD = (
    r"(?:\s(?:an\sestimated|some|about|around|roughly|nearly|almost|the|another|just|an?"
    r"|approximately))?\s?\Z"
)
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    (
        "at most",
        r"\b(?:up\sto|at\s(?:the\s)?most|not\sexceed(?:ing)?|not\sover|capped\sat|limited\sto|within"
        r"|(?:no|not|n['’]t|never|cannot)(?:\s\w+){0,3}\smore\sthan|(?:a\s)?maximum(?:\sof)?"
        r"|no\s(?:larger|greater|higher|longer|older|later)\sthan|as\s(?:many|much|high)\sas)|≤",
    ),
    (
        "at least",
        r"\b(?:at\s(?:the\s(?:very\s)?)?least|upwards?\sof|starting\sat|(?:a\s)?minimum(?:\sof)?"
        r"|(?:no|not|n['’]t)(?:\s\w+){0,2}\s(?:fewer|less)\sthan)|≥",
    ),
    (
        "more than",
        r"\b(?:more\sthan|over|above|in\sexcess\sof|exceed(?:s|ed|ing)?|beyond|north\sof"
        r"|(?:greater|higher|larger|longer|bigger|older|taller|heavier|better)\sthan"
        r"|surpass(?:es|ed|ing)?|topp(?:ed|ing))|>",
    ),
    (
        "less than",
        r"\b(?:(?:less|fewer|lower|smaller|shorter|younger)\sthan|under|below|short\sof|shy\sof)|<",
    ),
    (
        "about",
        r"\b(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|close\sto|circa"
        r"|ca\.?|c\.|(?:an\s)?estimated|near|in\sthe\sregion\sof|virtually|practically|perhaps"
        r"|maybe)|[~≈]",
    ),
)
_BOUND = re.compile("|".join(f"(?P<b{i}>(?:{p}){_LEAD})" for i, (_, p) in enumerate(_BOUNDS)), re.I)
# The last word of a bound.
_BOUND_ENDS = word_set(
    """
    to most exceed exceeding over at within than maximum of as least minimum above exceeds exceeded
    beyond surpass surpasses surpassed surpassing topped topping under below about around
    approximately approx approx. roughly some nearly almost circa ca ca. c. estimated near
    virtually practically perhaps maybe
    """
)
_BOUND_TAILS = (*_BOUND_ENDS, *"<>≤≥~≈")
# Before "to" and "of", which end a bound seldom: the words without which they do not.
_JOINED = {
    "to": ("up", "close", "limited"),
    "of": ("upward", "upwards", "excess", "maximum", "minimum", "north", "short", "shy", "region"),
}
# What may stand between a bound and its number.
_LEADS = word_set("the another just a an")
_AFTER = re.compile(
    r"\s?(?:(?P<least>\+(?!\w)|(?:or|and)\s(?:more|above|over|older|higher|greater|up)\b(?!\s(?:than|of|to))|plus\b)"
    r"|(?P<most>(?:or|and)\s(?:less|fewer|below|under|younger|lower)\b(?!\sthan))|(?P<so>or\sso\b))",
    re.I,
)


def bound_of(text: str, number: Number, end: int) -> Bound | None:
    """How `number`, whose unit ends at `end`, is bounded by the words before and after it."""
    for at in (number.end, end):
        if after := _AFTER.match(text, at, min(number.last, at + 20)):
            names: dict[str, Bound] = {"least": "at least", "most": "at most", "so": "about"}
            return names[after.lastgroup or "so"]
    near = text[max(number.first, number.start - REACH) : number.start]
    return bound_before(near)


def bound_before(near: str) -> Bound | None:
    """The bound in which the words before a number end."""
    words = near.lower().split()
    if not words:
        return None
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if last in _LEADS:
        ends = before.endswith(_BOUND_TAILS)
    elif last in _JOINED:
        ends = before.endswith(_JOINED[last])
    else:
        ends = last in _BOUND_ENDS or last[-1] in "<>≤≥~≈"
    if not ends:
        return None
    match = _BOUND.search(near)
    return _BOUNDS[int((match.lastgroup or "b0")[1:])][0] if match else None
