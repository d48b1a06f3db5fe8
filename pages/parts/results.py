"""How an attempt went: in words, by paragraph and by objective, and what to look at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import streamlit as st

from explainer.pack import Pack
from explainer.quiz.item import Item
from explainer.quiz.attempt import Attempt
from pages.parts.data import attempts, now
from pages.parts.record import record
from pages.parts.words import escaped, plain


def show_results(attempt: Attempt, pack: Pack) -> None:
    attempts().finish(attempt.token, now())
    right = sum(response.right for response in attempt.responses)
    missed = missed_items(attempt)
    st.html('<p class="x-kicker">Quiz finished</p>')
    st.title(f"{right} of {len(attempt.items)} right")
    st.progress(right / max(len(attempt.items), 1))
    _show_confidence(attempt)
    if missed:
        st.subheader("Look at these again")
        for item in missed:
            st.page_link(
                "learn/quiz.py", label=plain(item.stem), icon=":material/close:",
                query_params={"t": attempt.token, "item": item.id},
            )  # fmt: skip
        if st.button("Try the missed ones again", type="primary", key="retry"):
            _retry(attempt, pack, missed)
    else:
        st.write("Nothing missed.")
    objectives = by_objective(attempt, pack)
    if objectives:
        st.subheader("By objective")
        st.html(_table("Objective", objectives))
    st.subheader("By paragraph of the article")
    st.html(_table("Paragraph", by_paragraph(attempt, pack)))
    with st.container(horizontal=True):
        st.download_button(
            "Save a record to print", record(attempt, pack), file_name="quiz-record.html",
            mime="text/html", icon=":material/print:", on_click="ignore",
        )  # fmt: skip
        if st.button("Begin a new quiz", key="again"):
            st.session_state.pop("attempt", None)
            st.query_params.clear()
            st.rerun()


def missed_items(attempt: Attempt) -> list[Item]:
    wrong = {response.item_id for response in attempt.responses if not response.right}
    return [item for item in attempt.items if item.id in wrong]


def _retry(attempt: Attempt, pack: Pack, missed: list[Item]) -> None:
    """A new attempt at what was missed, each fact asked another way where there is one."""
    now_asked = (*pack.items, *pack.variants)
    known = {item.id for item in now_asked}
    pool = now_asked if all(item.id in known for item in missed) else attempt.items
    other = {item.variant_of: item.id for item in pool if item.variant_of}
    # Missed as a variant: back to the first form.
    asked = [other.get(item.id) or item.variant_of or item.id for item in missed]
    there = {item.id for item in pool}
    asked = [a if a in there else item.id for a, item in zip(asked, missed, strict=True)]
    begun = attempts().begin(pack.id, pool, now(), asked=asked, retry_of=attempt.token)
    st.session_state["attempt"] = begun.token
    st.query_params.from_dict({"t": begun.token})
    st.rerun()


def _show_confidence(attempt: Attempt) -> None:
    told = [r for r in attempt.responses if r.confidence is not None]
    if not told:
        return
    counts: dict[tuple[int, bool], int] = defaultdict(int)
    for response in told:
        counts[response.confidence or 0, response.right] += 1
    names = {3: "Sure", 2: "Thought so", 1: "Guessed"}
    parts = [
        f"{names[level]}: {counts[level, True]} right, {counts[level, False]} not"
        for level in (3, 2, 1)
        if counts[level, True] or counts[level, False]
    ]
    st.html(f'<p class="x-muted">{escaped(". ".join(parts))}.</p>')
    if counts[3, False]:
        st.write("Those you were sure of and missed are worth the closest look.")


Counts = list[tuple[str, int, int]]


def _count(pairs: Iterable[tuple[str, bool]]) -> Counts:
    rights: dict[str, list[bool]] = defaultdict(list)
    for name, right in pairs:
        rights[name].append(right)
    return [(name, sum(each), len(each)) for name, each in rights.items()]


def by_paragraph(attempt: Attempt, pack: Pack) -> Counts:
    rows = []
    for item in attempt.items:
        response = attempt.response(item.id)
        at = pack.source.paragraph_at(item.evidence[0].start) if item.evidence else None
        rows.append((-1 if at is None else at, response is not None and response.right))
    named = [("Background" if at < 0 else str(at + 1), right) for at, right in sorted(rows)]
    return _count(named)


def by_objective(attempt: Attempt, pack: Pack) -> Counts:
    """Each item counts once for every objective of the steps it belongs to; the step that only
    checks has them all, so it tells nothing."""
    pairs: dict[tuple[str, str], bool] = {}
    teaching = [step for step in pack.lesson.steps if step.kind != "check"]
    for item in attempt.items:
        response = attempt.response(item.id)
        for step in teaching:
            if item.id in step.item_ids or set(step.fact_ids) & set(item.fact_ids):
                for id in step.objective_ids:
                    pairs[id, item.id] = response is not None and response.right
    texts = {objective.id: objective.text for objective in pack.lesson.objectives}
    named = [(texts[id], right) for (id, _), right in pairs.items() if id in texts]
    order = list(texts.values())
    return sorted(_count(named), key=lambda row: order.index(row[0]))


def _table(head: str, rows: Counts) -> str:
    body = "".join(
        f'<tr><th scope="row">{escaped(name)}</th><td>{right} of {asked}</td></tr>'
        for name, right, asked in rows
    )
    return (
        f'<div class="x-scroll"><table class="x-table"><thead><tr><th scope="col">{head}</th>'
        f'<th scope="col">Right</th></tr></thead><tbody>{body}</tbody></table></div>'
    )
