"""Watching a lesson being made, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from explainer.llm import Client
from explainer.llm_wire import ModelProblem
from explainer.review import Draft, make
from explainer.source import Source
from explainer.suggest import suggest
from pages.parts.words import plain


def watch(source: Source, left_out: Sequence[str], items: int, client: Client | None) -> Draft:
    """The draft by rules; with a client, with what of the model's proposals holds."""
    with st.status("Reading the article", expanded=True) as status:
        draft = make(source, left_out, items, tell=lambda said: st.write(said + "."))
        made = len(draft.pack.items)
        if made < items:
            st.write(f"You asked for {items} questions; the article carries {made} that hold.")
        if client is not None:
            draft = _with_model(draft, client)
        status.update(label="The lesson is made", state="complete", expanded=True)
    return draft


def _with_model(draft: Draft, client: Client) -> Draft:
    line = st.empty()
    budget = client.budget
    line.write("Asking the model.")
    try:
        with client:
            draft = suggest(
                draft, client,
                tell=lambda said: line.write(
                    plain(f"{said}. {budget.calls_used} of {budget.calls} calls used.")
                ),
            )  # fmt: skip
    except ModelProblem as problem:
        st.warning(plain(f"{problem} The lesson made without the model stands."))
        return draft
    told = draft.suggested
    if told is not None:
        st.write(
            f"The model proposed {told.proposed}; {told.kept} passed the same checks, "
            f"{len(told.refused)} were refused."
        )
        if told.note:
            st.warning(plain(f"{told.note} The lesson made without the model stands."))
    return draft
