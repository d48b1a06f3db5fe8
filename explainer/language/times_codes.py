"""The code by which the grammar of times knows a token, and its value, as far as it alone tells."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from explainer.language.times_holidays import NAMES
from explainer.language.times_words import LEXICON, NOT_PAST, PHRASES, Payload
from explainer.word_set import word_set

_PUNCTUATION = {",": ",", "$": "$", "£": "$", "€": "$", "¥": "$", "%": "%", "|": "|", "#": "$",
                "/": "/"}  # fmt: skip
_FRACTION = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# Names, verbs and time share these words; only their surroundings tell.
ABBREVIATED = word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
)
DOUBTFUL = ABBREVIATED | word_set("may march april june august")
_HOLIDAYS = frozenset(NAMES)


@lru_cache(maxsize=65536)
def coded(word: str) -> tuple[str, Payload | date]:
    """Code and value of a token, as far as it alone tells; every dash is "-"."""
    first = word[0]
    if first.isalpha():
        lower = word.lower()
        code, value = LEXICON.get(lower, (".", None))
        if code == ".":
            return _rare_word(lower)
        if code in "ma" and not _is_named(lower, word):
            return (">" if lower == "may" else "."), None
        return code, value
    if first.isdigit() or first in _FRACTION:
        return number(word)
    if first in "-–—":
        return "-", None
    if first in "'‘’":
        return _apostrophe(word)
    return _PUNCTUATION.get(first, ";"), None


def _is_named(lower: str, word: str) -> bool:
    return word[0].isupper() or (len(lower) > 5 and lower not in DOUBTFUL)


def _rare_word(lower: str) -> tuple[str, Payload]:
    if lower.isalpha():
        past = lower.endswith("ed") and len(lower) > 4 and lower not in NOT_PAST
        if past or lower not in _HOLIDAYS:
            return ("<" if past else "."), None
    if lower.startswith("fy") and lower[-2:].isdecimal():
        year = int(lower[-4:]) if lower[-4:].isdecimal() else 2000 + int(lower[-2:])
        return ("Y", year) if 1900 <= year < 2100 else (".", None)
    straight = lower.replace("’", "'")
    if straight in PHRASES:
        return PHRASES[straight]
    if straight in _HOLIDAYS:
        return "h", straight
    if lower[0] in "qh" and len(lower) == 2 and lower[1].isdigit():
        return "4", lower
    if straight.endswith("'ll"):
        return ">", None
    return ".", None


def _apostrophe(word: str) -> tuple[str, Payload]:
    digits = word[1:3]
    if not digits.isdecimal() or not digits.isascii():
        return "'", None
    if word.endswith("s"):
        return ("X", int(digits)) if digits[1] == "0" else (".", None)
    return "y", int(digits)


def number(word: str) -> tuple[str, Payload | date]:
    """Code and value of a token that begins with a digit or a fraction sign."""
    if word in _FRACTION:
        return "f", _FRACTION[word]
    if not word.isascii():
        head, tail = word[:-1], word[-1:]
        if head.isdecimal() and head.isascii() and tail in _FRACTION:
            return "n", int(head[:9]) + _FRACTION[tail]
        return ".", None
    if word.isdigit():
        value = int(word[:12])
        if len(word) == 4 and word[0] == "0" and value and (clock := military(word)):
            return "K", clock
        if len(word) <= 2 and 1 <= value <= 31:
            return "d", value
        if len(word) == 4 and 1000 <= value < 3000:
            return "Y", value
        return "n", value
    return _marked_number(word)


def _marked_number(word: str) -> tuple[str, Payload | date]:
    if word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdigit():
        return "o", int(word[:-2][:4])
    if word[-1] == "s" and word.rstrip("s'’").isdigit():
        digits = word.rstrip("s'’")
        fits = len(digits) in (2, 4) and digits[-1] == "0" and digits[0] != "0"
        return ("X", int(digits)) if fits else (".", None)
    if word[-1] == "Q":
        return "4", f"q{word[0]}"
    if (clock := _CLOCK.fullmatch(word)) and (value := _clock(clock)):
        return "K", value
    if word.count("/") == 1:
        if word == "9/11":
            return "J", "2001-09-11"
        a, b = (int(x) for x in word.split("/"))
        return ("f", a / b) if b and a < b else (".", None)
    if word[:5].replace(",", "").replace(".", "").isdigit() and _PLAIN.fullmatch(word):
        return "n", float(word.replace(",", ""))
    if _DATE.match(word):
        return "J", word
    return ".", None


def military(word: str) -> str | None:
    """'HH:MM' of four figures such as '0530'."""
    return clock_value(int(word[:2]), int(word[2:]), "")


_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?\s?(am|pm|AM|PM|h)?")
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d")


def _clock(match: re.Match[str]) -> str | None:
    if match[3] is None and (match[2] is None or "." in match[0]):
        return None
    return clock_value(int(match[1]), int(match[2] or 0), (match[3] or "").lower())


def clock_value(hour: int, minute: int, half: str) -> str | None:
    """'HH:MM' of a clock time, `half` being 'am', 'pm' or empty; None if there is no such time."""
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None if hour != 0 else f"00:{minute:02}"
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}"
