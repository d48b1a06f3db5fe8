"""The article as it came, paragraph by paragraph; ?at=start-end lights up words."""

import re

import streamlit as st

from explainer.source import Span
from explainer.timeline import day_in_words
from pages.parts.data import pack
from pages.parts.evidence import paragraph_html
from pages.parts.keys import scroll_to
from pages.parts.words import escaped, plain

source = pack().source
at = re.fullmatch(r"(\d{1,8})-(\d{1,8})", st.query_params.get("at", ""))
spans = [Span(int(at[1]), int(at[2]))] if at and int(at[1]) < int(at[2]) else []

st.html('<p class="x-kicker">The article</p>')
st.title(plain(source.title or "The article"))
when = day_in_words(source.published) if source.published else None
told = [source.publisher, when, f"photo: {source.credit}" if source.credit else None]
st.html(f'<p class="x-muted">{escaped(", ".join(part for part in told if part))}</p>')
st.html("".join(paragraph_html(source, index, spans) for index in range(len(source.prose))))
if spans:
    scroll_to("mark", at[0])
