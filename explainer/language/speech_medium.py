"""Where it was said: the outlet, the letter, the interview."""

from __future__ import annotations

import re

from explainer.language.word_tree import trie
from explainer.word_set import word_set

_KINDS = word_set(
    "letter interview statement speech article column tweet post blog report book essay editorial "
    "op-ed memo email e-mail broadcast address video message podcast paper study briefing"
)
_KIND = f"(?:{trie([*_KINDS, 'press release', 'press conference', 'news conference'])})"
_QUOTED = r"[\"“‘'«](?P<quoted>[^\"”’'»]{2,60})[\"”’'»]"
_PLAIN = r"(?P<plain>[A-Z][\w&-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w&-]*)*)"
_PREFIX = r"(?:the\s+)?(?:[\w-]+\s+){0,2}?"
_MEDIUM = re.compile(
    rf"\b(?P<kind>{_KIND})\s+"
    r"(?:(?:published|printed|carried|broadcast|posted|aired|given|that\s+appeared)\s+)?"
    rf"(?:in|to|with|for|on|by)\s+{_PREFIX}(?:{_QUOTED}|{_PLAIN})"
)
_KIND_ALONE = re.compile(
    rf"\bin\s+(?:an?|his|her|their|its|the)\s+(?:[\w-]+\s+)?(?P<kind>{_KIND})\b"
)
# A word without which no medium is told.
MEDIUM_HINT = re.compile(rf"\b(?:{trie([*_KINDS, 'release', 'conference'])})\b")


def medium_in(text: str, start: int, end: int) -> str | None:
    """The outlet named in text[start:end] ("Washington Post"), else the kind ("interview")."""
    found = _MEDIUM.search(text, start, end)
    if found:
        return found["quoted"] or found["plain"]
    alone = _KIND_ALONE.search(text, start, end)
    return alone["kind"] if alone else None
