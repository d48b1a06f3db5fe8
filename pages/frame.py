"""The frame of every screen: its look, and which pages there are."""

import streamlit as st

from pages.parts.look import show_look

st.set_page_config(page_icon="⛰️", layout="wide", initial_sidebar_state="collapsed")
text = [
    st.Page("learn/home.py", title="Home", default=True),
    st.Page("learn/lesson.py", title="Lesson"),
    st.Page("learn/quiz.py", title="Quiz"),
    st.Page("learn/article.py", title="The article"),
]
wide = [
    st.Page("learn/timeline.py", title="Timeline"),
    st.Page("learn/places.py", title="Places"),
]
teach = [st.Page("teach/present.py", title="For teachers")]
page = st.navigation([*text[:2], *wide, *text[2:], *teach], position="top")
show_look("76rem" if page in (*wide, *teach) else "46rem")
page.run()
