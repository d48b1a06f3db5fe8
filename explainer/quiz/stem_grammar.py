"""Questions out of clauses: what to put first, how to turn the verb, what to leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from explainer.extract.clauses import Clause, clauses_of
from explainer.extract.tokens import tag_sentence
from explainer.extract.words import Token, word_forms
from explainer.language.reading import Reading, Sentence
from explainer.mention import NameMention

_LOOSE = re.compile(
    r"\b(?:it|its|he|him|his|she|her|hers|they|them|their|theirs|this|these|those|here|there|i|"
    r"we|us|our|you|your|my|me|former|latter|such|another|other|others|same|so|also|then|thus|"
    r"himself|herself|itself|themselves)\b",
    re.I,
)
# "last week" means one thing to the article and another to whoever is asked.
RELATIVE = re.compile(
    r"\b(?:(?:last|this|next|past|coming) (?:\w+ )?(?:week|weekend|month|year|night|summer|winter|"
    r"spring|autumn|fall|days|decade)|yesterday|today|tonight|tomorrow|ago|recently|earlier|now|"
    r"currently|over the weekend|(?:on|last|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_ENDS_BADLY = re.compile(
    r"\b(?:of|in|on|at|by|for|with|from|to|into|and|or|but|the|a|an|that|which|who|as|than|"
    r"because|while|when|if|not|is|are|was|were|be|been|have|has|had|about|between|under|over|"
    r"only|also|more|most|very|their|its|his|her)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class View:
    """A clause ready to be asked about. Token indices are those of `clause.tokens`."""

    text: str
    clause: Clause
    stands_for: str = ""
    proper: frozenset[str] = frozenset()

    def told(self, statement: str) -> View | None:
        """The clause as a fact's statement has it, or None if the statement has it not."""
        said = " ".join(statement.split())
        verb = self.words(self.clause.verb, self.clause.verb_end)
        if (
            self.subject.casefold() in said.casefold()
            and verb in said
            and not is_loose(self.subject)
        ):
            return self
        found = re.match(rf"(?:[^,]*, )?([^,]+?) {re.escape(verb)}(?!\w)", said)
        if not is_loose(self.subject) or len(self.subject.split()) > 1 or found is None:
            return None
        name = found[1]
        if is_loose(name):
            return None
        small = name.split()[0].lower() in ("the", "a", "an")
        return replace(self, stands_for=name[0].lower() + name[1:] if small else name)

    @property
    def tokens(self) -> list[Token]:
        return self.clause.tokens

    def words(self, first: int, last: int) -> str:
        if first >= last:
            return ""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    @property
    def subject(self) -> str:
        """The subject, by the name it stands for where it is a pronoun."""
        if self.stands_for:
            return self.stands_for
        clause = self.clause
        mention = self.tokens[clause.subject].mention
        alone = clause.subject_end == clause.subject + 1
        if alone and isinstance(mention, NameMention) and mention.type == "person":
            return mention.value  # the full name: two people may share the last one
        return self.lowered(clause.subject, clause.subject_end)

    def lowered(self, first: int, last: int) -> str:
        """Words as they stand inside a sentence: no capital that only marks its beginning."""
        words = self.words(first, last)
        if not words or first >= last:
            return words
        token = self.tokens[first]
        plain = token.tag != "NAME" and token.mention is None and token.text not in self.proper
        if token.text.lower() in ("the", "a", "an") or (plain and token.text != "I"):
            return words[0].lower() + words[1:]
        if token.mention is not None and token.mention.type == "quantity":
            return words[0].lower() + words[1:]
        return words

    @property
    def lead(self) -> tuple[int, int]:
        """Token indices of an adverbial before the subject, or an empty stretch."""
        first, last = self.clause.begin, self.clause.subject
        while first < last and self.tokens[first].tag in ("C", ",", "A", "SUB", '"', "REL"):
            first += 1
        while last > first and self.tokens[last - 1].tag in (",", "A", '"'):
            last -= 1
        return first, last


def views(reading: Reading, sentence: Sentence, proper: frozenset[str] = frozenset()) -> list[View]:
    """Clauses of a sentence that can be asked about: a subject of their own, nothing denied.

    `proper` are words the article writes with a capital inside its sentences.
    """
    start, end = sentence.start, sentence.end
    tokens = tag_sentence(reading.source.text, start, end, reading.mentions_in(start, end))
    found = []
    for clause in clauses_of(tokens):
        _number_first(clause)
        if clause.has_subject and not clause.negated and clause.kind != "adverbial":
            if clause.kind == "relative" and tokens[clause.begin].low != "that":
                continue
            if tokens[clause.begin].low == "that" and clause.subject == clause.verb:
                continue
            if _of_a_noun(tokens, clause):
                continue  # "a mine that the firm wanted to open": its object stands outside
            found.append(View(reading.source.text, clause, proper=proper))
    return found


def _of_a_noun(tokens: list[Token], clause: Clause) -> bool:
    at = clause.begin
    return at > 0 and tokens[at].low == "that" and tokens[at - 1].tag in ("N", "NAME", "J")


def _number_first(clause: Clause) -> None:
    """ "About 120 firefighters fought …": the word before the number begins the subject."""
    tokens = clause.tokens
    at = clause.begin
    if clause.has_subject or at + 1 >= clause.verb or tokens[at + 1].tag != "NUM":
        return
    if tokens[at].low in ("about", "around", "over", "nearly", "almost"):
        clause.subject, clause.subject_end = at, clause.verb


def turned(view: View) -> tuple[str, str] | None:
    """Auxiliary and the rest of the verb, as a question needs them: ("did", "conduct")."""
    clause, tokens = view.clause, view.tokens
    group = tokens[clause.verb : clause.verb_end]
    first = group[0]
    low = first.low
    if "'" in low or "’" in low:
        return None
    rest = " ".join(t.text for t in group[1:])
    if first.tag in ("BE", "MOD") or (first.tag in ("HAVE", "DO") and _is_auxiliary(group)):
        return low, rest
    forms = word_forms(low)
    lemma = "have" if first.tag == "HAVE" else "do" if first.tag == "DO" else forms.verb
    if not lemma:
        return None
    if low == "had" or low == "did" or "VBD" in forms.forms:
        aux = "did"
    elif low in ("has", "does") or "VBZ" in forms.forms:
        aux = "does"
    else:
        aux = "do"
    return aux, f"{lemma} {rest}".strip()


def _is_auxiliary(group: list[Token]) -> bool:
    return any(t.tag in ("V", "VN", "VG") for t in group[1:])


def question(*pieces: str) -> str | None:
    """Pieces joined to a question, or None where it would not stand on its own."""
    words = " ".join(p.strip(" ,;:") for p in pieces if p.strip(" ,;:"))
    words = re.sub(r"\s+", " ", words).replace(" ,", ",")
    if _LOOSE.search(words) or _ENDS_BADLY.search(words) or RELATIVE.search(words):
        return None
    if not 20 <= len(words) <= 190:
        return None
    if words.count("(") != words.count(")") or len(re.findall(r'["“”]', words)) % 2:
        return None
    if ";" in words or ":" in words:
        return None
    return words[0].upper() + words[1:] + "?"


def is_loose(words: str) -> bool:
    """Whether words lean on a text around them."""
    return bool(_LOOSE.search(words))
