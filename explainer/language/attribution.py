"""Who says each sentence, and as what."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.language.reading import Sentence
from explainer.mention import NameMention, PlaceMention, SpeechMention
from explainer.source import Source


def attribute(
    source: Source,
    sentences: Sequence[Sentence],
    speech: Sequence[SpeechMention],
    names: Sequence[NameMention | PlaceMention],
) -> list[Sentence]:
    """`sentences` with who says each and as what: statement, estimate, claim or opinion."""
    return list(sentences)
