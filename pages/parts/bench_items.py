"""Questions under review: accept, edit, delete, reorder, add, take back what was rejected."""

from __future__ import annotations

import hashlib

import streamlit as st

from explainer.draft import Draft
from explainer.quiz.item import Item, Option
from explainer.review import (
    approve,
    drop_item,
    findings_of,
    move_item,
    put_item,
    take_back,
)
from pages.parts.bench import keep, objected, settle, show_findings, show_words, tag, turn
from pages.parts.words import escaped, plain

FREE = ("single_choice", "multiple_answer", "gap", "who_said", "fact_or_claim", "true_false")


def show_items(id: str, draft: Draft) -> None:
    for number, item in enumerate(draft.pack.items, 1):
        _row(id, draft, item, number)
    if not draft.pack.items:
        st.write("No question from this article has passed the checks. You can add your own.")
    _add(id, draft)
    _rejected(id, draft)


def _row(id: str, draft: Draft, item: Item, number: int) -> None:
    approved = item.id in draft.approved
    with st.container(border=True, key=f"item-{item.id}"):
        state = tag("source", "✓ Approved") if approved else tag("background", "○ To review")
        own = f" · {tag('teacher', '✎ Your own')}" if item.origin == "teacher" else ""
        right = " / ".join(o.text for o in item.options if o.id in item.key) or item.key[0]
        if item.kind in ("order", "match"):
            texts = {o.id: o.text for o in item.options}
            right = " → ".join(texts[id] for id in item.key)
        st.html(f"{state}{own}<p><b>{number}. {escaped(item.stem)}</b><br>✓ {escaped(right)}</p>")
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            label = "Not yet" if approved else "Approve"
            if st.button(label, key=f"approve-{item.id}"):
                keep(id, approve(draft, item.id, not approved), f"{label}: question {number}")
            show_words(item.id, item.evidence)
            with st.popover("More"):
                _more(id, draft, item, number)
            editing = st.toggle("Edit", key=f"edit-{item.id}-{turn()}")
        if editing:
            _edit(id, draft, item)
        if item.origin == "teacher":
            show_findings(findings_of(draft, item))


def _more(id: str, draft: Draft, item: Item, number: int) -> None:
    if st.button("Earlier", key=f"up-{item.id}", disabled=number == 1):
        keep(id, move_item(draft, item.id, -1), f"Question {number} moved")
    last = number == len(draft.pack.items)
    if st.button("Later", key=f"down-{item.id}", disabled=last):
        keep(id, move_item(draft, item.id, 1), f"Question {number} moved")
    if st.button("Delete", key=f"delete-{item.id}", icon=":material/delete:"):
        keep(id, drop_item(draft, item.id), f"Question {number} deleted")


def _edit(id: str, draft: Draft, item: Item) -> None:
    key = f"{item.id}-{turn()}"
    with st.form(f"form-{key}", border=False):
        stem = st.text_area("Question", item.stem, key=f"stem-{key}", max_chars=400)
        options = []
        for option in item.options:
            if item.kind == "true_false":
                options.append(option)
                continue
            text = st.text_input(
                f"Answer {option.id}", option.text, key=f"{option.id}-{key}", max_chars=300
            )
            options.append(option.model_copy(update={"text": text.strip()}))
        right = item.key
        if item.kind == "number_entry":
            right = (st.text_input("The number", item.key[0], key=f"number-{key}").strip(),)
        elif item.kind in FREE:
            names = {o.id: o.text for o in item.options}
            right = tuple(
                st.multiselect(
                    "Right", list(names), list(item.key), key=f"key-{key}",
                    format_func=lambda id: plain(f"{id}: {names[id]}"),
                )
            )  # fmt: skip
        sent = st.form_submit_button("Check and keep", type="primary")
    changes = {"stem": stem.strip(), "options": tuple(options), "key": right or item.key}
    changed = item.model_copy(update=changes)
    if sent and not changed.stem:
        st.error("Write the question first.")
    elif sent:
        settle(id, put_item(draft, changed), item.id, "Question changed")
    if objected(item.id):
        keep(id, put_item(draft, changed, own=True).draft, "Question kept as your own")


def _add(id: str, draft: Draft) -> None:
    if not st.toggle("Add a question", key=f"add-item-{turn()}"):
        return
    facts = {fact.id: fact.statement for fact in draft.pack.facts}
    with st.form(f"new-{turn()}"):
        fact_id = st.selectbox(
            "The fact it asks about", list(facts), format_func=lambda id: plain(facts[id])
        )
        stem = st.text_area("Question", key=f"new-stem-{turn()}", max_chars=400)
        right = st.text_input("Right answer", key=f"new-right-{turn()}", max_chars=300)
        wrong = st.text_area("Wrong answers, one a line", key=f"new-wrong-{turn()}")
        sent = st.form_submit_button("Check and add", type="primary")
    texts = [right.strip(), *(line.strip() for line in wrong.splitlines() if line.strip())][:5]
    fact = draft.pack.fact(fact_id) if fact_id else None
    if not (stem.strip() and all(texts) and len(texts) > 1 and fact):
        if sent:
            st.error("Give a question, its right answer and at least one wrong one.")
        return
    drawn = sorted(texts, key=lambda text: hashlib.sha1((stem + text).encode()).digest())
    item = Item(
        id="q-" + hashlib.sha1(f"{stem}|{right}".encode()).hexdigest()[:8],
        kind="single_choice", stem=stem.strip(),
        options=tuple(Option(id="abcde"[n], text=text) for n, text in enumerate(drawn)),
        key=("abcde"[drawn.index(texts[0])],), fact_ids=(fact.id,), evidence=fact.quotes,
        attribution=fact.attribution,
    )  # fmt: skip
    if sent:
        settle(id, put_item(draft, item), "new-item", "Question added")
    if objected("new-item"):
        keep(id, put_item(draft, item, own=True).draft, "Question added as your own")


def _rejected(id: str, draft: Draft) -> None:
    if not draft.pack.rejected or not st.toggle(f"Rejected: {len(draft.pack.rejected)}"):
        return
    for rejected in draft.pack.rejected:
        item = rejected.item
        with st.container(border=True):
            st.html(f"<p><b>{escaped(item.stem)}</b></p>")
            show_findings(rejected.findings)
            if st.button("Take it back as my own", key=f"back-{item.id}"):
                keep(id, take_back(draft, item.id, own=True).draft, "Question taken back")
