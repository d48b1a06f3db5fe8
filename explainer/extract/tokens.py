"""Words of a sentence, tagged; each name, number and time mention is one word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from explainer.extract.settle import settle_bounds, settle_subordinators, settle_verbs
from explainer.extract.tagging import fixed_tag, tag_words
from explainer.extract.words import Token
from explainer.mention import AnyMention, QuantityMention

_WORD = re.compile(
    r"(?=\S)(?:[a-z]+(?=[ ,;.])"  # most words
    r"|['’]s\b|\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?:(?:[-‑]|['’](?!s\b))[^\W_]+)*|\w+|[^\w\s])"
)
_MARKS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "–": "-", "—": "-"}
_MARKS |= dict.fromkeys('"“”„«»‘', '"')
# The tag of a mention that is one token; speech is none, it holds others.
_TAGS = {"quantity": "NUM", "person": "NAME", "place": "NAME", "organisation": "NAME"}
_TAGS |= dict.fromkeys(("date", "duration", "time", "set"), "TIME")


def tag_sentence(
    text: str, start: int, end: int, mentions: Iterable[AnyMention] = ()
) -> list[Token]:
    """Tokens of `text[start:end]`; each name, number and time of `mentions`, which come by start as
    a Reading has them, is one token."""
    tokens = _tokens(text, start, end, mentions)
    tag_words(tokens)
    settle_bounds(tokens)
    settle_subordinators(tokens)
    settle_verbs(tokens)
    return tokens


def token_end(mention: AnyMention) -> int:
    """Where the token of a mention ends: of a quantity with its number, before its unit."""
    return mention.number_end if isinstance(mention, QuantityMention) else mention.end


def _tokens(text: str, start: int, end: int, mentions: Iterable[AnyMention]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for mention in mentions:
        tag, begin = _TAGS.get(mention.type), mention.start
        if tag is None or begin < at or mention.end > end:
            continue
        if begin > at:
            _add_words(tokens, text, at, begin)
        at = token_end(mention)
        words = text[begin:at]
        tokens.append(Token(begin, at, words, words.lower(), tag, mention))
    _add_words(tokens, text, at, end)
    return tokens


def _add_words(tokens: list[Token], text: str, start: int, end: int) -> None:
    at = start
    for word in _WORD.findall(text, start, end):
        begin = text.index(word, at)
        at = begin + len(word)
        low, tag = _spelled(word)
        if tag == "X" and word in "'’" and _ends_an_owner(text, begin, at, end):
            tag = "S"
        tokens.append(Token(begin, at, word, low, tag))


def _ends_an_owner(text: str, begin: int, at: int, end: int) -> bool:
    """Whether the mark at `begin`..`at` is that of "the workers' strike"."""
    return text[begin - 1 : begin] == "s" and at < end and text[at].isspace()


@lru_cache(maxsize=65536)
def _spelled(word: str) -> tuple[str, str]:
    """A word in small letters, and its tag where that turns on nothing around it."""
    first, low = word[0], word.lower()
    if first.isdecimal():
        return low, "NUM"
    if word in ("'s", "’s"):
        return low, "S"
    if first.isalnum() or first == "_":
        return low, fixed_tag(low)
    return low, _MARKS.get(word, "X")
