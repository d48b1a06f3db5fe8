"""A source as read: its sentences, what they mention, and who says each of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from explainer.facts import NARRATOR, Attribution
from explainer.mention import AnyMention, PlaceMention
from explainer.source import Source


class Sentence(NamedTuple):
    """Characters `start`..`end` of the source, in paragraph `paragraph` of `Source.prose`."""

    start: int
    end: int
    paragraph: int
    attribution: Attribution = NARRATOR


@dataclass(frozen=True)
class Reading:
    """`mentions` are sorted by start; a quotation comes before what it holds. `demonyms` stand
    apart: they name a place, but nothing happens there because of them."""

    source: Source
    sentences: tuple[Sentence, ...]
    mentions: tuple[AnyMention, ...]
    demonyms: tuple[PlaceMention, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @property
    def all_mentions(self) -> list[AnyMention]:
        """`mentions` and `demonyms`, by start."""
        both = (*self.mentions, *self.demonyms)
        return sorted(both, key=lambda m: m.start) if self.demonyms else list(both)

    def mentions_in(self, start: int, end: int) -> tuple[AnyMention, ...]:
        """Mentions that lie wholly in `start`..`end`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return tuple([m for m in self.mentions[first:last] if m.end <= end])
