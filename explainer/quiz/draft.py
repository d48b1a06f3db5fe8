"""A question before its options are put in place."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import NamedTuple

from explainer.extract.words import SAYING, word_forms
from explainer.facts import Attribution, Fact, Quote
from explainer.quiz.called import bare_name
from explainer.quiz.item import Item, ItemKind, Level, Option
from explainer.quiz.option_order import by_size

LETTERS = "abcdefgh"


class Choice(NamedTuple):
    """`more` is told before the rationale where no other question asks for it."""

    text: str
    rationale: str
    more: str = ""


@dataclass
class Draft:
    """`right` are the right options (in order, for an order item), `wrong` the others.

    `rank` says how good a question it is: higher is asked first. `about` is the start of the
    sentence it rests on; `fixed` keeps the options in the order given.
    """

    kind: ItemKind
    stem: str
    right: list[Choice]
    wrong: list[Choice]
    facts: list[Fact]
    rank: float
    about: int
    level: Level = "recall"
    fixed: bool = False
    evidence: list[Quote] = field(default_factory=list)
    targets: tuple[str, ...] = ()
    number: str | None = None
    tolerance: float | None = None
    unit: str | None = None
    correction: str | None = None
    answer: str = ""  # what it asks for, where no option says it
    # Facts that say whom a pronoun of the words means; cited where `names_whom` says so.
    naming: list[Fact] = field(default_factory=list)
    names_whom: bool = False

    def __post_init__(self) -> None:
        if self.kind not in ("gap", "fact_or_claim", "who_said", "find_evidence"):
            self.stem = in_marks(self.stem)
            self.correction = in_marks(self.correction) if self.correction else None

    @property
    def attribution(self) -> Attribution:
        return self.facts[0].attribution

    @cached_property
    def id(self) -> str:
        said = "|".join([self.kind, self.stem, *(f.id for f in self.facts),
                         *(c.text for c in self.right)])  # fmt: skip
        if self.kind == "find_evidence":
            said += "|".join(c.text for c in self.wrong)
        return "q-" + hashlib.sha1(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]

    @cached_property
    def settled(self) -> list[Choice] | None:
        """The options where their order is given, or is that of their size; None elsewhere."""
        chosen = [*self.right, *self.wrong]
        if self.fixed or self.kind in ("order", "match"):
            return chosen if self.fixed else None
        order = by_size([choice.text for choice in chosen])
        return None if order is None else [chosen[n] for n in order]

    def _laid_out(self, place: int, rng: Random) -> list[Choice]:
        chosen = [*self.right, *self.wrong]
        if self.settled:
            return self.settled
        if len(self.right) == 1:
            rest = list(self.wrong)
            rng.shuffle(rest)
            place %= len(rest) + 1
            return [*rest[:place], self.right[0], *rest[place:]]
        rng.shuffle(chosen)
        while self.kind == "order" and chosen == self.right and len(set(chosen)) > 1:
            rng.shuffle(chosen)  # any other order is as likely as the next
        return chosen

    @property
    def _cited(self) -> list[Fact]:
        return [*self.facts, *self.naming] if self.names_whom else self.facts

    def item(self, place: int, rng: Random, untold: frozenset[str] = frozenset()) -> Item:
        """The item, with its key at `place` where it has one key among several options that have
        no order of their own, and without what `untold` of the options' `more` would tell."""
        chosen = self._laid_out(place, rng)
        ids = {choice: LETTERS[i] for i, choice in enumerate(chosen)}
        key = (self.number,) if self.number is not None else tuple(ids[c] for c in self.right)
        if self.kind == "multiple_answer":
            key = tuple(sorted(k for k in key if k))
        return Item(
            id=self.id,
            kind=self.kind,
            stem=self.stem,
            options=tuple(_option(ids[c], c, untold) for c in chosen),
            key=tuple(k for k in key if k),
            fact_ids=tuple(dict.fromkeys(f.id for f in self._cited)),
            evidence=tuple(self.evidence or _quotes(self._cited)),
            level=self.level,
            attribution=self.attribution,
            targets=self.targets,
            tolerance=self.tolerance,
            unit=self.unit,
            correction=self.correction,
        )


def _option(id: str, choice: Choice, untold: frozenset[str]) -> Option:
    more = "" if choice.more in untold else choice.more
    return Option(id=id, text=choice.text, rationale=f"{more} {choice.rationale}".strip())


