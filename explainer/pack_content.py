"""The curated half of a lesson as its authors write it: one folder of YAML files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, Field

from explainer.facts import Citation, Strict
from explainer.fields import Id, Note
from explainer.findings import Finding
from explainer.geography import Place
from explainer.geometry import Geometry
from explainer.lesson import Objective, Step
from explainer.lesson_cards import Claim, Comparison, People, Term
from explainer.map_views import GuidedView
from explainer.pack_yaml import ContentProblem, read_yaml
from explainer.timeline import Event, Period

Nature = Literal[
    "the article itself", "eyewitness press", "press", "wire", "state news agency", "official",
    "primary document", "scholarly book", "book", "memoir", "participant interview", "interview",
    "biography", "NGO report", "analysis", "magazine", "journal", "guidebook", "encyclopaedia",
    "encyclopaedia copy", "blog", "reference", "gazetteer", "boundary data", "elevation model",
    "research project",
]  # fmt: skip


class Reference(Strict):
    """A work that is cited. Only works whose address is known belong here."""

    id: Id
    title: str = Field(min_length=1, description="of the work")
    address: str = Field(min_length=1, description="web address, or repository and path")
    nature: Nature = Field(description="what kind of text it is, so that a reader can weigh it")
    publisher: str | None = Field(default=None, description="paper, agency or site it stands in")
    published: date | None = Field(default=None, description="the day, where known")
    note: Note = None

    def citation(self) -> Citation:
        return Citation(
            title=self.title, address=self.address, publisher=self.publisher,
            published=self.published, note=self.nature,
        )  # fmt: skip


class About(Strict):
    """pack.yaml: what the lesson is, and the article it is about."""

    id: Id
    title: str = Field(description="of the lesson")
    description: str = Field(description="of the lesson, in two or three sentences")
    source: str = Field(description="path of the article, from this folder")
    source_address: str | None = Field(
        default=None, description="web address of the article, if known"
    )
    reading_age: str | None = Field(default=None, description="whom it is for")


class _References(Strict):
    references: tuple[Reference, ...] = Field(default=(), description="works cited")


class _Events(Strict):
    periods: tuple[Period, ...] = Field(
        default=(), description="stretches of the timeline to look at on their own"
    )
    events: tuple[Event, ...] = Field(default=(), description="what happened, in any order")


class _Places(Strict):
    places: tuple[Place, ...] = Field(default=(), description="places of the lesson")


class _Claims(Strict):
    claims: tuple[Claim, ...] = Field(default=(), description="cards, in the order shown")


class _Glossary(Strict):
    terms: tuple[Term, ...] = Field(default=(), description="words worth explaining")


class _Steps(Strict):
    objectives: tuple[Objective, ...] = Field(
        default=(), description="what students can do after it"
    )
    steps: tuple[Step, ...] = Field(default=(), description="the lesson, in order")


class _Figures(Strict):
    comparisons: tuple[Comparison, ...] = Field(default=(), description="numbers compared")


class _Views(Strict):
    views: tuple[GuidedView, ...] = Field(
        default=(), description="a guided walk over the map, in order"
    )


class Content(Strict):
    """All files of one content folder. Quotes are not looked up yet: see `explainer.pack`."""

    about: About
    references: tuple[Reference, ...] = ()
    periods: tuple[Period, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    geometry: Geometry | None = None
    people: People = People()
    claims: tuple[Claim, ...] = ()
    terms: tuple[Term, ...] = ()
    objectives: tuple[Objective, ...] = ()
    steps: tuple[Step, ...] = ()
    comparisons: tuple[Comparison, ...] = ()


FILES: dict[str, type[BaseModel]] = {
    "pack.yaml": About,
    "references.yaml": _References,
    "events.yaml": _Events,
    "places.yaml": _Places,
    "geometry.yaml": Geometry,
    "fortress.yaml": _Views,
    "people.yaml": People,
    "claims.yaml": _Claims,
    "glossary.yaml": _Glossary,
    "steps.yaml": _Steps,
    "figures.yaml": _Figures,
}
_WHOLE = {"pack.yaml": "about", "geometry.yaml": "geometry", "people.yaml": "people"}


def load_content(folder: Path) -> Content:
    """The content of `folder`. Only pack.yaml must be there. ContentProblem if anything in any
    file is wrong, with every finding."""
    findings = list(_strangers(folder))
    parts: dict[str, Any] = {}
    for name, kind in FILES.items():
        if name != "pack.yaml" and not (folder / name).exists():
            continue
        found, wrong = read_yaml(folder / name, kind)
        findings += wrong
        if found is not None:
            whole = _WHOLE.get(name)
            parts |= {whole: found} if whole else {n: getattr(found, n) for n in found.__dict__}
    if findings:
        raise ContentProblem(folder, findings)
    if views := parts.pop("views", ()):
        geometry = parts.get("geometry") or Geometry()
        parts["geometry"] = geometry.model_copy(update={"views": views})
    return Content.model_construct(**parts)


def _strangers(folder: Path) -> Iterator[Finding]:
    if folder.is_dir():
        for path in sorted(folder.glob("*.y*ml")):
            if path.name not in FILES:
                said = f"{path.name}: there is no such file in a content folder"
                yield Finding(code="unknown-file", severity="error", message=said)
