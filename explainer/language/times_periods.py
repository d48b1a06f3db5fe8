"""Weeks, months, seasons, quarters, years, decades and centuries: 'last week', 'the late 1980s'."""

from __future__ import annotations

import re
from datetime import date, timedelta

from explainer.language.times_dates import day, full_year, month, pieces
from explainer.language.times_found import Found, Place
from explainer.language.times_holidays import nth_weekday
from explainer.language.times_values import (
    SEASON_MONTHS,
    add_months,
    days_of,
    precision_of,
    season_of,
    shifted,
)
from explainer.language.times_words import Turn, words

_COUNTED = words(
    "people men women children soldiers troops fighters students workers jobs cases deaths "
    "cars ships homes houses meters metres feet miles kilometers kilometres km dollars euros "
    "pounds tons tonnes percent kg calories shares points votes members employees residents "
    "prisoners refugees units copies pages words islands species families employees guests "
    "passengers inhabitants casualties men-at-arms guns tanks aircraft planes rubles roubles "
    "francs yen lira degrees watts mph kph rpm crore lakh million billion thousand hundred "
    "objects items visitors acres hectares square horses cavalry infantry infantrymen "
    "civilians volunteers protesters demonstrators seats spectators fans bottles tickets"
)
_NOT_YEARS = words(
    "flight route highway page room number model no windows boeing room phone chapter section "
    "article paragraph lot file block apartment apt bus line psalm serial form nos line "
    "hotline call tel"
)  # fmt: skip
_YEAR_CUES = words(
    "in since until till by from of before after during around about circa between and to "
    "through early late mid for the"
)  # fmt: skip
_UNIT_CUES = words(
    "in of for during on by over throughout within earlier later at until through before "
    "since"
)  # fmt: skip
_NOT_THE = words("of after before when that who i we he she they it you")


def year(place: Place) -> list[Found] | None:
    """A bare year, if its surroundings do not make the number something else."""
    t = place.tokens
    k = place.j - 1
    if t.codes[k] == "y":
        value = full_year(place.number(k), place.anchor.year())
        if t.word(place.i - 1) not in _YEAR_CUES and place.i == k:
            return None
    else:
        value = place.number(k)
        if not _is_year(place, k, value):
            return None
    if "u" in place.codes and t.values[place.i + place.codes.index("u")] != "year":
        return None
    i = place.start()
    if i < k and t.codes[i] == "I" and i + 1 == k:
        i = k
    fiscal = "W" in place.codes and t.word(place.i + place.codes.index("W"))
    rule = f"the {fiscal} year {value}" if fiscal else f"the year {value}"
    return [Found("date", f"{value:04}", i, place.j, rule, place.modifier())]


def _is_year(place: Place, k: int, value: int) -> bool:
    t = place.tokens
    before, after = t.word(place.i - 1), t.word(k + 1)
    codes = t.code(place.i - 1), t.code(k + 1)
    if after in {"were", "are", "have"} and codes[0] != "@":
        return False
    if codes[1] in {"%", "$"} or codes[0] in {"$", "%"} or after in _COUNTED:
        return False
    plural = t.raw(k + 1).islower() and after.endswith("s") and not after.endswith("ss")
    named = codes[0] == "." and t.raw(place.i - 1)[:1].isupper()
    if (
        plural
        and codes[1] == "."
        and codes[0] in {",", "&", "<", ">", "."}
        and not named
        and (after not in {"was", "is", "has", "as", "this", "his", "its"})
    ):
        return False
    if before in _NOT_YEARS or codes[0] in {"n", "Y", "d"} or codes[1] in {"n", "Y", "d"}:
        return False
    if codes[1] in {"u", "U", "f", "o", "w", "K", "Z"}:
        return False
    if (
        codes[1] == "-"
        and t.code(k + 2) not in {"d", "n", "Y", "m", "s", "u"}
        and t.word(k + 2) not in {"era", "present", "style", "born", "based", "built"}
    ):
        return False
    if codes[0] == "-" and not (
        t.code(place.i - 2) in "YmbrsX"
        or t.word(place.i - 2) in {"post", "pre", "mid", "early", "late", "end", "fiscal", "circa"}
    ):
        return False
    if place.i < k:
        return True
    if 1900 <= value <= 2049:
        return before not in {"than", "nearly", "almost", "some", "at", "approximately", "roughly",
                              "least", "only", "over", "under", "up"}  # fmt: skip
    if not 1000 <= value <= 2100:
        return False
    if after.endswith("s") and after not in {"was", "is", "has", "as", "this", "his", "its"}:
        return False
    if before in _YEAR_CUES and before not in {"the", "for", "to", "and"}:
        return True
    if codes[0] == ";" and t.raw(place.i - 1) == "(":
        return codes[1] in {";", ",", "-", "~"}
    return before in {"and", "to"} and t.code(place.i - 2) == "Y"


