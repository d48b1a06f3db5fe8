"""One source read from end to end: sentences, mentions, who says what."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from explainer.language import sentences as sentence_split
from explainer.language.attribution import attribute
from explainer.language.numbers import find_quantities
from explainer.language.reading import Reading
from explainer.language.speech import find_speech
from explainer.mention import AnyMention, NameMention, PlaceMention
from explainer.source import Source, Span

if TYPE_CHECKING:
    from explainer.gazetteer import Gazetteer

# A longer name wins over what it holds: "Bank of England" is no place, "2021" no quantity.
_RANK = {"date": 0, "duration": 0, "time": 0, "set": 0, "organisation": 1, "person": 1}
_SPEECH = ("quote", "reported")


def _landed(module: str, name: str) -> Any:
    """A part of the reader that may not be there yet; then it finds nothing."""
    try:
        return getattr(importlib.import_module(module), name)
    except ModuleNotFoundError:
        return None


@lru_cache(maxsize=1)
def _default_gazetteer() -> Any:
    kind = _landed("explainer.gazetteer", "Gazetteer")
    return kind.load() if kind else None


def read(source: Source, gazetteer: Gazetteer | None = None) -> Reading:
    """Read `source`: every sentence with who says it, every mention with what it means.

    `gazetteer` is the one that comes with Explainer unless another is given. The same source
    and gazetteer give the same reading.
    """
    sentences = sentence_split.split(source)
    find_times = _landed("explainer.language.times", "find_times")
    find_names = _landed("explainer.language.names", "find_names")
    times = find_times(source, sentences) if find_times else []
    quantities = find_quantities(source, sentences, [Span(t.start, t.end) for t in times])
    names: list[NameMention | PlaceMention] = (
        find_names(source, sentences, gazetteer or _default_gazetteer()) if find_names else []
    )
    speech = find_speech(source, sentences, names)
    attributed = attribute(source, sentences, speech, names)
    return Reading(source, tuple(attributed), merge([*times, *quantities, *names, *speech]))


def merge(mentions: Iterable[AnyMention]) -> tuple[AnyMention, ...]:
    """Mentions by start, a longer one first; of two that overlap the lower in rank is dropped.

    Times stand over names, names over places, places over quantities. Speech holds other
    mentions and drops none.
    """
    kept: list[AnyMention] = []
    last: AnyMention | None = None
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.type in _SPEECH:
            kept.append(mention)
        elif last is None or mention.start >= last.end:
            kept.append(mention)
            last = mention
        elif _stands_over(mention, last):
            kept.remove(last)
            kept.append(mention)
            last = mention
    kept.sort(key=lambda m: (m.start, m.type not in _SPEECH, -m.end))
    return tuple(kept)


def _stands_over(mention: AnyMention, other: AnyMention) -> bool:
    return _RANK.get(mention.type, 2) < _RANK.get(other.type, 2)
