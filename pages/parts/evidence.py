"""Where a statement comes from: its mark, and the article opened at its words."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

import streamlit as st

from explainer.facts import Attribution, Citation, Origin, Quote
from explainer.language.sentences import split
from explainer.source import Block, Source, Span
from pages.parts.words import escaped, marked, plain

ICONS = {"source": "article", "background": "menu_book", "teacher": "edit_note"}
NAMES = {"source": "The article", "background": "Background", "teacher": "Your teacher"}
BLOCKS = {
    "title": "Title",
    "heading": "Heading",
    "dateline": "Line with place and date",
    "credit": "Credit",
}
STANCES = {
    "estimate": "as an estimate",
    "claim": "as a claim",
    "opinion": "as an opinion",
    "statement": "as a statement",
}


def origin_words(origin: Origin, paragraphs: Sequence[int] = (), references: int = 0) -> str:
    """The mark in words: "The article, paragraph 4", "Background, 2 references"."""
    if origin == "source" and paragraphs:
        numbers = ", ".join(str(p + 1) for p in paragraphs)
        return f"The article, paragraph{'s' if len(paragraphs) > 1 else ''} {numbers}"
    if origin == "background" and references:
        return f"Background, {references} reference{'s' if references > 1 else ''}"
    return NAMES[origin]


def paragraphs_of(source: Source, quotes: Sequence[Quote]) -> list[int]:
    found = {source.paragraph_at(quote.start) for quote in quotes}
    return sorted(index for index in found if index is not None)


def show_rests(
    key: str,
    source: Source,
    *,
    quotes: Sequence[Quote] = (),
    citations: Sequence[Citation] = (),
    attribution: Attribution | None = None,
    origin: Origin | None = None,
    statement: str = "",
) -> None:
    """The mark of a statement. Pressing it opens the words or the references it rests on."""
    kind: Origin = origin or ("source" if quotes else "background")
    words = [origin_words(kind, paragraphs_of(source, quotes), len(citations))]
    if kind == "source" and citations:
        words.append(f"{len(citations)} reference{'s' if len(citations) > 1 else ''}")
    elif kind != "source" and quotes:
        words.append(origin_words("source", paragraphs_of(source, quotes)).lower())
    label = " and ".join(words)
    if not quotes and not citations:
        st.markdown(f":material/{ICONS[kind]}: {plain(label)}")
        return
    if st.button(
        plain(label),
        key=f"rests-{kind}-{key}",
        type="tertiary",
        wrap=True,
        icon=f":material/{ICONS[kind]}:",
    ):
        _open_words(source, tuple(quotes), tuple(citations), attribution, statement)


@st.dialog("Where this comes from", width="large", icon=":material/search:")
def _open_words(
    source: Source,
    quotes: tuple[Quote, ...],
    citations: tuple[Citation, ...],
    attribution: Attribution | None,
    statement: str,
) -> None:
    if statement:
        st.html(f'<p class="x-lead">{escaped(statement)}</p>')
    if quotes:
        show_paragraphs(source, quotes)
        if attribution is not None:
            st.html(f'<p class="x-muted">{escaped(said_by(attribution))}</p>')
    if citations:
        show_citations(citations)
    if quotes:
        first = min(quotes, key=lambda quote: quote.start)
        st.page_link(
            "learn/article.py",
            label="Read it in the whole article",
            icon=":material/article:",
            query_params={"at": f"{first.start}-{first.end}"},
        )


def said_by(attribution: Attribution) -> str:
    """Who says so, in a sentence."""
    how = STANCES[attribution.stance]
    if attribution.kind == "narrator":
        return f"The article says so itself, {how}."
    if attribution.kind == "unnamed":
        return f"Told by a source without a name ({attribution.speaker}), {how}."
    return f"Said by {attribution.speaker}, {how}."


def show_paragraphs(source: Source, quotes: Sequence[Quote], around: int = 1) -> None:
    """The paragraphs that hold the quotes, their words highlighted, with `around` neighbours."""
    spans = [Span(q.start, q.end) for q in quotes]
    held = paragraphs_of(source, quotes)
    shown = sorted(
        {
            index
            for middle in held
            for index in range(middle - around, middle + around + 1)
            if 0 <= index < len(source.prose)
        }
    )
    above = [
        block for block in source.blocks
        if block not in source.prose
        and any(block.start <= span.start < block.end for span in spans)
    ]  # fmt: skip
    st.html(
        "".join(block_html(source, block, BLOCKS.get(block.kind, "Beside the text"), spans)
                for block in above)
        + "".join(paragraph_html(source, index, spans) for index in shown)
    )  # fmt: skip


def show_sentences(source: Source, quotes: Sequence[Quote]) -> None:
    """The sentences that hold the quotes, their words highlighted; of what stands beside the
    text, the whole line."""
    spans = [Span(q.start, q.end) for q in quotes]
    told = [*split(source), *(block for block in source.blocks if block not in source.prose)]
    whole = [Span(each.start, each.end) for each in told]
    rows = []
    for span in sorted(each for each in whole if any(_meet(each, span) for span in spans)):
        at = source.paragraph_at(span.start)
        name = "Beside the text" if at is None else f"Paragraph {at + 1}"
        text = marked(source.text[span.start : span.end], spans, span.start)
        rows.append(f'<blockquote class="x-quote"><p>{text}</p><cite>{name}</cite></blockquote>')
    st.html("".join(rows))


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def paragraph_html(source: Source, index: int, spans: Sequence[Span]) -> str:
    return block_html(source, source.prose[index], f"Paragraph {index + 1}", spans)


def block_html(source: Source, block: Block, name: str, spans: Sequence[Span]) -> str:
    text = marked(source.text[block.start : block.end], list(spans), block.start)
    aside = "" if "<mark>" in text else " aside"
    return f'<blockquote class="x-quote{aside}"><p>{text}</p><cite>{name}</cite></blockquote>'


def show_citations(citations: Sequence[Citation]) -> None:
    st.html(f'<ul class="x-list">{"".join(map(citation_html, citations))}</ul>')


def citation_html(citation: Citation) -> str:
    """Title, publisher and day; a link only where the address is one of the web."""
    told = [citation.publisher, str(citation.published) if citation.published else None]
    details = ", ".join(escaped(part) for part in told if part)
    title = escaped(citation.title)
    if urlsplit(citation.address).scheme in ("http", "https"):
        address = escaped(citation.address)
        title = f'<a href="{address}" rel="noopener noreferrer">{title}</a>'
    else:
        details = ", ".join(part for part in (details, escaped(citation.address)) if part)
    note = f"<br>{escaped(citation.note)}" if citation.note else ""
    return f"<li>{title}{f' ({details})' if details else ''}{note}</li>"
