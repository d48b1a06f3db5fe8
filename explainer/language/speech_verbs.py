"""Which words that may report do so where they stand."""

from __future__ import annotations

from explainer.language.speech_bounds import BE
from explainer.language.speech_clause import Clause
from explainer.language.speech_words import (
    ALSO_NOUNS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOUN_CUES,
    PLURAL_SPEAKERS,
    PREPOSITIONS,
    QUESTIONS,
    SUBJECT_PRONOUNS,
    Cue,
)
from explainer.lexicon import entry
from explainer.word_set import word_set

_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_ORDINALS = word_set("first second third fourth fifth last next")
_TO_KNOW = frozenset({"tell", "say", "reveal"})
REFUSES = word_set("decline declines declined refuse refuses refused declining refusing")
# Who may speak under these words alone: "several said".
_SEVERAL = word_set("some many several most few both all two three four five six")
_ALONE = _SEVERAL | word_set("one another")
_JOINING = word_set("and but while though although as whereas when if")
_TO_SPEAK = word_set("say tell add think believe argue insist admit explain agree recall complain")
_BACK = frozenset({"shoot", "fire", "hit"})  # "she shot back"
_SELF = word_set("himself herself itself")
_HELPS = word_set("help helps helped let lets make makes made")
_MANY = PLURAL_SPEAKERS - DETERMINERS
_IDLE = word_set("needless suffice suffices strange sad sorry odd")
_BEFORE_ING = word_set(", and but as by after before without while")


def is_verb(clause: Clause, at: int, cue: Cue) -> bool:
    """Is the word at `at`, which may be a reporting verb, one here?"""
    before = clause.lows[at - 1] if at else ""
    if cue.lemma == "respond" and cue.form == "base" and clause.low(at + 1) not in (",", ":"):
        return clause.low(at + 1) == "that"  # "would respond at a time of its choosing"
    if cue.lemma == "beg" and clause.lows[at + 1 : at + 3] == ["to", "differ"]:
        return False
    if cue.lemma == "plead" and clause.low(at + 1) in ("guilty", "not", "no"):
        return False
    if cue.lemma in _BACK and clause.low(at + 1) != "back":
        return False
    if clause.texts[at] != clause.lows[at] or _is_noun(clause, at, cue):
        return False
    if cue.form != "ing" and (before in DETERMINERS or before in PREPOSITIONS - {"to"}):
        if before in _ALONE and _stands_alone(clause, at, cue):
            return True
        return before == "her" and not (cue.form != "past" and cue.lemma in ALSO_NOUNS)
    if cue.form == "ing":
        noun = cue.lemma in ALSO_NOUNS or before in DETERMINERS
        if not noun or before in _BEFORE_ING or before in BE:
            return True
        led_on = clause.low(at + 1) in ("that", "to") and before not in DETERMINERS
        after = clause.low(at + 1)  # "a video claiming they held the town"
        told = (after in SUBJECT_PRONOUNS or after in DETERMINERS) and clause.has_finite(
            at + 2, min(at + 7, len(clause))
        )
        return (led_on or (told and before not in DETERMINERS)) and clause.has_finite(1, at)
    if cue.form == "base":
        return _base_is_verb(clause, at, before, cue)
    if cue.form == "s" and cue.lemma in ALSO_NOUNS and clause.low(at + 1) in AUXILIARIES:
        return False  # "claims were half that"
    if cue.form == "s" and clause.disagrees(at):
        return False
    if cue.form == "s":
        after = clause.low(at + 1)
        return bool(after) and (
            after not in PREPOSITIONS - {"in", "on"} or _governs(clause, at, cue)
        )
    return True


def _stands_alone(clause: Clause, at: int, cue: Cue) -> bool:
    """Of "Some say", "another added:", "many fear he lost": are they themselves who speak?"""
    if cue.form == "s" or (cue.form == "base" and clause.lows[at - 1] not in _SEVERAL):
        return False
    if at > 1 and (clause.texts[at - 2][0].isalnum() and clause.lows[at - 2] not in _JOINING):
        return False
    after = clause.low(at + 1)
    if cue.lemma in _TO_SPEAK and cue.lemma not in ALSO_NOUNS and after not in PREPOSITIONS:
        return True
    if "g" in cue.takes and after in ("about", "of", "against"):
        return True  # "another grumbled about his habit"
    begins = after in SUBJECT_PRONOUNS or after in ("that", ":", "the", "there", "their", "its")
    return begins or (after == "," and clause.is_quote(min(at + 2, len(clause) - 1)))


