"""Text from an article or a quiz, made harmless before it reaches a page."""

from __future__ import annotations

import html
import re

from explainer.source import Span

# Streamlit reads every label as Markdown, with links, images, emoji and colour directives.
_MARKDOWN = re.compile(r"([!#$&()*+\-./:<=>@\[\\\]^_`{|}~])")


def plain(text: str) -> str:
    """`text` for a label or st.markdown: shown letter for letter, nothing interpreted."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def escaped(text: str) -> str:
    """`text` for st.html."""
    return html.escape(text, quote=True)


def marked(text: str, spans: list[Span], offset: int = 0) -> str:
    """HTML of `text` with the words at `spans` in <mark>. Spans count from `offset`; they may
    overlap and reach beyond the text."""
    edges: list[tuple[int, int]] = []
    for start, end in sorted((s.start - offset, s.end - offset) for s in spans):
        start, end = max(start, 0), min(end, len(text))
        if start >= end:
            continue
        if edges and start <= edges[-1][1]:
            edges[-1] = (edges[-1][0], max(edges[-1][1], end))
        else:
            edges.append((start, end))
    out, at = [], 0
    for start, end in edges:
        out.append(f"{escaped(text[at:start])}<mark>{escaped(text[start:end])}</mark>")
        at = end
    return "".join(out) + escaped(text[at:])
