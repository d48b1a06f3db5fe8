"""Events with dates as precise as they are known, in order."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import Field, model_validator

from explainer.facts import NARRATOR, Attribution, Fact, FactKind, Origin, Quote, Strict
from explainer.fields import FactIds, Id, PlaceIds, Quotes, ReferenceIds
from explainer.mention import Precision, TimeMention
from explainer.timeline_title import short, standing, without_time

if TYPE_CHECKING:
    from explainer.extract.extract import Extraction

Certainty = Literal["well attested", "reported", "disputed", "claimed by one side"]
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


# The plainest telling of a happening first; a long quotation says least about what it is.
_PLAINEST: tuple[FactKind, ...] = (
    "event", "casualties", "count", "published", "demand", "figure", "role", "kinship",
    "neighbour", "connects", "located", "cause", "statement", "reported", "quotation",
)  # fmt: skip
_HAPPENINGS = frozenset({"event", "casualties", "count", "published"})
_STANDING = frozenset({"role", "kinship", "neighbour", "located", "connects"})
# "the budget for 2023", "the highest since 1996": a time, but not that of the happening.
_ASIDE = re.compile(
    r"\b(?:for|since|of|until|till|before|after|from|to|than)\s+(?:the\s+)?$", re.IGNORECASE
)


def timeline(extraction: Extraction) -> Timeline:
    """What the source says happened, one event for each time it names; what it tells of without
    a time is kept apart."""
    by_time: dict[int, list[tuple[Fact, TimeMention]]] = {}
    timeless: list[Fact] = []
    for fact in extraction.facts:
        times = _times_of(fact, extraction.reading.source.text)
        for time in times:
            by_time.setdefault(time.start, []).append((fact, time))
        if not times and fact.kind in _HAPPENINGS:
            timeless.append(fact)
    events: dict[str, Event] = {}
    for told in by_time.values():
        event = _event(told, extraction)
        again = sum(id.startswith(event.id) for id in events)
        if again:
            event = event.model_copy(update={"id": f"{event.id}-{again + 1}"})
        events[event.id] = event
    told_at = {(q.start, q.end) for event in events.values() for q in event.evidence}
    undated = tuple(
        Undated(
            id=f"u-{fact.id.removeprefix('f-')}",
            title=short(standing(fact, extraction.reading)),
            fact_ids=(fact.id,),
            evidence=fact.quotes,
            attribution=fact.attribution,
        )
        for fact in timeless
        if not any((quote.start, quote.end) in told_at for quote in fact.quotes)
    )
    return Timeline(events=in_order(list(events.values())), undated=undated)


def _times_of(fact: Fact, text: str) -> list[TimeMention]:
    """The times at which a fact's happening is set: every date that is not said aside."""
    if fact.kind in _STANDING:
        return []
    return [
        m for m in fact.mentions
        if isinstance(m, TimeMention) and m.type == "date" and m.begin and m.end_day
        and not _ASIDE.search(text[max(0, m.start - 12) : m.start])
    ]  # fmt: skip


def _event(told: list[tuple[Fact, TimeMention]], extraction: Extraction) -> Event:
    told = sorted(
        told,
        key=lambda pair: (
            pair[1].text not in pair[0].statement,
            _PLAINEST.index(pair[0].kind),
            len(pair[0].statement),
        ),
    )
    fact, time = told[0]
    begin, end = date.fromisoformat(time.begin or ""), date.fromisoformat(time.end_day or "")
    claimed = fact.attribution.kind != "narrator"
    title = standing(fact, extraction.reading)
    if sum(mention.type == "date" for mention in fact.mentions) == 1:
        title = without_time(title, time.text)
    return Event(
        id=f"e-{fact.id.removeprefix('f-')}",
        title=short(title),
        begin=begin,
        end=end,
        precision=time.precision,
        when=in_words(begin, end, time.precision),
        how_resolved=time.rule,
        certainty="claimed by one side" if claimed else "reported",
        text=fact.statement,
        fact_ids=tuple(dict.fromkeys(f.id for f, _ in told)),
        evidence=fact.quotes,
        attribution=fact.attribution,
    )
