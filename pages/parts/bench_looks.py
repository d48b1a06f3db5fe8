"""A second look at questions under review: a model answers with the article and without."""

from __future__ import annotations

import streamlit as st

from explainer.draft import Draft
from explainer.llm_wire import ModelProblem
from explainer.quiz.item import Item
from explainer.second_look import (
    calls_for_looks,
    findings_of_look,
    look,
    looked_at,
    tokens_for_looks,
    version,
)
from pages.parts.bench import keep, show_findings
from pages.parts.model import budget_line, show_model, show_stop, was_stopped
from pages.parts.words import plain


def show_second_look(id: str, draft: Draft) -> None:
    """Offers it, says what leaves the machine, and keeps what came of it with the lesson."""
    if was_stopped():
        st.info("The model is no longer asked; nothing was changed.")
    if not st.toggle("Let a model answer these questions", key="second_look"):
        return
    asked = looked_at(draft.pack.items)
    st.caption(
        "It answers each question twice: from the article, where it should reach the key, and "
        "without it, where it should fail. You see beside each question what it did."
    )
    source = draft.pack.source
    client = show_model(
        f"the article's text and {len(asked)} questions go", calls_for_looks(),
        tokens_for_looks(source, asked),
    )  # fmt: skip
    if client is None or not st.button("Ask the model", key="ask_model", disabled=not asked):
        return
    with st.status("Asking the model", expanded=True) as status:
        show_stop()
        try:
            looks = look(source, asked, client)
        except ModelProblem as problem:
            status.update(label="No second look", state="error")
            st.warning(plain(f"{problem} The questions stay as they are."))
            return
        st.write(plain(budget_line(client)))
    keep(id, draft.model_copy(update={"looks": looks}), "A second look at the questions")


def show_look(draft: Draft, item: Item) -> None:
    """What the second look at this item found; nothing where there was none, or another wording."""
    for each in draft.looks:
        if each.item_id != item.id or each.version != version(item):
            continue
        found = findings_of_look(each, item)
        show_findings(found)
        if not found:
            st.caption("✓ Second look: answered rightly from the article, and not without it.")
