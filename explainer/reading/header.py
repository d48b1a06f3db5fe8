"""What a text says of itself: title, outlet, date, credit; and which stretches are prose."""

from __future__ import annotations

import re

from explainer.language.sentences import pieces
from explainer.reading.body import read_body
from explainer.reading.furniture import label_of, outlet_in_title
from explainer.reading.lines import (
    STOPPED,
    TITLE_LENGTH,
    Header,
    is_byline,
    is_covered,
    learn_mark,
    read_plain_meta,
)
from explainer.reading.marks import Mark, marks_in, parse_date
from explainer.reading.masthead import masthead
from explainer.source import Block, BlockKind, Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")

_RUN_LENGTH = 1500

_HEAD_LINES = 12

# In a sentence-case title a capital opener before a small word begins the lead.
_GLUED_LEAD = re.compile(
    r"(?<=[a-z0-9'’)])\s(?=(?:The|A|An|In|On|After|Despite|As|It|He|She|They|At|With|This|There|"
    r"While|When|More|Some)\s[a-z])"
)


def find(text: str) -> Header:
    """Blocks of `text` in order, covering all but white space, and the fields found in it."""
    chunks = _chunks(text)
    found = Header()
    rest = _read_head(text, chunks, found)
    for chunk in rest:
        read_body(text, chunk, found)
    if not found.has_prose:
        # Nothing but a header: then it is what the text says.
        found.blocks = [Block(c[0].start, c[-1].end, "paragraph") for c in chunks]
    return found


def _chunks(text: str) -> list[list[Span]]:
    """Lines trimmed of white space, grouped between blank lines."""
    chunks: list[list[Span]] = []
    last = -1
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        between = text[last:start] if last >= 0 else ""
        if (
            last < 0
            or max(between.count("\n"), between.count("\r"), between.count("\u2029") * 2) > 1
        ):
            chunks.append([])
        last = start + len(stripped)
        chunks[-1].append(Span(start, last))
    return chunks


def _read_head(text: str, chunks: list[list[Span]], found: Header) -> list[list[Span]]:
    """Reads lines that say what they are, from the top; returns the chunks that are left."""
    lines = [(c, i) for c in range(min(len(chunks), _HEAD_LINES)) for i in range(len(chunks[c]))]
    for at, (c, i) in enumerate(lines[:_HEAD_LINES]):
        ahead = [chunks[d][j] for d, j in lines[at + 1 : at + 3]]
        blank_after = i + 1 == len(chunks[c])
        if not _read_head_line(text, chunks[c][i], ahead, blank_after, found):
            return [chunks[c][i:], *chunks[c + 1 :]]
    done = lines[:_HEAD_LINES][-1] if lines else (0, -1)
    left = chunks[done[0]][done[1] + 1 :] if chunks else []
    return ([left] if left else []) + chunks[done[0] + 1 :]


def _read_head_line(
    text: str, line: Span, ahead: list[Span], blank_after: bool, found: Header
) -> bool:
    """Whether `line` belongs to the head; if so it is read."""
    words = text[line.start : line.end]
    if label := label_of(words):
        _read_label(line, label, found)
        return True
    if read_plain_meta(text, line, words, found) or _read_run(text, line, found):
        return True
    next_is_meta = bool(ahead) and _is_meta(text, ahead[0])
    if "title" not in found.fields and ahead and _like_title(words):
        longer = ahead[0].end - ahead[0].start > 1.5 * len(words)
        outlet_next = len(ahead) > 1 and _is_outlet(text, *ahead[:2])
        lead_next = len(ahead) > 1 and _is_lead(text, *ahead[:2])
        if (
            blank_after
            or next_is_meta
            or outlet_next
            or lead_next
            or (longer and STOPPED.search(text[slice(*ahead[0])]))
        ):
            _read_title(text, line, ahead[0], blank_after, found)
            return True
    if "title" in found.fields and not found.has_prose and ahead and _is_stamp(text, ahead[0]):
        if "publisher" not in found.fields and _is_outlet(text, line, ahead[0]):
            head = masthead(text[slice(*ahead[0])], after_title=True)
            found.learn("publisher", None if head and head.outlet else words.strip())
            found.add(*line, "furniture")
            return True
        found.add(*line, "lead")
        return True
    return False


def _is_lead(text: str, line: Span, after: Span) -> bool:
    """Whether a line between title and date is a second title: short, with no stop."""
    short = line.end - line.start <= TITLE_LENGTH
    return short and not STOPPED.search(text[slice(*line)]) and _is_stamp(text, after)


