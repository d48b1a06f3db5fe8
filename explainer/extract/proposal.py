"""What a proposer puts before the gate: not yet a Fact, perhaps not even true."""

from __future__ import annotations

from typing import NamedTuple

from explainer.facts import NARRATOR, Attribution, FactKind, Part, Quote
from explainer.mention import AnyMention


class Proposal(NamedTuple):
    """A statement said to rest on `evidence`, words of the source at their spans.

    `mentions` are what the reader found inside the evidence; they carry the values by which the
    gate understands numbers, dates and names. `proposer` names who proposes ("rules", or a model).
    """

    kind: FactKind
    statement: str
    evidence: tuple[Quote, ...]
    attribution: Attribution = NARRATOR
    mentions: tuple[AnyMention, ...] = ()
    parts: tuple[Part, ...] = ()
    proposer: str = "rules"
