"""What a lesson sets beside its text: people, terms, claims weighed, numbers compared."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from explainer.facts import Stance, Strict
from explainer.fields import Id, Name, PlaceIds, ReferenceIds, Spellings
from explainer.lesson import Assessment, Grounded


class Term(Grounded):
    """A word worth explaining. `forms` are the words of a text it explains."""

    id: Id
    term: str = Field(description="the word")
    forms: tuple[str, ...] = Field(default=(), description="other forms to recognise in a text")
    definition: str = Field(description="for about grade 9")
    plain: str = Field(description="the same for about grade 6")


class Person(Grounded):
    id: Id
    name: Name
    spellings: Spellings = ()
    born: str | None = Field(default=None, description="ISO, as precise as known")
    died: str | None = Field(default=None, description="ISO, as precise as known")
    side: str = Field(description="group on the map of people: which side or role")
    role: str = Field(description="who this is, neutral, in a sentence or two")
    check: str | None = Field(default=None, description="what to know beside what the article says")


class Relation(Grounded):
    """From one person (or group) to another, as a verb: "is the son of"."""

    from_id: str = Field(description="a person or a group")
    to_id: str = Field(description="a person or a group")
    relation: str = Field(description="the verb between them")
    certainty: Literal["well attested", "reported", "claimed by one side"] = Field(
        default="well attested", description="how well it is known"
    )


class Group(Strict):
    """A group, state or outlet on the map of people."""

    id: Id
    name: Name
    about: str = Field(description="what it is, in a sentence or two")
    reference_ids: ReferenceIds = ()


class People(Strict):
    persons: tuple[Person, ...] = Field(default=(), description="people of the lesson")
    groups: tuple[Group, ...] = Field(default=(), description="groups, states, outlets")
    relations: tuple[Relation, ...] = Field(default=(), description="who is what to whom")

    @model_validator(mode="after")
    def _relations_join_people(self) -> Self:
        known = {p.id for p in self.persons} | {g.id for g in self.groups}
        for relation in self.relations:
            for id in (relation.from_id, relation.to_id):
                if id not in known:
                    raise ValueError(f"relation '{relation.relation}': nobody has the id '{id}'")
        return self


class Claim(Grounded):
    """A "How do we know?" card: a statement of the article beside independent reports."""

    id: Id
    title: str = Field(description="the claim in a few words")
    says: str = Field(description="what the article says, reported, in our words")
    reports: str = Field(description="what independent reports say")
    assessment: Assessment = Field(description="what the reports make of the claim")
    confidence: str = Field(description="how sure we can be, in words")
    lesson: str = Field(description="what this teaches about reading the news")
    on_map: bool = Field(default=False, description="a statement the map can be read against")
    map_says: str | None = Field(default=None, description="what the map says to it")
    place_ids: PlaceIds = ()


class Estimate(Grounded):
    """One value given by one voice. `high` differs from `low` where a range is given."""

    who: str = Field(description="whose value it is")
    group: str | None = Field(default=None, description="heading of the comparison it stands under")
    low: float = Field(description="the value, or the lower end of a range")
    high: float | None = Field(default=None, description="the upper end of a range")
    words: str = Field(description="the value as they put it, in our words")
    bound: Literal["about", "at least", "at most", "more than", "less than"] | None = Field(
        default=None, description="how the value is hedged"
    )
    stance: Stance = Field(default="estimate", description="as what it is given")
    about: str | None = Field(default=None, description="what else to know about the value")

    @model_validator(mode="after")
    def _range_in_order(self) -> Self:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"the range {self.low}-{self.high} runs backwards")
        return self


class Comparison(Strict):
    """One number as different voices give it."""

    id: Id
    title: str = Field(description="what is compared, as a question or a few words")
    question: str = Field(description="the question the values answer differently")
    unit: str = Field(description="what is counted")
    conclusion: str = Field(description="what can be said in the end, and how surely")
    groups: tuple[str, ...] = Field(default=(), description="headings in the order shown, if any")
    estimates: tuple[Estimate, ...] = Field(description="the values, in the order shown")

    @model_validator(mode="after")
    def _groups_are_declared(self) -> Self:
        for estimate in self.estimates:
            if estimate.group is not None and estimate.group not in self.groups:
                raise ValueError(f"'{estimate.group}' is not among the groups")
        return self
