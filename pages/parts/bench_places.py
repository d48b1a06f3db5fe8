"""Places under review: candidates for those without a point, a point of the teacher's own."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from explainer.draft import Draft
from explainer.earth import Point
from explainer.facts import Quote
from explainer.findings import InputProblem
from explainer.geography import Unplaced
from explainer.placing import parse_point
from explainer.review_places import candidates, put_point, take_point_back, told
from pages.parts.atlas import show_whole
from pages.parts.bench import keep, show_findings, show_words, tag, turn
from pages.parts.place import point_words
from pages.parts.words import escaped, plain


def show_places(id: str, draft: Draft) -> None:
    pack = draft.pack
    if said := st.session_state.pop("moved", None):
        show_findings(said)
    if pack.places:
        show_whole(pack, "review-map")
    if pack.unplaced:
        st.subheader(f"Not on the map: {len(pack.unplaced)}", anchor=False)
        st.caption(
            "Choose which place is meant, or type a point. It is marked as yours wherever "
            "students see it. What you leave stays listed with its reason."
        )
        for missing in pack.unplaced:
            _missing(id, draft, missing)
    if pack.places:
        st.subheader(f"On the map: {len(pack.places)}", anchor=False)
        _placed(id, draft)
    if not pack.places and not pack.unplaced:
        st.write("The article names no place that the rules find.")


def _missing(id: str, draft: Draft, missing: Unplaced) -> None:
    with st.container(border=True, key=f"missing-{missing.name}"):
        times = f"named {missing.mentions} times" if missing.mentions > 1 else "named once"
        st.html(
            f'<p><b>{escaped(missing.name)}</b> <span class="x-muted">{times}</span></p>'
            f'<p class="x-muted">{escaped(missing.why)}</p>'
        )
        _words(missing.name, missing.evidence)
        _form(id, draft, missing.name, "Put it on the map")


def _placed(id: str, draft: Draft) -> None:
    names = [place.name for place in draft.pack.places]
    name = st.selectbox("Look at or change", names, format_func=plain, key=f"change-{turn()}")
    place = next(each for each in draft.pack.places if each.name == name)
    own = tag("teacher", "✎ Your own") if place.origin == "teacher" else ""
    at = escaped(f"{place.kind}, {point_words(place.lat, place.lon)}")
    st.html(f"{own}<p><b>{escaped(place.name)}</b>, {at}</p>")
    with st.container(horizontal=True):
        _words(place.name, place.evidence)
        if place.origin == "teacher" and st.button(
            "Take my point back", icon=":material/undo:", key=f"back-{place.id}"
        ):
            edit = take_point_back(draft, place.name)
            st.session_state["moved"] = edit.findings
            keep(id, edit.draft, f"The point of {place.name} taken back")
    with st.expander("Another point"):
        _form(id, draft, place.name, "Move it there")


def _words(name: str, quotes: Sequence[Quote]) -> None:
    show_words(f"place-{name}", quotes)


def _form(id: str, draft: Draft, name: str, label: str) -> None:
    """Candidates to choose from, or a point to type; what is wrong is said under the form."""
    found = candidates(name)
    with st.form(f"point-{name}-{turn()}", border=False):
        chosen = None
        if found:
            chosen = st.selectbox(
                "It is", range(len(found)), index=None, placeholder="Choose a place",
                format_func=lambda n: plain(told(found[n])), key=f"which-{name}-{turn()}",
            )  # fmt: skip
        typed = st.text_input(
            "Or a point of your own" if found else "Its point", max_chars=80,
            placeholder="35.3, 69.5 or 35°18′N 69°31′E", key=f"typed-{name}-{turn()}",
        )  # fmt: skip
        sent = st.form_submit_button(label)
    if not sent:
        return
    candidate = found[chosen] if chosen is not None else None
    if not typed.strip() and candidate is None:
        st.error("Choose a place or type its point first.")
        return
    try:
        point = parse_point(typed) if typed.strip() else None
    except InputProblem as problem:
        st.error(plain(str(problem)))
        return
    if point is not None:
        candidate = None
    elif candidate is not None:
        point = Point(candidate.lat, candidate.lon)
    assert point is not None
    edit = put_point(draft, name, point, candidate)
    st.session_state["moved"] = edit.findings
    keep(id, edit.draft, f"{name} put at {point_words(*point)}")
