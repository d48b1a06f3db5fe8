"""Questions out of what a clause tells: how many, when, who, where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.clauses import phrase_end
from explainer.extract.words import SAYING, word_forms
from explainer.facts import Fact
from explainer.mention import NameMention, PlaceMention, QuantityMention, TimeMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, reported, with_report
from explainer.quiz.pool import is_sure, named_thing, number_label, place_form
from explainer.quiz.stem_grammar import View, is_loose, question, turned

_BOUNDS = {
    "about": "About how many",
    "at least": "At least how many",
    "at most": "At most how many",
    "more than": "More than how many",
    "less than": "Fewer than how many",
}
_IN_TIME = frozenset(
    ("in", "on", "during", "at", "since", "by", "until", "before", "after", "over")
)
_IN_PLACE = frozenset(("in", "at", "near"))


def from_clauses(desk: Desk, fact: Fact, views: list[View]) -> Iterator[Draft]:
    """Every question the clauses of a fact's sentence allow."""
    for view in views:
        yield from how_many(desk, fact, view)
        yield from when(desk, fact, view)
        yield from who(desk, fact, view)
        yield from where(desk, fact, view)
        yield from why(desk, fact, view)


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
        words = lowered_start(re.sub(r"\s+", " ", words).strip(" ,;"))
        if question(words) and 4 <= len(words.split()) <= 16 and not re.search(r'["“”,]', words):
            told.append(words)
    return told


def lowered_start(words: str) -> str:
    """ "Cold-water corals feed …" inside a sentence; "King Oskar approved …" stays."""
    first, _, rest = words.partition(" ")
    common = word_forms(first.split("-")[0].lower()).classes and not rest[:1].isupper()
    return words[0].lower() + words[1:] if common else words


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
    rest = view.words(view.clause.verb_end, view.clause.end)
    stem = question("Why", turn[0], view.subject, turn[1], rest, _lead(view))
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


def _other_reasons(desk: Desk, fact: Fact, reason: str) -> list[str]:
    causes = [
        " ".join(p.text.split())
        for f in desk.facts
        if f.kind == "cause" and f.id != fact.id and (p := f.part("cause"))
    ]
    causes = [c for c in causes if not is_loose(c) and len(c.split()) > 2]
    near = sorted(desk.clauses, key=lambda c: abs(c[0] - fact.quotes[0].start))
    length = len(reason.split())
    told = [w for at, w in near if at != fact.quotes[0].start and not re.search(r"\d", w)]
    told.sort(key=lambda w: abs(len(w.split()) - length) > 4)
    found: list[str] = []
    for words in [*causes, *told]:
        if not any(distractors.like(words, o) for o in (reason, *found)):
            found.append(words)
        if len(found) == 2:
            break
    return found


def _lead(view: View, without: int = -1) -> str:
    """The adverbial before the subject, for the end of a question; none that says who speaks."""
    first, last = view.lead
    if first >= last or first <= without < last:
        return ""
    words = view.lowered(first, last)
    if re.match(r"according to|thus|however|in addition|of course", words, re.I):
        return ""
    words = words[0].lower() + words[1:] if view.tokens[first].tag == "P" else words
    return words if view.tokens[first].tag in ("P", "TIME") and len(words.split()) > 1 else ""


