"""The form in which a teacher plans a quiz."""

from __future__ import annotations

import streamlit as st

from explainer.pack import Pack
from explainer.pack_plan import background_items
from explainer.quiz.item import ItemKind, Level
from explainer.quiz.plan import KINDS, LEVELS, MOST_ITEMS, Levels, Plan
from pages.parts.words import plain

KIND_NAMES: dict[ItemKind, str] = {
    "single_choice": "Single choice", "multiple_answer": "Several answers",
    "true_false": "True or false", "number_entry": "A number to enter", "order": "Put in order",
    "match": "Match", "gap": "Fill the gap", "who_said": "Who said it?",
    "fact_or_claim": "Fact or claim?", "find_evidence": "Find the evidence",
    "place_on_map": "Place it on the map", "on_timeline": "Where on the timeline?",
}  # fmt: skip
LEVEL_NAMES: dict[Level, str] = {
    "recall": "Recall: find one fact",
    "connect": "Connect: join two facts",
    "infer": "Infer: who says so, why, in what order",
}
START = Plan(items=10)


def plan_form(pack: Pack, set_before: Plan | None, key: str) -> Plan:
    """The plan as the form stands, beginning with the one set before."""
    was = set_before or START
    items = st.number_input(
        "How many questions?", 1, MOST_ITEMS, min(was.length, MOST_ITEMS), key=f"{key}-items"
    )
    kinds = st.pills(
        "Kinds of question", KINDS, default=was.kinds, selection_mode="multi", wrap=True,
        format_func=KIND_NAMES.__getitem__, key=f"{key}-kinds",
        help="Choose none to let every kind in.",
    )  # fmt: skip
    levels = _levels(was, key)
    objectives, paragraphs = _coverage(pack, was, key)
    background = bool(background_items(pack.lesson)) and st.toggle(
        "Also ask about the background, beyond the article", was.background,
        key=f"{key}-background",
    )  # fmt: skip
    return Plan(
        items=int(items), kinds=tuple(kinds), levels=levels, objectives=objectives,
        paragraphs=paragraphs, background=background,
    )  # fmt: skip


def _levels(was: Plan, key: str) -> Levels:
    st.html(
        '<p class="x-muted">Levels, in parts: 2, 1, 1 makes half of the quiz recall. '
        "All at 0 leaves the mix to the article.</p>"
    )
    shares = {}
    for level, column in zip(LEVELS, st.columns(3, vertical_alignment="bottom"), strict=True):
        shares[level] = column.number_input(
            LEVEL_NAMES[level], 0, 9, min(was.levels.share(level), 9), key=f"{key}-{level}"
        )
    return Levels(**{level: int(share) for level, share in shares.items()})


def _coverage(pack: Pack, was: Plan, key: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    texts = {objective.id: plain(objective.text) for objective in pack.lesson.objectives}
    source = pack.source
    starts = {
        number: plain(" ".join(source.text[block.start : block.end].split()[:6]))
        for number, block in enumerate(source.prose, 1)
    }
    objectives = st.multiselect(
        "Objectives", list(texts), [o for o in was.objectives if o in texts],
        format_func=texts.__getitem__, placeholder="All of them, as evenly as can be",
        key=f"{key}-objectives",
    ) if texts else []  # fmt: skip
    paragraphs = st.multiselect(
        "Paragraphs of the article", list(starts), [n for n in was.paragraphs if n in starts],
        format_func=lambda n: f"{n}: {starts[n]} …", placeholder="All of them, as evenly as can be",
        key=f"{key}-paragraphs",
    )  # fmt: skip
    return tuple(objectives), tuple(sorted(paragraphs))
