"""The eight steps of a lesson, each made from the facts that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from explainer.facts import Fact, Quote
from explainer.geography import PlacesReport
from explainer.lesson import Figure, Passage, Step
from explainer.lesson_passages import passages_of, step_of, told
from explainer.source import Source
from explainer.timeline import Event, Timeline, day_in_words

RECENT = timedelta(days=60)  # what happened this close to publication is "now"
_PLACING = ("located", "neighbour", "connects")
_VOICED = ("quotation", "demand", "reported", "published")


def source_step(source: Source) -> Step:
    known = [
        ("It is called", source.title and f"“{source.title}”"),
        ("It was published on", source.published and day_in_words(source.published)),
        ("It was published by", source.publisher),
        ("It was written by", source.author),
        ("Its pictures or material are credited to", source.credit),
    ]
    said = [f"{words} {value}." for words, value in known if value]
    tells = bool(said)
    asked = {"title": source.title, "date": source.published, "publisher": source.publisher,
             "author": source.author}  # fmt: skip
    if lacking := [name for name, value in asked.items() if not value]:
        said.append(f"It names no {' and no '.join(lacking)}.")
    text = " ".join(["This lesson is about one text.", *said])
    header = tuple(
        Quote(start=b.start, end=b.end, quote=source.text[b.start : b.end])
        for b in source.blocks
        if b.kind in ("title", "dateline", "credit")
    )
    return step_of(
        "source", "Meet the source", "Ask first who made a text, when, and from what.",
        minutes=6, say="Look at the top of the page before you read on.",
        passages=(Passage(full=text, evidence=header),) if tells else (),
        missing="The text does not say what it is called, when it was made or by whom.",
        figures=(Figure(kind="source_card", caption="What the text says of itself."),),
        discussion=("What would you like to know about the person who wrote this?",),
    )  # fmt: skip


def where_step(facts: Sequence[Fact], places: PlacesReport) -> Step:
    placing = [fact for fact in facts if fact.kind in _PLACING]
    naming = [
        fact for fact in facts
        if fact.kind not in (*_PLACING, "role", "kinship", "quotation")
        and any(mention.type == "place" for mention in fact.mentions)
    ]  # fmt: skip
    shown = tuple(place.id for place in places.placed)
    return step_of(
        "where", "Where is it?", "Know where something happens, and what lies near it.",
        minutes=8, say="Find each place on the map before we read about it.",
        passages=passages_of([*placing, *naming]),
        missing="The text names no place that we could find.",
        figures=(Figure(kind="map", ids=shown, caption="The places the text names."),)
        if shown
        else (),
        discussion=("Which place of the text would you like to know more about, and why?",),
    )  # fmt: skip


def _split(source: Source, timeline: Timeline) -> tuple[list[Event], list[Event]]:
    """Events from long before publication, and those close to it."""
    dates = [event.end for event in timeline.events]
    today = source.published or max(dates, default=None)
    if today is None:
        return [], []
    earlier = [event for event in timeline.events if event.end < today - RECENT]
    return earlier, [event for event in timeline.events if event.end >= today - RECENT]


def _of(events: Iterable[Event], facts: Sequence[Fact]) -> list[Fact]:
    by_id = {fact.id: fact for fact in facts}
    return [by_id[event.fact_ids[0]] for event in events if event.fact_ids[0] in by_id]


def then_step(source: Source, facts: Sequence[Fact], timeline: Timeline) -> Step:
    earlier, _ = _split(source, timeline)
    ids = tuple(event.id for event in earlier)
    return step_of(
        "then", "Then", "What came before helps to understand what is now.",
        minutes=8, say="Put these events in order before you look at the timeline.",
        passages=passages_of(_of(earlier, facts)),
        missing="The text gives no date for anything that happened long before it was written.",
        figures=(Figure(kind="timeline", ids=ids, caption="What the text tells of the past."),),
        discussion=("What else might have happened that the text leaves out?",),
    )  # fmt: skip


def now_step(source: Source, facts: Sequence[Fact], timeline: Timeline) -> Step:
    earlier, recent = _split(source, timeline)
    past = {id for event in earlier for id in event.fact_ids}
    numbers = [
        fact for fact in facts
        if fact.kind in ("count", "casualties", "figure", "event") and fact.id not in past
    ]  # fmt: skip
    return step_of(
        "now", "Now", "See what the text reports, and which of its numbers were counted.",
        minutes=9, say="For every number ask: who says so, and how could they know?",
        passages=passages_of([*_of(recent, facts), *numbers]),
        missing="The text reports no dated event and no number.",
        figures=(
            Figure(
                kind="timeline",
                ids=tuple(event.id for event in recent),
                caption="What the text reports of its own days.",
            ),
        )
        if recent
        else (),
        discussion=("Which of these numbers would you trust most, and why?",),
    )  # fmt: skip


def voices_step(facts: Sequence[Fact]) -> Step:
    voiced = [f for f in facts if f.kind in _VOICED]
    one_each: dict[str, Fact] = {}
    for fact in voiced:
        one_each.setdefault(fact.attribution.speaker or "", fact)
    first = list(one_each.values())
    passages = passages_of([*first, *(fact for fact in voiced if fact not in first)])
    shown = {id for passage in passages for id in passage.fact_ids}
    more = tuple(f.id for f in voiced if f.kind == "quotation" and f.id not in shown)
    return step_of(
        "voices", "Voices", "Ask of every sentence who says it, and as what.",
        minutes=9, say="Read a sentence aloud. Who is speaking?",
        passages=passages,
        missing="Only the writer speaks in this text; nobody else is quoted.",
        figures=(Figure(kind="quotes", ids=more, caption="Others quoted."),) if more else (),
        discussion=("Whose voice is missing here?",),
    )  # fmt: skip


def unknown_step(
    source: Source, facts: Sequence[Fact], timeline: Timeline, places: PlacesReport
) -> Step:
    by_id = {fact.id: fact for fact in facts}
    open_points = [("Who says so? This source has no name.", f) for f in _unnamed(facts)[:2]]
    open_points += [("This is an estimate, not a count.", f) for f in _estimates(facts)[:2]]
    open_points += [
        ("The text does not say when this was.", by_id[undated.fact_ids[0]])
        for undated in timeline.undated[:2]
    ]
    passages = [
        Passage(
            full=f"{why} {told(fact)}", evidence=fact.quotes, fact_ids=(fact.id,)
        )
        for why, fact in open_points
    ]  # fmt: skip
    passages += [
        Passage(full=each.why, evidence=each.evidence[:1], fact_ids=each.fact_ids)
        for each in places.unplaced[:2]
    ]
    if source.published:
        after = f"What happened after {day_in_words(source.published)}, this text cannot tell."
        passages.append(Passage(full=after))
    return step_of(
        "unknown", "What we cannot know", "Say what a text leaves open.",
        minutes=6, say="Choose one open point. Where would you look?",
        passages=tuple(passages),
        missing="We found nothing that the text plainly leaves open. Look for it yourself.",
        discussion=("Which of these open points matters most?",),
    )  # fmt: skip


def _unnamed(facts: Sequence[Fact]) -> list[Fact]:
    return [
        f for f in facts
        if f.attribution.kind == "unnamed" and f.attribution.stance != "estimate"
        and f.kind in _VOICED and not (f.attribution.speaker or "").lower().startswith("the ")
    ]  # fmt: skip


def _estimates(facts: Sequence[Fact]) -> list[Fact]:
    return [f for f in facts if f.attribution.stance == "estimate"]


def check_step(asks: bool) -> Step:
    """`asks` says whether there are items to ask."""
    text = "Answer first, then read the words of the text that decide it."
    return step_of(
        "check", "Check yourself", "You know something when you can show what it rests on.",
        minutes=6, say="A wrong answer is a good place to look again.",
        passages=(Passage(full=text),) if asks else (),
        missing="No question could be made from this text that would hold.",
    )  # fmt: skip


def discuss_step(facts: Sequence[Fact]) -> Step:
    opinions = [fact for fact in facts if fact.attribution.stance == "opinion"]
    return step_of(
        "discuss", "Discuss", "Every good answer gives its reasons.",
        minutes=6, say="Start with “I think this because”, and name a place in the text.",
        passages=passages_of(opinions[:3]),
        missing="The text holds no opinion that we could find. Discuss what it leaves out.",
        discussion=(
            "Who would tell this differently, and how?",
            "What would have to happen for you to change your mind?",
        ),
    )  # fmt: skip
