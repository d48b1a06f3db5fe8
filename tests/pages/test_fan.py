"""The timeline's drawing says what the events say."""

from __future__ import annotations

import pytest

from pages.parts.event import OVERVIEW, period_of, shown
from pages.parts.fan import fan


@pytest.mark.parametrize("room", ["phone", "page", "hall"])
def test_every_event_has_its_row_in_order(lesson_pack, room):
    """One row an event, each carrying its id, none drawn over another."""
    events = shown(lesson_pack.timeline, OVERVIEW, {"source", "background"})
    figure = fan(events, events[0].id, is_dark=False, room=room)
    bars = next(trace for trace in figure.data if trace.type == "bar")
    assert list(bars.customdata) == [event.id for event in events]
    assert list(bars.y) == sorted(set(bars.y))
    assert bars.width < 1


def test_the_scale_is_true(lesson_pack):
    """Marks lie on the axis in proportion to their dates."""
    events = lesson_pack.timeline.events
    figure = fan(events, None, is_dark=True, room="page")
    marks = [t.y[0] for t in figure.data if t.type == "scatter" and t.mode == "markers"]
    days = [event.begin.toordinal() for event in events]
    first, last = min(days), max(e.end.toordinal() for e in events)
    for mark, day in zip(marks, days, strict=True):
        assert mark - 0.5 == pytest.approx((day - first) / (last - first) * (len(events) - 1))


def test_every_event_can_be_seen_in_some_period(lesson_pack):
    """No event falls between the periods and the overview."""
    timeline = lesson_pack.timeline
    both = {"source", "background"}
    for event in timeline.events:
        assert event in shown(timeline, period_of(event, timeline), both)


def test_filters_keep_only_what_they_say(lesson_pack):
    """Only the article, or only background; with none chosen, all."""
    timeline = lesson_pack.timeline
    only = shown(timeline, OVERVIEW, {"source"})
    assert only
    assert {event.origin for event in only} == {"source"}
    assert shown(timeline, OVERVIEW, set()) == shown(timeline, OVERVIEW, {"source", "background"})
