"""The pieces a date is put together from: year, month, day, weekday, part of day, hour."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.language.times_codes import clock_value, military
from explainer.language.times_found import Place
from explainer.language.times_words import Turn

_NUMBERS = re.compile(r"\d+")


@dataclass
class Pieces:
    """The pieces of a date as they stand in the text."""

    year: int | None = None
    year_turn: Turn | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    weekday_turn: Turn | None = None
    month_turn: Turn | None = None
    unit_turn: tuple[str, Turn] | None = None
    deictic: int | None = None
    holiday: str | None = None
    numeric: str | None = None
    part: str | None = None
    part_turn: Turn | None = None
    hour: str | None = None


def full_year(short: int, around: int | None) -> int:
    """The year a two-digit one means: not more than ten years after `around`."""
    limit = (around or 2025) + 10
    year = limit - limit % 100 + short
    return year if year <= limit else year - 100


def pieces(place: Place) -> Pieces:
    """Sort the tokens of a date into its pieces."""
    t, found = place.tokens, Pieces()
    pending: int | None = None
    k = place.i
    while k < place.j:
        code, value = t.codes[k], t.values[k]
        turn = place.turn(pending, k) if pending is not None else None
        if code in "lLxFTtz":
            pending = k if pending is None else pending
            k += 1
            continue
        if code in "YdwKNn" and (step := _clock(place, k, found)):
            k += step
            pending = None
            continue
        if code == "Y":
            found.year = place.number(k)
        elif code == "y":
            found.year = full_year(place.number(k), place.anchor.year())
        elif code == "m":
            found.month, found.month_turn = place.number(k), turn
        elif code in "do":
            found.day = place.number(k)
        elif code == "a":
            found.weekday, found.weekday_turn = place.number(k), turn
        elif code == "p":
            found.part, found.part_turn = str(value), turn
        elif code == "U" and "rU" in place.codes:
            if t.values[k] != "hour":
                raise ValueError("only hours are early or late")
            found.part = "NI" if t.values[k - 1] == "END" else "MO"
        elif code == "D":
            found.deictic = value if isinstance(value, int) else 0
            found.part = value if isinstance(value, str) else found.part
        elif code == "h":
            found.holiday, found.year_turn = str(value), turn
        elif code == "J":
            found.numeric = str(value)
        elif code == "u" and turn is not None:
            unit = place.unit(k)
            if unit == "year":
                found.year_turn = turn
            else:
                found.unit_turn = (unit, turn)
        if code not in "Ir-":
            pending = None
        k += 1
    if found.hour and found.part in {"EV", "NI", "AF"}:
        found.hour = _after_noon(found.hour, found.part)
    return found


def _after_noon(hour: str, part: str) -> str:
    """'8:41 tonight', 'half past six in the evening': by the clock of twelve hours."""
    first = {"AF": 1, "EV": 4, "NI": 6}[part]
    number = int(hour[:2])
    return f"{number + 12}{hour[2:]}" if first <= number < 12 else hour


def _clock(place: Place, k: int, found: Pieces) -> int:
    """Tokens that the clock time at `k` takes; 0 if there is none."""
    t = place.tokens
    code, following = t.codes[k], t.code(k + 1)
    if code == "N":
        found.hour = str(t.values[k])
        return 1
    if following == "U":
        raw = t.raw(k)
        if len(raw) != 4 or not raw.isdigit() or t.values[k + 1] != "hour":
            return 0
        found.hour = military(raw)
        return 2
    if code == "Y" and following == "Z":
        number = place.number(k)
        found.hour = clock_value(number // 100, number % 100, "")
        return 2
    if code == "K":
        found.hour = str(t.values[k])
        if following == "c":
            hour, minute = (int(x) for x in found.hour.split(":"))
            found.hour = clock_value(hour, minute, "pm" if t.values[k + 1] else "am")
            return 2
        return 1
    if code in "dw" and t.codes[k + 1 : k + 4] == "@Ip" and t.code(k - 1) == "@":
        afternoon = t.values[k + 3] in {"AF", "EV", "NI"} and place.number(k) < 12
        found.hour = clock_value(place.number(k), 0, "pm" if afternoon else "")
        return 4
    if code in "dnw" and following == "c":
        digits = _NUMBERS.findall(t.raw(k)) or [str(place.number(k))]
        minute = int(digits[1]) if len(digits) > 1 else 0
        found.hour = clock_value(int(digits[0][:4]), minute, "pm" if t.values[k + 1] else "am")
        return 2
    if code in "dw" and following == "R":
        hour = place.number(k)
        rest = t.codes[k + 2 : place.j]
        late = (rest[:1] == "c" and t.values[k + 2]) or (
            "p" in rest and t.values[k + 2 + rest.index("p")] in {"AF", "EV"} and hour < 12
        )
        found.hour = clock_value(hour, 0, "pm" if late else "")
        return 2 + (1 if rest[:1] == "c" else 0)
    return 0
