import io
import json
import zipfile
import zlib

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from explainer.findings import InputProblem
from explainer.reading import pdf
from explainer.reading.upload import Limits, kind_of, read_upload

PARAGRAPHS = (
    "The town council of Brenford voted on Tuesday to rebuild the old stone bridge over the "
    "River Wend, which was closed after the floods of March.",
    "The work will cost about 4.5 million pounds and is planned to take two years, said Mary "
    "Holt, who leads the council.",
    "Traders on the north bank had asked for a temporary crossing, but the council said there "
    "was no money for one.",
)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def article_page() -> bytes:
    nav = "<nav><a href='/'>Home</a> <a href='/sport'>Sport news today</a></nav>"
    text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    head = (
        "<title>Bridge to be rebuilt</title><meta property='og:site_name' content='Wend Herald'>"
        "<meta property='article:published_time' content='2023-05-09T08:00:00Z'>"
    )
    return page(f"{nav}<article><h1>Bridge to be rebuilt</h1>{text}</article>"
                "<footer>Imprint of the Herald</footer>", head)  # fmt: skip


def word(*paragraphs: str) -> bytes:
    document, out = Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = "Printed for class 7"
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_of(xml: str) -> bytes:
    """A Word document whose text is this XML."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word("x"))) as whole,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in whole.namelist():
            made.writestr(name, xml if name == "word/document.xml" else whole.read(name))
    return out.getvalue()


def nested(depth: int) -> bytes:
    """Tables within tables."""
    inside = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    return word_of(f"<w:document {WORDS}><w:body>{inside}</w:body></w:document>")


def laughing() -> bytes:
    """Entities made of entities: a thousand million words, if they were all written out."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    body = "<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>"
    kind = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>'
    return word_of(f"{kind}<w:document {WORDS}>{body}</w:document>")


def portable(*lines: str, pages: int = 1) -> bytes:
    """A small PDF written by hand, with one line of text after another on each page."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    content = f"BT /F1 9 Tf 12 TL 30 800 Td {shown} ET".encode()
    kids = " ".join(f"{4 + n} 0 R" for n in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content),
    ]
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects += [
        f"<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources {font} >>".encode()
    ] * pages
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, len(out))
    )  # fmt: skip


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def test_a_web_page_gives_its_article_and_what_was_left_out() -> None:
    found = read_upload(article_page(), "bridge.html")
    for paragraph in PARAGRAPHS:
        assert paragraph in found.source.text
    assert "Sport news today" not in found.source.text
    assert "Sport news today" in found.left_out
    assert found.source.publisher == "Wend Herald"
    assert str(found.source.published) == "2023-05-09"
    assert found.source.title == "Bridge to be rebuilt"


def test_what_the_user_says_wins_over_what_the_file_says() -> None:
    found = read_upload(article_page(), "bridge.html", publisher="My school")
    assert found.source.publisher == "My school"


def test_a_word_document_gives_its_paragraphs() -> None:
    found = read_upload(word(*PARAGRAPHS), "bridge.docx")
    assert found.source.text == "\n\n".join(PARAGRAPHS)
    assert found.left_out == ("Printed for class 7",)


def test_a_pdf_gives_its_text() -> None:
    found = read_upload(portable(*PARAGRAPHS[1].split(", ")), "bridge.pdf")
    assert "4.5 million pounds and is planned to take two years" in found.source.text


def test_markdown_and_plain_text_are_kept_to_the_character() -> None:
    text = "# Bridge\r\n\r\n" + PARAGRAPHS[0]
    assert read_upload(text.encode(), "a.md").source.text == text


def test_lines_of_a_page_become_paragraphs() -> None:
    """Broken words are joined, and a short line that ends a sentence ends a paragraph."""
    lines = "The council voted to re-\nbuild the bridge over the\nWend.\nTraders asked for help."
    assert pdf.paragraphs(lines) == (
        "The council voted to rebuild the bridge over the Wend.\n\nTraders asked for help."
    )


def encrypted() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def blank() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(out)
    return out.getvalue()


ZIP_BOMB = zipped(word__document=b"\0" * 80_000_000)
INFLATING = zlib.compress(b"BT (a) Tj ET " * 6_000_000)
PDF_BOMB = portable("x").replace(b"stream\n", b"/Filter /FlateDecode stream\n" + INFLATING, 1)

BAD = {
    "empty.txt": b"",
    "spaces.txt": b" \n\t ",
    "nul.txt": b"abc\0def" * 50,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 200,
    "empty.html": b"<html></html>",
    "nothing.html": page("<nav><a href='/'>Home</a></nav>"),
    "javascript.html": page("<p>Please enable JavaScript to view this page.</p>"),
    "cookies.html": page("<p>We value your privacy. Accept all cookies to go on.</p>"),
    "robot.html": page("<h1>Access denied</h1><p>Are you a robot?</p>"),
    "deep.html": page("<div>" * 100_000 + "x"),
    "attributes.html": page("<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">hi</p>"),
    "wide.html": page("<b>x</b>" * 100_000),
    "broken.html": b"<html><body><p>\xff\xfe<<<<>>>",
    "bomb.docx": ZIP_BOMB,
    "many.docx": zipped(**{f"word__p{n}": b"x" for n in range(3_000)}),
    "nopart.docx": zipped(word__other=b"hello"),
    "nodoc.docx": zipped(word__document=b"<xml>"),
    "entities.docx": zipped(
        word__document=b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    ),
    "notext.docx": word("", "  "),
    "deep.docx": nested(5_000),
    "laughing.docx": laughing(),
    "cut.docx": word(*PARAGRAPHS)[:2000],
    "fake.docx": b"this is no archive",
    "archive.zip": zipped(a=b"hello"),
    "nested.docx": zipped(word__inner=zipped(word__inner=zipped(a=b"x" * 10_000_000))),
    "fake.pdf": b"hello",
    "cut.pdf": portable(*PARAGRAPHS)[:300],
    "header.pdf": b"%PDF-1.7",
    "garbage.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "locked.pdf": encrypted(),
    "scanned.pdf": blank(),
    "pages.pdf": portable("hello", pages=400),
    "loop.pdf": portable("hello").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    "selfref.pdf": portable("hello").replace(b"/Contents 3 0 R", b"/Contents 4 0 R"),
    "bomb.pdf": PDF_BOMB,
    "old.doc": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "page.rtf": b"{\\rtf1 hello}",
    "text.odt": b"PK nothing",
    "german.txt": (
        "Der Stadtrat hat am Dienstag beschlossen, dass die alte Brücke über den Fluss neu "
        "gebaut wird, weil sie nach der Flut nicht mehr sicher ist und die Leute warten. " * 4
    ).encode(),
    "russian.txt": ("Городской совет решил построить новый мост через реку. " * 8).encode(),
    "chinese.txt": ("市议会星期二决定重建横跨河流的旧石桥。" * 12).encode(),
    "large.txt": b"word " * 1_100_000,
    "huge.pdf": b"%PDF-" + b"0" * 5_100_000,
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_costs_one_clear_sentence(name: str) -> None:
    """Malformed files, bombs, notices and other languages: a sentence, never a crash."""
    with pytest.raises(InputProblem) as problem:
        read_upload(BAD[name], name, Limits(seconds=4))
    said = str(problem.value)
    assert said.endswith(".")
    assert "\n" not in said
    assert "Traceback" not in said
    assert len(said) < 220


def test_a_document_reads_no_file_of_the_server(tmp_path) -> None:
    """An entity that names a file stays empty."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the words of another file")
    body = f"<w:body><w:p><w:r><w:t>{PARAGRAPHS[0]} &a;</w:t></w:r></w:p></w:body>"
    kind = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    found = read_upload(word_of(f"{kind}<w:document {WORDS}>{body}</w:document>"), "a.docx")
    assert "another file" not in found.source.text


