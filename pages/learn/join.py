"""Joining a class; ?class= names it."""

import streamlit as st

from explainer.classroom import LONGEST_NICKNAME
from explainer.findings import InputProblem
from pages.parts.data import classroom, lesson_of, now
from pages.parts.words import escaped, plain

st.html('<p class="x-kicker">Join a class</p>')
into = classroom().find(st.query_params.get("class", ""))
if into is None:
    st.title("Which class?")
    if st.query_params.get("class"):
        st.warning("There is no class with this code. Look at the board and type it again.")
    with st.form("class", border=False):
        code = st.text_input("Code of the class", max_chars=12, autocomplete="off")
        if st.form_submit_button("Go to the class", type="primary") and code.strip():
            st.query_params["class"] = code.strip()
            st.rerun()
    st.stop()

st.title(plain(into.name))
lesson = lesson_of(into.lesson)
if lesson is None or not into.open:
    st.write("This class is closed. If you have begun already, go on with your code.")
else:
    st.html(f'<p class="x-lead">{escaped(lesson.title)}</p>')
    with st.form("join", border=False):
        nickname = st.text_input(
            "Your nickname", max_chars=LONGEST_NICKNAME, autocomplete="off",
            help="Only your teacher sees it. Take one that strangers would not know you by.",
        )  # fmt: skip
        sent = st.form_submit_button("Begin the quiz", type="primary")
    if sent:
        try:
            begun = classroom().join(into.code, nickname, lesson.items, now())
        except InputProblem as problem:
            st.error(plain(str(problem)))
        else:
            st.session_state["attempt"] = begun.token
            st.switch_page("learn/quiz.py", query_params={"t": begun.token})
st.page_link("learn/quiz.py", label="Go on with your code", icon=":material/history:")
