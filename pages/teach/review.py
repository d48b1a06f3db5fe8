"""Reviewing a lesson beside its article; ?draft= names it, ?show=start-end lights up words."""

from pages.parts.role import require_teacher

require_teacher()

import streamlit as st  # noqa: E402

from pages.parts.bench import show_bar, show_source  # noqa: E402
from pages.parts.bench_facts import show_facts  # noqa: E402
from pages.parts.bench_items import show_items  # noqa: E402
from pages.parts.bench_places import show_places  # noqa: E402
from pages.parts.bench_report import show_report  # noqa: E402
from pages.parts.bench_wordings import show_wordings  # noqa: E402
from pages.parts.data import shelf  # noqa: E402
from pages.parts.keeping import show_keeping  # noqa: E402
from pages.parts.look import phone  # noqa: E402
from pages.parts.words import plain  # noqa: E402

id = st.query_params.get("draft") or st.session_state.get("draft") or ""
draft = shelf().draft(id[:64])
if draft is None:
    st.html('<p class="x-kicker">For teachers</p>')
    st.title("Your lessons")
    show_keeping()
    st.stop()
st.session_state["draft"] = id
if "draft" not in st.query_params:
    st.query_params["draft"] = id

st.html('<p class="x-kicker">Review</p>')
st.title(plain(draft.pack.title))
show_bar(id, draft)
parts = ["Questions", "Facts", *(["Wordings"] if draft.wordings else []), "Places"]
parts += [*(["Article"] if phone() else []), "Report", "All lessons"]
made, source = (st.container(), None) if phone() else st.columns(2, gap="large")
with made:
    part = st.segmented_control(
        "Part", parts, default="Questions", required=True, key="part",
        label_visibility="collapsed",
    )  # fmt: skip
    if part == "Questions":
        show_items(id, draft)
    elif part == "Facts":
        show_facts(id, draft)
    elif part == "Wordings":
        show_wordings(id, draft)
    elif part == "Places":
        show_places(id, draft)
    elif part == "Article":
        show_source(draft.pack.source)
    elif part == "Report":
        show_report(id, draft)
    else:
        show_keeping()
if source is not None:
    with source:
        show_source(draft.pack.source)
