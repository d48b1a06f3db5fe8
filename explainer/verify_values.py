"""Whether the numbers, dates and names of a claim stand in its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.values import readings
from explainer.extract.word_set import word_set
from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.language.names_same import fold_word, same_name
from explainer.language.numbers import number_value
from explainer.mention import AnyMention, NameMention, PlaceMention, QuantityMention, TimeMention
from explainer.verify_index import Line
from explainer.verify_tables import GENERIC, synonyms
from explainer.verify_words import keys_of, lemma_of, stem_of, words_of

_BOUND = re.compile(
    r"\b(?:(?P<most>(?:not?|n't)\s+(?:\w+\s+){0,2}?more than|at most|up to|a maximum of|"
    r"not? exceed\w*)"
    r"|(?P<least>(?:not?|n't)\s+(?:\w+\s+){0,2}?(?:less|fewer) than|at least|a minimum of)"
    r"|(?P<more>more than|over|above|exceed\w*|upwards of|in excess of)"
    r"|(?P<less>less than|fewer than|under|below|almost|nearly)"
    r"|(?P<about>about|around|approximately|roughly|some|an estimated|circa|close to))\s+$",
    re.IGNORECASE,
)
_NEAR = 24


def number_faults(claim: Line, evidence: list[Line], near: list[Line]) -> Iterator[Finding]:
    """A number must stand in the evidence, of the same thing and within the same bound."""
    told = [q for line in evidence for q in _numbers(line)]
    for number in _numbers(claim):
        same = [q for q in told if _fits(number, q)]
        if not same and number.vague and _told_vaguely(number, evidence):
            continue
        if not same and any(_in_time(number, m) for line in evidence for m in line.mentions):
            continue
        if not same:
            if any(_fits(number, q) for line in near for q in _numbers(line)):
                code, why = "number-of-something-else", "stands beside this, of something else"
            else:
                code, why = "number-not-in-source", "is not what the source says"
            yield _fault(code, number.text, why, number.start)
        elif not any(_same_thing(number, q) for q in same) or _counts_other(number, same, told):
            yield _fault(
                "number-of-something-else", number.text, "counts something else", number.start
            )
        elif not any(_within(number, q) for q in same):
            yield _fault(
                "bound-changed", number.text, "has another bound in the source", number.start
            )
    yield from _ordinals(claim, evidence)


def _in_time(number: _Number, mention: AnyMention) -> bool:
    """An age or a length of time holds the number: "79-year-old"."""
    digits = re.escape(f"{number.value:g}")
    found = re.search(rf"(?<!\d){digits}(?!\d)", mention.text)
    return isinstance(mention, TimeMention) and found is not None


def _told_vaguely(number: _Number, evidence: list[Line]) -> bool:
    """ "Hundreds" stands in the evidence as a word."""
    word = number.text.split()[0].lower()
    return any(token.low == word for line in evidence for token in line.tokens)


class _Number:
    """A value with its bound, what it counts, and the words around it."""

    __slots__ = ("around", "bound", "high", "start", "text", "thing", "unit", "vague", "value")

    def __init__(self, line: Line, mention: QuantityMention) -> None:
        offset = line.sentence.start
        text = line.text
        first, last = mention.start - offset, mention.number_end - offset
        self.value, self.high, self.vague = mention.value, mention.high, mention.vague
        self.text, self.start = text[first : mention.end - offset], mention.start
        self.unit = (mention.unit or "").lower()
        match = _BOUND.search(text[max(0, first - 40) : first])
        self.bound = match.lastgroup if match else _named_bound(mention.bound)
        after = re.findall(r"[^\W\d_]+", re.split(r"[,.;:()\"]", text[last : last + 30].lower())[0])
        self.thing = next((w for w in after[:3] if w not in _PASSED), "")
        if self.thing in _NO_THING:
            self.thing = ""
        around = text[max(0, first - 45) : last + 45].lower()
        self.around = {
            stem_of(lemma_of(w, False))
            for w in re.findall(r"[^\W\d_]{4,}", around)
            if w not in GENERIC
        }


_PASSED = word_set(
    "of the more other new percent per about pound pounds euro euros dollar dollars rupees "
    "cent million billion thousand hundred"
)


_NO_THING = word_set(
    "in on at for to by with from and or but as than were was is are be have has had who which "
    "that after before under when while because since until during into against near"
)


def _named_bound(bound: str | None) -> str | None:
    return {"at most": "most", "at least": "least", "more than": "more", "less than": "less"}.get(
        bound or "", bound
    )


def _numbers(line: Line) -> list[_Number]:
    found = []
    for mention in line.mentions:
        if isinstance(mention, QuantityMention):
            number = _Number(line, mention)
            if not (mention.value == 1 and mention.text.lower().startswith("one")):
                found.append(number)
    for match in re.finditer(r"\btwice\b", line.text, re.IGNORECASE):
        start = line.sentence.start + match.start()
        twice = QuantityMention(
            start=start, end=start + 5, text=match.group(), value=2.0, number_end=start + 5
        )
        found.append(_Number(line, twice))
    return found


def _fits(claim: _Number, told: _Number) -> bool:
    """Same value; or the claim's own bound or rounding covers the source's."""
    if claim.vague and told.vague:
        return claim.value == told.value
    if _shares(claim, told):
        return _close(_share(claim), _share(told), 1e-9)
    low, high = told.value, told.high if told.high is not None else told.value
    if claim.high is not None:
        return claim.value == low and claim.high == high
    value = claim.value
    if _close(value, low, 1e-9) or _close(value, high, 1e-9):
        return True
    if claim.vague:
        return value <= low < 10 * value
    if claim.bound == "about":
        return _close(value, low, 0.06)
    if claim.bound in ("more", "least"):
        return 0.75 * low <= value < low and told.bound in (None, "about", "more", "least")
    if claim.bound in ("less", "most"):
        return high < value <= 1.3 * high and told.bound in (None, "about", "less", "most")
    return False


def _shares(claim: _Number, told: _Number) -> bool:
    """ "Ten percent" beside "a tenth": one is written as a part, the other in hundredths."""
    percent = [n.unit in ("percent", "%") for n in (claim, told)]
    return percent[0] != percent[1] and (told if percent[0] else claim).value < 1


def _share(number: _Number) -> float:
    return number.value / 100 if number.unit in ("percent", "%") else number.value


def _close(one: float, two: float, part: float) -> bool:
    return abs(one - two) <= part * max(abs(one), abs(two))


def _within(claim: _Number, told: _Number) -> bool:
    """Whether the claim keeps to the bound of the source."""
    if not _close(claim.value, told.value, 1e-9):
        return True
    up, down = ("more", "least"), ("less", "most")
    if claim.bound in up:
        return told.bound in up or (claim.bound == "least" and told.bound is None)
    if claim.bound in down:
        return told.bound in down or (claim.bound == "most" and told.bound is None)
    return told.bound not in down or told.bound == "less"


def _same_thing(claim: _Number, told: _Number) -> bool:
    if _shares(claim, told):
        return True
    if not claim.thing or not told.thing or claim.thing == told.thing:
        return _unit_kind(claim.unit) == _unit_kind(told.unit) or not (claim.unit and told.unit)
    if _unit_kind(claim.unit) != _unit_kind(told.unit):
        return False
    one, two = (lemma_of(n.thing, False) for n in (claim, told))
    if stem_of(one) == stem_of(two) or one in GENERIC or two in GENERIC:
        return True
    return synonyms(one, two) or stem_of(one) in told.around


def _counts_other(claim: _Number, same: list[_Number], told: list[_Number]) -> bool:
    """The source counts the same things with another number, and this one counts others."""
    if not claim.thing or any(q.thing == claim.thing or not q.thing for q in same):
        return False
    return any(q.thing == claim.thing and q not in same for q in told)


def _unit_kind(unit: str) -> str:
    """Percent and money are kinds of their own; counted things are told by their noun."""
    if unit in ("percent", "%"):
        return "percent"
    unit = {"pound": "gbp", "dollar": "usd", "euro": "eur"}.get(unit.rstrip("s"), unit)
    return unit if len(unit) == 3 and unit in ("usd", "eur", "gbp", "rsd", "inr", "jpy") else ""


_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")


def _ordinals(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """Digits no mention holds ("40th", "A380") stand in the evidence as they are."""
    taken = [
        (m.start, m.end) for m in claim.mentions if isinstance(m, (QuantityMention, TimeMention))
    ]
    told = " ".join(line.text for line in evidence)
    offset = claim.sentence.start
    for match in _SCORE.finditer(claim.text):
        if not any(s.group() == match.group() for s in _SCORE.finditer(told)):
            yield _fault(
                "number-not-in-source", match.group(), "is not what the source says", offset
            )
    for match in re.finditer(r"\d[\d.,]*", claim.text):
        at = match.start() + offset
        digits = match.group().rstrip(".,")
        if any(s <= at < e for s, e in taken) or re.search(
            rf"(?<!\d){re.escape(digits)}(?!\d)", told
        ):
            continue
        values = readings(digits)
        words = re.findall(r"[\w.,-]+", told)
        if not any(number_value(w.rstrip(".,")) in values for w in words):
            yield _fault("number-not-in-source", digits, "is not what the source says", at)


def date_faults(claim: Line, evidence: list[Line], near: list[Line]) -> Iterator[Finding]:
    """A date or duration must be the source's, or hold it ("in 2021" holds August 19, 2021)."""
    told = [m for line in evidence for m in line.mentions if isinstance(m, TimeMention)]
    around = [m for line in near for m in line.mentions if isinstance(m, TimeMention)]
    text = " ".join(line.text for line in evidence).lower()
    for mention in claim.mentions:
        if not isinstance(mention, TimeMention) or mention.value.endswith("_REF"):
            continue
        if any(_holds(mention, other) for other in told) or mention.text.lower() in text:
            continue
        if mention.text.isdecimal() and any(
            q.value == float(mention.text) for line in evidence for q in _numbers(line)
        ):
            continue  # "as much as 2000" is no year
        if not told and any(_holds(mention, other) for other in around):
            continue
        age = _AGE.fullmatch(mention.text)
        if age and any(q.value == float(age[1]) and not q.thing for n in near for q in _numbers(n)):
            continue  # "She was 88."
        yield _fault(
            "date-not-in-source", mention.text, "is not when the source says", mention.start
        )


