"""Changes that leave a good quiz item good."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from spoil import NUMBER, WORDS, Change

from explainer.extract.extract import Extraction
from explainer.quiz.item import Item


def untouched(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    yield item


def reordered(item: Item, _: Extraction, rng: Random) -> Iterator[Item]:
    if len(item.options) > 1:
        yield item.model_copy(
            update={"options": tuple(rng.sample(item.options, len(item.options)))}
        )


def reworded(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    options = tuple(
        o.model_copy(
            update={
                "rationale": "Right: see the quoted sentence."
                if o.id in item.key
                else "Wrong: look at the quoted sentence again."
            }
        )
        for o in item.options
    )
    yield item.model_copy(update={"options": options})


def renotated(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """Numbers written another way, in the stem or in all options."""

    def other(match: re.Match[str]) -> str:
        text = match.group()
        if "," in text and re.fullmatch(r"\d{1,3}(,\d{3})+", text):
            return text.replace(",", ".")
        if text in WORDS:
            return str(WORDS.index(text))
        return text

    if item.kind in ("who_said", "fact_or_claim", "gap", "find_evidence", "place_on_map"):
        return
    stem = NUMBER.sub(other, item.stem)
    if stem != item.stem:
        yield item.model_copy(update={"stem": stem})
    options = tuple(o.model_copy(update={"text": NUMBER.sub(other, o.text)}) for o in item.options)
    if options != item.options:
        yield item.model_copy(update={"options": options})


def facts_left_out(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """An author without our list of facts names none."""
    yield item.model_copy(update={"fact_ids": ()})


def rationales_left_out(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """Only the key says why it is right."""
    yield item.model_copy(
        update={
            "options": tuple(
                o if o.id in item.key else o.model_copy(update={"rationale": ""})
                for o in item.options
            )
        }
    )


def other_ids(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """Options numbered from one."""
    names = {o.id: str(i) for i, o in enumerate(item.options, 1)}
    if names:
        yield item.model_copy(
            update={
                "options": tuple(o.model_copy(update={"id": names[o.id]}) for o in item.options),
                "key": tuple(names[k] for k in item.key),
            }
        )


HARMLESS: dict[str, Change] = {
    "untouched": untouched,
    "options reordered": reordered,
    "rationales reworded": reworded,
    "numbers in another notation": renotated,
    "facts left to us": facts_left_out,
    "distractors without rationale": rationales_left_out,
    "options named in another way": other_ids,
}
