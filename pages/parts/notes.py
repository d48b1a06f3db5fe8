"""The presenter's window: it follows the wall and shows what the class does not see."""

from __future__ import annotations

import time

import streamlit as st

from explainer.screens import Screen, screens
from pages.parts import desk
from pages.parts.data import pack
from pages.parts.words import escaped, plain


@st.fragment(run_every=1.0)
def show_notes(talk_id: str) -> None:
    talk = desk.talk(talk_id)
    lesson = pack().lesson
    every = screens(pack())
    if talk is None or not every:
        st.write("Waiting for the presentation. Open it in another window of this browser.")
        return
    screen = every[min(talk.screen, len(every) - 1)]
    step = lesson.step(screen.step_id)
    assert step is not None
    passed = int(time.time() - talk.begun)
    before = lesson.steps[: lesson.steps.index(step)]
    planned = sum(each.teacher.minutes for each in before)
    st.html(
        f'<p class="x-kicker">Screen {talk.screen + 1} of {len(every)}</p>'
        f'<p class="x-lead"><b>{passed // 60}:{passed % 60:02}</b> passed. This step: minutes '
        f"{planned} to {planned + step.teacher.minutes} of {lesson.minutes}.</p>"
    )
    st.header(plain(step.title), anchor=False)
    st.markdown(f"**Aim.** {plain(step.teacher.aim)}")
    for sentence in step.teacher.say:
        st.markdown(f"- {plain(sentence)}")
    for each in step.teacher.misunderstandings:
        st.html(
            f'<div class="x-card"><p><b>Students may think:</b> {escaped(each.wrong)}</p>'
            f"<p><b>Say:</b> {escaped(each.answer)}</p></div>"
        )
    following = every[talk.screen + 1] if talk.screen + 1 < len(every) else None
    st.markdown(f"**Next.** {plain(_named(following))}")


def _named(screen: Screen | None) -> str:
    if screen is None:
        return "The end."
    step = pack().lesson.step(screen.step_id)
    assert step is not None
    names = {
        "title": step.title,
        "passage": "text",
        "figure": f"figure: {step.figures[screen.part].kind.replace('_', ' ')}"
        if screen.kind == "figure"
        else "",
        "question": f"question: {screen.stage}",
        "discuss": "a question to talk about",
    }
    return f"{step.title}: {names[screen.kind]}" if screen.kind != "title" else names["title"]
