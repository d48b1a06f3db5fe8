"""All lessons a teacher keeps: open, copy, archive, delete (with undo), bring in from a file."""

from __future__ import annotations

import streamlit as st

from explainer.findings import InputProblem
from explainer.lesson_file import LARGEST_FILE
from explainer.shelf import Entry
from pages.parts.data import now, shelf
from pages.parts.words import escaped, plain


def show_keeping() -> None:
    st.page_link("teach/make.py", label="A lesson from an article", icon=":material/add:")
    _just_deleted()
    entries = shelf().entries()
    for entry in entries:
        if not entry.deleted:
            _row(entry)
    gone = [entry for entry in entries if entry.deleted]
    if gone and st.toggle(f"Deleted: {len(gone)}"):
        for entry in gone:
            if st.button(f"Bring back {plain(entry.title)}", key=f"undelete-{entry.id}"):
                shelf().delete(entry.id, False)
                st.session_state.pop("just_deleted", None)
                st.rerun()
    _folder()
    _take_in()


def _row(entry: Entry) -> None:
    state = "published" if entry.published else "draft"
    state = "archived" if entry.archived else state
    with st.container(border=True, key=f"lesson-{entry.id}"):
        st.html(
            f"<p><b>{escaped(entry.title)}</b><br>"
            f'<span class="x-muted">{state}, changed {entry.changed:%d %B %Y}</span></p>'
        )
        with st.container(horizontal=True, gap="small"):
            if st.button("Review", key=f"open-{entry.id}"):
                st.session_state["draft"] = entry.id
                st.query_params["draft"] = entry.id
                st.session_state.pop("pending", None)
                st.rerun()
            if st.button("Copy", key=f"copy-{entry.id}"):
                shelf().duplicate(entry.id, now())
                st.rerun()
            if st.button("Unarchive" if entry.archived else "Archive", key=f"away-{entry.id}"):
                shelf().archive(entry.id, not entry.archived)
                st.rerun()
            if (
                shelf().folder
                and entry.published
                and st.button("Put in the folder", key=f"folder-{entry.id}")
            ):
                _put_in_folder(entry)
            if st.button("Delete", key=f"drop-{entry.id}", icon=":material/delete:"):
                shelf().delete(entry.id)
                st.session_state["just_deleted"] = (entry.id, entry.title)
                if st.session_state.get("draft") == entry.id:
                    del st.session_state["draft"]
                    st.query_params.pop("draft", None)
                st.rerun()


def _put_in_folder(entry: Entry) -> None:
    try:
        path = shelf().put_in_folder(entry.id)
    except InputProblem as problem:
        st.error(plain(str(problem)))
        return
    st.success(plain(f"Written to {path.name} in the folder of lessons."))


def _just_deleted() -> None:
    """One press brings back what was deleted last."""
    gone = st.session_state.get("just_deleted")
    if not gone:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p>“{escaped(gone[1])}” is deleted.</p>", width="content")
        if st.button("Undo", key="undo_delete", icon=":material/undo:"):
            shelf().delete(gone[0], False)
            del st.session_state["just_deleted"]
            st.rerun()


def _folder() -> None:
    there = shelf().in_folder()
    if not there:
        return
    st.subheader("In the folder", anchor=False)
    st.caption("Students see these as they are. To change one, bring in a copy of it.")
    for id, title in there:
        with st.container(border=True, key=f"file-{id}"):
            st.html(f"<p><b>{escaped(title)}</b></p>")
            if st.button("Bring in a copy", key=f"bring-{id}"):
                shelf().take_from_folder(id, now())
                st.rerun()


def _take_in() -> None:
    file = st.file_uploader(
        f"Bring in a lesson file (.json, at most {min(LARGEST_FILE // 1_000_000, 5)} MB)",
        type=["json"], key="lesson_file",
    )  # fmt: skip
    if file is None or st.session_state.get("lesson_file_read") == file.file_id:
        return
    st.session_state["lesson_file_read"] = file.file_id
    try:
        shelf().take_in(file.getvalue(), now())
    except InputProblem as problem:
        st.error(plain(str(problem)))
        return
    st.rerun()
