"""A class while it answers, counted anew every few seconds.

Nothing here tells a key unless the teacher asks for it: the page may be on the wall.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from explainer.class_results import (
    FactMissed,
    ItemResult,
    Standing,
    as_csv,
    by_item,
    by_student,
    facts_missed,
    hardest,
)
from explainer.classroom import Class
from explainer.geography import Place
from explainer.pack import Pack
from pages.parts.class_sheet import class_sheet
from pages.parts.data import classroom, lesson_of
from pages.parts.spots import said
from pages.parts.words import escaped

SECONDS = 3
MOST_FACTS = 8


def show_live(here: Class) -> None:
    with_keys = st.toggle("Show answers", key="with_keys", help="Not while students see the wall.")
    st.fragment(_live, run_every=SECONDS)(here, with_keys)


def _live(here: Class, with_keys: bool) -> None:
    attempts = classroom().attempts(here.code)
    students, items = by_student(attempts), by_item(attempts)
    done = sum(student.finished for student in students)
    st.html(
        f'<p class="x-lead" role="status">{len(students)} joined, {done} finished, '
        f"{sum(s.answered for s in students)} answers.</p>"
    )
    if not attempts:
        st.caption("Nobody has joined yet. This page counts by itself.")
        return
    lesson = lesson_of(here.lesson)
    places = lesson.places if lesson else ()
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.subheader("Who is where", anchor=False)
        st.html(_students(students))
    with right:
        st.subheader("What is hard", anchor=False)
        st.html(
            _items(hardest(items), with_keys, places) or "<p>Nobody has missed a question yet.</p>"
        )
        if lesson and (missed := facts_missed(attempts)[:MOST_FACTS]):
            st.subheader("Facts missed", anchor=False)
            st.html(_facts(missed, lesson))
    with st.container(key="every-item"):
        st.subheader("Every question", anchor=False)
        st.html(_items(items, with_keys, places))
    with st.container(horizontal=True):
        st.download_button(
            "Results as a table (CSV)", as_csv(attempts).encode("utf-8-sig"),
            f"class-{here.code}.csv", "text/csv", icon=":material/download:", on_click="ignore",
        )  # fmt: skip
        st.download_button(
            "Results to print", class_sheet(here, attempts, lesson),
            f"class-{here.code}.html", "text/html", icon=":material/print:", on_click="ignore",
        )  # fmt: skip


def _students(students: Sequence[Standing]) -> str:
    rows = "".join(
        f"<tr><td>{escaped(s.nickname)}</td><td>{s.answered} of {s.asked}</td>"
        f"<td>{s.right}</td><td>{'✓ finished' if s.finished else '…'}</td></tr>"
        for s in sorted(students, key=lambda s: (s.finished, s.nickname.casefold()))
    )
    head = "<tr><th>Nickname</th><th>Answered</th><th>Right</th><th></th></tr>"
    return f'<div class="x-scroll"><table class="x-table">{head}{rows}</table></div>'


def _items(results: Sequence[ItemResult], with_keys: bool, places: Sequence[Place]) -> str:
    return "".join(_item(result, with_keys, places) for result in results)


def _item(result: ItemResult, with_keys: bool, places: Sequence[Place]) -> str:
    answered = result.right + result.wrong
    share = round(100 * result.right / answered) if answered else 0
    bar = f'<div class="x-bar x-right"><span style="width:{share}%"></span></div>' * bool(answered)
    told = f"✓ {result.right} right · ✗ {result.wrong} wrong" if answered else "no answer yet"
    if with_keys:
        told += f" · key: {said(result.item, result.item.key, places)}"
        if result.mistaken:
            told += f" · most often instead: {said(result.item, result.mistaken, places)}"
    return (
        f'<div class="x-result"><p>{escaped(result.item.stem)}</p>{bar}'
        f'<p class="x-muted">{escaped(told)}</p></div>'
    )


def _facts(missed: Sequence[FactMissed], lesson: Pack) -> str:
    rows = [
        f'<li>{escaped(fact.statement)} <span class="x-muted">missed by {each.students}</span></li>'
        for each in missed
        if (fact := lesson.fact(each.fact_id)) is not None
    ]
    return f'<ul class="x-list">{"".join(rows)}</ul>'
