"""Who is quoted, and what is reported of whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explainer.language.reading import Sentence
from explainer.language.speech_clause import FILLER, Clause, Phrase
from explainer.language.speech_marks import Marked, find_marked
from explainer.language.speech_medium import medium_in
from explainer.language.speech_people import People, Speaker
from explainer.language.speech_reported import (
    BE,
    Content,
    content_after,
    content_before,
    content_end,
    is_verb,
)
from explainer.language.speech_words import CUES, THINGS_THAT_SHOW, Cue, trie, words
from explainer.mention import NameMention, PlaceMention, SpeechMention
from explainer.source import Source

_EXTRA = ("according", "According", "view", "opinion", "estimation", "judgment", "judgement")
_CUE = re.compile(rf"\b(?:{trie([*CUES, *_EXTRA])})\b")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_TITLE_BEFORE = re.compile(
    r"(?:newspaper|magazine|daily|weekly|called|titled|entitled|named|film|movie|book|novel|song|"
    r"album|play|series|nicknamed|dubbed|known as|so-called|agency|channel|operation|poem|painting|"
    r"show|programme|program|documentary|ship|codenamed|word|term|phrase)\s*,?\s*$",
    re.IGNORECASE,
)
_VIEW = Cue("view", "opinion", "", "past")
_VIEWS = words("view opinion estimation judgment judgement")
_POSSESSIVES = words("his her their its")
_ACCORDING = Cue("according to", "statement", "", "past")
_SMALL_WORDS = words("a an the of in on at for to and or with from by")


@dataclass(slots=True)
class _Speaking:
    """A cue at token `at`, its subject, and what it reports in the same clause."""

    at: int
    cue: Cue
    phrase: Phrase | None
    content: Content | None
    inverted: bool = False
    passive: bool = False
    speaker: Speaker | None = None
    resolved: bool = False


@dataclass(slots=True)
class _Unit:
    start: int
    end: int
    paragraph: int


def find_speech(
    source: Source,
    sentences: Sequence[Sentence],
    names: Sequence[NameMention | PlaceMention],
) -> list[SpeechMention]:
    """Quotations and reported speech in the prose of `source`, by start."""
    marked = find_marked(source)
    loud = [mark for mark in marked if _may_be_speech(source.text, mark)]
    outer, inner = _levels(loud)
    reader = _Speech(source, sentences, names, outer)
    found = reader.read()
    found += reader.read_inside(inner)
    return sorted(found, key=lambda m: (m.start, m.type != "quote", -m.end))


def _may_be_speech(text: str, mark: Marked) -> bool:
    """Not the name of a newspaper, a nickname or a word held at arm's length."""
    inner = text[mark.inner_start : mark.inner_end]
    spoken = _WORD.findall(inner[:200])
    if not spoken:
        return False
    spoken_end = inner.rstrip()[-1:] in ",.!?…—"
    if _TITLE_BEFORE.search(text, max(0, mark.start - 24), mark.start) and not spoken_end:
        return False
    if all(word[0].isupper() or word in _SMALL_WORDS for word in spoken) and not spoken_end:
        return False
    return True


def _is_long(text: str, mark: Marked) -> bool:
    inner = text[mark.inner_start : mark.inner_end]
    return inner.rstrip()[-1:] in ",.!?…—" or len(_WORD.findall(inner[:100])) >= 3


def _levels(marked: list[Marked]) -> tuple[list[Marked], list[tuple[Marked, Marked]]]:
    outer: list[Marked] = []
    inner: list[tuple[Marked, Marked]] = []
    for mark in marked:
        if outer and mark.start < outer[-1].end:
            if mark.end <= outer[-1].end:
                inner.append((mark, outer[-1]))
        else:
            outer.append(mark)
    return outer, inner


