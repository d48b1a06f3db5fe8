"""Reported speech without quotation marks: which words are the report."""

from __future__ import annotations

from explainer.language.speech_bounds import (
    BE,
    MEDIA,
    TIMES,
    Content,
    content_end,
    object_end,
    over_when,
)
from explainer.language.speech_clause import Clause
from explainer.language.speech_tokens import RELATIVE
from explainer.language.speech_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    CUES,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    QUESTIONS,
    SUBJECT_PRONOUNS,
    Cue,
)
from explainer.word_set import word_set

_OBJECTS = frozenset({"him", "her", "them", "us", "me", "it", "you"})
_SURE = word_set("say think believe claim insist admit argue")
# A plan or a bill is rejected by a vote; what was said is rejected by saying so.
_BY_VOTE = word_set("reject dismiss mock")
_SPOKEN = word_set(
    "claim claims allegation allegations accusation accusations criticism criticisms charge "
    "charges suggestion suggestions report reports idea ideas notion rumour rumours rumor rumors "
    "assertion assertions argument arguments comparison comparisons remarks concerns fears talk"
)
_OF_A_THING = frozenset("nkd")  # what a verb takes where a noun phrase is what is said
_NO_NAME = word_set("second third few week day month year meeting halt lot bit number")
_NOT_CONTENT = frozenset({"so", "no", "yes", "nothing", "little", "goodbye"})


def content_after(clause: Clause, at: int, cue: Cue) -> Content | None:
    """What the verb at token `at` reports, where it follows the verb."""
    first = at + 1
    if first >= len(clause):
        return None
    if clause.lows[first] in _NOT_CONTENT and not clause.low(first + 1)[:1].isalpha():
        return None
    begin = _content_start(clause, at, first, cue)
    if begin is None:
        return None
    end = min(content_end(clause, begin), _aside_end(clause, at, begin))
    whole_thing = begin == first and not _OF_A_THING.isdisjoint(cue.takes)
    if whole_thing or (begin == first + 1 and "g" in cue.takes):
        end = object_end(clause, begin, end)
    whole = begin == first or clause.lows[begin - 1] in ("for", "of", "about", "against")
    return Content(begin, end) if end > begin + (not whole) else None


def _aside_end(clause: Clause, at: int, begin: int) -> int:
    """Where ", which Ruiz said would take years," ends, if the verb stands in such a one."""
    for index in range(at - 1, 0, -1):
        if clause.lows[index] in RELATIVE and clause.texts[index - 1] == ",":
            comma = clause.next_comma(begin)
            return len(clause) if comma is None else comma
        if not clause.texts[index][0].isalnum():
            break
    return len(clause)


def _content_start(clause: Clause, at: int, first: int, cue: Cue) -> int | None:
    if "t" in cue.takes:
        that = _that(clause, first, "o" in cue.takes)
        if that is not None and clause.low(that + 1) in BE:
            return that  # "said that was money it did not have"
        if that is not None:
            return that + 1 if that + 1 < len(clause) else None
    low = clause.lows[first]
    if "f" in cue.takes and low == "for":
        return first + 1 if first + 1 < len(clause) else None
    if "f" in cue.takes and low in ("on", "upon") and _to(clause, first + 1, "x") is not None:
        return first + 1
    about = first + (low in _OBJECTS)  # "warned them against"
    if "g" in cue.takes and clause.low(about) in ("of", "about", "against"):
        return about + 1 if about + 1 < len(clause) else None
    if _named_so(clause, first, cue):
        return first
    if "w" in cue.takes and low in QUESTIONS:
        return first
    if ("i" in cue.takes or "x" in cue.takes) and _to(clause, first, cue.takes) is not None:
        return first
    if "b" in cue.takes and _to(clause, first, "x") is not None:
        return first
    if "z" in cue.takes:
        start = _without_that(clause, first, "o" in cue.takes, cue.lemma in _SURE)
        if start is not None:
            return start
    if "n" in cue.takes and clause.lows[at - 1] not in BE:
        noun = clause.texts[first][0].isalpha() and low not in PREPOSITIONS
        if noun and low not in CONJUNCTIONS and not clause.is_adverb(first):
            return first if cue.lemma not in _BY_VOTE or _spoken(clause, first) else None
    return None


