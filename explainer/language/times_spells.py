"""Lengths pointed at or told in part: 'the past three years', 'a quarter of a century'."""

from __future__ import annotations

from explainer.language.times_found import Found, Place
from explainer.language.times_month import month
from explainer.language.times_spans import amount, length_rule
from explainer.language.times_values import duration as duration_value


def spell(place: Place) -> list[Found] | None:
    """'the past three years', 'the last decade', 'the first nine months of 2002'."""
    t = place.tokens
    i = place.start()
    place = Place(t, place.anchor, i, place.j)
    unit_at = next(k for k in range(i, place.j) if t.codes[k] in "uUQ")
    turn_at = next((k for k in range(i, unit_at) if t.codes[k] in "lLxFTtz"), None)
    number, said = amount(place, (turn_at + 1) if turn_at is not None else i, unit_at)
    code, unit = t.codes[unit_at], place.unit(unit_at)
    if turn_at == i and t.codes[i] == "l" and said and t.code(i - 1) != "@":
        return None
    if code == "Q" and not t.word(unit_at).endswith("s"):
        return None
    if turn_at is None:
        ordinal = next(k for k in range(i, unit_at) if t.codes[k] == "o")
        number, said = amount(place, ordinal + 1, unit_at)
        if not said:
            return None
    elif not said and code == "u":
        turn = place.turn(i, unit_at)
        if t.word(unit_at - 1) == "latest":
            return None
        past = t.codes[unit_at - 1] in "lL" and turn is not None and not turn.textual
        if not past or (t.codes[unit_at - 1] == "l" and "I" not in place.codes[:2]):
            return None
        number = 1
    elif not said:
        number = None
        if t.word(turn_at) == "those" and unit in {"day", "year"}:
            return [Found("date", "PAST_REF", i, place.j, "a time past, no day fixed")]
        if t.word(turn_at) == "that" or t.codes[turn_at] in "z":
            return None
    if unit in {"day"} and place.codes in {"TU"} and t.word(i) == "these":
        return [Found("date", "PRESENT_REF", i, place.j, "the present")]
    value = duration_value(number, unit)
    if "m" in place.codes:  # 'the first three days of July 1863': the story is in July
        told = month(Place(t, place.anchor, i + place.codes.index("m"), place.j))
        place.anchor.note(told[0].value if told else "")
    return [Found("duration", value, i, place.j, length_rule(place), place.modifier())]


def quarter_of(place: Place) -> list[Found] | None:
    """'a quarter of a century', 'three-quarters of an hour'."""
    i = place.start()
    at = place.tokens.codes.index("Q", i)
    count = place.number(i) if place.tokens.codes[i] == "w" else 1
    if count not in {1, 3}:
        return None
    value = duration_value(count / 4, place.unit(place.j - 1))
    whole = Place(place.tokens, place.anchor, i, at)
    return [Found("duration", value, i, place.j, length_rule(place), whole.modifier())]


def in_a_row(place: Place) -> list[Found] | None:
    """'a third straight week': it has lasted three weeks."""
    t, j = place.tokens, place.j
    if t.word(j - 2) not in {"straight", "consecutive", "successive"}:
        return None
    value = duration_value(place.number(j - 3), place.unit(j - 1))
    return [Found("duration", value, place.start(), j, f"'{place.words}': so long without a break")]
