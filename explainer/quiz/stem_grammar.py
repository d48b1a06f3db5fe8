"""Questions out of clauses: what to put first, how to turn the verb, what to leave out."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from explainer.extract.clauses import Clause
from explainer.extract.words import SAYING, Token, word_forms
from explainer.mention import NameMention
from explainer.quiz.standing import RELATIVE, is_loose


@dataclass(frozen=True, slots=True)
class View:
    """A clause ready to be asked about. Token indices are those of `clause.tokens`."""

    text: str
    clause: Clause
    stands_for: str = ""
    proper: frozenset[str] = frozenset()
    named: tuple[tuple[int, int, str], ...] = ()  # names for pronouns, each with its offsets

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
        name = _ADVERB.sub("", found[1])
        after = self.words(self.clause.verb_end, min(self.clause.verb_end + 2, self.clause.end))
        if is_loose(name) or (not is_loose(after) and after not in said):
            return None  # the statement tells something else of the sentence
        small = name.split()[0].lower() in ("the", "a", "an")
        return replace(self, stands_for=name[0].lower() + name[1:] if small else name)

    @property
    def tokens(self) -> list[Token]:
        return self.clause.tokens

    def words(self, first: int, last: int) -> str:
        if first >= last:
            return ""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        said = self.text[start:end]
        for begin, over, name in reversed(self.named):
            if start <= begin < end:
                said = f"{said[: begin - start]}{name}{said[over - start :]}"
        return " ".join(said.split())

    def until(self, words: Container[str]) -> int:
        """Index of the first token of the clause after its verb that is one of `words`; the end of
        the clause where there is none."""
        inside = range(self.clause.verb_end + 1, self.clause.end)
        return next((n for n in inside if self.tokens[n].low in words), self.clause.end)

    @property
    def subject(self) -> str:
        """The subject, by the name it stands for where it is a pronoun."""
        if self.stands_for:
            return self.stands_for
        clause = self.clause
        mention = self.tokens[clause.subject].mention
        alone = clause.subject_end == clause.subject + 1
        if alone and isinstance(mention, NameMention) and mention.type == "person":
            end = self.tokens[-1].end
            if mention.text != mention.value and mention.value in self.text[mention.end : end]:
                return mention.text  # "Halden was founded by Otto Halden": another of that name
            return mention.value  # the full name: two people may share the last one
        return self._in_marks() or self._without_apposition() or self.lowered(
            clause.subject, clause.subject_end
        )  # fmt: skip

    def _in_marks(self) -> str:
        """ "The Pianist" with its quotation marks; empty where the subject has none."""
        first, last = self.clause.subject, self.clause.subject_end
        around = (first - 1, last) if first else (last, last)
        if last >= len(self.tokens) or any(self.tokens[n].tag != '"' for n in around):
            return ""
        return self.words(first - 1, last + 1)

    def _without_apposition(self) -> str:
        """ "A private company, Norden Structures" by its name alone; empty where there is none."""
        first, last = self.clause.subject, self.clause.subject_end
        commas = [n for n in range(first, last) if self.tokens[n].tag == ","]
        if len(commas) != 1 or any(t.tag == "C" for t in self.tokens[first:last]):
            return ""
        for begin, end in ((first, commas[0]), (commas[0] + 1, last)):
            if all(t.tag == "NAME" for t in self.tokens[begin:end]):
                return self.words(begin, end)
            mention = self.tokens[end - 1].mention
            titles = all(t.tag in ("N", "J") for t in self.tokens[begin : end - 1])
            if titles and isinstance(mention, NameMention) and mention.type == "person":
                return mention.value  # "Councillor Derek Lyle, an independent"
        told = self.tokens[first].tag in ("D", "S", "J", "N") or bool(self.named)
        if told and self.tokens[commas[0] + 1].tag == "D":
            return self.lowered(first, commas[0])  # "her first large work, the Mirna bridge"
        return ""

    def lowered(self, first: int, last: int) -> str:
        """Words as they stand inside a sentence: no capital that only marks its beginning."""
        words = self.words(first, last)
        token = self.tokens[first] if words else None
        if token is None or any(begin == token.start for begin, _, _ in self.named):
            return words
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


# "Zofia Wilk still sells": the name ends before it.
_ADVERB = re.compile(
    r"(?: (?:[a-z]+ly|still|also|now|then|just|once|never|often|always|already|even|later|first))+$"
)


def tells_words(view: View) -> bool:
    """Whether the clause reports what somebody says: "Reed said that …", but not "she showed the
    film"."""
    clause, tokens = view.clause, view.tokens
    after = tokens[clause.verb_end].tag if clause.verb_end < len(tokens) else ""
    shown = clause.lemma in ("show", "add", "feel", "know") and after in ("D", "S", "NUM", "N")
    return clause.lemma in SAYING and not shown


def turned(view: View) -> tuple[str, str] | None:
    """Auxiliary and the rest of the verb, as a question needs them: ("did", "conduct")."""
    clause, tokens = view.clause, view.tokens
    group = tokens[clause.verb : clause.verb_end]
    first = group[0]
    low = first.low
    if "'" in low or "’" in low:
        return None
    after = tokens[clause.verb_end].low if clause.verb_end < len(tokens) else ""
    led_by = len(group) == 1 and after == "by" and first.tag not in ("BE", "MOD")
    if led_by and "VBN" in word_forms(low).forms:
        return None  # "a patrol led by …": no verb of the sentence
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


def lead_words(view: View, without: int = -1) -> str:
    """The adverbial before the subject, for the end of a question; none that says who speaks."""
    first, last = view.lead
    if first >= last or first <= without < last:
        return ""
    words = view.lowered(first, last)
    if re.match(r"according to|thus|however|in addition|of course", words, re.I):
        return ""
    if RELATIVE.search(words):
        return ""  # "last winter" is to be read when it was written
    words = words[0].lower() + words[1:] if view.tokens[first].tag == "P" else words
    return words if view.tokens[first].tag in ("P", "TIME") and len(words.split()) > 1 else ""
