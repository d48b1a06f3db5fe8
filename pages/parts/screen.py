"""One screen of a lesson on the wall."""

from __future__ import annotations

import segno
import streamlit as st

from explainer.facts import Citation
from explainer.lesson import Step
from explainer.quiz.item import Item
from explainer.screens import STAGES, Screen
from pages.parts.data import built_in, pack
from pages.parts.evidence import show_sentences
from pages.parts.figures import show_figure
from pages.parts.words import escaped, plain

CITED = 3


def show_screen(screen: Screen, step: Step, address: str) -> None:
    """Draws the screen; `address` is where students find the app, for the code on a title."""
    if screen.kind == "title":
        _title(step, address)
    elif screen.kind == "passage":
        st.html(f'<p class="x-kicker">{escaped(step.title)}</p>')
        st.html(f'<p class="x-wall">{escaped(step.passages[screen.part].told(easy=True))}</p>')
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
    # The reasons take the place of the words, so that the screen is never too full.
    if stage == STAGES.index("evidence"):
        if item.evidence:
            show_sentences(pack().source, item.evidence)
            return
        facts = [fact for id in item.fact_ids if (fact := pack().fact(id)) is not None]
        _cite(list(dict.fromkeys(c for fact in facts for c in fact.citations)))


def _cite(citations: list[Citation]) -> None:
    """The first few, a line each; a wall has no room for more, and the lesson names them all."""
    if citations:
        names = (", ".join(filter(None, (c.title, c.publisher))) for c in citations[:CITED])
        rows = "".join(f"<li>{escaped(name)}</li>" for name in names)
        more = len(citations) - CITED
        rows += f"<li>and {more} more, named in the lesson</li>" if more > 0 else ""
        st.html(f'<ul class="x-list">{rows}</ul>')


def _options(item: Item, stage: int) -> str:
    """Options with the key marked from the second stage on, rationales in the last."""
    reasons = stage >= STAGES.index("reasons")
    if item.kind == "order" and stage >= 1:
        return _in_order(item, reasons)
    rows = []
    for n, option in enumerate(item.options):
        right = stage >= 1 and option.id in item.key
        kind, tag = ("right", '<span class="tag">✓ Right</span>') if right else ("", "")
        why = escaped(option.rationale) if reasons else ""
        rows.append(
            f'<div class="x-option {kind}">{tag}<b>{n + 1}. {escaped(option.text)}</b>{why}</div>'
        )
    return "".join(rows)


def _in_order(item: Item, reasons: bool) -> str:
    """The options in their right order, a line each."""
    given = {option.id: option for option in item.options}
    rows = ['<p class="x-told">✓ The right order</p>']
    for n, id in enumerate(item.key):
        why = f" {escaped(given[id].rationale)}" if reasons else ""
        told = f"<b>{n + 1}. {escaped(given[id].text)}</b>{why}"
        rows.append(f'<div class="x-option right x-ordered">{told}</div>')
    return "".join(rows)
