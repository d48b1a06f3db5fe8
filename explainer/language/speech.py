"""Who is quoted, and what is reported of whom."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.language.reading import Sentence
from explainer.mention import NameMention, PlaceMention, SpeechMention
from explainer.source import Source


def find_speech(
    source: Source,
    sentences: Sequence[Sentence],
    names: Sequence[NameMention | PlaceMention],
) -> list[SpeechMention]:
    """Quotations and reported speech in the prose of `source`, by start."""
    return []
