"""Events with dates as precise as they are known, in order."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from explainer.facts import NARRATOR, Attribution, Origin, Quote, Strict
from explainer.fields import FactIds, Id, PlaceIds, Quotes, ReferenceIds
from explainer.mention import Precision

Certainty = Literal["well attested", "reported", "disputed", "claimed by one side", "planned"]
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MONTHS = list(calendar.month_name)


def span_of(text: str) -> tuple[date, date, Precision]:
    """First day, last day and precision of an ISO date ("1984", "1984-04", "1984-04-19"), a
    decade ("1980s") or a span of two dates joined by "/". ValueError if it is none of these."""
    if "/" in text:
        first, _, last = text.partition("/")
        begin, _, precision = span_of(first.strip())
        _, end, coarser = span_of(last.strip())
        if end < begin:
            raise ValueError(f"'{text}' ends before it begins")
        return begin, end, max(precision, coarser, key=("day", "month", "year", "decade").index)
    if re.fullmatch(r"\d{3}0s", text):
        year = int(text[:4])
        return date(year, 1, 1), date(year + 9, 12, 31), "decade"
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"'{text}' is not a date; write 1984, 1984-04, 1984-04-19 or a span")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day), "day"
    if month:
        if month > 12:
            raise ValueError(f"'{text}' has no such month")
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month"
    return date(year, 1, 1), date(year, 12, 31), "year"


def in_words(begin: date, end: date, precision: Precision) -> str:
    """A date as people write it, no more exact than it is known: "25 to 27 December 1979"."""
    if precision == "decade":
        return f"the {begin.year}s" if end.year - begin.year == 9 else f"{begin.year} to {end.year}"
    if precision in ("year", "century", "vague"):
        return str(begin.year) if begin.year == end.year else f"{begin.year} to {end.year}"
    year = "" if begin.year == end.year else f" {begin.year}"
    month = f" {_MONTHS[begin.month]}" if year or begin.month != end.month else ""
    last = f"{_MONTHS[end.month]} {end.year}"
    if precision in ("month", "season", "quarter", "half"):
        return f"{month.strip()}{year} to {last}" if month else last
    if begin == end:
        return f"{end.day} {last}"
    return f"{begin.day}{month}{year} to {end.day} {last}"


def day_in_words(day: date) -> str:
    """25 August 2021"""
    return in_words(day, day, "day")


class Period(Strict):
    """A stretch of the timeline to look at on its own; its id is the `theme` of its events."""

    id: Id
    title: str = Field(description="its name as a reader sees it")
    begin: date = Field(description="first day")
    end: date = Field(description="last day")
    about: str | None = Field(default=None, description="what to know of it, in two sentences")


class Event(Strict):
    """Something that happened, from `begin` to `end` (first and last day meant, both included).

    `precision` says how exactly that is known; `how_resolved` how the date was got from the
    words. Authors may write one `date` ("1984-04", "1984-04-19/1984-05-05") in place of begin,
    end, precision and `when`, the date in words.
    """

    id: Id
    title: str = Field(min_length=1, description="short, and understood on its own")
    begin: date = Field(description="first day meant; from `date`")
    end: date = Field(description="last day meant; from `date`")
    precision: Precision = Field(description="how exactly the days are known; from `date`")
    when: str = Field(min_length=1, description="the date in words, no more exact than it is known")
    about_then: bool = Field(default=False, description="the first and last day are approximate")
    how_resolved: str = Field(default="", description="how the date was got from the words")
    origin: Origin = Field(default="source", description="who says so: the source, or background")
    certainty: Certainty = Field(default="well attested", description="how well it is known")
    theme: str | None = Field(default=None, description="id of the period it belongs to")
    text: str = Field(default="", description="what happened, in one to three sentences")
    disagreement: str | None = Field(default=None, description="where and how sources differ")
    main: bool = Field(default=False, description="shown when there is room for few")
    fact_ids: FactIds = ()
    evidence: Quotes = ()
    reference_ids: ReferenceIds = ()
    place_ids: PlaceIds = ()
    attribution: Attribution = Field(
        default=NARRATOR, description="whose statement it is, where it is a claim"
    )

    @model_validator(mode="before")
    @classmethod
    def _one_date_gives_three(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "date" not in data:
            return data
        rest = {key: value for key, value in data.items() if key != "date"}
        begin, end, precision = span_of(str(data["date"]))
        words = in_words(begin, end, rest.get("precision", precision))
        when = f"about {words}" if rest.get("about_then") else words
        return {"begin": begin, "end": end, "precision": precision, "when": when} | rest

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.end < self.begin:
            raise ValueError(f"the event ends {self.end}, before it begins {self.begin}")
        return self


class Undated(Strict):
    """Something the source says happened, without saying when."""

    id: str
    title: str = Field(min_length=1)
    fact_ids: tuple[str, ...]
    evidence: tuple[Quote, ...] = ()
    attribution: Attribution = NARRATOR


class Timeline(Strict):
    """`events` in order of their first day, longer spans first; `undated` kept apart."""

    events: tuple[Event, ...] = ()
    undated: tuple[Undated, ...] = ()
    periods: tuple[Period, ...] = ()

    def event(self, id: str) -> Event | None:
        return next((event for event in self.events if event.id == id), None)


def in_order(events: tuple[Event, ...] | list[Event]) -> tuple[Event, ...]:
    """By first day; what began the same day by its length, the longest first, so that a decade
    stands before its years."""
    return tuple(sorted(events, key=lambda e: (e.begin, -e.end.toordinal(), e.id)))
