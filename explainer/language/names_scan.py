"""Runs of capitalised words: where names may stand."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from explainer.language import names_words as w
from explainer.language.names_words import CALENDAR, MAY_BEGIN, OF_HEADS, OPENERS
from explainer.source import Block, Source


def _capitals() -> str:
    """A regex class of the capital letters of Latin, Greek and Cyrillic scripts."""
    low = [c for c in map(chr, range(0xC0, 0x530)) if unicodedata.category(c) == "Lu"]
    high = [c for c in map(chr, range(0x1E00, 0x1F00)) if unicodedata.category(c) == "Lu"]
    return "[A-Z" + "".join(low + high) + "]"


U = _capitals()
Token = tuple[int, int, str]
ABBREVIATIONS = (
    "Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pvt|Adm|Cmdr|Brig|Supt|Sen|Rep|Gov|Pres|Prof|Dr|Mr|Mrs|Ms|Mx|Rev|"
    "Fr|Hon|St|Ste|Mt|Ft|Jr|Sr|Inc|Ltd|Co|Corp|Bros|Smt|Messrs|Insp|Det|Sec|Amb"
)
# "People's Party", "Lord's Resistance Army": words whose possessive begins a name.
OWNERS = (
    "Cox|People|Women|Men|Children|Lord|King|Queen|Workers|Farmers|Teachers|Mother|Father|Lloyd|Land|"
    "Sheriff|President|Prosecutor|Coroner|Governor|Mayor|Veterans|Writers|Soldiers|General|Levi|"
    "Martha|Macy|Moody|Christie|Sotheby|John|George|James|Mary|Thomas|Andrew|Bartholomew"
)
TOKEN = (
    rf"(?:Secretary of (?:State|Defen[cs]e)|Chief of Staff"
    rf"|Chief (?:Executive|Operating|Financial|Medical)(?: Officer)?\b"
    rf"|(?:{U}\.-?){{2,}}|{U}\.(?=[ \xa0]?{U})|(?:{ABBREVIATIONS})\.(?!\w)"
    rf"|(?:{OWNERS}|{U}[a-z]+(?:men|people))['’]s(?=[ \xa0]{U})"
    rf"|{U}[a-z]+(?:ers|ors|ants|ists|ents|ees)['’](?=[ \xa0]{U})"
    rf"|(?<=[t.][ \xa0]){U}[a-z]+['’]s(?=[ \xa0]{U})"  # "St. Peter's Basilica"
    rf"|{U}[a-z]+-(?:ye|[ei])(?=[ \xa0]['’]?{U})"  # "Mazar-e Sharif"
    rf"|['’]{U}[a-z]+(?=[ \xa0](?:[Dd]istrict|[Pp]rovince))"  # "Nad 'Ali district"
    rf"|\d+(?:st|nd|rd|th)(?=[ \xa0]{U})"
    rf"|(?:[dl]['’]|(?:al|el|ul|an|as|ar|at|az|ad|ash|es)-)?{U}\w*(?:[-‐‑]\w+|['’](?!s\b)\w+)*(?![\w$]))"
)
PARTS = (
    "de la|de los|de las|van der|van den|van de|von der|de|del|della|der|den|di|da|do|dos|das|du|"
    "la|le|van|von|zu|zur|ter|ten|bin|bint|ibn|al|el|ul|y|e|es|wa|af|av|d[ae]s|upon|an der"
    r"|am(?=[ \xa0](?:Main|Rhein|Neckar|Inn|See)\b)"
)
RUN = re.compile(
    rf"(?<![\w@#$.])(?<![^A-Z]/)(?=[{U[1:-1]}\ddlaeu])(?<!\w[-‐‑]){TOKEN}"
    rf"(?:(?:[ \xa0]|[ ]?\n(?!\s))(?:(?:{PARTS}|[\"“‘(]{U}\w+[\"”’)])[ \xa0])?{TOKEN}"
    rf"|[ ]&[ ]{TOKEN}){{0,11}}"
)
TOKENS = re.compile(TOKEN + r"|[^\s]+")
_OF = frozenset({"of", "of the", "for", "for the"})
# Tokens of a run beyond which nothing more is joined on.
LONGEST = 12
_SUNNY = frozenset({"Belt", "Valley", "City", "Prairie", "Microsystems"})
_NEVER_ALONE = OPENERS | CALENDAR
_CONTRACTED = re.compile(
    r"(?:I|He|She|It|We|They|You|That|There|Who|What|Here|How|Where|One|Nobody)['’](?:d|ve|ll|re|m|s)"
    r"|\w+n['’]t"
)
_QUOTES = "\"'“”‘’«»„([—–-*• \t\xa0"
# What joins two runs to one name, as tokens: "of the" is one, of ", and" the comma and the word.
_BETWEEN = re.compile(r",|\w(?:[\w ]*\w)?")
_TWINS = {("Fire", "Rescue"), ("Search", "Rescue"), ("Health", "Safety"), ("Tyne", "Wear"),
          ("Devon", "Cornwall"), ("Ambulance", "Rescue"), ("Food", "Drug")}  # fmt: skip
_GAPS = frozenset({" of ", " of the ", " for ", " for the ", " on ", " of\n"})


@dataclass(slots=True)
class Run:
    """Tokens as (start, end, text); `initial` where any word would have a capital."""

    tokens: list[tuple[int, int, str]]
    initial: bool

    @property
    def start(self) -> int:
        return self.tokens[0][0]

    @property
    def end(self) -> int:
        return self.tokens[-1][1]


def runs(source: Source, blocks: list[Block]) -> Iterator[Run]:
    """The runs of these blocks, cut where a sentence must have begun inside one and freed of the
    words that only begin a sentence."""
    text = source.text
    for block in blocks:
        held: Run | None = None
        for match in RUN.finditer(text, block.start, block.end):
            word = match[0]
            if word in _NEVER_ALONE or (len(word) < 10 and _CONTRACTED.fullmatch(word)):
                continue
            opens = _initial(text, match.start(), block.start)
            for run in _cut(_tokens(match), opens, text):
                if held and _joins(held, text[held.end : run.start], run):
                    between = _BETWEEN.finditer(text, held.end, run.start)
                    gap = [(*part.span(), part[0]) for part in between]
                    held.tokens = [*held.tokens, *gap, *run.tokens]
                    continue
                if held:
                    yield held
                held = run
        if held:
            yield held


def _tokens(match: re.Match[str]) -> list[tuple[int, int, str]]:
    base, found = match.start(), match.group()
    if " " not in found and "\n" not in found and "\xa0" not in found and "." not in found:
        return [(base, match.end(), sys.intern(found))]
    return [(base + t.start(), base + t.end(), t.group()) for t in TOKENS.finditer(found)]


def _initial(text: str, start: int, floor: int) -> bool:
    at = start - 1
    while at >= floor and text[at] in _QUOTES:
        at -= 1
    return at < floor or text[at] in ".!?:…\n"


def _is_name(tokens: list[tuple[int, int, str]], index: int, first: int, text: str) -> bool:
    """Whether a month is somebody's name: "Theresa May", "Jan Ruud"; not "Kabul May 5"."""
    word = tokens[index][2]
    if word == "May" and index > first:
        follows = text[tokens[index][1] : tokens[index][1] + 3].lstrip(", ")
        return not follows[:1].isdigit()
    after = tokens[index + 1][2] if index + 1 < len(tokens) else ""
    if word == "Sun" and index + 1 < len(tokens) and tokens[index + 1][2] in _SUNNY:
        return True
    if word == "Sun" and index > first and not after:
        return text[tokens[index][1] : tokens[index][1] + 3].lstrip(", ")[:1].isalpha()
    return word == "Jan" and bool(after) and after not in CALENDAR and after not in OPENERS


