"""Words of the source as a sentence of their own."""

from __future__ import annotations

import re

_CONNECTIVE = re.compile(
    r"(?:(?:thus|however|in addition|of course|moreover|furthermore|also|therefore|meanwhile|"
    r"nevertheless|nonetheless|besides|indeed|yes|no|so|then|additionally|for example|"
    r"for instance|in fact|as a result|consequently|finally|on the other hand|"
    r"at the same time|more importantly|and|but|yet),\s*"
    r"|(?:and|but|yet|while|whereas|although)\s+(?=\w))",
    re.IGNORECASE,
)


def connective_end(text: str, start: int, end: int) -> int:
    """Where the words begin that follow a connective at `start`; `start` without one."""
    match = _CONNECTIVE.match(text, start, end)
    return match.end() if match else start


def sentence_form(words: str) -> str:
    """Words as a sentence of their own: no connective before, a capital first, a full stop."""
    words = words.strip(" ,;:–—-")
    for _ in range(3):
        match = _CONNECTIVE.match(words)
        if not match:
            break
        words = words[match.end() :]
    if not words:
        return ""
    words = words[0].upper() + words[1:]
    return words if words[-1] in ".!?…" or words[-2:-1] in (".", "!", "?") else words + "."
