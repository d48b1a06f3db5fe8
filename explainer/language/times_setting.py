"""What kind of text this is: news or narrative, and how it writes dates in figures."""

from __future__ import annotations

import re
from datetime import date

from explainer.language.times_anchor import Anchor, is_narrative

_YEARS = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})(?![\w%]|[.,][0-9])(?<![\w$£€.,-][0-9]{4})")
_DECADES = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})['’]?s\b")
# "The next year" counts from what was told, "next year" from the day of publication.
_DEICTIC = re.compile(
    r"(?:yesterday|tomorrow|tonight|(?<!the )(?<!The )(?:last|next|this) (?:week|month|year|night"
    r"|morning|evening|afternoon|[A-Z][a-z]+day)"
    r"|(?:on|said|late|early|until|by) [A-Z][a-z]{2,5}day)\b"
    r"(?!,? (?:[0-9]|Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec))"
)
_SLASHED = re.compile(r"(?:(?<=[^\w/])|^)([0-9]{1,2})/([0-9]{1,2})/(?:[0-9]{4}|[0-9]{2})(?![\w/])")
_SPELLED = re.compile(
    r"(?P<day>\b[0-9]{1,2}(?:st|nd|rd|th)? )?"
    r"\b(?:Jan|Feb|March|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]*\.? (?P<month>[0-9]{1,2}\b(?![:.]))?"
)

_OPENING = 400  # characters; news says there when it happened, counted from the day it appeared


def anchor_of(text: str, published: date | None) -> Anchor:
    """The anchor a text starts with."""
    if published and _DEICTIC.search(text, 0, _OPENING):
        return Anchor(published, False, _month_first(text))
    years = [int(y) for y in _YEARS.findall(text)]
    deictic = len(_DEICTIC.findall(text)) if published and years else 0
    narrative = is_narrative(published, years, deictic)
    if published and not narrative and _opens_long_ago(text, published):
        narrative = deictic * 5 < len(years) + len(_SPELLED.findall(text))
    if published and not narrative and not deictic and 0 < len(years) < _FEW:
        narrative = _is_chain(text, published, years)
    if published and not narrative and not deictic and len(years) >= _SEVERAL:
        late = sum(year >= published.year for year in years)
        narrative = late * 3 <= len(years)  # the history of a war just over
    return Anchor(published, narrative, _month_first(text), history=narrative)


_SEVERAL = 4


def _opens_long_ago(text: str, published: date) -> bool:
    """Whether the text opens with years, two at least, and all of them long past."""
    years = [int(y) for y in _YEARS.findall(text, 0, _OPENING)]
    return len(years) >= 2 and max(years) < published.year - _LONG_PAST


_FEW = 6
_OF_TODAY = re.compile(
    r"\b(?:ago|today|nowadays|these days|currently"
    r"|(?<!the )(?:last|next|this) (?:week|month|year|night|morning|[a-z]+day))\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\b(?:[Tt](?:he|hat)(?: same)? (?:following|next|same|ensuing) [a-z]+"
    r"|[Tt]hat (?:spring|summer|autumn|winter|year|month|night|evening|afternoon)"
    r"|(?:days?|weeks?|months?|years?) later|[Tt]he (?:day|night|month|year) (?:before|after)\b"
    r"|[Tt]he [0-9]{1,2}(?:st|nd|rd|th)(?= [a-z]|[,.;]))"
)


def _is_chain(text: str, published: date, years: list[int]) -> bool:
    """Whether a text with few years, all long past, tells by dates that hang on one another."""
    years = years + [int(y) for y in _DECADES.findall(text)]
    if any(published.year - year <= _LONG_PAST for year in years):
        return False
    if _OF_TODAY.search(text):
        return False
    links = len(_LINK.findall(text))
    return links >= 2 or (links == 1 and _YEARS.search(text, 0, _HEAD) is not None)


_HEAD = 150  # characters, about a sentence: a history says first when it was


_LONG_PAST = 5


def _month_first(text: str) -> bool:
    """Whether this text writes 8/25/2021: its own figures tell, else how it spells dates."""
    pairs = _SLASHED.findall(text) if "/" in text else ()
    if not pairs:
        return True
    if any(int(a) > 12 for a, _ in pairs):
        return False
    if any(int(b) > 12 for _, b in pairs):
        return True
    before = after = 0
    for match in _SPELLED.finditer(text):
        before += match["day"] is not None
        after += match["month"] is not None
    return after >= before
