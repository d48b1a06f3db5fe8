"""How an attempt went: in words, by paragraph and by objective, and what to look at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import streamlit as st

from explainer.pack import Pack
from explainer.quiz.attempt import SURE, Attempt
from pages.parts.data import attempts, now
from pages.parts.progress import here, show_next_review
from pages.parts.record import record
from pages.parts.resume import leave_attempt, open_attempt, show_lesson_title, show_way_back
from pages.parts.words import escaped, plain


def show_results(attempt: Attempt, pack: Pack) -> None:
    attempts().finish(attempt.token, now())
    right = sum(response.right for response in attempt.responses)
    st.html(f'<p class="x-kicker">{"Review" if attempt.retry_of else "Quiz"} finished</p>')
    st.title(f"{right} of {len(attempt.items)} right")
    show_lesson_title(pack)
    st.progress(right / max(len(attempt.items), 1))
    if not attempt.missed:
        st.write("Nothing missed.")
    elif st.button("Try the missed ones again", type="primary", key="retry"):
        _retry(attempt, pack)
    show_next_review(attempt, pack)
    if attempt.missed:
        st.subheader("Look at these again")
        with st.container(key="missed"):
            _show_missed(attempt, pack)
    sure = by_confidence(attempt)
    if sure:
        st.subheader("By how sure you were")
        st.html(_table("You said", sure))
    objectives = by_objective(attempt, pack)
    if objectives:
        st.subheader("By objective")
        st.html(_table("Objective", objectives))
    st.subheader("By paragraph of the article")
    st.html(_list(by_paragraph(attempt, pack)))
    with st.container(horizontal=True):
        st.download_button(
            "Save a record to print", record(attempt, pack, here()), file_name="quiz-record.html",
            mime="text/html", icon=":material/print:", on_click="ignore",
        )  # fmt: skip
        if st.button("Begin a new quiz", key="again"):
            leave_attempt()
    show_way_back(attempt)


def _show_missed(attempt: Attempt, pack: Pack) -> None:
    """Each missed question, a link to what was told of it, and the facts it asked about."""
    for item in attempt.missed:
        st.page_link(
            "learn/quiz.py", label=plain(item.stem), icon=":material/close:",
            query_params={"t": attempt.token, "q": str(attempt.number(item))},
        )  # fmt: skip
        facts = [fact.statement for id in item.fact_ids if (fact := pack.fact(id)) is not None]
        if item.kind == "place_on_map":
            facts = []  # They name the place, and say nothing of where it lies.
        response = attempt.response(item.id)
        if response and response.confidence == SURE["Sure"]:
            facts.append("You were sure of this one: worth the closest look.")
        for said in facts:
            st.html(f'<p class="x-muted x-under">{escaped(said)}</p>')


def _retry(attempt: Attempt, pack: Pack) -> None:
    """A new attempt at what was missed, each fact asked another way where there is one."""
    now_asked = (*pack.items, *pack.variants)
    known = {item.id for item in now_asked}
    pool = now_asked if all(item.id in known for item in attempt.missed) else attempt.items
    other = {item.variant_of: item.id for item in pool if item.variant_of}
    # Missed as a variant: back to the first form.
    asked = [other.get(item.id) or item.variant_of or item.id for item in attempt.missed]
    there = {item.id for item in pool}
    asked = [a if a in there else item.id for a, item in zip(asked, attempt.missed, strict=True)]
    begun = attempts().begin(
        pack.id, pool, now(), asked=asked, nickname=attempt.nickname, retry_of=attempt.token
    )
    open_attempt(begun.token)


Counts = list[tuple[str, int, int]]


def _count(pairs: Iterable[tuple[str, bool]]) -> Counts:
    rights: dict[str, list[bool]] = defaultdict(list)
    for name, right in pairs:
        rights[name].append(right)
    return [(name, sum(each), len(each)) for name, each in rights.items()]


def by_confidence(attempt: Attempt) -> Counts:
    """Sure first; those who said nothing are not counted."""
    told = sorted((-r.confidence, r.right) for r in attempt.responses if r.confidence)
    names = {level: name for name, level in SURE.items()}
    return _count((names[-level], right) for level, right in told)


def by_paragraph(attempt: Attempt, pack: Pack) -> Counts:
    rows = []
    for item in attempt.items:
        response = attempt.response(item.id)
        at = pack.source.paragraph_at(item.evidence[0].start) if item.evidence else None
        rows.append((-1 if at is None else at, response is not None and response.right))
    named = [
        ("Background" if at < 0 else f"Paragraph {at + 1}", right) for at, right in sorted(rows)
    ]
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
        '<div class="x-scroll x-quiet"><table class="x-table"><thead><tr>'
        f'<th scope="col">{head}</th><th scope="col">Right</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _list(rows: Counts) -> str:
    """Short rows, in as many columns as there is room for."""
    body = "".join(f"<li>{escaped(name)}: {right} of {asked}</li>" for name, right, asked in rows)
    return f'<ul class="x-counts">{body}</ul>'
