"""Who says it: the subject of a reporting verb, or who stands beside its participle."""

from __future__ import annotations

from explainer.language.speech_bounds import BE
from explainer.language.speech_clause import Clause
from explainer.language.speech_nouns import Act
from explainer.language.speech_tokens import Phrase
from explainer.language.speech_words import DETERMINERS, PREPOSITIONS, Cue
from explainer.word_set import word_set

_SIGNS = word_set(
    "petition petitions sign signs banner banners placard placards poster posters leaflet leaflets "
    "resolution lawsuit suit graffiti"
)


def subject_of(clause: Clause, at: int, cue: Cue, acts: list[Act]) -> Phrase | None:
    """The subject of the verb at token `at`; `acts` are those before it."""
    if cue.form == "ing":
        quoted = _quoted_as(clause, at) or _beside_with(clause, at) or _on_a_sign(clause, at)
        if quoted:
            return quoted
    elif clause.low(at - 1) != "having":  # "denied having called him a fool"
        phrase = clause.subject_before(at, _after_last_quote(clause, at))
        if phrase:
            return phrase
    earlier = next((act for act in reversed(acts) if act.phrase), None)
    if earlier and cue.form in ("ing", "past", "s"):
        return earlier.phrase
    if cue.form == "ing" or clause.low(at - 1) == "to":
        return clause.first_phrase(0, at)
    return None


def _quoted_as(clause: Clause, at: int) -> Phrase | None:
    """ "was quoted as saying", "quoted a diplomat as saying"."""
    if clause.low(at - 1) != "as":
        return None
    for index in range(at - 2, max(-1, at - 14), -1):
        if clause.lows[index] in ("quoted", "cited", "reported"):
            if clause.low(index - 1) in BE:
                return clause.subject_before(index)
            if clause.lows[index + 1] in ("him", "her", "them"):
                return Phrase(index + 1, index + 2)
            phrase = clause.phrase_after(index + 1)
            return Phrase(phrase.first, min(phrase.end, at - 1)) if phrase else None
    return None


def _on_a_sign(clause: Clause, at: int) -> Phrase | None:
    """Of "a petition demanding", "held signs saying": the petition, and not who holds it."""
    first = at - 1
    if clause.low(first) not in _SIGNS:
        return None
    while clause.low(first - 1)[:1].isalpha() and clause.lows[first] not in DETERMINERS:
        if clause.lows[first - 1] in PREPOSITIONS or clause.is_finite(first - 1):
            break
        first -= 1
    return Phrase(first, at)


def _beside_with(clause: Clause, at: int) -> Phrase | None:
    """Of ", with one source claiming", "a report by the office estimating": the source."""
    for index in range(at - 1, max(-1, at - 9), -1):
        if clause.lows[index] in ("with", "by", "from"):
            return Phrase(index + 1, at) if index + 1 < at else None
        if not clause.texts[index][0].isalnum():
            return None
    return None


def _after_last_quote(clause: Clause, at: int) -> int:
    return next((index + 1 for index in reversed(clause.quotes) if index < at), 0)
