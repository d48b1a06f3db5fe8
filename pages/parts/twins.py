"""The map's twins: a table to sort and take away, and the map in words."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from explainer.export.geojson import geojson
from explainer.export.land_table import Table, land_tables, table_csv
from explainer.export.places_table import places_csv, way_between
from explainer.geography import Place, slug
from explainer.geography_text import describe
from explainer.geometry import Geometry
from explainer.pack import Pack
from pages.parts.place import show_rows, show_table
from pages.parts.words import escaped, plain


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
    tables = {table.name: table for table in land_tables(lesson.geometry or Geometry())}
    which = "Places"
    if tables:
        which = st.pills(
            "Table of", [which, *tables], default=which, required=True, key="table", wrap=True,
            label_visibility="collapsed",
        )  # fmt: skip
    if which == "Places":
        _places(lesson, chosen)
    else:
        _land(lesson, tables[which])
    st.subheader("The map in words")
    for paragraph in describe(lesson.places, lesson.geometry):
        st.markdown(plain(paragraph))


def _places(lesson: Pack, chosen: Place) -> None:
    orders = _orders(chosen)
    order = st.selectbox("Sort", list(orders), format_func=plain, key="table_order")
    places = sorted(lesson.places, key=orders[order])
    show_table(places, lesson, chosen)
    with st.container(horizontal=True):
        _download("Table (CSV)", places_csv(places, chosen), f"{lesson.id}-places.csv")
        _download(
            "Map data (GeoJSON)", geojson(places, lesson.geometry), f"{lesson.id}-places.geojson"
        )


def _land(lesson: Pack, table: Table) -> None:
    heads = st.selectbox("Sort", ["as told", *table.heads], key=f"sort-{table.name}")
    rows = list(table.rows)
    if heads != "as told":
        rows.sort(key=lambda row: _key(row[table.heads.index(heads)]))
    show_rows([escaped(h) for h in table.heads], [[escaped(c) for c in r] for r in rows],
              escaped(table.name))  # fmt: skip
    name = slug(table.name)
    _download("Table (CSV)", table_csv(table._replace(rows=tuple(rows))),
              f"{lesson.id}-{name}.csv")  # fmt: skip


def _key(cell: str) -> tuple[bool, float, str]:
    """Numbers by size, the largest first; then words; then what is empty."""
    try:
        return False, -float(cell.replace(",", "")), ""
    except ValueError:
        return not cell, 0.0, cell


def _download(label: str, text: str, name: str) -> None:
    kind = "application/geo+json" if name.endswith("geojson") else "text/csv"
    st.download_button(
        label, text, name, kind, on_click="ignore", icon=":material/download:",
    )  # fmt: skip