def _mask(text: str, marks: Sequence[Marked]) -> str:
    pieces, at = [], 0
    for mark in marks:
        pieces.append(text[at : mark.start])
        pieces.append(FILLER * (mark.end - mark.start))
        at = mark.end
    pieces.append(text[at:])
    return "".join(pieces)


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
        self.masked = _mask(source.text, [m for m in outer if _is_long(source.text, m)])
        self.units = _units(sentences, outer, source.text)
        self.people = People(source, sentences, names, [(m.start, m.end) for m in outer])
        self.found: list[SpeechMention] = []
        self.medium: str | None = None
        self.medium_of: str | None = None
        self.medium_paragraph = -1

    def read(self) -> list[SpeechMention]:
        cues = [match.start() for match in _CUE.finditer(self.masked)]
        cue, quote = 0, 0
        last_unit: _Unit | None = None
        for unit in self.units:
            while cue < len(cues) and cues[cue] < unit.start:
                cue += 1
            while quote < len(self.outer) and self.outer[quote].start < unit.start:
                quote += 1
            has_cue = cue < len(cues) and cues[cue] < unit.end
            quotes = []
            while quote < len(self.outer) and self.outer[quote].start < unit.end:
                quotes.append(self.outer[quote])
                quote += 1
            medium = medium_in(self.text, unit.start, unit.end)
            if has_cue or quotes:
                self._read_unit(unit, quotes, last_unit, medium)
            elif medium:
                subject = self.people.subject_of(unit.start, unit.end)
                self._keep_medium(medium, subject, unit)
            last_unit = unit
        return self.found

    def _read_unit(
        self, unit: _Unit, quotes: list[Marked], before: _Unit | None, medium: str | None
    ) -> None:
        clause = Clause(self.masked, unit.start, unit.end)
        speaking = _speaking(clause)
        at_quote = _quotes_with_cues(clause, quotes, speaking)
        for act in speaking:
            has_quote = any(chosen is act for _, chosen in at_quote)
            if act.content or has_quote:
                self._resolve(clause, act)
        if medium:
            first = next((act.speaker for act in speaking if act.speaker), None)
            self._keep_medium(medium, first, unit)
        for act in speaking:
            if act.content and act.resolved:
                self._add_reported(clause, act, unit)
        for mark, chosen in at_quote:
            if chosen:
                self._add_quote(
                    mark, chosen.speaker, chosen.cue.lemma, clause.texts[chosen.at], unit
                )
            else:
                self._add_quote(mark, self._from_context(mark, unit, before), None, None, unit)

    def _resolve(self, clause: Clause, act: _Speaking) -> None:
        act.resolved = True
        if act.phrase and not act.speaker:
            act.speaker = self.people.speaker(clause, act.phrase)

    def _keep_medium(self, medium: str, speaker: Speaker | None, unit: _Unit) -> None:
        self.medium, self.medium_paragraph = medium, unit.paragraph
        self.medium_of = speaker.text if speaker else None

    def _medium_for(self, speaker: Speaker | None, unit: _Unit) -> str | None:
        if self.medium is None or speaker is None or speaker.text != self.medium_of:
            return None
        return self.medium if unit.paragraph <= self.medium_paragraph + 1 else None

    def _add_reported(self, clause: Clause, act: _Speaking, unit: _Unit) -> None:
        assert act.content
        first, end = act.content
        while first < end and clause.texts[first] in ",-–—":
            first += 1
        while end > first and clause.texts[end - 1] in ",-–—;":
            end -= 1
        if end - first < 1 or all(clause.is_quote(i) for i in range(first, end)):
            return
        start, stop = clause.starts[first], clause.ends[end - 1]
        self._add(
            "reported", start, stop, self.text[start:stop], act.speaker, clause.texts[act.at], unit
        )

    def _add_quote(
        self, mark: Marked, speaker: Speaker | None, lemma: str | None, cue: str | None, unit: _Unit
    ) -> None:
        inner = self.text[mark.inner_start : mark.inner_end]
        if lemma is None and len(_WORD.findall(inner[:100])) < 3:
            return
        self._add("quote", mark.start, mark.end, inner, speaker, cue, unit)

    def _add(
        self,
        kind: str,
        start: int,
        end: int,
        value: str,
        speaker: Speaker | None,
        cue: str | None,
        unit: _Unit,
    ) -> None:
        self.found.append(
            SpeechMention(
                type="quote" if kind == "quote" else "reported",
                start=start,
                end=end,
                text=self.text[start:end],
                value=value,
                speaker=speaker.text if speaker else None,
                speaker_start=speaker.start if speaker else None,
                speaker_end=speaker.end if speaker else None,
                cue=cue,
                medium=self._medium_for(speaker, unit),
            )
        )

    def _from_context(self, mark: Marked, unit: _Unit, before: _Unit | None) -> Speaker | None:
        """No cue beside the quotation: who was speaking, or was spoken of just before."""
        subject = None
        if before and (unit.start == mark.start or before.paragraph == unit.paragraph):
            holds_quote = any(m.start < before.end and m.end > before.start for m in self.outer)
            if not holds_quote and before.paragraph >= unit.paragraph - 1:
                subject = self.people.subject_of(before.start, before.end)
        if subject:
            return self.people.remember(subject)
        return self.people.last

    def read_inside(self, inner: list[tuple[Marked, Marked]]) -> list[SpeechMention]:
        """Quotations within quotations, where the speaker says whom he quotes."""
        if not inner:
            return []
        self.found = []
        self.masked = _mask(self.text, _levels([mark for mark, _ in inner])[0])
        for mark, around in inner:
            start, end = _sentence_around(self.text, mark, around)
            clause = Clause(self.masked, start, end)
            speaking = _speaking(clause)
            for chosen in (act for _, act in _quotes_with_cues(clause, [mark], speaking)):
                if chosen:
                    self._resolve(clause, chosen)
                    unit = _Unit(start, end, -9)
                    self._add_quote(mark, chosen.speaker, "say", clause.texts[chosen.at], unit)
        return self.found


def _sentence_around(text: str, mark: Marked, around: Marked) -> tuple[int, int]:
    start = max(text.rfind(stop, around.inner_start, mark.start) for stop in (". ", "! ", "? "))
    ends = [at for stop in ".!?" if (at := text.find(stop, mark.end, around.inner_end)) >= 0]
    return (start + 2 if start >= 0 else around.inner_start), min(ends, default=around.inner_end)


