"""Days, parts of day and clock times: 'Wednesday, 25 August', 'last night', '5 p.m. on Friday'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from explainer.language.times_anchor import nearest_weekday
from explainer.language.times_found import Found, Place
from explainer.language.times_holidays import holiday
from explainer.language.times_tokens import clock_value, military
from explainer.language.times_values import add_months, shifted
from explainer.language.times_words import MONTHS, WEEKDAYS, Turn, words

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
    return found


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
    if code == "d" and t.codes[k + 1 : k + 4] == "@Ip" and t.code(k - 1) == "@":
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


def day(place: Place) -> list[Found] | None:
    """A day, with its part or hour where given; a month or longer is not for this resolver."""
    p = pieces(place)
    if p.unit_turn and p.unit_turn[0] == "day" and p.weekday is None:
        pass
    elif (
        (p.unit_turn and p.weekday is None and p.deictic is None)
        or (p.year_turn and p.month is None and p.holiday is None)
        or (p.month is not None and p.day is None)
    ):
        return None
    if p.part is not None and "O" in place.codes and not _has_day(p):
        return None
    value, rule, anchored = _day_value(place, p)
    if value is None:
        return None
    mod = place.modifier()
    i = place.start()
    if p.hour or p.part:
        if len(value) < 8:
            value = "XXXX-XX-XX"
        value = f"{value}T{p.hour or p.part}"
        return [Found("time", value, i, place.j, rule, mod, anchored)]
    return [Found("date", value, i, place.j, rule, mod, anchored)]


def _has_day(p: Pieces) -> bool:
    known = (p.day, p.weekday, p.deictic, p.holiday, p.numeric, p.unit_turn)
    return any(x is not None for x in known)


def _day_value(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    words = f"'{place.words}'"
    if p.numeric is not None:
        return numeric_date(place, p)
    if p.holiday is not None:
        return _holiday_value(place, p)
    if p.deictic is not None:
        base, published = place.anchor.base("day", textual=False)
        if base is None:
            loose = {0: "PRESENT_REF", 1: "FUTURE_REF", -1: "PAST_REF"}
            vague = loose[max(-1, min(1, p.deictic))]
            return (None if p.hour or p.part else vague), f"{words}: no date to count from", False
        value = (base + timedelta(days=p.deictic)).isoformat()
        return value, f"{words} {place.counted(base, published)}", True
    if p.month is not None and p.day is not None:
        return _month_day(place, p)
    if p.weekday is not None:
        return _weekday(place, p)
    if p.unit_turn is not None:
        turn = p.unit_turn[1]
        base, published = place.anchor.base("day", turn.textual)
        if base is None:
            return None, "", False
        return (
            shifted(base, "day", turn.step),
            f"{words} {place.counted(base, published)}",
            True,
        )
    return None, "", False


def numeric_date(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    """A date in figures; the order of day and month is the document's."""
    text = p.numeric or ""
    clock = text[10:]
    numbers = [int(x) for x in _NUMBERS.findall(text[:10])]
    if len(numbers) != 3:
        return None, "", False
    first, second, third = numbers
    if len(_NUMBERS.findall(text)[0]) == 4:
        year, month, number = first, second, third
        note = "year, month, day"
    else:
        year = third if third > 99 else full_year(third, place.anchor.year())
        swap = first > 12 or (second <= 12 and not (place.anchor.month_first and "." not in text))
        month, number = (second, first) if swap else (first, second)
        note = "day before month, as this text writes" if swap else "month before day"
    try:
        value = date(year, month, number).isoformat()
    except ValueError:
        return None, "", False
    if clock:
        value += "T" + clock[1:6]
    return value, f"'{place.words}' read as {note}", False


