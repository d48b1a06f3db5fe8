"""Which numbers, dates and names of a statement its evidence bears out."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from explainer.language.numbers import number_value
from explainer.mention import (
    AnyMention,
    NameMention,
    PlaceMention,
    QuantityMention,
    SpeechMention,
    TimeMention,
)

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MONTHS = tuple(name.lower() for name in month_name[1:])
_IS_NUMBER_WORD = re.compile(
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety)(?:-\w+)?|hundred|thousand|million|billion|trillion)$"
)
# "one" counts nothing in "one of the provinces"; it needs no proof.
_NO_PROOF = frozenset({"one"})


def unsupported_values(
    statement: str, evidence: str, mentions: Sequence[AnyMention], speaker: str | None = None
) -> Iterator[tuple[str, str]]:
    """Pairs (`"number"`, `"date"` or `"name"`; the word) that the evidence does not bear out.

    A value is borne out when its word stands in the evidence or when a mention's value says it.
    """
    if statement.rstrip(".").lower() in evidence.lower():
        return
    words = _words(evidence)
    said: set[str] | None = None  # most statements say nothing that their evidence does not
    for index, word in enumerate(_TOKEN.findall(statement)):
        low = bare(word)
        if low in words:
            continue
        said = _said_by(mentions) | _words(speaker or "") if said is None else said
        if low in said:
            continue
        if word[0].isdecimal():
            if not _number_borne_out(word, said):
                yield "number", word
        elif low not in _NO_PROOF and _IS_NUMBER_WORD.match(low):
            if f"#{number_value(low) or 0:g}" not in said:
                yield "number", word
        elif low in _MONTHS and word[0].isupper():
            yield "date", word
        elif word[0].isupper() and index > 0:
            yield "name", word


def bare(word: str) -> str:
    """Lower case, without a possessive ending."""
    low = word.lower()
    if "'" not in low and "’" not in low:
        return low
    low = low.replace("’", "'")
    return low[:-2] if low.endswith("'s") else low.rstrip("'")


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    """Kept a while, since several proposals rest on one sentence."""
    found = set(map(bare, _TOKEN.findall(text)))
    # "anti-NATO" bears out "NATO".
    return frozenset(found).union(
        piece for word in found if "-" in word for piece in word.split("-")
    )


def _said_by(mentions: Sequence[AnyMention]) -> set[str]:
    """Words and numbers (`#9`) that the mentions' values say."""
    said: set[str] = set()
    for mention in mentions:
        if isinstance(mention, QuantityMention):
            said.add(f"#{mention.value:g}")
            if mention.high is not None:
                said.add(f"#{mention.high:g}")
        elif isinstance(mention, TimeMention):
            said |= _said_by_time(mention.value, mention.begin, mention.end_day)
        elif isinstance(mention, (NameMention, PlaceMention)):
            said |= _words(mention.value)
        elif isinstance(mention, SpeechMention):
            said |= _words(mention.speaker or "")
    return said


@lru_cache(maxsize=4096)
def _said_by_time(*values: str | None) -> frozenset[str]:
    said: set[str] = set()
    for value in values:
        for piece in re.findall(r"\d+", value or ""):
            said |= {f"#{float(piece):g}", piece}
        said |= _calendar_words(value or "")
    return frozenset(said)


def _calendar_words(value: str) -> set[str]:
    month = re.match(r"\d{4}-(\d\d)(?:-(\d\d))?", value)
    if not month or not 1 <= int(month[1]) <= 12:
        return set()
    words = {_MONTHS[int(month[1]) - 1]}
    if month[2]:
        try:
            words.add(date.fromisoformat(value[:10]).strftime("%A").lower())
        except ValueError:
            return words
    return words


def _number_borne_out(word: str, said: set[str]) -> bool:
    return any(f"#{reading:g}" in said for reading in readings(word))


def readings(digits: str) -> set[float]:
    """The numbers that digits with points and commas may mean: 5.000 is 5000 or 5."""
    found: set[float] = set()
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        found.add(float(re.sub(r"[.,]", "", digits)))
    for text in (digits.replace(",", ""), digits.replace(".", "").replace(",", ".")):
        if text.count(".") <= 1:
            found.add(float(text))
    return found
