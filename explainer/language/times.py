"""Dates, times, durations and sets in a text, with TIMEX3 values."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from explainer.language import (
    times_ago,
    times_clock,
    times_day,
    times_month,
    times_of_month,
    times_onward,
    times_periods,
    times_quarters,
    times_seasons,
    times_sets,
    times_spans,
    times_spells,
    times_years,
)
from explainer.language.reading import Sentence
from explainer.language.times_anchor import Anchor
from explainer.language.times_found import Found, Place
from explainer.language.times_grammar import STRETCH, Shapes, shapes_from
from explainer.language.times_setting import anchor_of
from explainer.language.times_tokens import Tokens
from explainer.language.times_trigger import may_hold_time
from explainer.language.times_values import days_of, precision_of, said
from explainer.language.times_words import SAYING, Turn
from explainer.mention import TimeMention
from explainer.source import Source
from explainer.word_set import word_set

_RESOLVERS: dict[str, Callable[[Place], list[Found] | None]] = {
    "day": times_day.day,
    "ordinal_day": times_of_month.ordinal_day,
    "day_of_month": times_of_month.day_of_month,
    "part_of_ordinal": times_clock.part_of_ordinal,
    "day_list": times_of_month.day_list,
    "month": times_month.month,
    "part": times_clock.part,
    "part_beside": times_clock.part_beside,
    "clock": times_clock.clock,
    "clock_range": times_clock.clock_range,
    "night_of": times_clock.night_of,
    "within": times_periods.within,
    "turn_unit": times_periods.turn_unit,
    "the_unit": times_periods.the_unit,
    "turn_of": times_periods.turn_of,
    "year_end": times_periods.year_end,
    "before_last": times_periods.before_last,
    "fiscal": times_periods.fiscal,
    "season": times_seasons.season,
    "quarter": times_quarters.quarter,
    "months_quarter": times_quarters.months_quarter,
    "half": times_quarters.half,
    "year": times_years.year,
    "year_range": times_years.year_range,
    "era": times_years.era,
    "era_range": times_years.era_range,
    "decade": times_years.decade,
    "century": times_years.century,
    "decade_of": times_years.decade_of,
    "two_centuries": times_years.two_centuries,
    "spell": times_spells.spell,
    "duration": times_spans.duration,
    "in_a_row": times_spells.in_a_row,
    "quarter_of": times_spells.quarter_of,
    "aged": times_spans.aged,
    "ago": times_ago.ago,
    "ago_on": times_ago.ago_on,
    "weekdays_ago": times_onward.weekdays_ago,
    "set": times_sets.repeated,
    "reference": times_sets.reference,
}
_PIECE = 4000
_ENDED = word_set("ended closed concluded until ending lasted finished")
# The title and the first sentence may tell a story from its beginning to its end; one soon after
# that says how long it lasted does.
_SUMMED_UP = 4


def find_times(source: Source, sentences: Sequence[Sentence]) -> list[TimeMention]:
    """Every time expression of the source, in order, none overlapping another.

    Reads `sentences` and every block outside them but furniture. Relative expressions count from
    `source.published` or, where the text tells of another time, from its own dates.
    """
    text = source.text
    anchor = anchor_of(text, source.published)
    found: list[TimeMention] = []
    for start, end in _stretches(source, sentences):
        if may_hold_time(text[start:end]):
            anchor.sentence += 1
            told = len(anchor.seen)
            tokens = Tokens(text, start, end)
            found.extend(_read(tokens, anchor))
            whole = anchor.sentence <= 2 or "lasted" in tokens.raws
            if anchor.sentence <= _SUMMED_UP and whole:
                anchor.begin_story(told, not _ENDED.isdisjoint(tokens.raws))
    return found


def time_value(text: str, anchor: date | None = None) -> TimeMention | None:
    """What the whole of `text` means as a time, or None if it is none or more than one.

    A preposition before it ("on 19 August 2021") does not hurt.
    """
    stripped = text.strip()
    if len(stripped) > 200 or not may_hold_time(stripped):
        return None
    found = list(_read(Tokens(stripped, 0, len(stripped)), anchor_of(stripped, anchor)))
    if len(found) != 1:
        return None
    rest = (stripped[: found[0].start] + stripped[found[0].end :]).strip(" .,;")
    fits = not rest or rest.lower() in _AROUND
    return found[0] if fits else None


_AROUND = word_set("in on at during by for over since until from before after the")


def same_time(a: str, b: str, anchor: date | None = None) -> bool | None:
    """Whether two texts or TIMEX3 values mean the same time.

    True for "19 August 2021" and "2021-08-19", or "12 months" and "P1Y"; None if either is no
    time, or is not fixed enough to tell ("August 19" and "2021-08-19").
    """
    one, other = _as_value(a, anchor), _as_value(b, anchor)
    if one is None or other is None:
        return None
    if one == other:
        return None if one.endswith("_REF") else True
    if one.endswith("_REF") or other.endswith("_REF"):
        return None
    if one[0] == "P" or other[0] == "P":
        return _length(one) == _length(other) if one[0] == other[0] else False
    if "X" in one or "X" in other:
        clash = any(x != y and "X" not in (x, y) for x, y in zip(one, other, strict=False))
        return False if clash or len(one) != len(other) else None
    days = days_of(one)
    return days is not None and days == days_of(other) and ("T" in one) == ("T" in other) and (
        "T" not in one)  # fmt: skip


_VALUE = re.compile(
    r"P(?:T?[0-9.X]+[A-Z]{1,2})+(?:T(?:[0-9.]+[HMS])+)?|(?:PAST|PRESENT|FUTURE)_REF|BC[0-9]{2,4}"
    r"|[0-9X]{4}(?:-(?:[0-9X]{2}(?:-[0-9X]{2})?|W[0-9X]{2}(?:-(?:WE|[1-7]))?|[QH][1-4X]|SP|SU|FA|WI))?"
    r"(?:T(?:[0-9]{2}:[0-9]{2}|MO|AF|EV|NI|MI|DT))?|[0-9]{2,3}"
)
_LENGTH = re.compile(r"([0-9.]+)([A-Z]{1,2})")
_DAYS = {"Y": ("m", 12), "M": ("m", 1), "Q": ("m", 3), "DE": ("m", 120), "CE": ("m", 1200),
         "W": ("s", 604800), "D": ("s", 86400)}  # fmt: skip
_SECONDS = {"H": 3600, "M": 60, "S": 1}


def _as_value(text: str, anchor: date | None) -> str | None:
    stripped = text.strip()
    if _VALUE.fullmatch(stripped):
        return stripped
    found = time_value(stripped, anchor)
    return found.value if found else None


def _length(value: str) -> tuple[float, float]:
    """Months and seconds of a duration, so that P12M and P1Y compare equal."""
    day_part, _, time_part = value.partition("T")
    months = seconds = 0.0
    for number, unit in _LENGTH.findall(day_part):
        kind, size = _DAYS.get(unit, ("s", 0))
        months += float(number) * size if kind == "m" else 0
        seconds += float(number) * size if kind == "s" else 0
    for number, unit in _LENGTH.findall(time_part):
        seconds += float(number) * _SECONDS.get(unit, 0)
    return months, seconds


def _stretches(source: Source, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Sentences, and the blocks no sentence lies in, in order, cut where they are very long."""
    starts = [s.start for s in sentences]
    parts = [(s.start, s.end) for s in sentences]
    for block in source.blocks:
        if block.kind == "furniture":
            continue
        at = bisect_left(starts, block.start)
        if at == len(starts) or starts[at] >= block.end:
            parts.append((block.start, block.end))
    if not parts and not source.blocks:
        parts.append((0, len(source.text)))
    last = 0
    for start, end in sorted(parts):
        at = max(start, last)
        while end - at > _PIECE:
            cut = source.text.rfind(" ", at + _PIECE // 2, at + _PIECE)
            cut = cut + 1 if cut > 0 else at + _PIECE
            yield at, cut
            at = cut
        if at < end:
            yield at, end
        last = max(last, end)


def _read(tokens: Tokens, anchor: Anchor) -> Iterator[TimeMention]:
    codes = tokens.codes
    for stretch in STRETCH.finditer(codes):
        base, at = stretch.start(), 0
        while (shapes := shapes_from(stretch[0], at)) is not None:
            found = _longest(tokens, anchor, base, shapes)
            if not found:
                at = shapes[0] + 1
                continue
            for one in found:
                if one.value.startswith("BC") and len(one.value) >= 6:
                    anchor.year_bc = int(one.value[2:6])
                if (
                    one.counts
                    and one.kind in {"date", "time"}
                    and not (len(one.value) < 10 and _is_flashback(tokens, one.i, one.j))
                    and not (len(one.value) == 4 and _is_by_the_way(tokens, one.i, anchor))
                ):
                    aside = _is_birthday(tokens, one.i)
                    anchor.note(one.value, aside, "publication" in one.rule)
                    if len(one.value) == 4 and tokens.word(one.i - 1) in {"until", "till"}:
                        anchor.limit = one.value
                    clause = one.i <= 1 or codes[one.i - 2] in ";,"
                    starts = clause and tokens.code(one.i - 1) in {"", ";", "@"}
                    opens = starts and tokens.word(one.i - 1) not in _NO_SETTING
                    if not one.anchored and not aside and (opens or len(one.value) >= 10):
                        anchor.set_scene(one.value, opens)
                yield _mention(tokens, one)
            at = found[-1].j - base


def _is_flashback(tokens: Tokens, i: int, j: int) -> bool:
    """'who had ruled since the previous autumn', 'a year earlier he had been a clerk': the story
    goes on from where it was. (Of a day looked back to, more may be told.)"""
    if "had" not in tokens.raws:
        return False
    had = "had" in {tokens.word(k) for k in (*range(max(0, i - 9), i), *range(j, j + 4))}
    back = any(tokens.codes[k] in "Lk" and _points_back(tokens.values[k]) for k in range(i, j))
    return had and (back or tokens.word(i - 1) == "since")


def _is_by_the_way(tokens: Tokens, i: int, anchor: Anchor) -> bool:
    """'in his memoirs, published in 1891', 'for the first time since 1947': no story goes on from
    that year. One told from the beginning may: 'After 1871 the town grew'."""
    before = tokens.word(i - 1)
    if before in {"since", "than"} or (before in {"after", "before", "until"} and not anchor.seen):
        return anchor.published is None or anchor.narrative
    printed = before == "in" and tokens.word(i - 2) in _PUBLISHED
    return printed and tokens.word(i - 3) not in _BE


_PUBLISHED = word_set("published printed written reprinted reissued translated painted composed")
_BE = word_set("was were is are been being be had have has")


def _points_back(value: object) -> bool:
    return value == -1 or (isinstance(value, Turn) and value.textual and value.step < 0)


def _is_birthday(tokens: Tokens, i: int) -> bool:
    near = tokens.raws[max(0, i - 3) : i]
    return "born" in near or "Born" in near


_NO_SETTING = frozenset(["since", "from", "after", "before", "than", "until"])


def _is_conjunction(tokens: Tokens, i: int) -> bool:
    """'said that Friday …', but 'that week', 'ended that December'."""
    after = tokens.code(i + 1)
    if after in {"m", "s"}:
        return not tokens.raw(i).istitle() and tokens.word(i - 1) in SAYING
    if after == "U" and tokens.word(i) == "those":
        return False
    return after not in {"u", "p", "z", "e"}


def _longest(tokens: Tokens, anchor: Anchor, base: int, shapes: Shapes) -> list[Found] | None:
    """What the longest shape that makes sense means; the shapes count from token `base`."""
    i = base + shapes[0]
    if tokens.codes[i] == "@" and not Place(tokens, anchor, i, i + 1).is_approximate():
        return None
    if tokens.codes[i] == "t" and _is_conjunction(tokens, i):
        return None
    for end, name in shapes[1]:
        try:
            found = _RESOLVERS[name](Place(tokens, anchor, i, base + end))
        except (ValueError, OverflowError):
            # A year or a count beyond the calendar: the words mean no time we can give.
            continue
        if found:
            return found
    return None


def _mention(tokens: Tokens, found: Found) -> TimeMention:
    start, end = tokens.starts[found.i], tokens.end(found.j - 1)
    days = days_of(found.value) if found.kind in {"date", "time"} else None
    return TimeMention(
        type=found.kind, start=start, end=end, text=tokens.text[start:end], value=found.value,
        precision=precision_of(found.value), modifier=found.modifier,
        begin=days[0].isoformat() if days else None,
        end_day=days[1].isoformat() if days else None,
        rule=f"{found.rule}: {said(*days)}" if days and found.anchored else found.rule,
        anchored=found.anchored,
    )  # fmt: skip
