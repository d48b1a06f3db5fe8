"""Try it: questions on the land, answered at once and not counted."""

from __future__ import annotations

import streamlit as st

from explainer.pack import Pack
from explainer.quiz.item import Item
from explainer.quiz.land import land_items
from explainer.quiz.score import is_right
from pages.parts.feedback import show_feedback
from pages.parts.guided import show_steps
from pages.parts.item_form import show_item, unanswered


def show_try(lesson: Pack, id: str) -> None:
    """The question with this id; Back and Next go on without an answer."""
    items = land_items(lesson.places)
    ids = [item.id for item in items]
    index = ids.index(id) if id in ids else 0
    item = items[index]
    show_steps("try", ids, index, "Question")
    st.caption("To practise: nothing is counted. Your teacher may put such questions in the quiz.")
    with st.container(width=720):  # as wide as its maps are drawn for
        _ask(lesson, item, index)


def _ask(lesson: Pack, item: Item, index: int) -> None:
    told = st.session_state.get("tried")
    if told and told[0] == item.id:
        show_feedback(item, told[1], is_right(item, told[1]), lesson.source)
        if st.button("Ask me again", key="again", icon=":material/refresh:"):
            del st.session_state["tried"]
            st.rerun()
        return
    given = show_item(item, f"try-{index}")
    if st.button("Check", type="primary", key=f"check-{index}"):
        if given:
            st.session_state["tried"] = (item.id, tuple(given))
            st.rerun()
        st.warning(unanswered(item))
