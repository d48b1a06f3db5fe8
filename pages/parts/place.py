"""A place in words, and all of them in a table."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from explainer.export.places_table import way_between
from explainer.geography import Elevation, Place, Unplaced
from explainer.geography_text import country_of
from explainer.language.reader import own_gazetteer
from explainer.pack import Pack
from pages.parts.data import citations
from pages.parts.evidence import origin_words, paragraphs_of, show_rests
from pages.parts.words import escaped, plain


def show_place(place: Place, pack: Pack) -> None:
    st.header(plain(place.name), anchor=False)
    told = [place.kind, metres(place.elevation), country_of(place) or country_name(place.country)]
    st.html(f'<p class="x-muted">{escaped(", ".join(part for part in told if part))}</p>')
    if place.spellings:
        st.caption(f"Also written {plain(', '.join(place.spellings))}")
    if place.about:
        st.markdown(plain(place.about))
    if place.caution:
        st.markdown(f"**Take care.** {plain(place.caution)}")
    show_rests(
        place.id, pack.source, quotes=place.evidence, citations=citations(place.reference_ids),
        origin=place.origin, statement=place.about or place.name,
    )  # fmt: skip


def point_words(lat: float, lon: float) -> str:
    """35.45° N, 69.80° E"""
    north, east = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    return f"{abs(lat):.2f}° {north}, {abs(lon):.2f}° {east}"


def country_name(code: str | None) -> str | None:
    """A country's name; what is no code stays as it is."""
    return own_gazetteer().country_name(code) or code


def metres(elevation: Elevation | None) -> str | None:
    if elevation is None:
        return None
    if elevation.low == elevation.high:
        return f"{elevation.low:,} m"
    return f"{elevation.low:,} to {elevation.high:,} m"


def show_table(places: Sequence[Place], pack: Pack, seen_from: Place) -> None:
    """A row a place, with its distance and direction from `seen_from`; no column of heights
    where none is known."""
    rows = []
    for place in places:
        way = way_between(seen_from, place)
        mark = origin_words(
            place.origin, paragraphs_of(pack.source, place.evidence), len(place.reference_ids)
        )
        rows.append(
            (
                escaped(place.name), escaped(place.kind), escaped(metres(place.elevation) or ""),
                point_words(place.lat, place.lon), f"{way[0]:,.0f} km {way[2]}" if way else "",
                str(place.mentions or ""),
                f'<span class="x-mark {place.origin}">{escaped(mark)}</span>',
            )
        )  # fmt: skip
    names = (
        "Place", "Kind", "Height", "Where", f"From {seen_from.name}", "Times named", "Stands in",
    )  # fmt: skip
    kept = [n for n in range(len(names)) if n != 2 or any(row[2] for row in rows)]
    show_rows([escaped(names[n]) for n in kept], [[row[n] for n in kept] for row in rows], "Places")


def show_rows(heads: Sequence[str], rows: Sequence[Sequence[str]], label: str) -> None:
    """A table of cells that are HTML already; the first of a row names it."""
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    st.html(
        f'<div class="x-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="x-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def show_unplaced(unplaced: Sequence[Unplaced]) -> None:
    """Names that may mean several places, or none we know: told, never guessed."""
    if not unplaced:
        return
    st.subheader("Not on the map")
    rows = "".join(
        f"<li><b>{escaped(each.name)}</b><br>{escaped(each.why)}</li>" for each in unplaced
    )
    st.html(f'<ul class="x-list">{rows}</ul>')
