"""In which newspaper did it stand?"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.facts import Fact, Part
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, with_report
from explainer.quiz.standing import is_loose
from explainer.quiz.told_of import other_than


def published(desk: Desk, fact: Fact) -> Iterator[Draft]:
    author, work, outlet = (fact.part(n) for n in ("author", "work", "outlet"))
    if not author or not work or not outlet:
        return
    if "interview" in work.value:
        stem = f"To which newspaper or outlet did {author.value} give an interview?"
    else:
        stem = f"Where was the {work.value} by {author.value} published?"
    if is_loose(stem):
        return
    yield from _outlet_items(desk, fact, with_report(fact, stem), outlet)


def _outlet_items(desk: Desk, fact: Fact, stem: str, outlet: Part) -> Iterator[Draft]:
    """A question answered by a newspaper or journal, beside others the article names."""
    names = [
        p.value
        for f in desk.facts
        if f.kind == "published" and (p := f.part("outlet")) and p.value != outlet.value
    ]
    names += [n for n in (desk.reading.source.publisher,) if n]
    names += [m.medium for m in desk.pool.speech if m.medium and m.medium[:1].isupper()]
    names += [t.label for t in desk.pool.of("organisation")]
    near = desk.words_near(fact) + " " + stem + " " + outlet.value
    wrong = [n for n in dict.fromkeys(names) if not distractors.stands_in(n, near)][:2]
    if len(wrong) == 2 and not distractors.stands_in(outlet.value, stem):
        key = Choice(_in_place(outlet), cited(fact))
        yield desk.draft(
            "single_choice", stem, [key],
            [Choice(w, other_than(fact, "name")) for w in wrong], fact, rank=8.5,
        )  # fmt: skip


def _in_place(outlet: Part) -> str:
    return outlet.value.strip('"“” ')
