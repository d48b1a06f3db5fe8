"""One question on the screen: what a learner presses to answer it.

Only the words of the options reach the browser, never their ids, keys or rationales.
"""

from __future__ import annotations

import streamlit as st

from explainer.quiz.item import Item
from pages.parts.data import pack
from pages.parts.keys import show_touch_repair
from pages.parts.look import dark, room
from pages.parts.spots import bearings, spots, spots_of
from pages.parts.words import plain

HOW = {
    "multiple_answer": "Choose all that apply.",
    "order": "Press them in order, the earliest first. Press again to take one back.",
    "match": "Find the partner of each.",
    "number_entry": "Write a number, in digits or words.",
    "place_on_map": "Press a mark on the map, or its number.",
    "true_false": "True or false, according to the article?",
}


_FIRST = {
    "order": "Press every line first: each needs its place.",
    "match": "Find the partner of each first.",
    "number_entry": "Write a number first.",
}


def unanswered(item: Item) -> str:
    """What to do first, where an answer is sent before it is whole."""
    return _FIRST.get(item.kind, "Choose an answer first.")


def show_item(item: Item, key: str) -> tuple[str, ...]:
    """Draws the item and returns what is chosen so far: option ids, or the number as typed;
    empty while nothing that could be submitted is chosen. `key` must not tell anything."""
    st.html('<span id="question"></span>')
    st.subheader(plain(item.stem), anchor=False)
    how = HOW.get(item.kind, "")
    if how and how not in item.stem:
        st.caption(how)
    with st.container(key="answer"):
        if item.kind == "number_entry":
            return _number(item, key)
        if item.kind == "order":
            return _order(item, key)
        if item.kind == "match":
            return _match(item, key)
        if item.kind == "multiple_answer":
            return _several(item, key)
        if item.kind == "place_on_map" and spots_of(item):
            return _mark(item, key)
        return _one(item, key)


def _one(item: Item, key: str) -> tuple[str, ...]:
    numbers = range(len(item.options))
    chosen = st.radio(
        "Answers", numbers, index=None, key=key, label_visibility="collapsed",
        format_func=lambda n: _numbered(n, item.options[n].text), width="stretch",
    )  # fmt: skip
    return () if chosen is None else (item.options[chosen].id,)


def _mark(item: Item, key: str) -> tuple[str, ...]:
    """The marks of the map can be pressed, or their numbers below it."""
    if f"{key}-next" in st.session_state:
        st.session_state[key] = st.session_state.pop(f"{key}-next")
    above = st.container()
    numbers = range(len(item.options))
    with st.container(key="marks"):
        chosen = st.radio(
            "Marks", numbers, index=None, key=key, label_visibility="collapsed", width="stretch",
            format_func=lambda n: f"Mark {n + 1}", horizontal=True,
        )  # fmt: skip
    chart = spots(
        spots_of(item), bearings(item, pack().places), pack().geometry,
        is_dark=dark(), room=room(), chosen=chosen,
    )  # fmt: skip
    with above:
        st.plotly_chart(
            chart, theme=None, key=f"{key}-map", on_select="rerun", selection_mode="points",
            config={"displayModeBar": False},
            alt=f"Map with the marks {', '.join(str(n + 1) for n in range(len(item.options)))}",
        )  # fmt: skip
        show_touch_repair()
    _take_mark(key, chosen)
    return () if chosen is None else (item.options[chosen].id,)


def _take_mark(key: str, chosen: int | None) -> None:
    """A press on the map moves the radio, once. Read from the chart's state and not by a
    callback, which the first press after a restart would not reach."""
    pressed = st.session_state[f"{key}-map"]
    points = pressed.selection.points if pressed else []
    at = points[0].get("customdata") if points else None
    at = at[0] if isinstance(at, list) else at
    is_new = at is not None and at != st.session_state.get(f"{key}-pressed")
    # In a session just begun an old press must not undo a newer choice of number.
    is_new = is_new and (chosen is None or f"{key}-pressed" in st.session_state)
    st.session_state[f"{key}-pressed"] = at
    if is_new and at != chosen:
        st.session_state[f"{key}-next"] = at
        st.rerun()


def _numbered(n: int, text: str) -> str:
    return f"**{n + 1}**  {plain(text)}"


def _several(item: Item, key: str) -> tuple[str, ...]:
    return tuple(
        option.id
        for n, option in enumerate(item.options)
        if st.checkbox(_numbered(n, option.text), key=f"{key}-{n}", width="stretch")
    )


def _number(item: Item, key: str) -> tuple[str, ...]:
    label = f"Number of {item.unit}" if item.unit else "Your number"
    typed = st.text_input(plain(label), key=key, max_chars=40, autocomplete="off")
    return (typed.strip(),) if typed and typed.strip() else ()


def _match(item: Item, key: str) -> tuple[str, ...]:
    numbers = range(len(item.options))
    chosen = [
        st.selectbox(
            plain(target), numbers, index=None, key=f"{key}-{n}", placeholder="Choose",
            format_func=lambda o: plain(item.options[o].text),
        )
        for n, target in enumerate(item.targets)
    ]  # fmt: skip
    given = tuple(item.options[n].id for n in chosen if n is not None)
    return given if len(given) == len(item.targets) else ()


def _order(item: Item, key: str) -> tuple[str, ...]:
    """Rows are pressed in turn. How far one is stands in a hidden field, the option numbers with
    commas between: the browser holds it, so it outlives the server."""
    if f"{key}-next" in st.session_state:
        st.session_state[f"{key}-draft"] = st.session_state.pop(f"{key}-next")
    with st.container(key="hidden"):
        held = st.text_input("Order", key=f"{key}-draft", label_visibility="collapsed")
    numbers = [str(n) for n in range(len(item.options))]
    draft = [n for n in dict.fromkeys(held.split(",")) if n in numbers]
    for n, option in zip(numbers, item.options, strict=True):
        place = f"**{draft.index(n) + 1}**" if n in draft else "○"
        if st.button(f"{place}  {plain(option.text)}", key=f"{key}-{n}", width="stretch"):
            left = [m for m in draft if m != n]
            st.session_state[f"{key}-next"] = ",".join(left if n in draft else [*draft, n])
            st.rerun()
    return tuple(item.options[int(n)].id for n in draft) if len(draft) == len(numbers) else ()