_AGE = re.compile(r"(\d{1,3})[ -]years?[ -]old")


def _holds(claim: TimeMention, told: TimeMention) -> bool:
    if claim.value == told.value:
        return True
    if claim.begin and claim.end_day and told.begin and told.end_day:
        return claim.begin <= told.begin and told.end_day <= claim.end_day
    return told.value.startswith(claim.value + "-")


def name_faults(claim: Line, near: list[Line], text: str) -> Iterator[Finding]:
    """Each name of the claim is one the sentence that says the rest, or those around it, name.

    `text` is the source: "the airline" is the one it calls "the airline Skara Air".
    """
    stretches = [(c.begin, c.end) for c in claim.clauses] or [(0, len(claim.tokens))]
    seen: set[int] = set()
    for begin, end in stretches:
        tokens = [t for t in claim.tokens[begin:end] if t.start not in seen]
        seen |= {t.start for t in tokens}
        names = [t for t in tokens if t.tag == "NAME"]
        names = [t for t in names if not _brought_in(t, near, text)]
        if names:
            yield from _names_in(names, _speaking_of(claim.tokens[begin:end], near), near)


def _brought_in(name: Token, near: list[Line], text: str) -> bool:
    """Whether a sentence speaks of the name by the noun the source brought it in with."""
    before = {
        text[max(0, m.start() - 30) : m.start()].lower().split()[-1:][0]
        for m in re.finditer(re.escape(name.text), text)
        if text[max(0, m.start() - 30) : m.start()].strip()
    }
    return any(
        one.low == "the" and two.low in before and two.tag == "N" and after.tag != "NAME"
        for line in near
        for one, two, after in zip(line.tokens, line.tokens[1:], line.tokens[2:], strict=False)
    )


