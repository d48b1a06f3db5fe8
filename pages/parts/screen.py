"""One screen of a lesson on the wall."""

from __future__ import annotations

import segno
import streamlit as st

from explainer.lesson import Step
from explainer.quiz.item import Item
from explainer.screens import STAGES, Screen
from pages.parts.data import built_in, pack
from pages.parts.evidence import show_citations, show_paragraphs
from pages.parts.figures import show_figure
from pages.parts.words import escaped, plain


def show_screen(screen: Screen, step: Step, address: str) -> None:
    """Draws the screen; `address` is where students find the app, for the code on a title."""
    if screen.kind == "title":
        _title(step, address)
    elif screen.kind == "passage":
        st.html(f'<p class="x-kicker">{escaped(step.title)}</p>')
        st.html(f'<p class="x-wall">{escaped(step.passages[screen.part].plain)}</p>')
    elif screen.kind == "figure":
        figure = step.figures[screen.part].model_copy(update={"ids": screen.ids})
        st.html(f'<p class="x-kicker">{escaped(step.title)}</p>')
        show_figure(figure, f"wall-{step.id}-{screen.part}-{len(screen.ids)}", "hall")
    elif screen.kind == "question":
        _question(step, screen)
    else:
        st.html('<p class="x-kicker">Talk about it</p>')
        st.html(f'<p class="x-wall">{escaped(step.teacher.discussion[screen.part])}</p>')


def _title(step: Step, address: str) -> None:
    words, code = st.columns([3, 1], vertical_alignment="center", gap="large")
    with words:
        st.title(plain(step.title), anchor=False)
        st.html(f'<p class="x-wall">{escaped(step.idea)}</p>')
    page = "quiz?" if step.kind == "check" else f"lesson?step={step.id}&"
    page += f"lesson={pack().id}" if pack().id != built_in().id else ""
    page = page.rstrip("?&")
    with code:
        st.html(qr(f"{address}/{page}"))
        st.caption(plain(f"{address}/{page}".split("://")[-1]))


def qr(address: str) -> str:
    """HTML of the address as a code for cameras, dark on white in every theme."""
    image = segno.make(address, error="m").svg_data_uri(
        border=3, light="#ffffff", dark="#16202e", omitsize=True
    )
    return f'<img class="x-code" src="{image}" alt="Code that opens {escaped(address)}">'


def _question(step: Step, screen: Screen) -> None:
    assert step.question is not None
    item = step.question.item()
    stage = STAGES.index(screen.stage)
    st.html('<p class="x-kicker">Check yourself</p>')
    st.header(plain(item.stem), anchor=False)
    st.html(_options(item, stage))
    if stage >= STAGES.index("evidence"):
        if item.evidence:
            show_paragraphs(pack().source, item.evidence, around=0)
        facts = [fact for id in item.fact_ids if (fact := pack().fact(id)) is not None]
        cited = list(dict.fromkeys(c for fact in facts for c in fact.citations))
        if cited and not item.evidence:
            show_citations(cited)


def _options(item: Item, stage: int) -> str:
    """Options with the key marked from the second stage on, rationales in the last."""
    rows = []
    for n, option in enumerate(item.options):
        right = option.id in item.key
        kind = tag = why = ""
        if stage >= 1 and right:
            kind = "right"
            place = f" {item.key.index(option.id) + 1}" if item.kind == "order" else ""
            tag = f'<span class="tag">✓ Right{place}</span>'
        if stage >= STAGES.index("reasons"):
            why = escaped(option.rationale)
        rows.append(
            f'<div class="x-option {kind}">{tag}<b>{n + 1}. {escaped(option.text)}</b>{why}</div>'
        )
    return "".join(rows)
