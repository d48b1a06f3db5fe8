"""The marks a news page sets around its text: dates, outlets, bylines, credits, buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from explainer.source import BlockKind

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?)"
_DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH}[\s,-]{{1,2}}\d{{4}}"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
)
_ZONE = r"(?:[A-Z]{2,4}(?:[+-]\d{1,2}(?::?\d\d)?)?|Z|[+-]\d\d:?\d\d|UK\stime|local\stime)"
_CLOCK = (
    r"(?:\d{1,2}[:.h]\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
    rf"(?:\s?\(?{_ZONE}\b\)?)?"
)
STAMP = (
    rf"(?:{_CLOCK}[\s,|·-]{{1,3}})?(?:{_WEEKDAY},?\s)?{_DATE}"
    rf"(?:(?:T|\s?[,|·–—-]?\s?(?:at\s)?){_CLOCK})?"
)
_DATE_LABEL = (
    r"(?:(?:last\s|first\s)?(?:published|updated|modified|posted|created)(?:\s(?:on|at|time|date))?"
    r"|date|publication\sdate|issued)"
)
_AGENCY = (
    r"(?:AP\sPhoto|AP|AFP|Reuters|REUTERS|Getty\sImages|Getty|EPA(?:-EFE)?|EFE|DPA|dpa|Xinhua|"
    r"Anadolu(?:\sAgency)?|ANSA|TASS|Sputnik|RIA\sNovosti|PTI|ANI|Tanjug|Beta|Shutterstock|iStock|"
    r"Alamy|PA\sWire|PA\sMedia|PA\sImages|NurPhoto|Bloomberg|Kyodo|Yonhap|SIPA|Magnum"
    r"|Wikimedia\sCommons)"
)
_NAMES = (
    r"[A-Z][\w.'’-]*(?:\s(?!(?:The|A|An|In|On|At|It|He|She|They|We|But|And|For|As|This|That"
    r"|After)\b)"
    r"[A-Z][\w.'’-]*){0,3}"
)
_BUTTON = (
    r"(?:Tweet|Share(?:\sthis(?:\s(?:article|story|page))?|\s(?:on|via)\s\w+)?|Shares?|E-?mail"
    r"|Print|Save|"
    r"Facebook|Twitter|WhatsApp|LinkedIn|Pinterest|Reddit|Telegram|Messenger|Copy\slink|Copy|Link|"
    r"Comments?(?:\s\(\d+\))?|Like|Bookmark|Listen|Follow(?:\sus)?(?:\son\s\w+)?|Subscribe"
    r"|Sign\sup|"
    r"Log\s?in|Gift|Advertisement|ADVERTISEMENT|SHARE|PRINT|EMAIL|TWEET)"
)
_MARK = re.compile(
    rf"""
    (?<!\w)(?=[\w.-])(?:
    (?P<date>\b(?i:{_DATE_LABEL})\s?[:|]?\s+{STAMP}(?![\w/-]))
    |(?P<stamp>\b{STAMP}(?![\w/-]))
    |(?P<source>\b(?:Source|SOURCE|Publisher|Outlet|Izvor)\s?:\s*(?P<outlet>[A-Z0-9][\w.&'’-]*
        (?:\s(?!{_WEEKDAY}\b|{_MONTH}\s\d|{_BUTTON}\b|By\b|Photo\b|Author\b)(?:[A-Z][\w.&'’-]*|of
        |the|and)){{0,5}}))
    |(?P<share>\b{_BUTTON}(?:[\s|·•,]+{_BUTTON})*\b)
    |(?P<credit>(?:[\w.-]+/){{0,3}}\b(?:{_AGENCY})(?:/{_NAMES})+|(?:{_NAMES}/){{1,3}}{_AGENCY}\b
        |\b(?:Photo(?:graph)?(?:\ by|\ credit)?|Image(?:\ credit)?|Picture|Credit
        |Foto)\s?:\s*{_NAMES}(?:/{_NAMES})*)
    |(?P<byline>\b(?:By|BY|Written\ by|Reported\ by|Author:|Byline:)\s(?P<author>{_NAMES}
        (?:(?:,|\sand|\s&)\s{_NAMES})*)(?=\s*(?:$|[|·•\n\r]|,\s|{STAMP}|Source:|{_BUTTON}\b))))
    """,
    re.VERBOSE,
)
_FOUR_FIGURES = re.compile(r"\d{4}")
_words_of = re.compile(r"[A-Za-z]+").findall
# Every mark has four figures in a row, a colon, a slash, or one of these words.
_MARK_WORDS = frozenset(
    _words_of(
        "Tweet Share Shares Email mail Print Save Facebook Twitter WhatsApp LinkedIn Pinterest "
        "Reddit Telegram Messenger Copy Link Comment Comments Like Bookmark Listen Follow "
        "Subscribe Sign Log Login Gift Advertisement ADVERTISEMENT SHARE PRINT EMAIL TWEET By BY "
        "Written Reported"
    )
)
_KIND: dict[str, BlockKind] = {
    "date": "dateline",
    "stamp": "dateline",
    "source": "furniture",
    "share": "furniture",
    "credit": "credit",
    "byline": "credit",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that is no prose: what it is (`name`), and the outlet, author or date it gives."""

    start: int
    end: int
    name: str
    value: str

    @property
    def kind(self) -> BlockKind:
        return _KIND[self.name]


def marks_in(text: str, start: int, end: int) -> list[Mark]:
    """Marks in `text[start:end]`, in order."""
    found: list[Mark] = []
    if not _may_hold_mark(text[start:end]):
        return found
    for match in _MARK.finditer(text, start, end):
        name = match.lastgroup or ""
        name = {"outlet": "source", "author": "byline"}.get(name, name)
        value = match["outlet"] or match["author"] or match[0]
        found.append(Mark(match.start(), match.end(), name, value))
    return found


def _may_hold_mark(words: str) -> bool:
    if ":" in words or "/" in words or _FOUR_FIGURES.search(words):
        return True
    return not _MARK_WORDS.isdisjoint(_words_of(words))


def parse_date(text: str) -> date | None:
    """The first calendar date written in `text`; None where day and month cannot be told."""
    if iso := re.search(r"\b(\d{4})-(\d\d)-(\d\d)", text):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if named := re.search(rf"({_MONTH})\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}})", text):
        return _date(int(named[3]), _MONTHS[named[1][:3].lower()], int(named[2]))
    if named := re.search(
        rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]({_MONTH})[\s,-]{{1,2}}(\d{{4}})", text
    ):
        return _date(int(named[3]), _MONTHS[named[2][:3].lower()], int(named[1]))
    if plain := re.search(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})", text):
        return _day_month(int(plain[1]), int(plain[3]), int(plain[4]), pointed=plain[2] == ".")
    return None


def _day_month(first: int, second: int, year: int, *, pointed: bool) -> date | None:
    """Points put the day first; with slashes only a number above 12 tells."""
    if pointed or first > 12 or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
