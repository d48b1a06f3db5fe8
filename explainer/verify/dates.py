"""Whether the dates and durations of a claim are those of its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from explainer.findings import Finding
from explainer.mention import TimeMention
from explainer.verify.counted import numbers_of
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.spans import about_ago, between_days, same_length


def date_faults(
    claim: Line, evidence: list[Line], near: list[Line], published: date | None
) -> Iterator[Finding]:
    """A date or duration must be the source's, or hold it ("in 2021" holds August 19, 2021)."""
    told = [m for line in evidence for m in line.mentions if isinstance(m, TimeMention)]
    around = [m for line in near for m in line.mentions if isinstance(m, TimeMention)]
    text = " ".join(line.text for line in evidence).lower()
    for mention in claim.mentions:
        if not isinstance(mention, TimeMention) or mention.value.endswith("_REF"):
            continue
        if any(holds(mention, other) for other in told) or _bare(mention.text) in text:
            yield from _length_bound(claim, mention, evidence)
            continue
        years = _AGED.fullmatch(mention.text.lower())
        if years and any(
            q.value == float(years[1]) and not q.thing for n in near for q in numbers_of(n)
        ):
            continue
        if mention.text.isdecimal() and any(
            q.value == float(mention.text) for line in evidence for q in numbers_of(line)
        ):
            continue  # "as much as 2000" is no year
        wide = mention.precision == "century"
        if (wide or not told) and any(holds(mention, other) for other in around):
            continue
        if about_ago(mention, told, published):
            continue
        if mention.type == "duration" and (
            same_length(mention, told) or between_days(mention, told, published)
        ):
            continue
        age = _AGE.fullmatch(mention.text)
        if age and any(
            q.value == float(age[1]) and not q.thing for n in near for q in numbers_of(n)
        ):
            continue  # "She was 88."
        yield fault(
            "date-not-in-source", mention.text, "is not when the source says", mention.start
        )


def _length_bound(claim: Line, length: TimeMention, evidence: list[Line]) -> Iterator[Finding]:
    """ "A maximum of ten years" is not "ten years"."""
    if length.type != "duration" or _AT_MOST.search(claim.text) or _OPEN.search(claim.text):
        return
    bounds = [
        _AT_MOST.search(line.text[max(0, at - 25) : at])
        for line in evidence for m in line.mentions if m.value == length.value
        for at in (m.start - line.sentence.start,)
    ]  # fmt: skip
    if bounds and all(bounds):
        yield fault("bound-changed", length.text, "is the most in the source", length.start)


_AT_MOST = re.compile(r"\b(?:maximum|up to|at most|no more than|as much as)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:may|might|could|can)\b")


def _bare(text: str) -> str:
    """Without what bounds it: "an hour" of "about an hour"."""
    return _BOUNDS.sub("", text.lower())


_BOUNDS = re.compile(r"^(?:about|around|some|roughly|nearly|almost) ")
_NO_YEAR = re.compile(r"[^\d]+")
_AGED = re.compile(r"(?:aged|age|at the age of) (\d{1,3})")
_AGE = re.compile(r"(\d{1,3})[ -]years?[ -]old")


def holds(claim: TimeMention, told: TimeMention) -> bool:
    if claim.value == told.value:
        return True
    if claim.begin and claim.end_day and told.begin and told.end_day:
        return claim.begin <= told.begin and told.end_day <= claim.end_day
    if _NO_YEAR.fullmatch(claim.text) and claim.begin and told.begin and told.end_day:
        # "November" alone is that of the source, whichever year this is.
        months = told.begin[5:7], told.end_day[5:7]
        if months == (claim.begin[5:7],) * 2 and claim.precision == "month":
            return True
    return told.value.startswith(claim.value + "-")
