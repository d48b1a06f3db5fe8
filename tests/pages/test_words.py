"""Text from outside reaches a page as text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from explainer.source import Span
from pages.parts.words import escaped, marked, plain

markdown = MarkdownIt("commonmark", {"linkify": False}).enable(["strikethrough", "table"])


@given(st.text(alphabet="ab1 .*_~`[]()<>#!|\\$+-=:/@&;w\n'\"", max_size=40))
def test_a_label_shows_its_letters_and_nothing_else(text):
    """Rendered as Markdown, an escaped label is one paragraph of the very same words."""
    shown = "".join(
        child.content if child.type == "text" else f"<{child.type}>"
        for token in markdown.parse(plain(text))
        for child in (token.children or ([token] if token.content else []))
    )
    assert shown.replace("\u2060", "").split() == text.split()


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70))))
def test_highlighting_keeps_every_letter(text, edges):
    """Without its marks, highlighted text is the escaped text, whatever the spans."""
    spans = [Span(min(e), max(e)) for e in edges]
    found = marked(text, spans)
    assert found.replace("<mark>", "").replace("</mark>", "") == escaped(text)
    assert found.count("<mark>") == found.count("</mark>")


def test_addresses_do_not_become_links():
    """Bare addresses are broken for the reader of Markdown, not for the eye."""
    for text in ("http://a.example", "www.a.example", "me@a.example"):
        assert plain(text) != text
        assert plain(text).replace("\u2060", "").replace("\\", "") == text
