"""The subject of a verb, found from word order and a few hundred function words."""

from __future__ import annotations

from explainer.language.speech_phrases import Phrases
from explainer.language.speech_tokens import RELATIVE, SOFT, Phrase
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

_SELF = frozenset({"itself", "himself", "herself", "themselves"})
_OWN = frozenset({"the", "his", "her", "its", "their"})
_LINKS = RELATIVE | {"that", "what"}
_OR_OWN = _LINKS | _OWN
_LEAD_ON = PREPOSITIONS | CONJUNCTIONS
_TWO_WORDS = frozenset((
    ("at", "first"), ("at", "last"), ("in", "turn"), ("of", "course"), ("for", "now"),
    ("once", "again"), ("in", "private"), ("in", "public"), ("at", "times"), ("in", "part"),
))  # fmt: skip
_WHEN = frozenset({"after", "when", "before", "because", "since", "until", "while", "as"})


class Clause(Phrases):
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
            before = self.lows[last - 1] if last > floor else ""
            if (low in DAYS and before in ("on", "in")) or (before, low) in _TWO_WORDS:
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
            if (
                bare
                and self._within_relative(chunk) is None
                and not self._is_aside(named)
                and len(chunks) == 2
            ):
                return named
        return self.nearest(chunk)

    def nearest(self, chunk: Phrase) -> Phrase | None:
        """The phrase that ends where `chunk` ends and is no part of an earlier clause in it."""
        second = min(chunk.first + 1, chunk.end - 1)
        if self._reports(chunk.first) and (self.starts_phrase(second) or self.is_plural(second)):
            chunk = Phrase(chunk.first + 1, chunk.end)  # ", said the old man (believed)"
        if self.lows[chunk.first] == "something" and chunk.end - chunk.first > 1:
            chunk = Phrase(chunk.first + 1, chunk.end)  # "something Lee (calls)"
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

    def _reports(self, index: int) -> bool:
        cue = CUES.get(self.lows[index])
        return cue is not None and "z" in cue.takes and cue.form in ("past", "s")

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
            if low in RELATIVE or (low in ("that", "what") and index > chunk.first):
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

    def _begins_anew(self, chunk: Phrase, index: int) -> bool:
        """Of "a step his own party (called)": a second noun phrase right after the first?"""
        second = self.lows[index] in _OWN and index - chunk.first > 1
        if not RELATIVE.isdisjoint(self.lows[chunk.first : index]):
            return False
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
