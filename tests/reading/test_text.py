"""Bytes and text become a Source, or are refused in one sentence."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.findings import InputProblem
from explainer.reading.text import read_bytes, read_text
from explainer.source import Source

SEED = Path(__file__).parents[2] / "seeds" / "000_d4b8515b4265914a.txt"


def blocks(source: Source) -> list[tuple[str, str]]:
    return [(b.kind, source.text[b.start : b.end]) for b in source.blocks]


def test_header_of_the_seed() -> None:
    """A header scraped into one line gives title, lead, outlet, date and credit."""
    source = read_bytes(SEED.read_bytes())
    assert source.text == SEED.read_bytes().decode()
    assert source.title == "World War declared to the Taliban?"
    assert source.publisher == "Sputnik"
    assert source.published == date(2021, 8, 25)
    assert source.credit == "Tanjug/AP Photo/Khwaja Tawfiq Sediqi"
    kinds = [kind for kind, _ in blocks(source)]
    assert kinds[:3] == ["dateline", "title", "lead"]
    assert blocks(source)[2][1].startswith("Despite")
    assert len(source.prose) == 27
    assert all("Tweet" not in source.text[b.start : b.end] for b in source.prose)


def test_plain_article() -> None:
    """Title, byline and date lines, a dateline, a caption's credit and furniture are told apart."""
    source = read_text(
        "Taliban take Kabul\nBy John Smith and Ana Petrović, Associated Press\nAug. 15, 2021\n\n"
        "KABUL, Afghanistan (AP) — The Taliban took the city. They said so.\n\nADVERTISEMENT\n\n"
        "What happens next\n\nA man walks in Kabul. (AP Photo/Rahmat Gul)\n\n"
        "Read more: Something else\n\nReporting by X Y; Editing by Z"
    )
    assert (source.title, source.author) == ("Taliban take Kabul", "John Smith and Ana Petrović")
    assert (source.publisher, source.published) == ("Associated Press", date(2021, 8, 15))
    assert source.credit == "AP Photo/Rahmat Gul"
    assert [words for kind, words in blocks(source) if kind == "paragraph"] == [
        "The Taliban took the city. They said so.",
        "A man walks in Kabul.",
    ]


def test_labelled_header() -> None:
    """Lines such as "Author: …" fill their fields and are no prose."""
    source = read_text(
        "Title: A big day\nAuthor: Bob Dole\nDate: 2020-01-02\nURL: https://a.example/b\n\n"
        "It rained."
    )
    assert (source.title, source.author) == ("A big day", "Bob Dole")
    assert (source.published, source.address) == (date(2020, 1, 2), "https://a.example/b")
    assert [source.text[b.start : b.end] for b in source.prose] == ["It rained."]


@pytest.mark.parametrize(
    ("text", "dateline", "publisher"),
    [
        (
            "KABUL, Aug 25 (Reuters) - They came.\n\nMore came.",
            "KABUL, Aug 25 (Reuters) -",
            "Reuters",
        ),
        ("MOSCOW, August 25. /TASS/. They came.\n\nMore.", "MOSCOW, August 25. /TASS/.", "TASS"),
        ("NEW DELHI: They came.\n\nMore came.", "NEW DELHI:", None),
        ("London — They came.\n\nMore came.", "London —", None),
        (
            "KABUL, Afghanistan (Nov. 14, 2011) – They came.\n\nMore.",
            "KABUL, Afghanistan (Nov. 14, 2011) –",
            None,
        ),
    ],
)
def test_datelines(text: str, dateline: str, publisher: str | None) -> None:
    """A dateline stands before the prose of the first paragraph, and may name the agency."""
    source = read_text(text)
    assert blocks(source)[:2] == [("dateline", dateline), ("paragraph", "They came.")]
    assert source.publisher == publisher


@pytest.mark.parametrize(
    "text",
    [
        "The cat sat on the mat.",
        "The cat sat",
        "Share prices fell on August 25, 2021, a Reuters/Ipsos poll says.\n\nThen they rose.",
        "Smith — who won — left.\n\nMore came.",
        "By noon the town had fallen.\n\nMore came.",
        "Roses are red\nViolets are blue\nSugar is sweet",
    ],
)
def test_prose_stays_prose(text: str) -> None:
    """Where it is unsure, a line is prose: no statement is lost."""
    source = read_text(text)
    assert " ".join(t for _, t in blocks(source)) == text.replace("\n\n", " ")
    assert {kind for kind, _ in blocks(source)} == {"paragraph"}