def year_range(place: Place) -> list[Found] | None:
    """'1979-89', '1914–1918', '2020/21': the two years, each on its own."""
    t = place.tokens
    k = place.j - 1
    first, second = place.number(place.j - 3), place.number(k)
    if t.word(place.i - 1) in _NOT_YEARS or t.word(place.j) in _COUNTED:
        return None
    if len(t.raw(k)) == 2:
        second += first - first % 100
        if second <= first and len(t.raw(k)) == 2:
            second += 100
    if t.code(place.i - 1) == "-" or not (1000 <= first < second <= 2100) or len(t.raw(k)) == 3:
        return None
    if second - first > 400 or t.code(place.i - 1) == "$":
        return None
    rule = f"from {first} to {second}"
    one = Found("date", f"{first}", place.j - 3, place.j - 2, rule)
    return [one, Found("date", f"{second}", k, place.j, rule)]


def era(place: Place) -> list[Found] | None:
    """'44 BC', 'AD 79'."""
    t = place.tokens
    mark = place.codes.index("M")
    raw = t.raw(place.i + mark)
    k = place.j - 1 if mark < len(place.codes) - 1 else place.j - 2
    value = place.number(k)
    if not raw.isupper() or not 0 < value < 10000:
        return None
    before = t.values[place.i + mark] == "BC"
    rule = f"the year {value} {'before' if before else 'of'} the common era"
    text = f"BC{value:04}" if before else f"{value:04}"
    return [Found("date", text, place.start(), place.j, rule, place.modifier(), counts=not before)]


def era_range(place: Place) -> list[Found] | None:
    """'264-241 BC', 'from 264 to 241 BC': the mark holds for both years."""
    t = place.tokens
    last = place.j - 2
    if not t.raw(place.j - 1).isupper() or t.values[place.j - 1] != "BC":
        return None
    years = [place.number(place.i), place.number(last)]
    if not 0 < years[1] < years[0] < 10000:
        return None
    rule = f"from {years[0]} to {years[1]} before the common era"
    first = Found("date", f"BC{years[0]:04}", place.i, place.i + 1, rule, counts=False)
    return [first, Found("date", f"BC{years[1]:04}", last, place.j, rule, counts=False)]


def decade(place: Place) -> list[Found] | None:
    """'the 1980s', "the '90s", 'the late eighties'; 'in his 80s' is an age."""
    t = place.tokens
    if t.word(place.i - 1) in {"his", "her", "their", "my", "our", "your", "its"}:
        return None
    k = place.j - 1
    number, raw = place.number(k), t.raw(k)
    if "I" not in place.codes and len(raw) < 5 and place.codes == "X":
        return None
    if number >= 1000:
        value = f"{number // 100}" if number % 100 == 0 and number < 1900 else f"{number // 10}"
    else:
        tens = number if raw.isalpha() else number // 10
        around = place.anchor.year() or 2000
        century = around // 100 if tens * 10 <= around % 100 + 9 else around // 100 - 1
        value = f"{century}{tens}"
    length = "decade" if len(value) == 3 else "century"
    rule = f"the {length} that begins in {value}{'0' * (4 - len(value))}"
    return [Found("date", value, place.i, place.j, rule, place.modifier())]


def century(place: Place) -> list[Found] | None:
    """'the 19th century' is 18, as its years begin with 18."""
    t = place.tokens
    k = place.j - 1
    old = t.codes[k] == "M"
    if old:
        k -= 1
    if place.unit(k) not in {"century", "millennium"}:
        return None
    number = sum(place.number(n) for n in range(place.i, k) if t.codes[n] in "ow"
                 and t.code(n + 1) not in "HQ")  # fmt: skip
    value = f"{number - 1}" if place.unit(k) == "millennium" else f"{number - 1:02}"
    if old and t.values[place.j - 1] == "BC":
        value = f"BC{value}"
    if not 1 <= number <= 30:
        return None
    rule = f"the {place.unit(k)} whose years begin with {value}"
    return [Found("date", value, place.i, place.j, rule, place.modifier(), counts=len(value) == 2)]


