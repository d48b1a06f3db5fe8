"""How many? As a choice, and as a number to type in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from explainer.extract.clauses import phrase_end
from explainer.extract.words import SAYING, Token
from explainer.facts import Fact
from explainer.mention import QuantityMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, with_report
from explainer.quiz.option_labels import number_label
from explainer.quiz.standing import question
from explainer.quiz.stem_grammar import View, lead_words, turned

_BOUNDS = {
    "about": "About how many",
    "at least": "At least how many",
    "at most": "At most how many",
    "more than": "More than how many",
    "less than": "Fewer than how many",
}


def how_many(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """Questions on every number of a clause that counts something."""
    tokens, clause = view.tokens, view.clause
    if clause.lemma in SAYING or (fact.kind == "casualties" and not clause.has_subject):
        return  # "… shot at them in Lima and killed three": where, the other clause says
    for at in (*range(clause.subject, clause.subject_end), *range(clause.verb_end, clause.end)):
        number = tokens[at].mention
        if not isinstance(number, QuantityMention) or number.vague or number.high is not None:
            continue
        end = phrase_end(tokens, at, clause.end)
        thing = view.words(at + 1, end)
        noun = tokens[end - 1] if end > at + 1 else None
        if noun is None or noun.tag != "N" or not _counts(number, tokens[at + 1].low, thing):
            continue
        further = _second(tokens, end, clause.end) if at >= clause.verb_end else end
        if _goes_on(tokens, further, clause.end, at >= clause.verb_end):
            continue
        stem = _stem(view, number, at, end, further)
        if stem and (_placed(stem, thing) or _only_losses(desk, fact)):
            yield from number_items(desk, fact, stem, number, thing)


def _second(tokens: list[Token], end: int, last: int) -> int:
    """Where the rest goes on, without a second thing counted: "300 soldiers and six helicopters to
    the region"."""
    if end + 2 < last and tokens[end].low == "and" and tokens[end + 1].tag == "NUM":
        return max(end, phrase_end(tokens, end + 1, last))
    return end


def _stem(view: View, number: QuantityMention, at: int, end: int, further: int) -> str | None:
    """The question, where the number opens the subject or the object; the rest of the clause is
    told from `further` on."""
    tokens, clause = view.tokens, view.clause
    start = at
    while start > 0 and _is_bound(tokens, start - 1):
        start -= 1
    said = " ".join(t.low for t in tokens[start:at])
    ask = f"{_bound(number.bound or '', said)} {view.words(at + 1, end)}"
    lead, told = lead_words(view), view.words(clause.verb_end, clause.end)
    if start <= clause.subject and at < clause.subject_end:
        verb = view.words(clause.verb, clause.verb_end)
        rest = re.sub(r",[^,]*,|,[^,]*$", "", view.words(end, clause.subject_end))
        return None if _AND_NUMBER.search(told) else question(ask, rest, verb, told, lead)
    if start == clause.verb_end and (turn := turned(view)):
        rest = without_aside(view.words(further, clause.end))
        return question(ask, turn[0], view.subject, turn[1], rest, lead)
    return None


def without_aside(words: str) -> str:
    """The rest of a clause up to what a comma sets off: "9 euros, twice as much as in 2010"."""
    return re.sub(r"^([^,]*),(?! and\b| or\b).*$", r"\1", words)


def _goes_on(tokens: list[Token], end: int, last: int, is_object: bool) -> bool:
    """Whether the counted thing is not yet told in full: "two brothers and four sisters", "two
    offers to lower wages", "gives two to one and three to another"."""
    if is_object and any(t.tag == "NUM" for t in tokens[end:last]):
        return True
    after = tokens[end] if end < last else None
    if after is None:
        return False
    if after.tag == "C":
        return end + 1 < last and tokens[end + 1].tag in ("N", "NAME", "NUM", "J", "D", "A")
    return after.tag == "TO" and bool(_NEEDS_TO.search(tokens[end - 1].low))


_AND_NUMBER = re.compile(
    r"\b(?:and|or)\b[^,]*?(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_NEEDS_TO = re.compile(
    r"^(?:offer|attempt|plan|way|chance|effort|right|proposal|promise|reason|request|call|"
    r"order|decision|threat|permit)s?$"
)
_BOUND_WORDS = frozenset((
    "about", "around", "nearly", "almost", "roughly", "approximately", "some", "at", "least",
    "most", "more", "than", "less", "over", "up", "to", "only", "no", "fewer",
))  # fmt: skip


def _is_bound(tokens: list[Token], at: int) -> bool:
    if tokens[at].low == "up" and tokens[at + 1].low != "to":
        return False  # "picked up two survivors"
    if tokens[at].low == "to" and (at == 0 or tokens[at - 1].low != "up"):
        return False  # "grew to 900 people"
    return tokens[at].low in _BOUND_WORDS


