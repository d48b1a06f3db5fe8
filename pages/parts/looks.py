"""The ways to look at the places of a lesson, and which one the address asks for."""

from __future__ import annotations

import streamlit as st

from explainer.export.places_table import way_between
from explainer.geography import Place
from explainer.pack import Pack
from explainer.quiz.land import land_items
from explainer.terrain import beside
from pages.parts.atlas import open_pressed, show_credits, show_lit
from pages.parts.guided import show_profile, show_sections, show_steps
from pages.parts.look import phone
from pages.parts.words import plain

NAMES = {
    "map": "The map", "guide": "Why a fortress?", "against": "Map against text",
    "side": "From the side", "ways": "Distances", "try": "Try it",
}  # fmt: skip
VAGUE = 500  # metres: a wider range is no height to compare


def looks(lesson: Pack) -> list[str]:
    """What there is to see of this lesson."""
    land = lesson.geometry
    there = {
        "map": True,
        "guide": bool(land and land.views),
        "against": any(claim.on_map for claim in lesson.claims),
        "side": bool(land and len(land.profile) > 2),
        "ways": len(lesson.places) > 1,
        "try": len(land_items(lesson.places)) > 2,
    }
    return [look for look, is_there in there.items() if is_there]


def asked(lesson: Pack) -> str:
    """By ?look=, or by the ?view=, ?claim= or ?try= it opens."""
    query = st.query_params
    if lesson.geometry and query.get("view") in [view.id for view in lesson.geometry.views]:
        return "guide"
    if query.get("claim") in [claim.id for claim in lesson.claims if claim.on_map]:
        return "against"
    if query.get("try") and "try" in looks(lesson):
        return "try"
    return query["look"] if query.get("look") in looks(lesson) else "map"


def _turned() -> None:
    for name in ("view", "claim", "try", "look"):
        st.query_params.pop(name, None)
    if (look := st.session_state["look"]) != "map":
        st.query_params["look"] = look


def choose_look(lesson: Pack) -> str:
    there = looks(lesson)
    st.session_state["look"] = asked(lesson)
    if len(there) > 1:
        st.pills(
            "Look at", there, format_func=NAMES.get, key="look", required=True, wrap=True,
            label_visibility="collapsed", on_change=_turned,
        )  # fmt: skip
    return st.session_state["look"]


def show_side(lesson: Pack, chosen: Place) -> None:
    """The valley from its source down, the chosen place on it and on a map, and cuts across it.
    The arrow keys go down the river and up again."""
    assert lesson.geometry is not None
    points = lesson.geometry.profile
    ids = [p.place_id for p in points if p.place_id]
    here = beside(points, chosen)
    names = {place.id: place.name for place in lesson.places}
    options = ids if chosen.id in ids else [chosen.id, *ids]
    show_steps("place", options, options.index(chosen.id), "Place")
    st.session_state["station"] = chosen.id
    st.selectbox(
        "You are here", options, format_func=names.get, key="station",
        on_change=lambda: st.query_params.update({"place": st.session_state["station"]}),
    )  # fmt: skip
    if here is None:
        st.caption(f"{plain(chosen.name)} does not lie beside this river.")
    show_profile(lesson, here, lambda: open_pressed("profile"))
    cut, seen = (st.container(), st.container()) if phone() else st.columns([3, 2], gap="large")
    with cut:
        st.subheader("Cuts across the valley", anchor=False)
        show_sections(lesson, chosen.id)
    with seen:
        st.subheader("The same place on the map", anchor=False)
        shown = show_lit(
            lesson, (chosen.id,), "here", small=True, pressed=lambda: open_pressed("here")
        )
        show_credits(lesson.geometry, shown, lit=True)


def show_ways(lesson: Pack, chosen: Place) -> None:
    """How far, and in which direction, from one place to another."""
    ids = [place.id for place in lesson.places]
    names = {place.id: place.name for place in lesson.places}
    start, end = st.columns(2)
    other = next(id for id in ids if id != chosen.id)
    a = start.selectbox("From", ids, ids.index(chosen.id), format_func=names.get, key="way_from")
    b = end.selectbox("To", ids, ids.index(other), format_func=names.get, key="way_to")
    here, there = lesson.place(a), lesson.place(b)
    assert here is not None
    assert there is not None
    way = way_between(here, there)
    if way is None:
        st.markdown("Choose two different places.")
        return
    km, degrees, direction = way
    st.markdown(
        f"From {plain(here.name)} to {plain(there.name)}: **{km:,.1f} km** in a straight line, "
        f"to the **{direction}** ({degrees:.0f}° from north)."
    )
    if (climb := _climb(here, there)) is not None:
        rise = f"{abs(climb):,.0f} m {'higher' if climb > 0 else 'lower'}"
        st.markdown(f"{plain(there.name)} lies about {rise}. A road is always longer.")
    shown = show_lit(lesson, (a, b), f"way-{a}-{b}", route=(here, there))
    show_credits(lesson.geometry, shown, lit=True)


def _climb(here: Place, there: Place) -> float | None:
    """Metres from one up to the other; None where one is no single height, like a province."""
    metres = []
    for height in (here.elevation, there.elevation):
        if height is None or height.high - height.low > VAGUE:
            return None
        metres.append((height.low + height.high) / 2)
    return round(metres[1] - metres[0], -1)
