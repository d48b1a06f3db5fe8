"""What a speaker tells of others within his quotation: "My accountant says we're under audit"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from explainer.language.reading import Sentence
from explainer.language.speech_acts import find_acts
from explainer.language.speech_bounds import Content
from explainer.language.speech_clause import Clause
from explainer.language.speech_known import Speaker
from explainer.language.speech_marks import Marked, mask
from explainer.language.speech_nouns import Act
from explainer.language.speech_people import People
from explainer.language.speech_words import SUBJECT_PRONOUNS, THINGS_THAT_SHOW
from explainer.mention import SpeechMention

_OF_HIMSELF = frozenset({"i", "we"})
_LEAST = 20  # characters of a quotation that could hold a report
_EDGES = frozenset(",-–—;")


def reports_inside(
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[SpeechMention],
    inner: Sequence[Marked],
    people: People,
    cues: re.Pattern[str],
) -> Iterator[SpeechMention]:
    """The reports within `quotes`; `inner` are the quotations within these, by start.

    What he thinks himself ("I believe that …") is no report: the quotation says it.
    """
    masked = mask(text, inner) if inner else text
    starts = [sentence.start for sentence in sentences]
    for quote in quotes:
        if quote.end - quote.start < _LEAST:
            continue
        at = max(0, bisect_right(starts, quote.start) - 1)
        while at < len(sentences) and sentences[at].start < quote.end:
            start, end = (
                max(sentences[at].start, quote.start + 1),
                min(sentences[at].end, quote.end),
            )
            at += 1
            if not cues.search(masked, start, end):
                continue
            clause = Clause(masked, start, end)
            for act in find_acts(clause):
                yield from _reports(text, clause, act, quote, people)


def _reports(
    text: str, clause: Clause, act: Act, quote: SpeechMention, people: People
) -> Iterator[SpeechMention]:
    low = clause.lows[act.phrase.end - 1].partition("'")[0] if act.phrase else ""
    own = low in ("you", "nobody", "anyone") or (
        low in _OF_HIMSELF and act.cue.stance != "statement"
    )
    if own or act.cue.lemma in THINGS_THAT_SHOW:
        return
    speaker = _speaker(clause, act, quote, people)
    for content in act.contents:
        span = _span(clause, content)
        if span is None:
            continue
        yield SpeechMention(
            type="reported",
            start=span[0],
            end=span[1],
            text=text[span[0] : span[1]],
            value=text[span[0] : span[1]],
            speaker=speaker.text if speaker else None,
            speaker_start=speaker.start if speaker else None,
            speaker_end=speaker.end if speaker else None,
            cue=clause.texts[act.at],
        )


def _speaker(clause: Clause, act: Act, quote: SpeechMention, people: People) -> Speaker | None:
    """Whom he means by "they" only he knows; "I" is himself."""
    if act.phrase is None:
        return None
    low = clause.lows[act.phrase.end - 1].partition("'")[0]
    if low not in SUBJECT_PRONOUNS:
        return people.speaker(clause, act.phrase)
    at = act.phrase.end - 1
    start = clause.starts[at]
    said = quote.speaker if low in _OF_HIMSELF else None
    return Speaker(said or low, said is not None, start, start + len(low))


def _span(clause: Clause, content: Content) -> tuple[int, int] | None:
    first, end = content
    while first < end and (clause.texts[first] in _EDGES or clause.is_quote(first)):
        first += 1
    while end > first and not clause.texts[end - 1][0].isalnum() and not clause.is_quote(end - 1):
        end -= 1
    return (clause.starts[first], clause.ends[end - 1]) if end > first + 1 else None