def _holiday_value(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    name = (p.holiday or "").replace("’", "'")
    base, _ = place.anchor.base("year", textual=False)
    if p.year is not None:
        value = holiday(name, p.year).isoformat()
        return value, f"the day '{place.words}' falls on in {p.year}", False
    if base is None or not 1 < base.year < 9998:
        return None, "", False
    if place.anchor.narrative:
        year = base.year
    else:
        step = p.year_turn.step if p.year_turn else (1 if place.tense() > 0 else -1)
        days = [holiday(name, base.year + k) for k in (-1, 0, 1)]
        year = base.year
        if p.year_turn is None or p.year_turn.step:
            if step > 0:
                year = next((d for d in days if d >= base), days[2]).year
            else:
                year = next(d for d in reversed(days) if d <= base).year
    value = holiday(name, year).isoformat()
    return (
        value,
        f"the day '{place.words}' falls on in {year}, the year taken from the anchor",
        True,
    )


def _month_day(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    month, number = p.month or 1, p.day or 1
    year, rule, anchored = _year_for(place, p, number)
    if year is None:
        if number > 31:
            return None, "", False
        return f"XXXX-{month:02}-{number:02}", f"'{place.words}' with no year in the text", False
    try:
        return date(year, month, number).isoformat(), rule, anchored
    except ValueError:
        return None, "", False


def _year_for(place: Place, p: Pieces, number: int | None) -> tuple[int | None, str, bool]:
    """The year a month (and day) belongs to, with the rule and whether an anchor gave it."""
    month = p.month or 1
    if p.year is not None:
        return p.year, f"'{place.words}' as the calendar gives it", False
    if p.year_turn is not None:
        base, published = place.anchor.base("year", p.year_turn.textual)
        if base is None:
            return None, "", False
        return (
            base.year + p.year_turn.step,
            f"'{place.words}' {place.counted(base, published)}",
            True,
        )
    if (shared := _shared_year(place, month)) is not None:
        return shared, f"the year of '{place.words}' is that of the date after it, {shared}", False
    base, published = place.anchor.base("year", textual=False)
    if base is None:
        return None, "", False
    if p.month_turn is not None and p.month_turn.textual and p.month_turn.step:
        fine = place.anchor.textual("month")
        if fine is not None:
            step = p.month_turn.step
            beyond = (month - fine.month) * step <= 0
            year = fine.year + (step if beyond else 0)
            return year, f"'{place.words}' counted from the last date in the text", True
    if place.in_old_scene():
        year = place.anchor.scene[1]
        return year, f"the year of '{place.words}' is that of the scene, {year}", True
    if place.anchor.narrative or not published:
        fine = place.anchor.textual("month")
        year = base.year
        if fine is not None and fine.year == year and fine.month - month >= 8:
            year += 1
        return (
            year,
            f"the year of '{place.words}' is that of the last date in the text, {year}",
            True,
        )
    year, why = _news_year(place, base, month, number, p.month_turn)
    return year, f"the year of '{place.words}' is {year}: {why} {base.isoformat()}", True


_YEAR_AFTER = re.compile(r"(?:[-~&^2]|,&?)[@I]{0,2}(?:[do]?O?I?m|m[do]),?Y(?![%U])")


def _shared_year(place: Place, month: int) -> int | None:
    """The year in 'between March and May 1943', for the first month."""
    t = place.tokens
    match = _YEAR_AFTER.match(t.codes, place.j)
    if match is None:
        return None
    later = next(place.number(k) for k in range(*match.span()) if t.codes[k] == "m")
    return place.number(match.end() - 1) - (1 if later < month else 0)


def _news_year(
    place: Place, base: date, month: int, number: int | None, turn: Turn | None
) -> tuple[int, str]:
    ahead = (month, number or base.day) > (base.month, base.day)
    if turn is not None and turn.step == 0:
        return base.year, "the year of the publication date"
    if turn is not None:
        if turn.step > 0:
            return base.year + (0 if month > base.month else 1), "the next after"
        return base.year - (0 if month < base.month else 1), "the last before"
    when = place.tense()
    if when > 0:
        behind = (month, number or 31) < (base.month, base.day)
        return base.year + (1 if behind else 0), "told as to come, so the next after"
    if when < 0:
        return base.year - (1 if ahead else 0), "told as past, so the last before"
    options = [base.year - 1, base.year, base.year + 1]
    middle = number or 15
    nearest = min(options, key=lambda y: abs((y - base.year) * 365 + (month - base.month) * 30.4
                                             + middle - base.day))  # fmt: skip
    return nearest, "the nearest to"


def _weekday(place: Place, p: Pieces) -> tuple[str | None, str, bool]:
    weekday = p.weekday or 0
    words = place.words
    t = place.tokens
    if t.word(place.j) in _PAPERS:
        return None, "", False
    named = place.anchor.textual("day") if t.code(place.i - 1) == "i" else None
    here = place.anchor.scene[0] == place.anchor.sentence
    if named is not None and named.weekday() == weekday and here:
        return named.isoformat(), f"'{words}' names the weekday of the date before it", True
    base, published = place.anchor.base("day", textual=place.in_old_scene())
    if base is None:
        return f"XXXX-WXX-{weekday + 1}", f"'{words}' with no date to count from", False
    if p.unit_turn is not None and p.unit_turn[0] == "week":
        turn = p.unit_turn[1]
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=turn.step)
        value = monday + timedelta(days=weekday)
    elif p.weekday_turn is None:
        forward = place.anchor.narrative or not published or place.tense() > 0
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


def month(place: Place) -> list[Found] | None:
    """A month, with its year where given, else with the year English would understand."""
    p = pieces(place)
    if p.month is None or p.day is not None or p.unit_turn is not None:
        return None
    year, rule, anchored = _year_for(place, p, None)
    if year is None:
        value = f"XXXX-{p.month:02}"
        rule = f"{MONTHS[p.month - 1]} with no year in the text"
    else:
        value = f"{year:04}-{p.month:02}"
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), anchored)]


