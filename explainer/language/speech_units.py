"""The stretches in which speech is looked for: sentences, joined where a quotation runs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.language.reading import Sentence
from explainer.language.speech_marks import Marked


@dataclass(slots=True)
class Unit:
    """Characters `start`..`end`, ending in this paragraph; how many quotations it holds, and
    whether somebody was seen to speak in it."""

    start: int
    end: int
    paragraph: int
    quotes: int = 0
    spoke: bool = False


def reach(places: list[int], index: int, unit: Unit) -> tuple[int, bool]:
    """The index of the first place not before `unit`, and whether it lies in it."""
    while index < len(places) and places[index] < unit.start:
        index += 1
    return index, index < len(places) and places[index] < unit.end


def units_of(sentences: Sequence[Sentence], outer: list[Marked], text: str) -> list[Unit]:
    """Sentences, joined where their border lies in a quotation or right before "he said"."""
    units: list[Unit] = []
    quote = 0
    for sentence in sentences:
        while quote < len(outer) and outer[quote].end <= sentence.start:
            quote += 1
        inside = quote < len(outer) and outer[quote].start < sentence.start
        after_quote = (
            units
            and quote > 0
            and sentence.start - outer[quote - 1].end < 4
            and not text[outer[quote - 1].end : sentence.start].strip(" ,")
            and text[sentence.start].islower()
        )
        if units and (inside or after_quote):
            units[-1].end = max(sentence.end, units[-1].end)
            units[-1].paragraph = sentence.paragraph
        else:
            units.append(Unit(sentence.start, sentence.end, sentence.paragraph))
    return units