def _units(sentences: Sequence[Sentence], outer: list[Marked], text: str) -> list[_Unit]:
    """Sentences, joined where their border lies in a quotation or right before "he said"."""
    units: list[_Unit] = []
    quote = 0
    for sentence in sentences:
        while quote < len(outer) and outer[quote].end <= sentence.start:
            quote += 1
        inside = quote < len(outer) and outer[quote].start < sentence.start
        after_quote = (
            units
            and quote > 0
            and not text[outer[quote - 1].end : sentence.start].strip(" ,")
            and text[sentence.start].islower()
        )
        if units and (inside or after_quote):
            units[-1].end = max(sentence.end, units[-1].end)
            units[-1].paragraph = sentence.paragraph
        else:
            units.append(_Unit(sentence.start, sentence.end, sentence.paragraph))
    return units


def _speaking(clause: Clause) -> list[_Speaking]:
    acts: list[_Speaking] = []
    for at, low in enumerate(clause.lows):
        cue = CUES.get(low)
        if cue is not None:
            if is_verb(clause, at, cue):
                act = _act(clause, at, cue, acts)
                if act:
                    acts.append(act)
        elif low == "according" and at + 2 < len(clause) and clause.lows[at + 1] == "to":
            phrase = clause.phrase_after(at + 2)
            acts.append(_Speaking(at, _ACCORDING, phrase, _according(clause, at, phrase)))
        elif low in _VIEWS and at and clause.lows[at - 1] in _POSSESSIVES:
            if clause.lows[at - 2 : at - 1] == ["in"] and at <= 4:
                content = Content(at + 1, content_end(clause, at + 1))
                acts.append(_Speaking(at, _VIEW, Phrase(at - 1, at), content))
    return acts


def _act(clause: Clause, at: int, cue: Cue, acts: list[_Speaking]) -> _Speaking | None:
    quote = _quote_before(clause, at)
    if quote is not None and "v" in cue.takes:
        phrase = clause.phrase_after(at + 1)
        if phrase:
            return _Speaking(at, cue, phrase, None, inverted=True)
    before = clause.lows[at - 1] if at else ""
    if before in BE and cue.form == "past":
        content = content_after(clause, at, cue)
        return _Speaking(at, cue, None, content, passive=True) if content else None
    phrase = clause.subject_before(at, _after_last_quote(clause, at)) if cue.form != "ing" else None
    if at and clause.texts[at - 1] == "," and "v" in cue.takes and cue.form in ("past", "s"):
        after = clause.phrase_after(at + 1)
        if after and not clause.has_finite(after.end, len(clause)):
            content = content_before(clause, Phrase(at, at + 1))
            if content:
                return _Speaking(at, cue, after, content, inverted=True)
    content = content_after(clause, at, cue)
    if content is None and phrase:
        content = content_before(clause, phrase)
    if phrase is None:
        earlier = next((act for act in reversed(acts) if act.phrase), None)
        if earlier and cue.form in ("ing", "past", "s"):
            phrase = earlier.phrase
        elif cue.form == "ing" or before == "to":
            phrase = clause.first_phrase(0, at)
    if cue.lemma in THINGS_THAT_SHOW and content and clause.lows[content.first - 1] != "that":
        content = None
    if phrase is None and content is None:
        return None
    return _Speaking(at, cue, phrase, content)


def _quote_before(clause: Clause, at: int) -> int | None:
    index = at - 1
    while index >= 0 and (clause.texts[index] in ",-–—" or clause.is_adverb(index)):
        index -= 1
    return index if index >= 0 and clause.is_quote(index) else None


def _after_last_quote(clause: Clause, at: int) -> int:
    for index in range(at - 1, -1, -1):
        if clause.is_quote(index):
            return index + 1
    return 0


def _according(clause: Clause, at: int, phrase: Phrase | None) -> Content | None:
    if phrase is None:
        return None
    if at <= 2:
        comma = next((i for i in range(phrase.end, len(clause)) if clause.texts[i] == ","), None)
        if comma is None:
            return None
        return (
            Content(comma + 1, content_end(clause, comma + 1)) if comma + 2 < len(clause) else None
        )
    end = at - 1 if clause.texts[at - 1] == "," else at
    begin = 0
    for index in range(end - 1, -1, -1):
        if clause.texts[index] in ";":
            begin = index + 1
            break
    return Content(begin, end) if end - begin > 2 else None


def _quotes_with_cues(
    clause: Clause, quotes: list[Marked], speaking: list[_Speaking]
) -> list[tuple[Marked, _Speaking | None]]:
    """Each quotation of the clause with the cue that introduces or follows it."""
    if not quotes:
        return []
    where = {start: index for index, start in enumerate(clause.starts)}
    pairs: list[tuple[Marked, _Speaking | None]] = []
    for mark in quotes:
        at = where.get(mark.start)
        pairs.append((mark, _cue_for(at, speaking) if at is not None else None))
    return pairs


def _cue_for(at: int, speaking: list[_Speaking]) -> _Speaking | None:
    before = [act for act in speaking if act.at < at and act.phrase and not act.passive]
    after = [act for act in speaking if act.at > at and act.phrase and not act.passive]
    if before:
        return before[-1]
    return after[0] if after else None
