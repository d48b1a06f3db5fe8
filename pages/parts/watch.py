"""Watching a lesson being made, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from explainer.draft import Draft, Suggested, make
from explainer.llm import Client
from explainer.source import Source
from explainer.suggest import suggestions
from pages.parts.data import now, shelf
from pages.parts.model import budget_line, show_stop
from pages.parts.words import plain

STANDS = "The lesson made without the model stands."


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
            _with_model(id, draft, client)
        status.update(label="The lesson is made", state="complete", expanded=True)
    return id


def _stopped() -> None:
    st.session_state["stopped"] = True


def _with_model(id: str, draft: Draft, client: Client) -> None:
    """Asks the model, and keeps what holds also where the teacher stops it midway."""
    line = st.empty()
    show_stop()
    richer = draft = shelf().draft(id) or draft
    try:
        for so_far in suggestions(
            draft, client, tell=lambda said: line.write(plain(f"{said}. {budget_line(client)}"))
        ):
            richer = so_far
    finally:
        if richer.suggested is not None:
            shelf().save(id, richer, now(), "What holds of the model's proposals")
    if richer.suggested is not None:
        line.write(plain(budget_line(client)))
        show_suggested(richer.suggested)


def show_suggested(told: Suggested) -> None:
    """What the model proposed, what of it holds, and why the rest was refused."""
    st.write(
        f"The model proposed {told.proposed}; {told.kept} passed the same checks, "
        f"{len(told.refused)} were refused."
    )
    counted = [f"{t.what}: {t.kept} of {t.proposed}" for t in told.tallies]
    if counted:
        st.caption("Kept, by kind. " + plain("; ".join(counted)) + ".")
    if told.note:
        st.warning(plain(f"{told.note} {STANDS}"))
    if told.refused:
        with st.expander(f"Why {len(told.refused)} were refused"):
            why = Counter((f.code, f.message) for f in told.refused)
            for (code, said), times in why.most_common():
                again = f" ({times} times)" if times > 1 else ""
                st.markdown(plain(f"{code.replace('-', ' ').capitalize()}: {said}{again}"))