def test_the_generated_set_is_as_large_as_promised() -> None:
    assert len(BAD) >= 40


def test_time_is_bounded() -> None:
    """A limit of no time at all still ends in a sentence."""
    with pytest.raises(InputProblem, match="time or memory"):
        read_upload(portable(*PARAGRAPHS), "a.pdf", Limits(seconds=-4.9))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.html", "a", ""]))
def test_any_bytes_have_a_kind_or_a_sentence(data: bytes, name: str) -> None:
    try:
        assert kind_of(data, name) in {"text", "html", "docx", "pdf"}
    except InputProblem as problem:
        assert str(problem).endswith(".")  # noqa: PT017  either outcome is lawful


def test_left_out_pieces_are_plain_strings() -> None:
    assert json.dumps(read_upload(article_page(), "x.html").left_out)


def test_a_page_without_a_declared_encoding_loses_no_words():
    """Typographic quotes of a page that does not say its encoding are taken, not left out."""
    page = (
        "<html><body><nav>Menu</nav><article><h1>Bees</h1>"
        + "".join(
            f"<p>Bee number {n} has learned to know a face in the town.</p>" for n in range(9)
        )
        + "<p>“A small brain is not a simple brain,” said the old biologist in Lyon.</p>"
        "</article></body></html>"
    )
    upload = read_upload(page.encode(), "bees.html")
    assert "“A small brain" in upload.source.text
    assert not any("small brain" in piece for piece in upload.left_out)


@pytest.mark.parametrize(
    ("name", "outlet"),
    [("Bridge to be rebuilt | Wend Herald", "Wend Herald"), ("Bridge to be rebuilt", None),
     ("Wend Herald | Bridge to be rebuilt", None)],
)  # fmt: skip
def test_the_outlet_in_the_name_of_a_page_is_found(name: str, outlet: str | None) -> None:
    """Where a page says its outlet nowhere else; a name of another form gives none."""
    text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    body = f"<article><h1>Bridge to be rebuilt</h1>{text}</article>"
    found = read_upload(page(body, f"<title>{name}</title>"), "bridge.html")
    assert found.source.publisher == outlet