def _is_outlet(text: str, line: Span, after: Span) -> bool:
    """Whether a line between title and date is the name of a newspaper: few words, all but the
    small ones capitalised, no stop."""
    words = text[slice(*line)].strip()
    return (
        _is_stamp(text, after)
        and len(words) <= 50
        and words[-1:].isalpha()
        and 0 < len(words.split()) <= 5
        and all(w[0].isupper() or w in ("of", "the", "and", "de") for w in words.split())
    )


def _read_label(line: Span, label: tuple[str, str], found: Header) -> None:
    name, value = label
    if name == "published":
        found.learn(name, parse_date(value))
    elif name == "publisher" and (head := masthead(value, after_title=True)):
        found.learn(name, head.outlet or value.rpartition(",")[0])
        found.learn("published", head.day)
    elif name != "section":
        found.learn(name, value)
    kinds: dict[str, BlockKind] = {"title": "title", "author": "credit", "credit": "credit"}
    found.add(*line, kinds.get(name, "dateline" if name == "published" else "furniture"))


def _is_meta(text: str, line: Span) -> bool:
    titled = Header(fields={"title": "above"})
    return read_plain_meta(text, line, text[slice(*line)], titled) or (
        label_of(text[slice(*line)]) is not None
    )


def _is_stamp(text: str, line: Span) -> bool:
    """Whether the line is a date or a byline, before which only a lead stands."""
    if masthead(text[slice(*line)], after_title=True):
        return True
    marks = marks_in(text, line.start, min(line.end, line.start + TITLE_LENGTH))
    dated = bool(marks) and marks[0].kind == "dateline" and is_covered(text, line, marks)
    return dated or (bool(marks) and is_byline(text, line, marks))


def _like_title(words: str) -> bool:
    return (
        len(words) <= TITLE_LENGTH
        and any(c.isalpha() for c in words)
        and not re.search(r"[.:;,][\"'”’)\]]*$|^[-*•|]", words)
        and not re.search(r"[a-z]{3}\.\s+[A-Z]|[.,]\s?[\"”]\s", words)
        and "\t" not in words
    )


def _read_title(text: str, line: Span, ahead: Span, blank_after: bool, found: Header) -> None:
    words, following = text[slice(*line)], text[slice(*ahead)]
    kicker = len(words.split()) <= 2 and len(words) < len(following) < TITLE_LENGTH
    if kicker and _like_title(following) and not _is_meta(text, ahead) and blank_after:
        found.add(*line, "heading")
        return
    title, outlet = outlet_in_title(words.lstrip("# "))
    found.learn("title", title)
    found.learn("publisher", outlet)
    found.add(*line, "title")


def _read_run(text: str, line: Span, found: Header) -> bool:
    """A header scraped into one line: marks with a title and a lead between them."""
    marks = marks_in(text, line.start, min(line.end, line.start + _RUN_LENGTH))
    plain = {m.name for m in marks if m.name in ("date", "source") or _is_buttons(m)}
    strong = plain | {m.name for m in marks if m.name in ("credit", "byline")}
    strong |= {"stamp" for m in marks if m.name == "stamp" and re.search(r"\d[:.]\d\d\b", m.value)}
    if not plain or len(strong) < 2:
        return False
    marks = [m for m in marks if m.name != "share" or _is_buttons(m) or m.end == line.end]
    at = line.start
    for mark in [*marks, None]:
        _read_gap(text, at, mark.start if mark else line.end, found)
        if mark:
            learn_mark(mark, found)
            found.add(mark.start, mark.end, mark.kind)
            at = mark.end
    return True


def _is_buttons(mark: Mark) -> bool:
    return mark.name == "share" and bool(re.search(r"[\s|·•,]", mark.value))


def _read_gap(text: str, start: int, end: int, found: Header) -> None:
    """The words between two marks of a run."""
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    if start >= end:
        return
    if not any(c.isalnum() for c in words):
        found.add(start, end, "furniture")
        return
    cut = _title_end(text, start, end) if "title" not in found.fields else None
    if cut:
        found.learn("title", text[start:cut])
        found.add(start, cut, "title")
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    if start < end:
        fragment = len(words.split()) <= 3 and not STOPPED.search(words.rstrip())
        found.add(
            start, end, "furniture" if fragment else "paragraph" if found.has_prose else "lead"
        )


def _title_end(text: str, start: int, end: int) -> int | None:
    """Where the title ends that opens `text[start:end]`; None if there is none to be told."""
    spans = list(pieces(text, start, end))
    first = text[slice(*spans[0])]
    glued = _GLUED_LEAD.search(text, start, min(spans[0][1], start + TITLE_LENGTH))
    if glued:
        return glued.start()
    if not STOPPED.search(first) or (len(spans) > 1 and not first.endswith(".")):
        return spans[0][1] if len(first) <= TITLE_LENGTH else None
    return None
