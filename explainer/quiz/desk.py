"""What every maker of questions has at hand: the article's values, chance, and finished forms."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cached_property
from random import Random

from explainer.facts import Attribution, Fact, Part
from explainer.language.reading import Reading
from explainer.language.speech_gender import genders
from explainer.mention import NameMention, PlaceMention, SpeechMention
from explainer.quiz import distractors
from explainer.quiz.actors import Actor, actor_of, others
from explainer.quiz.called import bare_name
from explainer.quiz.draft import Choice, Draft
from explainer.quiz.item import ItemKind, Level
from explainer.quiz.pool import Pool, Thing
from explainer.quiz.pronouns import Pronouns
from explainer.quiz.standing import lowered_start


@dataclass
class Desk:
    """One article laid out for making questions. Chance comes from `seed` and the fact alone."""

    reading: Reading
    pool: Pool
    facts: tuple[Fact, ...]
    seed: int
    # Clauses that stand on their own, each with the start of its sentence.
    clauses: list[tuple[int, str]] = field(default_factory=list)
    # Who does or says something, each with the start of the sentence.
    actors: list[tuple[int, Actor]] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        return self.reading.source.text

    def rng(self, fact: Fact, *about: str) -> Random:
        return Random(f"{self.seed}|{fact.id}|{'|'.join(about)}")

    def words_near(self, fact: Fact) -> str:
        """The evidence of a fact with the full names of all it mentions."""
        texts = [q.quote for q in fact.quotes]
        texts += [m.value for m in fact.mentions if isinstance(m, NameMention | PlaceMention)]
        return " ".join([*texts, fact.attribution.speaker or ""])

    def dates_of(self, form: str) -> list[str]:
        return [t.label for t in self.pool.of("date") if t.form == form]

    def years_for(self, label: str, verb: str) -> distractors.Within:
        """Years in which a wrong date for `label` may lie, for a question with this verb."""
        found = re.search(r"\d{4}", label)
        key = int(found[0]) if found else 0
        published = self.reading.source.published
        now = published.year if published else max(key, 2000)
        if verb in ("will", "would", "shall"):
            return distractors.Within(now, now + 30)
        far = max(30, (now - key) // 2)
        told = distractors.Within(key - far, min(max(now, key), key + far))
        past = told._replace(day=published.isoformat() if published else "")
        return past if past.holds(label) else told

    def draft(
        self, kind: ItemKind, stem: str, right: list[Choice], wrong: list[Choice], fact: Fact,
        rank: float, level: Level = "recall",
    ) -> Draft:  # fmt: skip
        return Draft(kind, stem, right, wrong, [fact], rank, fact.quotes[0].start, level)

    def call(self, thing: Thing) -> str:
        """How an option names a thing."""
        return (
            f"the {thing.label}"
            if thing.article and thing.kind == "organisation"
            else (bare_name(thing.label) if thing.kind == "person" else thing.label)
        )

    @cached_property
    def roles(self) -> list[Fact]:
        return [f for f in self.facts if f.kind == "role"][:200]

    def roles_of(self, person: str) -> list[Fact]:
        return [f for f in self.roles if (p := f.part("person")) and p.value == person]

    def holders(self, role: str) -> list[Fact]:
        """Facts that give someone this role, or nearly this role."""
        return [
            f
            for f in self.roles
            if (r := f.part("role")) and (p := f.part("person")) and p.value
            and _same_words(r.value, role)
        ]  # fmt: skip

    def plain_nouns(self, fact: Fact) -> list[str]:
        """Things others ask for in the article, none near those of `fact`."""
        near = self.words_near(fact)
        return [
            p.text
            for f in self.facts
            if f.kind == "demand" and f.id != fact.id
            for p in f.parts
            if p.name == "demand" and len(p.text.split()) <= 3
            and not distractors.stands_in(p.text, near)
        ]  # fmt: skip

    def died(self, person: str) -> bool:
        """Whether the article tells of a death beside the name: what is asked is past then."""
        last = re.escape(person.split()[-1])
        return bool(re.search(rf"\b{last}\b[^.]{{0,60}}\b(?:died|killed|dead)\b", self.text))

    def goes_on(self, part: Part) -> bool:
        """Whether the text adds to a part what changes its meaning: "the first woman to win"."""
        return bool(re.match(r"\s+(?:to|that|who|which)\b", self.text[part.end : part.end + 8]))

    def cut_short(self, part: Part) -> bool:
        """Whether the text goes on with what a part needs: "a right | to a nap"."""
        return bool(
            re.match(r"\s+(?:to|of|for|that|who|which|and|or|in|on|from)\b",
                     self.text[part.end : part.end + 8])
        )  # fmt: skip

    def speaker(self, name: str) -> str:
        """A speaker by the name alone, without office or title, where the article has it."""
        people = self.pool.things.get("person", {})
        inside = [p for p in people if name.endswith(p)]
        return bare_name(max(inside, key=len) if inside else name)

    def named(self, speaker: str) -> str:
        """A speaker as an option names them: "Nadia Ferreira", "the Red Cross"."""
        name = self.speaker(speaker)
        if name in self.pool.things.get("person", {}) or name.lower().startswith("the "):
            return bare_name(name)
        if re.search(rf"\b[Tt]he {re.escape(name)}", self.text):
            return f"the {name}"
        if " " not in name and name.endswith("s") and not self._is_proper(name):
            return name.lower()  # "Fishers hope", at the head of a sentence
        return name if name.split()[0] in self.pool.proper else lowered_start(name)

    def _is_proper(self, name: str) -> bool:
        known = any(name in things for things in self.pool.things.values())
        return known or name in self.pool.proper or bool(re.search(rf"[a-z,;] {name}\b", self.text))

    def sort_of(self, who: Attribution) -> str:
        """What speaks: a person, a body that has a name, or someone who has none."""
        if who.kind == "unnamed":
            return "unnamed"
        name = self.speaker(who.speaker or "")
        if name in self.people or who.speaker in self.people or _TITLED.match(who.speaker or ""):
            return "person"
        return "body"

    @cached_property
    def people(self) -> frozenset[str]:
        """Names of persons, without what they are."""
        return frozenset(bare_name(n) for n in self.pool.things.get("person", {}))

    def actor(self, name: str) -> Actor | None:
        """Who is so called, with what the article says they are."""
        roles = [role.value for f in self.roles_of(name) if (role := f.part("role"))]
        person = self.pool.things.get("person", {}).get(name)
        for at in person.at if person else ():
            # "Ola Maj, a pupil who led the campaign"
            if told := _APPOSED.match(self.text[at : at + 120]):
                roles.append(told[1])
        found = actor_of(name, self.pool, " ".join(roles))
        return replace(found, speaks=found.name in self.speaking) if found else None

    @cached_property
    def speaking(self) -> frozenset[str]:
        return frozenset(m.speaker for m in self.pool.speech if m.speaker)

    def others_than(
        self, key: Actor, fact: Fact, also: str = "", *, doing: bool = False
    ) -> list[str]:
        """Up to two others who do or say something in the article, far from `fact`, and who could
        not be meant by `key`; those of its own sort come first. Where they are to have been
        `doing` it, people stand beside people, and a name beside names."""
        near, at = f"{self.words_near(fact)} {also}", fact.quotes[0].start
        far = [a for a in self.actors
               if not distractors.stands_in(" ".join(a[1].words), near)]  # fmt: skip
        found = others(far, key, at, distractors.WRONG, doing)
        return [self.named(other.name) for other in found]

    @cached_property
    def genders(self) -> dict[str, str]:
        """ "m" or "f" for each full name that the article, or the first name, tells of."""
        named = [m for m in self.reading.mentions
                 if isinstance(m, NameMention) and m.type == "person"]  # fmt: skip
        return genders(self.text, named)

    @cached_property
    def pronouns(self) -> Pronouns:
        return Pronouns.of(self.reading, self.genders)

    @cached_property
    def speakers(self) -> list[Fact]:
        return [f for f in self.facts if f.attribution.kind != "narrator"][:200]

    def told_right_before(self, clause_end: int, cause: Part) -> bool:
        """Whether a cause follows right on a clause, with no other clause of the effect between."""
        between = self.text[clause_end : cause.start].casefold()
        return not set(re.findall(r"[a-z]+", between)) - {"because", "since", "as"}

    def speech_over(self, start: int, end: int) -> list[SpeechMention]:
        """Speech that overlaps a span, by start."""
        last = bisect_left(self.pool.speech, end, key=lambda m: m.start)
        return [m for m in self.pool.speech[max(0, last - 8) : last] if m.end > start]


_APPOSED = re.compile(r"(?:[A-Z][\w’'-]+ ?){1,4}, (?:an?|the) ([^,.;:]{3,60})")


_TITLED = re.compile(
    r"(?:Doctor|Dr|Professor|Mr|Mrs|Ms|Captain|Judge|Inspector)\.? [A-Z]\w+ [A-Z]\w+$"
)


def _same_words(a: str, b: str) -> bool:
    left = {w for w in a.casefold().split() if w not in ("the", "a", "an")}
    right = {w for w in b.casefold().split() if w not in ("the", "a", "an")}
    return left == right
