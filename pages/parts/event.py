"""An event in words: when and how surely, what, where sources differ, what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from explainer.facts import Origin
from explainer.pack import Pack
from explainer.timeline import Event, Timeline
from pages.parts.data import citations
from pages.parts.evidence import origin_words, paragraphs_of, said_by, show_rests
from pages.parts.words import escaped, plain

CERTAIN = {
    "well attested": "✓ Well attested",
    "reported": "◐ Reported",
    "disputed": "≠ Disputed",
    "claimed by one side": "! Claimed by one side",
    "planned": "▷ Planned or expected, when this was written",
}

ORIGINS: dict[str, Origin] = {"The article": "source", "Background": "background"}
OVERVIEW = "overview"


def period_of(event: Event, timeline: Timeline) -> str:
    """The period an event belongs to: the one its author gave, or the one its first day is in."""
    inside = (p.id for p in timeline.periods if p.begin <= event.begin <= p.end)
    return event.theme or next(inside, OVERVIEW)


def shown(timeline: Timeline, period: str, origins: set[Origin]) -> tuple[Event, ...]:
    """Events of a period; in the overview those its author marked as main, and the article's own.
    No origin chosen means all; a teacher's events always show."""
    wanted = origins | {"teacher"} if origins else {"source", "background", "teacher"}
    has_main = any(event.main for event in timeline.events)

    def is_in(event: Event) -> bool:
        if period == OVERVIEW:
            return event.main or event.origin != "background" or not has_main
        return period_of(event, timeline) == period

    return tuple(e for e in timeline.events if e.origin in wanted and is_in(e))


def show_event(event: Event, pack: Pack) -> None:
    st.html(f'<p class="x-kicker">{escaped(event.when)}</p>')
    st.header(plain(event.title), anchor=False)
    st.html(f'<p class="x-muted">{escaped(CERTAIN[event.certainty])}</p>')
    if event.text:
        st.markdown(plain(event.text))
    if event.disagreement:
        st.markdown(f"**Where sources differ.** {plain(event.disagreement)}")
    if event.attribution.kind != "narrator":
        st.markdown(plain(said_by(event.attribution)))
    if event.how_resolved:
        st.caption(f"How the date was got: {plain(event.how_resolved)}")
    show_rests(
        event.id, pack.source, quotes=event.evidence, citations=citations(event.reference_ids),
        attribution=event.attribution if event.evidence else None, origin=event.origin,
        statement=event.title,
    )  # fmt: skip


def _how(event: Event) -> str:
    """How a date of the article was got; that one is as written goes without saying."""
    if not event.how_resolved or event.how_resolved.endswith("as written"):
        return ""
    return f'<br><span class="x-muted">{escaped(event.how_resolved)}</span>'


def show_list(events: Sequence[Event], pack: Pack) -> None:
    """The list twin: every event in order, for reading, for print and for a screen reader."""
    rows = []
    for event in events:
        mark = origin_words(
            event.origin, paragraphs_of(pack.source, event.evidence), len(event.reference_ids)
        )
        sure = "" if event.certainty == "well attested" else f" · {CERTAIN[event.certainty]}"
        rows.append(
            f'<li><time datetime="{event.begin.isoformat()}">{escaped(event.when)}</time>'
            f"{escaped(event.title)}<br>"
            f'<span class="x-mark {event.origin}">{escaped(mark + sure)}</span>{_how(event)}</li>'
        )
    st.html(f'<ol class="x-list">{"".join(rows)}</ol>')
