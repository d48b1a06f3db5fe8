"""Whose words: a noun phrase into a speaker."""

from __future__ import annotations

import re
from bisect import bisect_left

from explainer.language.names_words import TITLES, word_lists
from explainer.language.speech_clause import Clause
from explainer.language.speech_groups import PARTIES, is_possessive, owns
from explainer.language.speech_known import Speaker
from explainer.language.speech_meant import SINGULAR, Meant
from explainer.language.speech_tokens import Phrase
from explainer.language.speech_words import (
    CONJUNCTIONS,
    CUES,
    DETERMINERS,
    NOUN_CUES,
    PLURAL_SPEAKERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from explainer.lexicon import entry

_OPENS_ASIDE = frozenset(
    {"Asked", "Told", "When", "Pressed", "Questioned", "Reached", "Confronted"}
)
_HE_DID = re.compile(r", (he|she) \w+ed\b")
_HE_BESIDE = re.compile(r" (he|she) [a-z]+")
_LAST_WORDS = re.compile(r"[\w.'’-]+")


class People(Meant):
    """Who is meant by the words for a speaker."""

    def speaker(self, clause: Clause, phrase: Phrase) -> Speaker | None:
        """Who is meant by `phrase`. The narrator's own "I" and "we" are nobody."""
        start, end = clause.starts[phrase.first], clause.ends[phrase.end - 1]
        low = clause.lows[phrase.first]
        if "'" in low and low.partition("'")[0] in SUBJECT_PRONOUNS:  # "She'd say"
            low = low.partition("'")[0]
            end = start + len(low)
        if phrase.end == phrase.first + 1:
            if low in SINGULAR:
                return self.remember(self._person_meant(SINGULAR[low], start, end))
            if low in ("they", "it", "their", "its", "them"):
                return self._group_meant("they" if low == "them" else low, start, end)
            if low in ("i", "we", "you", "there", "q"):
                return None
            if low == "one" and not _tells(clause, phrase):
                return None
            if clause.text(phrase.end) == ":" and (turn := self._of_turn(low, start, end)):
                return self.remember(turn)
        named_so = clause.texts[phrase.first][0].isupper() and is_possessive(self._text, end)
        if named_so and clause.low(phrase.end) not in NOUN_CUES:  # "Moody's said"
            return self.remember(Speaker(self._text[start:end], True, start, end))
        named = self._named(start, end)
        if named is None or (low in DETERMINERS and named.text not in self._values):
            named = self._named_beside(clause, phrase) or named  # "his super PAC, Forward Now,"
        if named is None and low == "the":
            known = self._roles.holder(clause.lows[phrase.first : phrase.end], start)
            known = known or self._told_anew(clause, phrase, start)
            named = Speaker(known, True, start, end) if known else None
        return self.remember(named or self._described(clause, phrase))

    def _of_turn(self, letters: str, start: int, end: int) -> Speaker | None:
        """In an interview "A:" is who was named most before, "NF:" Nadia Farouk."""
        if not self._text[start:end].isupper() or len(letters) > 3:
            return None
        before = self._persons[: bisect_left(self._person_starts, start)]
        named = [person.value for person in before]
        if letters == "a":
            meant = max(named, key=named.count, default=None)
        else:
            meant = next((value for value in named if _initials(value) == letters), None)
        return Speaker(meant, True, start, end) if meant else None

    def _named_beside(self, clause: Clause, phrase: Phrase) -> Speaker | None:
        """The name in "its leader, Tom Prideaux,"."""
        role = clause.texts[phrase.end - 1].islower() or clause.lows[phrase.first] in DETERMINERS
        beside = clause.apposition(phrase) if role else None
        if beside is None:
            return None
        start, end = clause.starts[beside.first], clause.ends[beside.end - 1]
        named = self._named(start, end)
        if named is None and all(clause.texts[i][0].isupper() for i in range(*beside)):
            named = Speaker(self._text[start:end], True, start, end)
        return named

    def subject_of(self, start: int, end: int) -> Speaker | None:
        """The first person named in a sentence, or meant by the pronoun it begins with."""
        opening = _LAST_WORDS.match(self._text, start)
        if opening and opening[0].lower() in SINGULAR:
            gender = SINGULAR[opening[0].lower()]
            return self._person_meant(gender, opening.start(), opening.end())
        if (
            opening
            and opening[0] in _OPENS_ASIDE
            and (after := _HE_DID.search(self._text, start, end))
        ):
            return self._person_meant(SINGULAR[after[1]], after.start(1), after.end(1))
        index = bisect_left(self._person_starts, start)
        if index < len(self._persons) and self._persons[index].end <= end:
            person = self._persons[index]
            if not owns(self._text, person.end):
                return Speaker(person.value, True, person.start, person.end)
        return None

    def beside(self, inner_end: int, end: int) -> Speaker | None:
        """Who speaks in '"Folks," he likes to begin', where no verb of speech says so."""
        he = _HE_BESIDE.match(self._text, end) if self._text[inner_end - 1] == "," else None
        if he is None:
            return None
        return self.remember(self._person_meant(SINGULAR[he[1]], he.start(1), he.end(1)))

    def _named(self, start: int, end: int) -> Speaker | None:
        first = bisect_left(self._name_starts, start)
        heads = []
        for name in self._names[first:]:
            if name.end > end:
                break
            another = self._of_another(start, name.start, name.type == "person")
            if not another and not self._owner(name.end, end):
                heads.append(name)
        people = [head for head in heads if head.type == "person"]
        if len(people) == 2 and self._text[people[0].end : people[1].start].strip() in ("and", "&"):
            both = f"{people[0].value} and {people[1].value}"
            return Speaker(both, True, people[0].start, people[1].end)
        if people and self._is_whole(people[-1].end, end):
            return Speaker(people[-1].value, True, people[-1].start, people[-1].end)
        for head in heads:
            if self._stands_alone(head.end, end):
                return Speaker(head.value, True, head.start, head.end)
        return None

    def _is_whole(self, at: int, end: int) -> bool:
        """Does no noun follow that the name only belongs to: "the Carver administration"?"""
        word = _LAST_WORDS.search(self._text, at, end)
        if word is None or not word[0].islower():
            return True
        return word[0] in PREPOSITIONS or "NOUN" not in entry(word[0]).bases

    def _of_another(self, start: int, at: int, person: bool) -> bool:
        """Does "for", "of" and the like stand before the name, over its titles?"""
        words = _LAST_WORDS.findall(self._text, start, at)
        for index in range(len(words) - 1, -1, -1):
            word = words[index]
            low = word.lower()
            if low == "of" and person and index and words[index - 1] in TITLES:
                return False  # "Secretary of State Ann Lee"
            if low in PREPOSITIONS:
                return True
            if person and word[0].islower() and low not in DETERMINERS:
                return False
        return False

    def _owner(self, at: int, end: int) -> bool:
        return at < end - 2 and owns(self._text, at)

    def _stands_alone(self, at: int, end: int) -> bool:
        following = _LAST_WORDS.search(self._text, at, end)
        return following is None or following[0].lower() in PREPOSITIONS

    def _described(self, clause: Clause, phrase: Phrase) -> Speaker:
        start, end = clause.starts[phrase.first], clause.ends[phrase.end - 1]
        first = phrase.first
        run = phrase.end
        while run > first and clause.texts[run - 1][0].isupper():
            run -= 1
        small = clause.lows[first] in DETERMINERS or clause.lows[first] in PLURAL_SPEAKERS
        second = clause.text(first + 1) if phrase.end > first + 1 else ""
        if not small and second.islower() and second not in CONJUNCTIONS:
            small = clause.lows[first] in word_lists().common
        if phrase.end == first + 1 and clause.lows[first].endswith("s"):
            small = small or "NOUN" in entry(clause.lows[first]).bases  # "Biologists"
        whole = run == first and not small
        role_then_name = (
            first < run < phrase.end
            and clause.lows[run - 1] not in DETERMINERS
            and clause.lows[run - 1] not in PREPOSITIONS
            and clause.texts[run - 1].isalpha()
        )
        if whole or role_then_name:
            at = clause.starts[first if whole else run]
            end -= 2 * (is_possessive(self._text, end) and end - 2 > at)  # "Dorsey's claim"
            return Speaker(self._text[at:end], True, at, end)
        if is_possessive(self._text, end):
            end -= 2  # "the airline's claim"
        words = self._text[start:end]
        lower = small and clause.lows[first] not in PARTIES
        return Speaker(words[0].lower() + words[1:] if lower else words, False, start, end)


def _tells(clause: Clause, phrase: Phrase) -> bool:
    """Of "one said", "said one": somebody did, while "one hopes" is anybody."""
    if clause.low(phrase.end) == ",":
        return True  # "One, a chairman who backed him, said"
    beside = CUES.get(clause.low(phrase.end)) or CUES.get(clause.low(phrase.first - 1))
    return beside is not None and beside.form == "past"


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).lower()
