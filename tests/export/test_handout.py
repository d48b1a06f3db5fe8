"""What goes on paper: whole, harmless, and without the key where students hold it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from explainer.export.handout import handout
from explainer.export.handout_map import schematic_map
from explainer.pack import Pack, build, load
from explainer.reading.text import read_text

ROOT = Path(__file__).parents[2]
EVIL = '<script>alert("x")</script>'


@pytest.fixture(scope="module")
def panjshir() -> Pack:
    return load(ROOT / "content" / "panjshir")


@pytest.fixture(scope="module")
def hostile() -> Pack:
    return build(
        read_text(
            f"Mayor opens {EVIL} bridge\n\nHALDEN, May 9, 2023 - Mayor Ingrid Solberg opened the "
            f"{EVIL} bridge over the Tista river in Norway on Monday. It cost 45,000 euros.\n\n"
            '"It is safer than the old one," Solberg said. The old bridge was built in 1898.\n'
        )
    )


class Balance(HTMLParser):
    """Says which tags were opened and never closed."""

    VOID = frozenset({"meta", "br", "path", "circle", "polyline"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.seen.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in self.VOID or self.open.pop() == tag


@pytest.mark.parametrize("teacher", [False, True])
def test_every_text_is_escaped_and_every_tag_closed(hostile: Pack, teacher: bool) -> None:
    """An article full of markup is shown letter for letter; the file runs and loads nothing."""
    html = handout(hostile, teacher=teacher)
    parsed = Balance()
    parsed.feed(html)
    assert parsed.open == []
    assert not {"script", "img", "iframe", "link", "object", "a"} & parsed.seen
    assert "&lt;script&gt;" in html


def test_students_get_neither_key_nor_notes(panjshir: Pack) -> None:
    """No rationale, no mark, no number answered, no note for the teacher."""
    html = handout(panjshir)
    told = [o.rationale for item in panjshir.items for o in item.options if o.rationale]
    told += [o.rationale for s in panjshir.lesson.steps if s.question for o in s.question.options]
    told += [s.teacher.aim for s in panjshir.lesson.steps]
    assert len(told) > 40
    assert [words for words in told if words in html and len(words) > 25] == []
    assert "✓" not in html
    assert 'class="right"' not in html
    assert re.findall(r'class="blank">[^<]', html) == []


def test_the_teachers_copy_has_notes_key_and_evidence(panjshir: Pack) -> None:
    """Every step's aim; a mark for every question with options; the words each item rests on."""
    from html import escape

    html = handout(panjshir, teacher=True)
    for step in panjshir.lesson.steps:
        assert escape(step.teacher.aim) in html
    for item in panjshir.items:
        if item.kind != "place_on_map":
            assert all(escape(quote.quote) in html for quote in item.evidence)
    assert html.count("✓") >= len([i for i in panjshir.items if i.kind == "single_choice"])


@pytest.mark.parametrize("teacher", [False, True])
def test_the_whole_article_is_there(panjshir: Pack, teacher: bool) -> None:
    from html import escape

    html = handout(panjshir, teacher=teacher)
    for block in panjshir.source.prose:
        assert escape(panjshir.source.text[block.start : block.end]) in html


def test_names_on_the_map_stand_apart(panjshir: Pack) -> None:
    """No two names cover each other, and the main places are named."""
    svg = schematic_map(panjshir.places, panjshir.geometry)
    assert svg is not None
    labels = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*stroke="#fff"[^>]*>([^<]+)<', svg)
    assert {"Bazarak", "Kabul", "Charikar"} <= {name for _, _, name in labels}
    boxes = [(float(x), float(y), float(x) + len(n) * 5, float(y) + 9) for x, y, n in labels]
    for n, a in enumerate(boxes):
        for b in boxes[:n]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_no_place_no_map() -> None:
    assert schematic_map((), None) is None
