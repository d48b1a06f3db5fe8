"""Lengths of time: 'three years', 'two-year', 'the past decade', '32-year-old'."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from explainer.language.times_found import Found, Place
from explainer.language.times_onward import from_day
from explainer.language.times_values import duration as duration_value
from explainer.language.times_words import UNITS
from explainer.word_set import word_set

_SCORED = word_set("scored hit made struck reached completed maiden unbeaten")


_SOME_DAY = word_set(", he she they we i you it in when")


def amount(place: Place, i: int, j: int) -> tuple[float | None, bool]:
    """The number in tokens `i`..`j`, and whether there is one; None is 'several'.

    Of a range ('two to three') the upper end.
    """
    t = place.tokens
    if j - i == 1 and t.codes[i] in "dw" and isinstance(alone := t.values[i], int | float):
        return float(alone), True
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
                group = (group or Fraction(1)) * number
                if number > 100:
                    total, group = total + group, Fraction(0)
            elif code == "w" and number == 12 and t.word(k) == "dozen":
                group = (group or Fraction(1)) * 12
            else:
                group += number
            said = True
        elif code == "H":
            group += Fraction(1, 2)
            said = True
    if not said and t.codes[i:j] == "i":
        return 1, True
    return float(total + group), said


def counted_units(place: Place) -> list[tuple[int, float | None]]:
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


def _listed(place: Place, units: list[tuple[int, float | None]]) -> bool:
    """Whether a comma sets a new length off: "four days a week, two hours every morning"."""
    code, first = place.tokens.code, units[0][0]
    return len(units) > 1 and code(first - 1) == "i" and code(first + 1) == ","


def length_rule(place: Place) -> str:
    ranged = any(c in "2^~" for c in place.codes)
    return f"'{place.words}' as a length of time" + (", by its upper end" if ranged else "")


def duration(place: Place) -> list[Found] | None:
    """'three years', 'two-year', '32-year-old', 'half an hour', 'for months'."""
    t = place.tokens
    i, j = place.start(), place.j
    place = Place(t, place.anchor, i, j)
    codes = place.codes
    if codes == "!":
        return [Found("duration", duration_value(1, str(t.values[i])), i, j, length_rule(place))]
    if (apart := _two_numbers(place)) is not None:
        i = apart
        place = Place(t, place.anchor, i, j)
        codes = place.codes
    if codes == "wu-#" and _is_plural(t.word(j)):
        i += 1  # 'two hour-long talks'
        place = Place(t, place.anchor, i, j)
        codes = place.codes
    units = counted_units(place)
    if not units or not _is_duration(place, units):
        return None
    if not _descend(place, units) or _listed(place, units):
        units = units[:1]
        j = units[0][0] + 1
        place = Place(t, place.anchor, i, j)
        codes = place.codes
    value = _value(place, units)
    if len(units) == 1 and (later := from_day(place, place.unit(units[0][0]), units[0][1])):
        return later
    if codes in {"iu", "Hiu"} and _per(place):
        return [Found("set", value, i, j, f"'{place.words}' as a rate: for each {t.word(j - 1)}")]
    if codes.endswith(("&iH", "&-i-H")):
        value = duration_value((units[0][1] or 1) + 0.5, place.unit(units[0][0]))
    return [Found("duration", value, i, j, length_rule(place), place.modifier())]


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _two_numbers(place: Place) -> int | None:
    """Where the second number begins in 'two four-year terms': it does not add to the first."""
    t = place.tokens
    for k in range(place.i + 1, place.j - 1):
        both = t.codes[k - 1] in "wd" and t.codes[k] in "wd" and t.code(k + 1) in "-u"
        if both and 0 < place.number(k) < 20 and 0 < place.number(k - 1) < 20:
            return k
    return None


def _is_duration(place: Place, units: list[tuple[int, float | None]]) -> bool:
    t, codes = place.tokens, place.codes
    if t.word(place.i - 1) == "many" or (t.word(place.i - 1) == "as" and codes[0] == "q"):
        return False
    word = t.word(place.j - 1)
    if t.code(place.i - 1) in {"$", "."} and t.raw(place.i - 1) in {"$", "£", "€"}:
        return False
    if codes in {"iu", "Iu"}:
        if word in {"century"} and t.word(place.i - 1) in _SCORED:
            return False
        if word == "minute" and t.word(place.i - 1) == "last":
            return False
    if codes == "U":
        if t.code(place.i - 1) in {"s", "m"} or t.word(place.i - 1).endswith("est"):
            return False  # 'her best years'
        if t.code(place.j) == "Y" or (t.code(place.j) == "O" and t.code(place.j + 1) in {"Y", "m"}):
            return False  # 'the closing months of 1918' are no length
        if t.raw(place.i)[0].isupper() and t.raw(place.i - 1)[:1].isupper():
            return False
        if word in {"minutes", "seconds"}:
            cued = t.word(place.i - 1) in {"for", "within", "in", "of", "after", "just", "only",
                                           "took", "mere"}  # fmt: skip
            return cued or t.word(place.j) in {"after", "before"}
        return t.code(place.i - 1) not in {"o", "I", "t"} or t.word(place.i - 1) == "the"
    if codes == "wu" and t.word(place.i) == "one" and t.word(place.j) in _SOME_DAY:
        return t.code(place.i - 1) != ""  # 'One day they will'
    if codes == "qu" and t.word(place.i) == "some":
        return False  # 'some day'
    head, number_word = t.raw(units[-1][0]), t.raw(place.i + (codes[0] == "I"))
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
    if before == "." and t.code(place.i - 2) == "i" and t.code(place.j) not in {"k", "G"}:
        return True  # 'a novel a week'
    return before in "%dnYwBC$" or any(
        c in "ndY$%w" for c in t.codes[max(0, place.i - 4) : place.i]
    )


def aged(place: Place) -> list[Found] | None:
    """'aged 32'."""
    age = place.number(place.j - 1)
    t = place.tokens
    ranged = t.code(place.j) in {"2", "-", "^"} and t.code(place.j + 1) in {"d", "n"}
    if not 0 < age < 120 or ranged:
        return None
    value = duration_value(age, "year")
    return [Found("duration", value, place.i, place.j, f"'{place.words}': an age in years")]
