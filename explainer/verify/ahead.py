"""Whether what a claim tells as done is still to come in its source: its day lies ahead there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from explainer.extract.words import word_forms
from explainer.findings import Finding
from explainer.mention import TimeMention
from explainer.verify.dates import holds
from explainer.verify.fault import fault
from explainer.verify.frame import Frame
from explainer.verify.index import Line


def ahead_faults(claim: Line, evidence: list[Line], published: date | None) -> Iterator[Finding]:
    """ "Approved it on 22 May" where the source of 4 March has "are to vote on 22 May"."""
    if published is None:
        return
    told = [m for line in evidence for m in line.mentions if isinstance(m, TimeMention)]
    for day in claim.mentions:
        if not isinstance(day, TimeMention) or day.type != "date" or not _is_past(claim, day):
            continue
        same = [m for m in told if holds(day, m) or _named_alike(day, m)]
        if same and all(m.begin and m.begin > published.isoformat() for m in same):
            yield fault("certainty-raised", day.text, "is still to come in the source", day.start)


_WHEN = frozenset({"on", "in", "at", "since"})
_PAST = frozenset({"was", "were", "had", "did", "has", "have"})


def _named_alike(day: TimeMention, told: TimeMention) -> bool:
    """ "April" and "next April", "30 June" and "30 June 2024"."""
    return told.precision == day.precision and day.text.lower() in told.text.lower()


def _is_past(claim: Line, day: TimeMention) -> bool:
    before = [t.low for t in claim.tokens if t.start < day.start][-1:]
    if before and before[0] not in _WHEN:
        return False  # "put off until September": the deed itself is done
    for frame in claim.frames:
        if any(t.start <= day.start < t.end for t in frame.inside):
            return frame.kind != "infinitive" and _tells_past(frame)
    return False


def _tells_past(frame: Frame) -> bool:
    first = frame.group[0]
    if first.tag == "VF":
        return "VBD" in word_forms(first.low).forms and "VB" not in word_forms(first.low).forms
    known = first.low in _PAST and frame.lemma != "have"
    return known and not any(t.tag == "TO" for t in frame.group)
