"""Cards of a step: the source, the people, numbers compared, claims weighed, words quoted."""

from __future__ import annotations

import streamlit as st

from explainer.facts import Quote
from explainer.lesson import Figure
from explainer.lesson_cards import Claim, Comparison, Person
from explainer.screens import PEOPLE, quotations, words_of
from explainer.timeline import day_in_words
from pages.parts.data import attribution_of, citations, pack
from pages.parts.evidence import show_rests
from pages.parts.look import Room, colours
from pages.parts.numbers import numbers
from pages.parts.ties import ties
from pages.parts.words import escaped, plain

SHAPES = {
    "supported": ("✓", "Supported by others"),
    "imprecise": ("≈", "Imprecise"),
    "contradicted": ("✗", "Contradicted by others"),
    "one interested voice": ("◐", "One interested voice"),
    "not verifiable": ("?", "Cannot be checked"),
}


def show_source(_figure: Figure, _key: str, room: Room) -> None:
    source = pack().source
    rows = {
        "Title": source.title,
        "Published by": source.publisher,
        "On": day_in_words(source.published) if source.published else None,
        "Written by": source.author or "no author is named",
        "Photo": source.credit,
        "Length": f"{len(source.prose)} paragraphs, {len(source.text.split())} words",
    }
    body = "".join(
        f'<tr><th scope="row">{name}</th><td>{escaped(str(value))}</td></tr>'
        for name, value in rows.items()
        if value
    )
    st.html(f'<div class="x-card"><table class="x-table"><tbody>{body}</tbody></table></div>')
    if room != "hall":
        st.page_link("learn/article.py", label="Read the article", icon=":material/article:")


def show_people(figure: Figure, key: str, room: Room) -> None:
    """The map of people, then who they are; on a wall one or the other."""
    if room != "hall" or not figure.ids:
        st.html(ties(pack().people, figure.ids, colours(), room))
    if room != "hall":
        with st.expander("Who they are"):
            _show_persons(figure, key, 2)
    elif figure.ids:
        _show_persons(figure, key, PEOPLE)


def _show_persons(figure: Figure, key: str, beside: int) -> None:
    """Cards of the people, `beside` of them in a row."""
    shown = [p for p in pack().people.persons if not figure.ids or p.id in figure.ids]
    columns = st.columns(beside)
    for number, person in enumerate(shown):
        with columns[number % beside], st.container(border=True):
            _show_person(person, f"{key}-{person.id}")


def _show_person(person: Person, key: str) -> None:
    people = pack().people
    names = {each.id: each.name for each in people.persons}
    names |= {group.id: group.name for group in people.groups}
    st.markdown(f"**{plain(person.name)}**  \n{plain(person.role)}")
    ties = [
        f"{plain(r.relation)} **{plain(names[r.to_id])}**"
        + (f" ({r.certainty})" if r.certainty != "well attested" else "")
        for r in people.relations
        if r.from_id == person.id
    ]
    if ties:
        st.markdown("; ".join(ties))
    if person.check:
        st.caption(plain(person.check))
    show_rests(
        key, pack().source, quotes=person.evidence, citations=citations(person.reference_ids),
        statement=person.role,
    )  # fmt: skip


def show_claims(figure: Figure, key: str, _room: Room) -> None:
    for claim in pack().claims:
        if not figure.ids or claim.id in figure.ids:
            _show_claim(claim, f"{key}-{claim.id}")


def _show_claim(claim: Claim, key: str) -> None:
    sign, words = SHAPES[claim.assessment]
    with st.container(border=True):
        st.html('<p class="x-kicker">How do we know?</p>')
        st.markdown(f"**{plain(claim.title)}**")
        left, right = st.columns(2)
        with left:
            st.markdown(f"*The article*  \n{plain(claim.says)}")
        with right:
            st.markdown(f"*Other reports*  \n{plain(claim.reports)}")
        st.markdown(f"{sign} **{words}.** {plain(claim.confidence)}")
        st.caption(plain(claim.lesson))
        show_rests(
            key, pack().source, quotes=claim.evidence, citations=citations(claim.reference_ids),
            statement=claim.says,
        )  # fmt: skip


def show_comparison(figure: Figure, key: str, room: Room) -> None:
    for comparison in pack().comparisons:
        if not figure.ids or comparison.id in figure.ids:
            _show_numbers(comparison, f"{key}-{comparison.id}", room)


def _show_numbers(comparison: Comparison, key: str, room: Room) -> None:
    """The values drawn to one scale; each also in words, with who gave it."""
    told = plain(comparison.question)
    st.markdown(f"**{told}**" if room == "hall" else f"**{plain(comparison.title)}**  \n{told}")
    st.html(numbers(comparison))
    st.markdown(plain(comparison.conclusion))
    if room == "hall":
        return  # the page names the references; a wall has no room for them
    quotes: list[Quote] = [q for e in comparison.estimates for q in e.evidence]
    ids = list(dict.fromkeys(id for e in comparison.estimates for id in e.reference_ids))
    show_rests(key, pack().source, quotes=quotes, citations=citations(ids))


def show_quotes(figure: Figure, key: str, _room: Room) -> None:
    for id in figure.ids or quotations(pack()):
        fact = pack().fact(id)
        if fact is None:
            continue
        who = fact.attribution.speaker or "The article"
        st.html(
            f'<blockquote class="x-quote"><p>{escaped(words_of(fact))}</p>'
            f"<cite>{escaped(who)}</cite></blockquote>"
        )
        show_rests(
            f"{key}-{id}", pack().source, quotes=fact.quotes,
            attribution=attribution_of([id], fact.quotes),
        )  # fmt: skip
