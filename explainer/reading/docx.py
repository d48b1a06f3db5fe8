"""A Word document → its paragraphs, by python-docx. Runs in the child process only."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from explainer.findings import InputProblem
from explainer.reading.child import Taken

_MOST_PARTS = 2_000


def read(data: bytes, unpacked: int) -> Taken:
    """Raises InputProblem for bombs, and for documents without text."""
    _refuse_bombs(data, unpacked)
    document = Document(io.BytesIO(data))
    body = [p.text.strip() for p in document.paragraphs]
    tables = [c.text.strip() for t in document.tables for row in t.rows for c in row.cells]
    heads = [
        p.text.strip()
        for section in document.sections
        for part in (section.header, section.footer)
        for p in part.paragraphs
    ]
    text = "\n\n".join(line for line in body if line)
    if not text:
        raise InputProblem("This document holds no text in paragraphs; paste the text instead.")
    about = document.core_properties
    left_out = [line for line in dict.fromkeys(tables + heads) if line]
    return Taken(text, left_out, {"title": about.title or None})


def _refuse_bombs(data: bytes, unpacked: int) -> None:
    """Count what really comes out: the sizes an archive states can be false."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS:
            raise InputProblem("This document has far too many parts; paste the text instead.")
        total = 0
        for part in parts:
            with archive.open(part) as stream:
                while chunk := stream.read(1 << 16):
                    total += len(chunk)
                    if total > unpacked:
                        raise InputProblem(
                            "This document unpacks to far more than it should; "
                            "paste the text instead."
                        )
