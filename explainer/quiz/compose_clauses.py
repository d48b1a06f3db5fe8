"""Questions out of what a clause tells: how many, when, who, where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.words import SAYING
from explainer.facts import Fact
from explainer.mention import NameMention, PlaceMention, TimeMention
from explainer.quiz import distractors
from explainer.quiz.compose_amounts import amounts
from explainer.quiz.compose_evidence import which_sentence
from explainer.quiz.compose_numbers import how_many, without_aside
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, reported, with_report
from explainer.quiz.name_items import name_items
from explainer.quiz.pool import is_sure, named_thing, place_form
from explainer.quiz.standing import (
    is_loose,
    lowered_start,
    question,
    without_until,
    without_weekday,
)
from explainer.quiz.stem_grammar import View, lead_words, tells_words, turned
from explainer.quiz.told_of import other_than

_IN_TIME = frozenset(
    ("in", "on", "during", "at", "since", "by", "until", "before", "after", "over")
)
_AHEAD = frozenset(("plan", "intend", "expect", "hope", "want", "promise"))
_IN_PLACE = frozenset(("in", "at", "near"))


def from_clause(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """Every question that a clause of a fact's sentence allows."""
    for ask in (how_many, amounts, when, who, where, why, which_sentence):
        yield from ask(desk, fact, view)


def plain(found: list[View]) -> list[str]:
    """Clauses of a sentence that could be given as a reason, right or wrong."""
    told = []
    for view in found:
        clause = view.clause
        if clause.kind == "relative" or not view.subject or clause.lemma in SAYING:
            continue
        words = f"{view.subject} {view.words(clause.verb, clause.end)}"
        if len(view.words(clause.verb, clause.end).split()) < 2:
            continue
        words = re.sub(r"\s+", " ", words).strip(" ,;")
        words = words if words.split()[0] in view.proper else lowered_start(words)
        if question(words) and 4 <= len(words.split()) <= 16 and not re.search(r'["“”,]', words):
            told.append(words)
    return told


