"""What was found, proven, refused, made and rejected, to read and to keep."""

from __future__ import annotations

import streamlit as st

from explainer.draft import Draft
from explainer.review_report import report
from pages.parts.bench import go_to
from pages.parts.data import shelf
from pages.parts.words import escaped


def show_report(id: str, draft: Draft) -> None:
    text = report(draft)
    with st.container(horizontal=True):
        st.download_button("Download the report", text, f"{id}-report.md", "text/markdown")
        st.download_button(
            "Download the lesson", shelf().export(id), f"{id}.json", "application/json"
        )
    st.html(f'<div class="x-card" style="white-space:pre-line">{escaped(text)}</div>')
    st.subheader("Versions")
    st.caption("Every edit is a version. Going back to one loses nothing: undo and redo walk on.")
    entry = shelf().entry(id)
    for version in reversed(shelf().versions(id)):
        here = entry is not None and entry.version == version.version
        seen = ", which students see" if entry and entry.published == version.version else ""
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(
                f'<p class="x-muted">{version.version}. {escaped(version.note)}, '
                f"{version.at:%d %B %H:%M} UTC{seen}</p>",
                width="stretch",
            )
            label = "You are here" if here else "Go back to this"
            if st.button(label, disabled=here, key=f"version-{version.version}"):
                go_to(id, version.version)
