"""Whether one item of a quiz tells the answer of another."""

from __future__ import annotations

import re
from functools import cached_property

from explainer.quiz.item import Item, option_texts

_MOST_KNOWN = 0.6  # of the words of a question: so many in one sentence, and it is about the same
_ANSWERED = ("single_choice", "multiple_answer", "gap", "number_entry", "who_said", "on_timeline")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LIGHT = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "by", "for", "with", "from", "to", "into", "and",
    "or", "but", "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does",
    "did", "how", "many", "much", "who", "whom", "whose", "what", "which", "when", "where", "why",
    "that", "this", "these", "those", "it", "its", "according", "about", "than", "as", "not",
    "more", "most", "said", "say", "says", "during",
))  # fmt: skip
_NUMBERS = {
    word: str(number)
    for number, word in enumerate((
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ))
}  # fmt: skip
_STEM = 5  # letters that "conduct" and "conducted" share


class Told:
    """An item with the words it shows and asks for, worked out once for all it stands beside."""

    def __init__(self, item: Item) -> None:
        self.item = item

    @cached_property
    def shown(self) -> tuple[frozenset[str], ...]:
        """Words of each sentence that the item puts as true."""
        return _shown(self.item)

    @cached_property
    def asked(self) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
        """Words of the question, and of each right answer."""
        return _asked(self.item)


def tells(teller: Told, asker: Told) -> bool:
    """Whether a sentence that `teller` shows before it is answered holds what `asker` asks for."""
    if asker.item.kind == "match":
        return any(_names_pair(teller.item, *pair) for pair in _pairs(asker.item))
    return any(_answered(said, asker) for said in teller.shown)


def tells_in(words: str, asker: Told) -> bool:
    """Whether a sentence holds what `asker` asks for, or names who somebody is that it asks of."""
    said = _words(words)
    if asker.item.kind == "match":
        return any(name <= said and target <= said for name, target in _pairs(asker.item))
    return _answered(said, asker)


def _answered(said: frozenset[str], asker: Told) -> bool:
    asked, answers = asker.asked
    if len(asked) < 2 or not any(answer and answer <= said for answer in answers):
        return False
    return len(asked & said) / len(asked) >= _MOST_KNOWN


def _pairs(item: Item) -> list[tuple[frozenset[str], frozenset[str]]]:
    texts = {option.id: option.text for option in item.options}
    return [
        (_words(texts[key]), _words(target))
        for key, target in zip(item.key, item.targets, strict=False)
    ]


def _names_pair(teller: Item, name: frozenset[str], target: frozenset[str]) -> bool:
    """Whether an item tells, or asks, who it is that a match describes."""
    if teller.kind == "match":
        return False
    keys = [option.text for option in teller.options if option.id in teller.key]
    said = _words(" ".join([teller.stem, *keys]))
    return name <= said and target <= said


def _shown(item: Item) -> tuple[frozenset[str], ...]:
    told = [] if item.kind == "true_false" and item.correction else [item.stem]
    if item.kind in ("order", "find_evidence"):
        told += [option.text for option in item.options]
    if item.kind == "fact_or_claim":  # its options name who says it
        told = [" ".join([item.stem, *(option.text for option in item.options)])]
    return tuple(_words(each) | _decades(each) for each in told)


def _decades(text: str) -> set[str]:
    """ "2000s" for "2005": a year tells its decade."""
    return {f"{year[:3]}0s"[:_STEM] for year in re.findall(r"(?<!\d)\d{4}(?!\d)", text)}


def _asked(item: Item) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    if item.kind == "true_false":
        whole = _words(item.correction or item.stem)
        return whole, (whole - _words(item.stem) or whole,)
    if item.kind == "fact_or_claim":
        quoted = re.search(r"“(.*)”", item.stem)
        by = [o.text.rpartition(" by ")[2].rpartition(" of ")[2]
              for o in item.options if o.id in item.key]  # fmt: skip
        surname = [" ".join(name.split()[-1:]) for name in by]
        return _words(quoted[1] if quoted else item.stem), tuple(map(_words, surname))
    if item.kind not in _ANSWERED:
        return frozenset(), ()
    texts = option_texts(item, item.key)
    # "Vestrava" tells who "Dinamo Vestrava" is.
    texts += [text.split()[-1] for text in texts if text.istitle() and " " in text]
    answers = tuple(map(_words, texts))
    return _words(item.stem).difference(*answers), answers


def plain_number(text: str) -> str:
    """An answer in small letters, a number as its figure alone: "nine", "9" and "9 euros" are one
    answer."""
    low = text.casefold().removeprefix("the ").replace(",", "")
    first, _, rest = low.partition(" ")
    number = _NUMBERS.get(first, first)
    return number if number[:1].isdigit() and re.fullmatch(r"[a-z]*", rest) else low


def _words(text: str) -> frozenset[str]:
    found = (word.casefold().replace(",", "") for word in _WORD.findall(text))
    return frozenset(
        _NUMBERS.get(w, w if w[0].isdigit() else w[:_STEM]) for w in found if w not in _LIGHT
    )
