"""Joining a pack together: quotes to their place and facts, and every id to what it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

from explainer.facts import Fact, Quote, Strict
from explainer.findings import Finding
from explainer.lesson import Grounded
from explainer.source import Source

if TYPE_CHECKING:
    from explainer.pack import Pack

S = TypeVar("S", bound=BaseModel)


class Quoter:
    """Looks up words of the source; `findings` tells which are not there, or not only once."""

    def __init__(self, source: Source, facts: Sequence[Fact]) -> None:
        self.source = source
        self.facts = facts
        self.findings: list[Finding] = []

    def ground(self, model: S) -> S:
        """`model` with the quotes in it, at any depth, replaced by evidence and fact ids."""
        changed: dict[str, Any] = {}
        for name in type(model).model_fields:
            value = getattr(model, name)
            if isinstance(value, Strict):
                new: Any = self.ground(value)
            elif isinstance(value, tuple) and value and isinstance(value[0], Strict):
                new = tuple(self.ground(each) for each in value)
            else:
                continue
            changed[name] = new
        if isinstance(model, Grounded) and model.quotes:
            found = [quote for words in model.quotes if (quote := self.find(words))]
            ids = [id for quote in found for id in self.facts_on(quote)]
            changed["quotes"] = ()
            changed["evidence"] = (*model.evidence, *found)
            changed["fact_ids"] = tuple(dict.fromkeys([*model.fact_ids, *ids]))
        return model.model_copy(update=changed) if changed else model

    def find(self, words: str) -> Quote | None:
        start = self.source.text.find(words)
        if start < 0:
            self._wrong("quote-not-found", f"the source does not hold the words “{words}”")
            return None
        if self.source.text.find(words, start + 1) >= 0:
            self._wrong("quote-not-unique", f"“{words}” stands more than once; quote more words")
        return Quote(start=start, end=start + len(words), quote=words)

    def facts_on(self, quote: Quote) -> list[str]:
        """Ids of the facts whose evidence holds the quote; failing that, of those whose
        evidence overlaps it."""
        spans = [(fact.id, q.start, q.end) for fact in self.facts for q in fact.quotes]
        holding = [id for id, start, end in spans if start <= quote.start and quote.end <= end]
        return holding or [
            id for id, start, end in spans if start < quote.end and quote.start < end
        ]

    def _wrong(self, code: str, message: str) -> None:
        self.findings.append(Finding(code=code, severity="error", message=message))


def walk(model: BaseModel, path: str = "") -> Iterator[tuple[str, BaseModel]]:
    """Every model in `model`, itself included, with its path."""
    yield path, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        here = f"{path}.{name}" if path else name
        if isinstance(value, BaseModel):
            yield from walk(value, here)
        elif isinstance(value, tuple):
            for index, each in enumerate(value):
                if isinstance(each, BaseModel):
                    yield from walk(each, f"{here}[{getattr(each, 'id', index)}]")


def link_problems(model: BaseModel, known: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """What does not resolve: `known` gives, for each field that holds ids ("fact_ids"), the ids
    there are."""
    for path, each in walk(model):
        for field, ids in known.items():
            for id in getattr(each, field, None) or ():
                if id not in ids:
                    yield f"{path}: {field} names '{id}', which is not there"


def doubled(name: str, ids: Sequence[str]) -> Iterator[str]:
    for id, times in Counter(ids).items():
        if times > 1:
            yield f"{name}: the id '{id}' is given {times} times"


def quote_problems(model: BaseModel, source: Source) -> Iterator[str]:
    for path, each in walk(model):
        if isinstance(each, Quote) and not each.holds_in(source):
            yield f"{path}: “{each.quote}” does not stand at {each.start}-{each.end} of the source"
        if isinstance(each, Grounded) and each.quotes:
            yield f"{path}: a quote was not looked up in the source"


def problems(pack: Pack) -> Iterator[str]:
    """What does not hold together in a pack, a sentence each."""
    lists: dict[str, tuple[Any, ...]] = {
        "facts": (*pack.facts, *pack.background_facts),
        "events": pack.timeline.events,
        "places": pack.places,
        "references": pack.references,
        "terms": pack.terms,
        "claims": pack.claims,
        "comparisons": pack.comparisons,
        "persons": (*pack.people.persons, *pack.people.groups),
        "steps": pack.lesson.steps,
        "objectives": pack.lesson.objectives,
        "items": (*pack.items, *pack.variants),
        "periods": pack.timeline.periods,
        "views": pack.geometry.views if pack.geometry else (),
    }
    ids = {name: frozenset(each.id for each in listed) for name, listed in lists.items()}
    for name, listed in lists.items():
        yield from doubled(name, [each.id for each in listed])
    # a rejected item may well fail because its facts are not there
    kept = pack.model_copy(update={"rejected": ()})
    fields = ("fact", "reference", "place", "term", "objective", "item", "event", "person", "claim")
    yield from link_problems(kept, {f"{field}_ids": ids[f"{field}s"] for field in fields})
    yield from quote_problems(kept, pack.source)
    shown = {
        "map": ids["places"], "relief": ids["places"], "profile": ids["places"],
        "timeline": ids["events"], "comparison": ids["comparisons"], "people": ids["persons"],
        "claims": ids["claims"], "quotes": ids["facts"], "source_card": ids["facts"],
    }  # fmt: skip
    for step in pack.lesson.steps:
        for figure in step.figures:
            for id in figure.ids:
                if id not in shown[figure.kind]:
                    yield f"step {step.id}: its {figure.kind} shows '{id}', which is not there"
            if figure.theme and figure.theme not in ids["periods"]:
                yield f"step {step.id}: there is no period '{figure.theme}'"
    for event in pack.timeline.events:
        if event.theme and event.theme not in ids["periods"]:
            yield f"event {event.id}: there is no period '{event.theme}'"
