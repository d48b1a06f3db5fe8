"""Whose words: a noun phrase into a speaker, a pronoun into the person meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from explainer.language.names_words import word_lists
from explainer.language.reading import Sentence
from explainer.language.speech_clause import Clause
from explainer.language.speech_gender import gender_of_role, genders, is_one_human
from explainer.language.speech_groups import Groups, is_possessive, owns
from explainer.language.speech_roles import Roles
from explainer.language.speech_tokens import Phrase
from explainer.language.speech_words import (
    CONJUNCTIONS,
    DETERMINERS,
    PLURAL_SPEAKERS,
    PREPOSITIONS,
    VARIED,
    VARIED_OF_A_TEAM,
)
from explainer.lexicon import entry
from explainer.mention import NameMention, PlaceMention
from explainer.source import Source
from explainer.word_set import word_set

_SINGULAR = {"he": "m", "she": "f", "his": "m", "her": "f"}
_FAR = 12  # sentences back beyond which a pronoun is not followed
# So far from the beginning of its sentence "it" may mean what this began with.
_TRAILS = 12
_NEAR = 4  # the same for "it" and "they"
_A_HUMAN = re.compile(
    r"(?:The|A|An|One|Another|His|Her|Their|My) (?:[\w-]+ ){0,2}?(?:\w*man|\w*woman|boy|girl|"
    r"suspect|victim|driver|teenager|student|teacher|defendant|gunman|owner|caller|pilot|farmer|"
    r"soldier|husband|wife|father|mother|brother|sister|son|daughter|lawyer|doctor|nurse|official|"
    r"adviser|aide|officer|resident|worker|witness)\b(?! and\b|['’]s)"
    r"(?: (?:for|of) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)?"
)
_THE_ROLE = re.compile(
    r"(?:[^,.\n]{1,60}, |(?:On|In|At|By) \w+ )?(?:[Tt]he) ((?:[a-z-]+ )?[a-z-]+)\b"
)
_SUBJECT = 2.0  # what a person earns who is the subject of the sentence before, and of that gender
_PARTIES = word_set("democrats republicans democratic republican")
_LAST_WORDS = re.compile(r"[\w.'’-]+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """`text` is the fullest form; `start`..`end` where these words stand in the source."""

    text: str
    named: bool
    start: int
    end: int


class People:
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

    def speaker(self, clause: Clause, phrase: Phrase) -> Speaker | None:
        """Who is meant by `phrase`. The narrator's own "I" and "we" are nobody."""
        start, end = clause.starts[phrase.first], clause.ends[phrase.end - 1]
        low = clause.lows[phrase.first]
        if phrase.end == phrase.first + 1:
            if low in _SINGULAR:
                return self.remember(self._person_meant(_SINGULAR[low], start, end))
            if low in ("they", "it", "their", "its"):
                return self._group_meant(low, start, end)
            if low in ("i", "we", "you", "there", "one", "q"):
                return None
            if clause.text(phrase.end) == ":" and (turn := self._of_turn(low, start, end)):
                return self.remember(turn)
        named = self._named(start, end) or self._named_beside(clause, phrase)
        if named is None and low == "the":
            known = self._roles.holder(clause.lows[phrase.first : phrase.end], start)
            known = known or self._told_anew(clause, phrase, start)
            named = Speaker(known, True, start, end) if known else None
        return self.remember(named or self._described(clause, phrase))

    def _told_anew(self, clause: Clause, phrase: Phrase, start: int) -> str | None:
        """ "The striker", "the Rovers coach", said of who spoke just before, and not of somebody
        told of as "a striker"."""
        role, last = clause.lows[phrase.end - 1], self.last
        with_name = any(
            clause.texts[i][0].isupper() for i in range(phrase.first + 1, phrase.end - 1)
        )
        if role not in VARIED and not (role in VARIED_OF_A_TEAM and with_name):
            return None
        if last is None or last.text not in self._values:
            return None
        if not 0 <= self._sentence(start) - self._sentence(last.start) <= _NEAR + 2:
            return None
        told = gender_of_role(role)
        if told is not None and self._gender.get(last.text, told) != told:
            return None
        another = re.search(rf"\b[Aa]n? (?:[\w'-]+ ){{0,3}}{re.escape(role)}\b", self._text[:start])
        return None if another else last.text

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

    def remember(self, speaker: Speaker) -> Speaker:
        self.last = speaker
        if speaker.text in self._values and speaker.start not in self._at:
            self._heard.append((speaker.start, speaker.end, speaker.text))
        if speaker.text not in self._values and not is_one_human(speaker.text):
            self._last_group = speaker
        return speaker

    def subject_of(self, start: int, end: int) -> Speaker | None:
        """The first person named in a sentence, or meant by the pronoun it begins with."""
        opening = _LAST_WORDS.match(self._text, start)
        if opening and opening[0].lower() in _SINGULAR:
            gender = _SINGULAR[opening[0].lower()]
            return self._person_meant(gender, opening.start(), opening.end())
        index = bisect_left(self._person_starts, start)
        if index < len(self._persons) and self._persons[index].end <= end:
            person = self._persons[index]
            if not owns(self._text, person.end):
                return Speaker(person.value, True, person.start, person.end)
        return None

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
            opens = self._first_in.get(here - back, at) >= at and not agent
            if opens and not owns(self._text, end):
                score += 1.5
            if self.last and self.last.text == value:
                score += 1.0
            if score > best[0]:
                best = (score, at, value)
        return best

    def _person_meant(self, gender: str, start: int, end: int) -> Speaker:
        here = self._sentence(start)
        if self._trails(here, start):
            own = self._unnamed_subject(here, gender)
            if own:  # "The minister will resign, he said"
                holder = self._role_holder(here, gender)
                return Speaker(holder or own, holder is not None, start, end)
        best_score, best_at, best = self._best_known(gender, start)
        holder = self._role_holder(here - 1, gender) if best_score <= _SUBJECT else None
        if holder and not (best and here == self._sentence(best_at)):
            return Speaker(holder, True, start, end)
        far = best_score < 1 or self._sentence(best_at) < here - 1
        man = self._unnamed_subject(here - 1, gender) if far else None
        if man:
            return Speaker(man, False, start, end)
        role = self.last
        if role and not role.named and role.start < start and is_one_human(role.text):
            told = gender_of_role(role.text)
            # "An officer complained; she answered": two people, where one is known.
            fits = told in (None, gender) and (
                told or not best or self._sentence(role.start) < here
            )
            if fits and self._sentence(role.start) - here + 2.5 > best_score:
                return Speaker(role.text, False, start, end)
        if best:
            return Speaker(best, True, start, end)
        if role and self._gender.get(role.text, gender) == gender:
            return Speaker(role.text, role.named, start, end)
        return Speaker(self._text[start:end].lower(), False, start, end)

    def _role_holder(self, sentence: int, gender: str) -> str | None:
        """Who is "the prime minister", if the sentence has that subject and nobody named first."""
        if sentence < 0:
            return None
        found = _THE_ROLE.match(self._text, self._sentence_starts[sentence])
        if found is None or self._first_in.get(sentence, found.end()) < found.start(1):
            return None
        words = found[1].lower().split()
        for lows in (words, words[:-1]):
            holder = self._roles.holder(("the", *lows), found.start(1)) if lows else None
            if holder in self._values and self._gender.get(holder, gender) == gender:
                return holder
        return None

    def _unnamed_subject(self, sentence: int, gender: str) -> str | None:
        """ "The man" of the sentence before, where nobody is named in it."""
        if sentence < 0:
            return None
        found = _A_HUMAN.match(self._text, self._sentence_starts[sentence])
        if found is None or self._first_in.get(sentence, 0) >= found.end():
            return None  # "The man, Carl Dent, …"; but "A spokeswoman for Carl Dent …"
        if gender_of_role(found[0]) not in (None, gender):
            return None
        words = found[0][0].lower() + found[0][1:]
        said = self.last.text if self.last else ""
        return said if said.startswith(words) else words

    def _group_meant(self, low: str, start: int, end: int) -> Speaker:
        """ "It", "they": who spoke last and is no person, else the last body that spoke."""
        here = self._sentence(start)
        own = self._of_this_sentence(low, here, start)
        if own:
            return Speaker(*own, start, end)
        if low == "they" and here > 0:
            named = self._groups.plural_subject(here - 1)
            if named:
                return Speaker(named, True, start, end)
            many = self._groups.plural_opening(here - 1)
            if many:
                return Speaker(many, False, start, end)
        spoke = self._last_group and self._sentence(self._last_group.start) == here - 1
        if low == "it" and here > 0 and not spoke:
            body = self._groups.body(here - 1)
            if body:
                return Speaker(*body, start, end)
            paper = self._groups.paper(here - 1)
            if paper:
                return Speaker(paper, False, start, end)
        group = self._last_group
        if self.last and self.last.text not in self._values and low != "they":
            group = self.last
        if group and here - self._sentence(group.start) <= _NEAR:
            return Speaker(group.text, group.named, start, end)
        return Speaker(low, False, start, end)

    def _trails(self, here: int, start: int) -> bool:
        """Does the pronoun at `start` follow what it says: "…, he said"?"""
        after = here >= 0 and start - self._sentence_starts[here] >= _TRAILS
        return after and self._text[start - 2 : start] == ", "

    def _of_this_sentence(self, low: str, here: int, start: int) -> tuple[str, bool] | None:
        """ "The bank plans to cut jobs, it said": what the sentence began with."""
        if not self._trails(here, start):
            return None
        if low in ("it", "its"):
            return self._groups.body(here, owner=True)
        pair = self._groups.plural_subject(here)
        many = pair or self._groups.plural_opening(here)
        return (many, pair is not None) if many else None

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
        if people:
            return Speaker(people[-1].value, True, people[-1].start, people[-1].end)
        for head in heads:
            if self._stands_alone(head.end, end):
                return Speaker(head.value, True, head.start, head.end)
        return None

    def _of_another(self, start: int, at: int, person: bool) -> bool:
        """Does "for", "of" and the like stand before the name, over its titles?"""
        for word in reversed(_LAST_WORDS.findall(self._text, start, at)):
            low = word.lower()
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
        lower = small and clause.lows[first] not in _PARTIES
        return Speaker(words[0].lower() + words[1:] if lower else words, False, start, end)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).lower()


def _outside(persons: list[NameMention], quoted: Sequence[tuple[int, int]]) -> list[NameMention]:
    starts = [start for start, _ in quoted]
    kept = []
    for person in persons:
        index = bisect_left(starts, person.start + 1) - 1
        if index < 0 or person.start >= quoted[index][1]:
            kept.append(person)
    return kept
