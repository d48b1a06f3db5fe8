"""Cuts a sentence into coded tokens, so that the grammar can read it as a string of codes."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from explainer.language.times_holidays import NAMES
from explainer.language.times_words import INFINITIVES, LEXICON, NOT_PAST, PHRASES, Payload, words
from explainer.language.word_tree import one_of

HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve")  # fmt: skip
_PAST = {"half past": 30, "quarter past": 15, "quarter to": -15}
# White space is passed over at once, without a try of each kind of token.
TOKEN = re.compile(
    rf"(?=\S)(?:(?:{one_of([*PHRASES, *NAMES])})(?![^\W_]|[-'’][^\W\d_])"
    r"|[AaPp]\.\s?[Mm]\b\.?|[AB]\.\s?[DC]\.(?:\s?E\.)?"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.(?!\w)"
    rf"|(?i:(?:half|quarter) past|quarter to) (?i:{'|'.join(HOURS)})(?!\w)"
    r"|ca?\.(?=\s?\d{3,4})|FY\s?['’]?(?:\d{4}|\d\d)(?!\w)|[½¼¾]|[QH][1-4](?!\w)|[1-4]Q(?!\w)"
    r"|(?i:o['’]clock)|[^\W\d_]+(?:\d\w*|['’](?:t|ll|re|ve|d|m)\b)?"
    r"|['‘’]\d\ds?(?!\w)|['’]s?(?!\w)"
    r"|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?![\w-])"
    r"|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:\d{4}|\d\d)(?![\w/-])"
    r"|\d{4}[/.]\d{1,2}[/.]\d{1,2}(?![\w/-])"
    r"|\d{1,2}:\d\d(?::\d\d)?(?![\w:])|\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|AM|PM)(?!\w)"
    r"|\d{1,2}[.:]\d\d(?=\s?[AaPp]\.\s?[Mm])"
    r"|\d{1,2}/\d{1,2}(?![\w/])|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)"
    r"|\d{4}['’]s(?!\w)|\d+(?:\.\d+)?(?:st|nd|rd|th|s)?(?!\w)|\d+[½¼¾]?\w*|[-–—]+|\S)"
)
_SECOND = re.compile(r"[dn]-o")
_PUNCTUATION = {",": ",", "$": "$", "£": "$", "€": "$", "¥": "$", "%": "%", "|": "|", "#": "$",
                "/": "/"}  # fmt: skip
_FRACTION = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# Names, verbs and time share these words; only their surroundings tell.
_ABBREVIATED = words(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
)
_DOUBTFUL = _ABBREVIATED | words("may march april june august")
_CUES = frozenset("@OITtlLxFrbzEk&^2-~dYo,(<am")


class Tokens:
    """Tokens of one sentence: `codes[i]` is the code of `raws[i]`, which begins at `starts[i]` of
    `text`."""

    __slots__ = ("codes", "raws", "starts", "text", "values")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.raws = TOKEN.findall(text, start, end)
        self.starts: list[int] = []
        self.values: list[Payload | date] = []
        codes: list[str] = []
        at = start
        for word in self.raws:
            begin = text.index(word, at)
            at = begin + len(word)
            code, value = _coded(word)
            if code == "-" and (
                begin == start or at >= end or text[begin - 1].isspace() or text[at].isspace()
            ):
                code = "~"
            self.starts.append(begin)
            self.values.append(value)
            codes.append(code)
        self.codes = "".join(codes)
        if "-o" in self.codes:
            self._count_seconds(codes)
        if "m" in self.codes or "a" in self.codes:
            self._drop_doubtful(codes)
            self.codes = "".join(codes)

    def __len__(self) -> int:
        return len(self.raws)

    def word(self, i: int) -> str:
        """Token `i` in lower case; empty outside the sentence."""
        return self.raws[i].lower() if 0 <= i < len(self.raws) else ""

    def raw(self, i: int) -> str:
        return self.raws[i] if 0 <= i < len(self.raws) else ""

    def end(self, i: int) -> int:
        return self.starts[i] + len(self.raws[i])

    def code(self, i: int) -> str:
        return self.codes[i] if 0 <= i < len(self) else ""

    def _count_seconds(self, codes: list[str]) -> None:
        """In '30-second' the second is a unit."""
        for match in _SECOND.finditer(self.codes):
            if self.word(match.end() - 1) == "second":
                codes[match.end() - 1] = "u"
                self.values[match.end() - 1] = "second"
        self.codes = "".join(codes)

    def _drop_doubtful(self, codes: list[str]) -> None:
        """'May', 'March', 'Sun' and the like stay times only where their surroundings say so."""
        for i, code in enumerate(codes):
            if code not in "ma":
                continue
            lower = self.word(i)
            if lower in _DOUBTFUL and not self._stands_as_time(i, lower, codes):
                codes[i] = "."

    def _stands_as_time(self, i: int, lower: str, codes: list[str]) -> bool:
        before, after = (codes[i - 1] if i else ""), (codes[i + 1] if i + 1 < len(codes) else "")
        if (after and after in "dYyo") or (before and before in "do"):
            return True
        if after == "O" and i + 2 < len(codes) and codes[i + 2] in "TlxY":
            return True
        if after == "-" and codes[i + 2 : i + 3] == ["m"]:
            return True
        if before == "O" and i > 1 and codes[i - 2] in "obrpdouea":
            return True
        if after == "," and i + 2 < len(codes) and codes[i + 2] in "Ymd":
            return True
        if lower in _ABBREVIATED:
            return False
        if before == "." and self.word(i - 1).endswith("est") and self.raw(i).istitle():
            return True
        if before == "2" and lower not in {"may", "march"}:
            return True
        if before in {"&", "^", "2"} or (before in {"-", "~"} and i > 1):
            return i > 1 and codes[i - 2] in "mdoYKrb"
        following = self.raw(i + 1)
        is_name = after == "." and following[:1].isupper()
        if before and before in "@lxTFrb-" and not is_name:
            return self.word(i - 1) not in {"about", "under", "over", "that", "these"}
        if lower in {"may", "march"} or is_name:
            return False
        named = before == "." and self.raw(i - 1)[:1].isupper()
        return not named and (before in ",(<" or before == "." or not before or after in "&^2")


_HOLIDAYS = frozenset(NAMES)


def infinitive(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is 'to' before a verb that looks ahead ('to open')."""
    return tokens.code(i) == "2" and tokens.word(i + 1) in INFINITIVES


@lru_cache(maxsize=65536)
def _coded(word: str) -> tuple[str, Payload | date]:
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
    return word[0].isupper() or (len(lower) > 5 and lower not in _DOUBTFUL)


def _rare_word(lower: str) -> tuple[str, Payload]:
    if lower.isalpha():
        past = lower.endswith("ed") and len(lower) > 4 and lower not in NOT_PAST
        if past or lower not in _HOLIDAYS:
            return ("<" if past else "."), None
    if lower.startswith("fy") and lower[-2:].isdecimal():
        year = int(lower[-4:]) if lower[-4:].isdecimal() else 2000 + int(lower[-2:])
        return ("Y", year) if 1900 <= year < 2100 else (".", None)
    straight = lower.replace("’", "'")
    head, _, hour = lower.rpartition(" ")
    if head in _PAST and hour in HOURS:
        minutes = (HOURS.index(hour) + 1) * 60 + _PAST[head]
        return "K", clock_value(minutes // 60, minutes % 60, "")
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
