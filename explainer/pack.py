"""Everything of one lesson in one file: strict, versioned, checked when made and when read."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import ValidationError, model_validator

from explainer.facts import Fact, Strict
from explainer.findings import Finding, InputProblem
from explainer.geography import Geometry, Place, PlacesReport, Unplaced, slug
from explainer.lesson import Lesson
from explainer.lesson_cards import Claim, Comparison, People, Term
from explainer.pack_content import Content, Reference, load_content
from explainer.pack_join import background_facts, join_places
from explainer.pack_links import Quoter, doubled, link_problems, quote_problems
from explainer.pack_yaml import ContentProblem
from explainer.quiz.item import Item
from explainer.source import Source
from explainer.timeline import Timeline, in_order

if TYPE_CHECKING:
    from explainer.gazetteer import Gazetteer

__all__ = ["Content", "Pack", "Rejected", "build", "load", "load_content", "read", "write"]
FORMAT = 1


class Rejected(Strict):
    """An item that a check felled, and why. Never shown to a student."""

    item: Item
    findings: tuple[Finding, ...]


class Pack(Strict):
    """One lesson. `facts` are the source's, `background_facts` those of the curated content
    (b-<event id>, b-place-<place id>, b-person-<person id>), each with its citations."""

    format: Literal[1] = 1
    id: str
    title: str
    description: str = ""
    source: Source
    facts: tuple[Fact, ...] = ()
    background_facts: tuple[Fact, ...] = ()
    timeline: Timeline = Timeline()
    places: tuple[Place, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    geometry: Geometry | None = None
    lesson: Lesson = Lesson()
    items: tuple[Item, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    people: People = People()
    terms: tuple[Term, ...] = ()
    references: tuple[Reference, ...] = ()

    @model_validator(mode="after")
    def _everything_resolves(self) -> Self:
        problems = list(_problems(self))
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def fact(self, id: str) -> Fact | None:
        return next((f for f in (*self.facts, *self.background_facts) if f.id == id), None)

    def reference(self, id: str) -> Reference | None:
        return next((reference for reference in self.references if reference.id == id), None)

    def place(self, id: str) -> Place | None:
        return next((place for place in self.places if place.id == id), None)

    def term(self, id: str) -> Term | None:
        return next((term for term in self.terms if term.id == id), None)

    def claim(self, id: str) -> Claim | None:
        return next((claim for claim in self.claims if claim.id == id), None)

    def comparison(self, id: str) -> Comparison | None:
        return next((each for each in self.comparisons if each.id == id), None)

    def item(self, id: str) -> Item | None:
        return next((item for item in self.items if item.id == id), None)


def build(
    source: Source,
    content: Content | None = None,
    *,
    items: int | None = None,
    seed: int = 0,
    gazetteer: Gazetteer | None = None,
) -> Pack:
    """The whole lesson of a source: at most `items` quiz items, drawn with `seed`. `content` adds
    the curated half. ContentProblem if the content does not fit the source."""
    extract = _landed("explainer.extract.extract", "extract")
    extraction = extract(source, gazetteer) if extract else None
    facts: tuple[Fact, ...] = tuple(extraction.facts) if extraction else ()
    read_times = _landed("explainer.timeline", "timeline")
    found: Timeline = read_times(extraction) if extraction and read_times else Timeline()
    find_places = _landed("explainer.geography", "places")
    report = find_places(extraction) if extraction and find_places else PlacesReport()
    compose = _landed("explainer.quiz.compose", "compose")
    quiz = compose(extraction, items, seed) if extraction and compose else None
    pack = Pack(
        id=slug(source.title or "")[:60] or "lesson",
        title=source.title or "A lesson from an article",
        source=source,
        facts=facts,
        timeline=found,
        places=report.placed,
        unplaced=report.unplaced,
        items=tuple(quiz.items) if quiz else (),
        rejected=tuple(Rejected(item=r.item, findings=tuple(r.findings)) for r in quiz.rejected)
        if quiz
        else (),
    )
    return pack if content is None else _enriched(pack, content, report)


def _enriched(pack: Pack, content: Content, report: PlacesReport) -> Pack:
    """The pack of a source with its curated half."""
    quoter = Quoter(pack.source, pack.facts)
    events = [
        event.model_copy(
            update={"origin": "background", "fact_ids": (*event.fact_ids, f"b-{event.id}")}
        )
        for event in content.events
    ]
    placed, unplaced = join_places(content.places, report)
    added: dict[str, Any] = {
        "id": content.about.id,
        "title": content.about.title,
        "description": content.about.description,
        "background_facts": tuple(background_facts(content)),
        "timeline": Timeline(
            events=in_order([*events, *pack.timeline.events]),
            undated=pack.timeline.undated,
            periods=content.periods,
        ),
        "places": placed,
        "unplaced": unplaced,
        "geometry": content.geometry,
        "lesson": quoter.ground(Lesson(objectives=content.objectives, steps=content.steps)),
        "claims": tuple(quoter.ground(claim) for claim in content.claims),
        "comparisons": tuple(quoter.ground(each) for each in content.comparisons),
        "people": quoter.ground(content.people),
        "terms": tuple(quoter.ground(term) for term in content.terms),
        "references": content.references,
    }
    if quoter.findings:
        raise ContentProblem(content.about.id, quoter.findings)
    whole = pack.model_copy(update=added)
    if problems := list(_problems(whole)):
        raise ContentProblem(content.about.id, [_unlinked(said) for said in problems])
    return whole


def _unlinked(said: str) -> Finding:
    return Finding(code="link", severity="error", message=said)


def _landed(module: str, name: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name, None)
    except ModuleNotFoundError:
        return None


def load(folder: Path, *, items: int | None = None, seed: int = 0) -> Pack:
    """The lesson of a content folder and the article it names."""
    from explainer.reading.text import read_bytes

    content = load_content(folder)
    path = folder / content.about.source
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputProblem(f"Cannot read the article {path}: {error.strerror}.") from None
    source = read_bytes(data, path.name, address=content.about.source_address)
    return build(source, content, items=items, seed=seed)


def write(pack: Pack, path: Path) -> None:
    """Write the pack as JSON, whole or not at all."""
    draft = path.with_name(f"{path.name}.part")
    draft.write_text(pack.model_dump_json(indent=1) + "\n", "utf-8")
    draft.replace(path)


def read(path: Path) -> Pack:
    """A pack as written. InputProblem if it is none, of another format, or does not hold."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise InputProblem(f"Cannot read {path}: {error.strerror}.") from None
    except (ValueError, RecursionError):
        raise InputProblem(f"{path} is not a lesson pack: it is not JSON.") from None
    if not isinstance(data, dict) or "format" not in data:
        raise InputProblem(f"{path} is not a lesson pack.")
    if data["format"] != FORMAT:
        raise InputProblem(
            f"{path} is a pack of format {data['format']}; this version reads format {FORMAT}."
        )
    try:
        return Pack.model_validate_json(json.dumps(data))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ")
        raise InputProblem(f"{path} does not hold together: {where} {said}") from None


