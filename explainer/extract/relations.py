"""All relations the rules know, in the order they are tried on a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.extract.passage import Passage, sentence_form
from explainer.extract.proposal import Proposal
from explainer.facts import FactKind
from explainer.mention import QuantityMention, TimeMention

Relation = Callable[[Passage], Iterator[Proposal]]
RELATIONS: tuple[Relation, ...] = ()


def remaining(passage: Passage) -> Iterator[Proposal]:
    """What no relation has stated: the sentence by its values."""
    if passage.covered or not passage.tokens:
        return
    words = passage.words(passage.start, passage.end)
    if words.endswith("?"):
        return
    yield passage.propose(_kind(passage), sentence_form(words))


def _kind(passage: Passage) -> FactKind:
    mentions = passage.reading.mentions_in(passage.start, passage.end)
    if any(isinstance(m, TimeMention) and m.type == "date" for m in mentions):
        return "event"
    if any(isinstance(m, QuantityMention) and not m.vague for m in mentions):
        return "figure"
    return "statement"
