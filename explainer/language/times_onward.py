"""Days counted from a weekday: 'a week from Monday', 'Monday week', 'two Sundays ago'."""

from __future__ import annotations

from datetime import timedelta

from explainer.language.times_found import Found, Place


def from_day(place: Place, unit: str, count: float | None) -> list[Found] | None:
    """'a week from Monday', 'two days from tomorrow': counted on from a day yet to come."""
    t, j = place.tokens, place.j
    if t.word(j) != "from" or t.code(j + 1) not in {"a", "D"}:
        return None
    base, published = place.anchor.base("day", textual=False)
    size = _IN_DAYS.get(unit, 0) * (count or 0)
    if base is None or not size or t.code(j + 2) in {"2", "-", "~"}:
        return None
    said = t.values[j + 1]
    if not isinstance(said, int):
        return None
    ahead = (said - base.weekday()) % 7 if t.code(j + 1) == "a" else said
    value = (base + timedelta(days=ahead + int(size))).isoformat()
    words = t.text[t.starts[place.i] : t.end(j + 1)]
    rule = f"'{words}' {place.counted(base, published)}"
    return [Found("date", value, place.i, j + 2, rule, place.modifier(), True)]


_IN_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def week_on(place: Place, value: str) -> list[Found] | None:
    """'Monday week': a week after the coming Monday, in British English."""
    t, j = place.tokens, place.j
    if t.word(j) != "week" or t.code(j + 1) not in {"", *";,@&<>2k"} or value[:1] == "X":
        return None
    base, published = place.anchor.base("day", textual=False)
    if base is None or t.code(place.i - 1) in {"l", "x", "I", "i"}:
        return None
    ahead = (place.number(place.i) - base.weekday()) % 7 + 7
    rule = f"'{place.words} week' {place.counted(base, published)}"
    days = (base + timedelta(days=ahead)).isoformat()
    return [Found("date", days, place.i, j + 1, rule, None, True)]


def weekdays_ago(place: Place) -> list[Found] | None:
    """'two Sundays ago': the second Sunday back from the day of publication."""
    t = place.tokens
    base, published = place.anchor.base("day", textual=False)
    weekday, count = t.values[place.j - 2], place.number(place.i)
    if base is None or not isinstance(weekday, int) or place.j - place.i != 3:
        return None
    back = (base.weekday() - weekday - 1) % 7 + 1 + 7 * (count - 1)
    rule = f"'{place.words}' {place.counted(base, published)}"
    value = (base - timedelta(days=back)).isoformat()
    return [Found("date", value, place.i, place.j, rule, None, True)]
