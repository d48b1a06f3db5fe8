"""Who says each sentence, and as what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from explainer.facts import NARRATOR, Attribution, Stance
from explainer.language.reading import Sentence
from explainer.language.speech_stance import ORDER, narrated_stances
from explainer.language.speech_words import CUES, NOUN_CUES
from explainer.mention import NameMention, PlaceMention, SpeechMention
from explainer.source import Source

# People who say what nobody can hold them to.
_UNSURE = re.compile(
    r"\b(?:sources?|insiders?|witness(?:es)?|anonymous|not (?:to )?be named|familiar with|"
    r"rumou?rs?|reports|social media|unnamed|unidentified|on condition)\b",
    re.IGNORECASE,
)
_ESTIMATES = re.compile(r"\b(?:estimates?|forecasts?|projections?|predictions?)\b", re.IGNORECASE)


def attribute(
    source: Source,
    sentences: Sequence[Sentence],
    speech: Sequence[SpeechMention],
    names: Sequence[NameMention | PlaceMention],
) -> list[Sentence]:
    """`sentences` with who says each and as what: statement, estimate, claim or opinion.

    A sentence is its speaker's when most of its words are quoted or reported, else the
    narrator's; where two speak, each of a part, the narrator tells of both.
    """
    stances = _narrated(source.text, sentences)
    named = {name.value for name in names}
    starts = [mention.start for mention in speech]
    longest = max((mention.end - mention.start for mention in speech), default=0)
    attributed = []
    for index, sentence in enumerate(sentences):
        first = bisect_left(starts, sentence.start - longest)
        last = bisect_left(starts, sentence.end)
        if last == first and index not in stances:
            attributed.append(sentence)
            continue
        said = [m for m in speech[first:last] if not is_unsaid(source.text, sentence.start, m)]
        mention = _main(sentence, said)
        if mention is not None and _in_passing(source.text, sentence, mention):
            mention = None
        attribution = _attribution(mention, stances.get(index), named)
        attributed.append(
            sentence
            if attribution is NARRATOR
            else Sentence(sentence.start, sentence.end, sentence.paragraph, attribution)
        )
    return attributed


def _narrated(text: str, sentences: Sequence[Sentence]) -> dict[int, Stance]:
    starts = [sentence.start for sentence in sentences]
    stances: dict[int, Stance] = {}
    for at, found in narrated_stances(text):
        index = bisect_right(starts, at) - 1
        if index < 0 or at >= sentences[index].end:
            continue
        held = stances.get(index)
        if held is None or ORDER.index(found) < ORDER.index(held):
            stances[index] = found
    for index, sentence in enumerate(sentences):
        if text[sentence.end - 1] == "?":
            stances.setdefault(index, "opinion")
    return stances


def _main(sentence: Sentence, speech: Sequence[SpeechMention]) -> SpeechMention | None:
    """The speech that holds most of the sentence, if it holds enough to be what it says."""
    best, most = None, 0
    for mention in speech:
        if mention.speaker is None and (mention.cue or "").lower() == "asked":
            continue  # "Asked whether he would go, he laughed"
        shared = min(mention.end, sentence.end) - max(mention.start, sentence.start)
        if shared > most:
            best, most = mention, shared
    length = sentence.end - sentence.start
    if best is None or most < 0.2 * length:
        return None
    return None if most < 0.6 * length and _two(best, sentence, speech) else best


# "Shares rose after the company said …", "Smith, who denies the charges, will …".
_WHEN_OR_WHY = re.compile(
    r"\b(?:after|when|because|before|since|although|though|until|once)\s+(?:the\s+|an?\s+)?$",
    re.IGNORECASE,
)
# "His claim that it was stolen was rejected."
_OWNED = re.compile(r"(?:['’]s|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)) \w+ (?:that|of) $")
_WHO = re.compile(r"(?:\bwho|, which)\s+(\w+ (?:\w+ ){0,2})$")


def _in_passing(text: str, sentence: Sentence, mention: SpeechMention) -> bool:
    """Whether the narrator tells of the report only beside what the sentence says."""
    shared = min(mention.end, sentence.end) - max(mention.start, sentence.start)
    if mention.type != "reported" or shared >= 0.6 * (sentence.end - sentence.start):
        return False
    owned = _OWNED.search(text, max(sentence.start, mention.start - 40), mention.start)
    return owned is not None or is_beside(text, sentence.start, mention)


# "did not say when", "declined to say whether": nothing is said.
_UNSAID = re.compile(
    r"(?:\b(?:not|never|without|declin\w+|refus\w+)\b|n['’]t\b)[^.;,:]{0,40}$", re.IGNORECASE
)
_OPEN = re.compile(r"(?:when|whether|if|who|whom|what|which|where|why|how)\b", re.IGNORECASE)


def is_unsaid(text: str, start: int, mention: SpeechMention) -> bool:
    """Whether, in the sentence from `start`, the report is of what someone did not say."""
    return mention.type == "reported" and bool(
        _OPEN.match(text, mention.start) and _UNSAID.search(text, start, mention.start)
    )


def is_beside(text: str, start: int, mention: SpeechMention) -> bool:
    """Whether, in the sentence from `start`, the report stands in a clause of when, why or who."""
    if who_reports(text, start, mention):
        return True
    at = mention.speaker_start
    if at is None or at > mention.start:
        return False
    return bool(_WHEN_OR_WHY.search(text, max(start, at - 16), at))


def who_reports(text: str, start: int, mention: SpeechMention) -> re.Match[str] | None:
    """Of "Smith, who denies that …": what stands before the report; group 1 is the verb."""
    return _WHO.search(text, max(start, mention.start - 40), mention.start)


def _two(best: SpeechMention, sentence: Sentence, speech: Sequence[SpeechMention]) -> bool:
    """Whether in the sentence another speaks beside `best`, not within it."""
    return any(
        other.speaker
        and best.speaker
        and other.speaker != best.speaker
        and (sentence.start <= other.start < best.start or best.end <= other.start < sentence.end)
        and other.end - other.start >= 0.12 * (sentence.end - sentence.start)
        for other in speech
    )


def _attribution(
    mention: SpeechMention | None, narrated: Stance | None, named: set[str]
) -> Attribution:
    if mention is None or mention.speaker is None:
        stance = narrated or ("claim" if mention is not None else "statement")
        return _made("narrator", None, stance)
    stance = _stance(mention, narrated, mention.speaker)
    words = mention.speaker.split()
    is_named = mention.speaker in named or all(
        word[0].isupper() or word in ("of", "the", "and", "for") for word in words
    )
    return _made("named" if is_named else "unnamed", mention.speaker, stance)


@lru_cache(maxsize=4096)
def _made(
    kind: Literal["narrator", "named", "unnamed"], speaker: str | None, stance: Stance
) -> Attribution:
    if kind == "narrator" and stance == "statement":
        return NARRATOR
    return Attribution(kind=kind, speaker=speaker, stance=stance)


def _stance(mention: SpeechMention, narrated: Stance | None, speaker: str) -> Stance:
    if _ESTIMATES.search(speaker):
        return "estimate"
    word = (mention.cue or "").lower()
    cue = CUES.get(word) or NOUN_CUES.get(word)
    if cue is not None and cue.stance != "statement":
        return cue.stance
    if narrated == "estimate" and mention.type == "reported":
        return "estimate"
    return "claim" if _UNSURE.search(speaker) else "statement"
