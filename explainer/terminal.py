"""What commands take from files and standard input, and how they print."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explainer.findings import InputProblem

if TYPE_CHECKING:
    from explainer.extract.extract import Extraction
    from explainer.pack import Pack
    from explainer.quiz.item import Item
    from explainer.source import Source

Json = dict[str, Any]
_QUIZ_FORM = "give a quiz as 'explainer quiz --json' prints it."


def read_input(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputProblem(f"Cannot read {name}: {error.strerror or error}.") from None


def source_of(name: str, data: bytes, published: date | None) -> Source:
    """What `data` of the file `name` says; `published` if the user knows better."""
    from explainer.reading.text import read_bytes

    given: Json = {"published": published} if published else {}
    return read_bytes(data, "" if name == "-" else name, **given)


def extraction_of(name: str, published: date | None) -> Extraction:
    from explainer.extract.extract import extract

    return extract(source_of(name, read_input(name), published))


def show(lines: Json | Sequence[str]) -> None:
    """Print JSON, or lines for people, as UTF-8 whatever the terminal is set to."""
    text = json.dumps(lines, ensure_ascii=False, indent=2) if isinstance(lines, dict) else None
    whole = text if text is not None else "\n".join(lines)
    try:
        data = whole.encode()
    except UnicodeEncodeError:  # half a surrogate pair in the text; JSON can escape it
        data = json.dumps(lines, indent=2).encode() if text else whole.encode(errors="replace")
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def items_in(data: bytes, name: str) -> list[Item | Json]:
    from explainer.export import contract

    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise InputProblem(f"{name} is not JSON; {_QUIZ_FORM}") from None
    listed = document.get("items") if isinstance(document, dict) else document
    if not isinstance(listed, list):
        raise InputProblem(f"{name} holds no list of items; {_QUIZ_FORM}")
    return [contract.read_item(given, str(place)) for place, given in enumerate(listed, 1)]


def pack_in(args: argparse.Namespace) -> Pack:
    """The pack a file holds, or the one made of the text it holds."""
    from explainer.pack import build, load_content, read

    data = read_input(args.source)
    if args.source != "-" and data.lstrip()[:1] == b"{":
        if args.content or args.published:
            raise InputProblem("A pack has its content and date; give --content with a text.")
        return read(Path(args.source))
    source = source_of(args.source, data, args.published)
    return build(source, load_content(Path(args.content)) if args.content else None)
