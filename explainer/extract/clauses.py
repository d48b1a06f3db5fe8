"""Clauses of a tagged sentence: subject, verb, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.extract.tokens import NOMINAL, Token, lemma_of_verb, word_forms

_JOINTS = frozenset({"SUB", "REL", ";", ":", "(", ")", "-"})
_FINITE = frozenset({"VF", "BE", "HAVE", "DO", "MOD"})
_IN_GROUP = frozenset({"A", "NOT", "BE", "HAVE", "DO", "MOD", "V", "VN", "VG", "VF"})
_IN_PHRASE = frozenset({"D", "S", "J", "N", "NAME", "NUM", "TIME"})


@dataclass(slots=True)
class Clause:
    """Token indices into the sentence: the clause runs `begin`..`end`, its subject
    `subject`..`subject_end` (equal: none of its own), its verb group `verb`..`verb_end`."""

    tokens: list[Token]
    begin: int
    end: int
    subject: int
    subject_end: int
    verb: int
    verb_end: int
    kind: str  # "main", "relative", "adverbial"
    lemma: str = ""
    passive: bool = False
    past: bool = False
    negated: bool = False
    modal: bool = False

    @property
    def start_char(self) -> int:
        return self.tokens[self.begin].start

    @property
    def end_char(self) -> int:
        return self.tokens[self.end - 1].end

    @property
    def has_subject(self) -> bool:
        return self.subject < self.subject_end

    def subject_span(self) -> tuple[int, int]:
        return self.tokens[self.subject].start, self.tokens[self.subject_end - 1].end


def clauses_of(tokens: list[Token]) -> list[Clause]:
    """Every finite clause, in order; a later clause begins where the one before ends."""
    verbs = _verb_groups(tokens)
    found: list[Clause] = []
    floor = 0
    for position, (verb, verb_end) in enumerate(verbs):
        ceiling = verbs[position + 1][0] if position + 1 < len(verbs) else len(tokens)
        begin = _clause_begin(tokens, verb, floor)
        subject, subject_end = _subject(tokens, begin, verb)
        end = _clause_end(tokens, verb_end, ceiling)
        clause = Clause(tokens, begin, end, subject, subject_end, verb, verb_end, "main")
        clause.kind = _kind(tokens, begin, verb)
        _describe(clause)
        found.append(clause)
        floor = verb_end
    return found


def _verb_groups(tokens: list[Token]) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        if tokens[index].tag in _FINITE:
            end = index + 1
            while end < len(tokens) and tokens[end].tag in _IN_GROUP:
                end += 1
            while tokens[end - 1].tag == "A" and end - 1 > index:
                end -= 1
            groups.append((index, end))
            index = end
        else:
            index += 1
    return groups


def _clause_begin(tokens: list[Token], verb: int, floor: int) -> int:
    """The last joint before the verb, or the last coordinator before its subject."""
    for index in range(verb - 1, floor - 1, -1):
        tag = tokens[index].tag
        if tag in _JOINTS or (tag == "PRON" and tokens[index].low == "who"):
            return index if tag in ("REL", "SUB", "PRON") else index + 1
        if tag == "C" and _joins_clauses(tokens, index, floor, verb):
            return index + 1
    return floor if floor == 0 else min(floor, verb)


def _joins_clauses(tokens: list[Token], index: int, floor: int, verb: int) -> bool:
    """A coordinator joins clauses unless it stands inside the subject ("Saleh and Masood")."""
    if floor == 0 and not any(t.tag in _FINITE for t in tokens[:index]):
        return False
    if index + 1 == verb or tokens[index + 1].tag in ("A", "NOT", "PRON", "TIME", "SUB"):
        return True
    return index == 0 or tokens[index - 1].tag == "," or floor > 0


def _subject(tokens: list[Token], begin: int, verb: int) -> tuple[int, int]:
    """The phrase before the verb, without adverbials set off before it by a comma."""
    start = begin
    while start < verb and tokens[start].tag in ("C", "A", "NOT", ",", "SUB", '"', "REL"):
        start += 1
    while start < verb and tokens[start].tag in ("P", "TIME", "VG", "TO", "SUB", "A"):
        comma = next((i for i in range(start, verb) if tokens[i].tag == ","), None)
        if comma is None:
            if tokens[start].tag != "TIME":
                return verb, verb
            start += 1
            continue
        start = comma + 1
        while start < verb and tokens[start].tag in (",", "A"):
            start += 1
    end = verb
    while end > start and tokens[end - 1].tag in (",", "A", "NOT", '"'):
        end -= 1
    if not any(t.tag in NOMINAL or t.tag in ("PRON", "D", "VG") for t in tokens[start:end]):
        return verb, verb
    return start, end


def _clause_end(tokens: list[Token], verb_end: int, ceiling: int) -> int:
    for index in range(verb_end, ceiling):
        tag = tokens[index].tag
        if tag in ("SUB", "REL", ";", ":") or (tag == "PRON" and tokens[index].low == "who"):
            end = index
            break
    else:
        end = _before_next_subject(tokens, verb_end, ceiling)
    while end > verb_end and (
        tokens[end - 1].tag in (",", "C", "X") or tokens[end - 1].text in ".!?"
    ):
        end -= 1
    return end


def _before_next_subject(tokens: list[Token], verb_end: int, ceiling: int) -> int:
    if ceiling == len(tokens):
        return ceiling
    for index in range(ceiling - 1, verb_end - 1, -1):
        if tokens[index].tag == "C":
            return index
    for index in range(ceiling - 1, verb_end - 1, -1):
        if tokens[index].tag == ",":
            return index
    return ceiling


def _kind(tokens: list[Token], begin: int, verb: int) -> str:
    for token in tokens[begin:verb]:
        if token.tag == "REL" or token.low in ("who", "whose"):
            return "relative"
        if token.tag == "SUB" and token.low not in ("while", "so"):
            return "adverbial"
        break
    return "main"


def _describe(clause: Clause) -> None:
    group = clause.tokens[clause.verb : clause.verb_end]
    content = [t for t in group if t.tag in ("VF", "V", "VN", "VG")]
    first = group[0]
    head = content[-1] if content else first
    clause.lemma = (
        lemma_of_verb(head.text)
        if content
        else {"BE": "be", "HAVE": "have"}.get(first.tag, first.low)
    )
    clause.passive = head.tag == "VN" and any(t.tag == "BE" for t in group)
    clause.past = _is_past(first)
    clause.negated = any(t.tag == "NOT" or t.low.endswith("n't") for t in group)
    clause.modal = first.tag == "MOD"


def _is_past(token: Token) -> bool:
    if token.tag == "VF":
        return "VBD" in word_forms(token.low).forms
    return token.low in ("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't")


def phrase_end(tokens: list[Token], index: int, stop: int) -> int:
    """End of the noun phrase that begins at `index`, with its "of" phrases; `index`: none."""
    end = _bare_phrase_end(tokens, index, stop)
    while end > index and end + 1 < stop and tokens[end].low in ("of", "for"):
        further = _bare_phrase_end(tokens, end + 1, stop)
        if further == end + 1:
            break
        end = further
    return end


def _bare_phrase_end(tokens: list[Token], index: int, stop: int) -> int:
    end = index
    while end < stop and tokens[end].tag in _IN_PHRASE:
        if tokens[end].tag == "D" and end > index and tokens[end - 1].tag in NOMINAL:
            break
        end += 1
    while end > index and tokens[end - 1].tag not in NOMINAL:
        end -= 1
    return end
