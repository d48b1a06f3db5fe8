"""A teacher's own article: bring it in, see what was taken, watch it being read."""

from pages.parts.role import require_teacher

require_teacher()

import streamlit as st  # noqa: E402

from explainer.findings import InputProblem  # noqa: E402
from explainer.suggest import calls_for, tokens_for  # noqa: E402
from pages.parts.bring import brought_in, show_taken, with_details  # noqa: E402
from pages.parts.data import shelf  # noqa: E402
from pages.parts.keys import scroll_to  # noqa: E402
from pages.parts.model import show_model, was_stopped  # noqa: E402
from pages.parts.watch import watch  # noqa: E402
from pages.parts.words import plain  # noqa: E402

st.html('<p class="x-kicker">For teachers</p>')
st.title("Your own article")
st.html(
    '<p class="x-lead">Bring in one article in English. It becomes a lesson with questions, each '
    "checked against the article's own words; you review it before any student sees it.</p>"
)
try:
    brought = brought_in()
except InputProblem as problem:
    st.error(plain(str(problem)))
    brought = None
if brought is not None:
    show_taken(brought)
    source = with_details(brought)
    wanted = st.number_input("Questions, at most", 3, 40, 10)
    client = None
    if st.toggle("Let a model propose more", key="with_model"):
        st.caption("A model only proposes: it is checked as strictly as everything else.")
        sent = "the article's text and the questions made from it go"
        client = show_model(sent, calls_for(source), tokens_for(source))
    if st.button("Make the lesson", type="primary", key="make"):
        with st.container(key="making"):
            scroll_to(".st-key-making", f"{brought.source.title}-{len(shelf().entries())}", "start")
            watch(source, brought.left_out, int(wanted), client)
if st.session_state.pop("stopped", False):
    st.info("Stopped: no lesson was made. The article is still here.")
made = st.session_state.get("made")
if was_stopped():
    st.info("The model is no longer asked. The lesson made without the model stands.")
if made:
    st.page_link(
        "teach/review.py", label="**Review the lesson**", icon=":material/fact_check:",
        query_params={"draft": made},
    )  # fmt: skip
    st.page_link(
        "teach/quiz_plan.py", icon=":material/tune:", query_params={"plan": made},
        label="Or plan its quiz first: kinds, levels, objectives, paragraphs",
    )  # fmt: skip
