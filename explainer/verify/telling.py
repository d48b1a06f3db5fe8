"""Who says what in a free summary: several speakers in one sentence, and reports that a summary
may take over as told."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.role_words import is_role_noun
from explainer.findings import Finding
from explainer.mention import SpeechMention
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.voice import asserts, by_role, same_speaker, speech_of
from explainer.verify.words import Word, keys_of

_LEAST = 0.6
_ENOUGH = 3
_FEW = 2
# What holds less than one word in so many of the claim is not what it was taken from.
_LITTLE = 2.5
_PEOPLE = frozenset({"he", "she", "i", "who"})


def takes_over_report(claim: Line, line: Line) -> bool:
    """ "Two sailors died, the authority said": a body named after what it reports vouches for it;
    what "the group said that …" introduces, and what a person says, stays theirs."""
    told = speech_of(claim, line)
    words = [w for w in claim.words if not w.generic]
    if told is not None and _LITTLE * _held(words, line, told) < len(words):
        return True
    if told is None or told.type != "reported" or told.speaker_start is None or not told.speaker:
        return False
    return told.start < told.speaker_start and not _is_person(told, line)


def _is_person(told: SpeechMention, line: Line) -> bool:
    at = told.speaker_start or 0
    named = any(m.type == "person" and m.start <= at + len(told.speaker or "") and at <= m.end
                for m in line.mentions)  # fmt: skip
    words = (told.speaker or "").lower().split()
    return named or words[-1] in _PEOPLE or (
        is_role_noun(words[-1]) and not words[-1].endswith("s")
    )  # fmt: skip


def each_says_it(claim: Line, near: list[Line]) -> bool:
    """Whether each speaker of the claim says in the source, more than others, what stands in his
    part of it: "A says that p, but B says that q"."""
    spoken = [s for s in claim.speech if s.speaker]
    told = [(line, s) for line in near for s in line.speech if s.speaker]
    return bool(spoken) and all(_says(claim, mine, told, near) for mine in spoken)


def said_by_another(claim: Line, near: list[Line]) -> Iterator[Finding]:
    """What the claim's speaker says nowhere, and another one does in most of its words."""
    told = [(line, s) for line in near for s in line.speech if _is_named(s)]
    for mine in claim.speech:
        words = _words_of(claim, mine)
        if not mine.speaker or len(words) < _FEW or not asserts(claim, mine):
            continue
        if _is_common(mine.speaker) and not any(
            same_speaker(mine.speaker, s.speaker or "", claim) for _, s in told
        ):
            continue  # who "the shipbuilder" is, a summary may know by another noun
        most, whose = max(((_held(words, line, s), s.speaker) for line, s in told),
                          default=(0, None))  # fmt: skip
        whole = most == len(words)
        much = 2 * most > len(words) and (most >= _ENOUGH or whole)
        if much and not _says(claim, mine, told, near):
            message = f'Not "{mine.speaker}" but {whose} says this in the source.'
            yield Finding(code="speaker-changed", severity="error", message=message)


def value_of_another(claim: Line, lines: list[Line]) -> Iterator[Finding]:
    """A number or day that the claim's speaker is said to give, and only another one gives."""
    for mine in claim.speech:
        if not mine.speaker or _is_common(mine.speaker) or not asserts(claim, mine):
            continue
        for value in (w for w in _words_of(claim, mine) if w.tag in ("NUM", "TIME")):
            givers = [s for line in lines for w in line.words if w.stem == value.stem
                      for s in _givers(line, w)]  # fmt: skip
            own = (s is None or same_speaker(mine.speaker, s.speaker or "", claim)
                   or by_role(mine.speaker, s.speaker or "", lines) for s in givers)  # fmt: skip
            if givers and not any(own):
                whose = next(s.speaker for s in givers if s is not None)
                why = f"is what {whose} gives in the source"
                yield fault("speaker-changed", value.text, why, value.start)
                return


def _is_common(speaker: str) -> bool:
    """ "The families", no name."""
    return speaker.removeprefix("The ").removeprefix("A ").islower()


def _givers(line: Line, value: Word) -> list[SpeechMention | None]:
    """Who says it: None where the writer tells it himself."""
    return [s for s in line.speech if s.start <= value.start < s.end and _is_named(s)] or [None]


def _is_named(speech: SpeechMention) -> bool:
    return any(c.isalpha() for c in speech.speaker or "")


def _words_of(claim: Line, speech: SpeechMention) -> list[Word]:
    return [w for w in claim.words if speech.start <= w.start < speech.end and not w.generic]


def _says(
    claim: Line, mine: SpeechMention, told: list[tuple[Line, SpeechMention]], near: list[Line]
) -> bool:
    words = _words_of(claim, mine)
    held = [(_held(words, line, s), s) for line, s in told]
    most = max((count for count, _ in held), default=0)
    return most > 0 and any(
        count >= _LEAST * most
        and (same_speaker(mine.speaker or "", s.speaker or "", claim)
             or by_role(mine.speaker or "", s.speaker or "", near))
        for count, s in held
    )  # fmt: skip


def _held(words: list[Word], line: Line, speech: SpeechMention) -> int:
    inside = [w for w in line.words if speech.start <= w.start < speech.end]
    keys = {key for w in inside for key in keys_of(w)}
    return sum(not keys.isdisjoint(keys_of(w)) for w in words)
