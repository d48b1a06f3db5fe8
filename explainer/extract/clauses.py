"""Clauses of a tagged sentence: subject, verb, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.extract.words import FINITE, NOMINAL, SAYING, Token, lemma_of_verb, word_forms

_JOINTS = frozenset({"SUB", "REL", ";", ":", "(", ")", "-"})
_CLOSING = _JOINTS - {"-", "(", ")"}
_IN_GROUP = frozenset({"A", "NOT", "BE", "HAVE", "DO", "MOD", "V", "VN", "VG", "VF"})
IN_PHRASE = frozenset({"D", "S", "J", "N", "NAME", "NUM", "TIME"})


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
    kind: str  # "main", "relative", "adverbial", "content" (of "said he went", without "that")
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
    for verb, verb_end in verbs:
        begin = _clause_begin(tokens, verb, floor)
        subject, subject_end = _subject(tokens, begin, verb)
        found.append(Clause(tokens, begin, 0, subject, subject_end, verb, verb_end, "main"))
        floor = verb_end
    for position, clause in enumerate(found):
        after = found[position + 1].begin if position + 1 < len(found) else len(tokens)
        clause.end = _clause_end(tokens, clause.verb_end, max(after, clause.verb_end))
        clause.kind = _kind(tokens, clause.begin, clause.verb)
        if clause.begin and _is_content(tokens, clause.begin, clause.verb):
            clause.kind = "content"
        _describe(clause)
    return found


def _verb_groups(tokens: list[Token]) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        if tokens[index].tag in FINITE and tokens[index].low not in ("be", "been"):
            end = index + 1
            while end < len(tokens) and _continues(tokens, end):
                end += 1
            if tokens[end - 1].tag == "HAVE" and [t.tag for t in tokens[end : end + 2]] == [
                "TO",
                "V",
            ]:
                end += 2
            while tokens[end - 1].tag == "A" and end - 1 > index:
                end -= 1
            groups.append((index, end))
            index = end
        else:
            index += 1
    return groups


def _continues(tokens: list[Token], at: int) -> bool:
    """Whether the word goes on with the verb before it; "use bottled water" has no participle."""
    tag = tokens[at].tag
    if tag == "VN" and tokens[at - 1].tag in ("V", "VF", "VG") and tokens[at - 1].low != "be":
        return False
    return tag in _IN_GROUP


def _clause_begin(tokens: list[Token], verb: int, floor: int) -> int:
    """The last joint before the verb; without one, the coordinator that joins it to a clause."""
    for index in range(verb - 1, floor - 1, -1):
        tag = tokens[index].tag
        if tag in _JOINTS or tokens[index].low == "who":
            return index if tag in ("REL", "SUB", "PRON") else index + 1
    if floor == 0:
        return 0
    if _is_content(tokens, floor, verb):
        return floor
    joints = [i for i in range(floor, verb) if tokens[i].tag == "C"]
    after_comma = [i for i in joints if tokens[i - 1].tag == ","]
    if after_comma or joints:
        return (after_comma or joints)[-1] + 1
    comma = next((i for i in range(verb - 1, floor - 1, -1) if tokens[i].tag == ","), None)
    return verb if comma is None else comma + 1


def _is_content(tokens: list[Token], floor: int, verb: int) -> bool:
    """ "said the gang used a van": all between the verbs is the subject of the second."""
    if lemma_of_verb(tokens[floor - 1].text) not in SAYING or floor == verb:
        return False
    first = tokens[floor].tag
    plain = not any(t.tag in (",", "C") for t in tokens[floor:verb])
    return plain and first in ("D", "S", "J", "N", "NAME", "NUM", "PRON")


_BEFORE_SUBJECT = frozenset({"C", "A", "NOT", ",", "SUB", '"', "REL"})


def _subject(tokens: list[Token], begin: int, verb: int) -> tuple[int, int]:
    """The phrase before the verb, without adverbials set off before it."""
    start = begin
    while start < verb and tokens[start].tag in _BEFORE_SUBJECT:
        start += 1
    while start < verb and tokens[start].tag in ("P", "TIME", "VG", "VN", "TO", "SUB", "A"):
        start = _after_adverbial(tokens, start, verb)
        while start < verb and tokens[start].tag in (",", "A"):
            start += 1
    end = verb
    while end > start and tokens[end - 1].tag in (",", "A", "NOT", '"'):
        marks = sum(t.tag == '"' for t in tokens[start:end])
        if tokens[end - 1].tag == '"' and marks % 2 == 0:
            break  # the name of a ship closes its own marks
        end -= 1
    if not any(t.tag in NOMINAL or t.tag in ("PRON", "D", "VG") for t in tokens[start:end]):
        return verb, verb
    return start, end


def _after_adverbial(tokens: list[Token], start: int, verb: int) -> int:
    """Where the phrase that begins at `start` is over; `verb` where nothing is left."""
    at = start
    while at < verb and tokens[at].tag in ("P", "D", "TIME"):
        if tokens[at].tag == "TIME":
            return at + 1
        at += 1
    commas = [i for i in range(start, verb) if tokens[i].tag == ","]
    if not commas:
        return verb
    first = commas[0]
    later = next((i for i in commas if i > first + 1), None)
    listed = later is not None and any(t.tag == "C" for t in tokens[first:later])
    return (later if listed and later is not None else first) + 1


def _clause_end(tokens: list[Token], verb_end: int, ceiling: int) -> int:
    end = ceiling
    for index in range(verb_end, ceiling):
        if tokens[index].tag in _CLOSING or tokens[index].low == "who":
            end = index
            break
    while end > verb_end and (
        tokens[end - 1].tag in (",", "C") or tokens[end - 1].text in (".", "!", "?")
    ):
        end -= 1
    # "in which", "from whom": the preposition belongs to what follows.
    if end < ceiling and end - 1 > verb_end and tokens[end].tag == "REL":
        end -= tokens[end - 1].tag == "P"
    return end


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
    while end < stop and tokens[end].tag in IN_PHRASE:
        if tokens[end].tag == "D" and end > index and tokens[end - 1].tag in NOMINAL:
            break
        end += 1
    while end > index and tokens[end - 1].tag not in NOMINAL:
        end -= 1
    return end
