"""What somebody is called: "called him a liar", "the reaction overdone"."""

from __future__ import annotations

from explainer.language.speech_clause import Clause
from explainer.language.speech_words import (
    CONJUNCTIONS,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    Cue,
)
from explainer.lexicon import entry
from explainer.word_set import word_set

_NO_NAME = word_set("second third few week day month year meeting halt lot bit number")


def named_so(clause: Clause, first: int, cue: Cue) -> bool:
    """Is the thing at `first` called something: "him a liar", "the deal as dead"?"""
    if "k" not in cue.takes and "d" not in cue.takes:
        return False
    if clause.lows[first] not in OBJECTS and not clause.starts_phrase(first):
        return False
    for index in range(first + 1, min(first + 7, len(clause) - 1)):
        low = clause.lows[index]
        if low in ",.;:" or clause.is_quote(index) or clause.is_finite(index):
            return False
        if low == "as" and "d" in cue.takes:
            return True
        after_noun = clause.lows[index - 1] not in PREPOSITIONS | CONJUNCTIONS | DETERMINERS
        if low == "the" and "k" in cue.takes and after_noun and _superlative(clause, index + 1):
            return True
        if low in ("a", "an") and "k" in cue.takes and after_noun:
            return clause.lows[index + 1] not in _NO_NAME
        if "k" in cue.takes and after_noun and index > first and _ends_as_quality(clause, index):
            return True
    return False


def _superlative(clause: Clause, at: int) -> bool:
    """Of "called him the most honest man", "the worst deal ever"."""
    low = clause.low(at)
    return low in ("most", "least", "only", "best", "worst") or low.endswith("est")


def _ends_as_quality(clause: Clause, index: int) -> bool:
    """Of "called the article false.": an adjective after which the sentence stops."""
    bases, after = entry(clause.lows[index]).bases, clause.low(index + 1)
    stops = not after or after in ",.;" or after in PREPOSITIONS or after in CONJUNCTIONS
    noun = "NOUN" in entry(clause.lows[index - 1]).bases or clause.lows[index - 1] in OBJECTS
    named = clause.texts[index - 1][0].isupper()
    if stops and "VBN" in entry(clause.lows[index]).verb_forms and clause.lows[index][-2:] != "ed":
        return noun or named  # "called the reaction overdone"
    return stops and "ADJ" in bases and not {"NOUN", "ADV"} & set(bases) and (noun or named)
