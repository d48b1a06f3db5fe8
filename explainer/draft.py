"""A lesson under review: the pack, what of it is approved, and what was refused on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from explainer.extract.extract import Extraction, extract_from
from explainer.facts import Strict
from explainer.findings import Finding
from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.pack import Pack, build_from
from explainer.placing import pointed
from explainer.quiz.item import Item
from explainer.second_look import Look
from explainer.source import Source
from explainer.wording import Wording, worded


class Tally(Strict):
    """How many proposals of one kind, and how many of them hold."""

    what: str
    proposed: int = 0
    kept: int = 0


class Suggested(Strict):
    """What a model proposed and what became of it; `note` says why it stopped early."""

    model: str
    proposed: int = 0
    kept: int = 0
    tallies: tuple[Tally, ...] = ()
    refused: tuple[Finding, ...] = ()
    note: str | None = None


class Draft(Strict):
    """A lesson as the teacher sees it. Students see the items in `approved` and no others, and of
    `wordings`, which a model proposed, those that are approved.

    `refused` are the proposals that the gate did not let through, `left_out` the pieces of the
    file that were not taken, `wanted` the number of items asked for and `carried` how many the
    article carried, `looks` how a model that was asked the items answered them.
    """

    format: Literal[1] = 1
    pack: Pack
    approved: tuple[str, ...] = ()
    refused: tuple[Finding, ...] = ()
    left_out: tuple[str, ...] = ()
    sentences: int = 0
    wanted: int | None = None
    carried: int | None = None
    suggested: Suggested | None = None
    looks: tuple[Look, ...] = ()
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """The draft after an edit, or as it was where `done` is false; what the checks found."""

    draft: Draft
    findings: tuple[Finding, ...] = ()
    done: bool = True


@lru_cache(maxsize=8)
def reading_of(source: Source) -> Reading:
    return read(source)


def make(
    source: Source,
    left_out: Sequence[str] = (),
    items: int | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Draft:
    """The whole draft by rules alone; `tell` hears what is done, in plain words."""
    reading = reading_of(source)
    tell(f"{len(reading.sentences)} sentences read")
    found = extract_from(reading)
    tell(
        f"{len(found.facts)} facts proven by the article's words, {len(found.refused)} statements "
        "left out because its words do not prove them"
    )
    pack = build_from(found, items=items)
    tell(
        f"{len(pack.items) + len(pack.rejected)} questions made, {len(pack.items)} accepted by the "
        f"checks, {len(pack.rejected)} rejected"
    )
    return Draft(
        pack=pack,
        refused=found.refused,
        left_out=tuple(left_out),
        sentences=len(reading.sentences),
        wanted=items,
        carried=len(pack.items),
    )


def published(draft: Draft) -> Pack:
    """What students get: approved items and wordings only, and nothing of what was rejected."""
    approved = [item for item in draft.pack.items if item.id in draft.approved]
    pack = draft.pack.with_items(approved).model_copy(update={"rejected": ()})
    return worded(pack, draft.wordings)


def extraction_of(draft: Draft) -> Extraction:
    """The source as read, with the facts as they are now, and the lesson's own points."""
    pack = draft.pack
    own = [place for place in pack.places if place.origin != "source"]
    return pointed(Extraction(reading_of(pack.source), pack.facts, draft.refused), own)


def with_items(draft: Draft, pack: Pack, items: tuple[Item, ...]) -> Draft:
    """With these items; the step that checks asks them all, in their order."""
    pack = pack.with_items(items)
    steps = tuple(
        step.model_copy(update={"item_ids": tuple(item.id for item in items)})
        if step.kind == "check" and not pack.references
        else step
        for step in pack.lesson.steps
    )
    lesson = pack.lesson.model_copy(update={"steps": steps})
    return draft.model_copy(update={"pack": pack.model_copy(update={"lesson": lesson})})
