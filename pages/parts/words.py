"""Text from an article or a quiz, made harmless before it reaches a page."""

from __future__ import annotations

import html
import re

from explainer.source import Span

# Streamlit reads every label as Markdown, with links, images, emoji and colour directives, and
# turns bare addresses into links. Only what could mean something is escaped, because some
# accessible names are made of the label as written.
_ANYWHERE = re.compile(r"[*_~`$<>\[\]\\|^{}]|:(?=\w)|&(?=#?\w+;)")
_AT_THE_START = re.compile(r"^(?:[#+\-=:>]|\d+(?=[.)]))")
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=@)(?=\w)", re.IGNORECASE)
_JOINER = "\u2060"  # Seen by nobody; it only breaks what looks like an address.


def plain(text: str) -> str:
    """`text` for a label or st.markdown: shown letter for letter, nothing interpreted."""
    text = _ADDRESS.sub(_JOINER, " ".join(text.split()))
    text = _ANYWHERE.sub(lambda found: "\\" + found[0], text)
    return _AT_THE_START.sub(_shield, text)


def _shield(found: re.Match[str]) -> str:
    """A list number keeps its digits and has its dot escaped; a sign is escaped itself."""
    return f"{found[0]}{_JOINER}" if found[0].isdigit() else f"\\{found[0]}"


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
