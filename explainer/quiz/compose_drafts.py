"""Every question that the makers can think of on an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from explainer.extract.extract import Extraction
from explainer.facts import Fact
from explainer.quiz.actors import Actor
from explainer.quiz.clause_views import views
from explainer.quiz.compose_amounts import how_old
from explainer.quiz.compose_claims import fact_or_claim
from explainer.quiz.compose_clauses import from_clause, plain
from explainer.quiz.compose_dates import from_dates, from_roles
from explainer.quiz.compose_deeds import from_deeds
from explainer.quiz.compose_lists import from_lists
from explainer.quiz.compose_places import from_places
from explainer.quiz.compose_relations import from_relation
from explainer.quiz.compose_reports import from_reports
from explainer.quiz.compose_several import several_told
from explainer.quiz.compose_speech import from_speech
from explainer.quiz.compose_statements import from_statement
from explainer.quiz.deeds import Deed, deed_of
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Draft
from explainer.quiz.happenings import Happening, happened
from explainer.quiz.it import is_named_it, naming_it, with_it
from explainer.quiz.pool import gather, sentence_of, told_at
from explainer.quiz.pronouns import naming_facts, with_names
from explainer.quiz.standing import is_loose
from explainer.quiz.stem_grammar import View
from explainer.quiz.traits import Trait, of_clause, of_reports, of_roles

_MOST_FACTS = 400  # more would make a long source slow and give no better forty questions


def desk_of(extraction: Extraction, seed: int, extra: Sequence[Fact]) -> Desk:
    told = told_at(extraction.reading)
    facts = [
        f
        for f in extraction.facts
        if f.origin == "source" and told(f.quotes[0].start)
        and not (f.attribution.speaker and not _is_name(f.attribution.speaker))
    ]  # fmt: skip
    step = max(1, len(facts) // _MOST_FACTS)
    return Desk(extraction.reading, gather(extraction.reading, extra), tuple(facts[::step]), seed)


def _is_name(speaker: str) -> bool:
    """Whether a speaker can be named in a question: in letters, and not by a pronoun."""
    whole = not re.search(r" (?:in|of|by|at|to|for|from|on|with|and)$", speaker)
    return bool(re.search(r"[^\W\d_]{2}", speaker)) and whole and not is_loose(speaker)


def drafts(desk: Desk) -> Iterator[Draft]:
    """Every question the makers can think of, in the order of the facts."""
    seen: dict[int, list[View]] = {}
    for fact in desk.facts:
        start = fact.quotes[0].start
        if start not in seen:
            sentence = sentence_of(desk.reading, desk.pool.starts, start)
            seen[start] = views(desk.reading, sentence, desk.pool.proper) if sentence else []
    seen = with_it(desk.reading, seen)
    desk.actors = list(_actors(desk, seen))
    desk.clauses = [(start, words) for start, found in seen.items() for words in plain(found)]
    events: dict[tuple[int, str], Happening] = {}
    deeds: dict[tuple[int, int], Deed] = {}
    traits: list[Trait] = []
    told: list[tuple[Fact, View]] = []
    for fact in desk.facts:
        start = fact.quotes[0].start
        yield from from_relation(desk, fact)
        yield from how_old(desk, fact)
        for view in _of_fact(desk, fact, seen[start]):
            naming = _naming(desk, fact, view)
            for draft in from_clause(desk, fact, view):
                draft.naming = naming
                yield draft
            told.append((fact, view))
            if trait := of_clause(desk, fact, view, naming):
                traits.append(trait)
            if deed := deed_of(fact, naming, view, desk.actor(view.subject)):
                deeds.setdefault((start, view.clause.verb), deed)
        yield from from_speech(desk, fact)
        yield from fact_or_claim(desk, fact)
        yield from from_statement(desk, fact, seen[start])
        for event in _events(desk, fact, seen[start]):
            events.setdefault((start, event.first), event)
    yield from from_deeds(desk, list(deeds.values()))
    yield from from_lists(desk, told)
    yield from several_told(desk, _one_each([*traits, *of_roles(desk), *of_reports(desk)]))
    yield from from_reports(desk)
    yield from from_dates(desk, list(events.values()))
    yield from from_places(desk)
    yield from from_roles(desk)


def _one_each(traits: list[Trait]) -> list[Trait]:
    """Each thing that is told, once, in the order of the text."""
    ordered = sorted(traits, key=lambda t: t.fact.quotes[0].start)
    return list({(t.about, t.words): t for t in reversed(ordered)}.values())[::-1]


def _actors(desk: Desk, seen: Mapping[int, Sequence[View]]) -> Iterator[tuple[int, Actor]]:
    """Everybody who speaks, or is the subject of a clause, once, with where they first are."""
    named = [(m.start, m.speaker) for m in desk.pool.speech if m.speaker]
    named += [(start, view.subject) for start, found in seen.items() for view in found
              if not view.clause.passive and view.clause.lemma != "be"]  # fmt: skip
    known: set[str] = set()
    for start, name in sorted(named):
        actor = desk.actor(name)
        if actor and actor.name.casefold() not in known:
            known.add(actor.name.casefold())
            yield start, actor


def _of_fact(desk: Desk, fact: Fact, found: list[View]) -> list[View]:
    """Clauses that the fact states, pronouns replaced as the fact replaces them, or by the one
    person they can mean."""
    named = ((view.told(fact.statement), view) for view in found)
    clear = [(told, with_names(told or view, desk.pronouns)) for told, view in named]
    return [view for told, view in clear if told or _states(fact, view)]


def _naming(desk: Desk, fact: Fact, view: View) -> list[Fact]:
    """Facts that say whom, or what, a pronoun of the clause means."""
    found = naming_facts(fact, view, desk.pronouns, desk.facts)
    return found or naming_it(fact.quotes[0].start, view, desk.facts)


def _events(desk: Desk, fact: Fact, found: list[View]) -> Iterator[Happening]:
    """What a fact tells of a day or a year."""
    if fact.attribution.stance not in ("statement", "estimate"):
        return  # that it happened is a claim
    for view in _of_fact(desk, fact, found):
        if is_named_it(view):
            continue  # the sentence that names it would have a date of its own to be ordered by
        if event := happened(desk, fact, view, _naming(desk, fact, view)):
            yield event


def _states(fact: Fact, view: View) -> bool:
    """Whether the fact has the clause, a pronoun in its subject that is a name now."""
    clause = view.clause
    first, last = view.tokens[clause.subject].start, view.tokens[clause.verb_end - 1].end
    said = " ".join(view.text[first:last].split())
    return (
        clause.has_subject
        and not is_loose(view.subject)
        and said in " ".join(fact.statement.split())
    )
