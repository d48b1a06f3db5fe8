"""Who is quoted, and what is reported of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from explainer.language.reading import Sentence
from explainer.language.speech_acts import OTHER_CUES, act_for, find_acts
from explainer.language.speech_bounds import Content
from explainer.language.speech_clause import Clause
from explainer.language.speech_inside import reports_inside
from explainer.language.speech_known import Speaker
from explainer.language.speech_marks import (
    Marked,
    find_marked,
    is_long,
    levels,
    mask,
    may_be_speech,
    word_count,
)
from explainer.language.speech_medium import MEDIUM_HINT, medium_in
from explainer.language.speech_nouns import Act
from explainer.language.speech_people import People
from explainer.language.speech_units import Unit, reach, units_of
from explainer.language.speech_words import CUES, SUBJECT_PRONOUNS
from explainer.language.word_tree import trie
from explainer.mention import NameMention, PlaceMention, SpeechMention
from explainer.source import Source

_CUE = re.compile(rf"\b(?:{trie([*CUES, *OTHER_CUES])})\b")
_EDGES = frozenset(",-–—;")


def find_speech(
    source: Source,
    sentences: Sequence[Sentence],
    names: Sequence[NameMention | PlaceMention],
) -> list[SpeechMention]:
    """Quotations and reported speech in the prose of `source`, by start."""
    marked = find_marked(source)
    loud = [mark for mark in marked if may_be_speech(source.text, mark)]
    outer, inner = levels(loud)
    reader = _Speech(source, sentences, names, outer)
    found = reader.read()
    quotes = [mention for mention in found if mention.type == "quote"]
    found += reader.read_inside(inner)
    held = levels([mark for mark, _ in inner])[0]
    found += reports_inside(source.text, sentences, quotes, held, reader.people, _CUE)
    return sorted(found, key=lambda m: (m.start, m.type != "quote", -m.end))


class _Speech:
    def __init__(
        self,
        source: Source,
        sentences: Sequence[Sentence],
        names: Sequence[NameMention | PlaceMention],
        outer: list[Marked],
    ) -> None:
        self.text = source.text
        self.outer = outer
        self.masked = mask(source.text, [m for m in outer if is_long(source.text, m)])
        self.units = units_of(sentences, outer, source.text)
        self.people = People(source, sentences, names, [(m.start, m.end) for m in outer])
        self.found: list[SpeechMention] = []
        self.medium: str | None = None
        self.medium_of: str | None = None
        self.medium_paragraph = -1
        self.spoke_in = -99
        self.waiting: tuple[int, int] | None = None  # a paragraph, and what nobody says in it yet

    def read(self) -> list[SpeechMention]:
        cues = [match.start() for match in _CUE.finditer(self.masked)]
        hints = [match.start() for match in MEDIUM_HINT.finditer(self.text)]
        cue = quote = hint = 0
        last: Unit | None = None
        for unit in self.units:
            cue, has_cue = reach(cues, cue, unit)
            hint, has_hint = reach(hints, hint, unit)
            first = quote
            while quote < len(self.outer) and self.outer[quote].start < unit.end:
                quote += 1
            medium = medium_in(self.text, unit.start, unit.end) if has_hint else None
            quotes = self.outer[first:quote]
            if has_cue or any(self._introduced(mark) for mark in quotes):
                self._read_unit(unit, quotes, last, medium)
            elif quotes:
                if medium:
                    self._keep_medium(medium, None, unit)
                self._add_by_context(quotes, unit, last)
            elif medium:
                self._keep_medium(medium, self.people.subject_of(unit.start, unit.end), unit)
            unit.quotes = quote - first
            last = unit
        return self.found

    def _read_unit(
        self, unit: Unit, quotes: list[Marked], before: Unit | None, medium: str | None
    ) -> None:
        clause = Clause(self.masked, unit.start, unit.end)
        acts = find_acts(clause)
        chosen = self._acts_of(clause, quotes, acts)
        speakers = [
            self._speaker(clause, act) if act.contents or act in chosen else None for act in acts
        ]
        unit.spoke = any(speakers)
        if unit.spoke:
            self.spoke_in = unit.paragraph
        if medium:
            self._keep_medium(medium, next((s for s in speakers if s), None), unit)
        if self.waiting:
            self._give_waiting(self.waiting, next((s for s in speakers if s), None), unit)
        for act, speaker in zip(acts, speakers, strict=True):
            for content in act.contents:
                self._add_reported(clause, content, speaker, clause.texts[act.at], unit)
        for mark, says in zip(quotes, chosen, strict=True):
            if says:
                speaker = speakers[acts.index(says)]
                self._add("quote", mark, speaker, clause.texts[says.at], unit)
            else:
                self._add_by_context([mark], unit, before)

    def _introduced(self, mark: Marked) -> bool:
        """Does a colon stand before the quotation?"""
        return ":" in self.text[max(0, mark.start - 2) : mark.start]

    def _add_by_context(self, quotes: list[Marked], unit: Unit, before: Unit | None) -> None:
        for mark in quotes:
            beside = self.people.beside(mark.inner_end, mark.end)
            if beside is None and not self._stands_without_cue(mark, unit):
                continue
            if beside is not None:
                self.spoke_in = unit.paragraph
            speaker = beside or self._from_context(mark, unit, before)
            if speaker is None and mark.start == unit.start and mark.end >= unit.end:
                self.waiting = (unit.paragraph, len(self.found))
            self._add("quote", mark, speaker, None, unit)

    def _give_waiting(self, waiting: tuple[int, int], speaker: Speaker | None, unit: Unit) -> None:
        """A paragraph that is a quotation and no more is his who speaks first in the next."""
        self.waiting = None
        if speaker and speaker.named and unit.paragraph == waiting[0] + 1:
            at = waiting[1]
            self.found[at] = replace(
                self.found[at],
                speaker=speaker.text,
                speaker_start=speaker.start,
                speaker_end=speaker.end,
            )

    def _acts_of(
        self, clause: Clause, quotes: Sequence[Marked], acts: list[Act]
    ) -> list[Act | None]:
        """For each quotation the act of speech beside it, if any."""
        if not quotes or not acts:
            return [None] * len(quotes)
        where = {start: index for index, start in enumerate(clause.starts)}
        return [
            act_for(where[mark.start], acts, not is_long(self.text, mark))
            if mark.start in where
            else None
            for mark in quotes
        ]

    def _speaker(self, clause: Clause, act: Act) -> Speaker | None:
        return self.people.speaker(clause, act.phrase) if act.phrase else None

    def _stands_without_cue(self, mark: Marked, unit: Unit) -> bool:
        inner = self.text[mark.inner_start : mark.inner_end]
        if word_count(inner) >= 3:
            return True
        return unit.start == mark.start and inner.rstrip()[-1:] in ".!?…"

    def _keep_medium(self, medium: str, speaker: Speaker | None, unit: Unit) -> None:
        self.medium, self.medium_paragraph = medium, unit.paragraph
        self.medium_of = speaker.text if speaker else None

    def _medium_for(self, speaker: Speaker | None, unit: Unit) -> str | None:
        if self.medium is None or speaker is None or speaker.text != self.medium_of:
            return None
        return self.medium if unit.paragraph <= self.medium_paragraph + 1 else None

    def _add_reported(
        self, clause: Clause, content: Content, speaker: Speaker | None, cue: str, unit: Unit
    ) -> None:
        first, end = content
        while first < end and clause.texts[first] in _EDGES:
            first += 1
        while end > first and clause.texts[end - 1] in _EDGES:
            end -= 1
        if all(clause.is_quote(index) for index in range(first, end)):
            return  # nothing but a quotation, which is found as one
        start, stop = clause.starts[first], clause.ends[end - 1]
        self._add("reported", Marked(start, stop, start, stop, 0, 0, 0), speaker, cue, unit)

    def _add(
        self,
        kind: Literal["quote", "reported"],
        mark: Marked,
        speaker: Speaker | None,
        cue: str | None,
        unit: Unit,
    ) -> None:
        self.found.append(
            SpeechMention(
                type=kind,
                start=mark.start,
                end=mark.end,
                text=self.text[mark.start : mark.end],
                value=self.text[mark.inner_start : mark.inner_end],
                speaker=speaker.text if speaker else None,
                speaker_start=speaker.start if speaker else None,
                speaker_end=speaker.end if speaker else None,
                cue=cue,
                medium=self._medium_for(speaker, unit),
            )
        )

    def _from_context(self, mark: Marked, unit: Unit, before: Unit | None) -> Speaker | None:
        """No cue beside the quotation: who was speaking, or was spoken of just before."""
        if mark.start > unit.start and self.text.startswith(("To ", "For "), unit.start):
            meant = self.people.subject_of(unit.start, mark.start)  # "To Lee, it is "a mess.""
            if meant:
                return meant
        near = before and (unit.start == mark.start or before.paragraph == unit.paragraph)
        quiet = before and not before.quotes and not before.spoke
        if before and near and quiet and before.paragraph >= unit.paragraph - 1:
            subject = self.people.subject_of(before.start, before.end)
            if subject:
                self.spoke_in = unit.paragraph
                return self.people.remember(subject)
        # A few words in marks within a sentence are somebody's only while he is being quoted.
        paragraphs = 2 if unit.start == mark.start else 0
        return self.people.last if unit.paragraph - self.spoke_in <= paragraphs else None

    def read_inside(self, inner: list[tuple[Marked, Marked]]) -> list[SpeechMention]:
        """Quotations within quotations, where the speaker says whom he quotes."""
        if not inner:
            return []
        self.found = []
        self.masked = mask(self.text, levels([mark for mark, _ in inner])[0])
        for mark, around in inner:
            start, end = _sentence_around(self.text, mark, around)
            clause = Clause(self.masked, start, end)
            act = self._acts_of(clause, [mark], find_acts(clause))[0]
            if act:
                unit = Unit(start, end, -9)
                self._add(
                    "quote", mark, self._inner_speaker(clause, act), clause.texts[act.at], unit
                )
        return self.found

    def _inner_speaker(self, clause: Clause, act: Act) -> Speaker | None:
        """Whom a speaker means by "they" only he knows."""
        low = clause.lows[act.phrase.end - 1].partition("'")[0] if act.phrase else ""
        if low in SUBJECT_PRONOUNS:
            return None
        return self._speaker(clause, act)


def _sentence_around(text: str, mark: Marked, around: Marked) -> tuple[int, int]:
    start = max(text.rfind(stop, around.inner_start, mark.start) for stop in (". ", "! ", "? "))
    ends = [at for stop in ".!?" if (at := text.find(stop, mark.end, around.inner_end)) >= 0]
    return (start + 2 if start >= 0 else around.inner_start), min(ends, default=around.inner_end)
