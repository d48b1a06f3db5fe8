"""Facts under review: each with its words; edit, delete, add."""

from __future__ import annotations

import streamlit as st

from explainer.draft import Draft
from explainer.facts import Fact
from explainer.findings import Finding
from explainer.review_facts import (
    changed_fact,
    drop_fact,
    move_fact,
    new_fact,
    put_fact,
    steps_of_own,
    tell_in_step,
)
from pages.parts.bench import keep, objected, settle, show_findings, show_words, tag, turn
from pages.parts.evidence import said_by
from pages.parts.words import escaped, plain

A_PAGE = 12


def show_facts(id: str, draft: Draft) -> None:
    facts = draft.pack.facts
    pages = max(1, -(-len(facts) // A_PAGE))
    page = st.pagination(pages, key="fact_page") if pages > 1 else 1
    first = (page - 1) * A_PAGE
    for number, fact in enumerate(facts[first : first + A_PAGE], first + 1):
        _row(id, draft, fact, number)
    _add(id, draft)


def _row(id: str, draft: Draft, fact: Fact, number: int) -> None:
    with st.container(border=True, key=f"fact-{fact.id}"):
        own = tag("teacher", "✎ Your own") if fact.origin == "teacher" else ""
        who = escaped(said_by(fact.attribution)) if fact.origin == "source" else ""
        st.html(
            f'{own}<p><b>{number}. {escaped(fact.statement)}</b></p><p class="x-muted">{who}</p>'
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            show_words(fact.id, fact.quotes)
            with st.popover("More"):
                refused = _more(id, draft, fact, number)
            editing = st.toggle("Edit", key=f"edit-{fact.id}-{turn()}")
        show_findings(refused)
        if fact.origin == "teacher":
            _tell(id, draft, fact)
        if editing:
            _edit(id, draft, fact)


def _more(id: str, draft: Draft, fact: Fact, number: int) -> tuple[Finding, ...]:
    """Moves or deletes it; what keeps it from being deleted."""
    if st.button("Earlier", key=f"up-{fact.id}", disabled=number == 1):
        keep(id, move_fact(draft, fact.id, -1), f"Fact {number} moved")
    last = number == len(draft.pack.facts)
    if st.button("Later", key=f"down-{fact.id}", disabled=last):
        keep(id, move_fact(draft, fact.id, 1), f"Fact {number} moved")
    if not st.button("Delete", key=f"delete-{fact.id}", icon=":material/delete:"):
        return ()
    edit = drop_fact(draft, fact.id)
    if edit.done:
        keep(id, edit.draft, f"Fact {number} deleted")
    return edit.findings


def _tell(id: str, draft: Draft, fact: Fact) -> None:
    """In which step of the lesson the teacher's own fact is told."""
    titles = {step.id: step.title for step in draft.pack.lesson.steps if step.kind != "check"}
    told = steps_of_own(draft).get(fact.id)
    chosen = st.selectbox(
        "Tell it in the step", [None, *titles], [None, *titles].index(told),
        format_func=lambda at: plain(titles[at]) if at else "None: only in this list",
        key=f"step-{fact.id}-{turn()}",
    )  # fmt: skip
    if chosen != told:
        keep(id, tell_in_step(draft, fact.id, chosen), "Your own fact placed")


def _edit(id: str, draft: Draft, fact: Fact) -> None:
    key = f"{fact.id}-{turn()}"
    with st.form(f"form-{key}", border=False):
        statement = st.text_area("Statement", fact.statement, key=f"say-{key}", max_chars=600)
        words = fact.quotes[0].quote if fact.quotes else ""
        words = st.text_area(
            "The words of the article it rests on", words, key=f"words-{key}", max_chars=2000
        )
        sent = st.form_submit_button("Check and keep", type="primary")
    changed = changed_fact(draft, fact, statement, words)
    if isinstance(changed, Finding):
        show_findings([changed])
        return
    if sent:
        settle(id, put_fact(draft, changed), fact.id, "Fact changed")
    if objected(fact.id):
        keep(id, put_fact(draft, changed, own=True).draft, "Fact kept as your own")


def _add(id: str, draft: Draft) -> None:
    if not st.toggle("Add a fact", key=f"add-fact-{turn()}"):
        return
    with st.form(f"new-fact-{turn()}"):
        statement = st.text_area("Statement", key=f"new-say-{turn()}", max_chars=600)
        words = st.text_area(
            "The words of the article that say so", key=f"new-words-{turn()}", max_chars=2000
        )
        sent = st.form_submit_button("Check and add", type="primary")
    if not (statement.strip() and words.strip()):
        return
    made = new_fact(draft, statement, words)
    if isinstance(made, Finding):
        show_findings([made])
        return
    if sent:
        settle(id, put_fact(draft, made), "new-fact", "Fact added")
    if objected("new-fact"):
        keep(id, put_fact(draft, made, own=True).draft, "Fact added as your own")
