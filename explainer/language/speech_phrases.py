"""A sentence cut at its commas: phrases, what stands aside, what explains what."""

from __future__ import annotations

from explainer.language.speech_tokens import HARD, RELATIVE, SOFT, Phrase, Tokens
from explainer.language.speech_words import (
    CONJUNCTIONS,
    CUES,
    DAYS,
    DETERMINERS,
    PLURAL_SPEAKERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from explainer.lexicon import entry

_FROM = frozenset({"from", "by"})
_PARTS_OF_DAY = frozenset({"night", "morning", "afternoon", "evening"})
_LATE = frozenset({"late", "early", "on"})
_MOMENTS = frozenset({"minutes", "hours", "days", "weeks", "months", "years", "moments"})


class Phrases(Tokens):
    """Tokens cut into phrases."""

    __slots__ = ()

    def _hard_floor(self, last: int, floor: int) -> int:
        floor = next((at + 1 for at in reversed(self.quotes) if floor <= at <= last), floor)
        for index in range(last, floor - 1, -1):
            if self.texts[index] in HARD and not self.in_word(index):
                return index + 1
        return floor

    def in_word(self, index: int) -> bool:
        """The dot of an abbreviation, as in "D-Calif., said", "Brantley Inc. said", "Oct. 18"."""
        after = self.text(index + 1)
        return self.texts[index] == "." and (after == "," or after[:1].islower() or after.isdigit())

    def _chunks(self, first: int, end: int) -> list[Phrase]:
        chunks, start = [], first
        for index in range(first, end + 1):
            if index == end or self.texts[index] in SOFT:
                if index > start:
                    chunks.append(Phrase(start, index))
                start = index + 1
        return chunks

    def _strip(self, chunk: Phrase) -> Phrase:
        first = chunk.first
        if self.lows[first] in _MOMENTS and self.low(first + 1) in ("after", "before"):
            first += 2
        while first < chunk.end and (
            self.lows[first] in CONJUNCTIONS
            or (self.lows[first] in SUBORDINATORS and self.lows[first] not in RELATIVE)
            or self.is_adverb(first)
            or (self.lows[first] in DAYS and self.lows[first] != "may")
            or (self.lows[first] in _PARTS_OF_DAY and self.low(first - 1) in DAYS)
        ):
            first += 1
        return Phrase(first, chunk.end)

    def _is_aside(self, chunk: Phrase) -> bool:
        """An adverbial, a relative clause or a participle: nothing that could be the subject."""
        low, text = self.lows[chunk.first], self.texts[chunk.first]
        if low in PREPOSITIONS or low in SUBORDINATORS or text[0].isdigit():
            return True
        if text != low and chunk.end - chunk.first > 1:  # "Asked by", but "Reed", "King of"
            after = self.lows[chunk.first + 1]
            joined = after in PREPOSITIONS or after in DETERMINERS or after in SUBORDINATORS
            return low.endswith(("ing", "ed")) and low != "king" and (joined or after == "if")
        if text != low or low in PLURAL_SPEAKERS:
            return False
        if low.endswith("ed"):  # "led by", but "retired watchmaker"
            after = self.low(chunk.first + 1)
            return after in PREPOSITIONS or after in DETERMINERS or after in SUBORDINATORS
        return low.endswith("ing")

    def names(self, chunk: Phrase) -> bool:
        """Is it nothing but a name?"""
        return all(self.texts[i][0].isupper() for i in range(chunk.first, chunk.end))

    def is_plural(self, index: int) -> bool:
        """Of "victims' families": a plural, which needs no article."""
        low = self.low(index)
        return low.endswith("s") and "NOUN" in entry(low).bases

    def leading(self, chunk: Phrase) -> Phrase:
        if self.lows[chunk.first] in SUBJECT_PRONOUNS:
            return Phrase(chunk.first, chunk.first + 1)
        end = next(
            (
                index
                for index in range(chunk.first + 1, chunk.end)
                if self.is_finite(index) or self.lows[index] in RELATIVE
            ),
            chunk.end,
        )
        if self.lows[end - 1].endswith("day") and self.lows[end - 1] in DAYS:
            while end - chunk.first > 1 and (
                self.lows[end - 1] in DAYS or self.is_adverb(end - 1) or self.lows[end - 1] in _LATE
            ):
                end -= 1  # "A judge late on Monday"
        return Phrase(chunk.first, end)

    def first_phrase(self, first: int, end: int) -> Phrase | None:
        """The subject with which the words `first`..`end` begin, after any adverbials."""
        for chunk in self._chunks(first, end):
            chunk = self._strip(chunk)
            if chunk.first < chunk.end and not self._is_aside(chunk):
                return self.leading(chunk)
            led = chunk.first < chunk.end and self.lows[chunk.first] in PREPOSITIONS
            for index in range(chunk.first + 2, chunk.end - 1) if led else ():
                if self.lows[index] in SUBJECT_PRONOUNS and self.is_finite(index + 1):
                    return Phrase(index, index + 1)  # "In a letter he thanked them and (vowed)"
        return None

    def _open_relative(self, chunk: Phrase) -> int | None:
        """Where "whose husband", "a memo in which a deputy" has its link, with no verb after."""
        for index in range(chunk.end - 1, chunk.first - 1, -1):
            if self.lows[index] in RELATIVE:
                return index
            if self.is_finite(index):
                return None
        return None

    def _acts_first(self, chunk: Phrase) -> bool:
        """Of "died while waiting for a scan": a verb that waits for its subject."""
        low = self.lows[chunk.first]
        return self.is_finite(chunk.first) or "VBD" in entry(low).verb_forms

    def _phrase_ending(self, end: int, floor: int) -> Phrase | None:
        """What "who" goes back to: "her opponent" in "a contrast with her opponent, who"."""
        chunks = self._chunks(self._hard_floor(end - 1, floor), end)
        if not chunks:
            return None
        if len(chunks) > 1 and self.texts[chunks[-1].first].isdigit():
            chunks.pop()  # an age: "Harish Bhonsle, 67, who"
        chunk = self._strip(chunks[-1])
        if len(chunks) == 2 and self.lows[chunk.first] in ("a", "an", "the"):
            named = self._strip(chunks[0])
            if named.first < named.end and self.names(named) and not self._is_aside(named):
                return named  # "Ana, a cook in Houston who (said)"
        if chunk.first + 1 < chunk.end and self._told_by(chunk.first):
            chunk = Phrase(chunk.first + 1, chunk.end)  # ", said one official, who (described)"
        if self.lows[chunk.first] == "according" and chunk.end - chunk.first > 2:
            return Phrase(chunk.first + 2, chunk.end)
        for index in range(chunk.end - 1, chunk.first, -1):
            if self.is_finite(index):
                chunk = self._strip(Phrase(index + 1, chunk.end))
                break
        if chunk.first < chunk.end and (self._is_aside(chunk) or self._from_many(chunk)):
            for index in range(chunk.end - 1, chunk.first, -1):
                many = self.lows[index - 1] in _FROM and self._from_many(chunk)
                if self.lows[index - 1] in PREPOSITIONS and (many or self.starts_phrase(index)):
                    return Phrase(index, chunk.end)
        return chunk if chunk.first < chunk.end else None

    def _told_by(self, index: int) -> bool:
        cue = CUES.get(self.lows[index])
        return cue is not None and "v" in cue.takes and cue.form == "past"

    def _from_many(self, chunk: Phrase) -> bool:
        """Of "criticism from gun owners", who are then "who"; not of "a doctor from Leeds"."""
        many = self.is_plural(chunk.end - 1)
        return many and not _FROM.isdisjoint(self.lows[chunk.first + 1 : chunk.end])

    def apposition(self, phrase: Phrase) -> Phrase | None:
        """What stands between commas right after `phrase`: "its leader, Tom Prideaux,"."""
        first = phrase.end + 1
        if first >= len(self) or self.texts[phrase.end] != ",":
            return None
        end = first
        while end < len(self) and self.texts[end] not in SOFT and self.texts[end] not in HARD:
            if self.is_quote(end) or self.lows[end] in RELATIVE:
                break
            if self.is_finite(end):
                return None  # "according to the poll, Ruiz leads"
            end += 1
        chunk = Phrase(first, end)
        return None if end == first or self._is_aside(chunk) else chunk
