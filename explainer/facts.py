"""What we claim, and why. A Fact without evidence cannot be constructed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from explainer.mention import AnyMention
from explainer.source import Source

Origin = Literal["source", "background", "teacher"]
Stance = Literal["statement", "estimate", "claim", "opinion"]
FactKind = Literal[
    "role", "kinship", "count", "neighbour", "connects", "located", "cause", "demand",
    "casualties", "published", "quotation", "reported", "event", "figure", "statement",
]  # fmt: skip


_new, _set = object.__new__, object.__setattr__


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def proven(cls, **values: Any) -> Self:
        """One of values that have been checked already: all fields, and nothing is asked again.
        The gate proves thousands, and what is proposed to it."""
        made = _new(cls)
        _set(made, "__dict__", values)
        _set(made, "__pydantic_fields_set__", set(values))
        _set(made, "__pydantic_extra__", None)
        _set(made, "__pydantic_private__", None)
        return made


class Quote(Strict):
    """Words of the source: `source.text[start:end] == quote`."""

    start: int = Field(ge=0)
    end: int
    quote: str = Field(min_length=1)

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError("a quote is as long as its span")
        return self

    def holds_in(self, source: Source) -> bool:
        fits = self.start >= 0 and self.end - self.start == len(self.quote) > 0
        return fits and source.text.startswith(self.quote, self.start)


class Citation(Strict):
    """A reference outside the source: what it is called and where it stands."""

    title: str = Field(min_length=1)
    address: str = Field(min_length=1)
    publisher: str | None = None
    published: date | None = None
    note: str | None = None


Evidence = Quote | Citation


class Attribution(Strict):
    """Who says so, and as what. `speaker` is given unless the narrator speaks; an unnamed source
    is described in the article's words ("a source from the Afghan capital")."""

    kind: Literal["narrator", "named", "unnamed"] = "narrator"
    speaker: str | None = None
    stance: Stance = "statement"

    @model_validator(mode="after")
    def _a_speaker_unless_the_narrator(self) -> Self:
        if (self.kind == "narrator") != (self.speaker is None):
            raise ValueError("a narrator has no speaker; every other attribution has one")
        return self


NARRATOR = Attribution()


class Part(Strict):
    """One argument of a typed relation. `text` are words of the evidence at `start`..`end`;
    `value` is what they mean ("9", "2021-08-19", the full name)."""

    name: str
    start: int
    end: int
    text: str
    value: str


class Fact(Strict):
    """A statement with its evidence, its origin and who says so.

    `parts` are the arguments of a typed relation, by name; `explainer.extract.relations` lists
    which a kind has. `mentions` are those inside the evidence.
    """

    id: str
    kind: FactKind
    statement: str = Field(min_length=1)
    origin: Origin = "source"
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    attribution: Attribution = NARRATOR
    mentions: tuple[Annotated[AnyMention, Field(discriminator="type")], ...] = ()
    parts: tuple[Part, ...] = ()

    @model_validator(mode="after")
    def _source_facts_quote_the_source(self) -> Self:
        quotes = isinstance(self.evidence[0], Quote) or bool(self.quotes)
        if self.origin == "source" and not quotes:
            raise ValueError("a fact of the source quotes the source")
        return self

    @property
    def quotes(self) -> tuple[Quote, ...]:
        return tuple(e for e in self.evidence if isinstance(e, Quote))

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(e for e in self.evidence if isinstance(e, Citation))

    def part(self, name: str) -> Part | None:
        return next((p for p in self.parts if p.name == name), None)
