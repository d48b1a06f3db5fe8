"""Reported speech without quotation marks: which words are the report."""

from __future__ import annotations

from explainer.language.speech_bare import begins_with_pronoun, without_that
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
    ALSO_NOUNS,
    AUXILIARIES,
    CONJUNCTIONS,
    CUES,
    DAYS,
    DETERMINERS,
    NOUN_CUES,
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
_NO_NAME = word_set("second third few week day month year meeting halt lot bit number")
_GIVES = frozenset({"promise", "pledge", "demand", "propose", "predict"})
_PLACES_IT = frozenset({"in", "under", "during", "at", "after", "before", "on", "through"})
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
    end = min(content_end(clause, begin), _aside_end(clause, at, begin))
    if cue.form == "ing":
        end = _next_ing(clause, begin, end)
    elif clause.low(at - 1) == "who":
        clausal = "n" not in cue.takes and "to" not in clause.lows[begin : begin + 3]
        end = _main_verb(clause, at, Content(begin, end), clausal)
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


def _main_verb(clause: Clause, at: int, content: Content, clausal: bool) -> int:
    """Of "a teacher who told them to stay at home has resigned": where "has" stands; `clausal`:
    the report has a verb of its own."""
    begin, end = content
    if clause.has_finite(0, at - 1) or clause.low(at - 2) == ",":
        return end
    own = clausal and clause.lows[begin] != "to"
    for index in range(begin + 1, end):
        before = clause.lows[index - 1]
        joined = before in CONJUNCTIONS or before in RELATIVE or clause.is_finite(index - 1)
        if not clause.is_finite(index) or joined:
            continue
        if not own:
            return index
        own = False
    return end


def _next_ing(clause: Clause, begin: int, end: int) -> int:
    """Of "conceding that they had lost and raising doubts": where the second begins."""
    for index in range(begin + 1, end - 1):
        low = clause.lows[index + 1]
        if low.endswith("ing") and clause.lows[index] in ("and", "but"):
            return index if "VBG" in entry(low).verb_forms else end
        if clause.lows[index].endswith("ing"):
            return end
    return end


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
    if clause.lows[first] == "to" and "i" in cue.takes:
        return first
    if "t" in cue.takes:
        that = _that(clause, first, "o" in cue.takes)
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
    if _named_so(clause, first, cue):
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


def _named_so(clause: Clause, first: int, cue: Cue) -> bool:
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


def _spoken(clause: Clause, first: int) -> bool:
    """Whether the object is something said: "rejected the claims"."""
    return not _SPOKEN.isdisjoint(clause.lows[first : first + 4])


def _that(clause: Clause, first: int, addressee: bool) -> int | None:
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
