"""Reported speech without quotation marks: which words are the report."""

from __future__ import annotations

from explainer.language.speech_bare import begins_with_pronoun, without_that
from explainer.language.speech_bounds import (
    BE,
    Content,
    content_end,
    object_end,
    over_when,
)
from explainer.language.speech_clause import Clause
from explainer.language.speech_ends import aside_end, before_main_verb, before_next_ing
from explainer.language.speech_named import named_so
from explainer.language.speech_that import that_after
from explainer.language.speech_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECTS,
    PREPOSITIONS,
    QUESTIONS,
    Cue,
)
from explainer.lexicon import entry
from explainer.word_set import word_set

# A plan or a bill is rejected by a vote; what was said is rejected by saying so.
_BY_VOTE = word_set("reject dismiss mock")
_SPOKEN = word_set(
    "claim claims allegation allegations accusation accusations criticism criticisms charge "
    "charges suggestion suggestions report reports idea ideas notion rumour rumours rumor rumors "
    "assertion assertions argument arguments comparison comparisons remarks concerns fears talk"
)
_OF_DOING = word_set("admit acknowledge recall remember report recommend suggest propose mention")
_ASKS = frozenset({"whether", "if", "how", "why", "what"})  # but "asked the man who had called"
_OF_A_THING = frozenset("nkd")  # what a verb takes where a noun phrase is what is said
_GIVES = frozenset({"promise", "pledge", "demand", "propose", "predict"})
_NOT_CONTENT = frozenset({"so", "no", "yes", "nothing", "little", "goodbye"})


def content_after(clause: Clause, at: int, cue: Cue) -> Content | None:
    """What the verb at token `at` reports, where it follows the verb."""
    first = at + 1
    if first >= len(clause):
        return None
    if says_no_more(clause, first) or _when_asked(clause, first):
        return None
    if clause.texts[first] == "," and clause.is_quote(min(first + 1, len(clause) - 1)):
        return None
    begin = _content_start(clause, at, first, cue)
    if begin is None:
        return None
    end = min(content_end(clause, begin), aside_end(clause, at, begin))
    if cue.form == "ing":
        end = before_next_ing(clause, begin, end)
    elif clause.low(at - 1) == "who":
        clausal = "n" not in cue.takes and "to" not in clause.lows[begin : begin + 3]
        end = before_main_verb(clause, at, Content(begin, end), clausal)
    thing = clause.lows[begin] != "to"
    whole_thing = thing and begin == first and not _OF_A_THING.isdisjoint(cue.takes)
    if whole_thing or (begin == first + 1 and "g" in cue.takes):
        end = object_end(clause, begin, end)
    whole = begin == first or clause.lows[begin - 1] in ("for", "of", "about", "against")
    return Content(begin, end) if end > begin + (not whole) else None


def says_no_more(clause: Clause, first: int) -> bool:
    """Is it but "so", "no", "little" that was said?"""
    return clause.low(first) in _NOT_CONTENT and not _is_subject(clause, first)


def _is_subject(clause: Clause, first: int) -> bool:
    """Of "said nothing prevents it", and not of "said nothing about it", "said no"."""
    after = clause.low(first + 1)
    return after[:1].isalpha() and after not in PREPOSITIONS and after not in CONJUNCTIONS


