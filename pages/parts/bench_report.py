"""What was found, proven, refused, made and rejected, to read and to keep."""

from __future__ import annotations

import re

import streamlit as st

from explainer.draft import Draft
from explainer.review_report import report
from pages.parts.bench import go_to
from pages.parts.data import shelf
from pages.parts.words import escaped, plain


def show_report(id: str, draft: Draft) -> None:
    text = report(draft)
    with st.container(horizontal=True):
        st.download_button(
            "Download the report", text, f"{id}-report.md", "text/markdown", on_click="ignore"
        )
        st.download_button(
            "Download the lesson", shelf().export(id), f"{id}.json", "application/json",
            on_click="ignore",
        )  # fmt: skip
    with st.container(border=True):
        st.markdown("\n".join(map(_shown, text.splitlines())))
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


def _shown(line: str) -> str:
    """A line of the report as Markdown: its own marks count, those in its words do not."""
    mark = "".join(re.findall(r"^(?:#+| *-) ", line))
    return f"{mark.replace('#', '###', 1)}{plain(line[len(mark) :])}"