def test_single_newlines_part_paragraphs() -> None:
    """Without blank lines each line that ends a sentence is a paragraph; wrapped lines are not."""
    assert len(read_text("One came.\nTwo came.\r\nThree came.\n").prose) == 3
    wrapped = (
        "This is a long line of a paragraph that goes on and\nends in the next line. So it is."
    )
    assert len(read_text(wrapped).prose) == 1


def test_the_users_word_wins() -> None:
    """Fields given by the user win over those found; None gives nothing."""
    source = read_text("Big day\n\nBy Ana Ilić\n\nIt rained.", title="Mine", author=None)
    assert (source.title, source.author) == ("Mine", "Ana Ilić")


def test_encodings() -> None:
    """UTF-8 and UTF-16 with their marks, and Windows-1252, are read; newlines are kept."""
    assert read_bytes(b"\xef\xbb\xbfHe left.\r\n").text == "He left.\r\n"
    assert read_bytes("Über all.".encode("utf-16")).text == "Über all."
    assert read_bytes("caf\xe9 \x93yes\x94".encode("latin-1")).text == "café “yes”"


GERMAN = (
    "Das ist ein Text auf Deutsch und er ist nicht in Englisch geschrieben, sondern in der Sprache "
    "der Deutschen, die auch so schreiben wie sie sprechen, und das ist gut so, weil die Leser es "
    "verstehen, wenn sie die Sprache kennen und lesen wollen, und so fort, bis zum Ende."
)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no text"), (b" \n\t", "no text"), (b"%PDF-1.7 x", "PDF"), (b"PK\x03\x04x", "zip"),
        (b"\x89PNG\r\n", "image"), (b"ab\0c", "binary"), (bytes(range(128, 256)) * 9, "decoded"),
        (b"<!DOCTYPE html><html>", "web page"), (b"Please enable JavaScript to go on", "withholds"),
        (GERMAN.encode(), "English"), ("Это русский текст. ".encode() * 20, "English"),
        (b"a " * 4_000_001, "too long"), (b"... --- 12", "no words"),
    ],
)  # fmt: skip
def test_refusals(data: bytes, says: str) -> None:
    """What is no English article is refused in one sentence that says why."""
    with pytest.raises(InputProblem, match=says) as problem:
        read_bytes(data)
    assert str(problem.value).count("\n") == 0


def test_five_megabytes_of_one_line() -> None:
    """A long line is read, not refused."""
    assert len(read_text("The army of the north was at the gate. " * 130_000).prose) == 1


PIECES = st.sampled_from(
    [
        "\n", "\n\n", " ", "\t", "\r\n", "By John", "Source: B92 ", "date 2021-08-25 ",
        "Tweet Share",
        "(AP Photo/X Y)", "\u202e", "😀", "\x0b", "\x85", "\u2028", '"', ".", "|", "He came. ",
        "KABUL, Aug 25 (Reuters) -", "Photo: X", "Title here", "\u200b", "Related:", "Author: A",
    ]
)  # fmt: skip


@given(st.lists(PIECES).map("".join) | st.text())
def test_any_text(text: str) -> None:
    """Any text gives a refusal, or trimmed blocks that hold all but its white space."""
    try:
        source = read_text(text)
    except InputProblem:
        return
    last = 0
    for block in source.blocks:
        assert not source.text[last : block.start].strip()
        words = source.text[block.start : block.end]
        assert words == words.strip() != ""
        last = block.end
    assert not source.text[last:].strip()
    assert source.prose


def test_headline_outlet_and_date_on_lines_of_their_own() -> None:
    """What stands above many pasted articles; days of the week then count from that date."""
    source = read_text(
        "Harrowgate win first title\nThe Northern Courier\n14 May 2023\n\n"
        "Harrowgate won the cup on Saturday, after a long season of hope and rain.\n"
    )
    assert source.title == "Harrowgate win first title"
    assert source.publisher == "The Northern Courier"
    assert str(source.published) == "2023-05-14"
    assert [source.text[b.start : b.start + 14] for b in source.prose] == ["Harrowgate won"]


def test_a_byte_order_mark_moves_no_offset() -> None:
    text = "\ufeffThe town of Halden has nine bridges and a castle."
    (block,) = read_text(text).prose
    assert (block.start, block.end) == (1, len(text))
