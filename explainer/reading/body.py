"""The paragraphs below the head: headings, datelines, captions and their credits."""

from __future__ import annotations

import re

from explainer.reading.dateline import dateline
from explainer.reading.furniture import AGENCIES, is_furniture
from explainer.reading.lines import STOPPED, TITLE_LENGTH, Header, read_plain_meta
from explainer.reading.marks import marks_in, parse_date
from explainer.source import Span

_CAPTION_TAIL = 160

_CREDITED = re.compile(r"[/:][^/:]{2,80}\Z")

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|killed|died|did|does|can|could)\b"
)


def read_body(text: str, chunk: list[Span], found: Header) -> None:
    for unit in _units(text, chunk):
        words = text[slice(*unit)]
        if read_plain_meta(text, unit, words, found):
            continue
        if len(chunk) == 1 and _is_heading(words):
            found.add(*unit, "heading")
            continue
        start = _read_dateline(text, unit, found)
        end = _caption_end(text, Span(start, unit.end))
        found.add(start, end, "paragraph")
        if end < unit.end:
            tail = text[end : unit.end]
            found.learn("credit", tail.strip(" ()[]."))
            found.add(end + len(tail) - len(tail.lstrip()), unit.end, "credit")


def _units(text: str, chunk: list[Span]) -> list[Span]:
    """The paragraphs of a chunk: its lines, or the whole where lines run on."""
    if len(chunk) == 1:
        return chunk
    kept = [line for line in chunk if not is_furniture(text[slice(*line)])]
    running = [line for line in kept[:-1] if not STOPPED.search(text[line.end - 6 : line.end])]
    if len(kept) < len(chunk) or 2 * len(running) < len(kept):
        return chunk
    return [Span(chunk[0].start, chunk[-1].end)]


def _is_heading(words: str) -> bool:
    """A short line alone that states nothing."""
    if words.startswith("#"):
        return len(words) <= TITLE_LENGTH
    return (
        len(words.split()) <= 8
        and len(words) <= 80
        and (words[0].isupper() or words[0].isdigit())
        and re.search(r"[.!?:;,…\"”'’)\]]$", words) is None
        and not _VERB.search(words)
        and "\t" not in words
        and "|" not in words
    )


def _read_dateline(text: str, unit: Span, found: Header) -> int:
    """Where the prose of `unit` begins, after a dateline if it has one."""
    line = dateline(text, unit, first=not found.has_prose)
    if line is None:
        return unit.start
    found.learn("published", parse_date(line.words))
    found.learn("publisher", AGENCIES.get(line.agency.lower()))
    found.add(unit.start, line.end, "dateline")
    return line.begin


def _caption_end(text: str, unit: Span) -> int:
    """Where a caption ends and its credit begins; the end of `unit` where there is none."""
    near = max(unit.start, unit.end - _CAPTION_TAIL)
    if not _CREDITED.search(text, near, unit.end):
        return unit.end
    marks = marks_in(text, near, unit.end)
    if not marks or marks[-1].kind != "credit" or marks[-1].name == "byline":
        return unit.end
    before = text[unit.start : marks[-1].start].rstrip().rstrip("([").rstrip()
    if text[marks[-1].end : unit.end].strip(" )].") or not STOPPED.search(before[-3:]):
        return unit.end
    return unit.start + len(before)
