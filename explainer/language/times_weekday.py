"""Weekdays: 'Friday', 'last Monday', 'Thursday of next week', 'Monday the 5th'."""

from __future__ import annotations

from datetime import date, timedelta

from explainer.language.times_anchor import nearest_weekday
from explainer.language.times_found import Place
from explainer.language.times_pieces import Pieces
from explainer.language.times_values import add_months
from explainer.language.times_words import WEEKDAYS


def weekday_value(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    """Value of the weekday in a date, how it was got, and whether an anchor gave it."""
    weekday = p.weekday or 0
    words = place.words
    t = place.tokens
    if t.word(place.j) in _PAPERS or _is_person(place):
        return None, "", False
    named = place.anchor.textual("day") if t.code(place.i - 1) == "i" else None
    here = place.anchor.scene[0] == place.anchor.sentence
    if named is not None and named.weekday() == weekday and here:
        return named.isoformat(), f"'{words}' names the weekday of the date before it", True
    last = place.anchor.textual("day")
    if t.code(place.i - 1) == "i" or t.word(place.i - 1) == "one":
        return (
            f"XXXX-WXX-{weekday + 1}",
            f"'{words}': some {WEEKDAYS[weekday]}, not said which",
            False,
        )
    in_scene = last is not None and last.year == place.anchor.scene[1]
    old = here and in_scene and place.in_old_scene()
    base, published = place.anchor.base("day", textual=old)
    if base is None:
        return f"XXXX-WXX-{weekday + 1}", f"'{words}' with no date to count from", False
    if p.unit_turn is not None and p.unit_turn[0] == "week":
        turn = p.unit_turn[1]
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=turn.step)
        value = monday + timedelta(days=weekday)
    elif p.weekday_turn is None:
        before = "before" in {t.word(place.i), t.word(place.i - 1)}
        first = _first_of_span(place)
        base = first or base
        before = before and not (p.hour and place.tense() < 0)  # 'it hit before 5 a.m. Friday'
        forward = first or place.anchor.narrative or not published or before or place.tense() > 0
        value = nearest_weekday(base, weekday, 1 if forward else -1)
    elif p.weekday_turn.step < 0:
        value = nearest_weekday(base - timedelta(days=1), weekday, -1)
    elif p.weekday_turn.step > 0:
        value = nearest_weekday(base + timedelta(days=1), weekday, 1)
    else:
        value = base - timedelta(days=base.weekday() - weekday)
    if p.day is not None and value.day != p.day:
        value = _weekday_on(value, weekday, p.day)
    name = WEEKDAYS[weekday]
    rule = f"'{words}' is the {name} {place.counted(base, published)}"
    return value.isoformat(), rule, True


_STORIED = frozenset(["black", "bloody", "cyber", "super"])


def _is_person(place: Place) -> bool:
    """Whether the weekday is a name or part of one: 'Crusoe and Friday built a hut'."""
    t, i = place.tokens, place.i
    if t.word(i - 1) in _STORIED and t.raw(i - 1).istitle():
        return True
    if t.code(i - 1) == "I" and t.code(place.j) == "." and t.raw(place.j).istitle():
        return True  # 'the Friday Mosque'
    return t.codes[i] == "a" and t.code(i - 1) == "&" and t.code(place.j) == "<" and (
        t.code(i - 2) == "." and t.raw(i - 2).istitle())  # fmt: skip


def _first_of_span(place: Place) -> date | None:
    """The day that 'Monday to' stands for, before the Friday of 'Monday to Friday'."""
    t, i = place.tokens, place.i
    if t.code(i - 1) not in {"2", "-"} or t.code(i - 2) != "a":
        return None
    day = place.anchor.textual("day")
    return day if day is not None and day.weekday() == t.values[i - 2] else None


_PAPERS = frozenset(
    ["times", "telegraph", "mirror", "express", "mail", "herald", "post", "world", "tribune"]
)


def _weekday_on(near: date, weekday: int, number: int) -> date:
    """'Monday the 5th': the nearest month whose day `number` is that weekday."""
    for step in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        first = add_months(near, step)
        try:
            day_ = first.replace(day=number)
        except ValueError:
            continue
        if day_.weekday() == weekday:
            return day_
    return near
