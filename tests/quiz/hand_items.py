"""Items as a teacher writes them, read from the short form of `hand_written/*/*.items`.

+ KIND                a good item          ! FLAW, KIND on the next line    a spoiled one
Stem                  the line after that
* text                a right option; for `match`, option = target; for `order`, in order
- text                a wrong option
= text                the correction of a false statement
> words               the sentence of the article that begins so is evidence
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from explainer.extract.extract import Extraction, extract
from explainer.facts import Quote
from explainer.quiz.item import Item, Option
from explainer.reading.text import read_bytes

HERE = Path(__file__).resolve().parent / "hand_written"


@dataclass
class Hand:
    """`flaw` is None for a good item."""

    item: Item
    found: Extraction
    flaw: str | None


@lru_cache
def extraction(path: Path) -> Extraction:
    return extract(read_bytes(path.read_bytes(), path.name))


def items(folder: str) -> Iterator[Hand]:
    """All items of `hand_written/folder`."""
    for path in sorted((HERE / folder).glob("*.items")):
        head, *blocks = path.read_text("utf-8").strip().split("\n\n")
        found = extraction((HERE / head.removeprefix("article:").strip()).resolve())
        for number, block in enumerate(blocks, 1):
            yield _hand(block.splitlines(), f"{path.stem}-{number}", found)


def _hand(lines: list[str], name: str, found: Extraction) -> Hand:
    flaw = None
    if lines[0].startswith("! "):
        flaw = lines.pop(0)[2:]
    kind, stem, rest = lines[0].removeprefix("+ "), lines[1], [(x[0], x[2:]) for x in lines[2:]]
    right = [text for mark, text in rest if mark == "*"]
    offered = [(text, mark == "*") for mark, text in rest if mark in "*-"]
    targets: tuple[str, ...] = ()
    if kind == "match":
        pairs = [text.split(" = ") for text in right]
        right, targets = [p[0] for p in pairs], tuple(p[1] for p in pairs)
        offered = [(p[0], True) for p in pairs]
    Random(name).shuffle(offered)
    if kind in ("true_false", "fact_or_claim"):
        offered.sort(key=lambda o: o[0], reverse=True)
    options = tuple(
        Option(
            id="abcdefgh"[i],
            text=text,
            rationale="The article says so." if ok else "The article does not say so.",
        )
        for i, (text, ok) in enumerate(offered)
    )
    ids = {o.text: o.id for o in options}
    quotes = tuple(_quote(text, found) for mark, text in rest if mark == ">")
    facts = tuple(
        f.id for f in found.facts
        if any(q.start <= f.quotes[0].start < q.end for q in quotes)
    )  # fmt: skip
    item = Item(
        id=name,
        kind=kind,  # type: ignore[arg-type]
        stem=stem,
        options=() if kind == "number_entry" else options,
        key=tuple(right) if kind == "number_entry" else tuple(ids[t] for t in right),
        fact_ids=facts,
        evidence=quotes,
        targets=targets,
        tolerance=0 if kind == "number_entry" else None,
        correction=next((text for mark, text in rest if mark == "="), None),
    )
    return Hand(item, found, flaw)


def _quote(words: str, found: Extraction) -> Quote:
    text = found.reading.source.text
    starts = [
        s
        for s in found.reading.sentences
        if re.sub(r"\s+", " ", text[s.start : s.end]).startswith(words)
    ]
    assert len(starts) == 1, f"{words!r} begins {len(starts)} sentences"
    start, end = starts[0].start, starts[0].end
    return Quote(start=start, end=end, quote=text[start:end])