def _is_noun(clause: Clause, at: int, cue: Cue) -> bool:
    """Of "a previous forecast of 3 percent", "a second suspected insurgent": an adjective after an
    article stands before it, and it is a noun or before one."""
    if cue.form == "ing" or clause.low(at - 2) not in _ARTICLES:
        return False
    bases = entry(clause.lows[at - 1]).bases
    described = clause.lows[at - 1] in _ORDINALS or ("ADJ" in bases and "NOUN" not in bases)
    after = clause.low(at + 1)
    known = {"NOUN", "ADJ"} & set(entry(after).bases)
    before_noun = cue.form == "past" and after not in DETERMINERS and bool(known)
    return described and (cue.lemma in ALSO_NOUNS or before_noun)


def _governs(clause: Clause, at: int, cue: Cue) -> bool:
    """Of "the union calls for restraint", "she warns against haste"; not "rejected calls for"."""
    after = clause.low(at + 1)
    takes = ("f" in cue.takes and after == "for") or (
        "g" in cue.takes and after in ("of", "about", "against")
    )
    if after == "to" and ("i" in cue.takes or "x" in cue.takes):
        takes = True  # "she hopes to win"
    before = clause.lows[at - 1]
    subject = clause.texts[at - 1][0].isupper() or before in SUBJECT_PRONOUNS | _SELF
    return takes and (subject or "NOUN" in entry(before).bases) and not clause.is_finite(at - 1)


def _base_is_verb(clause: Clause, at: int, before: str, cue: Cue) -> bool:
    if before in _HELPS:
        return False  # "may help explain why"
    if before == "to" and cue.lemma in _TO_KNOW and clause.low(at + 1) in QUESTIONS:
        return clause.low(at - 2) in REFUSES  # "declined to say if", not "too early to tell if"
    if before == "to" and cue.lemma == "say" and _idle(clause, at):
        return False
    if before == ",":
        return cue.lemma not in ALSO_NOUNS and _after_aside(clause, at - 1)
    if before in ("or", "nor", "and") and cue.lemma not in ALSO_NOUNS:
        verb_before = clause.lows[max(0, at - 8) : at - 1]
        return "to" in verb_before or not AUXILIARIES.isdisjoint(verb_before)
    if cue.lemma not in ALSO_NOUNS and before not in CONJUNCTIONS and before:
        return before[0].isalpha()
    if before in ("to", "they", "we", "i", "you", "not", "who", "also", "don't", "can", "will"):
        return True
    if before.endswith("ly") or before in AUXILIARIES:
        return True  # but "urged caution"
    if _many_show(clause, at) or _some_of_them(clause, at):
        return True
    if before.endswith("'s"):
        return False
    return before.endswith(("s", "people", "police", "men", "women")) and not before.endswith("ss")


def _many_show(clause: Clause, at: int) -> bool:
    """Of "data show", "figures from the bureau show that": a plural, and no verb before."""
    head = clause.lows[0] if clause.low(at + 1) == "that" else clause.lows[at - 1]
    if head not in _MANY or clause.lows[at] in NOUN_CUES:
        return False
    return not any(clause.is_finite(i) and clause.low(i + 1) != "by" for i in range(at))


def _some_of_them(clause: Clause, at: int) -> bool:
    """Of "Privately, some members of the board fear that": several, and no verb before."""
    if clause.low(at + 1) != "that":
        return False
    opens = clause.lows[0].endswith("ly") or clause.is_adverb(0)
    first = 1 + (clause.text(1) == ",") if opens else 0
    return clause.lows[first] in _SEVERAL and not clause.has_finite(first, at)


def _idle(clause: Clause, at: int) -> bool:
    """Of "to say the least", "needless to say": nobody says anything."""
    return clause.low(at - 2) in _IDLE or "least" in clause.lows[at + 2 : at + 4]


def _after_aside(clause: Clause, comma: int) -> bool:
    """Of "The critics, among them Ruiz, say": does the aside follow more than one?"""
    opening = next((i for i in range(comma - 1, 0, -1) if clause.texts[i] == ","), 0)
    begin = next((i + 1 for i in range(opening - 1, -1, -1) if clause.texts[i] in ",;"), 0)
    led = (i for i in range(begin + 1, opening) if clause.lows[i] in PREPOSITIONS)
    many = clause.low(next(led, opening) - 1)  # "supporters of the deal, including Lee, say"
    plural = many in PLURAL_SPEAKERS or many in _SEVERAL or many.endswith("s")
    return opening > 0 and plural
