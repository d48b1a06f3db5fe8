"""The quiz. Where it stands is in the address and the database, nowhere else:
?t= is the attempt, ?item= the question shown."""

import streamlit as st

from pages.parts.attempt import show_question, show_start
from pages.parts.data import attempts, lesson_of, open_lesson, pack
from pages.parts.results import show_results

linked = st.query_params.get("t")
token = linked or st.session_state.get("attempt")
attempt = attempts().attempt(token) if token else None
if attempt and not linked and attempt.lesson != pack().id:
    attempt = None  # The window has gone on to another lesson.
if attempt and attempt.lesson != pack().id:
    if lesson_of(attempt.lesson) is None:
        st.title("This lesson is no longer here")
        st.write("Your teacher has taken it away. Your answers are kept.")
        st.stop()
    open_lesson(attempt.lesson)
if attempt is None:
    show_start(pack(), was_asked="t" in st.query_params)
    st.stop()
# The menu drops the address; the session remembers it for this tab.
st.session_state["attempt"] = attempt.token
if st.query_params.get("t") != attempt.token:
    st.query_params["t"] = attempt.token

asked = next((i for i in attempt.items if i.id == st.query_params.get("item")), None)
item = asked or attempt.next_item
if item is None:
    show_results(attempt, pack())
else:
    show_question(attempt, item, pack().source)
