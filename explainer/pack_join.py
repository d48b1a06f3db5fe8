"""What the curated content adds: its facts with their citations, and places with its points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Fact, FactKind
from explainer.geography import Place, PlacesReport, Unplaced
from explainer.pack_content import Content, Reference


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60] or "lesson"


def background_facts(content: Content) -> Iterator[Fact]:
    """What the content states, each with its citations: its events, places and people."""
    references = {reference.id: reference for reference in content.references}
    for event in content.events:
        statement = f"{event.when}: {event.text or event.title}"
        yield from _fact(f"b-{event.id}", "event", statement, event.reference_ids, references)
    for place in content.places:
        if place.about:
            ids = place.reference_ids
            yield from _fact(f"b-place-{place.id}", "statement", place.about, ids, references)
    for person in content.people.persons:
        ids = person.reference_ids
        yield from _fact(f"b-person-{person.id}", "role", person.role, ids, references)


def _fact(
    id: str,
    kind: FactKind,
    statement: str,
    cited: tuple[str, ...],
    references: dict[str, Reference],
) -> Iterator[Fact]:
    evidence = tuple(references[each].citation() for each in cited if each in references)
    if evidence:
        yield Fact(id=id, kind=kind, statement=statement, origin="background", evidence=evidence)


def join_places(
    curated: tuple[Place, ...], report: PlacesReport
) -> tuple[tuple[Place, ...], tuple[Unplaced, ...]]:
    """Curated places, with what the source says of them; then the source's other places."""
    named = {name.lower(): p.id for p in curated for name in (p.name, *p.spellings)}
    told: dict[str, list[Place | Unplaced]] = {}
    reported: list[Place | Unplaced] = [*report.placed, *report.unplaced]
    for found in reported:
        if (id := named.get(found.name.lower())) is not None:
            told.setdefault(id, []).append(found)
    joined = []
    for place in curated:
        same = told.get(place.id, [])
        about = (f"b-place-{place.id}",) if place.about and place.reference_ids else ()
        joined.append(
            place.model_copy(
                update={
                    "origin": "background",
                    "mentions": sum(found.mentions for found in same),
                    "fact_ids": (*(id for found in same for id in found.fact_ids), *about),
                    "evidence": tuple(quote for found in same for quote in found.evidence),
                }
            )
        )
    others = [place for place in report.placed if place.name.lower() not in named]
    left = tuple(place for place in report.unplaced if place.name.lower() not in named)
    return (*joined, *others), left