def part(place: Place) -> list[Found] | None:
    """'this morning', 'that night', 'the next morning', 'in the evening'."""
    t = place.tokens
    p = pieces(place)
    turn = p.part_turn
    bare = place.codes == "p"
    word = t.word(place.j - 1)
    before = t.word(place.i - 1)
    if (
        bare
        and not (
            before == "at"
            and word in {"night", "dawn", "dusk", "daybreak", "sunset", "sunrise", "nightfall"}
        )
        and not (before in {"by", "before", "after", "until", "since"} and word not in {"morning"})
    ):
        return None
    if place.codes[:1] == "i" or t.code(place.j) == "-":
        return None
    if place.codes == "rp" and t.code(place.i - 1) == "I":
        return None
    if place.codes in {"Ip", "Irp"} and before not in _PART_CUES:
        return None
    if t.code(place.j) == "O":
        return None
    textual = turn is None or turn.textual
    base, published = place.anchor.base("day", textual and turn is not None)
    if turn is None and (place.anchor.narrative or base is None):
        base, published = place.anchor.textual("day"), False
    spoken_of = place.anchor.day_spoken_of()
    if turn is None and spoken_of is not None:
        base, published = spoken_of, spoken_of == place.anchor.published
    if base is None:
        value = "XXXX-XX-XX"
    else:
        step = turn.step if turn else 0
        value = (base + timedelta(days=step)).isoformat()
    rule = f"'{place.words}' {place.counted(base, published)}"
    found = f"{value}T{p.part}"
    return [Found("time", found, place.i, place.j, rule, place.modifier(), base is not None)]


_PART_CUES = words(
    "in during of by throughout on overnight through for all late early until"
)  # fmt: skip


def clock(place: Place) -> list[Found] | None:
    """A clock time on the day the sentence speaks of."""
    p = pieces(place)
    if p.hour is None:
        return None
    if place.codes == "K" and not _is_clock(place):
        return None
    base, published = place.anchor.base("day", textual=False)
    spoken_of = place.anchor.day_spoken_of()
    if spoken_of is not None:
        base, published = spoken_of, spoken_of == place.anchor.published
    elif place.anchor.narrative or base is None or place.in_old_scene():
        base, published = place.anchor.textual("day"), False
    value = base.isoformat() if base else "XXXX-XX-XX"
    rule = f"'{place.words}' on the day {place.counted(base, published)}"
    return [Found("time", f"{value}T{p.hour}", place.i, place.j, rule, None, base is not None)]


