"""When an event was, in words no more exact than the text; and how that was got from it."""

from __future__ import annotations

import re
from datetime import date

from explainer.language.times_values import said
from explainer.language.times_words import MONTHS, ORDINALS
from explainer.mention import TimeMention

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning of", "MI": "middle of", "AF": "afternoon of", "EV": "evening of",
          "NI": "night of", "DT": "daytime of"}  # fmt: skip
_STAGES = {"START": "early", "MID": "mid-", "END": "late"}
_ABOUT = frozenset({"APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
_ISO = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b")
_NAMES = {number: word for word, number in ORDINALS.items()}


def is_about(time: TimeMention) -> bool:
    """Whether the text says the time is no more than approximate."""
    return time.modifier in _ABOUT


def when_of(time: TimeMention, days: str) -> str:
    """'the late 1980s', 'spring 2021', 'evening of 11 March 2024'; `days` are the first and last
    day in words, and stand where the text is as exact as they are."""
    words = _period(time, days)
    stage = _STAGES.get(time.modifier or "", "")
    if stage and time.precision in ("day", "part of day"):
        words = f"{stage} on {words}" if stage != "mid-" and time.precision == "day" else words
    elif stage:
        the = "the " if words.startswith("the ") else ""
        words = f"{the}{stage}{'' if stage == 'mid-' else ' '}{words.removeprefix('the ')}"
    return f"about {words}" if is_about(time) else words


def _period(time: TimeMention, days: str) -> str:
    value, year = time.value, time.value[:4]
    if time.precision == "season":
        name = _SEASONS[value[5:7]]
        over = f"–{(int(year) + 1) % 100:02}" if name == "winter" else ""
        return f"{name} {year}{over}"
    if time.precision in ("quarter", "half"):
        return f"the {_NAMES[int(value[6])]} {time.precision} of {year}"
    if time.precision == "week":
        return f"the week of {days}"
    if time.precision == "weekend":
        return f"the weekend of {days}"
    if time.precision == "century":
        return f"the {_ordinal(int(value) + 1)} century"
    if time.precision == "part of day":
        return f"{_PARTS[value[11:13]]} {days}"
    return f"{days}, {value[11:16]}" if time.precision == "minute" else days


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number in (11, 12, 13) else ending}"


def how_got(time: TimeMention) -> str:
    """'from “last week”, counted from the publication date 25 August 2021'."""
    rule = time.rule
    if time.begin and time.end_day and time.anchored:
        rule = rule.removesuffix(f": {_days(time)}")
    if not time.anchored and (rule.startswith("the ") or rule.endswith("as the calendar gives it")):
        return f"from “{time.text}”, as written"
    rule = re.sub("the year of '.*' is", "the year is", _ISO.sub(_in_words, rule))
    if rule.startswith("'") and "' " in rule:
        rest = rule[rule.index("' ") + 2 :].removeprefix("is ")
        return f"from “{time.text}”, {rest}"
    return f"from “{time.text}”: {rule}"


def _days(time: TimeMention) -> str:
    return said(date.fromisoformat(time.begin or ""), date.fromisoformat(time.end_day or ""))


def _in_words(match: re.Match[str]) -> str:
    year, month, day = match[1], int(match[2]), match[3]
    if not 1 <= month <= 12:
        return match[0]
    return f"{int(day)} {MONTHS[month - 1]} {year}" if day else f"{MONTHS[month - 1]} {year}"
