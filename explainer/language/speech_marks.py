"""Quotation marks into pairs: nested, over paragraphs, and never running away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explainer.language.speech_tokens import FILLER
from explainer.source import Block, Source
from explainer.word_set import word_set

# An apostrophe inside a word is no mark and never looked at.
_MARK = re.compile(r"[\"“”„‟«»‹›]|``|''|(?<!\w)['‘’‚]|['’](?!\w)")
_SIGN = re.compile(r"[\"“”„‟«»‹›`'‘’‚]")
_ELISION = re.compile(
    r"['‘’](?:\d0s?\b|\d\d\b|(?:em|tis|twas|til|till|cause|cos|round|bout|n|un|er|im|ere|neath)\b)",
    re.IGNORECASE,
)
_CLOSING_SINGLE = re.compile(r"['’](?!\w)|[\"“”«»‘]|(?<!\w)'")
_CLOSERS = {"“": "”", "„": "“", "«": "»", "‹": "›", "»": "«", "``": "''", "‘": "’", "‚": "‘"}
_RUN_ON_CUE = re.compile(r",\s+(?:\w+\s+){0,3}(?:said|says|told|added|explained|wrote)\b")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_TITLE_BEFORE = re.compile(
    r"(?:newspaper|magazine|daily|weekly|called|titled|entitled|named|film|movie|book|novel|song|"
    r"album|play|series|nicknamed|dubbed|known as|so-called|agency|channel|operation|poem|painting|"
    r"show|programme|program|documentary|ship|codenamed|word|term|phrase)\s*,?\s*$",
    re.IGNORECASE,
)
# "what he called", "which she terms": somebody's words, not a title.
_SO_CALLED_BY = re.compile(
    r"\b(?:what|which|who|that) (?:[\w.'’-]+ ){1,5}(?:called|dubbed|named)\s*$"
)
_SMALL_WORDS = word_set("a an the of in on at for to and or with from by")


@dataclass(slots=True)
class Marked:
    """Words in marks. `start`..`end` runs over the marks, `inner_start`..`inner_end` does not."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    first: int
    last: int


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    after: int
    first: int


def find_marked(source: Source) -> list[Marked]:
    """Every pair of quotation marks in the prose of `source`, by start; outer before inner."""
    found: list[Marked] = []
    carried: list[_Open] = []
    blocks = source.prose
    for number, block in enumerate(blocks):
        stack = _pair(source.text, block, number, carried, found)
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        carried = _left_open(source.text, block, number, stack, after, found)
    found.sort(key=lambda m: (m.start, -m.end))
    return found


