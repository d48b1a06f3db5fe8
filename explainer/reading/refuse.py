"""What cannot be read, each said in one sentence."""

from __future__ import annotations

from explainer.findings import InputProblem

LONGEST = 6_000_000


def refuse_bytes(data: bytes, name: str = "") -> None:
    """Raises InputProblem when `data` is no text."""
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputProblem("This is not plain text; save the article as text and try again.")


def refuse_text(text: str) -> None:
    """Raises InputProblem when nothing can be made of `text`."""
    if not text.strip():
        raise InputProblem("There is no text in the input; give the text of one article.")
    if len(text) > LONGEST:
        raise InputProblem("The text is longer than 6,000,000 characters; give one article.")
