"""The map on a page: which part of the world, which layers, with its credits under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import streamlit as st

from explainer.geography import Place
from explainer.geography_text import country_of
from explainer.geometry import Geometry
from explainer.outlines import outlines
from explainer.pack import Pack
from explainer.terrain import count_heights
from pages.parts.frames import Box, View, boxes, frame_of, placed, seen
from pages.parts.keys import webgl
from pages.parts.land import BAND, tint
from pages.parts.locator import locator
from pages.parts.look import dark, phone, room
from pages.parts.turned import STRETCH, turned
from pages.parts.valley import ALL, LAYERS, valley
from pages.parts.words import escaped, plain

FREE = {"displayModeBar": False}
STILL = FREE | {"staticPlot": True}


def pressable(pressed: Callable[[], None] | None) -> dict[str, Any]:
    """What a chart is told: nothing to press, or `pressed` when a point of it is."""
    if pressed is None:
        return {"config": STILL}
    return {"config": FREE, "on_select": pressed, "selection_mode": "points"}


def open_pressed(key: str) -> None:
    """Puts the place that was pressed on the chart with this key into the address."""
    points = st.session_state[key].selection.points
    found = [point["customdata"] for point in points if point.get("customdata")]
    if found:
        st.query_params["place"] = found[0][0] if isinstance(found[0], list) else found[0]


def framed(lesson: Pack, ids: tuple[str, ...]) -> tuple[View, Box]:
    """The near view if it holds these places, else a frame around them."""
    sight = boxes(lesson.places, lesson.geometry)
    places = [p for p in placed(lesson.places) if p.id in ids]
    if not places:
        return next(iter(sight.items()))
    if "near" in sight and all(sight["near"].holds(p) for p in places):
        return "near", sight["near"]
    return "far", frame_of([(p.lat or 0, p.lon or 0) for p in places], margin=0.3)


def show_lit(
    lesson: Pack, ids: tuple[str, ...], key: str, route: tuple[Place, Place] | None = None, *,
    small: bool = False, pressed: Callable[[], None] | None = None,
) -> View:  # fmt: skip
    """A map on which these places stand out; `small` for a narrow column, still unless `pressed`
    is to be called. Its legend and credits are for the caller to show, by the view returned."""
    view, box = framed(lesson, ids)
    lit = tuple(p for p in placed(lesson.places) if p.id in ids)
    sight = boxes(lesson.places, lesson.geometry)
    others = seen(lesson.places, lesson.geometry, sight | {view: box}, view)
    shown = (*lit, *(p for p in others if p.id not in ids)) if view == "near" else lit
    st.plotly_chart(
        valley(shown, lesson.geometry, None, is_dark=dark(), room="phone" if small else room(),
               box=box, view=view, lit=ids, route=route),
        theme=None, key=key, alt="Map with " + ", ".join(place.name for place in lit),
        **pressable(pressed),
    )  # fmt: skip
    return view


def show_whole(lesson: Pack, key: str) -> None:
    """A still map of all that is placed."""
    sight = boxes(lesson.places, lesson.geometry)
    places = seen(lesson.places, lesson.geometry, sight, "far")
    st.plotly_chart(
        valley(places, lesson.geometry, None, is_dark=dark(), room=room(), box=sight["far"],
               view="far"),
        theme=None, key=key, config=STILL,
        alt="Map with " + ", ".join(place.name for place in places),
    )  # fmt: skip


def show_map(lesson: Pack, chosen: Place) -> None:
    """The map to press on, with its switches."""
    sight = boxes(lesson.places, lesson.geometry)
    view: View = "near" if "near" in sight and sight["near"].holds(chosen) else "far"
    layers, in_3d = ALL, False
    if len(sight) > 1:
        names = _view_names(lesson)
        view = st.segmented_control(
            "Map", list(names), format_func=names.get, default=view, required=True,
            key=f"view-{chosen.id}", label_visibility="collapsed",
        )  # fmt: skip
    if lesson.geometry and lesson.geometry.heights:
        with st.container(horizontal=True, vertical_alignment="center"):
            layers = _choose_layers()
            in_3d = view == "near" and st.toggle("Turn it in 3D", key="in_3d")
    places = seen(lesson.places, lesson.geometry, sight, view)
    if in_3d and lesson.geometry and _show_turned(lesson, places, chosen, sight[view], layers):
        return
    st.plotly_chart(
        valley(places, lesson.geometry, chosen.id, is_dark=dark(), room=room(),
               box=sight[view], view=view, layers=layers),
        theme=None, key="map",
        alt="Map of the places; the same as a table and in words follows below",
        **pressable(lambda: open_pressed("map")),
    )  # fmt: skip
    show_credits(lesson.geometry, view)
    absent = [place.name for place in lesson.places if not sight["far"].holds(place)]
    if absent:
        st.caption(f"Too far away for this map: {plain(', '.join(absent))}.")


def _view_names(lesson: Pack) -> dict[View, str]:
    if lesson.geometry is None:
        return {"near": "Where most lie", "far": "All places"}
    return {"near": f"Around {plain(lesson.places[0].name)}", "far": "The whole country"}


def _choose_layers() -> frozenset[str]:
    """Switches; on a phone behind a button, so that the map is in sight."""
    where = (
        st.popover("Layers", icon=":material/layers:") if phone() else st.container(width="content")
    )
    with where:
        chosen = st.pills(
            "Show", list(LAYERS), format_func=LAYERS.get, selection_mode="multi",
            default=[name for name in LAYERS if name in ALL], key="layers", wrap=True,
            label_visibility="collapsed",
        )  # fmt: skip
    return frozenset(chosen)


def _show_turned(
    lesson: Pack, places: tuple[Place, ...], chosen: Place, box: Box, layers: frozenset[str]
) -> bool:
    """Whether the land was drawn to turn; if not, says why."""
    can = webgl()
    if can is False:
        st.info(
            "This browser cannot draw in 3D (WebGL is missing or off), so here is the flat map."
        )
        return False
    assert lesson.geometry is not None
    st.plotly_chart(
        turned(places, lesson.geometry, chosen.id, is_dark=dark(), room=room(), box=box,
               layers=layers),
        theme=None, key="turned", config=FREE,
        alt="The land in three dimensions, seen from the south-west; the flat map shows the same",
    )  # fmt: skip
    st.caption(
        f"Heights are drawn {STRETCH} times as tall as they are. Drag to turn; the "
        "flat map shows the same. The land is cut off a little beyond the boundary."
    )
    show_credits(lesson.geometry, "near", marks="Red marks: places; blue: the one chosen.")
    return True


MARKS = (
    "Green marks, the larger the more often: places the article names. Small brown ones: "
    "background. Triangles: passes and peaks."
)


def show_credits(
    geometry: Geometry | None, view: View, *, lit: bool = False, marks: str = MARKS
) -> None:
    """Under a map: what its marks mean, `lit` ones among them, how it was made, and from what."""
    blue = "Blue marks: what is spoken of here. " if lit else ""
    if geometry is None:
        st.caption(
            f"{blue}The larger a mark, the more often the article names the place. Outlines of "
            "countries: Natural Earth, public domain."
        )
        return
    st.caption(blue + marks)
    made = "; ".join(credit.split(",")[0].rstrip(".") for credit in geometry.credits)
    made = f"{made}; outlines of countries: Natural Earth."
    if view == "near" and geometry.heights:
        keys = "".join(
            f'<span class="x-tint" style="background:{tint(m + BAND / 2, is_dark=dark())}"></span>'
            for m in range(1000, 5500, BAND)
        )
        st.html(f'<p class="x-muted x-tints"><small>1,000 m {keys} 5,500 m</small></p>')
        made = (
            f"Relief schematic, interpolated from {count_heights(geometry)} heights; bands of "
            f"{BAND} m; left blank where no height is known. {made}"
        )
    st.html(f'<p class="x-credits">{escaped(made)}</p>')
    with st.expander("About this map"):
        for note in filter(None, [geometry.note, *geometry.credits]):
            st.caption(plain(note))


def show_locator(lesson: Pack) -> None:
    """The country with its neighbours, if most places lie in one."""
    found = Counter(name for p in placed(lesson.places) if (name := country_of(p)))
    if not found:
        return
    country = found.most_common(1)[0][0]
    if country not in outlines():
        return
    sight = boxes(lesson.places, lesson.geometry)
    box = sight.get("near", sight["far"])
    st.plotly_chart(
        locator(country, box, is_dark=dark()), theme=None, key="locator", config=STILL,
        alt=f"{country} with its neighbours; the frame of the map is marked",
    )  # fmt: skip
