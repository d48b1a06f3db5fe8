"""The words and numbers of a short text; number words joined to one token each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from explainer.quiz.check.lexicon import (
    COUNTERS,
    DECADES,
    MONTHS,
    ORDINALS,
    SCALES,
    SEASONS,
    SUFFIXES,
    UNITS,
    WEEKDAYS,
)

Atom = tuple[str, float]  # ("number", 9.0), ("ordinal", 40.0), ("decade", 1980.0), ("month", 8.0)

_TOKEN = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]*\d)|"
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])|[^\W\d_]+(?:[-'’][^\W\d_]+)*|%|_{2,}",
    re.U,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written, where, in one form; `atom` if it stands for a number or a time."""

    start: int
    end: int
    text: str
    form: str
    atom: Atom | None
    capital: bool


def tokens_of(text: str) -> list[Token]:
    return _join_numbers([_token(match) for match in _TOKEN.finditer(text)])


@lru_cache(maxsize=16384)
def form(word: str) -> str:
    """A word without its endings: crude, but the same for forms of one word."""
    word = re.sub(r"['’]s?$", "", word.casefold())
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    if len(word) > 3:  # "inn" is not "in"
        word = re.sub(r"([^aeiouls])\1$", r"\1", word)
    return re.sub(r"(?<=..)[eyi]$", "", word)


def digits_value(text: str) -> float | None:
    """The number written in digits, with any notation for thousands."""
    text = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+[.,]\d+|\d+", text):
        return float(text.replace(",", "."))
    return None


def _token(match: re.Match[str]) -> Token:
    text = match.group()
    return Token(match.start(), match.end(), text, form(text), _atom(text), text[0].isupper())


def _atom(text: str) -> Atom | None:
    low = re.sub(r"['’]s?$", "", text.casefold())  # "Thursday's ruling"
    if low[0].isdigit():
        if low.endswith(("st", "nd", "rd", "th")):
            return ("ordinal", float(low[:-2].replace(",", "").replace(".", "")))
        if low.endswith("s"):
            return ("decade", float(low[:-1].replace(",", "").replace(".", "")))
        value = digits_value(low)
        return None if value is None else ("number", value)
    if low in DECADES:
        return ("decade", DECADES[low])
    for kind, table in (("number", UNITS), ("number", COUNTERS), ("ordinal", ORDINALS),
                        ("weekday", WEEKDAYS)):  # fmt: skip
        if low in table:
            return (kind, table[low])
    if low in MONTHS and text[0].isupper():
        return ("month", MONTHS[low])
    if low in SEASONS and low != "fall":
        return ("season", SEASONS[low])
    if low.startswith(("mid-", "early-", "late-")):
        return _atom(text.partition("-")[2])
    if "-" in low:
        tens, _, unit = low.partition("-")
        if tens in UNITS and unit in UNITS and UNITS[tens] >= 20:
            return ("number", UNITS[tens] + UNITS[unit])
    return None


def _join_numbers(tokens: list[Token]) -> list[Token]:
    """Runs such as "one hundred thousand" or "2.5 million" become one token."""
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        low = token.text.casefold()
        following = [t.text.casefold() for t in tokens[index + 1 : index + 3]]
        if low == "half" and following[:1] == ["a"] and following[-1] in SCALES:
            last = tokens[index + 2]
            value = SCALES[last.text.casefold()] / 2
            out.append(Token(token.start, last.end, "half a " + last.text, "half",
                             ("number", value), False))  # fmt: skip
            index += 3
            continue
        begins = token.atom is not None and token.atom[0] == "number"
        if begins or (low in SCALES):
            end, value = _run(tokens, index)
            if end > index + 1 or low in SCALES:
                last = tokens[end - 1]
                kind = "number"
                text = " ".join(t.text for t in tokens[index:end])
                out.append(Token(token.start, last.end, text, form(text), (kind, value), False))
                index = end
                continue
        out.append(token)
        index += 1
    return [
        replace(t, atom=None) if _is_pronoun(t, out[max(0, i - 1) : i], out[i + 1 : i + 2]) else t
        for i, t in enumerate(out)
    ]


def _run(tokens: list[Token], index: int) -> tuple[int, float]:
    total, current, start = 0.0, 0.0, index
    while index < len(tokens):
        token = tokens[index]
        low = token.text.casefold()
        if low in SCALES:
            scale = SCALES[low]
            current = (current or 1.0) * scale
            if scale >= 1e3:
                total, current = total + current, 0.0
        elif token.atom and token.atom[0] == "number" and low not in COUNTERS:
            if index > start and not _continues(tokens[index - 1], token):
                break
            current += token.atom[1]
        elif (
            low == "and"
            and index > start
            and index + 1 < len(tokens)
            and (
                tokens[index - 1].text.casefold() in SCALES
                and tokens[index + 1].text.casefold() in UNITS
            )
        ):
            pass
        else:
            break
        index += 1
    return index, total + current


def _continues(before: Token, token: Token) -> bool:
    word = before.text.casefold()
    if word in SCALES or word == "and":
        return token.text.casefold() in UNITS or (word in SCALES and "-" in token.text)
    value = UNITS.get(word, 0.0)
    return value >= 20 and token.atom is not None and token.atom[1] < 10


def _is_pronoun(token: Token, before: list[Token], following: list[Token]) -> bool:
    """ "one of them", "both of them" count nothing."""
    return token.text.casefold() in ("one", "both", "half", "once") and (
        token.text.casefold() != "one"
        or any(t.text == "of" for t in following)
        or any(t.text.casefold() in ("the", "this", "that", "which") for t in before)
    )