def _nickname(tokens: list[tuple[int, int, str]], index: int, first: int) -> bool:
    """Whether words in marks stand inside a person's name: 'Ferdinand "Bongbong" Marcos'."""
    if index == first or index + 1 == len(tokens):
        return False
    words = w.word_lists()
    before, after = tokens[index - 1][2], tokens[index + 1][2]
    return before in words.first and after.lower() not in words.common


def _cut(tokens: list[tuple[int, int, str]], initial: bool, text: str) -> Iterator[Run]:
    if len(tokens) > 2 and " ".join(t[2] for t in tokens) in w.KNOWN_ORGANISATIONS:
        yield Run(tokens, initial)
        return
    first = 0
    for index, (_, _, word) in enumerate(tokens):
        if word[0] in '"“‘(' and not _nickname(tokens, index, first):
            if index > first:
                yield Run(tokens[first:index], initial and first == 0)
            first = index + 1
            continue
        if word in CALENDAR and _is_name(tokens, index, first, text):
            continue
        if word in CALENDAR or (word in OPENERS and (index == first or word not in MAY_BEGIN)):
            if index == first and word in MAY_BEGIN and len(tokens) > 1:
                continue
            if word == "Said" and index > first:
                continue  # a name: "Port Said", "Edward Said"
            if word == "The" and tokens[index + 1 : index + 2] and tokens[index + 1][2] == "Hague":
                continue
            if index > first:
                yield Run(tokens[first:index], initial and first == 0)
            first = index + 1
    if first < len(tokens):
        yield Run(tokens[first:], initial and first == 0)


def _joins(run: Run, gap: str, after: Run) -> bool:
    """Whether "of" or "and" goes on a name: "Ministry | of | Health | and | Social Care"."""
    if after.initial or len(run.tokens) > LONGEST:
        return False
    head = run.tokens[-1][2]
    if gap in _GAPS:
        if head in OF_HEADS:
            return True
        return head in w.PLACE_OF and gap.startswith(" of")
    if gap == " at ":
        return run.tokens[0][2] == "University" and len(run.tokens) > 2 and len(after.tokens) < 3
    if gap == " in ":
        return any(t[2] == "for" for t in run.tokens) and run.tokens[0][2] in OF_HEADS
    if gap == " and " and (head, after.tokens[0][2]) in _TWINS:
        return True
    if gap in (" and ", ", ", ", and ") and len(after.tokens) <= 3:
        return _joins_and(run, after, gap)
    return False


def _joins_and(run: Run, after: Run, gap: str) -> bool:
    """ "Department of Health | and | Social Care", "National Transport | and | Safety Authority":
    common words only, so that two names are not taken for one."""
    common = w.word_lists().common
    words = [t[2] for t in run.tokens]
    plain = all(t[2].lower() in common and t[2] not in w.TITLES for t in after.tokens)
    last = after.tokens[-1][2]
    if any(a in OF_HEADS and b in _OF for a, b in pairwise(words)):
        kosovo = words[0] == "Office" and len(after.tokens) == 1
        return (plain or kosovo) and last not in w.ORGANISATIONS and last not in w.ORG_HEADS
    if gap[0] == "," or last not in w.ORG_HEADS or len(after.tokens) < 2 or not plain:
        return False
    if words[-1] in w.ORG_HEADS or words[-1] in w.ORGANISATIONS or run.initial:
        return False
    return all(x.lower() in common for x in words)
