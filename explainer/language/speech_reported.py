"""Reported speech without quotation marks: which words are the report."""

from __future__ import annotations

from typing import NamedTuple

from explainer.language.speech_clause import Clause, Phrase
from explainer.language.speech_words import (
    ALSO_NOUNS,
    CONJUNCTIONS,
    CUES,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    Cue,
)

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_QUESTION = frozenset({"whether", "if", "how", "why", "what", "who", "where", "when"})
_OBJECTS = frozenset({"him", "her", "them", "us", "me", "it", "you"})
_NOT_CONTENT = frozenset({"so", "no", "yes", "nothing", "little", "goodbye"})


class Content(NamedTuple):
    """Tokens `first` to `end` (exclusive) of a clause: what is reported."""

    first: int
    end: int


def is_verb(clause: Clause, at: int, cue: Cue) -> bool:
    """Is the word at `at`, which may be a reporting verb, one here?"""
    before = clause.lows[at - 1] if at else ""
    if clause.texts[at] != clause.lows[at]:
        return False
    if cue.form != "ing" and (before in DETERMINERS or before in PREPOSITIONS - {"to"}):
        return before == "her"
    if cue.form == "base":
        return _base_is_verb(clause, at, before, cue)
    if cue.form == "s":
        return at + 1 < len(clause) and clause.lows[at + 1] not in PREPOSITIONS - {"in", "on"}
    return True


def _base_is_verb(clause: Clause, at: int, before: str, cue: Cue) -> bool:
    if cue.lemma not in ALSO_NOUNS and before not in CONJUNCTIONS and before:
        return before[0].isalpha()
    if before in ("to", "they", "we", "i", "you", "not", "who", "also", "don't", "can", "will"):
        return True
    if before.endswith("ly") or clause.is_finite(at - 1):
        return True
    return before.endswith(("s", "people", "police", "men", "women")) and not before.endswith("ss")


def content_after(clause: Clause, at: int, cue: Cue) -> Content | None:
    """What the verb at token `at` reports, where it follows the verb."""
    first = at + 1
    if first >= len(clause) or clause.lows[first] in _NOT_CONTENT:
        return None
    begin = _content_start(clause, at, first, cue)
    if begin is None:
        return None
    end = content_end(clause, begin)
    return Content(begin, end) if end - begin >= 2 else None


def _content_start(clause: Clause, at: int, first: int, cue: Cue) -> int | None:
    if "t" in cue.takes:
        that = _that(clause, first)
        if that is not None:
            return that + 1 if that + 1 < len(clause) else None
    low = clause.lows[first]
    if "w" in cue.takes and low in _QUESTION:
        return first
    if ("i" in cue.takes or "x" in cue.takes) and _to(clause, first, cue.takes) is not None:
        return first
    if "b" in cue.takes and _to(clause, first, "x") is not None:
        return first
    if "z" in cue.takes:
        start = _without_that(clause, first, "o" in cue.takes)
        if start is not None:
            return start
    if "n" in cue.takes and clause.lows[at - 1] not in BE:
        noun = clause.texts[first][0].isalpha() and low not in PREPOSITIONS
        if noun and low not in CONJUNCTIONS and not clause.is_adverb(first):
            return first
    return None


def _that(clause: Clause, first: int) -> int | None:
    """ "that", over "on Monday", "in a statement", "reporters in Kabul"."""
    for index in range(first, min(first + 16, len(clause))):
        if clause.lows[index] == "that":
            return index
        if clause.is_quote(index) or clause.texts[index] in ".;:?!":
            return None
        if index > first and clause.is_finite(index):
            return None
    return None


def _to(clause: Clause, first: int, takes: str) -> int | None:
    if clause.lows[first] == "to" or (
        clause.lows[first] == "not" and _low(clause, first + 1) == "to"
    ):
        return first
    if "o" not in takes and "x" not in takes:
        return None
    for index in range(first, min(first + 12, len(clause) - 1)):
        if clause.lows[index] == "to" and clause.lows[index + 1] not in DETERMINERS:
            return index
        if clause.texts[index] in ",.;:" or clause.is_quote(index):
            return None
    return None


