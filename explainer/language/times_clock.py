"""Parts of the day and hours with no day beside them: 'last night', 'at 5 p.m.'."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from explainer.language.times_ago import ends_phrase
from explainer.language.times_codes import clock_value
from explainer.language.times_day import day, month_day
from explainer.language.times_found import Found, Place
from explainer.language.times_grammar import SECOND_HOUR
from explainer.language.times_of_month import of_the_month
from explainer.language.times_pieces import pieces
from explainer.language.times_values import days_of, precision_of
from explainer.word_set import word_set

_NUMBERS = re.compile(r"\d+")


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
            and word
            in {"night", "dawn", "dusk", "daybreak", "sunset", "sunrise", "nightfall", "lunchtime"}
        )
        and not (before == "in" and word.startswith("mid"))
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
        slept = turn is None and published and before == "spent" and spoken_of is None
        step = (
            turn.step
            if turn
            else -1
            if slept and word == "night"
            else int(word in _DAWN and _is_after_dark(place, base))
        )
        value = (base + timedelta(days=step)).isoformat()
    rule = f"'{place.words}' {place.counted(base, published)}"
    found = f"{value}T{p.part}"
    return [Found("time", found, place.i, place.j, rule, place.modifier(), base is not None)]


def part_beside(place: Place) -> list[Found] | None:
    """'the night before', 'the morning after', with nothing said of what: the day last told of."""
    if not ends_phrase(place):
        return None
    base, published = place.anchor.day_spoken_of(), False
    if base is None:
        base, published = place.anchor.base("day", textual=place.anchor.narrative)
    if base is None:
        return None
    t = place.tokens
    step = 1 if t.values[place.j - 1] == 1 else -1
    value = f"{(base + timedelta(days=step)).isoformat()}T{t.values[place.i + 1]}"
    rule = f"'{place.words}' {place.counted(base, published)}"
    goes_on = step > 0 or place.anchor.narrative
    return [Found("time", value, place.i, place.j, rule, None, True, goes_on)]


_PART_CUES = word_set(
    "in during of by throughout on overnight through for all late early until spent spend"
)  # fmt: skip


def clock(place: Place) -> list[Found] | None:
    """A clock time on the day the sentence speaks of."""
    p = pieces(place)
    if p.hour is None:
        return None
    if place.codes == "K" and not _is_clock(place):
        return None
    if place.codes == "@K" and not place.is_approximate():
        return None
    turn = p.part_turn
    base, published = place.anchor.base("day", textual=turn is not None and turn.textual)
    spoken_of = place.anchor.day_spoken_of()
    if turn is not None:  # 'quarter past eleven last night', 'six the next morning'
        base = base + timedelta(days=turn.step) if base is not None else None
    elif spoken_of is not None:
        base, published = spoken_of, spoken_of == place.anchor.published
    elif (
        place.anchor.narrative
        or base is None
        or place.in_old_scene()
        or (place.tense() < 0 and place.anchor.in_old_story())
    ):
        base, published = place.anchor.textual("day"), False
    if (later := _day_after(place)) is not None:
        base, published = later, False
    elif base is not None and p.hour < "07:00" and _is_after_dark(place, base):
        base, published = base + timedelta(days=1), False
    if (moment := _counted_to(place)) is not None:
        base = _nearest_day(moment, p.hour)
    value = base.isoformat() if base else "XXXX-XX-XX"
    rule = f"'{place.words}' on the day {place.counted(base, published)}"
    return [Found("time", f"{value}T{p.hour}", place.start(), place.j, rule,
                  place.modifier(), base is not None, not place.said_again())]  # fmt: skip


def _counted_to(place: Place) -> datetime | None:
    """The moment in 'five hours later, at 11.35 p.m.', which the clock then tells exactly."""
    t, k = place.tokens, place.i - 1
    k -= t.code(k) == "@"
    k -= t.code(k) == ","
    last = place.anchor.seen[-1] if place.anchor.seen else ""
    if t.code(k) != "k" or precision_of(last) != "minute" or last.endswith("24:00"):
        return None
    return datetime.fromisoformat(last)


def _nearest_day(moment: datetime, hour: str) -> date:
    """The day on which the clock shows `hour` nearest to `moment`."""
    minutes = int(hour[:2]) * 60 + int(hour[3:5])
    ahead = minutes - moment.hour * 60 - moment.minute
    return moment.date() + timedelta(days=(ahead < -720) - (ahead > 720))


_DAWN = frozenset(["dawn", "daybreak", "sunrise"])


def _is_after_dark(place: Place, day: date) -> bool:
    """Whether the last time told of was the evening or night of `day`: small hours that follow
    belong to the next day."""
    last = place.anchor.seen[-1] if place.anchor.seen else ""
    told, _, hour = last.partition("T")
    recent = place.anchor.sentence - place.anchor.seen_in <= 2
    return (
        recent and told == day.isoformat() and (hour in {"EV", "NI"} or "18:00" <= hour < "24:01")
    )


def part_of_ordinal(place: Place) -> list[Found] | None:
    """'the night of the 12th', 'dawn on the 7th', '9 a.m. on the 3rd'."""
    p = pieces(Place(place.tokens, place.anchor, place.i, place.j - 1))
    day_ = of_the_month(place, alone=False)
    if day_ is None or not (p.hour or p.part):
        return None
    rule = f"'{place.words}' of the month last spoken of, {day_[:7]}"
    return [Found("time", f"{day_}T{p.hour or p.part}", place.i, place.j, rule, None, True)]


def _day_after(place: Place) -> date | None:
    """The day of a span of hours, said behind the second: 'from 9 a.m. to 5 p.m. on Monday'."""
    if place.tokens.code(place.j) == ";" and place.tokens.raw(place.j) not in {"(", ")"}:
        return None
    match = SECOND_HOUR.match(place.tokens.codes, place.j)
    found = day(Place(place.tokens, place.anchor, *match.span(1))) if match else None
    days = days_of(found[0].value) if found else None
    return days[0] if days else None


def _is_clock(place: Place) -> bool:
    """Whether bare '17:30' is an hour and not a score or a verse."""
    t = place.tokens
    if t.word(place.i - 1) in _CLOCK_CUES or t.raw(place.i)[-1].isalpha():
        return True
    return t.code(place.i - 1) in {"", ";", "|"} and t.raw(place.i)[:2].isdigit()


_CLOCK_CUES = word_set("at by from until till before after around about since to and between")


def clock_range(place: Place) -> list[Found] | None:
    """'9-11 a.m.': the first hour takes its half of the day from the second."""
    if "&" in place.codes and place.tokens.word(place.i - 1) != "between":
        return None
    split = place.i + 2
    late = Place(place.tokens, place.anchor, split, place.j)
    second = (day if {*"aDJmh"} & {*late.codes} else clock)(late)
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
    p = pieces(Place(t, place.anchor, joint - 1, place.j))
    if p.month is None:
        return None
    p.day = int(_NUMBERS.findall(t.raw(joint))[0])
    value, rule, anchored = month_day(place, p)
    part_ = next(
        v for v, c in zip(t.values[place.i : joint], place.codes, strict=False) if c == "p"
    )
    if value is None:
        return None
    return [Found("time", f"{value}T{part_}", place.i, place.j, rule, None, anchored)]
