"""Whether numbers, days and places of a claim belong to the same verb in the source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from explainer.extract.word_set import word_set
from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.mention import TimeMention
from explainer.verify.dates import holds
from explainer.verify.fault import fault
from explainer.verify.frames import Frame
from explainer.verify.index import Line
from explainer.verify.numbers import Number, fits, numbers_of
from explainer.verify.tables import opposites
from explainer.verify.words import keys_of, lemma_of, words_of


def place_faults(claim: Line, mine: Frame, line: Line, theirs: Frame) -> Iterator[Finding]:
    zone = zone_of(line, theirs)
    yield from _numbers(claim, mine, line, zone)
    yield from _days(claim, mine, line, zone)
    yield from _turned(mine, theirs, zone)
    yield from _elsewhere(mine, line, theirs, zone)


def zone_of(line: Line, frame: Frame) -> list[Token]:
    """What belongs to a verb: its own stretch, its subject, what hangs on it and what it hangs
    on."""
    found: list[Token] | None = frame.kept.get("zone")
    if found is None:
        found = frame.kept["zone"] = _zone_of(line, frame)
    return found


def _zone_of(line: Line, frame: Frame) -> list[Token]:
    chain = {id(frame)}
    over = frame.under
    while over is not None:
        chain.add(id(over))
        over = over.under
    grown = True
    while grown:
        more = {id(f) for f in line.frames if f.under is not None and id(f.under) in chain}
        grown = not more <= chain
        chain |= more
    wanted = {id(t) for f in line.frames if id(f) in chain for t in f.inside}
    wanted |= {id(t) for t in [*frame.doer, *frame.done]}
    wanted |= {id(t) for f in line.frames if id(f) in chain for t in f.doer}
    return [t for t in line.tokens if id(t) in wanted]


def _numbers(claim: Line, mine: Frame, line: Line, zone: list[Token]) -> Iterator[Finding]:
    spans = [(t.start, t.end) for t in zone]
    told = numbers_of(line)
    inside = [q for q in told if any(s <= q.start < e for s, e in spans)]
    for number in numbers_of(claim):
        held = any(t.start <= number.start < t.end for t in [*mine.inside, *mine.doer])
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


def rivals(one: Number, two: Number) -> bool:
    """Two numbers of the same thing, or both of one kind of measure."""
    if one.thing and one.thing == two.thing:
        return True
    return one.unit == two.unit and one.unit in ("percent", "%") and not one.thing


def _same_part(
    claim: Line, number: Number, line: Line, other: Number, inside: list[Number]
) -> bool:
    """ "rose by 5 to 20" is no "rose to 5", and "up from 270" no "270"; "six less" is not six."""
    one, two = _way(claim, number.start), _way(line, other.start)
    if one is not None and two is not None and one != two:
        return False
    if two == "from" and one is None and any(q is not other and q.unit == other.unit
                                             for q in inside):  # fmt: skip
        return False
    more, less = _compared(line, other), _compared(claim, number)
    return more is None or more == less


def _compared(line: Line, number: Number) -> str | None:
    at = next((i for i, t in enumerate(line.tokens) if t.start >= number.start), None)
    after = line.tokens[at + 1 : at + 3] if at is not None else []
    return next((t.low for t in after if t.low in _COMPARED), None)


_COMPARED = word_set("less more fewer higher lower longer earlier later")


_WAYS = {"by": "by", "to": "to", "from": "from", "until": "to", "since": "from", "above": "above",
         "below": "below", "before": "before", "after": "after", "till": "to", "under": "below",
         "over": "above", "against": "to"}  # fmt: skip


def _way(line: Line, start: int) -> str | None:
    """The preposition before a number or day: "by", "to", "from"."""
    at = next((i for i, t in enumerate(line.tokens) if t.start >= start), len(line.tokens))
    for token in reversed(line.tokens[max(0, at - 3) : at]):
        if token.low in _WAYS:
            return _WAYS[token.low]
        if token.tag not in ("D", "A", "J"):
            return None
    return None


def _same_way(claim: Line, start: int, line: Line, other: int) -> bool:
    one, two = _way(claim, start), _way(line, other)
    return one is None or two is None or one == two


def _days(claim: Line, mine: Frame, line: Line, zone: list[Token]) -> Iterator[Finding]:
    spans = [(t.start, t.end) for t in zone]
    told = [m for m in line.mentions if isinstance(m, TimeMention)]
    for day in claim.mentions:
        if not isinstance(day, TimeMention) or day.value.endswith("_REF"):
            continue
        if not any(t.start <= day.start < t.end for t in mine.inside):
            continue
        same = [m for m in told if holds(day, m) or m.text.lower() == day.text.lower()]
        if not same:
            if told and _competes(day, told, spans):
                yield fault("date-of-something-else", day.text, "is not when this was", day.start)
            continue
        here = [m for m in same if any(s <= m.start < e for s, e in spans)]
        if not here:
            yield fault("date-of-something-else", day.text, "is when something else was", day.start)
        elif not any(_same_way(claim, day.start, line, m.start) for m in here):
            yield fault("date-of-something-else", day.text, "bounds another time", day.start)


def _competes(day: TimeMention, told: list[TimeMention], spans: list[tuple[int, int]]) -> bool:
    """The verb has a day, or a length of time, of its own that is another one."""
    if day.type == "duration":
        return any(m.type == "duration" for m in told if any(s <= m.start < e for s, e in spans))
    return any(
        m.begin and m.end_day and day.begin and day.end_day
        and (m.end_day < day.begin or day.end_day < m.begin)
        for m in told if any(s <= m.start < e for s, e in spans)
    )  # fmt: skip


_POINTED = {"above": "below", "below": "above", "before": "after", "after": "before",
            "inside": "outside", "outside": "inside", "against": "for", "more": "less",
            "less": "more", "with": "without", "without": "with", "over": "under",
            "under": "over"}  # fmt: skip


def _is_denied(token: Token, zone: list[Token], claim: list[Token]) -> bool:
    """ "Not guilty" in the source, "guilty" in a claim that denies nothing."""
    if any(t.tag == "NOT" or t.low == "no" for t in claim):
        return False
    return any(
        one.tag == "NOT" and two.low == token.low
        for one, two in pairwise(zone)
    )  # fmt: skip


def _zone_words(
    theirs: Frame, zone: list[Token]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words of a zone, their dictionary forms, and their keys."""
    found: tuple[frozenset[str], frozenset[str], frozenset[str]] | None
    found = theirs.kept.get("words")
    if found is None:
        lemmas = (lemma_of(t.low, t.tag in ("VF", "V", "VN", "VG")) for t in zone)
        keys = (k for w in words_of(zone) for k in keys_of(w))
        found = frozenset(t.low for t in zone), frozenset(lemmas), frozenset(keys)
        theirs.kept["words"] = found
    return found


