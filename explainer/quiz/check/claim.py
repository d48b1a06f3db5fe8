"""A statement held for true, read against the whole source by `verify`: who did what to whom,
whether it was denied, conditional, only planned, or said of some only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from explainer.findings import Finding
from explainer.language.reading import Reading
from explainer.quiz.item import Item
from explainer.verify import verify

# Other faults `verify` can name depend on wording; a good item is worded freely.
FELLING = frozenset(
    ("roles-reversed", "negation-dropped", "condition-dropped", "quantifier-raised",
     "certainty-raised", "opposite-word")
)  # fmt: skip


class Read(Protocol):
    @property
    def reading(self) -> Reading: ...


def claim(item: Item, extraction: Read) -> Iterator[Finding]:
    """For a true/false item keyed true, and for "Who …?" with its key put in."""
    said = _statement(item)
    if said is None:
        return
    for fault in verify(said, extraction.reading).findings:
        if fault.code in FELLING:
            yield Finding(code=fault.code, severity="error", message=fault.message)


def _statement(item: Item) -> str | None:
    key = next((o.text for o in item.options if o.id in item.key), "")
    if item.kind == "true_false" and key.strip().lower() == "true":
        return item.stem
    if item.kind == "single_choice" and item.stem.startswith("Who ") and len(item.key) == 1:
        return f"{key} {item.stem[4:].rstrip('? ')}."
    return None
