"""Where it was said: the outlet, the letter, the interview."""

from __future__ import annotations

import re

_KIND = (
    r"(?:letter|interview|statement|speech|article|column|tweet|post|blog|report|book|essay|"
    r"editorial|op-ed|memo|email|e-mail|broadcast|address|video|message|press release|"
    r"press conference|news conference|briefing|podcast|paper|study)"
)
_OUTLET = r"(?:[\"“‘'«](?P<{0}>[^\"”’'»]{{2,60}})[\"”’'»]|(?P<{1}>[A-Z][\w&-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w&-]*)*))"
_PREFIX = r"(?:the\s+)?(?:[\w-]+\s+){0,2}?"
_MEDIUM = re.compile(
    rf"\b(?P<kind>{_KIND})\s+(?:(?:published|printed|carried|broadcast|posted|aired|given|that\s+appeared)\s+)?"
    rf"(?:in|to|with|for|on|by)\s+{_PREFIX}{_OUTLET.format('quoted', 'plain')}"
)
_KIND_ALONE = re.compile(
    rf"\bin\s+(?:an?|his|her|their|its|the)\s+(?:[\w-]+\s+)?(?P<kind>{_KIND})\b"
)
_HINT = re.compile(rf"\b{_KIND}\b")


def medium_in(text: str, start: int, end: int) -> str | None:
    """The outlet named in text[start:end] ("Washington Post"), else the kind ("interview")."""
    if not _HINT.search(text, start, end):
        return None
    found = _MEDIUM.search(text, start, end)
    if found:
        return found["quoted"] or found["plain"]
    alone = _KIND_ALONE.search(text, start, end)
    return alone["kind"] if alone else None
