"""After an answer: right or wrong in words and shape, why, and the words that prove it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from explainer.facts import Citation
from explainer.pack import Pack
from explainer.quiz.item import Item, Option
from explainer.quiz.score import outcome
from explainer.source import Source
from pages.parts.data import citations, pack
from pages.parts.evidence import show_citations, show_paragraphs
from pages.parts.look import dark, room
from pages.parts.spots import bearings, spots, spots_of
from pages.parts.words import escaped, plain


def show_feedback(item: Item, given: Sequence[str], right: bool, source: Source) -> None:
    part = not right and outcome(item, given).share > 0
    sign, words = ("✓", "Right") if right else ("✗", "Partly right" if part else "Not right")
    kind = "right" if right else "wrong"
    st.html(f'<p class="x-verdict {kind}" role="status">{sign} {words}</p>')
    st.subheader(plain(item.stem), anchor=False)
    if item.kind == "place_on_map" and spots_of(item):
        _show_map(item, given)
    st.html(_answers(item, given))
    if item.correction:
        st.html('<p class="x-kicker">So it would be true</p>')
        st.html(f'<p class="x-lead">{escaped(item.correction)}</p>')
    if item.origin == "teacher":
        st.html('<p class="x-mark teacher">✎ Your teacher asks this on their own word.</p>')
    if item.evidence:
        st.html(f'<p class="x-kicker">{_over_words(item)}</p>')
        if all(source.text[q.start : q.end] == q.quote for q in item.evidence):
            show_paragraphs(source, item.evidence, around=0)
        else:  # The lesson has another text since this quiz was begun.
            quotes = (f"<p><mark>{escaped(q.quote)}</mark></p>" for q in item.evidence)
            st.html(f'<blockquote class="x-quote">{"".join(quotes)}</blockquote>')
    if item.origin == "background" or not item.evidence:
        _show_background(item)


def _over_words(item: Item) -> str:
    """What the words are to the question: no article proves where on a map a place lies."""
    if item.origin == "teacher":
        return "The words beside it"
    return "Where it is named" if item.kind == "place_on_map" else "The words that prove it"


def _show_map(item: Item, given: Sequence[str]) -> None:
    ids = [option.id for option in item.options]
    chart = spots(
        spots_of(item), bearings(item, pack().places), pack().geometry, is_dark=dark(), room=room(),
        chosen=ids.index(given[0]) if given and given[0] in ids else None,
        right=ids.index(item.key[0]),
    )  # fmt: skip
    st.plotly_chart(
        chart, theme=None, config={"staticPlot": True}, key="told-map",
        alt=f"The right mark is {ids.index(item.key[0]) + 1}",
    )  # fmt: skip


def _named(item: Item, option: Option) -> str:
    """A point of the map goes by the number of its mark."""
    if item.kind == "place_on_map" and spots_of(item):
        return f"Mark {item.options.index(option) + 1}"
    return option.text


def _answers(item: Item, given: Sequence[str]) -> str:
    if item.kind == "number_entry":
        wrote = given[0] if given else ""
        key = ("right", "✓ The number", item.key[0], "")
        if outcome(item, given).right:
            yours = ("right", "✓ You wrote", wrote, "")
            return _rows([yours] if wrote == item.key[0] else [yours, key])
        return _rows([("wrong", "✗ You wrote", wrote, ""), key])
    texts = {option.id: option for option in item.options}
    if item.kind in ("order", "match"):
        labels = item.targets or tuple(str(n + 1) for n in range(len(item.key)))
        rows = []
        for label, key, yours in zip(labels, item.key, given, strict=False):
            fits = key == yours
            said = texts[key].text if fits else f"{texts[key].text} (you: {texts[yours].text})"
            rows.append(
                ("right" if fits else "wrong", f"{'✓' if fits else '✗'} {label}", said,
                 texts[key].rationale)
            )  # fmt: skip
        return _rows(rows)
    rows = []
    for option in item.options:
        is_key, is_given = option.id in item.key, option.id in given
        if not is_key and not is_given:
            continue
        tag = "✓ Right answer" if is_key else "✗ Your answer"
        tag = "✓ Your answer" if is_key and is_given else tag
        rows.append(("right" if is_key else "wrong", tag, _named(item, option), option.rationale))
    return _rows(rows)


# The words at the end of a reason, and what leads up to them.
_QUOTED = re.compile(r"(?:^|(?<=[.!?] ))[^.!?“]*: (“.*”)$", re.DOTALL)


def _rows(rows: Sequence[tuple[str, str, str, str]]) -> str:
    """Words that one reason has quoted are not quoted again by the next."""
    told: set[str] = set()
    shown = []
    for kind, tag, text, why in rows:
        quoted = _QUOTED.search(why)
        if quoted and quoted[1] in told:
            why = why[: quoted.start()].rstrip()
        elif quoted:
            told.add(quoted[1])
        shown.append(
            f'<div class="x-option {kind}"><span class="tag">{escaped(tag)}</span>'
            f"<b>{escaped(text)}</b>{escaped(why)}</div>"
        )
    return "".join(shown)


def _show_background(item: Item) -> None:
    cited = cited_by(item, pack())
    if cited:
        st.html('<p class="x-kicker">Where this is told</p>')
        show_citations(cited)


def cited_by(item: Item, lesson: Pack) -> list[Citation]:
    """The works that an item rests on: by its facts, or as a question of a step."""
    facts = [fact for id in item.fact_ids if (fact := lesson.fact(id)) is not None]
    cited = [citation for fact in facts for citation in fact.citations]
    asked = (step.question for step in lesson.lesson.steps)
    cited += [
        each
        for question in asked
        if question is not None and question.id == item.id
        for each in citations(question.reference_ids)
        if each not in cited
    ]
    return cited
