"""The lesson on the wall; ?screen= is where it stands, ?notes=1 the presenter's own window."""

from pages.parts.role import require_teacher

require_teacher()

import secrets  # noqa: E402

import streamlit as st  # noqa: E402

from explainer.screens import first_of, screens  # noqa: E402
from pages.parts import desk  # noqa: E402
from pages.parts.data import pack  # noqa: E402
from pages.parts.notes import show_notes  # noqa: E402
from pages.parts.wall import address_of_app, screen_asked, show_wall  # noqa: E402
from pages.parts.words import escaped  # noqa: E402

lesson = pack()
every = screens(lesson)
talk = st.query_params.get("talk", "")[:16]
if st.query_params.get("notes") and talk:
    st.title("Notes")
    if st.button("Start the clock again"):
        desk.restart(talk)
    show_notes(talk)
elif talk and every:
    at = screen_asked(every)
    desk.shown(talk, at)
    show_wall(every, at, lesson, talk)
else:
    st.title("Present the lesson")
    st.html(f'<p class="x-lead">{escaped(lesson.title)}</p>')
    st.write(
        f"{len(every)} screens, planned for {lesson.lesson.minutes} minutes. Arrow keys, Space and "
        "a clicker's keys move on and back, Home and End go to either end. F fills the screen, B "
        "makes it black."
    )
    talk = st.session_state.setdefault("talk", secrets.token_hex(4))
    step = st.query_params.get("step", "")
    st.link_button(
        "Notes in a window of their own", f"present?talk={talk}&notes=1&lesson={lesson.id}"
    )
    if st.button("Begin", type="primary", key="begin_talk"):
        st.query_params.from_dict(
            {"talk": talk, "screen": str(first_of(step, every)), "lesson": lesson.id}
        )
        st.rerun()
    st.caption(f"Students find the app at {address_of_app()}.")
