"""Tokens that are places, and what they are called."""

from __future__ import annotations

from explainer.extract.passage import Passage
from explainer.extract.words import Token
from explainer.facts import Part
from explainer.mention import PlaceMention


def is_place(token: Token) -> bool:
    return isinstance(token.mention, PlaceMention)


def place_part(passage: Passage, name: str, index: int) -> Part:
    return passage.token_part(name, index, index + 1, passage.tokens[index].text)


def same_place(one: Token, two: Token) -> bool:
    return one.text.casefold() == two.text.casefold()
