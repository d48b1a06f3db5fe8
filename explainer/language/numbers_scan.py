"""Where numbers stand in a text, whatever they turn out to be."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from explainer.language.numbers_money import MONEY_SIGN
from explainer.language.numbers_units import unit_after
from explainer.language.numbers_written import AMOUNT, BEGINS, SHORT_SCALE, VAGUE_WORDS, WORDS

_BEGINS = re.compile(BEGINS)
_LONGEST_OPENING = 24
_NUMBER = re.compile(
    rf"(?P<amount>{AMOUNT})(?P<short>\s?{SHORT_SCALE})?|(?P<vague>{VAGUE_WORDS})|(?P<words>{WORDS})",
    re.IGNORECASE,
)
# What may stand before digits and belongs to them: "-5", "US$5", "Rs. 5", "minus 5", "$-5".
_DRESS = re.compile(
    rf"(?:(?<!\w)(?P<sign>{MONEY_SIGN})\s?|(?P<less>(?<!plus\sor\s)minus\s|(?<![\w)%])[-−])){{1,2}}\Z",
    re.IGNORECASE,
)
# The last sign of those, white space aside.
_DRESS_ENDS = frozenset("$€£¥₹₽₩₺₴₦₪฿₱₫₸₾₡.-−srdpfybSRDPFYBKNMZL")
# "1m fewer than forecast", "2m to 3m homes": millions, and no metres.
_IN_MILLIONS = re.compile(
    r"\s(?:fewer|more|others|were|have)\b"
    r"|\s?(?:to|or|and|-|–)\s?\d[\d.,]*m\s(?!(?:tall|wide|deep|long|high|away|apart|of|and|in)\b)[a-z]"
)
_GLUED = re.compile(r"(?:[\w/.@=&#+^_]|[A-Za-z]-)\Z")


class Number(NamedTuple):
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


def openings(text: str) -> list[int]:
    """Where in `text` numbers may begin, in order: all of them at once, since most sentences have
    none and need no further look."""
    return [opening.start() for opening in _BEGINS.finditer(small(text))]


def number_at_or_after(
    text: str, opened: list[int], at: int, first: int, last: int
) -> Number | None:
    """The first number in `text[at:last]`; `opened` are the `openings` of the text."""
    for index in range(bisect_left(opened, at), len(opened)):
        begin = opened[index]
        if begin >= last:
            break
        number = _number_at(text, begin, first, last)
        if number:
            return number
    return None


def number_at(text: str, at: int, last: int) -> Number | None:
    """The number with which `text[at:last]` begins, a word apart from what stands before."""
    if not _BEGINS.match(small(text[at : min(last, at + _LONGEST_OPENING)])):
        return None
    return _number_at(text, at, at, last)


def _number_at(text: str, begin: int, first: int, last: int) -> Number | None:
    if text[begin - 1 : begin] == "." and text[begin].isdigit():
        begin = _leading_point(text, begin, first)
    match = _NUMBER.match(text, begin, last)
    if match is None:
        return None
    if match["amount"] is not None:
        return _digits(text, match, first, last)
    if text[begin - 1 : begin] == "-" and _GLUED.search(text, max(first, begin - 2), begin):
        return None
    return Number(begin, begin, match.end(), True, bool(match["vague"]), "", False, first, last)


def _leading_point(text: str, begin: int, first: int) -> int:
    """ ".5 percent" begins at its point where that stands free."""
    before = text[begin - 2 : begin - 1] if begin - 1 > first else " "
    return begin - 1 if before in " ($" else begin


def _digits(text: str, match: re.Match[str], first: int, last: int) -> Number | None:
    begin = start = match.start()
    near = text[max(first, begin - 8) : begin]
    dressed = near.rstrip()[-1:] in _DRESS_ENDS
    dress = _DRESS.search(text, max(first, begin - 8), begin) if dressed else None
    if dress and (dress["sign"] or dress["less"]):
        start = dress.start()
    sign = dress["sign"] or "" if dress else ""
    if not sign and _GLUED.search(text, max(first, start - 2), start):
        return None
    end = match.end()
    if match["short"] and not sign and match["short"].strip() == "m":
        # "40m" is forty metres unless it counts something.
        counts = unit_after(text, end, last, 2) or _IN_MILLIONS.match(text, end, last)
        end = end if counts else match.end("amount")
    minus = bool(dress and dress["less"])
    return Number(start, begin, end, False, False, sign, minus, first, last)
