"""A noun that says something was said: "Smith's claim that …", "a warning from Lund that …"."""

from __future__ import annotations

from explainer.language.speech_bounds import BE, Content, content_end, object_end
from explainer.language.speech_clause import Clause
from explainer.language.speech_nouns import Act
from explainer.language.speech_tokens import SOFT, Phrase
from explainer.language.speech_words import (
    AUXILIARIES,
    CUES,
    DAYS,
    DETERMINERS,
    NOUN_CUES,
    PREPOSITIONS,
    Cue,
)
from explainer.lexicon import entry
from explainer.word_set import word_set

_POSSESSIVES = word_set("his her their its")
_LIGHT = word_set(
    "express expressed expresses expressing voice voiced voices made make makes issued issues gave "
    "gives repeated repeats offered raised had has have renewed reiterated defended withdrew "
    "withdrawn retracted kept broke broken"
)
# These say something of their own only where it is told from whom they come.
_REPORTS = {
    noun: Cue(noun, "statement", "t", "noun")
    for noun in (
        *("report", "letter", "message", "threat", "account", "evidence", "advice", "tip"),
        *("feeling", "sense", "consensus", "perception", "agreement"),
    )
}
_VOICED = word_set("express expressed expresses expressing voice voiced voices voicing")
_ABOUT = frozenset({"about", "over", "at"})
_FROM = frozenset({"from", "by", "among"})


def of_noun(clause: Clause, at: int) -> Act | None:
    """The act whose cue is the noun at token `at`; nobody's unless somebody owns it."""
    low, after = clause.lows[at], clause.low(at + 1)
    cue = NOUN_CUES.get(low)
    if after in _FROM:
        return _from_somebody(clause, at, cue or _REPORTS.get(low))
    if cue is not None and after == "that":
        return _with_that(clause, at, cue, at + 2, _owner_of(clause, at))
    if cue is not None and after in BE and clause.low(at + 2) == "that" and at + 4 < len(clause):
        # "his argument is that the tax hurts the poor"
        whole = Content(at + 3, content_end(clause, at + 3))
        return Act(at, cue, _owner_of(clause, at), (whole,))
    if cue is not None and after in _ABOUT:
        return _about(clause, at, cue)
    return _of_somebody(clause, at, cue) if cue is not None and after == "of" and at else None


def _about(clause: Clause, at: int, cue: Cue) -> Act | None:
    """ "Kerry expressed grave concern about the deaths"."""
    verb = at - 1 if clause.low(at - 1) in _VOICED else at - 2
    if clause.low(verb) not in _VOICED or at + 3 > len(clause):
        return None
    owner = clause.subject_before(verb)
    end = object_end(clause, at + 2, content_end(clause, at + 2))
    return Act(at, cue, owner, (Content(at + 2, end),)) if owner else None


def _from_somebody(clause: Clause, at: int, cue: Cue | None) -> Act | None:
    """ "A warning from its engineers that the dam could burst"."""
    phrase = clause.phrase_after(at + 2, sure=True) if cue else None
    if cue is None or phrase is None or clause.low(phrase.end) != "that":
        return None
    if clause.low(at - 1) in _FROM:
        return None
    return _with_that(clause, at, cue, phrase.end + 1, phrase)


def _with_that(clause: Clause, at: int, cue: Cue, begin: int, owner: Phrase | None) -> Act | None:
    end = content_end(clause, begin)
    if _is_relative(clause, begin, end) or clause.is_finite(begin):
        return None  # "a finding that may help"
    end = _before_main_clause(clause, at, begin, end)
    return Act(at, cue, owner, (Content(begin, end),)) if end - begin > 1 else None


def _before_main_clause(clause: Clause, at: int, begin: int, end: int) -> int:
    """Where what the noun says ends, if the verb of the sentence is still to come."""
    if clause.has_finite(0, at):
        return end
    if clause.lows[0] in PREPOSITIONS:  # "Amid fears that it would fall, the town closed it"
        comma = clause.next_comma(begin)
        if comma is None or comma >= end or not clause.has_finite(begin, comma):
            return end
        return comma if clause.has_finite(comma + 1, len(clause)) else end
    if at > 5:
        return end
    verbs = [i for i in range(begin + 1, end) if clause.is_finite(i) and not _goes_on(clause, i)]
    return verbs[1] if len(verbs) > 1 else end


def _owner_of(clause: Clause, at: int) -> Phrase | None:
    own = _possessive_before(clause, at)
    if own is not None:
        bound = clause.lows[own] in _POSSESSIVES and clause.low(own - 1) in _LIGHT
        subject = clause.subject_before(own - 1) if bound else None
        return subject or _owner(clause, own + 1)
    for verb in (at - 1, at - 2):
        if clause.low(verb) in _LIGHT:
            return clause.subject_before(verb)
    return None


def _possessive_before(clause: Clause, at: int) -> int | None:
    """Where "his", "Lund's" stands before the noun at `at`, over an adjective: "his old claim"."""
    for index in (at - 1, at - 2):
        low = clause.low(index)
        if low in _POSSESSIVES or low.endswith("'s"):
            return index
        if "ADJ" not in entry(low).bases:
            return None
    return None


def _of_somebody(clause: Clause, at: int, cue: Cue) -> Act | None:
    """ "Smith's claims of fraud": somebody's, with what they are of."""
    own = clause.lows[at - 1] in _POSSESSIVES or clause.lows[at - 1].endswith("'s")
    owner = _owner(clause, at) if own and cue.stance != "statement" else None
    end, stop = at + 2, content_end(clause, at + 2)
    while end < stop and clause.texts[end] not in SOFT and not clause.is_finite(end):
        end += 1
    return Act(at, cue, owner, (Content(at + 2, end),)) if owner and end > at + 2 else None


def _owner(clause: Clause, at: int) -> Phrase:
    """Of "Anna Lund's claim": "Anna Lund's"; of "the airline's claim": "the airline's"."""
    first = at - 1
    if not clause.lows[at - 1].endswith("'s"):
        return Phrase(first, at)
    while first > 0 and clause.texts[first - 1][0].isupper():
        first -= 1
    for index in range(first, max(-1, first - 3), -1):
        if clause.lows[index] in DETERMINERS:
            return Phrase(index, at)
        if not clause.texts[index][0].isalpha() or clause.lows[index] in PREPOSITIONS:
            break
    return Phrase(first, at)


def _goes_on(clause: Clause, index: int) -> bool:
    """Is the verb at `index` one with the one before it, as in "had tested"?"""
    before = index - 1
    while clause.is_adverb(before):
        before -= 1
    return clause.is_finite(before)


def _is_relative(clause: Clause, begin: int, end: int) -> bool:
    """ "a claim that the army (has) denied at once": what it denied is the claim."""
    verbs = [i for i in range(begin, end) if clause.is_finite(i) or i == end - 1]
    if not verbs:
        return False
    at = verbs[0]
    for verb in verbs[1:]:
        if not _goes_on(clause, verb):
            break
        if clause.lows[verb] in AUXILIARIES and clause.low(at) not in AUXILIARIES:
            return True  # "the claim that he made was false"
        at = verb
    cue, after = CUES.get(clause.lows[at]), clause.low(at + 1)
    fits = cue is not None and cue.form in ("past", "s") and "n" in cue.takes
    named = cue is not None and "k" in cue.takes and "ADJ" in entry(after).bases
    named = named or (cue is not None and "d" in cue.takes and after == "as")
    if named:
        return True  # "a statement that NATO calls absurd"
    return fits and (
        at + 1 >= end or after == "as" or after in PREPOSITIONS or after in ",.;" or after in DAYS
    )
