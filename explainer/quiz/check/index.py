"""Sentences, facts and names of one source, looked up by place and by word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from typing import Protocol

from explainer import lexicon
from explainer.facts import Fact, Quote
from explainer.language.reading import Reading, Sentence
from explainer.mention import NameMention, PlaceMention
from explainer.quiz.check import words
from explainer.quiz.check.tokens import Atom, form
from explainer.quiz.check.turns import speakers_by_turn
from explainer.quiz.check.words import Said
from explainer.source import Source
from explainer.verify import Verdict, verify

_MOST_SENTENCES = 60  # looked at for one word; more would make long sources slow and prove no more


class Extracted(Protocol):
    """What the checker needs of an Extraction."""

    @property
    def reading(self) -> Reading: ...
    @property
    def facts(self) -> tuple[Fact, ...]: ...


class Index:
    """Sentences, facts and names of one source, looked up by place and by word."""

    def __init__(self, source: Source, found: Extracted):
        self.source = source
        self.reading = found.reading
        self.sentences = found.reading.sentences
        self.facts = {fact.id: fact for fact in found.facts}
        self._verdicts: dict[str, Verdict] = {}
        self._starts = [s.start for s in self.sentences]
        self._facts_at: dict[int, list[Fact]] = defaultdict(list)
        self.spans: set[tuple[int, int]] = {(s.start, s.end) for s in self.sentences}
        for fact in found.facts:
            for quote in fact.quotes:
                self._facts_at[quote.start].append(fact)
                self.spans.add((quote.start, quote.end))

    def sentences_over(self, start: int, end: int) -> tuple[Sentence, ...]:
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return tuple(s for s in self.sentences[first:last] if s.end > start)

    def number_of(self, sentence: Sentence) -> int:
        """Which sentence of the source it is, from 0."""
        return bisect_left(self._starts, sentence.start)

    def before(self, quote: Quote) -> Sentence:
        """The sentence before the one that a quote begins in; of the first, that itself."""
        at = self.number_of(self.sentences_over(quote.start, quote.end)[0])
        return self.sentences[max(0, at - 1)]

    def facts_on(self, quote: Quote) -> list[Fact]:
        """Facts whose evidence begins inside the sentences that hold `quote`."""
        return [f for s in self.sentences_over(quote.start, quote.end)
                for f in self._facts_at.get(s.start, ())]  # fmt: skip

    def verdict(self, claim: str) -> Verdict:
        """What `verify` finds of a claim; each is held against the source once."""
        if claim not in self._verdicts:
            self._verdicts[claim] = verify(claim, self.reading, strict=True)
        return self._verdicts[claim]

    def said(self, sentence: Sentence) -> Said:
        return words.read(self.source.text[sentence.start : sentence.end])

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        table: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            seen = set()
            for word in re.findall(r"[^\W_]+", self.source.text[sentence.start : sentence.end]):
                seen.add(words.fold(word))
            for word in seen:
                if len(table[word]) < _MOST_SENTENCES:
                    table[word].append(number)
        return table

    def sentences_with(self, word: str) -> list[Sentence]:
        """The first sentences that hold `word`, in any spelling."""
        return [self.sentences[i] for i in self._by_word.get(words.fold(word), ())]

    @cached_property
    def people(self) -> dict[str, str]:
        """Each written form of a person or organisation to its fullest form."""
        return {m.text: m.value for m in self.reading.mentions if isinstance(m, NameMention)}

    @cached_property
    def full_names(self) -> frozenset[str]:
        return frozenset(self.people.values())

    def person(self, text: str) -> str:
        """The fullest form the source has for a name; `text` itself if it has none."""
        text = text.strip()
        if text in self.people:
            return self.people[text]
        parts = [words.fold(p) for p in text.split()]
        for full in sorted(self.full_names):
            if [words.fold(p) for p in full.split()] == parts:
                return full
        return text

    @cached_property
    def turns(self) -> dict[int, str]:
        """Who speaks in each sentence of an interview, by its label and where it starts."""
        return speakers_by_turn(self.reading)

    @cached_property
    def hero(self) -> str:
        """The person the source names most often, whom "she" may mean anywhere; or nobody."""
        told = Counter(m.value for m in self.reading.mentions if m.type == "person"
                       and isinstance(m, NameMention))  # fmt: skip
        return next((name for name, count in told.most_common(1) if count > 2), "")

    @cached_property
    def topics(self) -> dict[str, str]:
        """Places and bodies that the title or the first two sentences name, with their types: what
        the source is about, and may call "the cinema" ever after."""
        start = self.sentences[0].start if self.sentences else 0
        end = self.sentences[min(1, len(self.sentences) - 1)].end if self.sentences else 0
        title = (self.source.title or "").casefold()
        return {
            m.text: m.type
            for m in self.reading.mentions
            if isinstance(m, NameMention | PlaceMention) and m.type != "person"
            and (start <= m.start < end or m.text.casefold() in title) and not m.text.isupper()
        }  # fmt: skip

    @cached_property
    def opening_names(self) -> tuple[str, ...]:
        """Names and parts of names in the title and the first sentence, people's left out: what
        "here" may mean."""
        opening = " \n ".join(self.said(s).text for s in self.sentences[:1])
        people = {words.fold(p) for m in self.reading.mentions if m.type == "person"
                  for p in m.text.split()}  # fmt: skip
        said = words.read(f"{self.source.title or ''} \n {opening}")
        return tuple(t.text for t in said.tokens if t.capital and not t.atom
                     and t.text.casefold() not in self.lower_words
                     and words.fold(t.text) not in people)  # fmt: skip

    @cached_property
    def initials(self) -> dict[str, str]:
        """Each run of capitalised words with its initials: "World Health Organization", "WHO"."""
        runs = set(_FULL.findall(self.source.text))
        return {full: "".join(c for c in full if c.isupper()) for full in sorted(runs)}

    @cached_property
    def when(self) -> frozenset[Atom]:
        """Days and years of the first sentence and of the publication."""
        found = set(self.said(self.sentences[0]).atoms) if self.sentences else set()
        if published := self.source.published:
            found |= {("number", float(published.year)), ("month", float(published.month))}
        return frozenset(found)

    @cached_property
    def roles(self) -> dict[str, list[frozenset[str]]]:
        """For each person the forms of the words that say what they are, by the source: of each
        fact that gives them a role, and of what stands right beside their name."""
        found: dict[str, list[frozenset[str]]] = defaultdict(list)
        for fact in self.facts.values():
            if fact.kind in ("role", "kinship"):
                for part in fact.parts:
                    if part.name == "person":
                        found[self.person(part.value)].append(_forms(fact.statement))
        for mention in self.reading.mentions:
            if isinstance(mention, NameMention) and mention.type == "person":
                for pattern in (_BEFORE, _AFTER):
                    near = pattern.search(self._near(mention, pattern is _BEFORE))
                    if near:
                        found[mention.value].append(_forms(near[1]))
        return found

    @cached_property
    def called(self) -> dict[str, frozenset[str]]:
        """For each name the forms of the nouns the source calls it by: "the airline Skara Air",
        "the Lumen, a cinema in Ostrow", "its lawyer, Viktor Asp"."""
        found: dict[str, set[str]] = defaultdict(set)
        for mention in self.reading.mentions:
            if isinstance(mention, NameMention | PlaceMention):
                before = _NOUN_BEFORE.search(self._near(mention, True))
                after = _NOUN_AFTER.search(self._near(mention, False))
                found[mention.value] |= {form(m[1]) for m in (before, after) if m}
        return {name: frozenset(forms) for name, forms in found.items()}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The form of each noun that the source puts right after one name, and after no other, with
        that name: "the Teller valley", later "the valley"."""
        found: dict[str, set[str]] = defaultdict(set)
        for sentence in self.sentences:
            for name in _WITH_NOUN.finditer(self.said(sentence).text):
                if "NOUN" in lexicon.entry(name[2]).bases:
                    found[form(name[2])].add(name[1])
        return {noun: next(iter(names)) for noun, names in found.items() if len(names) == 1}

    def _near(self, mention: NameMention | PlaceMention, before: bool) -> str:
        text = self.source.text
        if before:
            return text[max(0, mention.start - 60) : mention.start]
        return text[mention.end : mention.end + 90]

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words the source writes without a capital: no names."""
        return frozenset(re.findall(r"(?<![^\W\d_])[a-zà-ÿ]+", self.source.text))


# "the interior minister " before a name, ", the director of the museum," after it
_BEFORE = re.compile(r"((?:[^\W\d_]+(?:['’]s)?,?[ -]){1,4})$")
_AFTER = re.compile(r"^, ((?:an? |the |its |their )?[^,.;:()]{3,80})(?=[,.])")
_FULL = re.compile(r"(?:[A-Z][a-z]+ (?:of |the |for )*)+[A-Z][a-z]+")
_WITH_NOUN = re.compile(r"(?<=[a-z,] )([A-Z][\w'’-]+) ([a-z]{3,})\b")
_NOUN_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s+"
    r"(?:[^\W\d_]+\s+){0,2}?([a-z]+)(?: of|,)?(?: [\w-]*\d[\w-]*)?\s$"
)
_NOUN_AFTER = re.compile(
    r"^, (?:an?|the|its|their|his|her) (?:[a-z-]+ ){0,3}?([a-z-]+)"
    r"(?=,|\.| (?:of|in|at|from|for|who|that|which|on|with|near|by)\b)"
)


def _forms(text: str) -> frozenset[str]:
    return frozenset(t.form for t in words.read(text).tokens)


_last: tuple[Source, Extracted, Index] | None = None


def index(source: Source, found: Extracted) -> Index:
    """The index of an extraction; the last one is kept, a quiz asks for it many times."""
    global _last
    if _last is None or _last[0] is not source or _last[1] is not found:
        _last = (source, found, Index(source, found))
    return _last[2]
