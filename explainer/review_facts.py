"""What a teacher does to the facts of a lesson: each edit goes through gate and verifier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from explainer.draft import Draft, Edit, extraction_of, reading_of, with_items
from explainer.extract.extract import Extraction
from explainer.extract.gate import fact_id, prove
from explainer.extract.model import proposal_of
from explainer.extract.proposal import Proposal
from explainer.facts import Fact
from explainer.findings import Finding
from explainer.geography import places
from explainer.lesson import Lesson, Passage
from explainer.lesson_compose import compose_lesson, keep_wording
from explainer.pack import Pack
from explainer.placing import pointed, with_own
from explainer.quiz.check import accepted
from explainer.timeline_make import timeline
from explainer.verify import verify


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
    """The fact in place of the one with its id, or before the first that the text tells later."""
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
    facts = list(draft.pack.facts)
    if old is not None:
        facts[facts.index(old)] = fact
    else:
        later = (n for n, each in enumerate(facts) if _starts(each) > _starts(fact))
        facts.insert(next(later, len(facts)), fact)
    return Edit(with_facts(draft, tuple(facts)), found)


def _starts(fact: Fact) -> int:
    return fact.quotes[0].start if fact.quotes else 0


def move_fact(draft: Draft, id: str, by: int) -> Draft:
    """The fact `by` places later (earlier if negative), as far as there are places; the steps
    tell the facts in this order."""
    facts = list(draft.pack.facts)
    at = next(n for n, fact in enumerate(facts) if fact.id == id)
    facts.insert(max(0, min(at + by, len(facts) - 1)), facts.pop(at))
    return with_facts(draft, tuple(facts))


def drop_fact(draft: Draft, id: str) -> Edit:
    """Without the fact; not where the lesson's own words rest on it."""
    changed = with_facts(draft, tuple(fact for fact in draft.pack.facts if fact.id != id))
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


def changed_fact(draft: Draft, fact: Fact, statement: str, words: str) -> Fact | Finding:
    """The fact with another statement, or resting on other words of the article."""
    same = "".join(words.split()) in {"".join(q.quote.split()) for q in fact.quotes}
    if same and statement.strip():
        return fact.model_copy(update={"statement": statement.strip()})
    made = new_fact(draft, statement, words)
    return made if isinstance(made, Finding) else made.model_copy(update={"id": fact.id})


def steps_of_own(draft: Draft) -> dict[str, str]:
    """The teacher's own facts that a step tells: step ids by fact id."""
    own = _told_by_teacher(draft.pack.facts)
    return {
        passage.fact_ids[0]: step.id
        for step in draft.pack.lesson.steps
        for passage in step.passages
        if passage in own
    }


def tell_in_step(draft: Draft, fact_id: str, step_id: str | None) -> Draft:
    """The teacher's own fact told at the end of that step, or in none."""
    where = steps_of_own(draft)
    where.pop(fact_id, None)
    if step_id is not None:
        where[fact_id] = step_id
    return with_facts(draft, draft.pack.facts, where)


def _told_by_teacher(facts: Iterable[Fact]) -> list[Passage]:
    """How a step tells each of the teacher's own facts."""
    return [
        Passage(full=f.statement, plain=f.statement, evidence=f.quotes, fact_ids=(f.id,))
        for f in facts
        if f.origin == "teacher"
    ]


def _telling(
    lesson: Lesson, before: Iterable[Fact], facts: Iterable[Fact], where: Mapping[str, str]
) -> Lesson:
    """The lesson with the teacher's own facts in the steps that tell them, and nowhere else."""
    old, new = _told_by_teacher(before), _told_by_teacher(facts)
    steps = []
    for step in lesson.steps:
        told = [p for p in new if where.get(p.fact_ids[0]) == step.id]
        passages = (*(p for p in step.passages if p not in old), *told)
        more = {"carried": True, "note": None} if told and not step.carried else {}
        steps.append(step.model_copy(update={"passages": passages, **more}))
    return lesson.model_copy(update={"steps": tuple(steps)})


def with_facts(
    draft: Draft, facts: tuple[Fact, ...], where: Mapping[str, str] | None = None
) -> Draft:
    """New facts, and the timeline, places and steps that follow from them; a curated lesson
    keeps its own. `where` says which steps tell the teacher's own facts; as before by default."""
    pack, where = draft.pack, steps_of_own(draft) if where is None else where
    there = {fact.id for fact in (*facts, *pack.background_facts)}
    items = tuple(
        item.model_copy(update={"fact_ids": tuple(f for f in item.fact_ids if f in there)})
        for item in pack.items
    )
    update: dict[str, object] = {"facts": facts}
    if not pack.background_facts and not pack.references:
        own = tuple(fact for fact in facts if fact.origin == "source")
        points = [place for place in pack.places if place.origin == "teacher"]
        extraction = pointed(Extraction(reading_of(pack.source), own, draft.refused), points)
        found, report = timeline(extraction), with_own(places(extraction), points)
        update |= {
            "timeline": found,
            "places": report.placed,
            "unplaced": report.unplaced,
            "lesson": keep_wording(pack.lesson, compose_lesson(extraction, found, report, items)),
        }
    pack = pack.model_copy(update=update)
    lesson = _telling(pack.lesson, draft.pack.facts, facts, where)
    return with_items(draft, pack.model_copy(update={"lesson": lesson}), items)
