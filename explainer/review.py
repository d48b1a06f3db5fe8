"""What a teacher does to the items of a lesson, each edit held against the source at once.

Values in, values out: an edit gives a new Draft and what the checks say of it. An edit that a
check objects to changes nothing, unless the teacher keeps it openly as their own.
"""

from __future__ import annotations

import re
from collections import Counter

from explainer.draft import Draft, Edit, extraction_of, with_items
from explainer.facts import Fact
from explainer.findings import Finding
from explainer.quiz.check import accepted, check, check_beside
from explainer.quiz.item import Item
from explainer.verify import verify


def findings_of(draft: Draft, item: Item) -> tuple[Finding, ...]:
    """What the checks say of an item, alone and beside the others of the draft."""
    extraction, source = extraction_of(draft), draft.pack.source
    own = check(item, source, extraction)
    beside = [item, *(i for i in draft.pack.items if i.id != item.id)]
    found = (*own, *check_beside(beside, source, extraction)[0])
    if item.kind != "true_false" or accepted(found):
        return found
    # Which words of the statement the article does not bear out, for whoever has to mend it.
    held = verify(item.stem, extraction, strict=True).findings
    named = (f.model_copy(update={"severity": "warning"}) for f in held)
    return (*found, *named)


def put_item(draft: Draft, item: Item, *, own: bool = False) -> Edit:
    """The item in place of the one with its id, or at the end; not yet approved.

    `own` keeps it as the teacher's own where a check objects."""
    found = findings_of(draft, item)
    sound = accepted(found)
    if not sound and not own:
        return Edit(draft, found, done=False)
    item = item.model_copy(update={"origin": "source" if sound else "teacher"})
    old = draft.pack.items
    items = tuple(item if each.id == item.id else each for each in old)
    items = items if any(each.id == item.id for each in old) else (*old, item)
    rejected = tuple(r for r in draft.pack.rejected if r.item.id != item.id)
    changed = with_items(draft, draft.pack.model_copy(update={"rejected": rejected}), items)
    return Edit(approve(changed, item.id, False), found)


def approve(draft: Draft, id: str, yes: bool = True) -> Draft:
    left = tuple(each for each in draft.approved if each != id)
    return draft.model_copy(update={"approved": (*left, id) if yes else left})


def approve_sound(draft: Draft) -> Draft:
    """Every item that the checks accept, approved in one go; what was approved stays so."""
    sound = [i.id for i in draft.pack.items if accepted(findings_of(draft, i))]
    return draft.model_copy(update={"approved": tuple(dict.fromkeys([*draft.approved, *sound]))})


def approve_wording(draft: Draft, id: str, yes: bool = True) -> Draft:
    """What a model worded, for students or not."""
    wordings = tuple(
        each.model_copy(update={"approved": yes}) if each.id == id else each
        for each in draft.wordings
    )
    return draft.model_copy(update={"wordings": wordings})


def drop_wording(draft: Draft, id: str) -> Draft:
    wordings = tuple(each for each in draft.wordings if each.id != id)
    return draft.model_copy(update={"wordings": wordings})


def drop_item(draft: Draft, id: str) -> Draft:
    items = tuple(item for item in draft.pack.items if item.id != id)
    return approve(with_items(draft, draft.pack, items), id, False)


def move_item(draft: Draft, id: str, by: int) -> Draft:
    """The item `by` places later (earlier if negative), as far as there are places."""
    items = list(draft.pack.items)
    at = next(n for n, item in enumerate(items) if item.id == id)
    items.insert(max(0, min(at + by, len(items) - 1)), items.pop(at))
    return with_items(draft, draft.pack, tuple(items))


def fact_for(draft: Draft, words: str) -> Fact | None:
    """The fact that a question with these words asks about: it shares the most of them, the rarer
    among the facts the more. None where no word is shared."""
    told = {fact.id: _words(fact.statement) for fact in draft.pack.facts}
    rarity = Counter(word for said in told.values() for word in said)
    score = {id: sum(1 / rarity[w] for w in said & _words(words)) for id, said in told.items()}
    best = max(draft.pack.facts, key=lambda fact: score[fact.id], default=None)
    return best if best and score[best.id] > 0 else None


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def take_back(draft: Draft, id: str, *, own: bool = False) -> Edit:
    """A rejected item among the others again: the teacher's own, unless it passes now."""
    item = next(r.item for r in draft.pack.rejected if r.item.id == id)
    return put_item(draft, item, own=own)
