"""What "is said", "was told", "has been accused": nobody, or the one after "by", as the speaker."""

from __future__ import annotations

from explainer.language.speech_bounds import Content, content_end, over_when
from explainer.language.speech_clause import Clause
from explainer.language.speech_nouns import Act
from explainer.language.speech_reported import content_after
from explainer.language.speech_tokens import Phrase
from explainer.language.speech_words import QUESTIONS, SUBJECT_PRONOUNS, Cue
from explainer.word_set import word_set

# "is said to", "is believed to"; but "is expected to" is the narrator's own look ahead.
_OF_BELIEF = word_set("say believe think report allege fear claim suspect know tell understand")
_BEGINS = SUBJECT_PRONOUNS | word_set("there the his her its their")  # "was told it was over"
_AFTER_AGENT = {"as": "dn", "of": "a", "that": "t", "to": "io"}


def of_passive(clause: Clause, at: int, cue: Cue) -> Act | None:
    """The act of the past participle at token `at`, after a form of "be"."""
    agent = next((i for i in (at + 1, over_when(clause, at + 1)) if clause.low(i) == "by"), None)
    if agent is not None:  # "was described by one visitor as"
        return by_agent(clause, at, cue, agent) or Act(at, cue, clause.phrase_after(agent + 1))
    content = _content(clause, at, cue)
    return Act(at, cue, None, (content,), passive=True) if content else None


def of_opening(clause: Clause, at: int, cue: Cue) -> Act | None:
    """ "Asked whether he would go, he laughed"; "Lee, told that it had closed, wept"."""
    after = clause.low(at + 1)
    known = after == "that" or (after in QUESTIONS and "w" in cue.takes)
    if known and at > 1 and clause.lows[at - 1] == "when" and at + 2 < len(clause):
        first = at + 1 + (after == "that")  # "she said when asked if she would go"
        end = content_end(clause, first)
        comma = clause.next_comma(first)
        return Act(at, cue, None, (Content(first, min(end, comma or end)),), passive=True)
    if at and clause.texts[at - 1] not in (",", "When"):
        return None
    comma = clause.next_comma(at + 2) if known else None
    if comma is None or (at and (clause.is_quote(at - 2) or not clause.is_finite(comma + 1))):
        return None
    first = at + 1 + (after == "that")
    return Act(at, cue, None, (Content(first, comma),), passive=True) if comma > first + 1 else None


def by_agent(clause: Clause, at: int, cue: Cue, by: int) -> Act | None:
    """ "described by one visitor as", "accused by his rival of", "reported by the Ledger that"."""
    phrase = clause.phrase_after(by + 1, clause.is_plural(by + 1))
    if phrase is None:
        return None
    of = next((i for i in range(by + 2, phrase.end) if clause.lows[i] == "of"), None)
    if of is not None and "a" in cue.takes:
        phrase = Phrase(phrase.first, of)
    end = phrase.end
    beside = clause.apposition(phrase)
    if beside and clause.low(beside.end) == "," and clause.low(beside.end + 1) in _AFTER_AGENT:
        end = beside.end + 1  # "assured by the chairman, Neil Prosser, that"
    then = clause.low(end)
    takes = _AFTER_AGENT.get(then)
    if takes is None or set(takes).isdisjoint(cue.takes):
        return None
    first = end + (then != "to")
    if first >= len(clause) or clause.is_quote(first):
        return Act(at, cue, phrase)
    end = content_end(clause, first)
    comma = clause.next_comma(first)
    if comma is not None and comma < end and clause.is_finite(comma + 1):
        end = comma  # "Abara, accused by his rival of dodging taxes, showed"
    return Act(at, cue, phrase, (Content(first, end),))


def from_source(clause: Clause, at: int, cue: Cue) -> Act | None:
    """ "Barrow heard from voters that the roads were bad": it is the voters who say so."""
    if cue.lemma not in ("hear", "learn") or clause.low(at + 1) != "from":
        return None
    phrase = clause.phrase_after(at + 2, sure=True)
    if phrase is None or clause.low(phrase.end) != "that" or phrase.end + 2 >= len(clause):
        return None
    begin = phrase.end + 1
    return Act(at, cue, phrase, (Content(begin, content_end(clause, begin)),))


def _content(clause: Clause, at: int, cue: Cue) -> Content | None:
    after = clause.low(at + 1)
    to = after == "to" or (after == "not" and clause.low(at + 2) == "to")
    if to and cue.lemma in _OF_BELIEF and clause.low(at + 2).isalpha():
        return Content(at + 1, content_end(clause, at + 1))
    if after == "of" and "a" in cue.takes and at + 2 < len(clause):
        return Content(at + 2, content_end(clause, at + 2))
    content = content_after(clause, at, cue)
    if content is None:
        return None
    that = clause.lows[content.first - 1] == "that"
    asked = ("w" in cue.takes or cue.lemma == "know") and after in QUESTIONS
    told = cue.lemma == "tell" and content.first == at + 1 and after in _BEGINS
    return content if that or asked or told else None
