"""Classes of a teacher: begin one, let students in, close, reset and delete it."""

from __future__ import annotations

import streamlit as st

from explainer.classroom import LONGEST_NAME, Class
from explainer.findings import InputProblem
from pages.parts.data import classroom, lesson_of, now, offered
from pages.parts.lesson_box import choose_lesson
from pages.parts.screen import qr
from pages.parts.wall import address_of_app
from pages.parts.words import escaped, plain


def show_classes() -> None:
    every = classroom().every()
    if not every:
        st.write(
            "A class is a code that students join by, with a nickname and no account. While they "
            "answer you see how far they are and what is hard for them."
        )
    for each in every:
        with st.container(border=True, key=f"class-{each.code}"):
            lesson = lesson_of(each.lesson)
            title = lesson.title if lesson else "its lesson is not offered any more"
            joined = classroom().size(each.code)
            state = "open" if each.open else "closed"
            st.html(
                f'<p><b>{escaped(each.name)}</b><br><span class="x-muted">{escaped(title)} · '
                f"{joined} joined · {state} · since {each.made:%d %B %Y}</span></p>"
            )
            st.page_link(
                "teach/classroom.py", label=f"Open {plain(each.name)}", icon=":material/groups:",
                query_params={"class": each.code},
            )  # fmt: skip


def show_begin() -> None:
    """The form that begins a class."""
    st.subheader("A new class", anchor=False)
    asked = st.query_params.get("lesson") or st.session_state.get("lesson")
    with st.form("new_class"):
        name = st.text_input("Name of the class", max_chars=LONGEST_NAME, placeholder="7b, Tuesday")
        lesson = choose_lesson(offered(), asked, "class_lesson")
        questions = st.number_input("Questions, at most", 1, 60, 10)
        sent = st.form_submit_button("Begin the class", type="primary")
    if not sent:
        return
    try:
        begun = classroom().begin(name, lesson, int(questions), now())
    except InputProblem as problem:
        st.error(plain(str(problem)))
        return
    st.query_params["class"] = begun.code
    st.rerun()


def show_way_in(here: Class) -> None:
    """The code, the address and a picture of it, as large as a board needs."""
    lesson = lesson_of(here.lesson)
    st.html(f'<p class="x-lead">{escaped(lesson.title if lesson else "")}</p>')
    if lesson is None:
        st.warning("The lesson of this class is not offered any more: publish it again first.")
    if not here.open:
        st.info("The class is closed: nobody can join. Who has begun goes on.")
        return
    address = f"{address_of_app()}/join?class={here.code}"
    with st.container(key="way-in", border=True, horizontal=True, vertical_alignment="center"):
        st.html(f'<div class="x-join">{qr(address)}</div>', width="content")
        st.html(
            f'<p class="x-muted">Join at</p><p class="x-lead">{escaped(address.split("://")[-1])}'
            f'</p><p class="x-muted">or type this code on the page “Join a class”</p>'
            f'<p class="x-number-large">{here.code}</p>',
            width="content",
        )


def show_house(here: Class) -> None:
    """Close, reset, delete."""
    st.subheader("Keep house", anchor=False)
    with st.container(horizontal=True):
        if st.button("Let others join again" if not here.open else "Close to others", key="close"):
            classroom().open(here.code, not here.open)
            st.rerun()
        with st.popover("Reset"):
            st.write("Every answer and nickname of this class is deleted for good.")
            if st.button("Delete all answers", key="reset"):
                classroom().reset(here.code)
                st.rerun()
        with st.popover("Delete"):
            st.write("The class, its answers and nicknames are deleted for good.")
            if st.button("Delete the class", key="delete"):
                classroom().delete(here.code)
                del st.query_params["class"]
                st.rerun()
    st.page_link("teach/classroom.py", label="All classes", icon=":material/arrow_back:")
