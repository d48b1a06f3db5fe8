"""An act of speech; and those whose cue is no verb: "according to", "his claim that", a colon."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.language.speech_bounds import Content, content_end
from explainer.language.speech_clause import Clause
from explainer.language.speech_tokens import Phrase
from explainer.language.speech_words import CUES, NOUN_CUES, Cue
from explainer.word_set import word_set

_ACCORDING = Cue("according to", "statement", "", "past")
_IN_WORDS = Cue("in the words of", "statement", "q", "past")
_COLON = Cue(":", "statement", "q", "past")
_VIEW = Cue("view", "opinion", "", "past")
VIEWS = word_set("view opinion estimation judgment judgement")
_POSSESSIVES = word_set("his her their its")
_LIGHT = word_set(
    "express expressed expresses expressing voice voiced voices made make makes issued issues gave "
    "gives repeated repeats offered raised had has have"
)


@dataclass(slots=True)
class Act:
    """The cue at token `at`, its subject, and what it reports in the same sentence.

    `inverted`: the speaker follows the verb. `passive`: nobody is said to have spoken.
    """

    at: int
    cue: Cue
    phrase: Phrase | None
    contents: tuple[Content, ...] = ()
    inverted: bool = False
    passive: bool = False


def without_verb(clause: Clause, at: int) -> Act | None:
    """The act whose cue, no verb, stands at token `at`."""
    low = clause.lows[at]
    if low == "according" and clause.low(at + 1) == "to":
        return _according(clause, at)
    if low in VIEWS and clause.low(at - 2) == "in" and clause.lows[at - 1] in _POSSESSIVES:
        return Act(at, _VIEW, Phrase(at - 1, at), _until_end(clause, at + 1))
    if low == "words" and clause.low(at - 2) == "in" and clause.low(at + 1) == "of":
        return Act(at, _IN_WORDS, clause.phrase_after(at + 2))
    if low in NOUN_CUES and clause.low(at + 1) == "that":
        return _of_noun(clause, at, NOUN_CUES[low])
    return None


def _according(clause: Clause, at: int) -> Act | None:
    phrase = clause.phrase_after(at + 2, sure=True)
    if phrase is None:
        return None
    if at > 2:
        end = at - 1 if clause.texts[at - 1] == "," else at
        begin = max((i + 1 for i in range(end) if clause.texts[i] == ";"), default=0)
        contents = (Content(begin, end),) if end - begin > 2 else ()
        return Act(at, _ACCORDING, phrase, contents)
    comma = clause.next_comma(phrase.end)
    if comma is not None and clause.lows[comma + 1 : comma + 2] and clause.explains(phrase):
        second = clause.next_comma(comma + 1)
        if second is not None and not clause.has_finite(comma + 1, second):
            comma = second
    return Act(at, _ACCORDING, phrase, _until_end(clause, comma + 1) if comma is not None else ())


def _of_noun(clause: Clause, at: int, cue: Cue) -> Act | None:
    """ "Smith's claim that …", "fears that …"; nobody's unless somebody owns it."""
    owner = None
    before = clause.low(at - 1)
    if before in _POSSESSIVES:
        owner = Phrase(at - 1, at)
    elif before.endswith("'s"):
        first = at - 1
        while first > 0 and clause.texts[first - 1][0].isupper():
            first -= 1
        owner = Phrase(first, at)
    elif before in _LIGHT or clause.low(at - 2) in _LIGHT:
        verb = at - 1 if before in _LIGHT else at - 2
        owner = clause.subject_before(verb)
    begin, end = at + 2, content_end(clause, at + 2)
    last = CUES.get(clause.lows[end - 1])
    if last and last.form == "past" and "n" in last.takes:
        return None  # "a claim that the army has denied"
    if at <= 5 and not clause.has_finite(0, at):
        verbs = [index for index in range(begin + 1, end) if clause.is_finite(index)]
        end = verbs[1] if len(verbs) > 1 else end
    return Act(at, cue, owner, (Content(begin, end),)) if end - begin > 1 else None


def _until_end(clause: Clause, first: int) -> tuple[Content, ...]:
    return (Content(first, content_end(clause, first)),) if first < len(clause) else ()


def before_colon(clause: Clause) -> list[Act]:
    """No verb of speech, yet a colon and a quotation: "Her rival hit back: …"."""
    for at in range(1, len(clause) - 1):
        if clause.texts[at] == ":" and clause.is_quote(at + 1):
            phrase = clause.first_phrase(0, at)
            return [Act(at, _COLON, phrase)] if phrase else []
    return []
