"""The frame of every screen: its look, and which pages there are."""

import streamlit as st

from pages.parts.data import keep_address
from pages.parts.keys import watch_width
from pages.parts.look import show_look
from pages.parts.role import is_teacher
from pages.parts.sign_in import finish_leaving, show_sign_out

st.set_page_config(page_icon="⛰️", layout="wide", initial_sidebar_state="collapsed")
text = [
    st.Page("learn/home.py", title="Home", default=True),
    st.Page("learn/lesson.py", title="Lesson"),
    st.Page("learn/quiz.py", title="Quiz"),
    st.Page("learn/progress.py", title="Progress"),
    st.Page("learn/article.py", title="The article"),
    st.Page("learn/join.py", title="Join a class", visibility="hidden"),
]
wide = [
    st.Page("learn/timeline.py", title="Timeline"),
    st.Page("learn/places.py", title="Places"),
]
teach = [
    st.Page("teach/present.py", title="Present"),
    st.Page("teach/exports.py", title="Handouts"),
    st.Page("teach/make.py", title="Your own article"),
    st.Page("teach/review.py", title="Review"),
    st.Page("teach/quiz_plan.py", title="Plan the quiz"),
    st.Page("teach/classroom.py", title="Classes"),
]
menu = {"": [*text[:2], *wide, *text[2:]], "For teachers": teach}
page = st.navigation(menu, position="top")
show_look("76rem" if page in (*wide, *teach) else "46rem")
watch_width()
finish_leaving()
if page in (*text, *wide, *teach[:2]):
    keep_address()
if page in teach[1:] and is_teacher():
    show_sign_out()
page.run()
