"""Everything of one lesson in one file: strict, versioned, checked when made and when read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import ValidationError, model_validator

from explainer.facts import Fact, Strict
from explainer.findings import Finding, InputProblem
from explainer.geography import Place, PlacesReport, Unplaced, places, slug
from explainer.geometry import Geometry
from explainer.lesson import Lesson
from explainer.lesson_cards import Claim, Comparison, People, Term
from explainer.lesson_compose import compose_lesson, spread
from explainer.pack_content import Content, Reference, load_content
from explainer.pack_join import background_facts, join_events, join_places
from explainer.pack_links import Quoter, problems
from explainer.pack_yaml import ContentProblem
from explainer.placing import pointed
from explainer.quiz.item import Item
from explainer.quiz.plan import Plan
from explainer.source import Source
from explainer.timeline import Timeline
from explainer.timeline_make import timeline

if TYPE_CHECKING:
    from explainer.extract.extract import Extraction
    from explainer.gazetteer import Gazetteer

__all__ = [
    "Content", "Pack", "Rejected", "build", "build_from", "load", "load_content", "read", "write",
]  # fmt: skip
FORMAT = 1


class Rejected(Strict):
    """An item that a check felled, and why. Never shown to a student."""

    item: Item
    findings: tuple[Finding, ...]


class Pack(Strict):
    """One lesson. `facts` are the source's, `background_facts` those of the curated content
    (b-<event id>, b-place-<place id>, b-person-<person id>), each with its citations. `plan` is
    what the quiz was made to, `short` why it has fewer items than planned."""

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
    variants: tuple[Item, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    plan: Plan | None = None
    short: str | None = None
    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    people: People = People()
    terms: tuple[Term, ...] = ()
    references: tuple[Reference, ...] = ()

    @model_validator(mode="after")
    def _everything_resolves(self) -> Self:
        if wrong := list(problems(self)):
            raise ValueError("; ".join(wrong))
        return self

    def with_items(self, items: Sequence[Item]) -> Pack:
        """The pack with these items in place of its own; steps ask only what is left."""
        left = {item.id for item in items}
        steps = tuple(
            step.model_copy(update={"item_ids": tuple(id for id in step.item_ids if id in left)})
            for step in self.lesson.steps
        )
        lesson = self.lesson.model_copy(update={"steps": steps})
        known = {fact.id for fact in self.facts}
        variants = tuple(
            v for v in self.variants if v.variant_of in left and known.issuperset(v.fact_ids)
        )
        update = {"items": tuple(items), "lesson": lesson, "variants": variants}
        return self.model_copy(update=update)

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
    from explainer.extract.extract import extract

    return build_from(extract(source, gazetteer), content, items=items, seed=seed)


def build_from(
    extraction: Extraction,
    content: Content | None = None,
    *,
    items: int | None = None,
    seed: int = 0,
) -> Pack:
    """As `build`, of a source whose facts are found."""
    from explainer.quiz.compose import compose

    if content is not None:
        extraction = pointed(extraction, content.places)
    source = extraction.reading.source
    background = tuple(background_facts(content)) if content else ()
    quiz = compose(extraction, Plan(items=items), seed, variants=True)
    found, report = timeline(extraction), places(extraction)
    pack = Pack(
        id=slug(source.title or "")[:60] or "lesson",
        title=source.title or "A lesson from an article",
        source=source,
        facts=extraction.facts,
        background_facts=background,
        timeline=found,
        places=report.placed,
        unplaced=report.unplaced,
        lesson=compose_lesson(extraction, found, report, quiz.items),
        items=quiz.items,
        variants=quiz.variants,
        rejected=tuple(Rejected(item=r.item, findings=r.findings) for r in quiz.rejected),
    )
    return pack if content is None else _enriched(pack, content, report)


def _enriched(pack: Pack, content: Content, report: PlacesReport) -> Pack:
    """The pack of a source with its curated half."""
    quoter = Quoter(pack.source, pack.facts)
    placed, unplaced = join_places(content.places, report)
    lesson = quoter.ground(Lesson(objectives=content.objectives, steps=content.steps))
    steps = spread(lesson.steps, pack.items)
    added: dict[str, Any] = {
        "id": content.about.id,
        "title": content.about.title,
        "description": content.about.description,
        "timeline": join_events(content, pack.timeline),
        "places": placed,
        "unplaced": unplaced,
        "geometry": content.geometry,
        "lesson": lesson.model_copy(update={"steps": steps}) if steps else pack.lesson,
        "claims": tuple(quoter.ground(claim) for claim in content.claims),
        "comparisons": tuple(quoter.ground(each) for each in content.comparisons),
        "people": quoter.ground(content.people),
        "terms": tuple(quoter.ground(term) for term in content.terms),
        "references": content.references,
    }
    if quoter.findings:
        raise ContentProblem(content.about.id, quoter.findings)
    whole = pack.model_copy(update=added)
    if wrong := list(problems(whole)):
        findings = [Finding(code="link", severity="error", message=said) for said in wrong]
        raise ContentProblem(content.about.id, findings)
    return whole


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
