"""What an item may rest on: its evidence read, who speaks there, and the rest of the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from explainer.facts import Attribution, Fact, Quote
from explainer.findings import Finding
from explainer.language.reading import Sentence
from explainer.mention import (
    AnyMention,
    NameMention,
    PlaceMention,
    QuantityMention,
    SpeechMention,
    TimeMention,
)
from explainer.quiz.check import meant, words
from explainer.quiz.check.index import Index
from explainer.quiz.check.kin import stands_for, touches
from explainer.quiz.check.tokens import Atom, form
from explainer.quiz.check.words import Said
from explainer.quiz.item import Item
from explainer.source import Source


@dataclass
class Ground:
    """An item with all that may support it."""

    item: Item
    index: Index
    facts: list[Fact] = field(default_factory=list)
    _strange: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        cited = [self.index.facts[i] for i in self.item.fact_ids if i in self.index.facts]
        near = [f for q in self.item.evidence for f in self.index.facts_on(q)]
        self.facts = cited or [f for f in near if any(_inside(f, q) for q in self.item.evidence)]

    @property
    def source(self) -> Source:
        return self.index.source

    @cached_property
    def asks_for_the_false(self) -> bool:
        """Whether the stem asks, loudly, for what is NOT so."""
        return any(t.text.isupper() and words.is_negation(t)
                   for t in words.read(self.item.stem).tokens)  # fmt: skip

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        found: dict[int, Sentence] = {}
        for quote in self.item.evidence:
            for sentence in self.index.sentences_over(quote.start, quote.end):
                found[sentence.start] = sentence
        return tuple(found[start] for start in sorted(found))

    @cached_property
    def evidence(self) -> Said:
        """The cited words read as one text."""
        return words.read(" \n ".join(q.quote for q in self.item.evidence))

    @cached_property
    def around(self) -> Said:
        """The sentences of the evidence, two before each and one after: what it refers back to."""
        numbers: set[int] = set()
        for sentence in self.sentences:
            at = self.index.number_of(sentence)
            numbers |= {n for n in range(at - 2, at + 2) if 0 <= n < len(self.index.sentences)}
        text = self.source.text
        near = [self.index.sentences[n] for n in sorted(numbers)]
        return words.read(" \n ".join(text[s.start : s.end] for s in near))

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who speaks in the evidence, as the facts and the sentences have it."""
        found: dict[Attribution, None] = {}
        for fact in self.facts:
            found[fact.attribution] = None
        if not self.facts:
            for sentence in self.sentences:
                found[sentence.attribution] = None
        return tuple(found)

    @cached_property
    def mentions(self) -> tuple[AnyMention, ...]:
        return tuple(
            m for q in self.item.evidence for m in self.index.reading.mentions_in(q.start, q.end)
        )

    @cached_property
    def speech(self) -> tuple[SpeechMention, ...]:
        """Quoted or reported words that overlap the evidence, also where they run beyond it."""
        wide: list[SpeechMention] = []
        for quote in self.item.evidence:
            before = self.index.reading.mentions_in(max(0, quote.start - 4000), quote.end + 4000)
            wide += [m for m in before if isinstance(m, SpeechMention)
                     and m.start < quote.end and quote.start < m.end]  # fmt: skip
        return tuple(wide)

    @cached_property
    def atoms(self) -> frozenset[Atom]:
        """Numbers and times the evidence supports, relative times resolved."""
        found = set(self.evidence.atoms)
        for mention in self.mentions:
            if isinstance(mention, TimeMention):
                found |= time_atoms(mention)
            elif isinstance(mention, QuantityMention):
                found.add(("number", mention.value))
                if mention.high is not None:
                    found.add(("number", mention.high))
        return frozenset(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """Name words the evidence supports: its own, the full forms of its names, who speaks."""
        texts = [
            m.value
            for m in self.mentions
            if isinstance(m, NameMention)
            # not "City and Borough of Leeds", which is the gazetteer's name alone
            or (isinstance(m, PlaceMention) and len(m.value.split()) <= len(m.text.split()) + 1)
        ]
        texts += [a.speaker for a in self.attributions if a.speaker]
        texts += [s.speaker for s in self.speech if s.speaker]
        texts += [p.value for f in self.facts for p in f.parts]
        told = {t.text for t in self.evidence.tokens if t.capital}
        for part in told:  # "Emil" is Emil Kornblum where the source knows one Emil
            full = [name for name in self.index.full_names if part in name.split()]
            texts += full if len(full) == 1 else []
        found = set(self.evidence.forms)
        found |= {words.fold(w) for w in re.findall(r"[^\W\d_]+", self.evidence.text)}
        found |= {words.fold(w) for t in texts for w in re.findall(r"[^\W\d_]+", t)}
        return frozenset(found)

    def knows_name(self, word: str) -> bool:
        """Whether the evidence, or who speaks in it, has this name."""
        word = words.fold(word)
        if word in self.names:
            return True
        if word not in self._strange:
            self._strange[word] = word in self._initials or any(
                words.same_form(word, name) for name in self.names
            )
        return self._strange[word]

    @cached_property
    def _initials(self) -> frozenset[str]:
        """ "un" for "United Nations"; "united" and "nations" for "UN" where the source has both."""
        found: set[str] = set()
        written = set(self.evidence.text.split())
        for full, short in self.index.initials.items():
            if full in self.evidence.text:
                found.add(words.fold(short))
            elif short in written:
                found |= {words.fold(part) for part in full.split()}
        return frozenset(found)

    def refers_to(self, word: str) -> bool:
        """Whether the evidence may mean this name by another word."""
        return meant.refers_to(word, self)

    def has_word(self, word: str) -> bool:
        """Whether the evidence has `word` in some form."""
        if form(word) in self.evidence.forms or words.fold(word) in self.names:
            return True
        if "-" in word and all(self.has_word(p) for p in word.split("-") if p):
            return True
        mine = words.lemmas(word)
        return bool(mine) and any(
            mine & words.lemmas(t.text) for t in words.content(self.evidence) if t.text[0].isalpha()
        )

    def knows_word(self, word: str) -> bool:
        """Whether the evidence has `word` in some form, or one that stands for it."""
        return self.has_word(word) or stands_for(word, self.evidence)

    def is_near(self, word: str) -> bool:
        """Whether the evidence and the sentences around it speak of such a thing at all."""
        return (
            self.knows_word(word)
            or touches(word, self.evidence)
            or words.fold(word) in self.around.names
            or stands_for(word, self.around)
        )


def _inside(fact: Fact, quote: Quote) -> bool:
    return any(q.start < quote.end and quote.start < q.end for q in fact.quotes)


def time_atoms(mention: TimeMention) -> set[Atom]:
    """What a resolved time means: its year, decade, month, day."""
    found: set[Atom] = set()
    value = mention.value
    if re.fullmatch(r"\d{3}", value):
        found |= {("decade", float(value) * 10), ("decade", float(value) * 10 % 100)}
    if mention.type != "date":
        return found
    fixed = mention.precision in ("day", "week", "weekend", "minute", "hour", "part of day")
    for text in {value, *((mention.begin or "", mention.end_day or "") if fixed else ())}:
        match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
        if match:
            found.add(("number", float(match[1])))
            if match[2] and not value.startswith("XXXX"):
                found.add(("month", float(match[2])))
            if match[3]:
                found |= {("number", float(match[3])), ("ordinal", float(match[3]))}
    return found


Rule = Callable[[Ground], Iterator[Finding]]
