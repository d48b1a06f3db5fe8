"""What a model worded, under review: each beside what it is about; approve, delete."""

from __future__ import annotations

import streamlit as st

from explainer.draft import Draft
from explainer.review import approve_wording, drop_wording
from explainer.wording import Wording, fits
from pages.parts.bench import keep, show_words, tag
from pages.parts.words import escaped

NAMES = {"plain": "In plain language", "term": "A word to know", "prompt": "To discuss"}


def show_wordings(id: str, draft: Draft) -> None:
    st.caption(
        "A model worded these, and the article bears them out. Students see what you approve and "
        "nothing else."
    )
    for each in draft.wordings:
        _row(id, draft, each)


def _row(id: str, draft: Draft, one: Wording) -> None:
    with st.container(border=True, key=f"wording-{one.id}"):
        state = tag("source", "✓ Approved") if one.approved else tag("background", "○ To review")
        about = f'<p class="x-muted">{escaped(one.about)}</p>' if one.about else ""
        st.html(f"{state} · {NAMES[one.kind]}{about}<p><b>{escaped(one.text)}</b></p>")
        if not fits(draft.pack, one):
            st.caption("Its paragraph is no longer in the lesson, so it is not shown.")
        with st.container(horizontal=True, gap="small"):
            label = "Not yet" if one.approved else "Approve"
            if st.button(label, key=f"approve-{one.id}"):
                said = "to be reviewed again" if one.approved else "approved"
                keep(id, approve_wording(draft, one.id, not one.approved), f"Wording {said}")
            show_words(one.id, one.evidence)
            if st.button("Delete", key=f"delete-{one.id}", icon=":material/delete:"):
                keep(id, drop_wording(draft, one.id), "Wording deleted")
