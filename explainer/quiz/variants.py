"""The same fact asked another way, for a second try."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from explainer.extract.extract import Extraction
from explainer.quiz.check import accepted, check
from explainer.quiz.draft import Draft
from explainer.quiz.item import Item

_MOST_TRIED = 6


def another_way(
    items: Sequence[Item], drafts: Sequence[Draft], extraction: Extraction, seed: int
) -> tuple[Item, ...]:
    """For each item, where there is one, a checked item of the same fact but not of the same
    kind and stem; `variant_of` is the id of the item. None is used twice."""
    taken = {item.id for item in items}
    rng = Random(f"{seed}|variants")
    found = []
    for item in items:
        if item.kind == "place_on_map":
            continue  # where it lies can be asked in one way only
        ranked = sorted(
            (d for d in drafts if d.id not in taken and _same_fact(d, item)),
            key=lambda d, i=item: (d.kind == i.kind, -d.rank, d.id),  # type: ignore[misc]
        )
        for draft in ranked[:_MOST_TRIED]:
            made = draft.item(rng.randrange(3), Random(f"{seed}|{draft.id}|variant"))
            if accepted(check(made, extraction.reading.source, extraction)):
                taken.add(made.id)
                found.append(made.model_copy(update={"variant_of": item.id}))
                break
    return tuple(found)


def _same_fact(draft: Draft, item: Item) -> bool:
    if draft.kind in ("order", "match") or draft.stem == item.stem:
        return False
    if any(fact.id in item.fact_ids for fact in draft.facts):
        return True
    # Another fact of the sentence will do if it has the same answer.
    answers = {o.text for o in item.options if o.id in item.key} | set(item.key)
    mine = {c.text for c in draft.right} | ({draft.number} if draft.number else set())
    here = any(q.start <= draft.about < q.end for q in item.evidence)
    return here and draft.kind != "true_false" and bool(answers & mine)