def two_centuries(place: Place) -> list[Found] | None:
    """'the 19th and 20th centuries'."""
    t = place.tokens
    if place.unit(place.j - 1) != "century":
        return None
    ordinals = [k for k in range(place.i, place.j) if t.codes[k] == "o"]
    values = [f"{place.number(k) - 1:02}" for k in ordinals]
    middle = place.i + place.codes.index("&")
    rule = "centuries, named by the figures their years begin with"
    return [
        Found("date", values[0], place.i, middle, rule),
        Found("date", values[1], middle + 1, place.j, rule),
    ]


def turn_unit(place: Place) -> list[Found] | None:
    """'last week', 'early next year', 'the following month', 'this weekend'."""
    t = place.tokens
    k = next(n for n in range(place.j - 1, place.i - 1, -1) if t.codes[n] in "ueQ")
    place = Place(t, place.anchor, place.i, k + 1)
    turn = place.turn(place.i, k)
    unit = place.unit(k)
    if turn is None or unit in {"second", "minute", "hour", "millennium"}:
        return None
    the_last = t.codes[k - 1] in "lL" and t.code(k - 2) == "I" and not turn.textual
    if the_last and unit not in {"weekend", "quarter", "century"}:
        return None
    if t.codes[k - 1] == "L" and not turn.textual and unit not in {"weekend", "quarter"}:
        return None
    if t.word(place.i) == "that" and unit not in {"day", "week", "month", "year", "weekend"}:
        return None
    base, published = place.anchor.base(unit, turn.textual)
    if base is None:
        value, anchored = _loose(unit, turn), False
    else:
        value, anchored = _turned(base, unit, turn), True
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), anchored)]


def _turned(base: date, unit: str, turn: Turn) -> str:
    steps = turn.step
    if unit == "weekend" and steps < 0 and base.weekday() == 6:
        steps -= 0
    return shifted(base, unit, steps)


def _loose(unit: str, turn: Turn) -> str:
    known = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
             "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX"}  # fmt: skip
    if turn.textual:
        return known.get(unit, "XXXX")
    return {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[turn.step]


def the_unit(place: Place) -> list[Found] | None:
    """'the weekend', 'the end of the year', 'in the quarter': the one spoken of."""
    t = place.tokens
    k = place.j - 1
    unit = place.unit(k)
    before, after = t.word(place.i - 1), t.word(place.j)
    bare = place.codes == "I" + t.codes[k]
    if unit not in {"day", "week", "weekend", "month", "quarter", "year", "decade", "century"}:
        return None
    if (
        (after in _NOT_THE and (bare or after == "of"))
        or t.code(place.j) in {"-", "a"}
        or (bare and before not in _UNIT_CUES)
    ):
        return None
    if bare and unit == "day" and before not in {"in", "of", "on", "during", "for", "throughout"}:
        return None
    if bare and before == "on" and unit != "day":
        return None  # prices are up 'on the month'
    if unit == "quarter" and place.anchor.published is None:
        return None
    base, published = place.anchor.base(unit, textual=unit not in {"weekend", "day"})
    if after in {"ended", "ending", "ends"} and (closed := _closing(place)):
        value = shifted(closed, unit, 0)
        return [Found("date", value, place.start(), place.j, f"the {unit} that ends {closed}")]
    if unit == "day" and place.anchor.narrative is False and base is None:
        return None
    if (
        unit in {"week", "month", "quarter", "year"}
        and place.anchor.published is not None
        and (not place.anchor.narrative)
    ):
        base, published = place.anchor.published, True
    if base is None:
        return None
    steps = 0
    if unit == "weekend" and base.weekday() < 5 and place.tense() <= 0:
        steps = -1
    rule = f"'{place.words}' {place.counted(base, published)}"
    value = shifted(base, unit, steps)
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), True)]


def _closing(place: Place) -> date | None:
    """The day in 'the quarter ended Sept. 30'."""
    t = place.tokens
    start = next((k for k in range(place.j + 1, place.j + 4) if t.code(k) in {"m", "d"}), None)
    match = _CLOSING.match(t.codes, start) if start is not None else None
    if match is None:
        return None
    closing = Place(t, place.anchor, *match.span())
    found = day(closing) or month(closing)
    days = days_of(found[0].value) if found else None
    return days[0] if days else None