def how_many(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    tokens, clause = view.tokens, view.clause
    for at in (*range(clause.subject, clause.subject_end), *range(clause.verb_end, clause.end)):
        number = tokens[at].mention
        if not isinstance(number, QuantityMention) or number.vague or number.high is not None:
            continue
        end = phrase_end(tokens, at, clause.end)
        thing = view.words(at + 1, end)
        noun = tokens[end - 1] if end > at + 1 else None
        if noun is None or noun.tag != "N" or not _counts(number, tokens[at + 1].low, thing):
            continue
        if any(t.tag == "NUM" for t in tokens[end : clause.end]) and clause.verb_end <= at:
            continue  # "gives two to one and three to another" asks for two things at once
        start = at
        while start > 0 and tokens[start - 1].low in _BOUND_WORDS:
            start -= 1
        said = " ".join(t.low for t in tokens[start:at])
        ask = _bound(number.bound or "", said) + " " + thing
        if _is_lower_clause_start(view, at):
            verb = view.words(clause.verb, clause.verb_end)
            rest = re.sub(r",[^,]*,|,[^,]*$", "", view.words(end, clause.subject_end))
            stem = question(ask, rest, verb, view.words(clause.verb_end, clause.end), _lead(view))
        elif start == clause.verb_end and (turn := turned(view)):
            aux, verb = turn
            stem = question(ask, aux, view.subject, verb, view.words(end, clause.end), _lead(view))
        else:
            continue
        if stem and (fact.kind == "casualties" or _placed(stem, ask)):
            yield from number_items(desk, fact, stem, number, thing)


_BOUND_WORDS = frozenset((
    "about", "around", "nearly", "almost", "roughly", "approximately", "some", "at", "least",
    "most", "more", "than", "less", "over", "up", "to", "only", "no", "fewer",
))  # fmt: skip


def _bound(bound: str, said: str) -> str:
    """How a question asks for a number that is not exact."""
    for name, pattern in _SAID:
        if bound == name or (not bound and re.search(pattern, said)):
            return _BOUNDS[name]
    return "How many"


_SAID = (
    ("more than", r"\b(?:more than|over)\b"),
    ("less than", r"\b(?:less than|fewer than)\b"),
    ("at least", r"\bat least\b"),
    ("at most", r"\b(?:at most|up to|no more than)\b"),
    ("about", r"\b(?:about|around|nearly|almost|roughly|approximately|some)\b"),
)


def _is_lower_clause_start(view: View, at: int) -> bool:
    """Whether the number opens the subject."""
    first = view.clause.subject
    return all(t.low in _BOUND_WORDS for t in view.tokens[first:at]) and (
        at < view.clause.subject_end
    )


def _placed(stem: str, ask: str) -> bool:
    """Whether a question says enough to be about one thing only."""
    rest = stem[len(ask) :]
    return bool(re.search(r"[A-Z\d]", rest)) or len(re.findall(r"[^\W_]{4,}", rest)) >= 3


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


def number_items(
    desk: Desk, fact: Fact, stem: str, number: QuantityMention, thing: str
) -> Iterator[Draft]:
    """The question as single choice, and as a number to type in."""
    written = desk.text[number.start : number.number_end]
    label = number_label(number.value, written)
    here = [m.value for m in fact.mentions if isinstance(m, QuantityMention)]
    about = desk.rng(fact, "number", label)
    others = distractors.numbers(number.value, written, number.unit or "", desk.pool, here, about)
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


def when(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """When did it happen? Only for dates the text fixes."""
    tokens, clause = view.tokens, view.clause
    turn = turned(view)
    if not turn:
        return
    aux, verb = turn
    for at in (*range(*view.lead), *range(clause.verb_end, clause.end)):
        time = tokens[at].mention
        if not isinstance(time, TimeMention) or time.type != "date":
            continue
        if not is_sure(time, desk.reading):
            continue
        named = named_thing(time)
        if not re.search(r"\d", time.text):
            continue  # "today", "this year": to be asked when it is, not when it was
        if named is None or sum(1 for t in tokens if isinstance(t.mention, TimeMention)) > 1:
            continue
        _, label, form = named
        start = at
        while start > 0 and tokens[start - 1].low in (*_IN_TIME, "the", "of"):
            start -= 1
        if tokens[start].low in ("since", "by", "until", "before", "after"):
            continue
        in_lead = at < clause.subject
        rest = (
            view.words(clause.verb_end, clause.end)
            if in_lead
            else f"{view.words(clause.verb_end, start)} {view.words(at + 1, clause.end)}"
        )
        word = {"year": "In which year", "decade": "In which decade", "month": "In which month",
                "day": "On which day"}.get(form, "When")  # fmt: skip
        stem = question(word, aux, view.subject, verb, rest, _lead(view, at))
        if not stem or len(stem.split()) < 6:
            continue
        listed = desk.dates_of(form)
        avoid = [*listed, label]
        rng = desk.rng(fact, "when", label)
        others = [t.label for t in distractors.names(
            desk.pool, "date", label, form, desk.words_near(fact), rng)]  # fmt: skip
        others += distractors.dates(label, form, avoid, rng, 2 - len(others))
        wrong = [Choice(o, f"Not {o}. {cited(fact)}") for o in others[:2]]
        if len(wrong) == 2:
            key = Choice(label, cited(fact))
            stem = with_report(fact, stem)
            yield desk.draft("single_choice", stem, [key], wrong, fact, rank=8.5)


def who(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """Who did it? Only where the subject is one named person or organisation."""
    tokens, clause = view.tokens, view.clause
    if clause.subject_end - clause.subject > 2:
        return
    head = tokens[clause.subject_end - 1]
    mention = head.mention
    if not isinstance(mention, NameMention) or (
        clause.subject_end - clause.subject == 2 and tokens[clause.subject].low != "the"
    ):
        return
    rest = view.words(clause.verb_end, clause.end)
    if len(re.findall(r"[^\W_]{4,}", rest)) < 3 or clause.lemma in ("be", "say", "tell", "add"):
        return
    if mention.value in reported(fact):
        return
    ask = "Who" if mention.type == "person" else "Which organisation or group"
    verb = view.words(clause.verb, clause.verb_end)
    stem = question(ask, verb, rest, _lead(view))
    if stem:
        yield from desk.name_items(fact, with_report(fact, stem), mention, rank=7.5)


def where(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """Where did it happen? Only for a place named after "in", "at" or "near"."""
    tokens, clause = view.tokens, view.clause
    turn = turned(view)
    if not turn:
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
        stem = question(ask, aux, view.subject, verb, rest, _lead(view))
        if stem:
            yield from desk.name_items(fact, with_report(fact, stem), place, rank=8.0)