def why(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """Why did it happen? The other options are causes of other things, or other statements."""
    effect, cause = fact.part("effect"), fact.part("cause")
    turn = turned(view)
    if fact.kind != "cause" or not effect or not cause or not turn:
        return
    first = view.tokens[view.clause.subject].start
    reason = " ".join(cause.text.split())
    if not effect.start <= first < effect.end or is_loose(reason) or len(reason.split()) < 3:
        return
    if not desk.told_right_before(view.clause.end_char, cause):
        return
    rest = without_until(view.words(view.clause.verb_end, view.clause.end))
    stem = question("Why", turn[0], view.subject, turn[1], rest, lead_words(view))
    if not stem or cause.text.casefold() in stem.casefold():
        return
    begins = desk.text[cause.start - 14 : cause.start].lower()
    if not re.search(r"\b(?:because|since|as)\s+$", begins):
        return
    others = _other_reasons(desk, fact, reason)
    if len(others) == 2:
        key = Choice(f"because {reason}", cited(fact))
        wrong = [Choice(f"because {o}", f"That is not the reason given. {cited(fact)}")
                 for o in others]  # fmt: skip
        yield desk.draft(
            "single_choice", with_report(fact, stem), [key], wrong, fact, rank=9.2, level="infer"
        )


def _things(words: str) -> set[str]:
    """The longer words, cut to what their forms share."""
    return {word.casefold()[:6] for word in re.findall(r"[^\W_]{4,}", words)} - _OF_ANYTHING


_OF_ANYTHING = frozenset(
    ("that", "this", "with", "from", "have", "been", "were", "will", "would", "than", "when",
     "their", "they", "more", "most", "many", "into", "also", "only", "said", "after", "before")
)  # fmt: skip


def _is_reason(words: str) -> bool:
    """Whether words stand for themselves and hold no number that another question asks for."""
    leans = (
        is_loose(words)
        or without_weekday(words) != words
        or re.match(r"(?:that|both|no|none|not|half|most|many)\b", words, re.I)
    )
    return not leans and not re.search(r"\d", words) and len(words.split()) > 2


_BECAUSE = re.compile(r"\bbecause\s+(?!of\b)([^,.;:()“”\"]{12,90})(?=[,.])")


def _other_reasons(desk: Desk, fact: Fact, reason: str) -> list[str]:
    # Reasons given for other things, whether or not they became facts.
    causes = [" ".join(found.split()) for found in _BECAUSE.findall(desk.text)]
    causes = [c for c in causes if _is_reason(c)]
    near = sorted(desk.clauses, key=lambda c: abs(c[0] - fact.quotes[0].start))
    length = len(reason.split())
    # A reason that speaks of the same things is one that somebody may believe.
    topic = _things(desk.words_near(fact))
    told = [w for at, w in near if at != fact.quotes[0].start and _is_reason(w)
            and topic & _things(w)]  # fmt: skip
    told.sort(key=lambda w: abs(len(w.split()) - length) > 4)
    found: list[str] = []
    for words in sorted([*causes, *told], key=lambda w: not 0.5 < len(w) / len(reason) < 2):
        if not any(_things(words) & _things(o) for o in (reason, *found)):
            found.append(words)
        if len(found) == 2:
            break
    return found


_ASKED = {"year": "In which year", "decade": "In which decade", "month": "In which month",
          "day": "On which day"}  # fmt: skip


def when(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """When did it happen? Only for dates the text fixes."""
    tokens, clause = view.tokens, view.clause
    turn = turned(view)
    own = tokens[clause.begin : clause.end]
    several = sum(isinstance(t.mention, TimeMention) for t in own) > 1
    if not turn or tells_words(view) or several:
        return
    for at in (*range(*view.lead), *range(clause.verb_end, clause.end)):
        time = tokens[at].mention
        if not isinstance(time, TimeMention) or time.type != "date":
            continue
        named, rest = named_thing(time), _without_time(view, at)
        # "Today", "this year" are to be asked when it is, not when it was.
        if named is None or rest is None or not re.search(r"\d", time.text):
            continue
        if not is_sure(time, desk.reading):
            continue
        _, label, form = named
        word = _ASKED.get(form, "When")
        stem = question(word, turn[0], view.subject, turn[1], rest, lead_words(view, at))
        if not stem or len(stem.split()) < 6:
            continue
        if not rest.strip() and not re.search(r"[A-Z]|^the ", view.subject):
            continue  # "In which year did a court rule?": on what?
        verb = "will" if clause.lemma in _AHEAD else turn[0]
        wrong = [Choice(o, other_than(fact, "date"))
                 for o in _other_dates(desk, fact, label, form, verb)]  # fmt: skip
        if len(wrong) == 2:
            key, stem = Choice(label, cited(fact)), with_report(fact, stem)
            yield desk.draft("single_choice", stem, [key], wrong, fact, rank=8.5)


def _without_time(view: View, at: int) -> str | None:
    """What follows the verb without the time at token `at`; None where the time is that of a noun
    or no point in time: "a firm founded in 1987", "since 2005"."""
    tokens, clause = view.tokens, view.clause
    start = at
    while start > 0 and tokens[start - 1].low in (*_IN_TIME, "the", "of"):
        start -= 1
    if tokens[start].low in ("since", "by", "until", "before", "after"):
        return None
    if clause.verb_end < start and tokens[start - 1].tag in ("VN", "VG"):
        return None
    if start == at and re.fullmatch(r"\d{4}", tokens[at].text):
        return None  # "a silver 2012 Honda"
    if at < clause.subject:
        return view.words(clause.verb_end, clause.end)
    return f"{view.words(clause.verb_end, start)} {view.words(at + 1, clause.end)}"


def _other_dates(desk: Desk, fact: Fact, label: str, form: str, verb: str) -> list[str]:
    """Two other dates of this precision, the article's own first."""
    rng = desk.rng(fact, "when", label)
    within = desk.years_for(label, verb)
    own = distractors.names(desk.pool, "date", label, form, desk.words_near(fact), rng, 6)
    others = [t.label for t in own if within.holds(t.label)][:2]
    avoid = [*desk.dates_of(form), label]
    others += distractors.dates(label, form, avoid, rng, 2, within)
    return others[:2]


def who(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """Who did it? Only where the subject is one named person."""
    tokens, clause = view.tokens, view.clause
    mention = tokens[clause.subject_end - 1].mention
    if not isinstance(mention, NameMention) or clause.subject_end - clause.subject > 4:
        return
    if view.stands_for or not clause.has_subject:
        return
    before = tokens[clause.subject : clause.subject_end - 1]
    office = mention.type == "person" and all(t.tag in ("N", "J") for t in before)
    if before and not office and [t.low for t in before] != ["the"]:
        return
    rest = without_aside(view.words(clause.verb_end, clause.end))
    if clause.end < len(tokens) and tokens[clause.end].low == "that":
        return  # what was written, or called, is not told yet
    if len(re.findall(r"[^\W_]{3,}", rest)) < 2 or clause.lemma in _OF_OTHERS_TOO:
        return
    if mention.value in reported(fact):
        return
    if mention.type != "person":
        return  # among who else does something, a body is asked for as a doer
    verb = view.words(clause.verb, clause.verb_end)
    stem = question("Who", verb, rest, lead_words(view))
    if stem:
        yield from name_items(desk, fact, with_report(fact, stem), mention, rank=7.5)


# What is no deed, or what others may have done as well.
_OF_OTHERS_TOO = frozenset(("be", "say", "tell", "add", "work", "live", "come", "go", "stay"))


def where(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """Where did it happen? Only for a place named after "in", "at" or "near"."""
    tokens, clause = view.tokens, view.clause
    turn = turned(view)
    if not turn or tells_words(view):
        return
    aux, verb = turn
    for at in range(clause.verb_end + 1, clause.end):
        place = tokens[at].mention
        if not isinstance(place, PlaceMention) or tokens[at - 1].low not in _IN_PLACE:
            continue
        after = tokens[at + 1] if at + 1 < clause.end else None
        if after is not None and (after.tag in ("N", "NAME", "S", "C", "(") or after.low == ","):
            continue
        rest = f"{view.words(clause.verb_end, at - 1)} {view.words(at + 1, clause.end)}"
        noun = {"city": "city or town", "country": "country", "region": "region"}.get(
            place_form(place.kind), "place")  # fmt: skip
        ask = f"{tokens[at - 1].low.capitalize()} which {noun}"
        if len(re.findall(r"[^\W_]{4,}", rest + " " + view.subject)) < 2:
            continue
        stem = question(ask, aux, view.subject, verb, rest, lead_words(view))
        if stem:
            yield from name_items(desk, fact, with_report(fact, stem), place, rank=8.0)
