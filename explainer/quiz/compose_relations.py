"""Questions out of typed relations: the part asked for is left out of a stem built for its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Fact, Part
from explainer.mention import NameMention, PlaceMention
from explainer.quiz import distractors
from explainer.quiz.callings import other_callings, without_tail
from explainer.quiz.compose_published import published
from explainer.quiz.described import described
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, with_report
from explainer.quiz.name_items import choice_of
from explainer.quiz.pool import named_thing
from explainer.quiz.standing import is_loose
from explainer.quiz.told_of import wrong_name


def from_relation(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """Questions on a fact of a typed kind."""
    maker = _MAKERS.get(fact.kind)
    if maker is not None:
        yield from maker(desk, fact)


def _named(desk: Desk, fact: Fact, part: Part | None) -> tuple[str, str, str] | None:
    """Kind, label and form of the person, organisation or place a part names."""
    if part is None:
        return None
    for mention in fact.mentions:
        if not isinstance(mention, NameMention | PlaceMention):
            continue
        holds = mention.start <= part.start and part.end <= mention.end
        inside = part.start <= mention.start and mention.end <= part.end
        if holds and len(mention.text) > len(part.text) + 4:
            continue  # "Avon" in "Avon Gorge" is another place
        if holds or (inside and mention.value == part.value):
            return named_thing(mention)
    for thing in desk.pool.of("place"):
        if thing.label == part.text:
            return "place", thing.label, thing.form
    for kind in ("person", "organisation", "place"):
        if part.value in desk.pool.things.get(kind, {}):
            return kind, part.value, desk.pool.things[kind][part.value].form
    return None


def _was(fact: Fact) -> str:
    """The verb of a role, as the statement has it."""
    found = re.search(r"\b(is|was|are|were)\b", fact.statement)
    return found[1] if found else "is"


def _role(desk: Desk, fact: Fact) -> Iterator[Draft]:
    person, role = fact.part("person"), fact.part("role")
    if person is None or role is None:
        return
    words = " ".join(described(fact, desk.text).split())
    if is_loose(words) or len(words.split()) < 2 or len(words) > 90 or desk.goes_on(role):
        return
    named = _named(desk, fact, person)
    named = named if named and named[0] == "person" else None
    organisation = fact.part("organisation")
    if organisation is not None and organisation.value.casefold() not in words.casefold():
        words = f"{words} of {organisation.text}"
    told = re.search(r"\bof\b|\bat\b", words) or (
        words.startswith("the ") and len(words.split()) > 2
    )
    single = words.split()[0] not in ("a", "an") and bool(told)
    holders = desk.holders(words)
    if named and single and len(holders) == 1:
        stem = with_report(fact, f"Who {_was(fact)} {words}?")
        yield from choice_of(desk, fact, stem, *named, rank=10.0)
    if named and holders and len(holders) > 1 and fact.id == holders[0].id:
        yield from _holders(desk, holders, words)
    yield from _what_role(desk, fact, person, words)


def _holders(desk: Desk, holders: list[Fact], words: str) -> Iterator[Draft]:
    """Several people of one role: choose all of them."""
    fact = holders[0]
    keys = list(dict.fromkeys(p.value for f in holders if (p := f.part("person"))))
    avoid = " ".join([desk.words_near(f) for f in holders])
    others = distractors.names(
        desk.pool, "person", keys[0], "", avoid, desk.rng(fact, "holders"), count=2
    )
    if len(others) < 2 or len(keys) > 3 or any(f.quotes != fact.quotes for f in holders):
        return
    verb = "were" if _was(fact) in ("was", "were") else "are"
    stem = with_report(fact, f"Which of these people {verb} {words}?")
    yield Draft(
        "multiple_answer", stem, [Choice(k, cited(fact)) for k in keys],
        [wrong_name(desk, fact, o.label, "person") for o in others],
        holders, 8.0, fact.quotes[0].start,
    )  # fmt: skip


def _what_role(desk: Desk, fact: Fact, person: Part, words: str) -> Iterator[Draft]:
    """Who is this person? Options are the roles of others."""
    if fact.attribution.kind != "narrator":
        return
    others: list[tuple[str, str]] = []
    mine = {f.id for f in desk.roles_of(person.value)}
    for other in desk.roles:
        role, holder = other.part("role"), other.part("person")
        if other.id in mine or role is None or holder is None or len(role.value.split()) < 2:
            continue
        text = described(other, desk.text)
        if (
            text.startswith("at ")
            or is_loose(text)
            or distractors.like(text, words)
            or len(text) > 90
        ):
            continue
        if distractors.like(holder.value, person.value) or any(t == text for t, _ in others):
            continue
        if not 0.4 < len(text) / len(words) < 2.5 or distractors.stands_in(
            text, fact.quotes[0].quote
        ):
            continue
        others.append((text, holder.value))
    rng = desk.rng(fact, "what-role")
    rng.shuffle(others)
    wrong = [Choice(f"as {t}", f"The article says this of {h}.") for t, h in others[:2]]
    rank = 7.0
    if len(wrong) < distractors.WRONG:
        if words != without_tail(words):
            words, wrong = without_tail(words), []
        wrong, rank = [*wrong, *_of_others(desk, fact, person, words)][: distractors.WRONG], 6.0
    if len(wrong) < distractors.WRONG:
        return
    stem = f"How does the article describe {person.value}?"
    if words.startswith("at "):
        return
    if distractors.stands_in(words, person.value):
        return
    key = Choice(f"as {words}", cited(fact))
    yield desk.draft("single_choice", stem, [key], wrong, fact, rank)


def _of_others(desk: Desk, fact: Fact, person: Part, words: str) -> list[Choice]:
    """What the person could be as well, for all that a reader knows who has not read it."""
    name = re.escape(person.value.split()[-1])

    def is_told_of(calling: str) -> bool:
        said = re.escape(calling)
        near = rf"\b{name}\b[^.]{{0,80}}\b{said}\b|\b{said}\b[^.]{{0,40}}\b{name}\b"
        return bool(re.search(near, desk.text, re.I))

    return [
        Choice(f"as {told}", f"The article puts it otherwise. {cited(fact)}")
        for calling, told in other_callings(words, desk.rng(fact, "calling"))
        if not is_told_of(calling)
    ]


_KIN = frozenset((
    "son", "daughter", "brother", "sister", "wife", "husband", "widow", "nephew", "niece",
    "grandson", "granddaughter",
))  # fmt: skip


def _kinship(desk: Desk, fact: Fact) -> Iterator[Draft]:
    person, relation, relative = (fact.part(n) for n in ("person", "relation", "relative"))
    named = _named(desk, fact, relative)
    if not (person and relation and relative and named) or named[0] != "person":
        return
    if relation.value.split()[-1] in _KIN:
        stem = f"Whose {relation.value} {_was(fact)} {person.value}?"
        if not distractors.stands_in(relative.value, person.value):
            yield from choice_of(desk, fact, with_report(fact, stem), *named, rank=8.0)


def _located(desk: Desk, fact: Fact) -> Iterator[Draft]:
    place, container = fact.part("place"), fact.part("container")
    named = _named(desk, fact, container)
    if not place or not container or not named or named[0] != "place" or not named[2]:
        return
    noun = {"country": "country", "region": "region or province"}.get(named[2], "region")
    stem = f"In which {noun} does {_plain(place)} lie?"
    yield from choice_of(desk, fact, with_report(fact, stem), *named, rank=8.0)


def _neighbour(desk: Desk, fact: Fact) -> Iterator[Draft]:
    place, other = fact.part("place"), fact.part("neighbour")
    named = _named(desk, fact, other)
    if place and other and named and named[2]:
        stem = f"Which of these is a neighbour of {_plain(place)}?"
        yield from choice_of(desk, fact, with_report(fact, stem), *named, rank=7.5)


def _plain(part: Part) -> str:
    return " ".join(part.text.split())


def _connects(desk: Desk, fact: Fact) -> Iterator[Draft]:
    connector, start, end = (fact.part(n) for n in ("connector", "from", "to"))
    if not connector or not start or not end:
        return
    named = _named(desk, fact, end)
    if named:
        noun = "city" if named[2] == "city" else "place"
        stem = f"Which {noun} is connected with {_plain(start)} by {_the(connector)}?"
        yield from choice_of(desk, fact, with_report(fact, stem), *named, rank=8.5)


def _the(part: Part) -> str:
    words = _plain(part)
    return (
        words[0].lower() + words[1:]
        if words.split()[0].lower() in ("a", "an", "the")
        else (f"the {words}" if " " in words else words)
    )


def _demand(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """Asked-for things as a choice among what others asked for, or what the article also names."""
    speaker = fact.part("speaker")
    asked = [p for p in fact.parts if p.name == "demand"]
    if speaker is None or len(asked) < 2 or is_loose(speaker.value):
        return
    nouns = desk.plain_nouns(fact)
    if len(nouns) < 2:
        return
    rng = desk.rng(fact, "demand")
    wrong = rng.sample(nouns, 2)
    stem = with_report(fact, f"What did {speaker.value} ask for?")
    yield Draft(
        "multiple_answer", stem, [Choice(_plain(p), cited(fact)) for p in asked],
        [Choice(w, f"The article does not list this. {cited(fact)}") for w in wrong],
        [fact], 6.0, fact.quotes[0].start,
    )  # fmt: skip


_MAKERS = {
    "role": _role,
    "kinship": _kinship,
    "located": _located,
    "neighbour": _neighbour,
    "connects": _connects,
    "published": published,
    "demand": _demand,
}
