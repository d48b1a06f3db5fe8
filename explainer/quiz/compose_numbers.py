"""How many? As a choice, and as a number to type in."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    if clause.lemma in SAYING:
        return
    for at in (*range(clause.subject, clause.subject_end), *range(clause.verb_end, clause.end)):
        number = tokens[at].mention
        if not isinstance(number, QuantityMention) or number.vague or number.high is not None:
            continue
        end = phrase_end(tokens, at, clause.end)
        thing = view.words(at + 1, end)
        noun = tokens[end - 1] if end > at + 1 else None
        if noun is None or noun.tag != "N" or not _counts(number, tokens[at + 1].low, thing):
            continue
        if _goes_on(tokens, end, clause.end, at >= clause.verb_end):
            continue
        stem = _stem(view, number, at, end)
        if stem and (_placed(stem, thing) or _only_losses(desk, fact)):
            yield from number_items(desk, fact, stem, number, thing)


def _stem(view: View, number: QuantityMention, at: int, end: int) -> str | None:
    """The question, where the number opens the subject or the object."""
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
        return question(ask, turn[0], view.subject, turn[1], view.words(end, clause.end), lead)
    return None


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
    return unit != "percent" and not (len(unit) == 3 and unit.isupper()) and (
        thing.split()[-1].endswith("s") or thing.split()[-1] in ("people", "men", "women",
                                                                  "children", "police")
    )  # fmt: skip


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
    others = distractors.numbers(
        number.value, written, number.unit or "", desk.pool, here, about, bound=_asked(stem)
    )
    stem = with_report(fact, stem)
    if fact.attribution.stance == "estimate" and not re.search("about|estimate", stem, re.I):
        stem = stem.replace("how many", "about how many").replace("How many", "About how many")
    key = Choice(label, cited(fact))
    wrong = [Choice(o, f"Not {o}. {cited(fact)}") for o in others]
    if len(wrong) == 2:
        yield desk.draft("single_choice", stem, [key], wrong, fact, rank=9.0)
    rank = 9.5 if about.random() < 0.25 else 6.5  # now and then to be typed, not chosen
    yield Draft(
        "number_entry", stem, [], [], [fact], rank, about=fact.quotes[0].start,
        number=number_label(number.value, "0"), tolerance=0.0, unit=thing.split()[-1],
    )  # fmt: skip
