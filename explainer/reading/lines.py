"""Lines of a page that are nothing but what they say of themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from explainer.reading.furniture import AGENCIES, is_credit, is_furniture
from explainer.reading.marks import Mark, marks_in, parse_date
from explainer.reading.masthead import masthead
from explainer.source import PROSE, Block, BlockKind, Span

STOPPED = re.compile(r"[.!?…:;][\"'”’)\]]*$")

TITLE_LENGTH = 200


@dataclass
class Header:
    """Blocks of the text, and the fields of Source found in it."""

    blocks: list[Block] = field(default_factory=list)
    has_prose: bool = False
    fields: dict[str, Any] = field(default_factory=dict)

    def add(self, start: int, end: int, kind: BlockKind) -> None:
        self.blocks.append(Block(start, end, kind))
        self.has_prose = self.has_prose or kind in PROSE

    def learn(self, name: str, value: Any) -> None:
        """The first word on a field stands."""
        if value and name not in self.fields:
            self.fields[name] = value


def read_plain_meta(text: str, line: Span, words: str, found: Header) -> bool:
    """A line that is nothing but furniture, a credit, or marks."""
    if is_furniture(words):
        if words.startswith("http") and not found.has_prose:
            found.learn("address", words)
        found.add(*line, "furniture")
        return True
    if is_credit(words):
        found.learn("credit", words if "photo" in words.lower() else None)
        found.add(*line, "credit")
        return True
    sentence = len(words) > 60 and words.endswith(".")
    marks = [] if sentence or len(words) > TITLE_LENGTH else marks_in(text, *line)
    if marks and (is_covered(text, line, marks) or is_byline(text, line, marks)):
        for mark in marks:
            learn_mark(mark, found)
        if marks[0].name == "byline":
            found.learn("publisher", AGENCIES.get(words.rpartition(", ")[2].lower()))
        found.add(*line, marks[0].kind)
        return True
    return not found.has_prose and _read_masthead(line, words, found)


def _read_masthead(line: Span, words: str, found: Header) -> bool:
    head = masthead(words, after_title="title" in found.fields)
    if head is None:
        return False
    found.learn("publisher", head.outlet)
    found.learn("published", head.day)
    found.add(*line, "dateline")
    return True


def is_covered(text: str, line: Span, marks: list[Mark]) -> bool:
    at = line.start
    for mark in [*marks, Mark(line.end, line.end, "", "")]:
        if any(c.isalnum() for c in text[at : mark.start]):
            return False
        at = mark.end
    return True


def is_byline(text: str, line: Span, marks: list[Mark]) -> bool:
    words = text[slice(*line)]
    return (
        marks[0].name == "byline"
        and marks[0].start == line.start
        and len(words.split()) <= 14
        and not STOPPED.search(words)
    )


def learn_mark(mark: Mark, found: Header) -> None:
    if mark.name in ("date", "stamp"):
        found.learn("published", parse_date(mark.value))
    elif mark.name == "source":
        found.learn("publisher", mark.value)
    elif mark.name == "credit":
        found.learn(
            "credit",
            re.sub(r"^(?:photo|image|picture|credit|foto)[^:]*:\s*", "", mark.value, flags=re.I),
        )
    elif mark.name == "byline":
        agency = AGENCIES.get(mark.value.lower())
        found.learn("publisher" if agency else "author", agency or _without_agency(mark.value))


def _without_agency(author: str) -> str:
    name, _, last = author.rpartition(", ")
    return name if name and last.lower() in AGENCIES else author
