"""The quiz that a plan gives: how long, what it covers, and its questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import streamlit as st

from explainer.pack import Pack
from explainer.pack_plan import goals_of
from explainer.quiz.item import Item, option_texts
from explainer.quiz.plan import LEVELS, Plan
from pages.parts.plan_form import KIND_NAMES
from pages.parts.words import escaped, plain


def show_quiz(pack: Pack, plan: Plan) -> None:
    """How many questions came of the plan, why there are no more, and what they are."""
    if pack.short:
        st.warning(plain(pack.short))
    else:
        st.success(f"{len(pack.items)} of {plan.length} questions, each checked.")
    if not pack.items:
        return
    st.html(f'<p class="x-muted">{escaped(_levels(pack.items))}. {escaped(_paragraphs(pack))}.</p>')
    st.subheader("The questions", anchor=False)
    st.html(f"<ol>{''.join(map(_row, pack.items))}</ol>")
    if pack.lesson.objectives:
        st.subheader("Objectives", anchor=False)
        st.html(_table(_by_objective(pack)))


def _row(item: Item) -> str:
    between = " → " if item.kind in ("order", "match") else " / "
    key = between.join(option_texts(item, item.key))
    origin = {
        "background": ' <span class="x-mark background">Background</span>',
        "teacher": ' <span class="x-mark teacher">✎ Your own</span>',
    }.get(item.origin, "")
    key = "" if item.kind == "place_on_map" else f"<br>✓ {escaped(key)}"
    return (
        f"<li><p><b>{escaped(item.stem)}</b>{key}<br>"
        f'<span class="x-muted">{KIND_NAMES[item.kind]}</span>{origin}</p></li>'
    )


def _levels(items: Sequence[Item]) -> str:
    counts = Counter(item.level for item in items)
    return ", ".join(f"{counts[level]} {level}" for level in LEVELS if counts[level])


def _by_objective(pack: Pack) -> list[tuple[str, int]]:
    """Every objective, those without a question too; a question may serve several."""
    goals = goals_of(pack.lesson)
    counts = Counter(
        goal
        for item in pack.items
        for goal in {g for id in (item.id, *item.fact_ids) for g in goals.get(id, ())}
    )
    return [(objective.text, counts[objective.id]) for objective in pack.lesson.objectives]


def _paragraphs(pack: Pack) -> str:
    """Which paragraphs are asked about, and how often where it is more than once."""
    told: Counter[int] = Counter()
    for item in pack.items:
        at = pack.source.paragraph_at(item.evidence[0].start) if item.evidence else None
        told[-1 if at is None or item.origin == "background" else at] += 1
    named = [f"{n + 1}" + (f" ({told[n]})" if told[n] > 1 else "") for n in sorted(told) if n >= 0]
    words = f"Paragraphs {', '.join(named)} of {len(pack.source.prose)}" if named else ""
    more = f"{told[-1]} on the background" if told[-1] else ""
    return "; ".join(filter(None, (words, more)))


def _table(rows: Iterable[tuple[str, int]]) -> str:
    body = "".join(
        f'<tr><th scope="row">{escaped(name)}</th><td>{count or "none"}</td></tr>'
        for name, count in rows
    )
    return (
        '<div class="x-scroll"><table class="x-table"><thead><tr><th scope="col">Objective</th>'
        f'<th scope="col">Questions</th></tr></thead><tbody>{body}</tbody></table></div>'
    )