_CLOSING = re.compile(r"(?:md?|dm)(?:,?Y)?")


def within(place: Place) -> list[Found] | None:
    """'the week of August 16', 'the last day of July', 'the first Monday of May'."""
    t = place.tokens
    head = next(k for k in range(place.i, place.j) if t.codes[k] in "uea")
    joint = place.i + place.codes.index("O")
    rest = Place(t, place.anchor, joint + 1, place.j)
    found = (day if "d" in rest.codes or "o" in rest.codes else month)(rest)
    days = days_of(found[0].value) if found else None
    if (
        not found
        or days is None
        or (t.codes[head] == "u" and place.unit(head) not in {"day", "week"})
    ):
        return None
    first, last = days
    which = place.number(head - 1) if head > place.i and t.codes[head - 1] == "o" else -1
    if t.codes[head] == "a":
        value = nth_weekday(first.year, first.month, place.number(head), which).isoformat()
    elif found[0].value == first.isoformat():
        value = shifted(first, place.unit(head), 0)
    elif place.unit(head) == "day":
        value = (last if which < 0 else first + timedelta(days=which - 1)).isoformat()
    else:
        value = shifted(
            last if which < 0 else first + timedelta(days=7 * which - 4), place.unit(head), 0
        )
    rule = f"'{place.words}': {found[0].rule}"
    return [Found("date", value, place.i, place.j, rule, None, found[0].anchored)]


def turn_of(place: Place) -> list[Found] | None:
    """'the turn of the century'."""
    t = place.tokens
    k = place.j - 1
    start = next(n for n in range(place.i, place.j) if t.codes[n] == "b")
    if t.values[start] != "turn" or place.unit(k) not in {"century", "millennium", "decade"}:
        return None
    if t.codes[k - 1] == "o":
        value = f"{place.number(k - 1) - 1:02}"
    else:
        base, _ = place.anchor.base("century", textual=True)
        if base is None:
            return None
        unit = "century" if place.unit(k) == "millennium" else place.unit(k)
        value = shifted(base, unit, 0)
    rule = f"the beginning of the period whose years begin with {value}"
    return [Found("date", value, place.i, place.j, rule, "START", True)]


def year_end(place: Place) -> list[Found] | None:
    """'year-end', 'month end'."""
    if place.tokens.values[place.j - 1] != "END" or not {"-", "'"} & {*place.codes}:
        return None
    unit = place.unit(place.i)
    if unit not in {"year", "month", "week"}:
        return None
    base, published = place.anchor.base(unit, textual=False)
    if base is None:
        return None
    rule = f"'{place.words}' {place.counted(base, published)}"
    return [Found("date", shifted(base, unit, 0), place.i, place.j, rule, "END", True)]


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
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), anchored)]


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
    base, published = place.anchor.base("season", textual)
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
    current = season_of(base)
    here = int(current[:4])
    starts = [date(y, SEASON_MONTHS[letters], 1) for y in (here - 1, here, here + 1)]
    if place.anchor.narrative and not (turn and turn.step):
        return f"{base.year}-{letters}", rule, True
    step = turn.step if turn else place.tense()
    if turn is None and current[5:] == letters:
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
    return f"{base.year}-{letters}", rule, True


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
        begun = date(base.year, number * 3 - 2, 1) <= base
        ended = date(base.year, number * 3 - 2, 1) <= base - timedelta(days=80)
        if (not begun and place.tense() <= 0 and number * 3 - 2 - base.month > 3) or (
            not begun and place.tense() < 0
        ):
            value_year -= 1
        elif ended and place.tense() > 0 and number < (base.month + 2) // 3:
            value_year += 1
        if turn is not None and turn.step:
            value_year = base.year + turn.step if published else value_year
    value = f"{value_year}-Q{number}"
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), anchored)]


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
        trade = {"results", "profit", "profits", "earnings", "sales", "net", "revenue", "loss"}
        fiscal = "W" in place.codes
        if not (t.word(place.j) in trade or fiscal) or place.anchor.published is None:
            return None
        base = place.anchor.published
        value_year = base.year - (1 if number == 2 and base.month < 7 else 0)
        rule, anchored = f"'{place.words}' {place.counted(base, True)}", True
    return [Found("date", f"{value_year}-H{number}", place.start(), place.j, rule, None, anchored)]
