"""A lesson: steps with objectives, what each shows, and what a teacher needs to give it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from explainer.facts import Strict
from explainer.fields import FactIds, Id, Note, Quotes, ReferenceIds
from explainer.quiz.item import Item, Level, Option

StepKind = Literal[
    "source", "where", "then", "now", "voices", "next", "unknown", "check", "discuss"
]
FigureKind = Literal[
    "source_card", "map", "relief", "profile", "timeline", "comparison", "people", "claims",
    "quotes",
]  # fmt: skip
Assessment = Literal[
    "supported", "imprecise", "contradicted", "one interested voice", "not verifiable"
]


class Grounded(Strict):
    """Something that rests on the source, on references, or on both.

    An author gives `quotes`, words of the source to the letter; building the pack replaces them
    by `evidence` (the quote at its place) and `fact_ids` (the facts that rest on these words).
    """

    quotes: tuple[str, ...] = Field(default=(), description="words of the source, to the letter")
    evidence: Quotes = ()
    fact_ids: FactIds = ()
    reference_ids: ReferenceIds = ()


class Objective(Strict):
    id: Id
    text: str = Field(description="what a student can do after the lesson: starts with a verb")


class Passage(Grounded):
    """One paragraph, in full and in plain language."""

    full: str = Field(min_length=1, description="for about grade 9")
    plain: str = Field(
        default="", description="the same for about grade 6, nothing added; empty: nobody wrote one"
    )

    def told(self, easy: bool) -> str:
        """The plain text where it is asked for and there is one, else the full one."""
        return self.plain or self.full if easy else self.full


class Figure(Strict):
    """What to look at beside the text. `ids` name what it shows: event, place, comparison,
    person or claim ids, by its kind; none means all."""

    kind: FigureKind = Field(description="what kind of figure")
    ids: tuple[str, ...] = Field(
        default=(), description="ids of what it shows, by its kind; none means all"
    )
    theme: str | None = Field(default=None, description="of a timeline: the period to open")
    caption: str = Field(description="what a reader should see in it")
    beside: int = Field(
        default=0, ge=0, description="number of the paragraph it belongs to; 0: to the whole step"
    )
    folded: bool = Field(
        default=False, description="for who wants to know more: opened on demand, not on the wall"
    )


class Misunderstanding(Strict):
    wrong: str = Field(description="what students may come to believe")
    answer: str = Field(description="what to say to it")


class Teacher(Strict):
    """Notes for the person who gives the step."""

    aim: str = Field(description="what the step is for, in a sentence")
    minutes: int = Field(gt=0, le=60, description="planned length")
    say: tuple[str, ...] = Field(description="sentences to say, in order")
    misunderstandings: tuple[Misunderstanding, ...] = Field(
        default=(), description="what students are likely to get wrong"
    )
    discussion: tuple[str, ...] = Field(
        default=(), description="questions with no single right answer"
    )


class Question(Grounded):
    """One question inside a step, with a rationale for every option."""

    id: Id
    kind: Literal["single_choice", "multiple_answer", "true_false", "order"] = Field(
        default="single_choice", description="how it is answered"
    )
    stem: str = Field(min_length=1, description="the question, without a quiet not")
    options: tuple[Option, ...] = Field(
        min_length=2, description="answers offered, each with a rationale for the student"
    )
    key: tuple[str, ...] = Field(
        min_length=1, description="ids of the right options; of order, all of them in order"
    )
    level: Level = Field(default="recall", description="what it asks for")

    @model_validator(mode="after")
    def _key_is_among_the_options(self) -> Self:
        offered = {option.id for option in self.options}
        if missing := [id for id in self.key if id not in offered]:
            raise ValueError(f"the key names no option: {', '.join(missing)}")
        return self

    def item(self) -> Item:
        """The same question in the form every quiz part knows."""
        return Item(
            id=self.id, kind=self.kind, stem=self.stem, options=self.options, key=self.key,
            fact_ids=self.fact_ids, evidence=self.evidence, level=self.level,
        )  # fmt: skip


class Step(Strict):
    """One step, one idea. `carried` is false where the article's facts do not carry the step;
    `note` then says so to the reader."""

    id: Id
    kind: StepKind = Field(description="its place in the order that teaches")
    title: str = Field(description="its name as a reader sees it")
    idea: str = Field(description="the one thing to take away, in a sentence")
    teacher: Teacher = Field(description="notes for who gives it")
    objective_ids: tuple[str, ...] = Field(default=(), description="objectives it serves")
    passages: tuple[Passage, ...] = Field(default=(), description="its paragraphs")
    figures: tuple[Figure, ...] = Field(default=(), description="what to look at beside them")
    term_ids: tuple[str, ...] = Field(
        default=(), description="words explained here, ids from glossary.yaml"
    )
    question: Question | None = Field(default=None, description="one question of its own")
    item_ids: tuple[str, ...] = Field(default=(), description="quiz items to ask in this step")
    carried: bool = Field(
        default=True, description="false where the facts of an article do not carry it"
    )
    note: Note = None

    @model_validator(mode="after")
    def _figures_stand_beside_paragraphs(self) -> Self:
        if any(figure.beside > len(self.passages) for figure in self.figures):
            raise ValueError(f"step {self.id}: a figure stands beside no paragraph")
        return self

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """Every fact the step stands on, once, in order."""
        asked = self.question.fact_ids if self.question else ()
        return tuple(dict.fromkeys([*(f for p in self.passages for f in p.fact_ids), *asked]))


class Lesson(Strict):
    objectives: tuple[Objective, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def minutes(self) -> int:
        return sum(step.teacher.minutes for step in self.steps)

    def step(self, id: str) -> Step | None:
        return next((step for step in self.steps if step.id == id), None)