def _problems(pack: Pack) -> Iterator[str]:
    lists: dict[str, tuple[Any, ...]] = {
        "facts": (*pack.facts, *pack.background_facts),
        "events": pack.timeline.events,
        "places": pack.places,
        "references": pack.references,
        "terms": pack.terms,
        "claims": pack.claims,
        "comparisons": pack.comparisons,
        "persons": (*pack.people.persons, *pack.people.groups),
        "steps": pack.lesson.steps,
        "objectives": pack.lesson.objectives,
        "items": pack.items,
        "periods": pack.timeline.periods,
    }
    ids = {name: frozenset(each.id for each in listed) for name, listed in lists.items()}
    for name, listed in lists.items():
        yield from doubled(name, [each.id for each in listed])
    # a rejected item may well fail because its facts are not there
    kept = pack.model_copy(update={"rejected": ()})
    fields = ("fact", "reference", "place", "term", "objective", "item", "event", "person")
    yield from link_problems(kept, {f"{field}_ids": ids[f"{field}s"] for field in fields})
    yield from quote_problems(kept, pack.source)
    shown = {
        "map": ids["places"], "relief": ids["places"], "profile": ids["places"],
        "timeline": ids["events"], "comparison": ids["comparisons"], "people": ids["persons"],
        "claims": ids["claims"], "quotes": ids["facts"], "source_card": ids["facts"],
    }  # fmt: skip
    for step in pack.lesson.steps:
        for figure in step.figures:
            for id in figure.ids:
                if id not in shown[figure.kind]:
                    yield f"step {step.id}: its {figure.kind} shows '{id}', which is not there"
            if figure.theme and figure.theme not in ids["periods"]:
                yield f"step {step.id}: there is no period '{figure.theme}'"
    for event in pack.timeline.events:
        if event.theme and event.theme not in ids["periods"]:
            yield f"event {event.id}: there is no period '{event.theme}'"
