"""Lines of a page that state nothing of the story, and lines that say what they are."""

from __future__ import annotations

import re

AGENCIES = {
    name.lower(): name
    for name in (
        "Reuters", "AP", "Associated Press", "The Associated Press", "AFP", "Agence France-Presse",
        "Xinhua", "TASS", "PTI", "ANI", "IANS", "UPI", "UNI", "DPA", "dpa", "ANSA", "EFE", "Tanjug",
        "Beta", "Hina", "FoNet", "SRNA", "Sputnik", "Bloomberg", "Anadolu", "Anadolu Agency",
        "Kyodo", "Yonhap", "Interfax", "RIA Novosti", "BBC News", "BBC", "CNN", "The Guardian",
        "PA Media", "AAP", "NPR", "Al Jazeera", "Deutsche Welle", "RFE/RL", "VOA",
        "The New York Times",
        "Washington Post", "The Washington Post", "The Hindu", "The Times of India", "Dawn", "B92",
    )
}  # fmt: skip

_FURNITURE = re.compile(
    r"""(?:
    advertisement(?:\s[-–—:|].*)?|continue\ reading(?:\b.*)?|story\ continues(?:\ below)?.*
    |(?:read|see|watch|learn)\ (?:more|also|next|full\ story)\s?(?:[:|»→-].*|\.{0,3})
    |also\ read\s?:.*|read\s?:.*|related(?:\ (?:stories|articles|news|topics|coverage
    |content))?\s?(?::.*)?
    |more\ (?:on\ this(?:\ story)?|from\ .{1,40}|stories|news)\s?:?
    |recommended(?:\ stories)?\s?:?|most\ (?:read|popular)
    |(?:we|this\ (?:web)?site|our\ (?:web)?site)\ uses?\ cookies\b.*|accept\ (?:all\ )?cookies.*
    |cookie\ (?:policy|settings|notice).*
    |by\ (?:continuing|using)\ (?:to\ .{1,40}\ )?(?:this|our|the)\ (?:web)?site\b.*
    |sign\ up\ (?:for|to)\ (?:our|the)\ .{0,90}|subscribe\ (?:to|now|for)\b.{0,90}|follow\ (?:us
    |.{1,30})\ on\ .{0,60}
    |click\ here\ .{0,80}|download\ (?:our|the)\ .{0,20}app\b.*|join\ (?:our|us\ on)\ .{0,80}
    |(?:copyright\ )?(?:©|\(c\))\s?.{0,120}|copyright\ \d{4}.{0,120}|all\ rights\ reserved.{0,60}
    |skip\ to\ (?:main\ )?content|loading\.{0,3}|share\ this\b.{0,40}|tags?\s?:.*|topics\s?:.*
    |filed\ under\s?:.*
    |\d{1,3}\ (?:min(?:ute)?s?\ read|comments?|shares?)|(?:view|show|post
    |leave)\ (?:a\ )?comments?.*
    |(?:published|updated|posted)?\s?\d{1,2}\ (?:minutes?|hours?|days?)\ ago
    |this\ video\ can\ ?not\ be\ played
    |(?:-\s?)?ends?(?:\s?-)?|\#{2,}|https?://\S+|home\s?[>/»].*
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"(?:(?:additional )?(?:reporting|writing|editing|compiled|translated) by\b.{3,300}"
    r"|\(?(?:file )?photo(?:graph)?s?\s?(?:by|:|credit).{2,120}|(?:image|picture|photo) (?:source"
    r"|credit)\b.{2,120}"
    r"|media caption.{0,20}|getty images)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<label>title|headline|author|date|published|published on|publication date|url|link|address"
    r"|source|publisher|outlet|newspaper|section|category|credit"
    r"|photo)\s?:\s+(?P<value>\S.{0,300})",
    re.IGNORECASE,
)
_FIELD = {
    "title": "title", "headline": "title", "author": "author", "date": "published",
    "published": "published", "published on": "published", "publication date": "published",
    "url": "address", "link": "address", "address": "address", "source": "publisher",
    "publisher": "publisher", "outlet": "publisher", "newspaper": "publisher",
    "section": "section", "category": "section", "credit": "credit", "photo": "credit",
}  # fmt: skip
_LONGEST = 400
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def is_furniture(line: str) -> bool:
    """Whether the whole line is page furniture: buttons, teasers, notices, rules."""
    if len(line) > _LONGEST:
        return False
    return not _LETTER_OR_DIGIT.search(line) or _FURNITURE.fullmatch(line) is not None


def is_credit(line: str) -> bool:
    """Whether the whole line names who wrote, edited or photographed."""
    return len(line) <= _LONGEST and _CREDIT.fullmatch(line) is not None


def label_of(line: str) -> tuple[str, str] | None:
    """(field of Source or "section", value) of a line such as "Author: Ana Kovač"."""
    if match := _LABEL.fullmatch(line) if len(line) <= _LONGEST else None:
        return _FIELD[match["label"].lower()], match["value"].strip()
    return None


def outlet_in_title(title: str) -> tuple[str, str | None]:
    """The title without an outlet's name at its end, and that name."""
    match = re.search(r"\s[|–—-]\s([^|–—]{2,40})$", title)
    if match and ("|" in match[0] or match[1].strip().lower() in AGENCIES):
        return title[: match.start()].rstrip(), match[1].strip()
    return title, None