def _named_so(clause: Clause, first: int, cue: Cue) -> bool:
    """Is the thing at `first` called something: "him a liar", "the deal as dead"?"""
    if "k" not in cue.takes and "d" not in cue.takes:
        return False
    if clause.lows[first] not in _OBJECTS and not clause.starts_phrase(first):
        return False
    for index in range(first + 1, min(first + 7, len(clause) - 1)):
        low = clause.lows[index]
        if low in ",.;:" or clause.is_quote(index) or clause.is_finite(index):
            return False
        if low == "as" and "d" in cue.takes:
            return True
        after_noun = clause.lows[index - 1] not in PREPOSITIONS | CONJUNCTIONS | DETERMINERS
        if low in ("a", "an") and "k" in cue.takes and after_noun:
            return clause.lows[index + 1] not in _NO_NAME
    return False


def _spoken(clause: Clause, first: int) -> bool:
    """Whether the object is something said: "rejected the claims"."""
    return not _SPOKEN.isdisjoint(clause.lows[first : first + 4])


def _that(clause: Clause, first: int, addressee: bool) -> int | None:
    """ "that", over "on Monday", "in a statement", "reporters in Kabul"."""
    for index in range(first, min(first + 16, len(clause))):
        low = clause.lows[index]
        if low == "that":
            sure = index == first or addressee or _leads_on(clause, index - 1)
            return index if sure or _in_writing(clause, first, index) else None
        if clause.is_quote(index) or low in ".;:?!" or (low in CUES and low not in MEDIA):
            return None
        if index > first and clause.is_finite(index) and low not in DAYS:
            return None
    return None


def _in_writing(clause: Clause, first: int, that: int) -> bool:
    """Is it told in a text before "that": "in a letter to shareholders that the bridge"?"""
    told = any(clause.lows[index] in MEDIA for index in range(first, that))
    return told and that + 1 < len(clause) and not clause.is_finite(that + 1)


def _leads_on(clause: Clause, index: int) -> bool:
    """May the word before "that" end a when, a where or an outlet: "in May", "in Kabul that"?"""
    low = clause.lows[index]
    when_or_where = low in MEDIA or low in DAYS or low in TIMES or not low[-1].isalpha()
    return when_or_where or low == "out" or clause.texts[index] != low or clause.is_adverb(index)


def _to(clause: Clause, first: int, takes: str) -> int | None:
    if clause.lows[first] == "to" or (
        clause.lows[first] == "not" and clause.low(first + 1) == "to"
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


def _without_that(clause: Clause, first: int, addressee: bool, sure: bool) -> int | None:
    index = first
    if addressee:
        index = _over_addressee(clause, index)
        if index < len(clause) and clause.is_finite(index) and index > first:
            index = first  # "warned shops could close": no addressee but the subject
    index = over_when(clause, index)
    if index >= len(clause) - 1 or not clause.texts[index][0].isalnum():
        return None
    low = clause.lows[index]
    if (low in PREPOSITIONS and low != "over") or (low in CONJUNCTIONS and low != "so"):
        # "said in Kabul the plan ...": too unsure; "said on both sides people were ..." is rare.
        return None
    if low in AUXILIARIES and not addressee:  # "a law that critics say would ..."
        return index
    if low in SUBJECT_PRONOUNS or low == "there":
        return index if index + 1 < len(clause) and clause.texts[index + 1].isalpha() else None
    for verb in range(index + 1, len(clause)):
        if clause.is_quote(verb):  # its verb may be a quoted one: the deal "makes no sense"
            return index if clause.starts_phrase(index) else None
        if clause.is_finite(verb) and clause.lows[verb - 1] not in CONJUNCTIONS:
            return index
    # Its verb is one we do not know: "the industry supports 10 million jobs".
    return index if sure and len(clause) - index > 5 and clause.starts_phrase(index) else None


def _over_addressee(clause: Clause, index: int) -> int:
    if index >= len(clause):
        return index
    if clause.lows[index] in _OBJECTS:
        return index if clause.low(index + 1) in AUXILIARIES else index + 1
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
        if clause.is_finite(index):
            break
        one_name = clause.texts[index][0].isupper() and clause.texts[index - 1][0].isupper()
        begins = clause.starts_phrase(index) and not one_name
        if begins and clause.lows[index - 1] not in DETERMINERS:
            break
        index += 1
    return index
