"""The frame of a review: its bar, the article beside it, and how every edit is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from explainer.draft import Draft, Edit
from explainer.facts import Quote
from explainer.findings import Finding, InputProblem
from explainer.review import approve_sound
from explainer.source import Source, Span
from pages.parts.data import now, shelf
from pages.parts.evidence import BLOCKS, block_html
from pages.parts.keys import name_region, scroll_to
from pages.parts.look import phone
from pages.parts.words import escaped, plain


def show_bar(id: str, draft: Draft) -> None:
    """Where the lesson stands; undo, approve what holds, publish."""
    entry = shelf().entry(id)
    assert entry is not None
    approved, every = len(draft.approved), len(draft.pack.items)
    state, same = "Not published: no student sees it.", entry.published == entry.version
    if entry.published:
        state = "Published as it stands." if same else "Published; your later edits are not yet."
    worded, shown = len(draft.wordings), sum(each.approved for each in draft.wordings)
    words = f", {shown} of {worded} wordings of the model" if worded else ""
    st.html(
        f'<p class="x-muted">{approved} of {every} questions approved{words}. {state} '
        "Every edit is kept at once.</p>"
    )
    with st.container(horizontal=True):
        if st.button("Approve all that hold", disabled=approved == every, key="approve_all"):
            keep(id, approve_sound(draft), "All that hold approved")
        if st.button("Undo", disabled=entry.version <= 1, icon=":material/undo:", key="undo"):
            _walk(id, 1)
        later = shelf().versions(id)[-1].version > entry.version
        if st.button("Redo", disabled=not later, icon=":material/redo:", key="redo"):
            _walk(id, -1)
        with st.popover("Title"):
            _rename(id, draft)
        if st.button("Publish", type="primary", disabled=not approved or same, key="publish"):
            _publish(id)
        if entry.published and st.button("Withdraw", key="withdraw"):
            shelf().withdraw(id)
            st.rerun()
    if not approved:
        st.caption("To publish, approve at least one question: students get approved ones only.")
    with st.container(horizontal=True):
        _ways_on(id, bool(entry.published))
    if said := st.session_state.pop("said", None):
        # Seen wherever the page stands, and nothing under the teacher's hand moves.
        st.toast(plain(said), icon=":material/check:")


def _ways_on(id: str, published: bool) -> None:
    """What comes next: the plan of its quiz and, once students see it, what a class needs."""
    ways = [("teach/quiz_plan.py", "Plan the quiz", "tune", "plan")]
    if published:
        ways += [
            ("learn/home.py", "See it as students do", "visibility", "lesson"),
            ("teach/exports.py", "Handouts", "print", "lesson"),
            ("teach/classroom.py", "Begin a class", "groups", "lesson"),
        ]
    for page, label, icon, name in ways:
        st.page_link(
            page, label=label, icon=f":material/{icon}:", query_params={name: id}, width="content"
        )


def _rename(id: str, draft: Draft) -> None:
    with st.form(f"title-{turn()}", border=False):
        title = st.text_input("Title of the lesson", draft.pack.title, max_chars=200).strip()
        if st.form_submit_button("Keep") and title and title != draft.pack.title:
            pack = draft.pack.model_copy(update={"title": title})
            keep(id, draft.model_copy(update={"pack": pack}), "Title changed")


def go_to(id: str, version: int) -> None:
    """The lesson stands at that version from now on."""
    shelf().go_to(id, version)
    st.session_state["said"] = f"Back at version {version}."
    _forget()
    st.rerun()


def _walk(id: str, steps: int) -> None:
    what = shelf().undo(id, steps)
    word = "Undone" if steps > 0 else "Done again"
    st.session_state["said"] = f"{word}: {what}." if what else "There is nothing more."
    _forget()
    st.rerun()


def _publish(id: str) -> None:
    try:
        shelf().publish(id)
    except InputProblem as problem:
        st.error(plain(str(problem)))
        return
    st.session_state["said"] = "Published: students find it on the home page."
    st.rerun()


def keep(id: str, draft: Draft, note: str) -> None:
    """Writes the draft as a new version and shows it."""
    shelf().save(id, draft, now(), note)
    st.session_state["said"] = f"{note}."
    _forget()
    st.rerun()


def _forget() -> None:
    st.session_state.pop("pending", None)
    st.session_state["turn"] = st.session_state.get("turn", 0) + 1


def turn() -> int:
    """Grows with every edit kept, so that forms begin anew."""
    return int(st.session_state.get("turn", 0))


def settle(id: str, edit: Edit, about: str, note: str) -> None:
    """Keeps an edit that holds; for another says which word fails and offers to keep it openly."""
    if edit.done:
        keep(id, edit.draft, note)
    st.session_state["pending"] = (about, edit.findings)


def objected(about: str) -> bool:
    """Shows what the checks said of the edit just tried; whether the teacher keeps it openly."""
    pending = st.session_state.get("pending")
    if not pending or pending[0] != about:
        return False
    show_findings(pending[1])
    st.caption("Nothing was changed. Correct it, or keep it openly: students see that it is yours.")
    return st.button("Keep it as my own", icon=":material/edit_note:", key=f"own-{about}")


def show_findings(findings: Sequence[Finding]) -> None:
    for finding in findings:
        (st.error if finding.severity == "error" else st.warning)(plain(finding.message))


def show_words(key: str, quotes: Sequence[Quote]) -> None:
    """A button that lights up the words in the article beside; on a phone, the words."""
    if quotes and phone():
        with st.popover("Show its words", key=f"words-{key}"):
            st.html(
                "".join(f'<div class="x-quote"><p>{escaped(q.quote)}</p></div>' for q in quotes)
            )
    elif quotes and st.button("Show its words", key=f"show-{key}", icon=":material/search:"):
        st.query_params["show"] = f"{quotes[0].start}-{quotes[0].end}"
        st.rerun()


def show_source(source: Source) -> None:
    """The whole article, the chosen words lit up and in sight."""
    asked = re.fullmatch(r"(\d{1,8})-(\d{1,8})", st.query_params.get("show", ""))
    spans = [Span(int(asked[1]), int(asked[2]))] if asked else []
    with st.container(height=420 if phone() else 760, border=True, key="source"):
        names = {block: f"Paragraph {n + 1}" for n, block in enumerate(source.prose)}
        st.html(
            "".join(
                block_html(source, b, names.get(b) or BLOCKS.get(b.kind, "Left out"), spans)
                for b in source.blocks
            )
        )
    name_region("source", "The article")
    if asked:
        scroll_to(".st-key-source mark", asked[0])


def tag(kind: str, words: str) -> str:
    return f'<span class="x-mark {kind}">{escaped(words)}</span>'
