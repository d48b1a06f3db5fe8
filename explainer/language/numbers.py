"""Quantities: numbers with what they count, their bounds and ranges; and what is none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from explainer.language.numbers_bounds import bound_of
from explainer.language.numbers_context import skip_of
from explainer.language.numbers_currency import of_this_country
from explainer.language.numbers_notation import Notation
from explainer.language.numbers_nouns import Unit
from explainer.language.numbers_ranges import joined
from explainer.language.numbers_scan import Number, number_at, number_at_or_after, openings
from explainer.language.numbers_units import money, unit_after
from explainer.language.numbers_written import amount, number_value, same_number, vague_amount
from explainer.language.reading import Sentence
from explainer.mention import QuantityMention, TimeMention
from explainer.source import Source

__all__ = ["find_quantities", "number_value", "same_number"]

_ODDS = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?(?=\S)", re.I)


def find_quantities(
    source: Source, sentences: Sequence[Sentence], taken: Sequence[TimeMention] = ()
) -> list[QuantityMention]:
    """Quantities of `sentences`, titles and headings, in order, none overlapping another or a
    time in `taken`.

    A mention runs from the number (its currency sign, its minus) to the end of the noun or unit
    behind it; words such as "about" stay outside and are its `bound`. Measured units have British
    singular names ("kilometre"), money its ISO code ("Rs" is INR), counted nouns their singular
    ("people" is "person").
    """
    notation = Notation(source.text)
    opened = openings(source.text)
    busy = _Busy(taken)
    found: list[QuantityMention] = []
    for sentence in _readable(source, sentences):
        first = bisect_left(opened, sentence.start)
        if first == len(opened) or opened[first] >= sentence.end:
            continue
        numbers = list(_numbers(source.text, opened, sentence, notation, busy))
        if not numbers:
            continue
        found.extend(joined(source.text, sentence, numbers))
    return list(of_this_country(source.text, found))


def _readable(source: Source, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, and each title or heading as one."""
    heads = [
        Sentence(b.start, b.end, -1)
        for b in source.blocks
        if b.kind in _HEADS and " " in source.text[b.start : b.end]
    ]
    return sorted([*sentences, *heads], key=lambda s: s.start) if heads else list(sentences)


_HEADS = frozenset({"title", "heading"})


class _Busy:
    """Spans of times, for asking whether one meets a span."""

    def __init__(self, taken: Sequence[TimeMention]) -> None:
        spans = sorted((t.start, t.end) for t in taken)
        self._starts = [s for s, _ in spans]
        self._ends: list[int] = []
        for _, end in spans:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def meets(self, start: int, end: int) -> bool:
        before = bisect_right(self._starts, end - 1) - 1
        return before >= 0 and self._ends[before] > start


def _numbers(
    text: str, opened: list[int], sentence: Sentence, notation: Notation, busy: _Busy
) -> Iterator[QuantityMention]:
    """Single numbers with their units; ranges are joined later."""
    at = sentence.start
    while number := number_at_or_after(text, opened, at, sentence.start, sentence.end):
        at = number.end
        alone = text[at : at + 1] not in "-–/:."
        if alone and busy.meets(number.start, at):
            continue
        if skip := skip_of(text, number):
            at = max(at, skip)
            continue
        mention = _read(text, number, notation)
        if mention is None or busy.meets(mention.start, mention.number_end):
            continue
        if mention.end > mention.number_end and busy.meets(mention.number_end, mention.end):
            mention = _ending(text, mention, mention.number_end, None)
        at = mention.end
        yield mention


def _read(text: str, number: Number, notation: Notation) -> QuantityMention | None:
    words, end = text[number.begin : number.end], number.end
    if number.vague:
        value = vague_amount(words)
    else:
        value = amount(words, notation, scaled=not number.worded and _scaled(text, end))
    if value is None:
        return None
    unit = unit_after(text, end + text.startswith("+", end), number.last, value)
    if odds := _odds(text, number, value):
        return odds
    if value == 1 and number.worded and (unit is None or _is_pronoun(text, end, unit)):
        return None
    stop = unit.end if unit else end
    bound = bound_of(text, number, stop)
    if number.sign:
        unit, stop = Unit(money(number.sign) or number.sign, end), end
    return QuantityMention(
        start=number.start,
        end=stop,
        text=text[number.start : stop],
        value=-value if number.minus else value,
        number_end=end,
        unit=unit.name if unit else _age(text, number, value),
        bound=bound,
        vague=number.vague,
    )


_PER_CENT = re.compile(r"\s?(?:%|percent|per\scent)")
_AGED = re.compile(
    r"(?:\b[Aa]ge[ds]?\s(?:of\s|about\s|between\s|from\s)?(?:\d{1,3}(?:,\s|,?\sand\s|,?\sor\s)){0,3}"
    r"|[^\W\d_]{2,},\s)\Z"
)


def _age(text: str, number: Number, value: float) -> str | None:
    """ "Smith, 45, said" and "aged 45" are years."""
    if number.worded or value > 120:
        return None
    before = _AGED.search(text, max(number.first, number.begin - 30), number.begin)
    closed = before is not None and (before[0][0] in "aA" or text.startswith(",", number.end))
    return "year" if closed else None


def _scaled(text: str, end: int) -> bool:
    """Whether per cent follows, before which "1.375" has decimals."""
    return _PER_CENT.match(text, end, end + 12) is not None


_IDIOM = frozenset(
    {"day", "time", "thing", "way", "hand", "side", "point", "reason", "another", "moment", "stage"}
)


def _is_pronoun(text: str, end: int, unit: Unit) -> bool:
    """One is no number in "one day", "one of the men", "no one"."""
    return unit.name in _IDIOM or text[end : end + 4].lower().startswith((" of ", "-"))


def _odds(text: str, number: Number, value: float) -> QuantityMention | None:
    """The share 0.2 of "one in five"; "two in five days" is none."""
    opening = _ODDS.match(text, number.end, number.last) if 0 < value < 100 else None
    at = opening.end() if opening else 0
    below = number_at(text, at, number.last) if opening else None
    of = amount(text[below.begin : below.end]) if below else None
    if not below or not of or of <= value or (of > 10 and value > 1 and of not in (100, 1000)):
        return None
    if of > 100 and of % 1000:
        return None
    unit = unit_after(text, below.end, number.last, 2)
    if unit and unit.name in _TIME:
        return None
    end = unit.end if unit else below.end
    return QuantityMention(
        start=number.begin,
        end=end,
        text=text[number.begin : end],
        value=round(value / of, 6),
        number_end=below.end,
        unit=unit.name if unit else None,
    )


_TIME = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "season", "year", "decade"}
)


def _ending(text: str, mention: QuantityMention, end: int, unit: str | None) -> QuantityMention:
    return replace(mention, end=end, text=text[mention.start : end], unit=unit)