def _speaking_of(tokens: list[Token], near: list[Line]) -> list[Line]:
    """The sentence that holds most of these words, two before it and one after."""
    keys = [keys_of(w) for w in words_of(tokens) if not w.generic and w.tag != "NAME"]
    if not keys:
        return near
    best = max(
        near, key=lambda line: (sum(not line.keys.isdisjoint(k) for k in keys), -line.number)
    )
    return [line for line in near if -2 <= line.number - best.number <= 1]


def _names_in(names: list[Token], around: list[Line], near: list[Line]) -> Iterator[Finding]:
    told = {stem for line in around for stem in _name_stems(line)}
    anywhere = {stem for line in near for stem in _name_stems(line)}
    full = [
        m.value
        for line in around
        for m in line.mentions
        if isinstance(m, (NameMention, PlaceMention))
    ]
    for token in names:
        words = [fold_word(w) or w.lower() for w in re.findall(r"[^\W\d_]{2,}", token.text)]
        missing = [w for w in words if w not in _SMALL and not _among(w, told)]
        if not missing or any(same_name(token.text, name) for name in full):
            continue
        if all(_among(w, anywhere) for w in missing) and isinstance(token.mention, PlaceMention):
            continue
        yield _fault("name-not-in-source", token.text, "is not named there", token.start)


_SMALL = frozenset({"the", "of", "and", "al", "de"})


def _name_stems(line: Line) -> Iterator[str]:
    for word in line.words:
        yield fold_word(word.text) or word.text.lower()
    others = [m.speaker for m in line.speech if m.speaker]
    if any(t.low in _THIRD for t in line.tokens):
        others += line.recent
    for piece in re.findall(r"[^\W\d_]{2,}", " ".join(others)):
        yield fold_word(piece) or piece.lower()
    for mention in line.mentions:
        if isinstance(mention, (NameMention, PlaceMention)):
            for piece in re.findall(r"[^\W\d_]{2,}", mention.value):
                yield fold_word(piece) or piece.lower()


_THIRD = frozenset({"he", "she", "his", "her", "him", "hers", "himself", "herself"})


def _among(word: str, told: set[str]) -> bool:
    """The word, or one of the same root ("Afghan", "Afghanistan")."""
    if word in told:
        return True
    root = word[: max(4, len(word) - 4)]
    return len(word) >= 4 and any(
        other.startswith(root) and abs(len(other) - len(word)) <= 5 for other in told
    )


def _fault(code: str, word: str, why: str, start: int) -> Finding:
    return Finding(
        code=code,
        severity="error",
        message=f'"{word}" {why}.',
        start=start,
        end=start + len(word),
    )
