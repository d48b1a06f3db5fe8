"""One step of the lesson: its idea, its prose, what to look at, its words and its question."""

from __future__ import annotations

import streamlit as st

from explainer.lesson import Passage, Step
from explainer.quiz.score import is_right
from explainer.readability import grade
from pages.parts.data import attribution_of, citations, pack
from pages.parts.evidence import show_rests
from pages.parts.feedback import show_feedback
from pages.parts.figures import show_figure
from pages.parts.item_form import show_item, unanswered
from pages.parts.keys import show_quiz_keys
from pages.parts.look import room
from pages.parts.words import escaped, plain


def show_step(step: Step) -> None:
    st.html(f'<p class="x-lead">{escaped(step.idea)}</p>')
    if not step.carried:
        st.info(plain(step.note or "The article says too little for this step."))
    elif step.note:
        st.caption(plain(step.note))
    easy = _choose_language(step)
    for number, passage in enumerate(step.passages):
        show_passage(passage, easy, f"{step.id}-{number}")
        _show_figures(step, number + 1)
    _show_figures(step, 0)
    _show_terms(step)
    if step.question is not None:
        _show_question(step)


def _choose_language(step: Step) -> bool:
    """The switch, where a plain version says it differently, and how hard the text shown is."""
    if not step.passages:
        return False
    easy = False
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if any(passage.plain for passage in step.passages):
            easy = st.toggle("In plain language", key="plain_language", persist_state="session")
        level = grade(" ".join(p.told(easy) for p in step.passages))
        if level is not None:
            st.html(
                f'<p class="x-muted">Reads like school year {max(1, round(level))}</p>',
                width="content",
            )
    return easy


def _show_figures(step: Step, beside: int) -> None:
    for number, figure in enumerate(step.figures):
        if figure.beside != beside:
            continue
        if figure.folded:
            with st.expander(plain(figure.caption)):
                show_figure(figure, f"{step.id}-{number}", room())
        else:
            show_figure(figure, f"{step.id}-{number}", room())


def _is_own(passage: Passage) -> bool:
    facts = (pack().fact(id) for id in passage.fact_ids)
    return any(fact is not None and fact.origin == "teacher" for fact in facts)


def show_passage(passage: Passage, easy: bool, key: str) -> None:
    st.markdown(plain(passage.told(easy)))
    show_rests(
        key, pack().source, quotes=passage.evidence, citations=citations(passage.reference_ids),
        attribution=attribution_of(passage.fact_ids, passage.evidence),
        statement=passage.told(easy), origin="teacher" if _is_own(passage) else None,
    )  # fmt: skip


def _show_terms(step: Step) -> None:
    terms = [term for id in step.term_ids if (term := pack().term(id)) is not None]
    if not terms:
        return
    st.html('<p class="x-kicker">Words to know</p>')
    with st.container(horizontal=True):
        for term in terms:
            with st.popover(plain(term.term), help=plain(term.definition)):
                st.write(plain(term.definition))
                st.caption(plain(term.plain))


def _show_question(step: Step) -> None:
    """Asked for the learner's own sake: told at once, written nowhere."""
    assert step.question is not None
    item = step.question.item()
    key, shown = f"step-{step.id}", f"told-{step.id}"
    st.divider()
    st.html('<p class="x-kicker">Check yourself</p>')
    show_quiz_keys()
    given = st.session_state.get(shown)
    if given is not None:
        show_feedback(item, given, is_right(item, given), pack().source)
        if st.button("Ask me again", key=f"{key}-again"):
            del st.session_state[shown]
            st.rerun()
        return
    given = show_item(item, key)
    with st.container(key="go"):
        checked = st.button("Check", key=f"{key}-go")
    if checked and given:
        st.session_state[shown] = given
        st.rerun()
    if checked:
        st.warning(unanswered(item))
