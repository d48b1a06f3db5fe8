"""One source read from end to end: sentences, mentions, who says what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from explainer.gazetteer import Gazetteer
from explainer.language import sentences as sentence_split
from explainer.language.attribution import attribute
from explainer.language.demonyms import demonym_mentions, demonyms_in
from explainer.language.names import find_names
from explainer.language.numbers import find_quantities
from explainer.language.reading import Reading
from explainer.language.speech import find_speech
from explainer.language.times import find_times
from explainer.mention import AnyMention, QuantityMention
from explainer.source import Source

# What wins where two mentions overlap: times over names over places over quantities.
_RANK = {"person": 1, "organisation": 1, "place": 2, "quantity": 3}
_SPEECH = ("quote", "reported")


@lru_cache(maxsize=1)
def own_gazetteer() -> Gazetteer:
    """The gazetteer that comes with Explainer, loaded once."""
    return Gazetteer.load()


def read(source: Source, gazetteer: Gazetteer | None = None) -> Reading:
    """Read `source`: every sentence with who says it, every mention with what it means.

    `gazetteer` is the one that comes with Explainer unless another is given. The same source
    and gazetteer give the same reading.
    """
    sentences = sentence_split.split(source)
    times = find_times(source, sentences)
    quantities = find_quantities(source, sentences, times)
    gazetteer = own_gazetteer() if gazetteer is None else gazetteer
    peoples = demonyms_in(source.text, gazetteer)
    names = find_names(source, sentences, gazetteer, peoples)
    speech = find_speech(source, sentences, names)
    attributed = attribute(source, sentences, speech, names)
    mentions = merge([*times, *quantities, *names, *speech])
    demonyms = demonym_mentions(source, peoples, names, gazetteer)
    return Reading(source, tuple(attributed), mentions, demonyms)


def _number_before(found: AnyMention, name: AnyMention) -> QuantityMention | None:
    """The number alone of "two Kabul hospitals", where a name stands before what it counts."""
    if not isinstance(found, QuantityMention) or found.number_end > name.start:
        return None
    text = found.text[: found.number_end - found.start]
    return replace(found, end=found.number_end, text=text)


def _is_currency(mention: AnyMention, other: AnyMention) -> bool:
    """The "EUR" of "EUR 96 million" is no name."""
    money = isinstance(other, QuantityMention) and mention.start == other.start
    return money and mention.end < other.end


def merge(mentions: Iterable[AnyMention]) -> tuple[AnyMention, ...]:
    """Mentions by start; of two that overlap the lower in rank, or the shorter, is dropped, or cut
    to its number.

    Speech holds other mentions, drops none, and comes before what it holds.
    """
    kept: list[AnyMention] = []
    plain: list[AnyMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.type in _SPEECH:
            kept.append(mention)
        elif not plain or mention.start >= plain[-1].end:
            plain.append(mention)
        elif _is_currency(mention, plain[-1]):
            continue
        elif _RANK.get(mention.type, 0) < _RANK.get(plain[-1].type, 0):
            number = _number_before(plain[-1], mention)
            plain[-1:] = [mention] if number is None else [number, mention]
    kept += plain
    kept.sort(key=lambda m: (m.start, m.type not in _SPEECH, -m.end))
    return tuple(kept)
