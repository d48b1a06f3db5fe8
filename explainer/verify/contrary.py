"""Whether the source says, anywhere, that the same one did not do what the claim tells of him, or
that its opposite came about, and nowhere what the claim tells."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.findings import Finding
from explainer.verify.compare import shared
from explainer.verify.entities import Entities
from explainer.verify.fault import fault
from explainer.verify.frame import Frame
from explainer.verify.index import Line
from explainer.verify.relation import relation
from explainer.verify.status import marks_of
from explainer.verify.tables import CUES, GENERIC

_TOLD = frozenset({"main", "content", "relative", "adverbial"})
# Who does it, and one word more.
_LEAST = 2


def contrary_faults(claim: Line, lines: list[Line], who: Entities) -> Iterator[Finding]:
    for mine in claim.frames:
        if mine.kind not in _TOLD or mine.lemma in GENERIC | CUES:
            continue
        against: list[Frame] = []
        agrees = False
        for line in lines:
            for theirs in line.frames:
                way = _way(mine, theirs)
                if not way or not _same_one(mine, theirs, line, who):
                    continue
                if way > 0:
                    agrees = True
                elif shared(claim, mine, line, theirs) >= _LEAST:
                    against.append(theirs)
        if against and not agrees:
            yield fault(
                "opposite-word", mine.head.text, f'is the contrary of "{against[0].head.text}"',
                mine.head.start,
            )  # fmt: skip


def _way(mine: Frame, theirs: Frame) -> int:
    """1 where both tell the same, -1 where one denies it, 0 where they tell of other things."""
    how = relation(mine, theirs)
    if how is None or how == "converse":
        return 0
    denials = sum(m.kind == "denied" for f in (mine, theirs) for m in marks_of(f))
    return -1 if (denials + (how == "opposite")) % 2 else 1


def _same_one(mine: Frame, theirs: Frame, line: Line, who: Entities) -> bool:
    one = mine.done if mine.passive else mine.doer
    two = theirs.done if theirs.passive else theirs.doer
    return who.same(one, two, line) is True
