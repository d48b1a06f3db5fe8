"""The "that" of a report, over when, where and in what it was said."""

from __future__ import annotations

from explainer.language.speech_bounds import MEDIA, TIMES
from explainer.language.speech_clause import Clause
from explainer.language.speech_words import (
    ALSO_NOUNS,
    CONJUNCTIONS,
    CUES,
    DAYS,
    DETERMINERS,
    NOUN_CUES,
    PREPOSITIONS,
)

_PLACES_IT = frozenset({"in", "under", "during", "at", "after", "before", "on", "through"})


def that_after(clause: Clause, first: int, addressee: bool) -> int | None:
    """ "that", over "on Monday", "in a statement", "reporters in Kabul"."""
    for index in range(first, min(first + 16, len(clause))):
        low = clause.lows[index]
        if low == "that":
            if clause.lows[index - 1] in CONJUNCTIONS:
                return None  # "said he had not been told of it, and that": said by another
            sure = index == first or addressee or _leads_on(clause, index - 1)
            placed = clause.lows[first] in _PLACES_IT and 1 < index - first < 6
            if clause.lows[first] != "in" and clause.is_finite(index + 1):
                placed = False  # "said on a show that aired on Monday"
            placed = placed and clause.lows[index - 1] not in NOUN_CUES  # "in their brief that"
            return index if sure or placed or _in_writing(clause, first, index) else None
        before = clause.lows[index - 1]
        speaks = low in CUES and low not in MEDIA and before not in DETERMINERS
        speaks = speaks and not (low.endswith("ing") and before in PREPOSITIONS)
        speaks = speaks and not (low in ALSO_NOUNS and CUES[low].form == "base")  # "in a low voice"
        if clause.is_quote(index) or low in ".;:?!" or speaks:
            return None  # but "in an emailed statement that"
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
    return (
        when_or_where
        or low in ("out", "time", "hours", "days", "minutes", "weeks", "months", "years")
        or clause.texts[index] != low
        or clause.is_adverb(index)
    )
