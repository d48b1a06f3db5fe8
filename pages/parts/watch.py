"""Watching a lesson being made, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from explainer.draft import make
from explainer.llm import Client
from explainer.source import Source
from explainer.suggest import suggest
from pages.parts.data import now, shelf
from pages.parts.words import plain


def watch(source: Source, left_out: Sequence[str], items: int, client: Client | None) -> str:
    """Makes and keeps the lesson by rules; then, with a client, what of the model's proposals
    holds, as a version of its own. Returns the lesson's id."""
    with st.status("Reading the article", expanded=True) as status:
        stop = st.empty()
        stop.button("Stop", key="stop_reading", on_click=_stopped)
        draft = make(source, left_out, items, tell=lambda said: st.write(said + "."))
        stop.empty()
        made = len(draft.pack.items)
        if made < items:
            st.write(f"You asked for {items} questions; the article carries {made} that hold.")
        # Kept before any model is asked: whatever comes of that, this lesson stands.
        id = shelf().add(draft, now())
        st.session_state["made"] = id
        if client is not None:
            _with_model(id, client)
        status.update(label="The lesson is made", state="complete", expanded=True)
    return id


def _stopped() -> None:
    st.session_state["stopped"] = True


def _with_model(id: str, client: Client) -> None:
    line, budget = st.empty(), client.budget
    st.button("Stop asking the model", key="stop")  # Any press ends this run at its next word.
    draft = shelf().draft(id)
    assert draft is not None
    with client:
        draft = suggest(
            draft, client,
            tell=lambda said: line.write(
                plain(
                    f"{said}. {budget.calls_used} of {budget.calls} calls and about "
                    f"{budget.tokens_used:,} of {budget.tokens:,} tokens used."
                )
            ),
        )  # fmt: skip
    shelf().save(id, draft, now(), "What holds of the model's proposals")
    told = draft.suggested
    assert told is not None
    line.write(
        f"The model proposed {told.proposed}; {told.kept} passed the same checks, "
        f"{len(told.refused)} were refused: the report says why. "
        f"{budget.calls_used} calls, about {budget.tokens_used:,} tokens."
    )
    if told.note:
        st.warning(plain(f"{told.note} The lesson made without the model stands."))
