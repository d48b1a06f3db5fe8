"""A sentence made ready for the rules: tagged, cut into clauses, with who says it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from explainer.extract.clauses import Clause, clauses_of
from explainer.extract.proposal import Proposal
from explainer.extract.tokens import Token, tag_sentence
from explainer.facts import Attribution, FactKind, Part, Quote
from explainer.language.reading import Reading
from explainer.mention import AnyMention, QuantityMention, TimeMention

_CONNECTIVE = re.compile(
    r"(?:thus|however|in addition|of course|moreover|furthermore|also|therefore|meanwhile|"
    r"nevertheless|nonetheless|besides|indeed|yes|no|so|then|additionally|for example|"
    r"for instance|in fact|as a result|consequently|finally|and|but|yet|while|whereas|"
    r"on the other hand|at the same time|more importantly)\b(?:,\s*|\s+(?=[a-z]+\b))",
    re.IGNORECASE,
)
_WITHOUT_COMMA = frozenset({"and", "but", "yet", "while", "whereas", "however", "moreover"})


@dataclass(slots=True)
class Passage:
    """`covered` holds the character spans of clauses that a relation already states."""

    reading: Reading
    start: int
    end: int
    attribution: Attribution
    quoted: bool = False
    tokens: list[Token] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    covered: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        mentions = self.reading.mentions_in(self.start, self.end)
        self.tokens = tag_sentence(self.text, self.start, self.end, mentions)
        self.clauses = clauses_of(self.tokens)

    @property
    def text(self) -> str:
        return self.reading.source.text

    def words(self, start: int, end: int) -> str:
        """Characters of the source with white space evened out."""
        return " ".join(self.text[start:end].split())

    def between(self, first: int, last: int) -> str:
        """Words of tokens `first`..`last` (exclusive)."""
        return self.words(self.tokens[first].start, self.tokens[last - 1].end)

    def part(self, name: str, start: int, end: int, value: str | None = None) -> Part:
        text = self.text[start:end]
        return Part(
            name=name, start=start, end=end, text=text, value=value or value_of(self, start, end)
        )

    def token_part(self, name: str, first: int, last: int, value: str | None = None) -> Part:
        return self.part(name, self.tokens[first].start, self.tokens[last - 1].end, value)

    def propose(
        self,
        kind: FactKind,
        statement: str,
        parts: tuple[Part, ...] = (),
        attribution: Attribution | None = None,
        evidence: tuple[int, int] | None = None,
    ) -> Proposal:
        start, end = evidence or (self.start, self.end)
        return Proposal(
            kind=kind,
            statement=statement,
            evidence=(Quote(start=start, end=end, quote=self.text[start:end]),),
            attribution=attribution or self.attribution,
            mentions=self.reading.mentions_in(start, end),
            parts=parts,
        )

    def cover(self, clause: Clause) -> None:
        self.covered.append((clause.start_char, clause.end_char))

    def covers(self, start: int, end: int) -> bool:
        return any(start <= s and e <= end for s, e in self.covered)


def value_of(passage: Passage, start: int, end: int) -> str:
    """What words mean: the value of the one mention they are, else the words themselves."""
    for mention in passage.reading.mentions_in(start, end):
        if (mention.start, mention.end) == (start, end) or isinstance(mention, QuantityMention):
            value = mention_value(mention)
            if value is not None:
                return value
    return passage.words(start, end)


def mention_value(mention: AnyMention) -> str | None:
    if isinstance(mention, QuantityMention):
        return f"{mention.value:g}" if abs(mention.value) < 1e6 else f"{mention.value:.0f}"
    if isinstance(mention, TimeMention):
        return mention.value
    return mention.value or None


def sentence_form(words: str) -> str:
    """Words as a sentence of their own: no connective before, a capital first, a full stop."""
    words = words.strip(" ,;:–—-")
    for _ in range(3):
        match = _CONNECTIVE.match(words)
        if not match:
            break
        if "," not in match.group() and match.group().strip().lower() not in _WITHOUT_COMMA:
            break
        words = words[match.end() :]
    if not words:
        return ""
    words = words[0].upper() + words[1:]
    return words if words[-1] in ".!?…" or words[-2:-1] in ".!?" else words + "."
