"""Walks over the map: a guided sequence of views, and the article read against the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from explainer.geometry import ProfilePoint
from explainer.pack import Pack
from pages.parts.atlas import STILL, pressable, show_credits, show_lit
from pages.parts.cards import SHAPES
from pages.parts.data import citations
from pages.parts.evidence import show_rests
from pages.parts.look import dark, phone, room
from pages.parts.profile import gorge_of, profile, to_the_plain
from pages.parts.sections import FLOOR, PLACES, cuts_of, sections, sections_words, station_of
from pages.parts.words import plain


def _turn_to(name: str, id: str) -> None:
    st.query_params[name] = id


def show_steps(name: str, ids: Sequence[str], index: int, what: str) -> None:
    """Buttons to the one before and the one after, with the arrow keys."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Back", shortcut="Left", disabled=index == 0, key=f"{name}-back",
            on_click=_turn_to, args=(name, ids[max(index - 1, 0)]),
        )  # fmt: skip
        st.button(
            "Next", shortcut="Right", disabled=index == len(ids) - 1, type="primary",
            key=f"{name}-next", on_click=_turn_to, args=(name, ids[min(index + 1, len(ids) - 1)]),
        )  # fmt: skip
        st.markdown(f"{what} {index + 1} of {len(ids)}")


def _areas() -> tuple[Any, Any, Any, Any]:
    """For the title, the picture, the words and what there is to say of the picture: one below
    the other on a phone, else the picture and its legend beside the two others."""
    if phone():
        return st.container(), st.container(), st.container(), st.container()
    picture, words = st.columns([3, 2], gap="large")
    return words.container(), picture.container(), words.container(), picture.container()


def show_guide(lesson: Pack, id: str) -> None:
    """The view with this id: its picture, its idea, a question, and what it rests on."""
    assert lesson.geometry is not None
    views = lesson.geometry.views
    index = next((n for n, view in enumerate(views) if view.id == id), 0)
    view = views[index]
    head, chart, words, legend = _areas()
    with head:
        show_steps("view", [each.id for each in views], index, "View")
        st.header(plain(view.title), anchor=False)
    with words:
        st.markdown(plain(view.fact))
        st.markdown(f"**Compare.** {plain(view.compare)}")
        st.markdown(f"**Think.** {plain(view.question)}")
        with st.expander("One answer"):
            st.markdown(plain(view.hint))
        for claim in (claim for each in view.claim_ids if (claim := lesson.claim(each))):
            st.page_link(
                "learn/places.py", label=f"The article on this: {plain(claim.title)}",
                icon=":material/fact_check:", query_params={"claim": claim.id},
            )  # fmt: skip
        show_rests(
            f"view-{view.id}", lesson.source, citations=citations(view.reference_ids),
            origin="background", statement=view.fact,
        )  # fmt: skip
    with chart:
        if view.show == "sections":
            show_sections(lesson)
            return
        if view.show == "profile":
            show_profile(lesson, None)
            return
        shown = show_lit(lesson, view.place_ids, f"guide-{view.id}")
    with legend:
        show_credits(lesson.geometry, shown, lit=True)


def show_against(lesson: Pack, id: str) -> None:
    """A statement of the article about the land, its places on the map, and what it says to it."""
    claims = [claim for claim in lesson.claims if claim.on_map]
    index = next((n for n, claim in enumerate(claims) if claim.id == id), 0)
    claim = claims[index]
    sign, verdict = SHAPES[claim.assessment]
    head, chart, words, legend = _areas()
    with head:
        show_steps("claim", [each.id for each in claims], index, "Statement")
        st.header(plain(claim.title), anchor=False)
        for quote in claim.evidence:
            st.markdown(f"The article: “{plain(quote.quote)}”")
    with words:
        if claim.map_says:
            st.markdown(f"**The map says.** {plain(claim.map_says)}")
        st.markdown(f"{sign} **{verdict}.** {plain(claim.reports)}")
        st.caption(plain(f"{claim.confidence} {claim.lesson}"))
        show_rests(
            f"against-{claim.id}", lesson.source, quotes=claim.evidence,
            citations=citations(claim.reference_ids), statement=claim.says,
        )  # fmt: skip
    with chart:
        shown = show_lit(lesson, claim.place_ids, f"against-{claim.id}")
    with legend:
        show_credits(lesson.geometry, shown, lit=True)


def show_sections(lesson: Pack, here: str | None = None) -> None:
    """Cuts at a few stations, and at the place with the id `here` if it is one."""
    assert lesson.geometry is not None
    own = (here,) if here and here not in PLACES else ()
    given = cuts_of(lesson.geometry, (*own, *PLACES))
    if not given:
        return
    st.plotly_chart(
        sections(given, is_dark=dark(), room=room(), here=station_of(lesson.geometry, here)),
        theme=None, key="sections", config=STILL,
        alt="Cuts across the valley. " + sections_words(given),
    )  # fmt: skip
    st.caption(
        f"Metres above the river, looking downstream, one scale for all; the blue line is the "
        f"floor, {FLOOR} m above the river. Schematic, interpolated: the heights we have see "
        "nothing narrower than 0.8 km, so the gorge is narrower than drawn."
    )


def show_profile(
    lesson: Pack, here: ProfilePoint | None, pressed: Callable[[], None] | None = None
) -> None:
    """The valley from the side; `pressed` is called when a place on it is pressed."""
    assert lesson.geometry is not None
    points = to_the_plain(lesson.geometry.profile)
    st.plotly_chart(
        profile(points, is_dark=dark(), room=room(), here=here, gorge=gorge_of(points)),
        theme=None, key="profile",
        alt="Height along the river: "
        + "; ".join(f"{p.name}, {p.elevation:,.0f} m at {p.river_km:.0f} km" for p in points),
        **pressable(pressed),
    )  # fmt: skip
    st.caption(
        "Full marks: published heights. Hollow ones: inferred, or read off an elevation model."
        + (" Press one to go there." if pressed else "")
    )
