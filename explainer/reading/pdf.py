"""A PDF → its text, by pypdf. Runs in the child process only."""

from __future__ import annotations

import io
import logging
import re

from pypdf import PdfReader

from explainer.findings import InputProblem
from explainer.reading.child import Taken
from explainer.reading.refuse import LONGEST


def read(data: bytes, pages: int) -> Taken:
    """Raises InputProblem for locked, endless and scanned files."""
    logging.disable(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputProblem("This PDF is locked with a password; unlock it or paste the text.")
    if len(reader.pages) > pages:
        raise InputProblem(f"This PDF has more than {pages} pages; give the article alone.")
    texts, length = [], 0
    for page in reader.pages:
        texts.append(page.extract_text() or "")
        length += len(texts[-1])
        if length > LONGEST:
            raise InputProblem("This PDF holds far too much text; give the article alone.")
    text = paragraphs("\n".join(texts))
    if len(re.findall(r"\w", text)) < 20:
        raise InputProblem(
            "This PDF holds pictures of pages, not text; run text recognition or paste the text."
        )
    title = reader.metadata.title if reader.metadata else None
    return Taken(text, [], {"title": str(title) if title else None})


def paragraphs(text: str) -> str:
    """Lines of a page joined to paragraphs: a line ends one when it ends a sentence and is
    clearly shorter than the lines around it; words broken with a hyphen are joined."""
    lines = [line.strip() for line in text.splitlines()]
    widths = sorted(len(line) for line in lines if line)
    usual = widths[len(widths) * 3 // 4] if widths else 0
    out: list[str] = []
    current = ""
    for line in lines:
        if not line:
            out, current = [*out, current] if current else out, ""
            continue
        if re.search(r"[a-z]-$", current) and line[0].islower():
            current = current[:-1] + line
        else:
            current = f"{current} {line}" if current else line
        if len(line) < usual * 0.8 and re.search(r"[.!?:”\"’')\]]$", line):
            out.append(current)
            current = ""
    return "\n\n".join([*out, current] if current else out)