def _low(clause: Clause, index: int) -> str:
    return clause.lows[index] if index < len(clause) else ""


def _without_that(clause: Clause, first: int, addressee: bool) -> int | None:
    index = first
    if addressee:
        index = _over_addressee(clause, index)
    index = _over_when(clause, index)
    if index >= len(clause) - 1 or not clause.texts[index][0].isalnum():
        return None
    low = clause.lows[index]
    if low in PREPOSITIONS or low in CONJUNCTIONS:
        # "said in Kabul the plan ...": too unsure; "said on both sides people were ..." is rare.
        return None
    return index if clause.has_finite(index + 1, len(clause)) else None


def _over_addressee(clause: Clause, index: int) -> int:
    if index >= len(clause):
        return index
    if clause.lows[index] in _OBJECTS:
        return index + 1
    if clause.texts[index][0].isupper() and clause.lows[index] not in DETERMINERS:
        while index < len(clause) and clause.texts[index][0].isupper():
            index += 1
        return index
    index += 1
    while index < len(clause) and clause.texts[index][0].isalnum():
        low = clause.lows[index]
        if low in PREPOSITIONS:
            index += 2
            continue
        if clause.starts_phrase(index) and clause.lows[index - 1] not in DETERMINERS:
            break
        index += 1
    return index


def _over_when(clause: Clause, index: int) -> int:
    while index < len(clause):
        low = clause.lows[index]
        if low in DAYS or (clause.is_adverb(index) and low not in ("so", "no")):
            index += 1
        elif low == "on" and _low(clause, index + 1) in DAYS:
            index += 2
        else:
            break
    return index


def content_end(clause: Clause, begin: int) -> int:
    """Where the report that begins at `begin` ends: with the sentence, or before the next cue."""
    end = len(clause)
    while end > begin and clause.texts[end - 1] in ".!?…":
        end -= 1
    for index in range(begin + 1, end):
        cue = CUES.get(clause.lows[index])
        if cue is None or clause.texts[index] != clause.lows[index]:
            continue
        cut = _cut_before(clause, index, cue, begin)
        if cut is not None:
            return cut
    return end


def _cut_before(clause: Clause, at: int, cue: Cue, begin: int) -> int | None:
    index = at - 1
    while index > begin and (clause.is_adverb(index) or clause.lows[index] in ("has", "had")):
        index -= 1
    if cue.form == "ing" and clause.texts[index] == ",":
        return index
    if cue.form not in ("past", "s"):
        return None
    if clause.lows[index] in ("and", "but"):
        return index - 1 if clause.texts[index - 1] == "," else index
    subject = clause.subject_before(at, begin)
    if subject is None:
        return None
    before = subject.first - 1
    if before > begin and clause.texts[before] == ";":
        return before
    if before > begin and clause.lows[before] in ("and", "but", "while", "though", "although"):
        return before - 1 if clause.texts[before - 1] == "," else None
    if (
        before > begin
        and clause.texts[before] == ","
        and clause.lows[subject.first] in SUBJECT_PRONOUNS
    ):
        return before
    return None


def content_before(clause: Clause, subject: Phrase) -> Content | None:
    """Of "The plan will fail, Smith said.": what stands before the comma."""
    comma = subject.first - 1
    if comma < 3 or clause.texts[comma] != ",":
        return None
    begin = 0
    for index in range(comma - 1, -1, -1):
        if clause.is_quote(index) or clause.texts[index] in ".;:?!":
            begin = index + 1
            break
    while begin < comma and not clause.texts[begin][0].isalnum():
        begin += 1
    if comma - begin < 3 or not clause.has_finite(begin + 1, comma):
        return None
    if clause.lows[begin] in (
        "when",
        "while",
        "although",
        "though",
        "because",
        "if",
        "since",
        "as",
    ):
        return None
    return Content(begin, comma)
