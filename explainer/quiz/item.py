"""One scorable question and its parts, named as in item-writing guides and QTI."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, get_args

from pydantic import Field

from explainer.facts import NARRATOR, Attribution, Origin, Quote, Strict

ItemKind = Literal[
    "single_choice", "multiple_answer", "true_false", "number_entry", "order", "match", "gap",
    "who_said", "fact_or_claim", "find_evidence", "place_on_map", "on_timeline",
]  # fmt: skip
# Kinds that need no map to be read: what a quiz on paper or as text is made of.
TEXT_KINDS: tuple[ItemKind, ...] = tuple(k for k in get_args(ItemKind) if k != "place_on_map")
Level = Literal["recall", "connect", "infer"]


class Option(Strict):
    """One answer offered. `rationale` says why it is right or wrong, for the student."""

    id: str
    text: str
    rationale: str = ""


class Item(Strict):
    """A question, in the form the command line prints.

    `key` holds the ids of the right options; for `order`, all ids in the right order; for
    `match`, the ids of `options` in the order of `targets`; for `number_entry`, no option is
    offered and `key` holds the number itself, with `tolerance` either side. `origin` is "teacher"
    for one that a teacher keeps although a check objects.
    """

    id: Annotated[str, Field(min_length=1)]
    kind: ItemKind
    stem: Annotated[str, Field(min_length=1)]
    options: tuple[Option, ...] = ()
    key: Annotated[tuple[str, ...], Field(min_length=1)]
    fact_ids: tuple[str, ...] = ()
    evidence: tuple[Quote, ...] = ()
    level: Level = "recall"
    attribution: Attribution = NARRATOR
    targets: tuple[str, ...] = ()
    tolerance: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    unit: str | None = None
    correction: str | None = None
    variant_of: str | None = None
    origin: Origin = "source"


def option_texts(item: Item, given: Sequence[str]) -> list[str]:
    """The texts of the options with these ids; what is no option, a number entered, as it is."""
    texts = {option.id: option.text for option in item.options}
    return [texts.get(id, id) for id in given]


def answer_in_words(item: Item, given: Sequence[str]) -> str:
    """An answer, or the key, as it reads."""
    said = option_texts(item, given)
    if item.kind == "match":
        said = [f"{target}: {text}" for target, text in zip(item.targets, said, strict=False)]
    return (" → " if item.kind == "order" else "; ").join(said)
