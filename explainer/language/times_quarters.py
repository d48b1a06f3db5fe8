"""Quarters and halves of a year: 'the third quarter', 'Q3 2020', 'the first half of 2021'."""

from __future__ import annotations

from datetime import date, timedelta

from explainer.language.times_found import Found, Place
from explainer.language.times_month import year_for
from explainer.language.times_pieces import Pieces, full_year
from explainer.language.times_words import Turn
from explainer.word_set import word_set


def _of_year(place: Place, k: int) -> tuple[int | None, str, bool]:
    """The year given after token `k` ('of 2020', 'of last year', 'this year')."""
    rest = place.codes[k - place.i + 1 :]
    if "Y" in rest or "y" in rest:
        n = k + 1 + (rest.index("Y") if "Y" in rest else rest.index("y"))
        number = place.number(n)
        number = number if number > 99 else full_year(number, place.anchor.year())
        return number, f"'{place.words}' as the calendar gives it", False
    if "u" in rest:
        n = k + 1 + rest.index("u")
        if place.unit(n) != "year":
            return None, "unit", False
        turn = place.turn(k + 1, n) or Turn(0, False)
        base, published = place.anchor.base("year", turn.textual)
        if base is None:
            return None, "unit", False
        return base.year + turn.step, f"'{place.words}' {place.counted(base, published)}", True
    return None, "", False


def _which(place: Place) -> tuple[int, int]:
    """Token and number of the quarter or half."""
    t = place.tokens
    for k in range(place.i, place.j):
        if t.codes[k] == "4":
            return k, int(str(t.values[k])[1])
        if t.codes[k] == "o":
            end = next(n for n in range(k, place.j) if t.codes[n] in "QH")
            return end, place.number(k)
    return place.i, 0


def quarter(place: Place) -> list[Found] | None:
    """'the third quarter', 'fourth-quarter', 'Q3 2020', 'the first quarter of last year'."""
    t = place.tokens
    k, number = _which(place)
    if t.codes[k] == "4" and str(t.values[k])[0] != "q":
        return None
    if not 1 <= number <= 4 or (t.code(place.j) == "-" and t.codes[k] == "4"):
        return None
    if t.code(place.j) == "-" and t.word(place.j + 1) in _OF_A_CUP:
        return None
    value_year, rule, anchored = _of_year(place, k)
    if rule == "unit":
        return None
    if value_year is None:
        turn = place.turn(place.i, k)
        base, published = place.anchor.base("quarter", bool(turn and turn.textual))
        if base is None:
            return [Found("date", f"XXXX-Q{number}", place.start(), place.j,
                          f"'{place.words}' with no year in the text")]  # fmt: skip
        rule, anchored = f"'{place.words}' {place.counted(base, published)}", True
        value_year = base.year
        results = t.word(place.j) in _RESULTS  # they tell of a quarter that is over
        begun = date(base.year, number * 3 - 2, 1) <= base
        ended = date(base.year, number * 3 - 2, 1) <= base - timedelta(days=80)
        told = results and any(t.word(n) in _TELL for n in range(max(0, place.i - 5), place.i))
        far = place.tense() <= 0 and number * 3 - 2 - base.month > 3
        if not begun and (far or told or place.tense() < 0):
            value_year -= 1
        elif ended and not results and place.tense() > 0 and number < (base.month + 2) // 3:
            value_year += 1
        if turn is not None and turn.step:
            value_year = base.year + turn.step if published else value_year
    value = f"{value_year}-Q{number}"
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), anchored)]


def months_quarter(place: Place) -> list[Found] | None:
    """'the April-June quarter': by its months, in the year a month without one belongs to."""
    named = place.codes.endswith("Q")
    first, last = (place.number(place.j - k - named) for k in (3, 1))
    if first % 3 != 1 or last != first + 2:
        return None
    if not named:  # 'the April-June period'
        if place.tokens.word(place.j) != "period":
            return None
        place = Place(place.tokens, place.anchor, place.i, place.j + 1)
    year, rule, anchored = year_for(place, Pieces(month=last), None)
    if year is None:
        return None
    value = f"{year}-Q{(first + 2) // 3}"
    return [Found("date", value, place.start(), place.j, rule, None, anchored)]


_OF_A_CUP = word_set("final finals finalist finalists back backs century")
# "will report fourth-quarter results": of the quarter that is over.
_TELL = word_set("report reports announce announces release releases publish publishes disclose")
_RESULTS = word_set("results profit profits earnings sales net revenue loss")


_EXPECT = word_set("expects expect expected forecast forecasts")


def half(place: Place) -> list[Found] | None:
    """'the first half of 2020', 'H1 2021'; a half with no year is left to football."""
    t = place.tokens
    k, number = _which(place)
    if t.codes[k] == "4" and str(t.values[k])[0] != "h":
        return None
    if not 1 <= number <= 2:
        return None
    value_year, rule, anchored = _of_year(place, k)
    if value_year is None:
        fiscal = "W" in place.codes
        before = {t.word(n) for n in range(max(0, place.i - 8), place.i)}
        ahead = not _EXPECT.isdisjoint(before) and t.code(place.j) in {"", *";,&"}
        if not (t.word(place.j) in _RESULTS or fiscal or ahead) or place.anchor.published is None:
            return None
        base = place.anchor.published
        value_year = base.year - (1 if number == 2 and base.month < 7 and not ahead else 0)
        value_year += ahead and number == 1 and base.month > 6
        rule, anchored = f"'{place.words}' {place.counted(base, True)}", True
    return [Found("date", f"{value_year}-H{number}", place.start(), place.j, rule, None, anchored)]
