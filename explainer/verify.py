"""Is this claim supported by this source? By rules alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from explainer.extract.extract import Extraction
from explainer.extract.values import unsupported_values
from explainer.facts import Quote
from explainer.findings import Finding
from explainer.language.reading import Reading


@dataclass(frozen=True, slots=True)
class Verdict:
    """`evidence` are the sentences the claim was held against; `findings` say which word fails."""

    claim: str
    verdict: Literal["supported", "unsupported"]
    evidence: tuple[Quote, ...]
    findings: tuple[Finding, ...]


def verify(claim: str, source: Extraction | Reading) -> Verdict:
    """Hold `claim` against the sentences of the source that speak of the same."""
    reading = source.reading if isinstance(source, Extraction) else source
    text = reading.source.text
    words = set(claim.lower().split())
    best = max(
        reading.sentences,
        key=lambda s: len(words & set(text[s.start : s.end].lower().split())),
        default=None,
    )
    if best is None:
        finding = Finding(code="no-evidence", severity="error", message="The source says nothing.")
        return Verdict(claim, "unsupported", (), (finding,))
    quote = Quote(start=best.start, end=best.end, quote=text[best.start : best.end])
    findings = tuple(
        Finding(
            code=f"{kind}-not-in-evidence",
            severity="error",
            message=f'The source does not say "{word}".',
        )
        for kind, word in unsupported_values(
            claim, quote.quote, reading.mentions_in(best.start, best.end)
        )
    )
    return Verdict(claim, "unsupported" if findings else "supported", (quote,), findings)
