"""What a free summary may say that its source says elsewhere or leaves to be worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from explainer.findings import Finding
from explainer.mention import TimeMention
from explainer.verify.countries import speaks_of_country
from explainer.verify.dates import holds
from explainer.verify.index import Line
from explainer.verify.reckon import reckoned
from explainer.verify.spans import worked_out
from explainer.verify.telling import each_says_it, takes_over_report


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of the claim with what it is held against: `near` is `evidence` with the
    sentences around it, `lines` the whole source."""

    claim: Line
    evidence: list[Line]
    near: list[Line]
    lines: list[Line]
    published: date | None


def without_allowed(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings that stand though what follows from the source is granted."""
    fine: dict[str, set[int | None]] = {}
    for code in {f.code for f in findings} & _RULES.keys():
        fine[code] = set(_RULES[code](case))
    return [f for f in findings if f.start not in fine.get(f.code, ())]


def _numbers(case: Case) -> Iterator[int]:
    return reckoned(case.claim, case.evidence)


def _days(case: Case) -> Iterator[int]:
    """Days that stand in the sentences around, and lengths of time that follow from those."""
    told = _times(case.near)
    for day in _times([case.claim]):
        if any(holds(day, m) for m in told) or worked_out(day, told, case.published):
            yield day.start


def _lengths(case: Case) -> Iterator[int]:
    """Lengths of time that no sentence tells but two lengths or days give."""
    told = _times(case.near)
    values = {m.value for m in told}
    for day in _times([case.claim]):
        if day.value not in values and worked_out(day, told, case.published):
            yield day.start


def _times(lines: list[Line]) -> list[TimeMention]:
    return [m for line in lines for m in line.mentions if isinstance(m, TimeMention)]


def _lands(case: Case) -> Iterator[int]:
    """Countries and their people, of which the source speaks anywhere."""
    for token in case.claim.tokens:
        if token.tag == "NAME" and speaks_of_country(token.text, case.lines):
            yield token.start


def _report(case: Case) -> Iterator[None]:
    if takes_over_report(case.claim, case.evidence[0]):
        yield None


def _speakers(case: Case) -> Iterator[None]:
    if each_says_it(case.claim, case.near):
        yield None


# By code: where the words stand, or None where a finding of this code names no place.
_RULES: dict[str, Callable[[Case], Iterator[int | None]]] = {
    "number-not-in-source": _numbers,
    "number-of-something-else": _numbers,
    "date-not-in-source": _days,
    "date-of-something-else": _lengths,
    "name-not-in-source": _lands,
    "attribution-dropped": _report,
    "speaker-changed": _speakers,
}
