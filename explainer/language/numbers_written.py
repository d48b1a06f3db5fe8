"""What a written number means: digits in both notations, words, magnitudes, fractions."""

from __future__ import annotations

import re

from explainer.language.numbers_notation import THIN, Notation
from explainer.language.word_tree import trie

_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_BIG = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "crore": 1e7,
    "crores": 1e7, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "dozen": 12,
}  # fmt: skip
_SHORT = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9,
    "tn": 1e12, "trn": 1e12, "cr": 1e7,
}  # fmt: skip
_PARTS = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4,
    "quarters": 1 / 4, "fourth": 1 / 4, "fourths": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5,
    "sixth": 1 / 6, "sixths": 1 / 6, "eighth": 1 / 8, "eighths": 1 / 8, "tenth": 1 / 10,
    "tenths": 1 / 10,
}  # fmt: skip
_GLYPHS = {
    "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅛": 1 / 8,
    "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
# The order of size of words that give no number.
VAGUE = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12, "lakhs": 1e5, "crores": 1e7, "several": 3, "couple": 2,
    "few": 3,
}  # fmt: skip


def _any(words: dict[str, float] | dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL = rf"(?:(?:{_any(_TENS)})(?:[-\s](?:{_any(_ONES)})\b)?|(?:{_any(_ONES)})\b)"
_HUNDREDS = rf"(?:(?:an?|{_SMALL})[-\s]hundred\b(?:\s(?:and\s)?{_SMALL})?|{_SMALL})"
_MAGNITUDE = (
    r"(?:hundred|thousand|million|billion|trillion|quadrillion|lakhs?|crores?|dozen)\b"
    r"(?:[-\s](?:thousand|million|billion|crores?)\b)?"
)
_GROUP = rf"{_HUNDREDS}[-\s]{_MAGNITUDE}"
_PART = rf"(?:{_any(_PARTS)})\b"
WORDS = (
    rf"(?:(?:half\san?|(?:a\s)?quarter\sof\sa|(?:a\s)?(?:half|quarter)|a)[-\s]{_MAGNITUDE}(?:\sand\sa\shalf\b)?"
    rf"|(?:one|two|three|four|five|seven|nine)[-\s]{_PART}"
    rf"|an?\s{_PART}(?=\s(?:of|the|more|less|fewer|higher|lower|from|compared|but|while"
    r"|and\s(?:the|its|his|her|their|more|by|an?))\b|[.,;:]|$)"
    rf"|{_HUNDREDS}\s(?:and\sa\shalf|point\s{_SMALL})(?:\s{_MAGNITUDE})?"
    rf"|{_GROUP}(?:,?\s(?:and\s)?{_GROUP})*(?:,?\s(?:and\s)?{_HUNDREDS})?|{_HUNDREDS}"
    rf"|half(?=\s(?:of|the|its|his|her|their|all|our|my|your)\b))"
)
SHORT_SCALE = r"(?:k|m|mn|mln|bn|bln|b|tn|trn|cr)(?![\w/³²])"
VAGUE_WORDS = (
    r"(?:(?:tens|dozens|hundreds|thousands|millions)\sof\s"
    r"(?:hundreds|thousands|millions|billions|crores|lakhs)\b"
    r"|(?:several|a\sfew|few|a\scouple\sof|many)\s(?:hundred|thousand|million|billion|dozen|lakh"
    r"|crore)\b"
    r"|(?:dozens|hundreds|thousands|millions|billions|trillions|lakhs|crores)\b"
    r"|scores(?=\sof\b)|several\b|a\scouple(?=\sof\b))"
)
DIGITS = (
    rf"(?:[1-9]/(?:[2-9]|1[06])(?![\d/])|(?:\d{{1,3}}(?:[{THIN}]\d{{3}}(?!\d))+(?:[.,]\d{{1,2}}(?!\d))?"
    rf"|\d+(?:[.,]\d+|['’]\d{{3}}(?!\d))*|\.\d+)(?:\s?[½¼¾⅓⅔⅕⅛⅜⅝⅞]|[\s-]\d/\d\d?(?!\d))?"
    rf"|[½¼¾⅓⅔⅕⅛⅜⅝⅞])"
)
AMOUNT = rf"(?:{DIGITS}(?:[-\s]{_MAGNITUDE}(?:\sand\sa\shalf\b)?)?)"

_OPENING = trie([*_TENS, *_ONES, *VAGUE, "half", "many", "quarter"])
# Where a number may begin, in a text in small letters.
BEGINS = (
    rf"[\d½¼¾⅓⅔⅕⅛⅜⅝⅞](?<!\d.)|(?<![\w/.@=&#+^])(?:{_OPENING}"
    r"|an?(?=\s(?:hundred|thousand|million|billion|dozen|lakh|crore|half|third|quarter|fourth"
    r"|fifth|sixth|eighth|tenth|couple|few)\b))\b"
)
# A word alone has lost the "of" that showed it to be an amount.
_VAGUE = re.compile(rf"{VAGUE_WORDS}|scores|a\scouple", re.I)
_AMOUNT = re.compile(
    rf"(?P<digits>{DIGITS})(?:(?:[-\s](?P<big>{_MAGNITUDE})(?P<half>\sand\sa\shalf)?)"
    rf"|\s?(?P<short>(?:{_any(_SHORT)})\b))?",
    re.I,
)
_WRITTEN = re.compile(WORDS, re.I)
_FRACTION = re.compile(r"(?:(\d+)[\s-])?(\d+)/(\d+)")
_DRESS = re.compile(
    r"^(?:[A-Z]{0,3}[$€£¥₹]|Rs\.?)\s?|\s?(?:%|per\s?cent|pct)$|^(?:some|about|around"
    r"|nearly)\s",
    re.I,
)


# Longer runs of digits are codes, and would overflow; of words a game.
_LONGEST = 40
_LONGEST_IN_WORDS = 160
PLAIN = Notation()


def amount(text: str, notation: Notation = PLAIN, *, scaled: bool = False) -> float | None:
    """The number written as `text`, magnitude included, in digits or words; None if it is none."""
    if text.isdecimal() and len(text) <= _LONGEST:
        return _tidy(float(text))
    if match := _AMOUNT.fullmatch(text):
        return _from_digits(match, notation, scaled)
    if text.lower() == "half":
        return 0.5
    if _WRITTEN.fullmatch(text):
        return _from_words(text.lower()) if len(text) <= _LONGEST_IN_WORDS else None
    return vague_amount(text)


def vague_amount(text: str) -> float | None:
    """The order of size of "hundreds of thousands" or "several"."""
    if not _VAGUE.fullmatch(text):
        return None
    words = [w for w in text.lower().split() if w not in ("of", "a", "many")]
    if len(words) == 1:
        return VAGUE[words[0]]
    if words[1] in _BIG and words[1] not in VAGUE:
        return _BIG[words[1]] * (2 if words[0] == "couple" else 1)
    return VAGUE[words[0]] * VAGUE[words[1]]


def _from_digits(match: re.Match[str], notation: Notation, scaled: bool) -> float | None:
    digits, size = match["digits"], 1.0
    if len(digits) > _LONGEST:
        return None
    if match["big"]:
        size = _product(re.split(r"[-\s]", match["big"].lower()))
    size *= _SHORT[match["short"].lower()] if match["short"] else 1
    whole = fraction = 0.0
    if digits[-1] in _GLYPHS:
        fraction, digits = _GLYPHS[digits[-1]], digits[:-1].strip()
    elif "/" in digits:
        head, _, tail = re.sub(r"[-\s]", " ", digits).rpartition(" ")
        above, below = map(int, tail.split("/"))
        if above >= below:
            return None
        fraction, digits = above / below, head.strip()
    if digits:
        found = notation.value(digits, scaled=scaled or size > 1)
        if found is None:
            return None
        whole = found
    return _tidy((whole + fraction + (0.5 if match["half"] else 0)) * size)


def _from_words(text: str) -> float:
    words = re.split(r"[-\s,]+", text)
    total = current = 0.0
    if words[0] == "a" and len(words) > 2 and words[1] in ("half", "quarter"):
        words = words[1:]  # "a quarter-million"
    if words[0] == "half":
        return _tidy(0.5 * _product(words[1:]))
    if words[0] == "quarter" and len(words) > 1 and words[1] in _BIG:
        return _tidy(0.25 * _product(words[1:]))
    if "quarter" in words and "of" in words:
        return _tidy(0.25 * _product(words[words.index("of") :]))
    after_point = False
    for word in words:
        if after_point and word in (_ONES | _TENS):
            digits = (_ONES | _TENS)[word]
            current += digits / 10 ** len(str(digits))
        elif word in _ONES or word in _TENS:
            current += _ONES.get(word, 0) + _TENS.get(word, 0)
        elif word in _PARTS and "and" not in words:
            current = max(current, 1) * _PARTS[word]
        elif word == "half":
            # "two and a half", or "a million and a half" after a magnitude
            current, total = (
                (current, total * 1.5) if total and not current else (current + 0.5, total)
            )
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * _BIG[word]
        elif word in _BIG:
            size = _BIG[word]
            total = total * size if total and not current else total + max(current, 1) * size
            current = 0
        after_point = word == "point"
    return _tidy(total + current)


def _product(words: list[str]) -> float:
    size = 1.0
    for word in words:
        size *= _BIG.get(word, 1)
    return size


def _tidy(value: float) -> float:
    """Without the dust of binary multiplication: 4.1 million is 4,100,000."""
    if value.is_integer() and abs(value) < 1e12:
        return value
    return float(f"{value:.12g}")


def number_value(text: str) -> float | None:
    """The number written as `text` ("100.000", "4.5 million", "$3bn", "two-thirds"), or None."""
    words = " ".join(text.split())
    for _ in range(3):
        words = _DRESS.sub("", words)
    scaled = bool(re.search(r"(?:%|per\s?cent|pct)\s*$", text, re.I))
    sign = 1
    if words[:1] in ("-", "−") or words.lower().startswith("minus "):
        sign, words = -1, re.sub(r"^(?:[-−]|minus )\s?", "", words, flags=re.I)
    found = amount(words, scaled=scaled) if len(words) <= 120 else None
    if found is None and (fraction := _FRACTION.fullmatch(words)) and int(fraction[3]):
        found = int(fraction[1] or 0) + int(fraction[2]) / int(fraction[3])
    return None if found is None else sign * found


def same_number(a: str, b: str) -> bool:
    """Whether both are written forms of one number: 100.000, 100,000, one hundred thousand."""
    first, second = number_value(a), number_value(b)
    return first is not None and second is not None and abs(first - second) <= 1e-9 * abs(first)
