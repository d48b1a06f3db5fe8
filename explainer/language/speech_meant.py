"""Whom "he", "it" or "the striker" means, of all who are named and who have spoken."""

from __future__ import annotations

import re
from bisect import bisect_left

from explainer.language.speech_clause import Clause
from explainer.language.speech_gender import gender_of_role, is_one_human
from explainer.language.speech_known import Known, Speaker
from explainer.language.speech_tokens import Phrase
from explainer.language.speech_words import VARIED, VARIED_OF_A_TEAM

SINGULAR = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_NEAR = 4  # the same for "it" and "they"
# So far from the beginning of its sentence "it" may mean what this began with.
_TRAILS = 12
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
_MANY = re.compile(r"(?:[^su]s|people|police)\Z")
_FIRST_WORD = re.compile(r"\w+")
_SUBJECT = 2.0  # what a person earns who is the subject of the sentence before, and of that gender


class Meant(Known):
    """Whom a pronoun, a role or "it" means."""

    def _person_meant(self, gender: str, start: int, end: int) -> Speaker:
        here = self._sentence(start)
        if self._trails(here, start):
            opening = _FIRST_WORD.match(self._text, self._sentence_starts[here])
            if opening and SINGULAR.get(opening[0].lower()) == gender and opening[0] != "Her":
                meant = self._person_meant(gender, opening.start(), opening.end())
                return Speaker(meant.text, meant.named, start, end)  # "He likes Lee, he said"
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
        told = self._last_group
        if told and self._sentence(told.start) == here and told.start < start:
            return Speaker(told.text, told.named, start, end)  # "The bank said …, though it added"
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
        if group and (
            (low == "it" and not group.named and _MANY.search(group.text))
            or (low == "they" and group.named and not _MANY.search(group.text))
        ):
            group = None  # "it" is not many, "they" are no newspaper
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

    def _only_one_in(self, sentence: int) -> Speaker | None:
        """The one person a sentence names, if it names no other."""
        if sentence < 0:
            return None
        begin, end = self._sentence_starts[sentence : sentence + 2]
        first = bisect_left(self._person_starts, begin)
        named = self._persons[first : bisect_left(self._person_starts, end)]
        if len({person.value for person in named}) != 1:
            return None
        return Speaker(named[0].value, True, named[0].start, named[0].end)

    def _told_anew(self, clause: Clause, phrase: Phrase, start: int) -> str | None:
        """ "The striker", "the Rovers coach", said of who spoke just before, and not of somebody
        told of as "a striker"."""
        role = clause.lows[phrase.end - 1]
        last = self._only_one_in(self._sentence(start) - 1) or self.last
        with_name = any(
            clause.texts[i][0].isupper() for i in range(phrase.first + 1, phrase.end - 1)
        )
        if role not in VARIED and not (role in VARIED_OF_A_TEAM and with_name):
            return None
        if last is None:
            before = self._persons[: bisect_left(self._person_starts, start)]
            if len({person.value for person in before}) != 1:
                return None
            last = Speaker(before[-1].value, True, before[-1].start, before[-1].end)
        if last.text not in self._values:
            return None
        if not 0 <= self._sentence(start) - self._sentence(last.start) <= _NEAR + 2:
            return None
        told = gender_of_role(role)
        if told is not None and self._gender.get(last.text, told) != told:
            return None
        another = re.search(rf"\b[Aa]n? (?:[\w'-]+ ){{0,3}}{re.escape(role)}\b", self._text[:start])
        return None if another else last.text
