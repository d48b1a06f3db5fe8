"""A lesson under review: what a teacher does to it, each edit held against the source at once.

Values in, values out: an edit gives a new Draft and what the checks say of it. An edit that a
check objects to changes nothing, unless the teacher keeps it openly as their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import ValidationError

from explainer.extract.extract import Extraction, extract_from
from explainer.extract.gate import fact_id, prove
from explainer.extract.model import proposal_of
from explainer.extract.proposal import Proposal
from explainer.facts import Fact, Strict
from explainer.findings import Finding
from explainer.geography import places
from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.lesson_compose import compose_lesson
from explainer.pack import Pack, build_from
from explainer.quiz.check import accepted, check, check_beside
from explainer.quiz.item import Item
from explainer.source import Source
from explainer.timeline import timeline
from explainer.verify import verify


class Suggested(Strict):
    """What a model proposed and what became of it; `note` says why it stopped early."""

    model: str
    proposed: int = 0
    kept: int = 0
    refused: tuple[Finding, ...] = ()
    note: str | None = None


class Draft(Strict):
    """A lesson as the teacher sees it. Students see the items in `approved` and no others.

    `refused` are the proposals that the gate did not let through, `left_out` the pieces of the
    file that were not taken, `wanted` the number of items asked for.
    """

    format: Literal[1] = 1
    pack: Pack
    approved: tuple[str, ...] = ()
    refused: tuple[Finding, ...] = ()
    left_out: tuple[str, ...] = ()
    sentences: int = 0
    wanted: int | None = None
    suggested: Suggested | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """The draft after an edit, or as it was where `done` is false; what the checks found."""

    draft: Draft
    findings: tuple[Finding, ...] = ()
    done: bool = True


@lru_cache(maxsize=8)
def reading_of(source: Source) -> Reading:
    return read(source)


def make(
    source: Source,
    left_out: Sequence[str] = (),
    items: int | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Draft:
    """The whole draft by rules alone; `tell` hears what is done, in plain words."""
    reading = reading_of(source)
    tell(f"{len(reading.sentences)} sentences read")
    found = extract_from(reading)
    tell(f"{len(found.facts)} facts proven, {len(found.refused)} proposals refused")
    pack = build_from(found, items=items)
    tell(
        f"{len(pack.items) + len(pack.rejected)} questions made, {len(pack.items)} accepted, "
        f"{len(pack.rejected)} rejected"
    )
    return Draft(
        pack=pack,
        refused=found.refused,
        left_out=tuple(left_out),
        sentences=len(reading.sentences),
        wanted=items,
    )


def published(draft: Draft) -> Pack:
    """What students get: approved items only, and nothing of what was rejected."""
    approved = [item for item in draft.pack.items if item.id in draft.approved]
    return draft.pack.with_items(approved).model_copy(update={"rejected": ()})


def extraction_of(draft: Draft) -> Extraction:
    pack = draft.pack
    return Extraction(reading_of(pack.source), pack.facts, draft.refused)


def report(draft: Draft) -> str:
    """What was found, proven, refused, made and rejected, with reasons: Markdown to keep."""
    pack = draft.pack
    lines = [
        f"# {pack.title}",
        "",
        f"- {draft.sentences} sentences read, {len(pack.facts)} facts in the lesson",
        f"- {len(draft.refused)} proposals refused by the gate",
        f"- {len(pack.items)} questions, {len(draft.approved)} of them approved",
        f"- {len(pack.rejected)} questions rejected by the checks",
    ]
    if draft.wanted and len(pack.items) < draft.wanted:
        lines.append(f"- {draft.wanted} questions were asked for; the article carries fewer")
    if (told := draft.suggested) is not None:
        lines.append(f"- {told.model} proposed {told.proposed}, {told.kept} of it kept")
        lines += [f"- It stopped early: {told.note}"] if told.note else []
        lines += ["", "## The model's proposals that were refused", ""]
        lines += [f"- {f.code}: {f.message}" for f in told.refused]
    lines += ["", "## Proposals refused", ""]
    lines += [f"- {f.code}: {f.message}" for f in draft.refused] or ["None."]
    lines += ["", "## Questions rejected", ""]
    for rejected in pack.rejected:
        lines.append(f"- {rejected.item.stem}")
        lines += [f"  - {f.code}: {f.message}" for f in rejected.findings]
    lines += [] if pack.rejected else ["None."]
    own = [i.stem for i in pack.items if i.origin == "teacher"]
    own += [f.statement for f in pack.facts if f.origin == "teacher"]
    lines += ["", "## Kept as the teacher's own", "", *([f"- {each}" for each in own] or ["None."])]
    return "\n".join(lines) + "\n"


# Items


def findings_of(draft: Draft, item: Item) -> tuple[Finding, ...]:
    """What the checks say of an item, alone and beside the others of the draft."""
    extraction, source = extraction_of(draft), draft.pack.source
    own = check(item, source, extraction)
    beside = [item, *(i for i in draft.pack.items if i.id != item.id)]
    found = (*own, *check_beside(beside, source, extraction)[0])
    if item.kind != "true_false" or accepted(found):
        return found
    # Which words of the statement the article does not bear out, for whoever has to mend it.
    held = verify(item.stem, extraction).findings
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
    changed = _with_pack(draft, draft.pack.model_copy(update={"rejected": rejected}), items)
    return Edit(approve(changed, item.id, False), found)


def approve(draft: Draft, id: str, yes: bool = True) -> Draft:
    left = tuple(each for each in draft.approved if each != id)
    return draft.model_copy(update={"approved": (*left, id) if yes else left})


def approve_sound(draft: Draft) -> Draft:
    """Every item that the checks accept, approved in one go; what was approved stays so."""
    sound = [i.id for i in draft.pack.items if accepted(findings_of(draft, i))]
    return draft.model_copy(update={"approved": tuple(dict.fromkeys([*draft.approved, *sound]))})


def drop_item(draft: Draft, id: str) -> Draft:
    items = tuple(item for item in draft.pack.items if item.id != id)
    return approve(_with_pack(draft, draft.pack, items), id, False)


def move_item(draft: Draft, id: str, by: int) -> Draft:
    """The item `by` places later (earlier if negative), as far as there are places."""
    items = list(draft.pack.items)
    at = next(n for n, item in enumerate(items) if item.id == id)
    items.insert(max(0, min(at + by, len(items) - 1)), items.pop(at))
    return _with_pack(draft, draft.pack, tuple(items))


def take_back(draft: Draft, id: str, *, own: bool = False) -> Edit:
    """A rejected item among the others again: the teacher's own, unless it passes now."""
    item = next(r.item for r in draft.pack.rejected if r.item.id == id)
    return put_item(draft, item, own=own)


