"""The map's twins: a table to sort and take away, and the map in words."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from explainer.export.geojson import geojson
from explainer.export.places_table import places_csv, way_between
from explainer.geography import Place
from explainer.geography_text import describe
from explainer.pack import Pack
from pages.parts.place import show_table
from pages.parts.words import plain


def _orders(chosen: Place) -> dict[str, Callable[[Place], tuple[float, str]]]:
    def far(place: Place) -> float:
        way = way_between(chosen, place)
        return way[0] if way else 0.0 if place.id == chosen.id else float("inf")

    return {
        "as told": lambda _: (0, ""),
        "by name": lambda place: (0, place.name),
        "by kind": lambda place: (0, f"{place.kind} {place.name}"),
        "highest first": lambda p: (-p.elevation.high if p.elevation else 1, p.name),
        "named most often first": lambda place: (-place.mentions, place.name),
        f"nearest to {chosen.name} first": lambda place: (far(place), place.name),
    }


def show_twins(lesson: Pack, chosen: Place) -> None:
    st.subheader("The same as a table")
    orders = _orders(chosen)
    order = st.selectbox("Sort", list(orders), format_func=plain, key="table_order")
    places = sorted(lesson.places, key=orders[order])
    show_table(places, lesson, chosen)
    with st.container(horizontal=True):
        st.download_button(
            "Table (CSV)", places_csv(places, chosen), f"{lesson.id}-places.csv", "text/csv",
            on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        st.download_button(
            "Map data (GeoJSON)", geojson(places, lesson.geometry),
            f"{lesson.id}-places.geojson", "application/geo+json",
            on_click="ignore", icon=":material/download:",
        )  # fmt: skip
    st.subheader("The map in words")
    for paragraph in describe(lesson.places, lesson.geometry):
        st.markdown(plain(paragraph))
