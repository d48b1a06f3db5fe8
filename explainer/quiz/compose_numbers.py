"""How many? As a choice, and as a number to type in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.clauses import phrase_end
from explainer.extract.words import Token
from explainer.facts import Fact
from explainer.mention import QuantityMention, TimeMention
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Draft
from explainer.quiz.number_items import BOUNDS, number_items
from explainer.quiz.standing import question
from explainer.quiz.stem_grammar import View, lead_words, tells_words, turned


def how_many(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """Questions on every number of a clause that counts something."""
    tokens, clause = view.tokens, view.clause
    if tells_words(view) or (fact.kind == "casualties" and not clause.has_subject):
        return  # "… shot at them in Lima and killed three": where, the other clause says
    for at in (*range(clause.subject, clause.subject_end), *range(clause.verb_end, clause.end)):
        number = tokens[at].mention
        if not isinstance(number, QuantityMention) or number.vague or number.high is not None:
            continue
        end = phrase_end(tokens, _past_of(tokens, at, clause.end), clause.end)
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


def _past_of(tokens: list[Token], at: int, end: int) -> int:
    """Where the thing counted begins: "80 of her drawings" counts drawings."""
    owned = at + 2 < end and tokens[at + 1].low == "of" and tokens[at + 2].tag in ("S", "D")
    return at + 2 if owned and tokens[at + 2].low not in ("these", "those", "them") else at


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
        told = re.sub(r",? but .*$", "", told)
        rest = re.sub(r",[^,]*,|,[^,]*$", "", view.words(end, clause.subject_end))
        return None if _AND_NUMBER.search(told) else question(ask, rest, verb, told, lead)
    if tokens[end - 1].low == "times" and end == at + 2 and (turn := turned(view)):
        before = view.words(clause.verb_end, start)
        rest = without_aside(view.words(end, clause.end))
        return question(ask, turn[0], view.subject, turn[1], before, rest, lead)
    if _after_preposition(tokens, start, clause.verb_end) and (turn := turned(view)):
        before = view.words(clause.verb_end, start - 1)
        rest = without_aside(view.words(further, clause.end))
        ask = f"{tokens[start - 1].low} {ask[0].lower()}{ask[1:]}"
        return question(ask, turn[0], view.subject, turn[1], before, rest, lead)
    begin = clause.verb_end
    while begin < start and tokens[begin].low in _PARTICLES:
        begin += 1  # "cut down 23 trees"
    if start == begin and (turn := turned(view)):
        verb, rest = (
            view.words(clause.verb_end, begin),
            without_aside(view.words(further, clause.end)),
        )
        return question(ask, turn[0], view.subject, turn[1], verb, rest, lead)
    return None


def _after_preposition(tokens: list[Token], start: int, verb_end: int) -> bool:
    """Whether a number follows a preposition that belongs to the verb: "will begin in October in
    five countries"."""
    if start - 1 < verb_end or tokens[start - 1].low not in _WITH:
        return False
    return start - 1 == verb_end or isinstance(tokens[start - 2].mention, TimeMention)


_WITH = frozenset(("in", "on", "with", "at", "across", "among", "into", "from"))
_PARTICLES = frozenset(("up", "down", "out", "off", "back", "away", "over"))


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
            return BOUNDS[name]
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
    if number.value < 2 or number.value != int(number.value) or after == "percent":
        return False
    if after == "of" and not re.match(r"of (?:the|his|her|its|their|[A-Z])", thing):
        return False
    if unit == "percent" or (len(unit) == 3 and unit.isupper()):
        return False
    last, measured = thing.split()[-1], re.match(r"[a-z]+s of [a-z]+", thing)
    if last in _OF_WHAT:
        return False
    return bool(measured) or last.endswith("s") or last in _MANY


# "How many pairs?": of what, another sentence says.
_OF_WHAT = ("pairs", "couples", "groups", "dozens", "sets", "others", "ones", "parts", "cases")
_MANY = ("people", "men", "women", "children", "police", "sheep", "fish")
