"""Whom "she" or "his" means in a sentence of the article, where only one person can be meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from explainer.facts import Fact
from explainer.language.reading import Reading
from explainer.mention import NameMention, SpeechMention
from explainer.quiz.stem_grammar import View

_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_BACK = 4  # sentences before in which whoever is meant must have been named


@dataclass(frozen=True)
class Pronouns:
    """The persons of a reading in order, `starts` where each is named; `genders` by full name."""

    reading: Reading
    people: tuple[NameMention, ...]
    starts: tuple[int, ...]
    genders: Mapping[str, str]
    quoted: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, reading: Reading, genders: Mapping[str, str]) -> Pronouns:
        people = tuple(m for m in reading.mentions
                       if isinstance(m, NameMention) and m.type == "person")  # fmt: skip
        quoted = tuple((m.start, m.end) for m in reading.mentions
                       if isinstance(m, SpeechMention) and m.type == "quote")  # fmt: skip
        return cls(reading, people, tuple(m.start for m in people), genders, quoted)

    def meant(self, at: int, pronoun: str) -> str | None:
        """The full name of whoever the pronoun at offset `at` means; None where two could be
        meant, or none is known. Someone of unknown gender may always be meant."""
        gender = _GENDER.get(pronoun.lower())
        if gender is None or any(start <= at < end for start, end in self.quoted):
            return None
        sentences = self.reading.sentences
        own = bisect_right(sentences, at, key=lambda s: s.start) - 1
        for place in range(own, max(-1, own - _BACK - 1), -1):
            until = at if place == own else sentences[place].end
            named = self._named(sentences[place].start, until)
            fitting = [n for n in named if self.genders.get(n, gender) == gender]
            if len(fitting) == 1 and fitting[0] in self.genders:
                return fitting[0]
            if len(fitting) > 1 or (fitting and place == own):
                return None
            if fitting:
                break
        return self.hero if self.hero and self.genders.get(self.hero) == gender else None

    def named_at(self, name: str, before: int) -> int | None:
        """Where someone is named last before an offset."""
        named = (m.start for m in reversed(self.people) if m.value == name and m.start < before)
        return next(named, None)

    @cached_property
    def hero(self) -> str | None:
        """The person the article is about: named first, at least three times and twice as often as
        any other, and the only one of a gender."""
        counts = Counter(m.value for m in self.people)
        first = self.people[0].value if self.people else ""
        most = max((n for value, n in counts.items() if value != first), default=0)
        mine = self.genders.get(first)
        rivals = [v for v in counts if v != first and self.genders.get(v) == mine]
        return first if mine and counts[first] >= max(3, 2 * most) and not rivals else None

    def _named(self, start: int, end: int) -> list[str]:
        """Persons named between two offsets, each once."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return list(dict.fromkeys(m.value for m in self.people[low:high]))


def with_names(view: View, pronouns: Pronouns) -> View:
    """The clause with a name for each "she" and "his" that no name before it in the clause
    explains."""
    clause, told = view.clause, set()
    named: list[tuple[int, int, str]] = []
    stands_for = view.stands_for
    for at in range(clause.begin, clause.end):
        token = view.tokens[at]
        if isinstance(token.mention, NameMention):
            told.add(token.mention.value)
        name = pronouns.meant(token.start, token.low) if token.mention is None else None
        if name and (stands_for == name or view.subject == name):
            continue
        if name is None or name in told:
            continue
        told.add(name)
        if clause.subject == at and clause.subject_end == at + 1:
            stands_for = stands_for or name
        else:
            owns = token.low == "his" or (token.low == "her" and _has_noun(view, at))
            named.append((token.start, token.end, f"{name}’s" if owns else name))
    return replace(view, stands_for=stands_for, named=tuple(named)) if told else view


def naming_facts(fact: Fact, view: View, pronouns: Pronouns, facts: Sequence[Fact]) -> list[Fact]:
    """Facts of the sentences that name whoever a pronoun of the clause means, where those of
    `fact` do not."""
    names = {name.removesuffix("’s") for _, _, name in view.named}
    if view.stands_for in pronouns.genders:
        names.add(view.stands_for)
    found: list[Fact] = []
    for name in sorted(names):
        if any(name.split()[-1] in q.quote for q in fact.quotes):
            continue
        at = pronouns.named_at(name, fact.quotes[0].start)
        holds = (f for f in facts if at is not None and f.quotes[0].start <= at < f.quotes[0].end)
        found += [f for f in (next(holds, None),) if f]
    return found


def _has_noun(view: View, at: int) -> bool:
    """ "Her death": whether "her" belongs to a noun after it."""
    after = view.tokens[at + 1] if at + 1 < len(view.tokens) else None
    return after is not None and after.tag in ("N", "J", "NUM", "NAME", "VG")
