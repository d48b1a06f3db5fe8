"""Prose into sentences."""

from __future__ import annotations

import sentencex

from explainer.language.reading import Sentence
from explainer.source import Source


def split(source: Source) -> list[Sentence]:
    """Sentences of the prose of `source`, in order, trimmed, each inside one paragraph."""
    sentences = []
    for paragraph, block in enumerate(source.prose):
        words = source.text[block.start : block.end]
        for found in sentencex.get_sentence_boundaries("en", words):
            piece = words[found["start_index"] : found["end_index"]]
            start = block.start + found["start_index"] + len(piece) - len(piece.lstrip())
            end = block.start + found["start_index"] + len(piece.rstrip())
            if start < end:
                sentences.append(Sentence(start, end, paragraph))
    return sentences
