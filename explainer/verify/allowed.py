"""What a free summary may say that its source says elsewhere or leaves to be worked out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from explainer.findings import Finding
from explainer.mention import TimeMention
from explainer.verify.countries import speaks_of_country
from explainer.verify.dates import holds
from explainer.verify.index import Line
from explainer.verify.reckon import reckoned, times_over
from explainer.verify.spans import worked_out
from explainer.verify.telling import each_says_it, takes_over_report


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence of the claim with what it is held against: `near` is `evidence` with the
    sentences around it, `lines` the whole source, `dateline` what stands before them in small
    letters: "port ellery, canada - "."""

    claim: Line
    evidence: list[Line]
    near: list[Line]
    lines: list[Line]
    published: date | None
    dateline: str = ""


def without_allowed(case: Case, findings: list[Finding]) -> list[Finding]:
    """The findings that stand though what follows from the source is granted."""
    fine: dict[str, set[int | None]] = {}
    for code in {f.code for f in findings} & _RULES.keys():
        fine[code] = set(_RULES[code](case))
    return [f for f in findings if f.start not in fine.get(f.code, ())]


def _numbers(case: Case) -> Iterator[int]:
    yield from reckoned(case.claim, case.evidence, case.near)
    yield from _times_over(case)


def _times_over(case: Case) -> Iterator[int]:
    return times_over(case.claim, case.near)


def _days(case: Case) -> Iterator[int]:
    """Days that stand in the sentences around, and lengths of time that follow from those."""
    told = _times(case.near)
    again = [m for m in _times(case.lines) if m.type == "set"]
    for day in _times([case.claim]):
        known = any(holds(day, m) or _is_month_of(day, m) for m in told)
        known = known or any(_at_weekends(day, m) for m in again)
        if known or _RELATIVE.fullmatch(day.text) or worked_out(day, told, case.published):
            yield day.start


# They count from a day the claim need not name.
_RELATIVE = re.compile(
    r"(?:on |in )?the (?:next|following|previous) (?:day|night|morning|week|month|year)"
    r"|(?:a|one|the) (?:day|night|week|month|year) (?:earlier|later|before|after)",
    re.IGNORECASE,
)


def _is_month_of(day: TimeMention, told: TimeMention) -> bool:
    """ "October 2024" for an "October" that may be of either year."""
    bare = told.precision == day.precision == "month" and not any(c.isdecimal() for c in told.text)
    if not bare or not told.begin or not day.begin or " " in told.text:
        return False
    return told.begin[5:7] == day.begin[5:7] and abs(int(told.begin[:4]) - int(day.begin[:4])) <= 1


def _at_weekends(day: TimeMention, told: TimeMention) -> bool:
    """The same days again and again; of a weekend those of it."""
    same = day.type == "set" and day.value == told.value
    return same or (told.value.endswith("-WE") and day.value in ("XXXX-WXX-6", "XXXX-WXX-7"))


def _lengths(case: Case) -> Iterator[int]:
    """Lengths of time that no sentence tells but two lengths or days give."""
    told = _times(case.near)
    values = {m.value for m in told}
    for day in _times([case.claim]):
        if day.type == "set" and day.value in values:
            yield day.start
        if day.value not in values and worked_out(day, told, case.published):
            yield day.start


def _times(lines: list[Line]) -> list[TimeMention]:
    return [m for line in lines for m in line.mentions if isinstance(m, TimeMention)]


def _lands(case: Case) -> Iterator[int]:
    """Countries and their people, of which the source speaks anywhere, the place it is written
    from, and currencies by their codes."""
    for token, after in zip(case.claim.tokens, [*case.claim.tokens[1:], None], strict=True):
        if token.tag != "NAME":
            continue
        land = token.text.split("-")[0]  # "Swiss-made"
        code = after is not None and after.tag == "NUM" and _CODE.fullmatch(token.text)
        if code or token.low in case.dateline or speaks_of_country(land, case.lines):
            yield token.start


_CODE = re.compile(r"[A-Z]{3}")


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
    "bound-changed": _times_over,
    "date-not-in-source": _days,
    "date-of-something-else": _lengths,
    "name-not-in-source": _lands,
    "attribution-dropped": _report,
    "speaker-changed": _speakers,
}
