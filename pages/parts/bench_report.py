"""What was found, proven, refused, made and rejected, to read and to keep."""

from __future__ import annotations

import streamlit as st

from explainer.draft import Draft
from explainer.review_report import report
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
    for version in reversed(shelf().versions(id)):
        st.caption(f"{version.version}. {version.note}, {version.at:%d %B %H:%M} UTC")
