"""Where and when a report was filed: "KABUL, Aug 25 (Reuters) -" at the head of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.reading.furniture import AGENCIES
from explainer.source import Span

_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)"
    r"(?:,?\s\d{4})?"
)
_DATELINE = re.compile(
    rf"""
    (?P<place>[A-Z][\w.'’-]*(?:(?:,\s|/|\s)(?!{_DAY})[A-Z][\w.'’-]*){{0,5}})?
    (?:[,.]?\s?\(?(?P<day>{_DAY})\)?)?\.?
    (?:\s?(?:\((?P<agency>[A-Z][\w\s.&/-]{{1,40}})\)|/(?P<slashed>[A-Z]{{2,10}})/\.?))?
    \s?(?P<dash>--|[-–—]|:)?\s+(?=\S)
    """,
    re.VERBOSE,
)
# Words in capitals before a colon that name no town.
_NOT_TOWNS = frozenset(
    {
        "BREAKING", "UPDATE", "EXCLUSIVE", "WATCH", "NOTE", "ANALYSIS", "OPINION", "LIVE",
        "WARNING", "VIDEO", "PHOTOS", "EXPLAINED", "EXPLAINER", "FACT", "CHECK", "Q", "A",
        "QUESTION", "ANSWER", "JOURNALIST", "REPORTER", "HOST", "INTERVIEWER",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dateline:
    """Ends at `end`, dash included; the prose begins at `begin`."""

    end: int
    begin: int
    words: str
    agency: str


def dateline(text: str, unit: Span, *, first: bool) -> Dateline | None:
    """The dateline that opens `unit`; `first` says that no prose stands before it."""
    match = _DATELINE.match(text, unit.start, min(unit.end, unit.start + 150))
    if match is None or not match[0].strip():
        return None
    agency = match["agency"] or match["slashed"] or ""
    place, dash = match["place"] or "", match["dash"]
    if dash is None and not agency:
        return None
    shouted = re.match(r"[A-Z][A-Z.'’ -]{2,}", place) is not None
    if agency:
        known = agency.lower() in AGENCIES or agency.split("/")[0].lower() in AGENCIES
        known = known or (first and shouted and bool(match["day"]) and dash is not None)
        good = known and (dash is not None or match["slashed"] is not None or shouted)
    elif dash == ":":
        good = first and place.isupper() and len(place) > 3 and not _NOT_TOWNS & {*place.split()}
    else:
        opened = text[match.end()].isupper() or text[match.end()] in "\"“'‘"
        long_dash = dash in ("—", "–", "--")
        good = dash is not None and (
            (shouted and place.split(",")[0].isupper() and first)
            or (first and long_dash and opened and len(place.split()) <= 2 and bool(place))
            or (match["day"] is not None and bool(place) and first)
        )
    if not good:
        return None
    end = match.start() + len(match[0].rstrip())
    return Dateline(end, match.end(), match[0], agency)
