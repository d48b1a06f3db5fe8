"""How a step of a lesson is put together: facts become passages that say who says so."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.facts import Fact
from explainer.lesson import Figure, Passage, Step, StepKind, Teacher

MOST_PASSAGES = 6
OBJECTIVES: dict[StepKind, str] = {
    "source": "Say who made this text, when, and from what.",
    "where": "Show the places of the text on a map and say why they matter in it.",
    "then": "Put what happened before into order.",
    "now": "Describe what the text reports, and tell a number from an estimate.",
    "voices": "Name who says what, and tell statement, estimate, claim and opinion apart.",
    "unknown": "Say what the text leaves open and where one could look further.",
}


def told(fact: Fact) -> str:
    """A fact as a sentence that says who says it."""
    who, words = fact.attribution, fact.statement
    if who.speaker is None:
        return f"The writer's view: “{words}”" if who.stance == "opinion" else words
    if _named_in(who.speaker, words):
        return words
    said = "In the view of" if who.stance == "opinion" else "According to"
    return f"{said} {who.speaker}: “{words.strip('“”')}”"


def _named_in(speaker: str, statement: str) -> bool:
    return speaker.split()[-1].casefold() in statement.casefold()


def passages_of(facts: Iterable[Fact]) -> tuple[Passage, ...]:
    """One passage a fact; of facts that tell of the same words only the first."""
    passages: dict[tuple[int, int], Passage] = {}
    for fact in facts:
        first = fact.quotes[0]
        passages.setdefault(
            (first.start, first.end),
            Passage(full=told(fact), evidence=fact.quotes, fact_ids=(fact.id,)),
        )
        if len(passages) == MOST_PASSAGES:
            break
    return tuple(passages.values())


def step_of(
    kind: StepKind,
    title: str,
    idea: str,
    *,
    minutes: int,
    say: str,
    passages: tuple[Passage, ...],
    missing: str | None = None,
    figures: tuple[Figure, ...] = (),
    discussion: tuple[str, ...] = (),
) -> Step:
    """A step; `missing` is what to tell the reader where no passage could be made."""
    carried = bool(passages) or missing is None
    return Step(
        id=kind,
        kind=kind,
        title=title,
        idea=idea,
        objective_ids=(f"o-{kind}",) if kind in OBJECTIVES else (),
        teacher=Teacher(aim=idea, minutes=minutes, say=(say,), discussion=discussion),
        passages=passages,
        figures=figures if carried else (),
        carried=carried,
        note=None if carried else missing,
    )
