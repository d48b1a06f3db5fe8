"""The quiz of a lesson, set to a plan; ?plan= names the lesson."""

from pages.parts.role import require_teacher

require_teacher()

import streamlit as st  # noqa: E402

from pages.parts.data import built_in, shelf  # noqa: E402
from pages.parts.lesson_box import choose_lesson  # noqa: E402
from pages.parts.look import phone  # noqa: E402
from pages.parts.plan_form import plan_form  # noqa: E402
from pages.parts.plan_quiz import show_quiz  # noqa: E402
from pages.parts.planning import drawn, plan_of, show_use, titles  # noqa: E402
from pages.parts.words import plain  # noqa: E402

st.html('<p class="x-kicker">For teachers</p>')
st.title("Plan the quiz")
st.html(
    '<p class="x-lead">Say what you want to ask; see at once what the article carries, and '
    "why it carries no more.</p>"
)
names = titles(built_in(), shelf())
known = (st.query_params.get("plan"), st.session_state.get("draft"), st.session_state.get("lesson"))
lesson = choose_lesson(names, next((id for id in known if id in names), None), "planned")
if said := st.session_state.pop("said", None):
    st.success(plain(said))
form, result = (st.container(), st.container()) if phone() else st.columns([2, 3], gap="large")
pack, before = plan_of(lesson)
with form:
    plan = plan_form(pack, before, f"plan-{lesson}")
made = drawn(lesson, plan)
with form:
    show_use(lesson, plan, before)
with result:
    show_quiz(made, plan)
