"""Taking a quiz: begin or go on, one question at a time, its answer told at once."""

from __future__ import annotations

import streamlit as st

from explainer.classroom import evenly
from explainer.pack import Pack
from explainer.quiz.attempt import SURE, Attempt
from explainer.quiz.item import Item
from explainer.quiz.score import is_right
from explainer.source import Source
from pages.parts.data import attempts, now
from pages.parts.feedback import show_feedback
from pages.parts.item_form import show_item, unanswered
from pages.parts.keys import scroll_to, show_quiz_keys
from pages.parts.look import phone
from pages.parts.resume import open_attempt, show_lesson_title, show_resume, show_way_back

SHORT = 10


def show_start(pack: Pack, was_asked: bool) -> None:
    """Begin a new attempt, or go on with one by its code."""
    items = [item for item in pack.items if item.variant_of is None]
    st.html('<p class="x-kicker">Quiz</p>')
    st.title("What do you know now?")
    show_lesson_title(pack)
    if was_asked:
        st.warning("This link belongs to no attempt. Begin a new one, or use your code.")
    if not items:
        st.write("No question from this article has passed the checks yet.")
        return
    st.html(
        '<p class="x-lead">One question at a time, no clock. After each answer you see why, and '
        "the words of the article that prove it.</p>"
    )
    if not phone():
        st.caption("By keyboard: a digit chooses an answer, Enter goes on.")
    length = len(items)
    if length > SHORT and pack.plan is None:
        names = {SHORT: f"{SHORT} questions", length: f"All {length}"}
        length = st.segmented_control(
            "How many?", list(names), format_func=names.get, required=True, default=SHORT
        )
    nickname = st.text_input("A nickname, if you like", max_chars=40, autocomplete="off")
    if st.button("Begin the quiz", type="primary", key="begin"):
        asked = evenly([item.id for item in items], length)
        begun = attempts().begin(
            pack.id, pack.items, now(), asked=asked, nickname=nickname.strip() or None
        )
        open_attempt(begun.token)
    st.write("")
    show_resume()
    st.page_link("learn/join.py", label="Join a class", icon=":material/groups:")


def show_question(attempt: Attempt, item: Item, source: Source) -> None:
    """The question, or what came of it once it has been answered."""
    number = attempt.number(item)
    done = len(attempt.responses)
    response = attempt.response(item.id)
    key, here = f"{attempt.token[:6]}-{number}", (attempt.token, item.id)
    at = f"{key}-{response is None}"
    show_quiz_keys(at)
    st.html(f'<p class="x-kicker">Question {number} of {len(attempt.items)} · {done} answered</p>')
    st.progress(done / len(attempt.items))
    # Were the address silent, a question answered meanwhile on another device would give way to the
    # next one unseen.
    if st.query_params.get("q") != str(number):
        st.query_params["q"] = str(number)
    if response is None:
        st.session_state["asking"] = here
        _ask(attempt, item, key)
    else:
        if st.session_state.get("asking") == here != st.session_state.get("gave"):
            st.info("You answered this in another window. The first answer counts.")
        show_feedback(item, response.given, response.right, source)
        _go_on(attempt, key)
    scroll_to(".stMain [data-testid=stMainBlockContainer]", at, "start")
    show_way_back(attempt)


def _ask(attempt: Attempt, item: Item, key: str) -> None:
    given = show_item(item, key)
    sure = st.segmented_control("How sure are you? (if you like)", list(SURE), key=f"{key}-sure")
    with st.container(key="stay"), st.container(key="go"):
        submitted = st.button("Submit", type="primary", width="stretch", key=f"{key}-go")
    # Written here, on the button's value: after a restart a callback would be dropped.
    if submitted and given:
        st.session_state["gave"] = (attempt.token, item.id)
        attempts().respond(
            attempt.token, item.id, given, is_right(item, given), now(), SURE.get(sure or "")
        )
        st.rerun()
    if submitted:
        st.warning(unanswered(item))


def _go_on(attempt: Attempt, key: str) -> None:
    following = attempt.next_item
    with st.container(key="stay"), st.container(key="go"):
        pressed = st.button(
            "Next question" if following else "See how you did", type="primary", width="stretch",
            key=f"{key}-next",
        )  # fmt: skip
    if pressed:
        # At once, so that the browser's way back leads to the question before.
        if following:
            st.query_params["q"] = str(attempt.number(following))
        else:
            st.query_params.pop("q", None)
        st.rerun()
