"""What the article tells of each person, body or thing: what they are, did and said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from explainer.extract.role_words import is_role_noun
from explainer.extract.words import SAYING, word_forms
from explainer.facts import Fact
from explainer.quiz.deeds import COUNTED
from explainer.quiz.described import described
from explainer.quiz.desk import Desk
from explainer.quiz.spoken import all_spoken, is_told_with_that, points_at_speaker
from explainer.quiz.standing import (
    RELATIVE,
    is_loose,
    lowered_start,
    question,
    without_own,
    without_weekday,
)
from explainer.quiz.stem_grammar import View

Sort = Literal["person", "people", "body", "thing"]


@dataclass(frozen=True, slots=True)
class Trait:
    """`words` begin with a verb and go with `about`, which is `plural` or not; `way` says whether
    they tell what it is, did or said. `naming` are facts that say whom a pronoun means."""

    fact: Fact
    about: str
    sort: Sort
    plural: bool
    words: str
    way: Literal["is", "did", "said"]
    naming: tuple[Fact, ...] = ()


def of_clause(desk: Desk, fact: Fact, view: View, naming: Sequence[Fact]) -> Trait | None:
    """What a clause that the article itself tells says of its subject; None where it leans on
    other sentences or its subject is not told in full."""
    clause = view.clause
    said = _subject(desk, view)
    words = _predicate(view) if said and fact.attribution.kind == "narrator" else ""
    if not said or not words or not question(f"{said} {words}"):
        return None
    if not _is_of(desk, view, said):
        return None
    actor = desk.actor(said)
    sort: Sort = actor.sort if actor else "thing"
    plural = actor.plural if actor else _is_several(said)
    lasts = clause.lemma in _STATES and not clause.passive
    # Of a thing only what it is, and what was done to it: a town that shoots is its soldiers.
    told = lasts or clause.passive or clause.lemma in _OF_THINGS
    if clause.lemma in SAYING or (sort == "thing" and (plural or not told or not _is_known(said))):
        return None
    way: Literal["is", "did"] = "is" if lasts else "did"
    return Trait(fact, actor.name if actor else said, sort, plural, words, way, tuple(naming))


def of_roles(desk: Desk) -> Iterator[Trait]:
    """What each person is."""
    for fact in desk.roles:
        person, role = fact.part("person"), fact.part("role")
        if person is None or role is None or fact.attribution.kind != "narrator":
            continue
        words = described(fact, desk.text)
        verb = re.search(r"\b(is|was)\b", fact.statement)
        whole = len(words.split()) > 1 and not is_loose(words) and not desk.goes_on(role)
        if (
            verb
            and whole
            and _is_office(words)
            and " " in person.value
            and not words.startswith("at ")
        ):
            yield Trait(fact, desk.speaker(person.value), "person", False, f"{verb[1]} {words}",
                        "is")  # fmt: skip


def of_reports(desk: Desk) -> Iterator[Trait]:
    """What each speaker says, in the words of the article but without its quotation marks."""
    for fact in desk.speakers:
        who = fact.attribution
        if who.kind != "named" or not who.speaker or is_loose(who.speaker):
            continue
        actor = desk.actor(desk.speaker(who.speaker))
        for speech, told in all_spoken(desk, fact):
            words = lowered_start(without_weekday(told.rstrip(".")))
            cue = (speech.cue or "").lower()
            tells = word_forms(cue).verb in _TELLING and speech.type != "quote"
            whole = is_told_with_that(desk, speech) and not points_at_speaker(words)
            if actor and tells and whole and 4 <= len(words.split()) <= 18:
                yield Trait(fact, actor.name, actor.sort, actor.plural, f"{cue} that {words}",
                            "said")  # fmt: skip


def _is_office(words: str) -> bool:
    """Whether words say what a person is: "an opposition politician", "the head of the unit"."""
    head = re.split(r" (?:of|in|at|from|for|on|who|with|to) ", words)[0]
    return is_role_noun((re.findall(r"[\w-]+", head) or [""])[-1].lower())


_TELLING = frozenset((
    "say", "believe", "think", "warn", "argue", "claim", "explain", "expect", "promise", "hope",
    "insist", "fear", "demand", "propose", "predict", "suggest", "estimate",
))  # fmt: skip
_STATES = frozenset((
    "be", "become", "have", "remain", "consist", "include", "lie", "belong", "own", "hold", "live",
    "stand", "cost", "need", "connect", "employ", "contain", "measure", "weigh", "serve", "use",
))  # fmt: skip
_OF_THINGS = frozenset((
    "open", "close", "begin", "end", "last", "run", "fall", "rise", "grow", "break", "sink", "join",
    "start", "change", "carry", "reopen", "collapse", "burn", "spread", "reach", "raise", "cut",
    "give", "kill", "destroy", "damage", "win", "lose", "sell", "produce", "double",
))  # fmt: skip
_CUT = frozenset(("after", "before", "since", "until", "following", "despite", "amid", "because"))


def _subject(desk: Desk, view: View) -> str:
    """Whom or what a clause is about: a person by the name alone; empty where it is no name and no
    noun told in full."""
    said = re.sub(r" (?:last|first|also|still|now|then|once|just|already|later)$", "", view.subject)
    odd = re.search(r"[\d,“”\"()]|['’](?: |s )", said) or COUNTED.match(said)
    if odd or is_loose(said) or len(said.split()) > 7:
        return ""
    person = desk.speaker(said)
    if person in desk.people:
        return person if " " in person else ""
    head = view.tokens[view.clause.subject_end - 1].mention
    return "" if head is not None and head.type == "person" else said


def _is_of(desk: Desk, view: View, name: str) -> bool:
    """Whether a pronoun in place of a name is of its gender."""
    pronoun = view.tokens[view.clause.subject].low
    gender = {"he": "m", "she": "f"}.get(pronoun)
    return gender is None or desk.genders.get(name, gender) == gender


def _predicate(view: View) -> str:
    """The verb and all that belongs to it; empty where that is too little or too much."""
    tokens, clause = view.tokens, view.clause
    first = tokens[clause.verb]
    cut = view.until(_CUT)
    end = next((n for n in range(clause.verb_end + 1, cut) if tokens[n].tag == "REL"), cut)
    after = tokens[clause.end].low if clause.end < len(tokens) else ""
    planned = first.low == "had" or (clause.modal and first.low != "will")
    if clause.negated or planned or after in ("that", "to", "whether", "what", "how"):
        return ""
    words = without_weekday(view.words(clause.verb, end)).strip(" ,;:")
    words = re.sub(r", [^,]*$", "", words) if words.count(", ") == 1 and not _LISTED.search(words) \
        else words  # fmt: skip
    told = [t for t in tokens[clause.verb_end : end] if t.tag in ("VF", "REL")]
    if told or re.search(r"[“”\"(;:]", words) or RELATIVE.search(words) or _HANGS.search(words):
        return ""
    alone = without_own(f"The Aa Bb {words}")
    long = re.findall(r"[^\W_]{4,}", words)
    return "" if is_loose(alone) or not 3 <= len(words.split()) <= 16 or len(long) < 2 else words


_LISTED = re.compile(r", [^,]+ (?:and|or) [^,]+$")
_HANGS = re.compile(
    r"\b(?:of|in|on|at|by|for|with|from|to|into|and|or|but|the|a|an|that|which|who|as|than|not|"
    r"about|between|under|over|only|also|more|most|very|when|if|(?:m|b)illion|in a row)$|"
    r"\b(?:there|here|pairs)\b",
    re.I,
)


def _is_known(said: str) -> bool:
    """Whether a thing has a name: of others, one may be part of the next."""
    return bool(re.search(r"[a-z’'] [A-Z]|^[A-Z]", said))


def _is_several(said: str) -> bool:
    head = re.split(r" (?:of|in|at|from|for|near|with|on|to|around|by) ", said)[0].split()[-1]
    low, named = head.lower(), head[:1].isupper()
    if " and " in said:
        return True
    return not named and (low in _MANY or bool(re.search(r"(?<!s)(?<!us)(?<!is)s$", low)))


_MANY = ("people", "police", "men", "women", "children")
