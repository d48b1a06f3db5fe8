"""Durations, sets, and points counted off by them: 'three years', 'two weeks ago', 'every day'."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from explainer.language.times_found import Found, Place
from explainer.language.times_values import duration as duration_value
from explainer.language.times_values import precision_of, shifted
from explainer.language.times_words import UNITS, words

_FOLLOWERS = words("he she they it we i you is are can that which who there this")
_SCORED = words("scored hit made struck reached completed maiden unbeaten")


def amount(place: Place, i: int, j: int) -> tuple[float | None, bool]:
    """The number in tokens `i`..`j`, and whether there is one; None is 'several'.

    Of a range ('two to three') the upper end.
    """
    t = place.tokens
    total = Fraction(0)
    group = Fraction(0)
    said = False
    for k in range(i, j):
        code, value = t.codes[k], t.values[k]
        if code == "q":
            if t.word(k) == "couple":
                return 2, True
            if said:
                break
            if t.word(k) == "some" and t.code(k + 1) in {*"dnYw"}:
                continue
            return None, True
        if code in "2^~" or (
            code == "-" and said and t.code(k + 1) in "dnY" and t.code(k - 1) in "dnY"
        ):
            total, group = Fraction(0), Fraction(0)
        elif code in "dnYf" or code == "w":
            number = (
                Fraction(str(value)).limit_denominator(10**6) if value is not None else Fraction(0)
            )
            if code == "w" and number >= 100:
                group = max(group, Fraction(1)) * number
                if number > 100:
                    total, group = total + group, Fraction(0)
            elif code == "w" and number == 12 and t.word(k) == "dozen":
                group = max(group, Fraction(1)) * 12
            else:
                group += number
            said = True
        elif code == "H":
            group += Fraction(1, 2)
            said = True
    if not said and t.codes[i:j] == "i":
        return 1, True
    return float(total + group), said


def _units(place: Place) -> list[tuple[int, float | None]]:
    """Each unit token with the number before it."""
    t = place.tokens
    units = []
    start = place.i
    for k in range(place.i, place.j):
        if t.codes[k] in "uUeQ" or (t.codes[k] == "P" and t.word(k) == "nights"):
            number, said = amount(place, start, k)
            if not said:
                number = None if t.codes[k] == "U" else 1
            units.append((k, number))
            start = k + 1
    return units


def _value(place: Place, units: list[tuple[int, float | None]]) -> str:
    value = duration_value(units[0][1], place.unit(units[0][0]))
    for k, number in units[1:]:
        more = duration_value(number, place.unit(k))
        if "T" in value and more.startswith("PT"):
            more = "P" + more[2:]
        value += more[1:]
    return value


def _descend(place: Place, units: list[tuple[int, float | None]]) -> bool:
    """Whether each unit is smaller than the one before, as in '2 years and 3 months'."""
    sizes = [UNITS.index(place.unit(k)) if place.unit(k) in UNITS else 0 for k, _ in units]
    return all(a > b for a, b in pairwise(sizes))


def _rule(place: Place) -> str:
    ranged = any(c in "2^~" for c in place.codes)
    return f"'{place.words}' as a length of time" + (", by its upper end" if ranged else "")


def duration(place: Place) -> list[Found] | None:
    """'three years', 'two-year', '32-year-old', 'half an hour', 'for months'."""
    t = place.tokens
    i, j = place.start(), place.j
    place = Place(t, place.anchor, i, j)
    codes = place.codes
    if codes == "!":
        return [Found("duration", duration_value(1, str(t.values[i])), i, j, _rule(place))]
    units = _units(place)
    if not units or not _is_duration(place, units):
        return None
    if not _descend(place, units):
        units = units[:1]
        j = units[0][0] + 1
        place = Place(t, place.anchor, i, j)
        codes = place.codes
    value = _value(place, units)
    if codes in {"iu", "Hiu"} and _per(place):
        return [Found("set", value, i, j, f"'{place.words}' as a rate: for each {t.word(j - 1)}")]
    if codes.endswith("&iH"):
        value = duration_value((units[0][1] or 1) + 0.5, place.unit(units[0][0]))
    return [Found("duration", value, i, j, _rule(place), place.modifier())]


def _is_duration(place: Place, units: list[tuple[int, float | None]]) -> bool:
    t, codes = place.tokens, place.codes
    word = t.word(place.j - 1)
    if t.code(place.i - 1) in {"$", "."} and t.raw(place.i - 1) in {"$", "£", "€"}:
        return False
    if codes in {"iu", "Iu"}:
        if word in {"century"} and t.word(place.i - 1) in _SCORED:
            return False
        if word == "minute" and t.word(place.i - 1) == "last":
            return False
    if codes == "U":
        if t.code(place.i - 1) in {"s", "m"}:
            return False
        if t.raw(place.i)[0].isupper() and t.raw(place.i - 1)[:1].isupper():
            return False
        if word in {"minutes", "seconds"}:
            return t.word(place.i - 1) in {"for", "within", "in", "of", "after", "just", "only",
                                           "took", "mere"}  # fmt: skip
        return t.code(place.i - 1) not in {"o", "I"} or t.word(place.i - 1) == "the"
    head, number_word = t.raw(units[-1][0]), t.raw(place.i)
    if head[0].isupper() and number_word[0].isupper():
        return number_word.isupper() and len(number_word) > 1
    if head[0].isupper() and number_word[0].isdigit() and not head.isupper():
        return False
    if codes[-1] == "u" and units[-1][1] not in {1, 0.5} and codes[-2:-1] != "-":
        # '19 day' is no length, but 'a 10 year deal' is one.
        return (units[-1][1] or 0) < 1 or t.code(place.i - 1) in "iI"
    return True


def _per(place: Place) -> bool:
    """Whether 'a year' means 'each year' here: after an amount, not after a preposition."""
    t = place.tokens
    before = t.code(place.i - 1)
    if (
        not before
        or before in "@O,;2Gkj<>&^r"
        or t.word(place.i - 1) in {"than", "is", "not", "such"}
    ):
        return False
    return before in "%dnYwBC$" or any(
        c in "ndY$%w" for c in t.codes[max(0, place.i - 4) : place.i]
    )


def aged(place: Place) -> list[Found] | None:
    """'aged 32'."""
    age = place.number(place.j - 1)
    if not 0 < age < 120:
        return None
    value = duration_value(age, "year")
    return [Found("duration", value, place.i, place.j, f"'{place.words}': an age in years")]


def spell(place: Place) -> list[Found] | None:
    """'the past three years', 'the last decade', 'the first nine months of 2002'."""
    t = place.tokens
    i = place.start()
    place = Place(t, place.anchor, i, place.j)
    unit_at = next(k for k in range(place.j - 1, i - 1, -1) if t.codes[k] in "uUQ")
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
        past = t.codes[unit_at - 1] in "lL" and turn is not None and not turn.textual
        if not past or (t.codes[unit_at - 1] == "l" and "I" not in place.codes[:2]):
            return None
        number = 1
    elif not said:
        number = None
        if t.word(turn_at) == "that" or t.codes[turn_at] in "z":
            return None
    if unit in {"day"} and place.codes in {"TU"} and t.word(i) == "these":
        return [Found("date", "PRESENT_REF", i, place.j, "the present")]
    value = duration_value(number, unit)
    return [Found("duration", value, i, place.j, _rule(place), place.modifier())]


def ago(place: Place) -> list[Found] | None:
    """'twenty years ago', 'a year earlier', 'two days later', 'the day before', 'year-ago'."""
    t = place.tokens
    i = place.start()
    place = Place(t, place.anchor, i, place.j)
    last = place.j - 1
    word = t.word(last)
    units = _units(place)
    if not units:
        return None
    k, number = units[0]
    unit = place.unit(k)
    step = 1 if t.values[last] == 1 else -1
    textual = t.codes[last] == "k"
    if word in {"before", "after", "previously", "hence"} and not _ends_phrase(place):
        return None
    if word in {"before", "after"} and t.codes[i] in "uU":
        return None
    if t.codes[i] == "u" and "-" not in place.codes:
        return None
    vague = "FUTURE_REF" if step > 0 else "PAST_REF"
    if number is None:
        return [Found("date", vague, i, place.j, f"'{place.words}': how far is not said",
                      place.modifier())]  # fmt: skip
    base, published = place.anchor.base(unit, textual)
    if base is None and textual:
        base, published = place.anchor.base("day" if unit in {"hour", "minute"} else unit, False)
    mod = place.modifier()
    if base is None:
        return [Found("date", vague, i, place.j, f"'{place.words}': no date to count from", mod)]
    value = _counted_off(base, unit, number * step)
    if unit in {"hour", "minute"} and textual and (exact := _clocked(place, unit, number * step)):
        value = exact
    if value is None:
        return [Found("date", vague, i, place.j, f"'{place.words}': beyond the calendar", mod)]
    kind = "time" if "T" in value else "date"
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("time" if kind == "time" else "date", value, i, place.j, rule, mod, True)]


def _clocked(place: Place, unit: str, steps: float) -> str | None:
    """Counted from the last clock time in the text, if the last date had one."""
    last = place.anchor.seen[-1] if place.anchor.seen else ""
    if precision_of(last) != "minute" or last.endswith("T24:00"):
        return None
    moment = datetime.fromisoformat(last) + timedelta(
        hours=steps * (1 if unit == "hour" else 1 / 60)
    )
    return moment.isoformat()[:16]


def _ends_phrase(place: Place) -> bool:
    after = place.tokens.code(place.j)
    return after in {"", ";", ",", "&", "@"} and place.tokens.word(place.j) not in {
        "'",
        '"',
        "(",
        "$",
    }


def _counted_off(base: date, unit: str, steps: float) -> str | None:
    """Value `steps` units away; a broken number goes by the next smaller unit."""
    if unit in {"hour", "minute", "second"}:
        return shifted(base, "day", int(steps) // 24 if unit == "hour" and abs(steps) >= 24 else 0)
    if steps != int(steps) and unit in _SMALLER:
        unit, size = _SMALLER[unit]
        steps *= size
    if unit in {"decade", "century"}:
        unit, steps = "year", steps * (10 if unit == "decade" else 100)
    try:
        return shifted(base, unit, round(steps))
    except (ValueError, OverflowError, KeyError):
        return None


_SMALLER = {
    "century": ("year", 100),
    "decade": ("year", 10), "year": ("month", 12), "month": ("week", 4.35),
    "week": ("day", 7),
}  # fmt: skip


def repeated(place: Place) -> list[Found] | None:
    """'every week', 'each Monday', 'twice a year', 'Mondays', 'daily', 'weekends'."""
    t = place.tokens
    codes = place.codes
    i, j = place.i, place.j
    if codes in {"v", "A", "e"} or codes.startswith("@") or codes == "aP":
        return _habit(place)
    head = j - 1
    code = t.codes[head]
    rule = f"'{place.words}': again and again"
    if code in "uU":
        if codes[0] == "/" and t.word(head) in {"second", "minute", "hour"}:
            return None
        if codes[0] in "Bwdn" and t.word(i) == "once" and codes == "Biu" and t.word(i - 1) == "for":
            return None
        start = next((k for k in range(head - 1, i - 1, -1) if t.codes[k] in "iE/BC"), i - 1) + 1
        number, said = amount(place, start, head)
        if codes[0] == "E" and t.word(i + 1) == "other":
            number, said = 2, True
        if t.codes[start - 1 : start] == "i" and not said:
            number = 1
        if codes[0] == "E" and (
            ordinal := next((k for k in range(i, head) if t.codes[k] == "o"), None)
        ):
            number, said = place.number(ordinal), True
        return [Found("set", duration_value(number if said else 1, place.unit(head)), i, j, rule)]
    if code == "Q":
        return [Found("set", "P3M", i, j, rule)]
    if code == "m":
        return [Found("set", f"XXXX-{place.number(head):02}", i, j, rule)]
    if code == "a":
        return [Found("set", f"XXXX-WXX-{place.number(head) + 1}", i, j, rule)]
    if code == "s":
        return [Found("set", f"XXXX-{t.values[head]}", i, j, rule)]
    if code == "e":
        return [Found("set", "XXXX-WXX-WE", i, j, rule)]
    if code == "p":
        day = f"XXXX-WXX-{place.number(head - 1) + 1}" if t.codes[head - 1] == "a" else "XXXX-XX-XX"
        return [Found("set", f"{day}T{t.values[head]}", i, j, rule)]
    if code == "h":
        return [Found("set", "P1Y", i, j, rule)]
    return None


def _habit(place: Place) -> list[Found] | None:
    t = place.tokens
    k = place.j - 1
    raw = t.raw(k)
    rule = f"'{place.words}': again and again"
    code = t.codes[k]
    if code == "v":
        named = raw[0].isupper() and (t.raw(k - 1)[:1].isupper() or t.raw(k + 1)[:1].isupper())
        return None if named else [Found("set", str(t.values[k]), k, k + 1, rule)]
    if code == "A":
        value = t.values[k]
        text = "XXXX-WXX-WD" if value == "weekday" else f"XXXX-WXX-{place.number(k) + 1}"
        return [Found("set", text, k, k + 1, rule)]
    if code == "e":
        if not raw.lower().endswith("s"):
            return None
        return [Found("set", "XXXX-WXX-WE", k, k + 1, rule)]
    part = t.values[k]
    return [Found("set", f"XXXX-WXX-{place.number(k - 1) + 1}T{part}", place.i, place.j, rule)]


def _stands_alone(place: Place) -> bool:
    after = place.tokens.code(place.j)
    return after in {"", *";,@&^<>2"} or place.tokens.word(place.j) in _FOLLOWERS


def reference(place: Place) -> list[Found] | None:
    """'now', 'recently', 'in the past': no day, only past, present or future."""
    t = place.tokens
    word = t.word(place.i)
    value = str(t.values[place.i])
    if place.codes[0] == "I":
        if t.word(place.j - 1) not in {"past", "future", "present"} or not _stands_alone(place):
            return None
        value = {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}[
            t.word(place.j - 1)
        ]
    if word == "soon" and t.word(place.i - 1) in {"as", "too"}:
        return None
    i = place.i
    rule = {
        "PRESENT_REF": "the present",
        "PAST_REF": "some time past",
        "FUTURE_REF": "some time to come",
    }
    return [Found("date", value, i, place.j, f"'{place.words}': {rule[value]}, no day fixed")]
