"""Names in single lines marked by hand: towns' newspapers, journals, firms, straits, namesakes."""

import re
from pathlib import Path

import pytest

from explainer.gazetteer import Gazetteer
from explainer.language.reader import read
from explainer.source import Block, Source

LINES = Path(__file__).parent / "names_lines"
KINDS = {"p": "person", "l": "place", "o": "organisation"}
MARK = re.compile(r"\[([plo]) ([^\]|]*)(\|\?)?\]")
Span = tuple[int, int, str]


def marked(line: str) -> tuple[str, set[Span], set[tuple[int, int]]]:
    """The text, the marked names without "the", and the spans left open."""
    text, at = "", 0
    names: set[Span] = set()
    left_open: set[tuple[int, int]] = set()
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        name = mark[2][4:] if mark[2].lower().startswith("the ") else mark[2]
        text += mark[2]
        at = mark.end()
        if mark[3]:
            left_open.add((len(text) - len(name), len(text)))
        else:
            names.add((len(text) - len(name), len(text), KINDS[mark[1]]))
    return text + line[at:], names, left_open


def found(text: str, gazetteer: Gazetteer) -> set[Span]:
    source = Source(text=text, blocks=(Block(0, len(text), "paragraph"),))
    spans = set()
    for m in read(source, gazetteer).mentions:
        if m.type in KINDS.values():
            spans.add((m.end - len(m.text.removeprefix("The ")), m.end, m.type))
    return spans


@pytest.mark.parametrize(("name", "bar"), [("seen", 0.97)])
def test_names_of_lines(name: str, bar: float) -> None:
    """Precision and recall over the lines stay where they were when last measured."""
    gazetteer = Gazetteer.load()
    right = ours = theirs = 0
    wrong = []
    for line in (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        text, gold, left_open = marked(line)
        read_ = {
            (s, e, k)
            for s, e, k in found(text, gazetteer)
            if not any(s < b and a < e for a, b in left_open)
        }
        right, ours, theirs = right + len(gold & read_), ours + len(read_), theirs + len(gold)
        wrong += [(text[s:e], k) for s, e, k in gold ^ read_]
    assert min(right / ours, right / theirs) >= bar, (right / ours, right / theirs, wrong)
