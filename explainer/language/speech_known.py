"""Who has been named and who has spoken, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from explainer.language.reading import Sentence
from explainer.language.speech_gender import genders, is_one_human
from explainer.language.speech_groups import Groups, owns
from explainer.language.speech_roles import Roles
from explainer.mention import NameMention, PlaceMention
from explainer.source import Source

_FAR = 12  # sentences back beyond which a pronoun is not followed
_PRONOUN = re.compile(r"(?:He|She)\b")
_SUBORDINATE = re.compile(r"(?:When|After|As|While|Although|Though|Before|Once|If|Because)\b")


@dataclass(frozen=True, slots=True)
class Speaker:
    """`text` is the fullest form; `start`..`end` where these words stand in the source."""

    text: str
    named: bool
    start: int
    end: int


class Known:
    """Who has been named, in the order of the text, and who spoke last."""

    def __init__(
        self,
        source: Source,
        sentences: Sequence[Sentence],
        names: Sequence[NameMention | PlaceMention],
        quoted: Sequence[tuple[int, int]],
    ) -> None:
        self._text = source.text
        self._names = sorted(names, key=lambda n: n.start)
        self._name_starts = [name.start for name in self._names]
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._paragraphs = [sentence.paragraph for sentence in sentences]
        self._persons = _outside(
            [n for n in self._names if isinstance(n, NameMention) and n.type == "person"], quoted
        )
        self._person_starts = [person.start for person in self._persons]
        self._roles = Roles(self._text, self._names)
        bodies = self._roles.bodies
        self._groups = Groups(self._text, self._sentence_starts, self._persons, bodies)
        self._first_in: dict[int, int] = {}
        for person in self._persons:
            self._first_in.setdefault(self._sentence(person.start), person.start)
        self._values = {person.value for person in self._persons}
        self._at = frozenset(self._person_starts)
        self._heard: list[tuple[int, int, str]] = []  # who spoke, called by role or pronoun
        self.last: Speaker | None = None
        self._last_group: Speaker | None = None

    @cached_property
    def _gender(self) -> dict[str, str]:
        return genders(self._text, self._persons)

    def remember(self, speaker: Speaker) -> Speaker:
        self.last = speaker
        if speaker.text in self._values and speaker.start not in self._at:
            self._heard.append((speaker.start, speaker.end, speaker.text))
        if speaker.text not in self._values and not is_one_human(speaker.text):
            self._last_group = speaker
        return speaker

    def _sentence(self, offset: int) -> int:
        return bisect_left(self._sentence_starts, offset + 1) - 1

    def _best_known(self, gender: str, start: int) -> tuple[float, int, str]:
        """Of those named or heard before `start` the likeliest: score, where, who."""
        here = self._sentence(start)
        best = (-99.0, -1, "")
        index = bisect_left(self._person_starts, start)
        named = (
            (p.start, p.end, p.value) for p in reversed(self._persons[max(0, index - 31) : index])
        )
        heard = (one for one in reversed(self._heard[-3:]) if here - self._sentence(one[0]) <= _FAR)
        told = {at for at, _, _ in self._heard}
        anew = self._anew(here)
        for at, end, value in chain(heard, named):
            back = here - self._sentence(at)
            if back > _FAR:
                break
            known = self._gender.get(value)
            if (known and known != gender) or at >= start:
                continue
            agent = self._text.endswith(" by ", 0, at)
            if back == 0 and agent:
                continue  # "Questioned by Ann Lee, she": somebody else
            score = (1.5 if known else 0.0) - back
            opens = self._head(here - back, at) == at and not agent
            opens = at in told or (opens and not self._begins_with_pronoun(here - back))
            if here - back < anew:
                score -= 1.0
            if opens and not owns(self._text, end):
                score += 1.5
            if self.last and self.last.text == value:
                score += 1.0
            if back == 1 and at == self._sentence_starts[here - 1] and self._opens(here, start):
                score += 1.0  # "Lee left. He said …"
            if score > best[0]:
                best = (score, at, value)
        return best

    def _head(self, sentence: int, at: int) -> int:
        """Where the person stands who is the subject of a sentence that names the one at `at`: the
        first, but of "When Lee asked, Reed laughed" the first after the comma."""
        first = self._first_in.get(sentence, at)
        start = self._sentence_starts[sentence]
        if not _SUBORDINATE.match(self._text, start):
            return first
        comma = self._text.find(", ", first)
        later = bisect_left(self._person_starts, comma)
        if comma < 0 or later >= len(self._persons):
            return first
        return self._person_starts[later] if self._sentence(comma) == sentence else first

    def _anew(self, here: int) -> int:
        """The first sentence of this paragraph, if it names somebody before `here`; else 0."""
        begin = here
        least = max(0, here - _FAR)  # what is further back does not count
        while begin > least and self._paragraphs[begin - 1] == self._paragraphs[here]:
            begin -= 1
        return begin if any(s in self._first_in for s in range(begin, here)) else 0

    def _begins_with_pronoun(self, sentence: int) -> bool:
        return bool(_PRONOUN.match(self._text, self._sentence_starts[sentence]))

    def _opens(self, sentence: int, start: int) -> bool:
        return self._sentence_starts[sentence] == start


def _outside(persons: list[NameMention], quoted: Sequence[tuple[int, int]]) -> list[NameMention]:
    starts = [start for start, _ in quoted]
    kept = []
    for person in persons:
        index = bisect_left(starts, person.start + 1) - 1
        if index < 0 or person.start >= quoted[index][1]:
            kept.append(person)
    return kept
