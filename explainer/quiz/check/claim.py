"""What an item claims, read against the whole source by `verify`: who did what to whom, where and
when, whether it was denied, conditional, only planned, or said of some only."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.findings import Finding
from explainer.quiz.check.claim_text import claim_of
from explainer.quiz.check.finding import Rule
from explainer.quiz.check.ground import Ground
from explainer.verify import verify

# Other faults `verify` can name depend on wording; a good item is worded freely.
_OF_STATEMENTS = frozenset(
    ("roles-reversed", "negation-dropped", "condition-dropped", "quantifier-raised",
     "certainty-raised", "opposite-word")
)  # fmt: skip
_OF_ANSWERS = _OF_STATEMENTS | {
    "speaker-changed", "place-changed", "subject-changed", "number-of-something-else",
    "of-something-else",
}  # fmt: skip
_ASKED = frozenset(("single_choice", "multiple_answer", "number_entry", "who_said"))


def claim(ground: Ground) -> Iterator[Finding]:
    """A statement keyed true, and a question with its key put in, must be what the source says."""
    item = ground.item
    keys = [o.text for o in item.options if o.id in item.key] or list(item.key)
    if item.kind == "true_false" and keys[0].strip().casefold() == "true":
        yield from _faults(item.stem, _OF_STATEMENTS, ground)
    elif item.kind in _ASKED:
        for key in keys:
            said = claim_of(item.stem, key)
            if said is not None:
                felling = _OF_ANSWERS - {"roles-reversed"} if key[:1].isdigit() else _OF_ANSWERS
                yield from _faults(said, felling, ground)


def _faults(said: str, felling: frozenset[str], ground: Ground) -> Iterator[Finding]:
    found = verify(said, ground.index.reading)
    cited = {s.start for s in ground.sentences}
    if not any(q.start in cited for q in found.evidence):
        return  # held against words that the item does not rest on
    for fault in found.findings:
        if fault.code in felling:
            yield Finding(
                code=fault.code, severity="error", message=f"As a claim, “{said}”: {fault.message}"
            )


RULES: tuple[Rule, ...] = (claim,)