def _is_clock(place: Place) -> bool:
    """Whether bare '17:30' is an hour and not a score or a verse."""
    t = place.tokens
    if t.word(place.i - 1) in _CLOCK_CUES or t.raw(place.i)[-1].isalpha():
        return True
    return t.code(place.i - 1) in {"", ";", "|"} and t.raw(place.i)[:2].isdigit()


_CLOCK_CUES = words("at by from until till before after around about since to and between")


def clock_range(place: Place) -> list[Found] | None:
    """'9-11 a.m.': the first hour takes its half of the day from the second."""
    split = place.i + 2
    late = Place(place.tokens, place.anchor, split, place.j)
    second = clock(late)
    if not second:
        return None
    if place.tokens.code(place.i) == "K":
        first = str(place.tokens.values[place.i])
    else:
        after = next((v for v, c in zip(place.tokens.values[split : place.j],
                                        late.codes, strict=True) if c == "c"), 0)  # fmt: skip
        found = clock_value(place.number(place.i), 0, "pm" if after else "am")
        if found is None:
            return None
        first = found
    one = second[0]
    start = Found("time", f"{one.value[:10]}T{first}", place.i, place.i + 1, one.rule, None,
                  one.anchored)  # fmt: skip
    return [start, one]


def night_of(place: Place) -> list[Found] | None:
    """'the night of 4-5 June': the night that begins on the first day."""
    t = place.tokens
    joint = next(k for k in range(place.i, place.j) if t.codes[k] in "df")
    p = pieces(Place(t, place.anchor, joint + 1, place.j))
    p.day = int(_NUMBERS.findall(t.raw(joint))[0])
    value, rule, anchored = _month_day(place, p)
    part_ = next(
        v for v, c in zip(t.values[place.i : joint], place.codes, strict=False) if c == "p"
    )
    if value is None:
        return None
    return [Found("time", f"{value}T{part_}", place.i, place.j, rule, None, anchored)]


def ordinal_day(place: Place) -> list[Found] | None:
    """'on the 11th': a day of the month last spoken of."""
    t = place.tokens
    number = place.number(place.j - 1)
    ends = t.code(place.j) in {"", ";", ","} or t.word(place.j) in _PRONOUNS
    if (
        t.word(place.i - 1) not in {"on", "until"}
        or not ends
        or not t.raw(place.j - 1)[0].isdigit()
    ):
        return None
    base = place.anchor.textual("month")
    if base is None or not 1 <= number <= 31:
        return None
    value = base.replace(day=number).isoformat()
    rule = f"'{place.words}' of the month last spoken of, {value[:7]}"
    return [Found("date", value, place.i, place.j, rule, None, True)]


_PRONOUNS = words("he she they it we i the")


def day_list(place: Place) -> list[Found] | None:
    """'June 5-7', '5-7 June 1942': two days that share a month."""
    t, codes = place.tokens, place.codes
    p = Pieces()
    days = [k for k in range(place.i, place.j) if t.codes[k] in "do"]
    if len(days) != 2:
        return None
    if (
        codes[0] == "m"
        and "&" in codes
        and not codes.endswith("Y")
        and t.code(place.j) in {".", "w"}
    ):
        following = t.raw(place.j)
        if t.code(place.j) == "w" or (following.islower() and len(following) > 3):
            return None
    joint = days[0] + 1
    second = Place(t, place.anchor, joint + 1, place.j)
    p = pieces(place)
    found = []
    for k, (i, j) in zip(days, ((place.i, joint), (second.i, second.j)), strict=True):
        p.day = place.number(k)
        value, rule, anchored = _month_day(place, p)
        if value is None:
            return None
        found.append(Found("date", value, i, j, rule, None, anchored))
    return found
