"""A report without "that": "said the bridge was safe", "added he would", "asked she stay"."""

from __future__ import annotations

from explainer.language.speech_bounds import over_when
from explainer.language.speech_clause import Clause
from explainer.language.speech_tokens import RELATIVE
from explainer.language.speech_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    CUES,
    DETERMINERS,
    OBJECTS,
    PLURAL_SPEAKERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from explainer.lexicon import entry
from explainer.word_set import word_set

_WISHES = word_set("suggest recommend propose insist demand request")
_SURE = word_set("say think believe claim insist admit argue")


def begins_with_pronoun(clause: Clause, first: int) -> bool:
    """Of "added he would": a pronoun and its verb."""
    pronoun = clause.low(first) in SUBJECT_PRONOUNS or clause.low(first) == "there"
    return pronoun and first + 1 < len(clause) and clause.is_finite(first + 1)


def without_that(clause: Clause, first: int, addressee: bool, lemma: str) -> int | None:
    index = first
    if addressee:
        index = _over_addressee(clause, index)
        if index < len(clause) and clause.is_finite(index) and index > first:
            index = first  # "warned shops could close": no addressee but the subject
    index = over_when(clause, index)
    if index > first and clause.is_measure(index - 1):
        index -= 1  # "said nearly 90 people", and not 90
    if index > first and clause.low(index) in RELATIVE:
        return None  # "said at a news conference where he stood"
    if lemma in _WISHES and _subjunctive(clause, index):
        return index
    if index >= len(clause) - 1 or not (
        clause.texts[index][0].isalnum() or _is_money(clause, index)
    ):
        return None
    low = clause.lows[index]
    led = low in PREPOSITIONS and not clause.is_measure(index)
    if led and lemma in _SURE and _sets_off(clause, index):
        return index
    if led or (low in CONJUNCTIONS and low != "so"):
        # "said in Kabul the plan ...": too unsure; "said on both sides people were ..." is rare.
        return None
    if low in AUXILIARIES and not addressee:  # "a law that critics say would ..."
        return index
    if "'" in low and low.split("'")[0] in SUBJECT_PRONOUNS:
        return index  # "said we'd get it"
    if low == "it" and not _it_acts(clause, index + 1):
        return None  # "say it out loud"
    if low in SUBJECT_PRONOUNS or low == "there":
        if lemma == "report" and not clause.is_finite(index + 1):
            return None  # "reported it to her superior, who"
        return index if index + 1 < len(clause) and clause.texts[index + 1].isalpha() else None
    for verb in range(index + 1, len(clause)):
        cue = CUES.get(clause.lows[verb])
        if cue and cue.form == "ing" and clause.texts[verb - 1] == ",":
            return None  # "told the host on Sunday, adding that it was"
        if clause.is_quote(verb):  # its verb may be a quoted one: the deal "makes no sense"
            return index if clause.starts_phrase(index) else None
        if lemma == "report" and clause.lows[verb] in RELATIVE | {"that", ","}:
            return None  # "reported a profit that beat forecasts"
        if clause.is_finite(verb) and clause.lows[verb - 1] not in CONJUNCTIONS:
            return index
    # Its verb is one we do not know: "the industry supports 10 million jobs".
    if lemma not in _SURE:
        return None
    long = len(clause) - index > 4 and clause.starts_phrase(index)
    return index if long or acts(clause, index) else None


def _it_acts(clause: Clause, first: int) -> bool:
    """Of "said it helped": does "it" do something?"""
    acts_next = {"VBD", "VBZ"} & set(entry(clause.low(first)).verb_forms)
    return bool(acts_next) or clause.has_finite(first, min(first + 3, len(clause)))


_SOME = word_set("none nobody everyone everybody someone somebody anyone nothing everything")


def _is_money(clause: Clause, index: int) -> bool:
    """Of "said $2 million was missing"."""
    return clause.texts[index] in "$£€¥" and clause.text(index + 1)[:1].isdigit()


def _sets_off(clause: Clause, first: int) -> bool:
    """Of "said despite the warnings, people went in": a phrase over a comma, then who did what."""
    comma = clause.next_comma(first)
    if comma is None or comma - first > 8 or comma + 2 >= len(clause):
        return False
    if clause.has_finite(first, comma) or not clause.starts_phrase(comma + 1):
        return False
    return clause.has_finite(comma + 2, len(clause)) or acts(clause, comma + 1)


def acts(clause: Clause, first: int) -> bool:
    """Of "gunmen opened fire", "the agency ignored warnings": a noun, and a verb in the past."""
    noun = clause.starts_phrase(first) or clause.is_plural(first) or clause.low(first)[-3:] == "men"
    noun = noun or clause.low(first) in _SOME
    for index in range(first + 1, min(first + 8, len(clause))):
        low = clause.lows[index]
        if not noun or not low[0].isalpha():
            return False
        before = clause.lows[index - 1]
        led = before in DETERMINERS or before in PREPOSITIONS or before in CONJUNCTIONS
        if clause.texts[index] == low and not led and "VBD" in entry(low).verb_forms:
            return True
    return False


def _role_between(clause: Clause, index: int) -> bool:
    """Of "told Fox News host Ben Brady": "host"."""
    named = clause.text(index + 1)[:1].isupper() and not clause.is_finite(index)
    return named and "NOUN" in entry(clause.lows[index]).bases


def _over_addressee(clause: Clause, index: int) -> int:
    if index >= len(clause):
        return index
    if clause.lows[index] in OBJECTS:
        return index if clause.low(index + 1) in AUXILIARIES else index + 1
    if clause.texts[index][0].isupper() and clause.lows[index] not in DETERMINERS:
        while index < len(clause) and (
            clause.texts[index][0].isupper() or _role_between(clause, index)
        ):
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
        compound = low in PLURAL_SPEAKERS and not clause.lows[index - 1].endswith("s")
        begins = clause.starts_phrase(index) and not one_name and not compound
        if begins and clause.lows[index - 1] not in DETERMINERS:
            break
        index += 1
    return index


def _subjunctive(clause: Clause, index: int) -> bool:
    """Of "suggested Smith publish a summary": a name or pronoun and a bare verb."""
    verb = index + (clause.low(index) in SUBJECT_PRONOUNS)
    while clause.text(verb)[:1].isupper() or (clause.low(verb) == "." and verb > index):
        verb += 1
    low = clause.low(verb)
    return verb > index and low.isalpha() and low in entry(low).bases.get("VERB", ())
