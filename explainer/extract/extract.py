"""From a source to its facts, by rules alone: propose, prove, keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.extract import gate
from explainer.extract.passage import Passage
from explainer.extract.proposal import Proposal
from explainer.extract.relations import RELATIONS, remaining
from explainer.facts import Fact
from explainer.findings import Finding
from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.source import Source

if TYPE_CHECKING:
    from explainer.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Extraction:
    """`facts` in the order of the text; `refused` has one finding for each refused proposal."""

    reading: Reading
    facts: tuple[Fact, ...]
    refused: tuple[Finding, ...]


def extract(source: Source, gazetteer: Gazetteer | None = None) -> Extraction:
    """Read `source` and keep every proposal of the rules that the gate proves."""
    return extract_from(read(source, gazetteer))


def extract_from(reading: Reading) -> Extraction:
    """As `extract`, of a source already read."""
    facts: dict[str, Fact] = {}
    stated: set[tuple[str, str]] = set()
    refused: list[Finding] = []
    for proposal in propose(reading):
        outcome = gate.prove(reading.source, proposal)
        if isinstance(outcome, Finding):
            refused.append(outcome)
            continue
        content = (outcome.kind, outcome.statement.casefold())
        if content not in stated and outcome.id not in facts:
            stated.add(content)
            facts[outcome.id] = outcome
    return Extraction(reading, tuple(facts.values()), tuple(refused))


def propose(reading: Reading) -> Iterator[Proposal]:
    """What the rules see in each sentence, in order."""
    for passage in passages(reading):
        for relation in RELATIONS:
            yield from relation(passage)
        yield from remaining(passage)


_INNER_END = re.compile(r"[.!?]['’]?\s+(?=[\"“'‘]?[A-Z])")


def passages(reading: Reading) -> Iterator[Passage]:
    """Sentences; one that holds several sentences in quotation marks is cut at their ends."""
    text = reading.source.text
    for sentence in reading.sentences:
        yield Passage(reading, sentence.start, sentence.end, sentence.attribution)
    del text