def _bound(bound: str, said: str) -> str:
    """How a question asks for a number that is not exact."""
    for name, pattern in _SAID:
        if bound == name or (not bound and re.search(pattern, said)):
            return _BOUNDS[name]
    return "How many"


_SAID = (
    ("at most", r"\b(?:at most|up to|no more than)\b"),
    ("more than", r"\b(?:more than|over)\b"),
    ("less than", r"\b(?:less than|fewer than)\b"),
    ("at least", r"\bat least\b"),
    ("about", r"\b(?:about|around|nearly|almost|roughly|approximately|some)\b"),
)


def _placed(stem: str, thing: str) -> bool:
    """Whether a question says enough to be about one thing only."""
    rest = stem[stem.index(thing) + len(thing) :]
    told = [w for w in re.findall(r"[^\W_]{4,}", rest) if not _GENERAL.match(w)]
    return bool(re.search(r"[A-Z\d]", rest)) or len(told) >= 3


_GENERAL = re.compile(
    r"(?:come|came|have|were|been|every|each|week|month|year|time|take|took|make|made|last|"
    r"within|over|more|most|than|will|would|could)s?$",
    re.I,
)


def _only_losses(desk: Desk, fact: Fact) -> bool:
    """Whether "How many people died?" can mean one event only."""
    told = [f for f in desk.facts if f.kind == "casualties"]
    return fact in told and all(abs(f.quotes[0].start - fact.quotes[0].start) < _NEAR for f in told)


_NEAR = 400  # characters: the dead and the injured of one event stand close together


def _counts(number: QuantityMention, after: str, thing: str) -> bool:
    unit = number.unit or ""
    if re.match(r"(?:m|b|tr)illion|thousand|hundred", after):
        return False
    if number.value < 2 or number.value != int(number.value) or after in ("of", "percent"):
        return False
    if unit == "percent" or (len(unit) == 3 and unit.isupper()):
        return False
    last, measured = thing.split()[-1], re.match(r"[a-z]+s of [a-z]+", thing)
    return bool(measured) or last.endswith("s") or last in _MANY


_MANY = ("people", "men", "women", "children", "police", "sheep", "fish")


def _asked(stem: str) -> str | None:
    """Which bound a question names."""
    return next((name for name, words in _BOUNDS.items() if stem.startswith(words)), None)


def number_items(
    desk: Desk, fact: Fact, stem: str, number: QuantityMention, thing: str
) -> Iterator[Draft]:
    """The question as single choice, and as a number to type in."""
    written = desk.text[number.start : number.number_end]
    label = number_label(number.value, written)
    here = [m.value for m in fact.mentions if isinstance(m, QuantityMention)]
    about = desk.rng(fact, "number", label)
    others = numbers_like(desk, number.value, written, number.unit or "", here, about, _asked(stem))
    stem = with_report(fact, stem)
    if fact.attribution.stance == "estimate" and not re.search("about|estimate", stem, re.I):
        stem = stem.replace("how many", "about how many").replace("How many", "About how many")
    key = Choice(label, cited(fact))
    wrong = [Choice(o, f"Not {o}. {cited(fact)}") for o in others]
    if len(wrong) == 2:
        yield desk.draft("single_choice", stem, [key], wrong, fact, rank=9.0)
    if re.search(r"[a-z]", written) and number.value > 12:
        return  # "1.3 million" is nothing to type
    rank = 9.5 if about.random() < 0.25 else 6.5  # now and then to be typed, not chosen
    yield Draft(
        "number_entry", stem, [], [], [fact], rank, about=fact.quotes[0].start,
        number=number_label(number.value, "0"), tolerance=0.0, unit=thing.split()[-1],
    )  # fmt: skip


def numbers_like(
    desk: Desk, value: float, written: str, unit: str, banned: list[float], rng: Random,
    bound: str | None = None,
) -> list[str]:  # fmt: skip
    """Up to two other numbers, in words where this one is and in figures where it is."""
    in_words = number_label(value, written)[:1].isalpha()
    tried = distractors.numbers(value, written, unit, desk.pool, banned, rng, 6, bound)
    return [each for each in tried if each[:1].isalpha() == in_words][:2]


_OF = r"of (?:the|its|his|her|their|our|all)(?: \w+)?"


def part_bound(text: str, start: int, end: int) -> str | None:
    """On which side another number must lie: of "two of the five bridges" the two may only be
    fewer, the five only more."""
    if re.match(rf"\s{_OF} (?:\d|{_WORDS})", text[end : end + 40]):
        return "at most"
    before = text[max(0, start - 40) : start]
    whole = re.search(rf"(?:\d|\b{_WORDS}) {_OF}\s$", before, re.I)
    return "at least" if whole else None


_WORDS = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
