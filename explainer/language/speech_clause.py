"""The subject of a verb, found from word order and a few hundred function words."""

from __future__ import annotations

from explainer.language.speech_tokens import HARD, RELATIVE, SOFT, Phrase, Tokens
from explainer.language.speech_words import (
    AUXILIARIES,
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

_SELF = frozenset({"itself", "himself", "herself", "themselves"})
_OWN = frozenset({"the", "his", "her", "its", "their"})
_LINKS = RELATIVE | {"that"}
_OR_OWN = _LINKS | _OWN
_LEAD_ON = PREPOSITIONS | CONJUNCTIONS
_LATE = frozenset({"late", "early", "on"})
_WHEN = frozenset({"after", "when", "before", "because", "since", "until", "while", "as"})
_MOMENTS = frozenset({"minutes", "hours", "days", "weeks", "months", "years", "moments"})


class Clause(Tokens):
    """Tokens in which the subject of a verb can be found."""

    __slots__ = ()

    def subject_before(self, verb: int, floor: int = 0) -> Phrase | None:
        """The noun phrase that is the subject of the verb at token `verb`, from `floor` on."""
        last = self._before_auxiliaries(verb, floor)
        if last < floor:
            return None
        low = self.lows[last]
        if low in CONJUNCTIONS or low == "then":
            return self.first_phrase(self._joined_from(self._hard_floor(last, floor), last), last)
        if low in RELATIVE or (low == "that" and last - 1 >= floor):
            end = last - 1 if self.lows[last - 1] == "," else last
            return self._phrase_ending(end, floor)
        floor = self._hard_floor(last, floor)
        if last < floor:
            return None
        chunks = self._chunks(floor, last + 1)
        if not chunks:
            return None
        if low in SOFT:
            return self._subject_with_apposition(chunks)
        return self._subject_beside(chunks)

    def _joined_from(self, floor: int, end: int) -> int:
        """Of "shares fell after the firm cut its forecast and (said)": where "the firm" begins."""
        for index in range(end - 1, floor, -1):
            low = self.lows[index]
            if self.texts[index] in SOFT or low in RELATIVE:
                break
            if low in _WHEN and self.has_finite(index + 2, end):
                return index + 1
        return floor

    def _before_auxiliaries(self, verb: int, floor: int) -> int:
        last = verb - 1
        while last >= floor:
            low = self.lows[last]
            if low in DAYS and last - 1 >= floor and self.lows[last - 1] == "on":
                last -= 2
            elif low in DAYS or low in AUXILIARIES or self.is_adverb(last) or low in _SELF:
                last -= 1
            elif low == ")":  # "Senator Murdoch (D-Calif.) said"
                opening = next((i for i in range(last, floor, -1) if self.texts[i] == "("), None)
                if opening is None:
                    break
                last = opening - 1
            else:
                break
        return last

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

    def _subject_with_apposition(self, chunks: list[Phrase]) -> Phrase | None:
        """ "Novak, the son of the commander, said": left over what explains him."""
        if len(chunks) == 1:
            stripped = self._strip(chunks[0])
            return self.leading(stripped) if stripped.first < stripped.end else None
        for at, chunk in reversed(list(enumerate(chunks))):
            link = self._open_relative(chunk)
            if link is not None and any(self._acts_first(later) for later in chunks[at + 1 :]):
                # "Dunn, whose husband, a cook, died, (said)"
                return self._subject_with_apposition([*chunks[:at], chunks[-1]]) if at else None
            if link is not None and link + 1 < chunk.end and at + 1 < len(chunks):
                return Phrase(link + 1, chunk.end)  # "a memo in which a deputy, Ann Lee, (wrote)"
        found: Phrase | None = None
        for at, chunk in reversed(list(enumerate(chunks[:-1]))):
            chunk = self._strip(chunk)
            if at > 1 and self._is_place_of(chunk, self._strip(chunks[at - 1])):
                continue
            if chunk.first >= chunk.end or self._is_aside(chunk):
                if found:
                    break
                continue
            if found is None:
                found = self.leading(chunk)
                if self.lows[found.first] not in DETERMINERS:
                    break
            else:
                if self.names(chunk):
                    found = chunk
                break
        if found:
            return found
        last = self._strip(chunks[-1])
        return self.leading(last) if last.first < last.end and not self._is_aside(last) else None

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

    def _is_place_of(self, chunk: Phrase, before: Phrase) -> bool:
        """ "Britain" in "Tolland, a doctor in Leeds, Britain, who was asked, said"."""
        if chunk.first >= chunk.end or before.end - before.first < 3:
            return False
        ends = next((i for i in range(before.end - 1, before.first, -1)
                     if self.texts[i] == self.lows[i]), before.first)  # fmt: skip
        described = self.lows[before.first] in DETERMINERS and before.end - 1 > ends > before.first
        return described and self.lows[ends] in PREPOSITIONS and self.names(chunk)

    def _subject_beside(self, chunks: list[Phrase]) -> Phrase | None:
        chunk = self._strip(chunks[-1])
        if chunk.first >= chunk.end:
            return None
        if len(chunks) > 1 and self.lows[chunk.first] in ("a", "an", "the"):
            named = self._strip(chunks[-2])
            bare = named.first < named.end and self.names(named)
            if bare and not self._is_aside(named) and len(chunks) == 2:
                return named
        return self.nearest(chunk)

    def nearest(self, chunk: Phrase) -> Phrase | None:
        """The phrase that ends where `chunk` ends and is no part of an earlier clause in it."""
        first = chunk.first
        if self.lows[chunk.end - 1] in SUBJECT_PRONOUNS:
            return Phrase(chunk.end - 1, chunk.end)
        inner = self._within_report(chunk)
        if inner:  # "expects the authority to (demand)"
            return Phrase(inner.first, inner.end - (self.lows[inner.end - 1] == "to"))
        inner = self._within_relative(chunk)
        if inner:  # "a move that even her friends (called)", "which Smith (described)"
            chunk, first = inner, inner.first
        joined = any(
            self.lows[i] in CONJUNCTIONS or self.lows[i] in SUBORDINATORS
            for i in range(first + 1, chunk.end)
        )
        if self.lows[first] in SUBJECT_PRONOUNS and not joined:
            return Phrase(first, first + 1)
        finite = next((i for i in range(first + 1, chunk.end) if self.is_finite(i)), None)
        if finite is not None:
            joint = next(
                (
                    i
                    for i in range(chunk.end - 1, finite, -1)
                    if self.lows[i] in CONJUNCTIONS or self.lows[i] in SUBORDINATORS
                ),
                None,
            )
            if joint is None:
                if not self.starts_phrase(first):
                    return None
                # Two verbs and nothing to join them: the first is part of who it is, as in
                # "an official who asked not to be named", "a resident reached by phone".
                told = self.lows[finite].endswith("ed") and self.lows[finite] != "used"
                inside = finite < chunk.end - 1
                if any(self.lows[i] in RELATIVE for i in range(first, finite)) or (told and inside):
                    return chunk
                return Phrase(first, finite)
            if joint + 1 >= chunk.end:
                return self.leading(Phrase(first, chunk.end))
            return self.nearest(self._strip(Phrase(joint + 1, chunk.end)))
        if self.is_measure(first):
            return chunk  # "at least five members"
        if self.lows[first] in PREPOSITIONS:
            return self._after_preposition(chunk)
        if not self.starts_phrase(first) and self._is_aside(chunk):
            return None
        return chunk if chunk.first < chunk.end else None

    def _within_report(self, chunk: Phrase) -> Phrase | None:
        """Of "She claimed her boss (told)": "her boss"."""
        for index in range(chunk.end - 2, chunk.first, -1):
            if self.lows[index] == "that" and self.starts_phrase(index + 1):
                told = any(self.lows[i] in CUES for i in range(chunk.first, index))
                return Phrase(index + 1, chunk.end) if told else None
            if self.lows[index] in RELATIVE or self.is_finite(index):
                cue = CUES.get(self.lows[index])
                fits = cue is not None and "z" in cue.takes and self.starts_phrase(index + 1)
                related = any(self.lows[i] in RELATIVE for i in range(chunk.first, index))
                return Phrase(index + 1, chunk.end) if fits and not related else None
        return None

    def _within_relative(self, chunk: Phrase) -> Phrase | None:
        """Of "a ruling that even her allies": "her allies", where no verb comes between."""
        anew = self.lows[chunk.first] in ("a", "an")
        links = _OR_OWN if anew else _LINKS
        if links.isdisjoint(self.lows[chunk.first : chunk.end]):
            return None
        for index in range(chunk.end - 1, chunk.first - 1, -1):
            low = self.lows[index]
            if low in RELATIVE or (low == "that" and index > chunk.first):
                return self._related(chunk, index)
            if anew and self._begins_anew(chunk, index):
                return Phrase(index, chunk.end)
            if self.is_finite(index):
                return None
        return None

    def _related(self, chunk: Phrase, at: int) -> Phrase | None:
        """What stands after the "that" or "which" at `at`, if it may be a subject."""
        begin = at + 1
        while begin < chunk.end and self.is_adverb(begin):
            begin += 1
        if begin >= chunk.end or (self.lows[at] == "that" and begin + 1 == chunk.end):
            return None
        fits = self.starts_phrase(begin) or self.is_plural(begin)
        return Phrase(begin, chunk.end) if fits else None

    def is_plural(self, index: int) -> bool:
        """Of "victims' families": a plural, which needs no article."""
        low = self.low(index)
        return low.endswith("s") and "NOUN" in entry(low).bases

    def _begins_anew(self, chunk: Phrase, index: int) -> bool:
        """Of "a step his own party (called)": a second noun phrase right after the first?"""
        second = self.lows[index] in _OWN and index - chunk.first > 1
        return second and self.lows[index - 1] not in _LEAD_ON

    def _after_preposition(self, chunk: Phrase) -> Phrase | None:
        """Of "In a statement the ministry": the second phrase, "the ministry"."""
        seen = 0
        for index in range(chunk.first + 1, chunk.end):
            before = self.lows[index - 1]
            if before in PREPOSITIONS or not self.starts_phrase(index):
                continue
            if self.texts[index][0].isdigit():
                continue  # "in the 1980s a scientist"
            low = self.lows[index]
            if low in DETERMINERS or low in SUBJECT_PRONOUNS or low in PLURAL_SPEAKERS:
                return Phrase(index, chunk.end)
            if self.texts[index - 1] == self.lows[index - 1] or self.lows[index - 1] in DAYS:
                seen = index
                return Phrase(seen, chunk.end)
        return None

    def first_phrase(self, first: int, end: int) -> Phrase | None:
        """The subject with which the words `first`..`end` begin, after any adverbials."""
        for chunk in self._chunks(first, end):
            chunk = self._strip(chunk)
            if chunk.first < chunk.end and not self._is_aside(chunk):
                return self.leading(chunk)
        return None

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
        if self.lows[chunk.first] == "according" and chunk.end - chunk.first > 2:
            return Phrase(chunk.first + 2, chunk.end)
        for index in range(chunk.end - 1, chunk.first, -1):
            if self.is_finite(index):
                chunk = self._strip(Phrase(index + 1, chunk.end))
                break
        if chunk.first < chunk.end and (self._is_aside(chunk) or self._from_many(chunk)):
            for index in range(chunk.end - 1, chunk.first, -1):
                many = self.lows[index - 1] == "from" and self._from_many(chunk)
                if self.lows[index - 1] in PREPOSITIONS and (many or self.starts_phrase(index)):
                    return Phrase(index, chunk.end)
        return chunk if chunk.first < chunk.end else None

    def _from_many(self, chunk: Phrase) -> bool:
        """Of "criticism from gun owners", who are then "who"; not of "a doctor from Leeds"."""
        return self.is_plural(chunk.end - 1) and "from" in self.lows[chunk.first + 1 : chunk.end]

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
