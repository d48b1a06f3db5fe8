"""Questions out of clauses: what to put first, how to turn the verb, what to leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from explainer.extract.clauses import Clause, clauses_of
from explainer.extract.tokens import tag_sentence
from explainer.extract.words import Token, word_forms
from explainer.language.reading import Reading, Sentence
from explainer.mention import NameMention
from explainer.quiz.standing import is_loose


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
            end = self.tokens[-1].end
            if mention.text != mention.value and mention.value in self.text[mention.end : end]:
                return mention.text  # "Halden was founded by Otto Halden": another of that name
            return mention.value  # the full name: two people may share the last one
        return self._without_apposition() or self.lowered(clause.subject, clause.subject_end)

    def _without_apposition(self) -> str:
        """ "A private company, Norden Structures" by its name alone; empty where there is none."""
        first, last = self.clause.subject, self.clause.subject_end
        commas = [n for n in range(first, last) if self.tokens[n].tag == ","]
        if len(commas) != 1 or any(t.tag == "C" for t in self.tokens[first:last]):
            return ""
        for begin, end in ((first, commas[0]), (commas[0] + 1, last)):
            if all(t.tag == "NAME" for t in self.tokens[begin:end]):
                return self.words(begin, end)
        return ""

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
    found: list[View] = []
    for clause in clauses_of(tokens):
        _number_first(clause)
        _verb_first(clause)
        if shared := _shared_subject(clause, found, View(reading.source.text, clause, "", proper)):
            found.append(View(reading.source.text, clause, shared, proper))
            continue
        if clause.has_subject and not clause.negated and clause.kind != "adverbial":
            if clause.kind == "relative" and tokens[clause.begin].low != "that":
                continue
            if tokens[clause.begin].low == "that" and clause.subject == clause.verb:
                continue
            if _is_noun(clause):
                continue
            if _of_a_noun(tokens, clause):
                continue  # "a mine that the firm wanted to open": its object stands outside
            found.append(View(reading.source.text, clause, proper=proper))
    return found


def _shared_subject(clause: Clause, before: list[View], view: View) -> str:
    """The subject of a clause that takes it from the words before: "… opened in 1927 and has 340
    seats", "The museum, which has 140,000 visitors a year, now employs …". Empty for others."""
    tokens, begin = clause.tokens, clause.begin
    if clause.negated:
        return ""
    if tokens[begin].low in ("which", "who") and clause.verb == begin + 1:
        return _opening(view, begin - 1) if begin > 1 and tokens[begin - 1].tag == "," else ""
    if clause.has_subject or clause.kind != "main":
        return ""
    first = begin
    while first < clause.verb and tokens[first].tag in ("A", ",", "C"):
        first += 1
    joint = tokens[first - 1] if first else None
    if first != clause.verb or joint is None:
        return ""
    if joint.low in ("and", "but") and before and before[-1].clause.end >= first - 2:
        return before[-1].subject
    relative = [n for n, t in enumerate(tokens[:first]) if t.low in ("which", "who")]
    if len(relative) == 1 and relative[0] > 1 and "," in (joint.tag, tokens[first - 2].tag):
        return _opening(view, relative[0] - 1)
    return ""


def _opening(view: View, comma: int) -> str:
    """The words that open a sentence up to a comma, if they are one short noun phrase."""
    tokens = view.tokens[:comma]
    plain = all(t.tag in ("D", "S", "J", "N", "NAME", "NUM", "P") for t in tokens)
    if view.tokens[comma].tag != "," or not tokens or not plain or len(tokens) > 7:
        return ""
    opens = tokens[0].tag != "P" and tokens[-1].tag in ("N", "NAME")
    return view.lowered(0, comma) if opens else ""


def _verb_first(clause: Clause) -> None:
    """ "Torvia built two dams": the dams are no verb, the word between a name and a number is."""
    tokens = clause.tokens
    for at in range(clause.subject + 1, clause.subject_end - 1):
        if tokens[at].tag in ("VF", "VN") and tokens[at + 1].tag == "NUM":
            if clause.verb_end - clause.verb == 1:
                tokens[clause.verb].tag = "N"
            clause.subject_end = clause.verb = at
            clause.verb_end, clause.lemma = at + 1, word_forms(tokens[at].low).verb or ""
            return


def _is_noun(clause: Clause) -> bool:
    """Whether the verb is a noun after all: "the research ship", with no s and no auxiliary."""
    head, verb = clause.tokens[clause.subject_end - 1], clause.tokens[clause.verb]
    plural = head.low.endswith("s") or head.low in ("people", "police", "men", "women", "children")
    several = any(t.low == "and" for t in clause.tokens[clause.subject : clause.subject_end])
    past = "VBD" in word_forms(verb.low).forms
    base = verb.low == word_forms(verb.low).verb and verb.tag in ("V", "VF") and not past
    return base and head.tag in ("N", "NAME", "J") and not plural and not several


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
    words = words[0].lower() + words[1:] if view.tokens[first].tag == "P" else words
    return words if view.tokens[first].tag in ("P", "TIME") and len(words.split()) > 1 else ""
