"""Whom "he" or "she" at the head of a sentence means, where the text has named only one."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import zip_longest

from explainer.extract.passage import Passage
from explainer.extract.referent import Referent
from explainer.extract.role_words import KIN, is_role_noun
from explainer.extract.words import Token, is_person
from explainer.language.reading import Reading
from explainer.language.speech_gender import gender_of_role, genders
from explainer.mention import NameMention

_GENDER = {"he": "m", "she": "f"}


class Persons:
    """The people whom the narrator of a text names, with what their names tell of them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        # What has been told in the paragraph so far.
        self._told: list[Passage] = []

    @cached_property
    def _people(self) -> list[NameMention]:
        quotes = [(m.start, m.end) for m in self._reading.mentions if m.type == "quote"]
        return [
            m
            for m in self._reading.mentions
            if isinstance(m, NameMention) and m.type == "person"
            if not any(start <= m.start < end for start, end in quotes)
        ]

    @cached_property
    def _gender(self) -> dict[str, str]:
        return genders(self._reading.source.text, self._people)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self._reading.sentences]

    def meant(self, pronoun: str, passage: Passage, before: Passage | None) -> Referent | None:
        """The only one of the gender named so far, if nobody else can be meant."""
        gender = _GENDER.get(pronoun)
        named = {m.value: m for m in self._people if m.end <= passage.start}
        likely = [m for value, m in named.items() if self._gender.get(value) == gender]
        if gender is None or len(likely) != 1 or not _is_full(likely[0]):
            return None
        doubtful = (m for value, m in named.items() if value not in self._gender)
        near = passage.paragraph - 1
        if any(self._sentence(m)[2] >= near for m in doubtful):
            return None
        if before is not None and _unnamed_in(before.tokens, gender):
            return None
        here = (told for told in self._told if told.paragraph == passage.paragraph)
        if any(_leaves_open(told, pronoun) for told in here):
            return None
        start, end, _ = self._sentence(likely[0])
        return Referent("person", likely[0].value, start, end, passage.paragraph)

    def note(self, passage: Passage) -> None:
        """Remember a passage told by the narrator."""
        if self._told and self._told[0].paragraph != passage.paragraph:
            self._told.clear()
        self._told.append(passage)

    def _sentence(self, person: NameMention) -> tuple[int, int, int]:
        """Start, end and paragraph of the sentence that names the person."""
        found = self._reading.sentences[bisect_right(self._starts, person.start) - 1]
        return found.start, found.end, found.paragraph


def _is_full(person: NameMention) -> bool:
    return " " in person.value


def _leaves_open(passage: Passage, pronoun: str) -> bool:
    """Whether the subject is someone without a name, who may be meant by `pronoun`."""
    main = passage.main
    if main is None or not main.has_subject or passage.referent is not None:
        return False
    subject = main.tokens[main.subject : main.subject_end]
    alone = len(subject) == 1 and subject[0].low == pronoun
    return alone or _unnamed_in(subject, _GENDER[pronoun])


def _unnamed_in(tokens: list[Token], gender: str) -> bool:
    """Whether someone without a name is spoken of, who may be "she": "the clerk"."""
    for index, (token, after) in enumerate(zip_longest(tokens, tokens[1:])):
        if token.tag != "N" or (after is not None and after.tag in ("NAME", "N")):
            continue
        if not (is_role_noun(token.low) or token.low in KIN) or _is_said_of_one(tokens, index):
            continue
        if gender_of_role(token.low) in (None, gender):
            return True
    return False


def _is_said_of_one(tokens: list[Token], index: int) -> bool:
    """ "Ana Kos, a young lawyer": the noun is said of one who is named."""
    while index > 0 and tokens[index].tag in _BEFORE_NOUN:
        index -= 1
    return index > 0 and tokens[index].tag == "," and is_person(tokens[index - 1])


_BEFORE_NOUN = frozenset({"N", "D", "J", "S", "NUM", "TIME"})
