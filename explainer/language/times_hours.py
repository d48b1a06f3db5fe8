"""Hours said without "o'clock": 'at nine', 'ten to four', 'a quarter past six that evening'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from explainer.language.times_words import CARDINALS, Payload
from explainer.word_set import word_set

_HOURS = [word for word, number in CARDINALS.items() if 1 <= number <= 12 and word != "dozen"]
# What a text with no other word of time must say for this module to find one.
HOUR_SAID = re.compile(
    rf"(?:at|(?:shortly|just|soon) (?:before|after)) (?:{'|'.join(_HOURS[1:])}|twenty)\b",
    re.IGNORECASE,
)

# The day or its part is said too, so that the number can only be an hour.
_OF_DAY = r"(?=@Ip|I?[TtlLxFz]{1,2}p|@[TtxlI]?a|[aD])"
_AT_END = r"(?=$|[,;]|&(?![wdnfIi]))"
_MINUTES = r"(?:iQ|Q|H|w(?:-?w)?U?)"
SPOKEN = re.compile(
    rf"(?P<past>{_MINUTES}L)w(?![-wfQHuU%])|(?P<to>{_MINUTES}2)w(?:{_OF_DAY}|{_AT_END}|(?<=Q2w)(?=[.<>@]))"
    rf"|(?<=[@k])(?:[wdn]{_OF_DAY}|w{_AT_END})"
)
_of_day = re.compile(_OF_DAY).match
_CUES = word_set("at by until till around about before after since from")
# After these "at three" is a place in a row, a score or what something was aimed at.
_NO_HOUR = word_set(
    "look looks looked looking stand stands stood put remain remains remained stay stays stayed "
    "capped peaked estimated valued priced fixed set held kept ranked seeded rated level tied "
    "locked drawn limited aimed pointed shot fired threw shouted laughed count total number age "
    "apart orphaned widowed married pregnant retired emigrated graduated prodigy aged figure rate "
    "is are was were be score deadlocked pegged listed unchanged steady"
)
_PARTS_OF_HOUR = frozenset({5, 10, 15, 20, 25, 30})


def may_be_hours(codes: str) -> bool:
    """False only if `hours` finds none in `codes`."""
    pair = (
        "@w" in codes
        or "kw" in codes
        or "Lw" in codes
        or "2w" in codes
        or "@d" in codes
        or "@n" in codes
    )
    return pair and SPOKEN.search(codes) is not None


Hour = tuple[int, int, str]


def hours(
    codes: str, word: Callable[[int], str], values: Sequence[Payload | date]
) -> Iterator[Hour]:
    """First token, token of the hour, and 'HH:MM' of each hour told without "o'clock".

    `word(i)` is token `i` in lower case and `values[i]` its value; `codes` are those of
    `times_words`.
    """
    for match in SPOKEN.finditer(codes):
        first, hour = match.start(), match.end() - 1
        minutes = _minutes(match, values)
        number = _hour(codes, hour, word, values)
        cued = word(first - 1) in _CUES or "Q" in match[0]
        if minutes is None or number is None or not (cued or match["past"]):
            continue
        if match["past"] or match["to"]:
            score = match["to"] and word(first - 1) in {"by", "from"} and "Q" not in match["to"]
            if word(hour - 1) not in {"past", "to"} or (score and not _of_day(codes, hour + 1)):
                continue
        elif not _is_bare_hour(codes, hour, word):
            continue
        total = int(number * 60) + minutes
        yield first, hour, f"{total // 60:02}:{total % 60:02}"


def _minutes(match: re.Match[str], values: Sequence[Payload | date]) -> int | None:
    """Minutes after the hour, below zero before it; None where the words are no such number."""
    said = match["past"] or match["to"]
    if not said:
        return 0
    first = match.start()
    numbers = [values[k] for k in range(first, first + len(said)) if match.string[k] == "w"]
    if numbers:
        minutes = sum(int(n) for n in numbers if isinstance(n, float))
    else:
        minutes = 30 if "H" in said else 15
    if minutes not in _PARTS_OF_HOUR and "U" not in said:
        return None
    return minutes if match["past"] else -minutes


def _hour(
    codes: str, at: int, word: Callable[[int], str], values: Sequence[Payload | date]
) -> float | None:
    """The hour at token `at`; '9.15' is nine and a quarter."""
    value = values[at]
    if not isinstance(value, int | float):
        return None
    if codes[at] == "n":
        head, _, minute = word(at).partition(".")
        clock = len(minute) == 2 and minute < "60" and head.isdecimal()
        return int(head) + int(minute) / 60 if clock and int(head) < 24 else None
    return value if 1 <= value <= 12 and word(at) != "dozen" else None


def _is_bare_hour(codes: str, at: int, word: Callable[[int], str]) -> bool:
    """Whether the number of 'at nine' can be an hour: what stands around it tells."""
    if _of_day(codes, at + 1):
        return True
    opens = at < 2 or word(at - 2) in {"", '"', "“", ";"}
    if word(at - 1) in {"before", "after"}:
        return word(at - 2) in _CLOSE_TO  # 'shortly before six'
    return word(at - 1) == "at" and not opens and word(at - 2) not in _NO_HOUR


_CLOSE_TO = word_set("shortly just soon")
