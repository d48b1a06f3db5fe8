"""Clauses of a tagged sentence: subject, verb, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.extract.insertions import insertions
from explainer.extract.words import FINITE, NOMINAL, SAYING, WHO, Token, lemma_of_verb, word_forms
from explainer.mention import PlaceMention

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
    """Every finite clause, in the order of their verbs; a later clause begins where the one before
    ends, but one that a relative clause parts from its subject begins with that subject."""
    tags = [token.tag for token in tokens]
    found: list[Clause] = []
    inserted = {verb: opens for opens, verb in insertions(tokens)}
    floor = 0
    for verb, verb_end in _verb_groups(tokens, tags):
        if verb in inserted:
            after, stop = verb, inserted[verb]
            stop -= tags[stop - 1] == ","
            earlier = [clause.verb_end for clause in found if clause.verb < stop]
            begin = _clause_begin(tokens, tags, stop, earlier[-1] if earlier else 0)
            subject, subject_end = _subject(tokens, tags, begin, stop)
            if earlier:
                _end(found[len(earlier) - 1], tags, begin)
        else:
            begin = after = _clause_begin(tokens, tags, verb, floor)
            subject, subject_end = _subject(tokens, tags, begin, verb)
        if found:
            _end(found[-1], tags, after)
        kind = _kind(tokens, tags, begin, verb)
        found.append(Clause(tokens, begin, 0, subject, subject_end, verb, verb_end, kind))
        floor = verb_end
    if found:
        _end(found[-1], tags, len(tokens))
    return found


def _verb_groups(tokens: list[Token], tags: list[str]) -> list[tuple[int, int]]:
    groups: list[tuple[int, int]] = []
    end = 0
    for index, tag in enumerate(tags):
        if tag not in FINITE or index < end or tokens[index].low in ("be", "been"):
            continue
        end = index + 1
        while end < len(tags) and tags[end] in _IN_GROUP and _continues(tokens, tags, end):
            end += 1
        if tags[end - 1] == "HAVE" and tags[end : end + 2] == ["TO", "V"]:
            end += 2
        while tags[end - 1] == "A" and end - 1 > index:
            end -= 1
        groups.append((index, end))
    return groups


def _continues(tokens: list[Token], tags: list[str], at: int) -> bool:
    """Whether a word of the verb goes on with it; "use bottled water" has no participle."""
    apart = tags[at] == "VN" and tags[at - 1] in ("V", "VF", "VG")
    return not apart or tokens[at - 1].low == "be"


def _clause_begin(tokens: list[Token], tags: list[str], verb: int, floor: int) -> int:
    """The last joint before the verb; without one, the coordinator that joins it to a clause."""
    for index in range(verb - 1, floor - 1, -1):
        tag = tags[index]
        if tag in _JOINTS or tokens[index].low in WHO:
            return index if tag in ("REL", "SUB", "PRON", "S") else index + 1
    if floor == 0:
        return 0
    if _is_content(tokens, tags, floor, verb):
        return floor
    joints = [i for i in range(floor, verb) if tags[i] == "C"]
    after_comma = [i for i in joints if tags[i - 1] == ","]
    if after_comma or joints:
        return (after_comma or joints)[-1] + 1
    comma = next((i for i in range(verb - 1, floor - 1, -1) if tags[i] == ","), None)
    return verb if comma is None else comma + 1


_PARTS_CONTENT = frozenset({",", "C"})
_OPENS_CONTENT = frozenset({"D", "S", "J", "N", "NAME", "NUM", "PRON"})


def _is_content(tokens: list[Token], tags: list[str], floor: int, verb: int) -> bool:
    """ "said the gang used a van": all between the verbs is the subject of the second."""
    if floor == verb or tags[floor] not in _OPENS_CONTENT:
        return False
    said = lemma_of_verb(tokens[floor - 1].text) in SAYING
    return said and _PARTS_CONTENT.isdisjoint(tags[floor:verb])


_BEFORE_SUBJECT = frozenset({"C", "A", "NOT", ",", "SUB", '"', "REL", "-", "X"})
_SET_OFF = frozenset({"P", "TIME", "VG", "VN", "TO", "SUB", "A"})
_NO_SUBJECT = frozenset({",", "A", "NOT", '"'})
_IN_SUBJECT = NOMINAL | {"PRON", "D", "VG"}


def _subject(tokens: list[Token], tags: list[str], begin: int, verb: int) -> tuple[int, int]:
    """The phrase before the verb, without adverbials set off before it."""
    start = begin
    while start < verb and tags[start] in _BEFORE_SUBJECT:
        start += 1
    while start < verb and tags[start] in _SET_OFF:
        start = _after_adverbial(tokens, tags, start, verb)
        while start < verb and tags[start] in (",", "A"):
            start += 1
    end = verb
    while end > start and tags[end - 1] in _NO_SUBJECT:
        if tags[end - 1] == '"' and tags[start:end].count('"') % 2 == 0:
            break  # the name of a ship closes its own marks
        end -= 1
    return (verb, verb) if _IN_SUBJECT.isdisjoint(tags[start:end]) else (start, end)


_SUBJECTS = frozenset({"i", "he", "she", "it", "we", "they"})
_POINTS = frozenset({"then", "now", "here", "there", "today", "yesterday"})


def _after_adverbial(tokens: list[Token], tags: list[str], start: int, verb: int) -> int:
    """Where the phrase that begins at `start` is over; `verb` where nothing is left."""
    at = start
    while at < verb and tags[at] in ("P", "D", "TIME"):
        if tags[at] == "TIME":
            ranged = at + 2 < verb and tags[at + 1] in ("C", "TO") and tags[at + 2] == "TIME"
            return at + 3 if ranged else at + 1
        at += 1
    if at == start + 1 < verb and tokens[at].low in _POINTS:
        return at + 1  # "since then it has"
    last = verb - 1
    while last > start and tags[last] in ("A", "NOT"):
        last -= 1
    if tokens[last].low in _SUBJECTS:
        return last  # "in retirement she kept"
    commas = [i for i in range(start, verb) if tags[i] == ","]
    if not commas:
        return verb
    first = commas[0]
    for comma in commas[1:]:  # "in Sabari district, Khost province,"
        if not (comma - first in (2, 3) and isinstance(tokens[first + 1].mention, PlaceMention)):
            break
        first = comma
    later = next((i for i in commas if i > first + 1), None)
    return (later if later is not None and "C" in tags[first:later] else first) + 1


def _end(clause: Clause, tags: list[str], after: int) -> None:
    """Where a clause ends that another, or nothing, follows at `after`; and what its verb says."""
    clause.end = _clause_end(clause.tokens, tags, clause.verb_end, max(after, clause.verb_end))
    _describe(clause, tags[clause.verb : clause.verb_end])


def _clause_end(tokens: list[Token], tags: list[str], verb_end: int, ceiling: int) -> int:
    end = ceiling
    for index in range(verb_end, ceiling):
        if tags[index] in _CLOSING or tokens[index].low == "who":
            end = index
            break
    # "in which", "from whom": the preposition belongs to what follows.
    if end - 1 > verb_end and tags[end : end + 1] == ["REL"]:
        end -= tags[end - 1] == "P"
    while end > verb_end and (
        tags[end - 1] in (",", "C") or tokens[end - 1].text in (".", "!", "?")
    ):
        end -= 1
    return end


def _kind(tokens: list[Token], tags: list[str], begin: int, verb: int) -> str:
    if begin and _is_content(tokens, tags, begin, verb):
        return "content"
    if begin == verb:
        return "main"
    low = tokens[begin].low
    if tags[begin] == "REL" or low in WHO:
        return "relative"
    return "adverbial" if tags[begin] == "SUB" and low not in ("while", "so") else "main"


_TELLING = frozenset({"VF", "V", "VN", "VG"})


def _describe(clause: Clause, tags: list[str]) -> None:
    """`tags` are those of its verb group."""
    group = clause.tokens[clause.verb : clause.verb_end]
    first = group[0]
    content = [at for at, tag in enumerate(tags) if tag in _TELLING]
    if content:
        clause.lemma = lemma_of_verb(group[content[-1]].text)
        clause.passive = tags[content[-1]] == "VN" and "BE" in tags
    else:
        clause.lemma = {"BE": "be", "HAVE": "have"}.get(first.tag, first.low)
    clause.past = _is_past(first)
    clause.negated = "NOT" in tags or any(token.low.endswith("n't") for token in group)
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
