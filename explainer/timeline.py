"""Events with dates as precise as they are known, in order."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import Field, model_validator

from explainer.facts import NARRATOR, Attribution, Fact, FactKind, Origin, Quote, Strict
from explainer.mention import Precision, TimeMention

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


class Period(Strict):
    """A stretch of the timeline to look at on its own; its id is the `theme` of its events."""

    id: str
    title: str
    begin: date
    end: date
    about: str | None = None


class Event(Strict):
    """Something that happened, from `begin` to `end` (first and last day meant, both included).

    `precision` says how exactly that is known; `how_resolved` how the date was got from the
    words. Authors may write one `date` ("1984-04", "1984-04-19/1984-05-05") in place of begin,
    end, precision and `when`, the date in words.
    """

    id: str
    title: str = Field(min_length=1, description="short, and understood on its own")
    begin: date
    end: date
    precision: Precision
    when: str = Field(min_length=1, description="the date in words, no more exact than it is known")
    about_then: bool = Field(default=False, description="the first and last day are approximate")
    how_resolved: str = ""
    origin: Origin = "source"
    certainty: Certainty = "well attested"
    theme: str | None = Field(default=None, description="id of the period it belongs to")
    text: str = Field(default="", description="what happened, in one to three sentences")
    disagreement: str | None = Field(default=None, description="where and how sources differ")
    main: bool = Field(default=False, description="shown when there is room for few")
    fact_ids: tuple[str, ...] = ()
    evidence: tuple[Quote, ...] = ()
    reference_ids: tuple[str, ...] = ()
    place_ids: tuple[str, ...] = ()
    attribution: Attribution = NARRATOR

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


def timeline(extraction: Extraction) -> Timeline:
    """What the source says happened, one event for each time it names; what it tells of without
    a time is kept apart."""
    by_time: dict[int, list[tuple[Fact, TimeMention]]] = {}
    undated: list[Undated] = []
    for fact in extraction.facts:
        time = _time_of(fact)
        if time is not None:
            by_time.setdefault(time.start, []).append((fact, time))
        elif fact.kind in _HAPPENINGS:
            undated.append(
                Undated(
                    id=f"u-{fact.id}",
                    title=short(fact.statement),
                    fact_ids=(fact.id,),
                    evidence=fact.quotes,
                    attribution=fact.attribution,
                )
            )
    events = [_event(told) for told in by_time.values()]
    told_at = {(q.start, q.end) for event in events for q in event.evidence}
    apart = [u for u in undated if not any((q.start, q.end) in told_at for q in u.evidence)]
    return Timeline(events=in_order(events), undated=tuple(apart))


def _time_of(fact: Fact) -> TimeMention | None:
    dates = [
        m for m in fact.mentions
        if isinstance(m, TimeMention) and m.type == "date" and m.begin and m.end_day
    ]  # fmt: skip
    when = fact.part("when")
    meant = [m for m in dates if when and m.start >= when.start and m.end <= when.end]
    return next(iter([*meant, *dates]), None)


def _event(told: list[tuple[Fact, TimeMention]]) -> Event:
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
    return Event(
        id=f"e-{fact.id.removeprefix('f-')}",
        title=short(without_time(fact.statement, time.text)),
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


_FAR_IN = 80
_LEADS_IN = r"(?:(?:in|on|at|during|over|since|by|early|late)(?: |$))?(?:the )?"
_BEFORE_HEAD = re.compile(rf"(?:\w+(?: \w+)?, )?{_LEADS_IN}", re.IGNORECASE)
_BEFORE_TAIL = re.compile(rf",? {_LEADS_IN}$", re.IGNORECASE)


def without_time(statement: str, words: str) -> str:
    """The statement without the words that date it, where it stays a sentence: they stand at its
    head or its end. Where they stand far inside, only what follows them is about that time."""
    before, found, after = statement.partition(words) if words else (statement, "", "")
    after = re.sub(r"^, \d{4}\b", "", after)  # a date completed by its year
    rest = statement
    if found and _BEFORE_HEAD.fullmatch(before) and after.lstrip(", "):
        rest = after.lstrip(", ")
    elif found and not after.strip(" .") and len(before) > 20:
        rest = _BEFORE_TAIL.sub("", before)
    elif found and len(before) > _FAR_IN and len(after) > 20:
        rest = after.lstrip(", ")
    return rest[:1].upper() + rest[1:]


def short(statement: str, limit: int = 100) -> str:
    """At most `limit` characters of a statement, cut where a clause ends if that can be."""
    text = statement.strip().strip('"“”').rstrip(".")
    if len(text) <= limit:
        return text
    for mark in (", ", "; ", " which ", " while ", " and ", " "):
        cut = text.rfind(mark, limit // 3, limit - 1)
        if cut > 0:
            return text[:cut].rstrip(",;") + " …"
    return text[: limit - 1] + "…"
