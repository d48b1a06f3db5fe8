"""Questions under review: accept, edit, delete, reorder, add, take back what was rejected."""

from __future__ import annotations

import streamlit as st

from explainer.draft import Draft
from explainer.quiz.item import Item, answer_in_words
from explainer.review import (
    approve,
    drop_item,
    findings_of,
    move_item,
    take_back,
)
from pages.parts.bench import keep, show_findings, show_words, tag, turn
from pages.parts.bench_edit import show_add, show_edit
from pages.parts.bench_looks import show_look, show_second_look
from pages.parts.words import escaped


def show_items(id: str, draft: Draft) -> None:
    for number, item in enumerate(draft.pack.items, 1):
        _row(id, draft, item, number)
    if not draft.pack.items:
        st.write("No question from this article has passed the checks. You can add your own.")
    show_add(id, draft)
    _rejected(id, draft)
    show_second_look(id, draft)


def _row(id: str, draft: Draft, item: Item, number: int) -> None:
    approved = item.id in draft.approved
    with st.container(border=True, key=f"item-{item.id}"):
        state = tag("source", "✓ Approved") if approved else tag("background", "○ To review")
        own = f" · {tag('teacher', '✎ Your own')}" if item.origin == "teacher" else ""
        right = answer_in_words(item, item.key)
        st.html(
            f"{state}{own}<p><b>{number}. {escaped(item.stem)}</b><br>✓ {escaped(right)}"
            f"{_beside(item)}</p>"
        )
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            label = "Not yet" if approved else "Approve"
            if st.button(label, key=f"approve-{item.id}"):
                said = "is to be reviewed again" if approved else "approved"
                keep(id, approve(draft, item.id, not approved), f"Question {number} {said}")
            show_words(item.id, item.evidence)
            with st.popover("More"):
                _more(id, draft, item, number)
            editing = st.toggle("Edit", key=f"edit-{item.id}-{turn()}")
        if editing:
            show_edit(id, draft, item)
        if item.origin == "teacher":
            show_findings(findings_of(draft, item))
        show_look(draft, item)


def _beside(item: Item) -> str:
    """What else is offered, or what is true instead of a false statement."""
    wrong = [option.text for option in item.options if option.id not in item.key]
    if item.kind == "true_false":
        wrong = [item.correction] if item.correction else []
    mark = "→" if item.kind == "true_false" else "✗"
    told = "".join(f"<br>{mark} {escaped(text)}" for text in wrong)
    return f'<span class="x-muted">{told}</span>'


def _more(id: str, draft: Draft, item: Item, number: int) -> None:
    if st.button("Earlier", key=f"up-{item.id}", disabled=number == 1):
        keep(id, move_item(draft, item.id, -1), f"Question {number} moved")
    last = number == len(draft.pack.items)
    if st.button("Later", key=f"down-{item.id}", disabled=last):
        keep(id, move_item(draft, item.id, 1), f"Question {number} moved")
    if st.button("Delete", key=f"delete-{item.id}", icon=":material/delete:"):
        keep(id, drop_item(draft, item.id), f"Question {number} deleted")


def _rejected(id: str, draft: Draft) -> None:
    if not draft.pack.rejected or not st.toggle(f"Rejected: {len(draft.pack.rejected)}"):
        return
    for rejected in draft.pack.rejected:
        item = rejected.item
        with st.container(border=True):
            st.html(f"<p><b>{escaped(item.stem)}</b></p>")
            show_findings(rejected.findings)
            if st.button("Take it back as my own", key=f"back-{item.id}"):
                keep(id, take_back(draft, item.id, own=True).draft, "Question taken back")
