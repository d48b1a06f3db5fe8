"""A sentence made ready for the rules: tagged, cut into clauses, with who says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from explainer.extract.clauses import Clause, clauses_of
from explainer.extract.part_values import value_of
from explainer.extract.proposal import Proposal
from explainer.extract.referent import PRONOUNS, Referent, named_subject, subject_pronoun
from explainer.extract.tokens import tag_sentence
from explainer.extract.words import Token
from explainer.facts import NARRATOR, Attribution, FactKind, Part, Quote
from explainer.language.reading import Reading
from explainer.language.speech_words import CUES
from explainer.mention import AnyMention, SpeechMention

# Parts that may be a number; "About 5,000 teachers", who did something, are no 5000.
_COUNTED = frozenset({"number", "demand"})
_JOINS = frozenset({"C", ";", ","})


@dataclass(slots=True)
class Passage:
    """Characters `start`..`end` of the source: a sentence, or the words of one inside quotation
    marks (`quoted`; `quote` is the whole quotation where it begins here, `goes_on` its second half
    after "he said"), or what stands around them (`frame`). `text` is that of the whole source.

    `referent` is what the pronoun at its head stands for, `focus` the place the text speaks of
    ("here"), named in the sentence before. `covered` holds the spans of clauses
    that a relation already states; `holds` the passage's words in small letters, the base forms
    of its verbs and the types of its mentions.
    """

    reading: Reading
    start: int
    end: int
    attribution: Attribution
    paragraph: int = 0
    quoted: bool = False
    frame: bool = False
    quote: SpeechMention | None = None
    goes_on: SpeechMention | None = None
    referent: Referent | None = None
    focus: Referent | None = None
    text: str = field(init=False)
    tokens: list[Token] = field(init=False)
    clauses: list[Clause] = field(init=False)
    mentions: tuple[AnyMention, ...] = field(init=False)
    holds: frozenset[str] = field(init=False)
    covered: list[tuple[int, int]] = field(init=False, default_factory=list)
    own: Quote | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.text = self.reading.source.text
        self.mentions = self.reading.mentions_in(self.start, self.end)
        self.tokens = tag_sentence(self.text, self.start, self.end, self.mentions)
        self.clauses = clauses_of(self.tokens)
        kinds = [mention.type for mention in self.mentions]
        verbs = [clause.lemma for clause in self.clauses]
        self.holds = frozenset([*kinds, *verbs, *[token.low for token in self.tokens]])

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def main(self) -> Clause | None:
        return next((c for c in self.clauses if c.kind == "main"), None)

    def words(self, start: int, end: int) -> str:
        """Characters of the source with white space evened out."""
        return " ".join(self.text[start:end].split())

    def between(self, first: int, last: int) -> str:
        """Words of tokens `first`..`last` (exclusive)."""
        return self.words(self.tokens[first].start, self.tokens[last - 1].end)

    def told(self, start: int, end: int) -> str:
        """As `words`, the pronoun at the head put in words where its referent is certain."""
        if PRONOUNS.keys().isdisjoint(self.holds):
            return self.words(start, end)
        pronoun = subject_pronoun(self.clauses)
        meant = self.referent
        if pronoun is None or meant is None or not start <= pronoun.start < end:
            pronoun, meant = self._again(start, pronoun if meant is not None else None)
        if pronoun is None or meant is None:
            return self.words(start, end)
        before, after = self.text[start : pronoun.start], self.text[pronoun.end : end]
        return " ".join(f"{before}{meant.words}{after}".split())

    def meant_by(self, clause: Clause) -> str | None:
        """Whom the pronoun means that is the subject of `clause`, where that is certain."""
        token = clause.tokens[clause.subject]
        head = subject_pronoun(self.clauses)
        if self.referent is not None and token is head:
            return self.referent.words
        again, meant = self._again(clause.start_char, head if self.referent else None)
        return meant.words if meant is not None and again is token else None

    def _again(self, start: int, head: Token | None) -> tuple[Token | None, Referent | None]:
        """ "Ana Kos closed the shop, but she kept the house": the pronoun of the clause that begins
        at `start`, and the person whom the sentence is about."""
        clause = next((c for c in self.clauses if c.start_char == start), None)
        if clause is None or clause.begin == 0 or clause.subject_end - clause.subject != 1:
            return None, None
        token = clause.tokens[clause.subject]
        if token.low not in ("he", "she"):
            return None, None
        if head is not None and head.low == token.low:
            return token, self.referent
        named = named_subject(self.tokens, self.clauses, *self.span, self.paragraph)
        return token, named if named is not None and named.kind == "person" else None

    def clause_at(self, offset: int) -> Clause | None:
        return next((c for c in self.clauses if c.start_char <= offset < c.end_char), None)

    def token_before(self, offset: int) -> Token | None:
        return next((t for t in reversed(self.tokens) if t.end <= offset), None)

    def end_before_next_main(self, clause: Clause) -> int:
        """Where `clause` ends with all that hangs on it, before what else is done meanwhile
        (", saying …") or reported (", according to …")."""
        end = clause.end_char
        for following in self.clauses:
            if following.start_char >= clause.end_char:
                if following.kind == "main" and self.tokens[following.begin - 1].tag in _JOINS:
                    break
                end = following.end_char
        for comma, after in pairwise(self.tokens[clause.verb_end :]):
            if comma.start >= end:
                break
            if comma.tag == "," and (after.tag == "VG" or after.low == "according"):
                return comma.start
        return end

    def in_speech(self, start: int, end: int) -> bool:
        """Whether these words are someone's, quoted or reported."""
        return self.quoted or any(
            isinstance(m, SpeechMention) and m.speaker and m.start <= start and end <= m.end
            for m in self.mentions
        )

    def past_at(self, offset: int) -> bool:
        """Whether the clause around speaks of then. A report shifts tenses, so it does not tell."""
        clause = self.clause_at(offset) or self.main
        return clause is not None and clause.past and not self.in_speech(offset, offset + 1)

    def attributed(self, start: int, end: int) -> Attribution:
        """Who says these words: the speaker they are reported of; what the narrator says in
        passing stays his, though the sentence reports another."""
        if not self.in_speech(start, end):
            return NARRATOR
        if self.attribution.kind == "narrator":
            for mention in self.mentions:
                within = mention.start <= start and end <= mention.end
                if within and isinstance(mention, SpeechMention) and mention.speaker:
                    return attribution_of(mention, self.attribution)
        return self.attribution

    def attributed_at(self, index: int) -> Attribution:
        """The same of one token."""
        return self.attributed(self.tokens[index].start, self.tokens[index].end)

    def quoted_at(self, index: int) -> Attribution:
        """Whose the words beside a name are: the narrator's, but in quotation marks."""
        token = self.tokens[index]
        quoted = self.quoted or any(
            m.type == "quote" and m.start <= token.start and token.end <= m.end
            for m in self.mentions
        )
        return self.attribution if quoted else NARRATOR

    def part(self, name: str, start: int, end: int, value: str | None = None) -> Part:
        meaning = (
            value or value_of(self.mentions, start, end, name in _COUNTED) or self.words(start, end)
        )
        # The gate holds every part and quotation of a proposal against the source.
        return Part.proven(
            name=name, start=start, end=end, text=self.text[start:end], value=meaning
        )

    def token_part(self, name: str, first: int, last: int, value: str | None = None) -> Part:
        return self.part(name, self.tokens[first].start, self.tokens[last - 1].end, value)

    def propose(
        self,
        kind: FactKind,
        statement: str,
        parts: tuple[Part, ...] = (),
        attribution: Attribution | None = None,
    ) -> Proposal:
        spans = [(self.start, self.end)]
        for other in (self.referent, self.focus):
            if other is None or other.words.casefold() not in statement.casefold():
                continue
            if other.words.casefold() not in self.words(*spans[0]).casefold():
                spans.append((other.start, other.end))
        mentions = self.mentions
        for span in spans[1:]:
            mentions += tuple(m for m in self.reading.mentions_in(*span) if m not in mentions)
        return Proposal(
            kind=kind,
            statement=statement,
            evidence=(self._own_quote(), *(self._quote(s, e) for s, e in spans[1:])),
            attribution=attribution or self.attribution,
            mentions=mentions,
            parts=parts,
        )

    def _own_quote(self) -> Quote:
        """The words of the passage, checked once for all that is proposed of it."""
        if self.own is None:
            self.own = self._quote(self.start, self.end)
        return self.own

    def _quote(self, start: int, end: int) -> Quote:
        return Quote.proven(start=start, end=end, quote=self.text[start:end])

    def cover(self, clause: Clause) -> None:
        self.covered.append((clause.start_char, clause.end_char))

    def covers(self, start: int, end: int) -> bool:
        return any(start <= s < end or s <= start < e for s, e in self.covered)


def attribution_of(mention: SpeechMention, beside: Attribution) -> Attribution:
    """Whose words a report gives; as what, by its cue, or else as the sentence around it."""
    speaker = mention.speaker or ""
    cue = CUES.get((mention.cue or "").lower())
    return Attribution(
        kind="named" if speaker[:1].isupper() else "unnamed",
        speaker=mention.speaker,
        stance=cue.stance if cue is not None and beside.stance == "statement" else beside.stance,
    )
