"""Cuts a sentence into coded tokens, so that the grammar can read it as a string of codes."""

from __future__ import annotations

import re
from datetime import date

from explainer.language.times_codes import ABBREVIATED, DOUBTFUL, coded
from explainer.language.times_holidays import NAMES
from explainer.language.times_hours import hours, may_be_hours
from explainer.language.times_words import INFINITIVES, PHRASES, SAYING, Payload
from explainer.language.word_tree import one_of
from explainer.word_set import word_set

# White space is passed over at once, without a try of each kind of token.
TOKEN = re.compile(
    rf"(?=\S)(?:(?:{one_of([*PHRASES, *NAMES])})(?![^\W_]|[-'’][^\W\d_])"
    r"|[a-z]+(?=[ ,;])"  # what most tokens are: none of the below
    r"|[AaPp]\.\s?[Mm]\b\.?|[AB]\.\s?[DC]\.(?:\s?E\.)?"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.(?!\w)"
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
_SECOND = re.compile(r"[dn]-o|wo(?=k)")


class Tokens:
    """Tokens of one sentence: `codes[i]` is the code of `raws[i]`, which begins at `starts[i]` of
    `text`."""

    __slots__ = ("_starts", "codes", "raws", "start", "stop", "text", "values")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.stop = text, start, end
        self.raws = TOKEN.findall(text, start, end)
        self._starts: list[int] | None = None
        pairs = [*map(coded, self.raws)]
        codes = [code for code, _ in pairs]
        self.values: list[Payload | date] = [value for _, value in pairs]
        self.codes = "".join(codes)
        if "-" in self.codes:
            self._set_dashes_apart(codes)
        if may_be_hours(self.codes):
            self._spoken_hours(codes)
        if "wok" in self.codes:
            self._count_seconds(codes)
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

    @property
    def starts(self) -> list[int]:
        """Where each token begins; most sentences hold no time and are never asked."""
        if self._starts is None:
            self._starts, at = [], self.start
            for word in self.raws:
                begin = self.text.index(word, at)
                at = begin + len(word)
                self._starts.append(begin)
        return self._starts

    def _set_dashes_apart(self, codes: list[str]) -> None:
        """A dash that does not join two words is "~"."""
        text = self.text
        for i, code in enumerate(codes):
            if code == "-":
                begin, at = self.starts[i], self.end(i)
                outside = begin == self.start or at >= self.stop
                if outside or text[begin - 1].isspace() or text[at].isspace():
                    codes[i] = "~"
        self.codes = "".join(codes)

    def _count_seconds(self, codes: list[str]) -> None:
        """In '30-second' the second is a unit."""
        for match in _SECOND.finditer(self.codes):
            if self.word(match.end() - 1) == "second":
                codes[match.end() - 1] = "u"
                self.values[match.end() - 1] = "second"
        self.codes = "".join(codes)

    def _spoken_hours(self, codes: list[str]) -> None:
        """'at nine', 'ten to four': the hour becomes a clock time, its minutes part of it."""
        for first, hour, clock in hours(self.codes, self.word, self.values):
            codes[first:hour] = "9" * (hour - first)
            codes[hour], self.values[hour] = "K", clock
        self.codes = "".join(codes)

    def _drop_doubtful(self, codes: list[str]) -> None:
        """'May', 'March', 'Sun' and the like stay times only where their surroundings say so."""
        for i, code in enumerate(codes):
            if code not in "ma":
                continue
            lower = self.word(i)
            if lower in DOUBTFUL and not self._stands_as_time(i, lower, codes):
                codes[i] = "."

    def _stands_as_time(self, i: int, lower: str, codes: list[str]) -> bool:
        before, after = (codes[i - 1] if i else ""), (codes[i + 1] if i + 1 < len(codes) else "")
        if (after and after in "dYyo") or (before and before in "dof"):
            return True
        if after == "O" and i + 2 < len(codes) and codes[i + 2] in "TlxY":
            return True
        if after == "-" and codes[i + 2 : i + 3] == ["m"]:
            return True
        if before == "O" and i > 1 and codes[i - 2] in "obrpdouea":
            return True
        if after == "," and i + 2 < len(codes) and codes[i + 2] in "Ymd":
            return True
        if after == "," and not before and self.word(i + 2) in _OF_A_PERSON:
            return False
        if lower in ABBREVIATED:
            return False
        if before == "." and self.word(i - 1).endswith("est") and self.raw(i).istitle():
            return True
        if before == "t" and self.raw(i).istitle() and lower not in ABBREVIATED:
            if codes[i - 2 : i - 1] == ["<"]:  # 'signed that June', not 'said that June'
                return self.word(i - 2) not in SAYING
            ends = not after or after in ",;"  # 'retired that August,'
            return ends or i < 2 or codes[i - 2] in ",;&@"  # not 'hopes that August'
        if before == "2" and (
            lower not in {"may", "march"} or codes[i - 2 : i - 1] in (["U"], ["u"])
        ):
            return True
        if before in {"&", "^", "2"} or (before in {"-", "~"} and i > 1):
            return i > 1 and codes[i - 2] in "mdoYKrb"
        following = self.raw(i + 1)
        is_name = after == "." and following[:1].isupper()
        if before and before in "@lxTFrb-E" and not is_name:
            return self.word(i - 1) not in {"about", "under", "over", "that", "these"}
        if before in {"I", "i"} and self.raw(i).istitle() and after == "." and not is_name:
            return True  # 'the March issue'
        if is_name and self.word(i - 1) in {"in", "since", "until"}:
            return self.word(i + 2) not in {"'s", "’s", "'", "’"}  # 'in June British bombers'
        if lower in {"may", "march"} or is_name:
            return False
        named = before == "." and self.raw(i - 1)[:1].isupper()
        return not named and (before in ",(<" or before == "." or not before or after in "&^2")


_OF_A_PERSON = word_set("his her their my our who whose")


def infinitive(tokens: Tokens, i: int) -> bool:
    """Whether token `i` is 'to' before a verb that looks ahead ('to open')."""
    return tokens.code(i) == "2" and tokens.word(i + 1) in INFINITIVES
