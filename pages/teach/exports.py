"""What a teacher takes away: handouts to print."""

from pages.parts.role import require_teacher

require_teacher()

import streamlit as st  # noqa: E402

from explainer.export.handout import handout  # noqa: E402
from pages.parts.data import lesson_of, offered, pack  # noqa: E402
from pages.parts.lesson_box import choose_lesson  # noqa: E402

st.html('<p class="x-kicker">For teachers</p>')
st.title("Handouts")
lesson = lesson_of(choose_lesson(offered(), pack().id, "handout_of")) or pack()
st.write("Each is one file. Open it in a browser and print it, or save it there as a PDF.")
students, teachers = st.columns(2, gap="large")
with students:
    st.subheader("For students", anchor=False)
    st.write("The article, the steps, the timeline, a map, words to know and the questions.")
    st.download_button(
        "Handout", handout(lesson), file_name=f"{lesson.id}-handout.html", mime="text/html",
        icon=":material/download:", type="primary", on_click="ignore",
    )  # fmt: skip
with teachers:
    st.subheader("For you", anchor=False)
    st.write("The same with the plan, notes for each step, the key and what it rests on.")
    st.download_button(
        "Teacher's copy", handout(lesson, teacher=True), mime="text/html", on_click="ignore",
        file_name=f"{lesson.id}-teacher.html", icon=":material/download:",
    )  # fmt: skip
