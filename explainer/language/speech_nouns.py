"""An act of speech; and those whose cue is no verb: "according to", "his claim that", a colon."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.language.speech_bounds import BE, Content, content_end
from explainer.language.speech_clause import Clause
from explainer.language.speech_tokens import Phrase
from explainer.language.speech_words import PLURAL_SPEAKERS, PREPOSITIONS, SUBJECT_PRONOUNS, Cue
from explainer.word_set import word_set

_ACCORDING = Cue("according to", "statement", "", "past")
_IN_WORDS = Cue("in the words of", "statement", "q", "past")
_COLON = Cue(":", "statement", "q", "past")
_VIEW = Cue("view", "opinion", "", "past")
VIEWS = word_set("view opinion estimation judgment judgement")
SURE_OF = word_set(
    "confident convinced certain sure afraid worried concerned hopeful optimistic adamant aware "
    "sceptical skeptical doubtful pleased glad sorry disappointed angry proud clear"
)
_DEGREES = word_set("very quite more so most pretty fairly increasingly as")
_STAYS = word_set("remain remains remained seem seems seemed sound sounded felt feels")
_MADE = word_set("made make makes making")
_NOBODY = word_set("it there this that what which nobody")
_MORE_OF_IT = PREPOSITIONS | {"who", "familiar", "close"}
_POSSESSIVES = word_set("his her their its")


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
        return _according(clause, at, at + 2)
    if low == "per" and clause.low(at - 1) == "as":
        return _according(clause, at - 1, at + 1)
    if low in VIEWS and clause.low(at - 2) == "in":
        return _in_the_view(clause, at)
    if low == "words" and clause.low(at - 2) == "in" and clause.low(at + 1) == "of":
        return Act(at, _IN_WORDS, clause.phrase_after(at + 2))
    if low in SURE_OF:
        return _sure_of(clause, at)
    return None


def _in_the_view(clause: Clause, at: int) -> Act | None:
    """ "In her view the plan …", "the trouble, in the view of Feld, is …"."""
    if clause.lows[at - 1] in _POSSESSIVES:
        phrase: Phrase | None = Phrase(at - 1, at)
    elif clause.low(at + 1) == "of":
        phrase = clause.phrase_after(at + 2, sure=True)
    else:
        return None
    if phrase is None:
        return None
    end = max(phrase.end, at + 1)
    before = _before(clause, at - 2)
    return Act(at, _VIEW, phrase, (*before, *_until_end(clause, end + (clause.low(end) == ","))))


def _sure_of(clause: Clause, at: int) -> Act | None:
    """ "She is confident that …", "the minister made (it) clear (that) …"."""
    verb = at - 1
    while verb > 0 and (clause.is_adverb(verb) or clause.lows[verb] in _DEGREES):
        verb -= 1
    if clause.lows[at] == "clear":
        verb -= clause.low(verb) == "it"
        fits = clause.low(verb) in _MADE
    else:
        fits = clause.low(verb).removesuffix("n't") in BE | _STAYS
    first = at + 1 + (clause.low(at + 1) == "that")
    pronoun = clause.low(first) in SUBJECT_PRONOUNS and clause.low(first) != "you"
    if not fits or not (first > at + 1 or pronoun) or first + 1 >= len(clause):
        return None
    phrase = clause.subject_before(verb)
    if phrase is None or clause.lows[phrase.first] in _NOBODY:
        return None
    return Act(at, _VIEW, phrase, _until_end(clause, first))


def _before(clause: Clause, end: int, least: int = 3) -> tuple[Content, ...]:
    """What stands before token `end`, over a comma, if it has at least so many words."""
    end -= clause.low(end - 1) == ","
    begin = max((i + 1 for i in range(max(end, 0)) if clause.texts[i] in ";:"), default=0)
    return (Content(begin, end),) if end - begin >= least else ()


def _according(clause: Clause, at: int, first: int) -> Act | None:
    """The one according to whom it is so, whose words begin at `first`."""
    phrase = clause.phrase_after(first, sure=True)
    if phrase is None:
        return None
    many = clause.lows[phrase.end - 1] in PLURAL_SPEAKERS
    told = clause.low(phrase.end).endswith("ed") and clause.low(phrase.end + 1) in PREPOSITIONS
    if many and told:
        end = phrase.end + 1  # "two people briefed on the matter"
        while end < len(clause) and clause.texts[end][0].isalnum() and not clause.is_finite(end):
            end += 1
        phrase = Phrase(phrase.first, end)
    if at > 1 or (at and clause.texts[at - 1] == ","):
        rest = _rest(clause, phrase) if clause.texts[at - 1] == "," else ()
        return Act(at, _ACCORDING, phrase, (*_before(clause, at, 2 if rest else 3), *rest))
    comma = clause.next_comma(phrase.end)
    if comma is not None and clause.lows[comma + 1 : comma + 2] and clause.explains(phrase):
        second = clause.next_comma(comma + 1)
        if second is not None and not clause.has_finite(comma + 1, second):
            comma = second
    return Act(at, _ACCORDING, phrase, _until_end(clause, comma + 1) if comma is not None else ())


def _rest(clause: Clause, phrase: Phrase) -> tuple[Content, ...]:
    """Of "The driver, according to police, had slept": its verb and what follows."""
    beside = clause.apposition(phrase)
    if beside and not (clause.explains(phrase) or clause.names(beside)):
        beside = None
    after = beside.end if beside else phrase.end
    if clause.low(after) in _MORE_OF_IT or clause.low(after).endswith("ed"):
        after = clause.next_comma(after) or after  # "two people briefed on it"
    verb = after + 1
    while verb < len(clause) and clause.is_adverb(verb):
        verb += 1
    if clause.low(after) != "," or verb + 1 >= len(clause) or not clause.is_finite(verb):
        return ()
    return _until_end(clause, after + 1)


def _until_end(clause: Clause, first: int) -> tuple[Content, ...]:
    return (Content(first, content_end(clause, first)),) if first < len(clause) else ()


def before_colon(clause: Clause) -> list[Act]:
    """No verb of speech, yet a colon and a quotation: "Her rival hit back: …"."""
    for at in range(1, len(clause) - 1):
        if clause.texts[at] == ":" and clause.is_quote(at + 1):
            phrase = clause.first_phrase(0, at)
            return [Act(at, _COLON, phrase)] if phrase else []
    return []
