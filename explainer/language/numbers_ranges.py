"""Numbers that belong together: ranges made one, units shared along a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from explainer.language.reading import Sentence
from explainer.mention import QuantityMention

_JOIN = re.compile(r"\s?[-–—‒]\s?|\s(?:to|or)\s|\s(?:percent|per\scent|%)?\s?to\s", re.I)
_LIST = re.compile(r",?\s(?:and|or|to|but)\s|,\s|\s?/\s?")
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|an?\s)?\Z", re.I)
_FROM = re.compile(r"\bfrom\s(?:about\s|some\s|around\s|nearly\s|an?\s)?\Z", re.I)


def joined(
    text: str, sentence: Sentence, numbers: list[QuantityMention]
) -> Iterator[QuantityMention]:
    """Numbers with ranges made one and units shared along a list."""
    numbers = _share_units(text, numbers)
    at = 0
    while at < len(numbers):
        low = numbers[at]
        high = numbers[at + 1] if at + 1 < len(numbers) else None
        whole = _range(text, sentence, low, high) if high else None
        yield whole or low
        at += 2 if whole else 1


def _range(
    text: str, sentence: Sentence, low: QuantityMention, high: QuantityMention
) -> QuantityMention | None:
    between = text[low.end : high.start]
    before = text[max(sentence.start, low.start - 30) : low.start]
    opened = _BETWEEN.search(before) is not None and between == " and "
    if not opened and (not _JOIN.fullmatch(between) or _FROM.search(before)):
        return None
    if between == " to " and _is_change(text, sentence, low, high):
        return None
    scale = _shared_scale(text, low, high)
    value, top = low.value * scale, high.value
    if scale == 1.0 and (decimal := _as_decimal(text, low, high)):
        value = decimal
    if not value < top or low.vague != high.vague or not _alike(low.unit, high.unit):
        return None
    own = low.end > low.number_end  # "rose 1.2% to 4,512": two kinds of thing
    if high.bound or (own and high.unit is None):
        return None
    return replace(
        high,
        start=low.start,
        text=text[low.start : high.end],
        value=value,
        high=top,
        unit=high.unit or low.unit,
        bound=low.bound,
    )


_CHANGE = re.compile(
    r"\b(?:rose|rises?|risen|fell|falls?|fallen|gain(?:s|ed)?|add(?:s|ed)?|lost|los(?:es?|ing)|up|down"
    r"|jump(?:s|ed)?|climb(?:s|ed)?|drop(?:s|ped)?|slip(?:s|ped)?|slid|surged?|soared|tumbled|edged"
    r"|advanced|declined|increased|decreased|dipped|grew|grown|plunged|by)\s"
    r"(?:(?:by|about|some|nearly|another|just|further|a|as\smuch\sas|more\sthan|almost)\s)*\Z",
    re.I,
)


def _is_change(text: str, sentence: Sentence, low: QuantityMention, high: QuantityMention) -> bool:
    """ "rose 17.5p to 382p", "up 57,000 to 2.5 million": by how much, and to what."""
    own = low.unit is not None and (low.end > low.number_end or text[low.start] in "$£€¥")
    if not own and high.unit is not None:
        return False  # "fell 2 to 3 percent"
    return _CHANGE.search(text, max(sentence.start, low.start - 30), low.start) is not None


_THREE_PLACES = re.compile(r"\d{1,2}[.,]\d{3}")
_SIZES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5,
          "crore": 1e7, "bn": 1e9}  # fmt: skip
_MAGNITUDE = re.compile(r"[.,]\d+\s(thousand|million|billion|trillion)\Z", re.I)


def _as_decimal(text: str, low: QuantityMention, high: QuantityMention) -> float | None:
    """Of "1.250 and 1.300 million": the first is written like the second, in millions."""
    first = text[low.start : low.number_end]
    size = _MAGNITUDE.search(text, high.start, high.number_end)
    if size is None or not _THREE_PLACES.fullmatch(first):
        return None
    return float(first.replace(",", ".")) * _SIZES[size[1].lower()]


def _alike(low: str | None, high: str | None) -> bool:
    return low is None or high is None or low == high


def _shared_scale(text: str, low: QuantityMention, high: QuantityMention) -> float:
    """ "2 to 3 million" means two million: the first number borrows the magnitude."""
    words = text[high.start : high.number_end].lower()
    first = text[low.start : low.number_end].lower()
    for name, size in _SIZES.items():
        if words.endswith(name):
            borrows = low.value < 1000 and not re.search(r"[a-z]{4,}$", first)
            borrows = borrows or (low.value < 1000 and re.fullmatch(r"[a-z-]+", first) is not None)
            return size if borrows and not first.endswith(name) else 1.0
    return 1.0


def _share_units(text: str, numbers: list[QuantityMention]) -> list[QuantityMention]:
    """ "10, 20 and 30 people": each counts people."""
    shared = list(numbers)
    for at in range(1, len(shared)):
        here, before = shared[at], shared[at - 1]
        between = text[before.end : here.start]
        if here.unit is None and before.unit == "year" and between in (" and ", ", ", " or "):
            shared[at] = replace(here, unit="year" if here.value <= 120 else None)
    for at in range(len(shared) - 2, -1, -1):
        here, after = shared[at], shared[at + 1]
        bare = here.unit is None and after.unit is not None and here.end == here.number_end
        if bare and (
            _LIST.fullmatch(text[here.end : after.start])
            or _JOIN.fullmatch(text[here.end : after.start])
        ):
            shared[at] = replace(here, unit=after.unit)
    return shared
