"""What the curated content adds: its facts with their citations, and places with its points."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.facts import Fact, FactKind
from explainer.geography import Place, PlacesReport, Unplaced, place_id, slug
from explainer.pack_content import Content, Reference
from explainer.timeline import Event, Period, Timeline, in_order


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


def join_events(content: Content, found: Timeline) -> Timeline:
    """Background events and the source's own, in one order; an event of the source belongs to the
    period in which it begins."""
    background = [
        event.model_copy(
            update={"origin": "background", "fact_ids": (*event.fact_ids, f"b-{event.id}")}
        )
        for event in content.events
    ]
    own = [
        event.model_copy(update={"theme": _period(event, content.periods)})
        for event in found.events
    ]
    return found.model_copy(
        update={"events": in_order([*background, *own]), "periods": content.periods}
    )


def _period(event: Event, periods: tuple[Period, ...]) -> str | None:
    return next((p.id for p in periods if p.begin <= event.begin <= p.end), None)


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
    named = {slug(name): p.id for p in curated for name in (p.name, *p.spellings)}
    told: dict[str, list[Place | Unplaced]] = {}
    others: list[Place] = []
    left: list[Unplaced] = []
    for place in report.placed:
        if (id := _known(named, place.name, *place.spellings)) is not None:
            told.setdefault(id, []).append(place)
        else:
            taken = {p.id for p in (*curated, *others)}
            others.append(place.model_copy(update={"id": place_id(place.id, taken)}))
    for unplaced in report.unplaced:
        if (id := _known(named, unplaced.name)) is not None:
            told.setdefault(id, []).append(unplaced)
        else:
            left.append(unplaced)
    joined = [_joined(place, told.get(place.id, [])) for place in curated]
    return (*joined, *others), tuple(left)


def _known(named: dict[str, str], *names: str) -> str | None:
    return next((named[key] for name in names if (key := slug(name)) in named), None)


def _joined(place: Place, told: list[Place | Unplaced]) -> Place:
    about = (f"b-place-{place.id}",) if place.about and place.reference_ids else ()
    return place.model_copy(
        update={
            "origin": "background",
            "mentions": sum(found.mentions for found in told),
            "fact_ids": (*(id for found in told for id in found.fact_ids), *about),
            "evidence": tuple(quote for found in told for quote in found.evidence),
        }
    )
