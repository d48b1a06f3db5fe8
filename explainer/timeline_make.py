"""From what a source says to its events: one for each time a happening is set at."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from explainer.extract.referent import PRONOUNS
from explainer.facts import Fact, FactKind
from explainer.mention import TimeMention
from explainer.timeline import Certainty, Event, Timeline, Undated, in_order, in_words
from explainer.timeline_title import short, standing, told_apart, without_time
from explainer.timeline_when import how_got, is_about, when_of

if TYPE_CHECKING:
    from explainer.extract.extract import Extraction

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


Told = list[tuple[Fact, TimeMention]]


def timeline(extraction: Extraction) -> Timeline:
    """What the source says happened, one event for each time it names; what it tells of without
    a time is kept apart."""
    by_time: dict[int, Told] = {}
    timeless: list[Fact] = []
    for fact in extraction.facts:
        times = _times_of(fact, extraction.reading.source.text)
        for time in times:
            by_time.setdefault(time.start, []).append((fact, time))
        if not times and fact.kind in _HAPPENINGS:
            timeless.append(fact)
    events = _told_once([_event(told, extraction) for told in by_time.values()])
    told_at = {(q.start, q.end) for event in events for q in event.evidence}
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
    return Timeline(events=in_order(events), undated=undated)


def _told_once(events: list[Event]) -> list[Event]:
    """Each event once: what has the same title and time is one; ids differ."""
    once: dict[tuple[str, str], Event] = {}
    ids: dict[str, int] = {}
    for event in events:
        key = event.title.casefold(), event.when
        if key in once:
            facts = (*once[key].fact_ids, *event.fact_ids)
            once[key] = once[key].model_copy(update={"fact_ids": tuple(dict.fromkeys(facts))})
            continue
        ids[event.id] = ids.get(event.id, 0) + 1
        if ids[event.id] > 1:
            event = event.model_copy(update={"id": f"{event.id}-{ids[event.id]}"})
        once[key] = event
    return list(once.values())


def _times_of(fact: Fact, text: str) -> list[TimeMention]:
    """The times at which a fact's happening is set: every date that is not said aside."""
    if fact.kind in _STANDING:
        return []
    return [
        m for m in fact.mentions
        if isinstance(m, TimeMention) and m.type in ("date", "time") and m.begin and m.end_day
        and not _ASIDE.search(text[max(0, m.start - 12) : m.start])
    ]  # fmt: skip


def _event(told: Told, extraction: Extraction) -> Event:
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
    published = extraction.reading.source.published
    return Event(
        id=f"e-{fact.id.removeprefix('f-')}",
        title=short(_title(fact, time, extraction)),
        begin=begin,
        end=end,
        precision=time.precision,
        when=when_of(time, in_words(begin, end, time.precision)),
        about_then=is_about(time),
        how_resolved=how_got(time),
        certainty=_certainty(fact, begin, published),
        text=fact.statement,
        fact_ids=tuple(dict.fromkeys(f.id for f, _ in told)),
        evidence=fact.quotes,
        attribution=fact.attribution,
    )


def _certainty(fact: Fact, begin: date, published: date | None) -> Certainty:
    """What was still to come when the source appeared is planned, whoever says it."""
    if published is not None and begin > published:
        return "planned"
    return "reported" if fact.attribution.kind == "narrator" else "claimed by one side"


def _title(fact: Fact, time: TimeMention, extraction: Extraction) -> str:
    """The statement without its date; of several dates the part that this one belongs to."""
    title = standing(fact, extraction.reading)
    others = [
        m.text for m in _times_of(fact, extraction.reading.source.text)
        if m.start != time.start and m.text in title
    ]  # fmt: skip
    if others:
        who = fact.part("who") or fact.part("actor") or fact.part("subject")
        if who is None:
            return told_apart(title, time.text, others, None)
        name = who.value if who.text.lower() in PRONOUNS else who.text
        return told_apart(title, time.text, others, name)
    return without_time(title, time.text)
