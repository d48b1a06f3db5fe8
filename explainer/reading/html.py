"""A saved web page → its article, by trafilatura. Runs in the child process only."""

from __future__ import annotations

import re

import trafilatura
from lxml import html as lxml_html
from trafilatura.settings import Document
from trafilatura.utils import decode_file

from explainer.findings import InputProblem
from explainer.reading.child import Taken

_MOST_TAGS = 60_000
_FEWEST_WORDS = 8
_BLOCKED = re.compile(
    r"enable javascript|javascript is (?:disabled|required)|accept (?:all )?cookies|"
    r"are you a robot|verify you are human|access denied|subscribe to (?:read|continue)",
    re.I,
)


def read(data: bytes) -> Taken:
    """Raises InputProblem for pages that hold no article."""
    if data.count(b"<") > _MOST_TAGS:
        raise InputProblem("This page has far too many tags; paste the article's text instead.")
    found = trafilatura.bare_extraction(
        data, favor_precision=True, include_comments=False, include_tables=False, with_metadata=True
    )
    everything = _lines(data)
    about = found.as_dict() if isinstance(found, Document) else {}
    text = (about.get("text") or "").replace("\n", "\n\n")
    if _BLOCKED.search(" ".join(everything)) and len(text) < 600:
        raise InputProblem(
            "This page is a notice (cookies, JavaScript or a login), not the article; "
            "open the article in your browser and paste its text."
        )
    if len(text.split()) < _FEWEST_WORDS:
        raise InputProblem("No article was found in this page; paste the article's text instead.")
    taken = set(re.split(r"\s*\n+\s*", text))
    left_out = [line for line in everything if line not in taken and line not in text]
    known = {
        "title": about.get("title"),
        "author": about.get("author"),
        "publisher": about.get("sitename") or _outlet(everything, about.get("title")),
        "published": about.get("date"),
        "address": about.get("url"),
    }
    return Taken(text, left_out[:500], known)


def _outlet(lines: list[str], title: str | None) -> str | None:
    """The outlet of a page that calls itself "Title | Outlet" before all else."""
    if not title or not lines or not lines[0].startswith(title):
        return None
    rest = re.fullmatch(r"\s+[|–—-]\s+([^|–—]{2,60})", lines[0][len(title) :])
    return rest[1].strip() if rest else None


def _lines(data: bytes) -> list[str]:
    # As trafilatura decodes it, or the two would not see the same words.
    utf8 = lxml_html.HTMLParser(encoding="utf-8")
    tree = lxml_html.document_fromstring(decode_file(data).encode(), parser=utf8)
    for element in tree.xpath("//script|//style|//noscript[not(ancestor::body)]"):
        element.drop_tree()
    texts = (re.sub(r"\s+", " ", text).strip() for text in tree.itertext())
    return list(dict.fromkeys(text for text in texts if text))