def _turned(mine: Frame, theirs: Frame, zone: list[Token]) -> Iterator[Finding]:
    """A word beside the verb whose opposite stands in its place in the source."""
    lows, lemmas, keys = _zone_words(theirs, zone)
    for token in mine.inside:
        if token in mine.group or token.low in lows:
            continue
        other = _POINTED.get(token.low)
        if other in lows and other not in {t.low for t in mine.inside}:
            yield fault("opposite-word", token.text, f'turns "{other}" of the source round')
            return
        if token.tag not in ("J", "A", "N", "D"):
            continue
        if token.tag in ("J", "N") and _is_denied(token, zone, mine.tokens):
            yield fault("negation-dropped", token.text, 'is denied there ("not")')
            return
        lemma = lemma_of(token.low, False)
        if any(not keys.isdisjoint(keys_of(w)) for w in words_of([token])):
            continue
        against = sorted(opposites(lemma) & lemmas)
        own = {t.low for t in mine.inside}
        if against and not own & set(against):
            yield fault("opposite-word", token.text, f'turns "{against[0]}" of the source round')
            return


_AT = word_set("in at near from to into on of as for before during against with")
_TIED = word_set("when while as where after during once because since")
_SAME_PLACE = word_set("in at near into of as from")


def _elsewhere(mine: Frame, line: Line, theirs: Frame, zone: list[Token]) -> Iterator[Finding]:
    """What the claim joins to this verb the source joins to another one of the sentence."""
    tokens = mine.tokens
    if not any(tokens[at].low in _AT for at in range(mine.verb_end, mine.end)):
        return
    held = set(_zone_words(theirs, zone)[2])
    tied = [
        f for f in line.frames
        if f.opener in _TIED or (theirs.opener in _TIED and f.kind != "relative")
        or (f.kind in ("relative", "participle") and theirs.begin <= f.begin <= theirs.end + 1
            and theirs.done)
    ]  # fmt: skip
    held |= {k for f in tied for w in words_of(f.inside) for k in keys_of(w)}
    told = line.keys
    for at in range(mine.verb_end, mine.end):
        token = tokens[at]
        if token.tag not in ("NAME", "N"):
            continue
        before = _preposition(tokens, at, mine.verb_end)
        if before is None:
            continue
        for word in words_of([token]):
            keys = keys_of(word)
            if word.generic or not held.isdisjoint(keys):
                continue
            if told.isdisjoint(keys[:1]) and not _has_other(theirs, before, mine):
                continue
            yield fault("joined-wrongly", token.text, "belongs to something else in the source")
            return


def _preposition(tokens: list[Token], at: int, floor: int) -> str | None:
    while at > floor and tokens[at - 1].tag in ("D", "S", "J", "N"):
        at -= 1
    before = tokens[at - 1].low if at > floor else None
    return before if before in _AT else None


def _has_other(theirs: Frame, preposition: str, mine: Frame) -> bool:
    """The verb of the source has something else after the same preposition: "convicted of"."""
    if mine.lemma != theirs.lemma or preposition not in _SAME_PLACE:
        return False
    after = theirs.after
    alike = ("in", "at", "near") if preposition in ("in", "at", "near") else (preposition,)
    return any(
        t.low in alike and after[i + 1].tag != "TIME" and after[i + 1].tag != "NUM"
        for i, t in enumerate(after[:-1])
    )
