"""A question that a name answers, beside other names of its kind in the article."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.facts import Fact
from explainer.mention import NameMention, PlaceMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.told_of import SORTS, wrong_name


def name_items(
    desk: Desk, fact: Fact, stem: str, mention: NameMention | PlaceMention, rank: float
) -> Iterator[Draft]:
    """A question answered by a name, if the article has two other names of its kind."""
    named = desk.pool.named(mention)
    if named is not None:
        yield from choice_of(desk, fact, stem, *named, rank)


def choice_of(
    desk: Desk, fact: Fact, stem: str, kind: str, label: str, form: str, rank: float
) -> Iterator[Draft]:
    known = desk.pool.things.get(kind, {}).get(label)
    if kind == "person" and known is None and label in desk.pool.things.get("organisation", {}):
        return  # a firm that was taken for a person
    others = distractors.names(
        desk.pool, kind, known.label if known else label, form,
        desk.words_near(fact) + " " + stem, desk.rng(fact, kind, label),
    )  # fmt: skip
    if len(others) < distractors.WRONG or distractors.stands_in(label, stem):
        return
    key = Choice(desk.call(known) if known else label, cited(fact))
    sort = SORTS.get(kind, "name")
    wrong = [wrong_name(desk, fact, desk.call(other), sort) for other in others]
    yield desk.draft("single_choice", stem, [key], wrong, fact, rank)