# Facts


def findings_of_fact(draft: Draft, fact: Fact) -> tuple[Finding, ...]:
    """What the gate and the verifier say of a statement and the words it rests on."""
    proposal = Proposal(
        kind=fact.kind, statement=fact.statement, evidence=fact.quotes,
        attribution=fact.attribution, mentions=fact.mentions,
    )  # fmt: skip
    gate = prove(draft.pack.source, proposal)
    first = (gate,) if isinstance(gate, Finding) else ()
    verdict = verify(fact.statement, extraction_of(draft))
    attributed = fact.attribution.kind != "narrator"
    # The fact itself says who says so; its statement need not say it again.
    told = (f for f in verdict.findings if not (attributed and f.code == "attribution-dropped"))
    return (*first, *(f for f in told if f not in first))


def put_fact(draft: Draft, fact: Fact, *, own: bool = False) -> Edit:
    """The fact in place of the one with its id, or in its place in the text."""
    old = draft.pack.fact(fact.id)
    if old is not None and old.statement == fact.statement and old.quotes == fact.quotes:
        return Edit(draft)
    found = findings_of_fact(draft, fact)
    sound = accepted(found)
    if not sound and not own:
        return Edit(draft, found, done=False)
    # The parts of the old wording may no longer be what the new one says.
    kept = {"origin": "source" if sound else "teacher", "parts": ()}
    fact = fact.model_copy(update=kept)
    facts = [each for each in draft.pack.facts if each.id != fact.id]
    facts.append(fact)
    facts.sort(key=lambda each: each.quotes[0].start if each.quotes else 0)
    return Edit(_with_facts(draft, tuple(facts)), found)


def drop_fact(draft: Draft, id: str) -> Edit:
    """Without the fact; not where the lesson's own words rest on it."""
    changed = _with_facts(draft, tuple(fact for fact in draft.pack.facts if fact.id != id))
    try:
        Pack.model_validate(changed.pack.model_dump())
    except ValidationError:
        said = "The text of this lesson rests on the fact: change the lesson first."
        return Edit(draft, (Finding(code="in-use", severity="error", message=said),), done=False)
    return Edit(changed)


def new_fact(draft: Draft, statement: str, words: str) -> Fact | Finding:
    """A fact that a teacher adds: a statement and the words of the article it rests on."""
    if not statement.strip():
        return Finding(code="no-statement", severity="error", message="Write the statement first.")
    made = proposal_of(reading_of(draft.pack.source), statement, words, "teacher")
    if isinstance(made, Finding):
        return made
    return Fact(
        id=fact_id(made), kind=made.kind, statement=made.statement, evidence=made.evidence,
        attribution=made.attribution, mentions=made.mentions,
    )  # fmt: skip


def _with_facts(draft: Draft, facts: tuple[Fact, ...]) -> Draft:
    """New facts, and the timeline, places and steps that follow from them; a curated lesson
    keeps its own."""
    pack = draft.pack
    there = {fact.id for fact in (*facts, *pack.background_facts)}
    items = tuple(
        item.model_copy(update={"fact_ids": tuple(f for f in item.fact_ids if f in there)})
        for item in pack.items
    )
    update: dict[str, object] = {"facts": facts}
    if not pack.background_facts and not pack.references:
        own = tuple(fact for fact in facts if fact.origin == "source")
        extraction = Extraction(reading_of(pack.source), own, draft.refused)
        found, report = timeline(extraction), places(extraction)
        update |= {
            "timeline": found,
            "places": report.placed,
            "unplaced": report.unplaced,
            "lesson": compose_lesson(extraction, found, report, items),
        }
    return _with_pack(draft, pack.model_copy(update=update), items)


def _with_pack(draft: Draft, pack: Pack, items: tuple[Item, ...]) -> Draft:
    """With these items; the step that checks asks them all, in their order."""
    pack = pack.with_items(items)
    steps = tuple(
        step.model_copy(update={"item_ids": tuple(item.id for item in items)})
        if step.kind == "check" and not pack.references
        else step
        for step in pack.lesson.steps
    )
    lesson = pack.lesson.model_copy(update={"steps": steps})
    return draft.model_copy(update={"pack": pack.model_copy(update={"lesson": lesson})})
