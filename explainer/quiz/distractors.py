"""Wrong answers: of the key's kind and form, from the article first, and untrue by what it says."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from random import Random
from typing import NamedTuple

from explainer.quiz.option_labels import MONTHS, number_label
from explainer.quiz.option_order import evenly
from explainer.quiz.pool import Pool, Thing

WRONG = 2  # three options by default: the key and two that are wrong
_MOST_TRIED = 40


class Within(NamedTuple):
    """Years that a wrong date may lie in, both included: what is past was not in the future, and
    nobody takes a date a century off."""

    first: int = 0
    last: int = 9999
    day: str = ""  # ISO: no day after this one, where it is given

    def holds(self, label: str) -> bool:
        year = re.search(r"\d{4}", label)
        if year is None or not self.first <= int(year[0]) <= self.last:
            return False
        day = re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", label)
        if not self.day or day is None or day[2] not in MONTHS:
            return True
        return f"{day[3]}-{MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}" <= self.day

    def inside(self, words: str, year: str) -> Within:
        """Of "between 1994 and 1997" the first stays before the second."""
        to = r"(?:and|to|until) (?:[A-Za-z]+ )?"
        first, last, day = self
        if end := re.search(rf"{year} {to}(\d{{4}})", words):
            last = min(last, int(end[1]) - 1)
        if begin := re.search(rf"(\d{{4}}) {to}{year}", words):
            first = max(first, int(begin[1]) + 1)
        return Within(first, last, day)


OPEN = Within()


def names(
    pool: Pool, kind: str, key: str, form: str, avoid: str, rng: Random, count: int = WRONG
) -> list[Thing]:
    """Other things of the kind, none of which stands in `avoid`; as many as there are, up to
    `count`. Those nearest in form come first."""
    found: list[Thing] = []
    candidates = [t for t in pool.of(kind) if not like(t.label, key)][:_MOST_TRIED]
    rng.shuffle(candidates)
    own = pool.things.get(kind, {}).get(key)
    form = own.form if own and kind == "place" else form
    country = next((t.country for t in pool.of(kind) if key in (t.label, t.form)), None)
    abroad = country != pool.home
    candidates.sort(key=lambda t: (
        t.form != form, t.country != country, (t.country != pool.home) != abroad, not t.at,
    ))  # fmt: skip
    for thing in candidates:
        if (kind in ("date", "place") and thing.form != form) or (
            kind in ("organisation", "place") and not thing.at
        ):
            continue
        if kind == "person" and (
            thing.passing or thing.article or not thing.human or _OFFICER.search(thing.label)
        ):
            continue  # named in passing it fools nobody; "the Sinar Jaya" is a ship
        if kind == "person" and " " in key and " " not in thing.label:
            continue  # a lone word beside full names stands out, and may be no person
        if form == "region" and country and thing.country != country:
            continue
        if stands_in(thing.label, avoid) or any(like(thing.label, o) for o in
                                               [key, *(f.label for f in found)]):  # fmt: skip
            continue
        found.append(thing)
        if len(found) == count:
            break
    return found


_OFFICER = re.compile(
    r"\b(?:Officer|Minister|President|Director|Chief|Secretary|Governor|Manager)$"
)


def stands_in(label: str, text: str) -> bool:
    """Whether any telling word of `label` is in `text`."""
    low = text.casefold()
    return any(
        re.search(rf"(?<!\w){re.escape(word.casefold())}", low)
        for word in re.findall(r"[^\W_]{3,}", label)
    )


def like(a: str, b: str) -> bool:
    """Whether two labels share a telling word, or nearly one: they may be one thing."""
    if not _telling(a).isdisjoint(_telling(b)):
        return True
    return a.casefold() in b.casefold() or b.casefold() in a.casefold()


@lru_cache(maxsize=4096)
def _telling(label: str) -> frozenset[str]:
    return frozenset(
        _bare(w) for w in re.findall(r"[^\W_]{2,}", label) if w.casefold() not in _LIGHT
    )


_LIGHT = frozenset((
    "the", "of", "and", "al", "el", "de", "van", "von", "general", "president", "university",
    "ministry", "national", "city", "party", "army", "company",
))  # fmt: skip


def _bare(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word.casefold().replace("oo", "u").replace("ou", "u"))


def dates(
    label: str, form: str, taken: list[str], rng: Random, count: int = WRONG,
    within: Within = OPEN,
) -> list[str]:  # fmt: skip
    """Dates of the same precision near `label`, none in `taken` and none overlapping another."""
    found: list[str] = []
    steps = {
        "decade": (-10, 10, -20, 20, -30), "year": (-2, 2, -3, 3, 4, -4, 5, -6),
        "month": (-1, 1, 2, -2, 3, -3), "day": (-3, 2, -7, 5, 9, -2),
    }.get(form, ())  # fmt: skip
    for step in evenly(rng.sample(steps, len(steps)), 0, rng):
        moved = _move(label, form, int(step))
        if moved and moved not in taken and moved not in found and within.holds(moved):
            found.append(moved)
        if len(found) == count:
            break
    return found


def _move(label: str, form: str, step: int) -> str | None:
    if form == "decade":
        return f"the {int(label[4:8]) + step}s"
    if form == "year":
        return str(int(label) + step)
    parts = label.split()
    if form == "month":
        place = MONTHS.index(parts[0]) + step
        return f"{MONTHS[place % 12]} {int(parts[1]) + place // 12}"
    day = int(parts[0]) + step
    return f"{day} {parts[1]} {parts[2]}" if 1 <= day <= 28 else None


def numbers(
    value: float, written: str, unit: str, pool: Pool, avoid: list[float], rng: Random,
    count: int = WRONG, bound: str | None = None,
) -> list[str]:  # fmt: skip
    """Numbers written like the key and of its size: of the article where they fit, else near.

    None of the article's own numbers of the same unit, which could be true of the same thing. Of
    what is more than five, four is true as well: such a key has greater numbers beside it.
    """
    same_unit = pool.numbers.get(unit, [])
    banned = [value, *avoid, *same_unit]
    others = [
        n
        for u, listed in pool.numbers.items()
        if u != unit
        for n in listed[:_MOST_TRIED]
        if value / 4 <= n <= value * 4 and (n == int(n)) == (value == int(value)) and n > 1
    ]
    near = list(dict.fromkeys([*others[:1], *_near(value, rng)]))
    found: list[str] = []
    for number in evenly(near, value, rng):
        if any(math.isclose(number, b) for b in banned) or number <= 0:
            continue
        if unit == "percent" and value < 100 <= number:
            continue
        if (bound in MORE and number < value) or (bound in LESS and number > value):
            continue
        found.append(number_label(number, written))
        banned.append(number)
        if len(found) == count:
            break
    return found


MORE, LESS = ("more than", "at least"), ("less than", "at most")


def _near(value: float, rng: Random) -> list[float]:
    """Values of the same roundness: 100,000 gives 60,000, not 100,003."""
    if value == int(value) and abs(value) <= 20:
        whole = int(value)
        gaps = [g for g in (-4, -3, -2, 2, 3, 4, 5) if whole + g > 1]
        return [float(whole + g) for g in rng.sample(gaps, len(gaps))]
    digits = str(int(abs(value)))
    # 800,000 has 1,300,000 beside it, not 1,280,000; beside 200 may stand 140.
    rough = value == int(value) and not digits[1:].strip("0") and digits[0] >= "3"
    unit = 10.0 ** max(0, len(digits) - (1 if rough else 2))
    if value != int(value):
        places = len(f"{value:.10g}".partition(".")[2])
        factors = [0.6, 0.75, 0.85, 1.25, 1.5, 1.8]
        return [round(value * f, places) for f in rng.sample(factors, len(factors))]
    factors = [0.5, 0.7, 0.8, 1.3, 1.6, 2.0]
    return [float(round(value * f / unit) * unit) for f in rng.sample(factors, len(factors))]
