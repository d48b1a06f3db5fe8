"""Does an item hold? Every rule on one item, and the rules on a whole quiz.

Takes any item, whoever wrote it, and knows nothing of how items are made.
"""

from __future__ import annotations

from collections.abc import Sequence

from explainer.findings import Finding
from explainer.quiz.check import (
    answer_type,
    before_after,
    beside,
    bound,
    cause,
    certain,
    claim,
    compared,
    crossed,
    dated,
    doers,
    evidence,
    extremes,
    given_away,
    joined,
    matched,
    options,
    rivals,
    sides,
    speech,
    spots,
    statement,
    stem,
    truth,
    undone,
    voice,
)
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.index import Extracted, index
from explainer.quiz.item import Item
from explainer.source import Source

RULES: tuple[Rule, ...] = (
    *evidence.RULES,
    *options.RULES,
    *stem.RULES,
    *given_away.RULES,
    *voice.RULES,
    *truth.RULES,
    *statement.RULES,
    *rivals.RULES,
    *answer_type.RULES,
    *bound.RULES,
    *sides.RULES,
    *extremes.RULES,
    *compared.RULES,
    *crossed.RULES,
    *cause.RULES,
    *speech.RULES,
    *doers.RULES,
    *dated.RULES,
    *before_after.RULES,
    *matched.RULES,
    *joined.RULES,
    *spots.RULES,
    *undone.RULES,
    *certain.RULES,
)


def check(item: Item, source: Source, extraction: Extracted) -> list[Finding]:
    """What is wrong with `item`. It is accepted if no finding is of severity error."""
    ground = Ground(item, index(source, extraction))
    found = [finding for rule in RULES for finding in rule(ground)]
    return found + list(claim.claim(ground)) if accepted(found) else found


def check_quiz(items: Sequence[Item], source: Source, extraction: Extracted) -> list[list[Finding]]:
    """For each item, in order, its own findings and those it has beside the others."""
    together = check_beside(items, source, extraction)
    return [
        check(item, source, extraction) + more for item, more in zip(items, together, strict=True)
    ]


def check_beside(
    items: Sequence[Item], source: Source, extraction: Extracted
) -> list[list[Finding]]:
    """For each item only what it has beside the others."""
    return beside.findings(items, index(source, extraction))


def accepted(findings: Sequence[Finding]) -> bool:
    return not any(finding.severity == "error" for finding in findings)
