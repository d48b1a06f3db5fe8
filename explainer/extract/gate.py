"""The one gate: only what is proven here becomes a Fact of the source."""

from __future__ import annotations

from hashlib import sha1

from explainer.extract.proposal import Proposal
from explainer.extract.values import unsupported_values
from explainer.facts import Fact
from explainer.findings import Finding
from explainer.source import Source


def prove(source: Source, proposal: Proposal) -> Fact | Finding:
    """The proposal as a Fact, or the first reason why it is none."""
    finding = _first_fault(source, proposal)
    if finding is not None:
        return finding
    return Fact.proven(
        id=fact_id(proposal),
        kind=proposal.kind,
        statement=proposal.statement,
        origin="source",
        evidence=proposal.evidence,
        attribution=proposal.attribution,
        mentions=proposal.mentions,
        parts=proposal.parts,
    )


def fact_id(proposal: Proposal) -> str:
    """The same for the same words at the same place."""
    first = proposal.evidence[0]
    key = f"{proposal.kind}|{first.start}|{first.end}|{proposal.statement}"
    return "f-" + sha1(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _first_fault(source: Source, proposal: Proposal) -> Finding | None:
    if not proposal.evidence:
        return _refuse("no-evidence", f'"{proposal.statement}" rests on no words of the source.')
    if not proposal.statement.strip():
        return _refuse("no-statement", "A proposal without a statement says nothing.")
    for quote in proposal.evidence:
        if not quote.holds_in(source):
            return _refuse(
                "quote-not-in-source",
                f'"{quote.quote}" does not stand word for word at {quote.start}-{quote.end}.',
                quote.start,
                quote.end,
            )
    return _fault_in_parts(source, proposal) or _fault_in_values(proposal)


def _fault_in_parts(source: Source, proposal: Proposal) -> Finding | None:
    text = source.text
    first, *others = [(quote.start, quote.end) for quote in proposal.evidence]
    for piece in (*proposal.parts, *proposal.mentions):
        start, end = piece.start, piece.end
        inside = first[0] <= start < end <= first[1] or any(
            begin <= start < end <= stop for begin, stop in others
        )
        if not inside or text[start:end] != piece.text:
            return _refuse(
                "part-not-in-evidence",
                f'"{piece.text}" does not stand at {start}-{end} inside the evidence.',
                start,
                end,
            )
    return None


def _fault_in_values(proposal: Proposal) -> Finding | None:
    evidence = " ".join(quote.quote for quote in proposal.evidence)
    for kind, word in unsupported_values(
        proposal.statement, evidence, proposal.mentions, proposal.attribution.speaker
    ):
        first = proposal.evidence[0]
        return _refuse(
            f"{kind}-not-in-evidence",
            f'The {kind} "{word}" in "{proposal.statement}" is not in the words it rests on.',
            first.start,
            first.end,
        )
    return None


def _refuse(code: str, message: str, start: int | None = None, end: int | None = None) -> Finding:
    return Finding(code=code, severity="error", message=message, start=start, end=end)
