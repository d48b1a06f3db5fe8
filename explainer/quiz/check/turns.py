"""Whose turn it is in an interview that is printed with a label before each turn: "Bell: We …"."""

from __future__ import annotations

import re
from collections import Counter

from explainer.language.reading import Reading

_LABEL = re.compile(r"((?:[A-Z][\w.'’-]*\.? ){0,3}[A-Z][\w'’-]*):\s")


def speakers_by_turn(reading: Reading) -> dict[int, str]:
    """Where each sentence starts that stands in a labelled turn, with the label; nothing where
    fewer than two people take turns, one of them more than once."""
    text = reading.source.text
    labels: dict[int, str] = {}
    current = ""
    paragraph = -1
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            found = _LABEL.match(text, sentence.start)
            current = found[1] if found else current
        if current:
            labels[sentence.start] = current
    turns = Counter(label for start, label in labels.items()
                    if text.startswith(f"{label}:", start))  # fmt: skip
    return labels if len(turns) > 1 and max(turns.values()) > 1 else {}
