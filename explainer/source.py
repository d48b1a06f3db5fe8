"""The text a lesson is made from. It never moves under its offsets."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, model_validator

BlockKind = Literal["title", "lead", "paragraph", "heading", "dateline", "credit", "furniture"]
PROSE: frozenset[BlockKind] = frozenset({"lead", "paragraph"})


class Span(NamedTuple):
    """Characters `start` (inclusive) to `end` (exclusive) of `Source.text`."""

    start: int
    end: int


class Block(NamedTuple):
    """A stretch of the source and what it is; only prose blocks yield facts."""

    start: int
    end: int
    kind: BlockKind


class Source(BaseModel):
    """A text as obtained, with what is known of its origin.

    `text` is kept to the character: offsets everywhere in Explainer count Unicode
    characters of it. `blocks` lie in order, do not overlap, and are trimmed of white space;
    what no block covers is white space between them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    author: str | None = None
    credit: str | None = None
    address: str | None = None
    language: str = "en"

    @model_validator(mode="after")
    def _blocks_lie_in_the_text(self) -> Self:
        last = 0
        for block in self.blocks:
            if not last <= block.start < block.end <= len(self.text):
                raise ValueError(
                    f"block {block.start}-{block.end} does not lie in the text in order"
                )
            last = block.end
        return self

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that state something, in order: the paragraphs a reader would count."""
        return tuple(block for block in self.blocks if block.kind in PROSE)

    @cached_property
    def _prose_starts(self) -> list[int]:
        return [block.start for block in self.prose]

    def paragraph_at(self, offset: int) -> int | None:
        """Index into `prose` of the paragraph that holds the character at `offset`."""
        index = bisect_right(self._prose_starts, offset) - 1
        if index >= 0 and offset < self.prose[index].end:
            return index
        return None

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]
