"""The guided lesson, one step at a time; ?step= opens one."""

import streamlit as st

from pages.parts.data import pack
from pages.parts.step import show_step
from pages.parts.words import plain

lesson = pack().lesson
if not lesson.steps:
    st.title("Lesson")
    st.write("This article does not carry a lesson of steps yet. Its timeline and quiz are there.")
    st.stop()
ids = [step.id for step in lesson.steps]
asked = st.query_params.get("step", ids[0])
index = ids.index(asked) if asked in ids else 0
step = lesson.steps[index]

st.html(f'<p class="x-kicker">Step {index + 1} of {len(ids)}</p>')
st.progress((index + 1) / len(ids))
st.title(plain(step.title))
show_step(step)
if step.kind == "check":
    st.page_link("learn/quiz.py", label="Take the quiz", icon=":material/quiz:")

st.divider()
with st.container(horizontal=True, horizontal_alignment="distribute"):
    back = st.button("Back", shortcut="Left", disabled=index == 0, key="back")
    last = index == len(ids) - 1
    on = st.button(
        "Take the quiz" if last else "Next step", type="primary", shortcut="Right", key="on"
    )
if back:
    st.query_params["step"] = ids[index - 1]
    st.rerun()
if on and last:
    st.switch_page("learn/quiz.py")
if on:
    st.query_params["step"] = ids[index + 1]
    st.rerun()
with st.container(key="contents"):
    st.html('<p class="x-kicker">All steps</p>')
    for number, each in enumerate(lesson.steps, 1):
        st.page_link(
            "learn/lesson.py",
            label=f"{number}\\. {plain(each.title)}",
            query_params={"step": each.id},
            disabled=each.id == step.id,
        )
