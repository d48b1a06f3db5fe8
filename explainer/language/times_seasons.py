"""Seasons: 'last spring', 'the summer of 1942', 'in winter'."""

from __future__ import annotations

from datetime import date

from explainer.language.times_found import Found, Place
from explainer.language.times_pieces import pieces
from explainer.language.times_values import (
    SEASON_MONTHS,
    add_months,
    precision_of,
    season_of,
)
from explainer.language.times_words import Turn
from explainer.word_set import word_set


def season(place: Place) -> list[Found] | None:
    """'last spring', 'the summer of 1942', 'in winter'."""
    t = place.tokens
    k = next(n for n in range(place.i, place.j) if t.codes[n] == "s")
    if not _is_season(place, k):
        return None
    letters = str(t.values[k])
    p = pieces(place)
    turn = place.turn(place.i, k)
    if p.unit_turn is not None:
        return None
    if p.year is not None:
        value, rule, anchored = (
            f"{p.year}-{letters}",
            f"'{place.words}' as the calendar gives it",
            False,
        )
    elif p.year_turn is not None:
        base, published = place.anchor.base("year", p.year_turn.textual)
        if base is None:
            return None
        value = f"{base.year + p.year_turn.step}-{letters}"
        rule, anchored = f"'{place.words}' {place.counted(base, published)}", True
    else:
        value, rule, anchored = _season_near(place, letters, turn)
    i = place.start()
    apart = t.code(i - 1) != "@" and t.word(i - 1) not in _SPENT
    of_noun = place.codes == "Is" and apart and t.code(k + 1) == "."
    if of_noun and t.raw(k + 1).islower():
        i = k  # 'the summer sale'
    spent = turn is None and p.year is None and "had" in _just_before(place)
    return [Found("date", value, i, place.j, rule, place.modifier(), anchored, not spent)]


_SPENT = word_set("spent spend spending spends")


def _is_season(place: Place, k: int) -> bool:
    t = place.tokens
    before, after = t.code(k - 1), t.code(k + 1)
    explicit = place.j > k + 1
    if t.word(k) in {"spring", "fall"} and not explicit:
        if t.word(k + 1) == "of" or before not in set("lLxFTtIrz@-"):
            return False
        if before == "I" and t.word(k - 2) not in {
            "in",
            "during",
            "by",
            "until",
            "through",
            "since",
        }:
            return False
        if before == "@" and t.word(k - 1) not in {"in", "by", "since", "until"}:
            return False
        if before == "T" and t.word(k - 1) == "these":
            return False
    if t.raw(k)[0].isupper() and t.raw(k + 1)[:1].isupper() and after == ".":
        return False
    if place.codes == "s" and not explicit:
        return before == "@" or (after == "O" and t.code(k + 2) == "Y")
    return t.code(place.j) != "-" or explicit


def _season_near(place: Place, letters: str, turn: Turn | None) -> tuple[str, str, bool]:
    textual = turn is not None and turn.textual
    if turn is None:
        place.anchor.leave_limit()
    base, published = place.anchor.base("season", textual)
    if textual and turn is not None and (year_bc := place.anchor.year_bc) > 1:
        rule = f"'{place.words}' counted from {year_bc} BC, the last year in the text"
        return f"BC{year_bc - turn.step:04}-{letters}", rule, True
    if base is None:
        return f"XXXX-{letters}", f"'{place.words}' with no year in the text", False
    rule = f"'{place.words}' {place.counted(base, published)}"
    last = place.anchor.seen[-1] if place.anchor.seen else ""
    if textual and turn is not None and precision_of(last) == "year":
        return (
            f"{int(last[:4]) + turn.step:04}-{letters}",
            f"'{place.words}' counted from {last}",
            True,
        )
    if textual and turn is not None and not turn.step and last.endswith("-WI"):
        year = int(last[:4]) + (letters in {"SP", "SU"})
        return f"{year}-{letters}", f"'{place.words}' after {last}", True
    if turn is None and (told := _story_year(place, letters)) is not None:
        return f"{told}-{letters}", f"'{place.words}' of the time told of, {told}", True
    current = season_of(base)
    here = int(current[:4])
    starts = [date(y, SEASON_MONTHS[letters], 1) for y in (here - 1, here, here + 1)]
    if turn is None and place.anchor.narrative and "had" in _just_before(place):
        begun = [s for s in starts if s <= base]  # 'they had spent the winter there'
        return f"{begun[-1].year}-{letters}", rule, True
    if place.anchor.narrative and not (turn and turn.step):
        return f"{_told_year(place, base, letters, last)}-{letters}", rule, True
    step = turn.step if turn else place.tense()
    if turn is None and _DUE & {*_just_before(place)[-1:], place.tokens.word(place.i)}:
        step = 1  # 'spoke of a vote before the summer'
    ends = base.month == (SEASON_MONTHS[letters] + 1) % 12 + 1
    if turn is None and current[5:] == letters and not (ends and step > 0):
        return current, rule, True
    if step < 0:
        # The last spring is one that is over; a past spring may be the present one.
        over = [s for s in starts if add_months(s, 3) <= base]
        return f"{over[-1].year}-{letters}", rule, True
    if step > 0:
        coming = [s for s in starts if s > base]
        year_ = coming[0].year if coming else here + 1
        return f"{year_}-{letters}", rule, True
    if current[5:] == letters:
        return current, rule, True
    just_over = (
        turn is not None
        and place.tense() <= 0
        and add_months(starts[0], 3) <= base <= add_months(starts[0], 5)
    )
    return f"{base.year - just_over}-{letters}", rule, True


_DUE = frozenset(["before", "by"])


def _just_before(place: Place) -> list[str]:
    return place.tokens.raws[max(0, place.i - 4) : place.i]


def _story_year(place: Place, letters: str) -> int | None:
    """The year of a season in a sentence that tells of an old month: 'in May 1940 … by autumn'."""
    anchor = place.anchor
    here = anchor.story == anchor.sentence and place.tense() < 0
    return anchor.story_year(SEASON_MONTHS[letters]) if here else None


def _told_year(place: Place, base: date, letters: str, last: str) -> int:
    """The year a story is in: that last named, or the next after its winter."""
    year = (place.anchor.textual("year") or base).year
    past_winter = last.endswith("-WI") and letters in {"SP", "SU"}
    return year + past_winter
