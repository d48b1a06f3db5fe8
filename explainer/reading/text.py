"""Bytes or text in, Source out: the edge where plain text enters."""

from __future__ import annotations

import codecs
from typing import Any

from explainer.reading import header
from explainer.reading.refuse import refuse_bytes, refuse_text
from explainer.source import Source


def read_bytes(data: bytes, name: str = "", **overrides: Any) -> Source:
    """The source held by `data`; `name` is a file name, used in messages only.

    `overrides` are fields of Source (title, publisher, published, author, credit, address) that
    win over what the text says of itself. Raises InputProblem.
    """
    refuse_bytes(data, name)
    return read_text(_decode(data), **overrides)


def read_text(text: str, **overrides: Any) -> Source:
    """The source held by `text`, kept to the character; a leading byte order mark reads as a
    space, so that offsets stay those of the text given."""
    if text.startswith("\ufeff"):
        text = " " + text[1:]  # a space keeps every offset
    refuse_text(text)
    found = header.find(text)
    given = {field: value for field, value in overrides.items() if value is not None}
    return Source(text=text, blocks=tuple(found.blocks), **{**found.fields, **given})


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