def _marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every mark; few characters are looked at twice, for few could be one."""
    at = start
    for sign in _SIGN.finditer(text, start, end):
        if sign.start() >= at and (mark := _MARK.match(text, sign.start(), end)):
            at = mark.end()
            yield mark


def _pair(
    text: str, block: Block, number: int, carried: list[_Open], found: list[Marked]
) -> list[_Open]:
    stack = list(carried)
    for match in _marks(text, block.start, block.end):
        mark, at = match[0], match.start()
        if at == block.start and stack:
            continue  # the mark that only says: the quotation goes on
        before = text[at - 1] if at > block.start else " "
        after = text[match.end()] if match.end() < block.end else " "
        level = _closes(text, block, stack, mark, at, before, after)
        if level is not None:
            opened = stack[level]
            del stack[level:]
            found.append(
                Marked(opened.start, match.end(), opened.after, at, level, opened.first, number)
            )
        elif _opens(text, mark, at, before, after):
            if stack and stack[-1].mark == mark:
                stack.pop()  # its end was forgotten
            if len(stack) < 4:
                stack.append(_Open(mark, at, match.end(), number))
    return stack


def _opens(text: str, mark: str, at: int, before: str, after: str) -> bool:
    if mark in "“„‟«‹``":
        return True
    free = before.isspace() or before in "([{—–-/\"“‘'«:"
    if mark in "'‘’‚":
        return free and (after.isalnum() or after in '…"“[$£€') and not _ELISION.match(text, at)
    return free and (not after.isspace() or before.isspace())


def _closes(
    text: str, block: Block, stack: list[_Open], mark: str, at: int, before: str, after: str
) -> int | None:
    for level in range(len(stack) - 1, -1, -1):
        opened = stack[level]
        if opened.after == at:
            continue
        if mark == '"' and opened.mark == '"':
            opening = before.isspace() and not after.isspace()
            return None if opening else level
        if mark in "'’" and opened.mark in "'‘’":
            if mark == "'" and before.isspace():
                return None
            return None if _possessive(text, block, at, before, after) else level
        if _CLOSERS.get(opened.mark) == mark:
            return level
        if (mark == "”" and opened.mark in "“”„‟") or (mark == "''" and opened.mark == '"'):
            return level
    return None


def _possessive(text: str, block: Block, at: int, before: str, after: str) -> bool:
    """Of "the workers' rights": an s, a mark, and the true end still to come."""
    if before not in "sz" or after != " ":
        return False
    following = _CLOSING_SINGLE.search(text, at + 1, min(block.end, at + 600))
    return (
        following is not None and following[0] in "'’" and not text[following.start() - 1].isspace()
    )


def _left_open(
    text: str,
    block: Block,
    number: int,
    stack: list[_Open],
    after: Block | None,
    found: list[Marked],
) -> list[_Open]:
    """What goes on in the next paragraph; or the end of the paragraph as the end."""
    if not stack:
        return []
    base = stack[0]
    if after is not None and text.startswith(base.mark, after.start):
        return [base]
    starts_paragraph = base.start == block.start or base.first < number
    introduced = text[max(0, base.start - 2) : base.start].rstrip()[-1:] == ":"
    long = block.end - base.after > 20 and base.mark not in "'‘’"
    if (
        long
        and (starts_paragraph or introduced)
        and not _RUN_ON_CUE.search(text, base.after, block.end)
    ):
        found.append(Marked(base.start, block.end, base.after, block.end, 0, base.first, number))
    return []


def word_count(inner: str) -> int:
    """Words in the first hundred characters."""
    return len(_WORD.findall(inner[:100]))


def may_be_speech(text: str, mark: Marked) -> bool:
    """Not the name of a newspaper, a nickname or a word held at arm's length."""
    inner = text[mark.inner_start : mark.inner_end]
    spoken = _WORD.findall(inner[:200])
    if not spoken:
        return False
    spoken_end = inner.rstrip()[-1:] in ",.!?…—"
    titled = all(word[0].isupper() or word in _SMALL_WORDS for word in spoken)
    if _TITLE_BEFORE.search(text, max(0, mark.start - 24), mark.start) and (
        not spoken_end or (titled and inner.endswith(","))
    ):
        return bool(_SO_CALLED_BY.search(text, max(0, mark.start - 60), mark.start))
    return spoken_end or not titled


def is_long(text: str, mark: Marked) -> bool:
    """Words of somebody, not just a word or two held up?"""
    inner = text[mark.inner_start : mark.inner_end]
    return inner.rstrip()[-1:] in ",.!?…—" or word_count(inner) >= 3


def levels(marked: list[Marked]) -> tuple[list[Marked], list[tuple[Marked, Marked]]]:
    """The outermost; and those within, each with the outermost around it."""
    outer: list[Marked] = []
    inner: list[tuple[Marked, Marked]] = []
    for mark in marked:
        if outer and mark.start < outer[-1].end:
            if mark.end <= outer[-1].end:
                inner.append((mark, outer[-1]))
        else:
            outer.append(mark)
    return outer, inner


def mask(text: str, marks: Sequence[Marked]) -> str:
    """`text` with every character of `marks` replaced, so that offsets stay."""
    pieces, at = [], 0
    for mark in marks:
        pieces.append(text[at : mark.start])
        pieces.append(FILLER * (mark.end - mark.start))
        at = mark.end
    pieces.append(text[at:])
    return "".join(pieces)
