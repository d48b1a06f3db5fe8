"""What a text says of itself: title, outlet, date, credit; and which stretches are prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from explainer.source import Block

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*\n))*")
_RUN = re.compile(
    r"^(?:date (?P<date>\d{4}-\d\d-\d\d) )?(?P<title>[^.?!]+[.?!]) (?P<lead>.+[.?!]) "
    r"(?P<source>Source: (?P<outlet>.+?) \w+day, .*?(?:Tweet|Share) )(?P<credit>\S*/.*)$"
)


@dataclass
class Header:
    blocks: tuple[Block, ...]
    fields: dict[str, Any] = field(default_factory=dict)


def find(text: str) -> Header:
    """Blocks of `text` and the fields of Source found in it."""
    blocks: list[Block] = []
    fields: dict[str, Any] = {}
    for match in _PARAGRAPH.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        run = _RUN.match(text[start:end]) if not blocks else None
        if run:
            for kind in ("date", "title", "lead", "source", "credit"):
                low, high = run.span(kind)
                if low < 0:
                    continue
                high = low + len(run.group(kind).rstrip())
                name = {"date": "dateline", "source": "furniture"}.get(kind, kind)
                blocks.append(Block(start + low, start + high, name))  # type: ignore[arg-type]
            fields = {"title": run["title"], "publisher": run["outlet"], "credit": run["credit"]}
            if run["date"]:
                fields["published"] = date.fromisoformat(run["date"])
        else:
            blocks.append(Block(start, end, "paragraph"))
    return Header(tuple(blocks), fields)
