"""Who says each sentence, and as what."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.facts import Attribution
from explainer.gazetteer import Gazetteer
from explainer.language import sentences
from explainer.language.attribution import attribute
from explainer.language.names import find_names
from explainer.language.speech import find_speech
from explainer.source import Block, Source


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def attributions(text: str) -> list[Attribution]:
    blocks = tuple(Block(m.start(), m.end(), "paragraph") for m in re.finditer(r"\S.*\S|\S", text))
    source = Source(text=text, blocks=blocks)
    split = sentences.split(source)
    names = find_names(source, split, gazetteer())
    found = attribute(source, split, find_speech(source, split, names), names)
    assert [(s.start, s.end) for s in found] == [(s.start, s.end) for s in split]
    return [sentence.attribution for sentence in found]


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "stance"),
    [
        ("The bridge opened in 1974.", "narrator", None, "statement"),
        ("Ida Moe said that the bridge was closed.", "named", "Ida Moe", "statement"),
        ('"The bridge is closed," said Ida Moe.', "named", "Ida Moe", "statement"),
        ("Ida Moe claims the bridge is safe.", "named", "Ida Moe", "claim"),
        ("Ida Moe believes the bridge is safe.", "named", "Ida Moe", "opinion"),
        ("Ida Moe estimates that 300 people left.", "named", "Ida Moe", "estimate"),
        (
            "A source in the ministry told Reuters that 300 people left.",
            "unnamed",
            "a source in the ministry",
            "claim",
        ),
        ("Police said the bridge was closed.", "unnamed", "police", "statement"),
        (
            "According to cautious estimates, 300 people left.",
            "unnamed",
            "cautious estimates",
            "estimate",
        ),
        ("The bridge was reportedly closed.", "narrator", None, "claim"),
        ("It is believed that the bridge was closed.", "narrator", None, "claim"),
        ("The driver is said to have fled.", "narrator", None, "claim"),
        ("About 300 people left.", "narrator", None, "estimate"),
        ("The bridge is expected to open in May.", "narrator", None, "estimate"),
        ("Of course, the bridge will never open.", "narrator", None, "opinion"),
        ("It is obvious that the bridge is a failure.", "narrator", None, "opinion"),
        ("The chances of a quick repair are slim.", "narrator", None, "opinion"),
        ("The more it rains, the stronger the river gets.", "narrator", None, "opinion"),
        ("Who will pay for the bridge?", "narrator", None, "opinion"),
        ("Oslo is the largest city in Norway.", "narrator", None, "statement"),
        ("The army refused to join the rebels.", "narrator", None, "statement"),
    ],
)
def test_a_sentence_is_its_speakers(text: str, kind: str, speaker: str | None, stance: str) -> None:
    """Speaker, kind and stance follow from the words of the sentence."""
    (found,) = attributions(text)
    assert (found.kind, found.speaker, found.stance) == (kind, speaker, stance)


def test_sentences_inside_a_quotation_are_the_speakers() -> None:
    """A quotation of three sentences makes three of the same speaker."""
    text = '"It rained. The river rose. We left," said Ida Moe. The bridge broke.'
    assert [a.speaker for a in attributions(text)] == ["Ida Moe", "Ida Moe", "Ida Moe", None]


def test_a_pronoun_goes_on_with_the_speaker_before() -> None:
    """ "He added that" is said by who spoke before, not by who is mentioned."""
    text = (
        "Tom Dahl told Anna Lund that the bridge was unsafe. He added that it would be closed. "
        "She replied that nobody had told her."
    )
    assert [a.speaker for a in attributions(text)] == ["Tom Dahl", "Tom Dahl", "Anna Lund"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from(list('abeIH ".,?!“”\n')), max_size=200))
def test_every_sentence_is_attributed(text: str) -> None:
    """As many sentences come out as went in, at the same places, each with an attribution."""
    assert all(a.kind in ("narrator", "named", "unnamed") for a in attributions(text))
