"""From a source to its facts, by rules alone: propose, prove, keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.extract import gate, relations
from explainer.extract.passage import Passage
from explainer.extract.passages import passages
from explainer.extract.proposal import Proposal
from explainer.extract.relations_said import quotation, said
from explainer.extract.remaining import remaining
from explainer.facts import Attribution, Fact
from explainer.findings import Finding
from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.source import Source
from explainer.word_set import word_set

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
    whose: dict[str, Attribution] = {}
    refused: list[Finding] = []
    for proposal in propose(reading):
        outcome = gate.prove(reading.source, proposal)
        if not isinstance(outcome, Fact):
            refused.append(outcome)
            continue
        words = outcome.statement.casefold()
        if (outcome.kind, words) in stated or outcome.id in facts:
            continue
        if outcome.kind == "reported" and (
            whose.get(words) == outcome.attribution or ("demand", words) in stated
        ):
            continue  # a closer relation tells it already, as its speaker's
        stated.add((outcome.kind, words))
        whose.setdefault(words, outcome.attribution)
        facts[outcome.id] = outcome
    return Extraction(reading, tuple(facts.values()), tuple(refused))


def propose(reading: Reading) -> Iterator[Proposal]:
    """What the rules see in each sentence, in order."""
    for passage in passages(reading):
        if passage.quoted:
            yield from _of_quoted(reading, passage)
            continue
        tried = relations.OF_A_FRAME if passage.frame else relations.OF_A_SENTENCE
        yield from relations.of(tried, passage)
        if not passage.frame:
            yield from remaining(passage)


# "Two came. Neither made an offer.": what a later sentence of a quotation points back to.
_POINTS_BACK = word_set(
    "it they he she this that these those neither both none others another so then such"
)
_WORDS = re.compile(r"[a-z]+").findall
# Facts are told without "we" and "my", which nobody else can say.
_OF_THE_SPEAKER = word_set("i we me us my our mine ours you your")


def _of_quoted(reading: Reading, passage: Passage) -> Iterator[Proposal]:
    """The quotation once, where it begins; of its later sentences what each says."""
    if passage.quote is not None:
        yield quotation(reading, passage.quote, passage.attribution, passage.goes_on)
        passage.covered.append(passage.span)
    elif _leans_on_speech(passage):
        speaker = passage.attribution.speaker
        words = passage.words(*passage.span)
        if speaker and not words.endswith("?"):
            part = passage.part("words", passage.start, passage.end)
            yield passage.propose("quotation", said(speaker, words), (part,))
        return
    for proposal in _in_quoted(passage):
        if _OF_THE_SPEAKER.isdisjoint(_WORDS(proposal.statement.lower())):
            yield proposal


def _leans_on_speech(passage: Passage) -> bool:
    """Whether the words mean nothing outside the quotation: "we", "it" at the head."""
    if any(token.low in _OF_THE_SPEAKER for token in passage.tokens):
        return True
    return bool(passage.tokens) and passage.tokens[0].low in _POINTS_BACK


def _in_quoted(passage: Passage) -> Iterator[Proposal]:
    yield from relations.of(relations.OF_QUOTED, passage)
    yield from remaining(passage)