def _content_start(clause: Clause, at: int, first: int, cue: Cue) -> int | None:
    if clause.lows[first] == "to" and "i" in cue.takes:
        return first
    if "t" in cue.takes:
        that = that_after(clause, first, "o" in cue.takes)
        if that is not None and that > first and cue.lemma in _GIVES and clause.is_finite(that + 1):
            that = None  # "promised an administration that is open"
        if that is not None and clause.low(that + 1) in BE:
            return that  # "said that was money it did not have"
        if that is not None:
            return that + 1 if that + 1 < len(clause) else None
    low = clause.lows[first]
    if "f" in cue.takes and low == "for":
        return first + 1 if first + 1 < len(clause) else None
    if "f" in cue.takes and low in ("on", "upon") and _to(clause, first + 1, "x") is not None:
        return first + 1
    about = over_when(clause, first + (low in OBJECTS))  # "warned them on Monday against"
    if "g" in cue.takes and clause.low(about) in ("of", "about", "against"):
        return about + 1 if about + 1 < len(clause) else None
    if named_so(clause, first, cue):
        return first
    if "w" in cue.takes and low in QUESTIONS:
        return first
    if "w" in cue.takes and "whether" in clause.lows[first : first + 9]:
        whether = over_when(clause, first)  # "wondered aloud whether"
        if clause.low(whether) == "whether":
            return whether
    if "w" in cue.takes and "o" in cue.takes and not _ASKS.isdisjoint(clause.lows[first:]):
        asked = _asked(clause, first)
        if asked is not None:
            return asked
    if "i" in cue.takes or "x" in cue.takes:
        to = _to(clause, first, cue.takes)
        if to is not None:
            return to if low == "with" else first  # "pleaded with them to stay"
    if "b" in cue.takes and _to(clause, first, "x") is not None:
        return first
    if cue.lemma == "tell" and (to := _told_to(clause, first)) is not None:
        return to
    if "z" in cue.takes and not (cue.lemma == "add" and clause.low(at - 1) in AUXILIARIES):
        start = without_that(clause, first, "o" in cue.takes, cue.lemma)
        if start is not None:
            return start
    if "y" in cue.takes and begins_with_pronoun(clause, over_when(clause, first)):
        return over_when(clause, first)
    if cue.lemma in _OF_DOING and low.endswith("ing") and "VBG" in entry(low).verb_forms:
        return first
    if "p" in cue.takes and _put_at(clause, first):
        return first
    if "d" in cue.takes and "as" in clause.lows[first : first + 7]:
        return None
    if "n" in cue.takes and clause.lows[at - 1] not in BE:
        counted = cue.stance == "estimate" and low[0].isdigit()  # "projects 17 million"
        noun = (
            (counted or clause.texts[first][0].isalpha())
            and low not in PREPOSITIONS
            and low != "as"
        )
        if cue.lemma == "promise" and clause.is_plural(first + 1) and clause.is_plural(first + 2):
            return None  # "promised two bankers posts"
        if noun and low not in CONJUNCTIONS and not clause.is_adverb(first):
            return first if cue.lemma not in _BY_VOTE or _spoken(clause, first) else None
    return None


def _told_to(clause: Clause, first: int) -> int | None:
    """Of "told the parents to stay": where "to stay" begins."""
    for index in range(first + 1, min(first + 6, len(clause) - 1)):
        if clause.is_finite(index) or not clause.texts[index][0].isalnum():
            return None
        if clause.lows[index] == "to":
            bare = "VERB" in entry(clause.lows[index + 1]).bases
            return index if bare else None
    return None


def _when_asked(clause: Clause, first: int) -> bool:
    """Of "said when asked if he would go", "said when pressed"."""
    return clause.low(first) == "when" and clause.low(first + 1).endswith("ed")


def _asked(clause: Clause, first: int) -> int | None:
    """Of "asked the mayor whether she would go": where the question begins."""
    if clause.lows[first] not in OBJECTS and not clause.starts_phrase(first):
        return None
    for index in range(first + 1, min(first + 8, len(clause))):
        low = clause.lows[index]
        if low in _ASKS:
            return index
        if not low[0].isalnum() or clause.is_quote(index) or clause.is_finite(index):
            return None
    return None


def _put_at(clause: Clause, first: int) -> bool:
    """Of "put the number at more than 100": something and its figure."""
    at = next((i for i in range(first, min(first + 8, len(clause))) if clause.lows[i] == "at"), 0)
    return at > 0 and any(
        clause.low(i)[:1].isdigit() or clause.low(i) == "$" for i in range(at + 1, at + 4)
    )


def _spoken(clause: Clause, first: int) -> bool:
    """Whether the object is something said: "rejected the claims"."""
    return not _SPOKEN.isdisjoint(clause.lows[first : first + 4])


def _to(clause: Clause, first: int, takes: str) -> int | None:
    if clause.low(first) == "to" or (clause.low(first) == "not" and clause.low(first + 1) == "to"):
        return first
    if "o" not in takes and "x" not in takes:
        return None
    for index in range(first, min(first + 12, len(clause) - 1)):
        if clause.lows[index] == "to" and clause.lows[index + 1] not in DETERMINERS:
            return index - (clause.lows[index - 1] == "not")
        if clause.texts[index] in ",.;:" or clause.is_quote(index):
            return None
    return None
