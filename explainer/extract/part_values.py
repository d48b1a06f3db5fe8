"""What the words of a part mean: a number, a date, a place."""

from __future__ import annotations

from explainer.extract.tokens import token_end
from explainer.mention import AnyMention, PlaceMention, QuantityMention


def value_of(mentions: tuple[AnyMention, ...], start: int, end: int, counted: bool) -> str | None:
    """What words mean when they are one mention, or, where they are `counted`, a number with
    nothing but its bound."""
    for mention in mentions:
        if isinstance(mention, QuantityMention):
            ends = end in (mention.end, token_end(mention))
            if counted and ends and start <= mention.start <= end:
                return mention_value(mention)
        elif mention.start == start and mention.end == end:
            return mention_value(mention)
    return None


def mention_value(mention: AnyMention) -> str | None:
    if isinstance(mention, QuantityMention):
        if mention.vague:
            return None
        whole = mention.value == int(mention.value)
        return str(int(mention.value)) if whole else repr(mention.value)
    if isinstance(mention, PlaceMention):
        return mention.text  # as the source spells it, not as the gazetteer does
    return mention.value or None
