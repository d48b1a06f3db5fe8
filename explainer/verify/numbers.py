"""Whether the numbers of a claim stand in its evidence, of the same thing and bound."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.role_words import is_role_noun
from explainer.findings import Finding
from explainer.mention import AnyMention, TimeMention
from explainer.verify.counted import Number, numbers_of
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.tables import GENERIC, synonyms, wider_of
from explainer.verify.ways import way_of
from explainer.verify.words import lemma_of, stem_of
from explainer.word_set import word_set


def number_faults(claim: Line, evidence: list[Line], near: list[Line]) -> Iterator[Finding]:
    """A number must stand in the evidence, of the same thing and within the same bound."""
    told = [q for line in evidence for q in numbers_of(line)]
    for number in numbers_of(claim):
        same = [q for q in told if fits(number, q)]
        if not same and number.vague and _told_vaguely(number, evidence):
            continue
        if not same and any(_in_time(number, m) for line in evidence for m in line.mentions):
            continue
        if not same:
            if any(fits(number, q) for line in near for q in numbers_of(line)):
                code, why = "number-of-something-else", "stands beside this, of something else"
            else:
                code, why = "number-not-in-source", "is not what the source says"
            yield fault(code, number.text, why, number.start)
        elif not number.whole and all(q.whole for q in same):
            yield fault("number-of-something-else", number.text, "is the whole, not this part",
                        number.start)  # fmt: skip
        elif _rivalled(claim, number, evidence[0]):
            yield fault("number-of-something-else", number.text, "is the number of another thing",
                        number.start)  # fmt: skip
        elif _was_before(claim, number, evidence):
            yield fault("number-of-something-else", number.text, "is what it was before",
                        number.start)  # fmt: skip
        elif not any(_same_thing(number, q) for q in same) or _counts_other(number, same, told):
            yield fault(
                "number-of-something-else", number.text, "counts something else", number.start
            )
        elif not any(_within(number, q) for q in same):
            yield fault(
                "bound-changed", number.text, "has another bound in the source", number.start
            )


def _rivalled(claim: Line, number: Number, first: Line) -> bool:
    """The sentence that says most of the claim has another number of this kind in its place."""
    told = numbers_of(first)
    if any(fits(number, q) for q in told):
        return False
    mine = numbers_of(claim)
    left = [q for q in told if not any(fits(n, q) for n in mine)]
    return any(rivals(number, q) for q in left)


def rivals(one: Number, two: Number) -> bool:
    """Two numbers of the same thing, or both of one kind of measure."""
    if one.thing and one.thing == two.thing:
        return True
    return one.unit == two.unit and one.unit in ("percent", "%") and not one.thing


_BEFORE = word_set("earlier before previously previous last from was were had compared")


def _was_before(claim: Line, number: Number, evidence: list[Line]) -> bool:
    """ "Up from 270 million": what a thing was before is not what it is."""
    told = [(line, q) for line in evidence for q in numbers_of(line) if fits(number, q)]
    rose = all(
        way_of(line, q.start) == "from"
        and any(other.start != q.start and other.thing == q.thing for other in numbers_of(line))
        for line, q in told
    )
    return rose and not any(t.low in _BEFORE for t in claim.tokens if t.tag != "BE")


def _in_time(number: Number, mention: AnyMention) -> bool:
    """An age or a length of time holds the number: "79-year-old"."""
    digits = re.escape(f"{number.value:g}")
    found = re.search(rf"(?<!\d){digits}(?!\d)", mention.text)
    return isinstance(mention, TimeMention) and found is not None


def _told_vaguely(number: Number, evidence: list[Line]) -> bool:
    """ "Hundreds" stands in the evidence as a word."""
    word = number.text.split()[0].lower()
    return any(token.low == word for line in evidence for token in line.tokens)


def fits(claim: Number, told: Number) -> bool:
    """Same value; or the claim's own bound or rounding covers the source's."""
    if claim.vague and told.vague:
        return claim.value == told.value
    if _is_twice(claim) and told.value == 2 and not _is_twice(told):
        return False  # "two recounts" make nothing twice as much
    if _shares(claim, told):
        return close(share_of(claim), share_of(told), 1e-9)
    low, high = told.value, told.high if told.high is not None else told.value
    if claim.high is not None:
        return claim.value == low and claim.high == high
    value = claim.value
    if close(value, low, 1e-9) or close(value, high, 1e-9):
        return True
    if claim.vague:
        return value <= low < (1000 if value == 1000 else 10) * value
    if claim.bound == "about":
        return close(value, low, 0.06)
    if claim.bound in ("more", "least"):
        return 0.75 * low <= value < low and told.bound in (None, "about", "more", "least")
    if claim.bound in ("less", "most"):
        return high < value <= 1.3 * high and told.bound in (None, "about", "less", "most")
    return False


def _is_twice(number: Number) -> bool:
    return number.text.lower().startswith("twice")


def _shares(claim: Number, told: Number) -> bool:
    """ "Ten percent" beside "a tenth": one is written as a part, the other in hundredths."""
    percent = [n.unit in ("percent", "%") for n in (claim, told)]
    return percent[0] != percent[1] and (told if percent[0] else claim).value < 1


def share_of(number: Number) -> float:
    return number.value / 100 if number.unit in ("percent", "%") else number.value


def close(one: float, two: float, part: float) -> bool:
    return abs(one - two) <= part * max(abs(one), abs(two))


def _within(claim: Number, told: Number) -> bool:
    """Whether the claim keeps to the bound of the source."""
    if not close(claim.value, told.value, 1e-9):
        return True
    up, down = ("more", "least"), ("less", "most")
    if claim.bound in up:
        return told.bound in up or (claim.bound == "least" and told.bound is None)
    if claim.bound in down:
        return told.bound in down or (claim.bound == "most" and told.bound is None)
    return told.bound not in down or told.bound == "less"


def _same_thing(claim: Number, told: Number) -> bool:
    if _shares(claim, told) or (unit_kind(claim.unit) and _of_kind(claim, told)):
        return True
    if not claim.thing or not told.thing or claim.thing == told.thing:
        return unit_kind(claim.unit) == unit_kind(told.unit) or not (claim.unit and told.unit)
    if unit_kind(claim.unit) != unit_kind(told.unit):
        return False
    one, two = (lemma_of(n.thing, False) for n in (claim, told))
    if two == "people" and is_role_noun(one) and one not in _ANYBODY:
        return stem_of(one) in told.around or not claim.named.isdisjoint(told.around)
    if stem_of(one) == stem_of(two) or one in GENERIC or two in GENERIC:
        return True
    beside = stem_of(one) in told.around or not claim.named.isdisjoint(told.around)
    return beside or synonyms(one, two) or one in wider_of(two)


# Who is only people.
_ANYBODY = word_set(
    "resident inhabitant passenger person victim citizen individual local survivor visitor "
    "spectator villager member dead civilian"
)


def _of_kind(one: Number, two: Number) -> bool:
    return unit_kind(one.unit) == unit_kind(two.unit)


def _counts_other(claim: Number, same: list[Number], told: list[Number]) -> bool:
    """The source counts the same things with another number, and this one counts others."""
    if claim.thing in ("", "people") or any(q.thing in (claim.thing, "") for q in same):
        return False
    return any(q.thing == claim.thing and q not in same for q in told)


def unit_kind(unit: str) -> str:
    """Percent and money are kinds of their own; counted things are told by their noun."""
    if unit in ("percent", "%"):
        return "percent"
    unit = {"pound": "gbp", "dollar": "usd", "euro": "eur"}.get(unit.rstrip("s"), unit)
    return unit if len(unit) == 3 and unit in ("usd", "eur", "gbp", "rsd", "inr", "jpy") else ""
