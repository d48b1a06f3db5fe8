"""Whether the numbers and days of a claim belong to the same verb in the source."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.mention import TimeMention
from explainer.verify.counted import Number, numbers_of
from explainer.verify.dates import holds
from explainer.verify.fault import fault
from explainer.verify.frame import Frame
from explainer.verify.index import Line
from explainer.verify.numbers import fits, rivals
from explainer.verify.spans import same_length
from explainer.verify.tables import CUES
from explainer.verify.ways import way_of
from explainer.word_set import word_set


def number_place_faults(
    claim: Line, mine: Frame, line: Line, zone: list[Token]
) -> Iterator[Finding]:
    spans = [(t.start, t.end) for t in zone]
    told = numbers_of(line)
    inside = [q for q in told if any(s <= q.start < e for s, e in spans)]
    for number in numbers_of(claim):
        own = mine.doer if mine.kind in ("main", "content", "relative", "adverbial") else []
        held = any(t.start <= number.start < t.end for t in [*mine.inside, *own])
        if not held or number.vague:
            continue
        same = [q for q in told if fits(number, q)]
        here = [q for q in inside if q in same]
        if not same:
            wrong = any(rivals(number, q) for q in inside)
        elif here:
            wrong = not any(_same_part(claim, number, line, q, inside) for q in here)
        else:
            wrong = True
        if wrong:
            yield fault("number-of-something-else", number.text, "belongs to something else",
                        number.start)  # fmt: skip


def _same_part(
    claim: Line, number: Number, line: Line, other: Number, inside: list[Number]
) -> bool:
    """ "rose by 5 to 20" is no "rose to 5", and "up from 270" no "270"; "six less" is not six."""
    one, two = way_of(claim, number.start), way_of(line, other.start)
    if one is not None and two is not None and one != two:
        return False
    if two == "from" and one is None:
        rest = [q for q in inside if q is not other]
        if any(q.unit == other.unit or not other.unit for q in rest):
            return False
    more, less = _compared(line, other), _compared(claim, number)
    return more is None or more == less


def _compared(line: Line, number: Number) -> str | None:
    at = next((i for i, t in enumerate(line.tokens) if t.start >= number.start), None)
    after = line.tokens[at + 1 : at + 3] if at is not None else []
    return next((t.low for t in after if t.low in _COMPARED), None)


_COMPARED = word_set("less more fewer higher lower longer earlier later")


def _same_way(claim: Line, start: int, line: Line, other: int) -> bool:
    one, two = way_of(claim, start), way_of(line, other)
    return one is None or two is None or one == two


def day_place_faults(
    claim: Line, mine: Frame, line: Line, theirs: Frame, zone: list[Token]
) -> Iterator[Finding]:
    spans = [(t.start, t.end) for t in zone]
    told = [m for m in line.mentions if isinstance(m, TimeMention)]
    for day in claim.mentions:
        if not isinstance(day, TimeMention) or day.value.endswith("_REF"):
            continue
        if not any(t.start <= day.start < t.end for t in mine.inside):
            continue
        if _describes(claim, day):
            continue
        same = [m for m in told if _is_same(day, m)]
        if not same:
            if told and _competes(day, told, spans):
                yield fault("date-of-something-else", day.text, "is not when this was", day.start)
            continue
        here = [m for m in same if any(s <= m.start < e for s, e in spans)]
        if not here and _beside(line, theirs, same):
            continue
        if not here:
            yield fault("date-of-something-else", day.text, "is when something else was", day.start)
        elif not any(_same_way(claim, day.start, line, m.start) for m in here):
            yield fault("date-of-something-else", day.text, "bounds another time", day.start)


def _is_same(day: TimeMention, told: TimeMention) -> bool:
    length = day.type == "duration" and same_length(day, [told])
    return holds(day, told) or length or day.text.lower() == told.text.lower()


def _beside(line: Line, theirs: Frame, same: list[TimeMention]) -> bool:
    """The only day of the sentence is that of both deeds told side by side: "A rose on Tuesday,
    while B fell"."""
    days = [m for m in line.mentions if isinstance(m, TimeMention)]
    if len(days) != 1 or theirs.kind not in ("main", "adverbial"):
        return False
    if theirs.kind == "adverbial" and theirs.opener not in ("while", "whereas"):
        return False
    return any(
        f.kind == "main" and f.lemma not in CUES
        and any(t.start <= same[0].start < t.end for t in f.inside)
        for f in line.frames
    )  # fmt: skip


def _describes(claim: Line, day: TimeMention) -> bool:
    """ "A 1954 treaty": the day is the treaty's, not the verb's."""
    at = next((i for i, t in enumerate(claim.tokens) if t.start >= day.start), len(claim.tokens))
    before, after = claim.tokens[max(0, at - 1) : at], claim.tokens[at + 1 : at + 2]
    of = (before[-1:], after[:1])
    if day.type == "duration" and any(t and t[0].low == "of" for t in of):
        return True  # "a strike of three weeks"
    opens = not before or before[0].tag in ("D", "S", "J")
    return opens and bool(after) and after[0].tag in ("N", "J")


def _competes(day: TimeMention, told: list[TimeMention], spans: list[tuple[int, int]]) -> bool:
    """The verb has a day, or a length of time, of its own that is another one."""
    if day.type == "duration":
        return any(m.type == "duration" for m in told if any(s <= m.start < e for s, e in spans))
    return any(
        m.begin and m.end_day and day.begin and day.end_day
        and (m.end_day < day.begin or day.end_day < m.begin)
        for m in told if any(s <= m.start < e for s, e in spans)
    )  # fmt: skip
