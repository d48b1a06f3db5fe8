"""What this is, and one way in."""

import streamlit as st

from explainer.timeline import day_in_words
from pages.parts.data import built_in, pack, shelf
from pages.parts.words import escaped, plain

lesson = pack()
source = lesson.source
st.html('<p class="x-kicker">One article, explained</p>')
st.title(plain(lesson.title))
if lesson.description:
    st.html(f'<p class="x-lead">{escaped(lesson.description)}</p>')
steps = lesson.lesson.steps
st.write("")
if st.button("Begin the lesson", type="primary", icon=":material/arrow_forward:"):
    st.switch_page("learn/lesson.py")
told = [f"{len(steps)} steps"] if steps else []
told += [f"about {lesson.lesson.minutes} minutes"] if steps else []
told += [f"{len(lesson.timeline.events)} dated events", f"{len(lesson.places)} places"]
told += [f"{len(lesson.items)} checked questions"]
st.html(f'<p class="x-muted">{escaped(" · ".join(told))}</p>')

st.subheader("The article")
when = day_in_words(source.published) if source.published else None
told = ", ".join(part for part in (source.publisher, when) if part)
st.html(
    f'<div class="x-card"><p class="x-lead">{escaped(source.title or "")}</p>'
    f'<p class="x-muted">{escaped(told)}</p></div>'
)
st.page_link("learn/article.py", label="Read it as it was published", icon=":material/article:")
st.page_link("learn/join.py", label="Join a class", icon=":material/groups:")

others = [(built_in().id, built_in().title), *shelf().listed()]
if len(others) > 1:
    st.subheader("All lessons")
    for id, title in others:
        st.page_link(
            "learn/home.py", label=plain(title), icon=":material/menu_book:",
            query_params={"lesson": id}, disabled=id == lesson.id,
        )  # fmt: skip

st.subheader("How to read these pages")
st.markdown(
    "Every statement carries a mark that says where it comes from. "
    "Press a mark to see the words or the reference it rests on."
)
st.markdown(":green[:material/article: **The article** says so, in the words you are shown.]")
st.markdown(":orange[:material/menu_book: **Background** from other works, each named.]")
st.markdown(":violet[:material/edit_note: **Your teacher** wrote this.]")
