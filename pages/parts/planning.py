"""What a plan is applied to and where it is kept: with the draft of a teacher's own lesson, beside
every other."""

from __future__ import annotations

import streamlit as st

from explainer.pack import Pack
from explainer.quiz.plan import Plan
from explainer.review_plan import replanned
from explainer.shelf import Shelf
from pages.parts import data
from pages.parts.planned import set_plan, with_plan


def titles(built_in: Pack, shelf: Shelf) -> dict[str, str]:
    """Title by id: the built-in lesson, the teacher's own, and those in the folder."""
    own = {entry.id: entry.title for entry in shelf.entries() if not entry.deleted}
    return {built_in.id: built_in.title} | own | dict(shelf.listed())


def plan_of(lesson: str) -> tuple[Pack, Plan | None]:
    """The lesson as it comes, and the plan set for it."""
    draft = data.shelf().draft(lesson)
    if draft is not None:
        return draft.pack, draft.pack.plan
    pack = data.as_it_comes(lesson)
    assert pack is not None
    return pack, data.plans().plan(lesson)


def drawn(lesson: str, plan: Plan) -> Pack:
    """The lesson with the quiz that this plan gives."""
    draft = data.shelf().draft(lesson)
    if draft is not None:
        return replanned(draft, plan).pack
    pack = data.as_it_comes(lesson)
    assert pack is not None
    return with_plan(pack, plan)


def show_use(lesson: str, plan: Plan, before: Plan | None) -> None:
    """Set the plan, or go back to the quiz as it comes."""
    own = data.shelf().draft(lesson) is not None
    with st.container(horizontal=True):
        if st.button("Use this quiz", type="primary", key="use", disabled=plan == before):
            _use(lesson, plan, own)
        if before is not None and not own and st.button("Back to the open quiz", key="open-quiz"):
            _use(lesson, None, own)
    if own:
        st.caption(
            "The questions you approved and your own are asked first; those that do not fit the "
            "plan leave the lesson. Undo in the review brings them back."
        )
        st.page_link(
            "teach/review.py", label="Review the lesson", icon=":material/fact_check:",
            query_params={"draft": lesson},
        )  # fmt: skip
    elif before is None:
        st.caption("No plan is set: students choose between ten questions and all there are.")


def _use(lesson: str, plan: Plan | None, own: bool) -> None:
    draft = data.shelf().draft(lesson)
    if own and draft is not None and plan is not None:
        data.shelf().save(lesson, replanned(draft, plan), data.now(), "Quiz made to a plan")
        said = "The quiz is made. Review what is new, then publish."
    else:
        set_plan(data.plans(), lesson, plan)
        said = "Students get this quiz from now on; who has begun one goes on with it."
        said = said if plan else "Students get the open quiz again."
    st.session_state["said"] = said
    st.rerun()
