"""Bringing an article in: pasted or uploaded, shown as taken, its origin corrected."""

from __future__ import annotations

from datetime import date

import streamlit as st

from explainer.findings import InputProblem
from explainer.reading.text import read_text
from explainer.reading.upload import ACCEPTED, Upload, read_upload
from explainer.source import Source
from pages.parts.keys import name_region
from pages.parts.words import escaped

EARLIEST = date(1600, 1, 1)
# Read in about five seconds; others use the same machine.
LONGEST = 60_000


def brought_in() -> Upload | None:
    """What the teacher has given, read once; None while nothing is there. InputProblem."""
    how = st.segmented_control(
        "How do you bring it in?", ["Paste the text", "Upload a file"],
        default="Paste the text", required=True, key="how",
    )  # fmt: skip
    if how == "Paste the text":
        st.caption(
            "Open the article in your browser, select its text, copy, and paste it here. The "
            "address of a page is not fetched."
        )
        with st.form("paste", border=False):
            text = st.text_area("The article", height=240, key="pasted")
            if st.form_submit_button("Read it", type="primary"):
                _forget()
                _keep(_of_text(text))
    else:
        file = st.file_uploader("A file with one article", type=list(ACCEPTED), key="file")
        known = st.session_state.get("file_read")
        if file is None and known:
            _forget()  # Its article goes with the file.
        elif file is not None and known != file.file_id:
            _forget()
            st.session_state["file_read"] = file.file_id
            _keep(read_upload(file.getvalue(), file.name))
    return st.session_state.get("taken")


def _forget() -> None:
    for name in ("made", "taken", "file_read"):
        st.session_state.pop(name, None)


def _of_text(text: str) -> Upload:
    words = text.split()
    if len(words) == 1 and words[0].startswith(("http://", "https://", "www.")):
        raise InputProblem("An address is not fetched: open the page, copy its text, paste that.")
    return Upload(read_text(text))


def _keep(upload: Upload) -> None:
    if len(upload.source.text) > LONGEST:
        count = len(upload.source.text.split())
        raise InputProblem(
            f"This is longer than an article ({count:,} words): give one article, or the part of "
            "it that you will teach."
        )
    st.session_state["taken"] = upload
    st.session_state["taken_number"] = st.session_state.get("taken_number", 0) + 1


def show_taken(upload: Upload) -> None:
    """The exact text, and what was left out of it."""
    source = upload.source
    beside = [b for b in source.blocks if b.kind in ("credit", "furniture")]
    left_out = [*upload.left_out, *(source.text[b.start : b.end] for b in beside)]
    st.subheader("What was taken")
    paragraphs = "1 paragraph" if len(source.prose) == 1 else f"{len(source.prose)} paragraphs"
    st.caption(f"{paragraphs}, {len(source.text):,} characters.")
    with st.container(height=320, border=True, key="taken_text"):
        taken = [b for b in source.blocks if b not in beside]
        st.html(
            "".join(
                f"<p{' class=x-lead' if b.kind == 'title' else ''}>"
                f"{escaped(source.text[b.start : b.end])}</p>"
                for b in taken
            )
        )
    name_region("taken_text", "The text that was taken")
    if left_out:
        pieces = "1 piece" if len(left_out) == 1 else f"{len(left_out)} pieces"
        with st.expander(f"Left out as not the article's own words: {pieces}"):
            st.html(
                f'<ul class="x-list">{"".join(f"<li>{escaped(p[:500])}</li>" for p in left_out)}'
                "</ul>"
            )


def with_details(upload: Upload) -> Source:
    """The source with title, outlet and date as the teacher has them."""
    source, number = upload.source, st.session_state["taken_number"]
    missing = [
        name
        for name, value in (
            ("title", source.title), ("outlet", source.publisher), ("date", source.published)
        )
        if not value
    ]  # fmt: skip
    if missing:
        st.info(f"Not found in the text: {', '.join(missing)}. Please fill in what you know.")
    title = st.text_input("Title", source.title or "", max_chars=200, key=f"title-{number}")
    outlet, day = st.columns(2)
    found = source.published
    day_found = found if found and EARLIEST <= found <= date.today() else None
    publisher = outlet.text_input(
        "Newspaper, agency or site", source.publisher or "", max_chars=120, key=f"outlet-{number}"
    )
    published = day.date_input(
        "Day it was published", day_found, min_value=EARLIEST, max_value=date.today(),
        format="YYYY-MM-DD", key=f"day-{number}",
        help="Words like “yesterday” in the article count from this day.",
    )  # fmt: skip
    given = {"title": title.strip() or None, "publisher": publisher.strip() or None}
    return source.model_copy(update={**given, "published": published})