def _quotes(facts: list[Fact]) -> list[Quote]:
    """Quotes of the facts, each once, a fact's main one before those that say who is meant."""
    found: dict[tuple[int, int], Quote] = {}
    for fact in facts:
        for quote in fact.quotes:
            found.setdefault((quote.start, quote.end), quote)
    return list(found.values())


# Words that judge whom they name: a question does not make them its own.
_LOADED = re.compile(
    r"\b(?:terrorists?|extremists?|fanatics?|bandits?|thugs?|traitors?|martyrs?|infidels?|"
    r"occupiers?|jihadists?|islamists?|puppet (?:government|regime)|regime)\b",
    re.I,
)


def in_marks(stem: str) -> str:
    """A stem with the article's loaded words in quotation marks."""
    pieces = re.split(r"([“\"][^”\"]*[”\"])", stem)
    return "".join(
        piece if n % 2 else _LOADED.sub(lambda word: f"“{word[0]}”", piece)
        for n, piece in enumerate(pieces)
    )


def cited(fact: Fact, prefix: str = "The article says") -> str:
    """The words of a fact, as a rationale quotes them, with whom a pronoun means."""
    words = " ".join(fact.quotes[0].quote.split()).strip('"“” ')
    return f"{prefix}: “{with_referent(words, fact)}”"


_PRONOUN = re.compile(r"\b(he|she|it|they|his|her|their|its)\b(?! \()", re.I)
_SENTENCE_NAME = r"((?:[Tt]he |[A-Z])[^,.;:“”()]{1,60}?)"


def with_referent(words: str, fact: Fact) -> str:
    """ "She [Anita Desai] will meet the council": the name that the fact's statement has where its
    sentence has a pronoun, or who speaks."""
    for pronoun in _PRONOUN.finditer(words):
        after = words[pronoun.end() :].split()[:2]
        own = "['’]s?" if pronoun[1].lower() in ("his", "her", "their", "its") else ""
        found = after and re.search(
            rf"(?:^|, ){_SENTENCE_NAME}{own} {re.escape(' '.join(after))}", fact.statement
        )
        named = found and not _PRONOUN.search(found[1])
        if name := found[1] if found and named else _speaking(pronoun[1], after, fact):
            return f"{words[: pronoun.end()]} [{name}]{words[pronoun.end() :]}"
    return words


def _speaking(pronoun: str, after: list[str], fact: Fact) -> str:
    """The speaker, where the pronoun is followed by a verb of saying or ends the quotation."""
    who = fact.attribution
    said = not after or word_forms(after[0].strip(",").lower()).verb in _SAID
    own = pronoun.lower() in ("he", "she", "they", "it")
    return who.speaker if said and own and who.kind == "named" and who.speaker else ""


_SAID = SAYING | {"caution", "tell", "call", "promise", "demand", "write", "ask", "doubt", "deny"}


def reported(fact: Fact) -> str:
    """What a stem puts before words that someone else says; empty for the narrator."""
    who = fact.attribution
    if who.kind == "narrator" or not who.speaker:
        return ""
    return f"According to {called(fact, who.speaker)}, "


def called(fact: Fact, speaker: str) -> str:
    """A speaker as a sentence names them: "the Red Cross", "Nadia Ferreira"."""
    if re.search(rf"\bthe {re.escape(speaker)}\b", " ".join(q.quote for q in fact.quotes)):
        return f"the {speaker}"
    return f"the {speaker}" if _BODY.search(speaker) else bare_name(speaker)


# "Fishers' Association": a body named by common nouns has its article.
_BODY = re.compile(
    r"^(?!the\b).* (?:Force|Ministry|Agency|Association|Institute|Union|Council|Commission|"
    r"Committee|Office|Department|Authority|Organi[sz]ation|Court|Government|Fund|Service|Board|"
    r"Federation|Society|Alliance)s?(?: (?:of|for) .+)?$"
)


def with_report(fact: Fact, stem: str) -> str:
    """`stem` as reported, if it is."""
    prefix = reported(fact)
    if not prefix or prefix.casefold() in stem.casefold():
        return stem
    if fact.attribution.speaker and bare_name(fact.attribution.speaker) in stem:
        return stem  # who says so does so: "did Derek Lyle propose"
    stem = re.sub(r",?\s+according to [^,?]+(?=\?)", "", stem, flags=re.I)
    words = stem.split(maxsplit=1)[0]
    plain = words in ("How", "Who", "When", "Where", "What", "Which", "In", "On", "During",
                      "About", "At", "More", "The", "A", "An", "Why", "By", "For",
                      "Fewer")  # fmt: skip
    return prefix + (stem[0].lower() + stem[1:] if plain else stem)
