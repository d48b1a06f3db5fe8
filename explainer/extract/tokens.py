"""Words of a sentence, tagged; each name, number and time mention is one word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from explainer.extract.settle import settle_bounds, settle_subordinators, settle_verbs
from explainer.extract.tagging import tag_of
from explainer.extract.words import (
    Token,
)
from explainer.mention import AnyMention, NameMention, PlaceMention, QuantityMention, TimeMention

_WORD = re.compile(
    r"(?P<possessive>['’]s\b|(?<=s)['’](?=\s))|(?P<number>\d+(?:[.,:]\d+)*%?)"
    r"|(?P<word>[^\W\d_]+(?:(?:[-‑]|['’](?!s\b))[^\W_]+)*|\w+)|(?P<mark>[^\w\s])"
)


_MARKS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "–": "-", "—": "-"}
_MARKS |= dict.fromkeys('"“”„«»‘', '"')
_TAGS = {"possessive": "S", "number": "NUM", "word": "", None: ""}


_KINDS = {"quantity": "NUM", "person": "NAME", "place": "NAME", "organisation": "NAME"}


def tag_sentence(
    text: str, start: int, end: int, mentions: Iterable[AnyMention] = ()
) -> list[Token]:
    """Tokens of `text[start:end]`; each name, number and time mention is one token."""
    tokens = _tokens(text, start, end, _solid(mentions))
    for index, token in enumerate(tokens):
        if not token.tag:
            token.tag = tag_of(tokens, index)
    settle_bounds(tokens)
    settle_subordinators(tokens)
    settle_verbs(tokens)
    return tokens


def _solid(mentions: Iterable[AnyMention]) -> list[AnyMention]:
    """Mentions taken as one token, the longest where they overlap."""
    wanted = [
        m
        for m in mentions
        if isinstance(m, (NameMention, PlaceMention, TimeMention, QuantityMention))
    ]
    wanted.sort(key=lambda m: (m.start, -m.end))
    chosen: list[AnyMention] = []
    last = -1
    for mention in wanted:
        if mention.start >= last:
            chosen.append(mention)
            last = token_end(mention)
    return chosen


def token_end(mention: AnyMention) -> int:
    """Where the token of a mention ends: of a quantity with its number, before its unit."""
    return mention.number_end if isinstance(mention, QuantityMention) else mention.end


def _tokens(text: str, start: int, end: int, solid: list[AnyMention]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for mention in solid:
        if mention.start < at or mention.end > end:
            continue
        if mention.start > at:
            tokens += _plain_tokens(text, at, mention.start)
        at = token_end(mention)
        tag = _KINDS.get(mention.type, "TIME")
        tokens.append(Token(mention.start, at, text[mention.start : at], tag, mention))
    return tokens + _plain_tokens(text, at, end)


def _plain_tokens(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        kind, word = match.lastgroup, match[0]
        begin, stop = match.span()
        tag = _TAGS[kind] if kind != "mark" else _MARKS.get(word, "X")
        tokens.append(Token(begin, stop, word, tag))
    return tokens
