"""Which of these? The names of a list in the article, beside other names of their kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.facts import Fact
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, with_report
from explainer.quiz.listed import listed
from explainer.quiz.pool import Thing, named_thing
from explainer.quiz.stem_grammar import View
from explainer.quiz.told_of import Sort, wrong_name

_MOST, _WRONG = 4, 2
_SORTS: dict[str, Sort] = {"person": "person", "place": "place"}


def from_lists(desk: Desk, told: Sequence[tuple[Fact, View]]) -> Iterator[Draft]:
    """For each list of names of one kind, of which of these it is said."""
    for fact, view in told:
        found = listed(view)
        named = [named_thing(mention) for mention in found.named] if found else []
        kinds = {(n[0], n[2] if n[0] == "place" else "") for n in named if n}
        if found is None or len(kinds) != 1 or not all(named) or len(named) > _MOST:
            continue
        kind, form = next(iter(kinds))
        stem = found.stem.replace("of these", f"of these {_NOUNS.get(form or kind, '')}".rstrip())
        avoid = f"{desk.words_near(fact)} {stem}"
        keys = [
            _thing(desk, kind, n[1], m.text) for n, m in zip(named, found.named, strict=True) if n
        ]
        if kind == "person" and not all(" " in key.label for key in keys):
            continue
        rng = desk.rng(fact, "listed")
        others = distractors.names(desk.pool, kind, keys[0].label, form, avoid, rng, _WRONG)
        if len(others) == _WRONG:
            sort = _SORTS.get(kind, "name")
            yield desk.draft(
                "multiple_answer", with_report(fact, stem),
                [Choice(desk.call(key), cited(fact)) for key in keys],
                [wrong_name(desk, fact, desk.call(other), sort) for other in others], fact, 7.6,
            )  # fmt: skip


_NOUNS = {
    "person": "people", "country": "countries", "city": "towns", "region": "regions",
    "place": "places",
}  # fmt: skip


def _thing(desk: Desk, kind: str, label: str, text: str) -> Thing:
    return desk.pool.things.get(kind, {}).get(label) or Thing(kind, text, "")
