"""Where numbers stand in a text, whatever they turn out to be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.language.numbers_units import MONEY_SIGN, unit_after
from explainer.language.numbers_written import AMOUNT, BEGINS, SHORT_SCALE, VAGUE_WORDS, WORDS

_BEGINS = re.compile(BEGINS)
_NUMBER = re.compile(
    rf"(?P<amount>{AMOUNT})(?P<short>\s?{SHORT_SCALE})?|(?P<vague>{VAGUE_WORDS})|(?P<words>{WORDS})",
    re.IGNORECASE,
)
# What may stand before digits and belongs to them: "-5", "US$5", "Rs. 5", "minus 5", "$-5".
_DRESS = re.compile(
    rf"(?:(?<!\w)(?P<sign>{MONEY_SIGN})\s?|(?P<less>minus\s|(?<![\w)%])[-−])){{1,2}}\Z",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?:[\w/.@=&#+^_]|[A-Za-z]-)\Z")


@dataclass(frozen=True, slots=True)
class Number:
    """A number from `begin` to `end` (magnitude included), in digits unless `worded`; `start` is
    where its currency sign or minus begins. `first` and `last` bound its sentence."""

    start: int
    begin: int
    end: int
    worded: bool
    vague: bool
    sign: str
    minus: bool
    first: int
    last: int


def small(text: str) -> str:
    """`text` in small letters, character for character."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def number_at_or_after(text: str, low: str, at: int, first: int, last: int) -> Number | None:
    """The first number in `text[at:last]`; `low` is `small(text)`."""
    for opening in _BEGINS.finditer(low, at, last):
        begin = opening.start()
        if text[begin - 1 : begin] == "." and low[begin].isdigit():
            begin = _leading_point(text, begin, first)
        match = _NUMBER.match(text, begin, last)
        if match is None:
            continue
        if match["amount"] is None:
            if text[begin - 1 : begin] == "-" and _GLUED.search(text, max(first, begin - 2), begin):
                continue
            return Number(
                begin, begin, match.end(), True, bool(match["vague"]), "", False, first, last
            )
        number = _digits(text, match, first, last)
        if number:
            return number
    return None


def _leading_point(text: str, begin: int, first: int) -> int:
    """ ".5 percent" begins at its point where that stands free."""
    before = text[begin - 2 : begin - 1] if begin - 1 > first else " "
    return begin - 1 if before in " ($" else begin


def _digits(text: str, match: re.Match[str], first: int, last: int) -> Number | None:
    begin = start = match.start()
    dress = _DRESS.search(text, max(first, begin - 8), begin)
    if dress and (dress["sign"] or dress["less"]):
        start = dress.start()
    sign = dress["sign"] or "" if dress else ""
    if not sign and _GLUED.search(text, max(first, start - 2), start):
        return None
    end = match.end()
    if match["short"] and not sign and match["short"].strip() == "m":
        # "40m" is forty metres unless it counts something.
        end = end if unit_after(text, end, last, 2) else match.end("amount")
    minus = bool(dress and dress["less"])
    return Number(start, begin, end, False, False, sign, minus, first, last)
