"""A file someone uploads → Source. Formats that can hide a bomb are opened in a child process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from explainer.findings import InputProblem
from explainer.reading.text import read_bytes, read_text
from explainer.source import Source

Kind = Literal["text", "html", "docx", "pdf"]
ACCEPTED = ("txt", "md", "html", "htm", "docx", "pdf")
_PASSED_ON = ("PATH", "SYSTEMROOT", "PYTHONPATH", "LANG", "TEMP", "TMP")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. `unpacked` bounds the bytes inside a .docx."""

    size: int = 5_000_000
    seconds: float = 20.0
    memory: int = 1_500_000_000
    pages: int = 200
    unpacked: int = 60_000_000


@dataclass(frozen=True, slots=True)
class Upload:
    """The source, and the pieces of the file that were not taken (navigation, credits…)."""

    source: Source
    left_out: tuple[str, ...] = ()


def read_upload(data: bytes, name: str, limits: Limits | None = None, **overrides: Any) -> Upload:
    """Read .txt, .md, .html, .docx or .pdf. `overrides` as in `reading.text.read_text`.

    Raises InputProblem, in one sentence, for whatever cannot be read within the limits.
    """
    limits = limits or Limits()
    if len(data) > limits.size:
        size = limits.size // 1_000_000
        raise InputProblem(f"{name} is larger than {size} MB; paste the article's text instead.")
    kind = kind_of(data, name)
    if kind == "text":
        return Upload(read_bytes(data, name, **overrides))
    taken = _in_a_child(data, kind, limits)
    known = {k: v for k, v in taken["known"].items() if v}
    given = {k: v for k, v in overrides.items() if v is not None}
    return Upload(read_text(taken["text"], **{**known, **given}), tuple(taken["left_out"]))


def kind_of(data: bytes, name: str) -> Kind:
    """By what the bytes are; the name decides only between text and HTML.

    Raises InputProblem for formats that are not read.
    """
    ending = PurePath(name).suffix.lower().lstrip(".")
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        if b"word/" in data:
            return "docx"
        raise InputProblem(f"{name} is an archive, not a document; unpack it and give one article.")
    if ending in {"pdf", "docx"}:
        raise InputProblem(f"{name} is not a real .{ending} file; save it again or paste the text.")
    if ending in {"doc", "odt", "rtf", "pages"}:
        raise InputProblem(f".{ending} files are not read; save as .docx or paste the text.")
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if ending in {"html", "htm"} or start.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "text"


def _in_a_child(data: bytes, kind: Kind, limits: Limits) -> dict[str, Any]:
    called = [sys.executable, "-m", "explainer.reading.child", kind]
    bounds = (limits.seconds, limits.memory, limits.pages, limits.unpacked)
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        done = subprocess.run(
            [*called, *map(str, bounds)],
            input=data,
            capture_output=True,
            timeout=limits.seconds + 5,
            env=environment,
            check=False,
        )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise InputProblem(
            f"This .{kind} file takes too much time or memory to read; paste the text instead."
        ) from None
    if "problem" in answer:
        raise InputProblem(answer["problem"])
    return dict(answer)
