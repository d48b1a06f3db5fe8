"""What an item claims, read against the whole source by `verify`: who did what to whom, where and
when, whether it was denied, conditional, only planned, or said of some only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding
from explainer.quiz.check.claim_text import claim_of
from explainer.quiz.check.finding import Rule
from explainer.quiz.check.ground import Ground
from explainer.quiz.item import Item
from explainer.verify import verify

# Other faults `verify` can name depend on wording; a good item is worded freely.
_OF_STATEMENTS = frozenset(
    ("roles-reversed", "negation-dropped", "condition-dropped", "quantifier-raised",
     "certainty-raised", "opposite-word")
)  # fmt: skip
_OF_ANSWERS = _OF_STATEMENTS | {
    "place-changed", "subject-changed", "number-of-something-else", "of-something-else",
    "date-of-something-else", "joined-wrongly", "order-reversed",
}  # fmt: skip
_OF_SPEECH = frozenset(("speaker-changed",))
_OF_EQUALS = frozenset(("roles-reversed", "subject-changed"))  # "A was the head", "the head was A"
_ASKED = frozenset(("single_choice", "multiple_answer", "number_entry", "who_said"))
_SPEECH = re.compile(
    r"^\W*who(?:se)?\b.{0,30}?\b(?:sa(?:id|ys)|told|tells?|wr(?:ote|ites)|thinks?|thought|"
    r"believe[sd]?|claim(?:s|ed)?|argue[sd]?|warn(?:s|ed)|explain(?:s|ed)|describe[sd]?|"
    r"call(?:s|ed)|suspect(?:s|ed)?|expect(?:s|ed)?|words)\b",
    re.I,
)
_ABOUT_THE_TEXT = re.compile(r"\bdo(?:es)? the (?:article|text|author|report)\b", re.I)
_EQUALS = re.compile(
    r"^\W*(?:who|which \w+|what|whose) (?:is|are|was|were) (?:the|an?|in|at)\b", re.I
)


def claim(ground: Ground) -> Iterator[Finding]:
    """A statement keyed true, and a question with its key put in, must be what the source says."""
    item = ground.item
    keys = [o.text for o in item.options if o.id in item.key] or list(item.key)
    if item.kind == "true_false" and keys and keys[0].strip().casefold() == "true":
        yield from _faults(item.stem, _OF_STATEMENTS, ground)
    elif item.kind in _ASKED and not _ABOUT_THE_TEXT.search(item.stem):
        for key in keys:
            said = claim_of(item.stem, key)
            if said is not None:
                yield from _faults(said, _felling(item, key), ground)


def _felling(item: Item, key: str) -> frozenset[str]:
    """The faults that tell a wrong key from one that is merely put in other words."""
    if item.kind == "who_said" or _SPEECH.search(item.stem):
        return _OF_SPEECH
    if key[:1].isdigit() or _EQUALS.search(item.stem):
        return _OF_ANSWERS - _OF_EQUALS
    return _OF_ANSWERS


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
