"""Where reported words end."""

from __future__ import annotations

from typing import NamedTuple

from explainer.language.speech_clause import Clause
from explainer.language.speech_words import (
    CONJUNCTIONS,
    CUES,
    DAYS,
    DETERMINERS,
    NOUN_CUES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    Cue,
)
from explainer.lexicon import entry
from explainer.word_set import word_set

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
MEDIA = word_set(
    "statement interview speech letter report tweet post conference briefing email hearing court "
    "note article message broadcast address memo text filing release blog video call meeting order "
    "journal newspaper magazine paper book memoir memoirs lawsuit complaint affidavit ruling suit "
    "e-mail website spokesman spokeswoman telephone phone"
)
TIMES = word_set("day week month year night morning evening afternoon weekend ago earlier")
_PARTS_OF_DAY = word_set("night morning evening afternoon")
_TITLED = word_set("journal newspaper magazine paper book")
WHAT_IT_IS = word_set("point fact view step move notion sentiment figure position line goal idea")
_WHEN = frozenset({"when", "after", "as", "while", "although", "though", "once", "because"})
_REFUSALS = word_set("declined refused did gave offered provided")


class Content(NamedTuple):
    """Tokens `first` to `end` (exclusive) of a clause: what is reported."""

    first: int
    end: int


def object_end(clause: Clause, begin: int, end: int) -> int:
    """Of "denies the charge and will appear": "the charge"."""
    for index in range(begin + 1, end):
        low = clause.lows[index]
        if (low in CONJUNCTIONS or low == ",") and index + 1 < end and clause.is_finite(index + 1):
            return index
        if low == "," and (clause.low(index + 1).endswith("ing") or _acts_next(clause, index)):
            return index
        if (
            low in ("after", "when", "while", "before", "because", "but", "as")
            and index > begin + 1
        ):
            return index - (clause.texts[index - 1] == ",") if low != "as" else end
    return end


def _acts_next(clause: Clause, comma: int) -> bool:
    """Of "accused the zoo of cruelty, and a petition drew 200 names", "complained about the pitch,
    which he likened …": does a clause of its own follow the comma?"""
    after = clause.low(comma + 1)
    if after in ("which", "whom"):
        return clause.low(comma + 2) in SUBJECT_PRONOUNS
    begins = after in ("and", "but", "while") and comma + 2 < len(clause)
    return (
        begins
        and clause.starts_phrase(comma + 2)
        and clause.has_finite(comma + 3, min(comma + 9, len(clause)))
    )


def content_end(clause: Clause, begin: int) -> int:
    """Where the report that begins at `begin` ends: with the sentence, or before the next cue."""
    end = len(clause)
    while end > begin and clause.texts[end - 1] in ".!?…":
        end -= 1
    if clause.lows[0] in _WHEN and (comma := _main_clause(clause, begin)):
        end = comma
    for index in range(begin + 1, min(end, begin + 200)):
        low = clause.lows[index]
        if low == ":" and index + 1 < end and clause.is_quote(index + 1):
            return index
        if low == "," and (_calls_it(clause, index + 1) or _said_so(clause, index + 1)):
            return index
        if low == "," and _tells_of_it(clause, index + 1):
            return index
        if low == "," and clause.low(index + 1) in CONJUNCTIONS and _else(clause, begin, index):
            return index
        if low == "according" and clause.low(index + 1) == "to":
            return index - 1 if clause.texts[index - 1] == "," else index
        if low == "but" and clause.lows[begin] == "to" and _turns(clause, index):
            return index - 1
        if low in _REFUSALS and clause.lows[index - 1] in ("but", "and"):
            return index - 2 if clause.texts[index - 2] == "," else index - 1
        cue = CUES.get(low)
        if cue is None or clause.texts[index] != clause.lows[index]:
            continue
        cut = _cut_before(clause, index, cue, begin)
        if cut is not None:
            return cut
    return end


def _main_clause(clause: Clause, begin: int) -> int | None:
    """Of "When Lee replied that it was late, Reed left": the comma."""
    first, comma = clause.next_comma(0), clause.next_comma(begin)
    if comma is None or first != comma or not clause.starts_phrase(min(comma + 1, len(clause) - 1)):
        return None
    return comma if clause.has_finite(comma + 2, min(comma + 8, len(clause))) else None


def _else(clause: Clause, begin: int, comma: int) -> bool:
    """Of "ordered them to leave, and the army closed the road": is what follows the comma the
    narrator's?"""
    first = comma + 2
    if first >= len(clause) or clause.is_adverb(first) or clause.is_finite(first):
        return False
    if clause.lows[first] in PREPOSITIONS or clause.lows[first] in SUBORDINATORS:
        return False
    verb = next((i for i in range(first + 1, min(first + 8, len(clause)))
                 if clause.is_finite(i)), None)  # fmt: skip
    if verb is None:
        return False
    asked = clause.lows[begin] == "to" or "to" in clause.lows[begin + 1 : comma]
    return asked and not any(
        clause.is_finite(i) and clause.lows[i - 1] not in BE | {"to"} for i in range(begin, comma)
    )


def _turns(clause: Clause, at: int) -> bool:
    """Of "hoped to win, but the boat sank": does a clause of the narrator's begin at "but"?"""
    return clause.texts[at - 1] == "," and clause.starts_phrase(at + 1)


def _calls_it(clause: Clause, at: int) -> bool:
    """Of "it is safe, a claim that the army denies": do the words at `at` name what was said?"""
    noun = at + (clause.low(at) in ("a", "an"))
    if noun > at and clause.low(noun + 1) in ("that", "which") and clause.next_comma(noun) is None:
        return True  # "he would vote no, a shift that angered leaders"
    low = clause.low(noun)
    named = low in NOUN_CUES or (low in WHAT_IT_IS and noun > at) or low == "something"
    if not named or (noun == at and low[-1] not in "sg"):
        return False
    after = clause.low(noun + 1)
    if after in ("that", "which") or after in SUBJECT_PRONOUNS:
        return True
    if after not in DETERMINERS and not clause.text(noun + 1)[:1].isupper():
        return False
    for index in range(noun + 2, min(noun + 6, len(clause))):
        if not clause.texts[index][0].isalnum():
            return False
        if {"VBD", "VBZ", "VBN"} & set(entry(clause.lows[index]).verb_forms):
            return True
    return False


def _said_so(clause: Clause, at: int) -> bool:
    """Of "the race is close, said two people": does the one who says it all come at `at`?"""
    cue = CUES.get(clause.low(at))
    told = cue is not None and "v" in cue.takes and cue.form in ("past", "s")
    return told and at + 1 < len(clause) and clause.starts_phrase(at + 1)


def _tells_of_it(clause: Clause, at: int) -> bool:
    """Of "he had faith in Lee, whom he called a friend": does the clause of "whom" report?"""
    if clause.low(at) not in ("whom", "which"):
        return False
    verb = at + 1
    while clause.text(verb)[:1].isupper() or clause.text(verb) == ".":
        verb += 1
    if verb == at + 1:
        verb += clause.low(verb) in SUBJECT_PRONOUNS
    verb += verb > at + 1 and clause.low(verb) in ("has", "had")
    cue = CUES.get(clause.low(verb)) if verb > at + 1 else None
    return cue is not None and cue.form in ("past", "s", "base")


def _cut_before(clause: Clause, at: int, cue: Cue, begin: int) -> int | None:
    index = at - 1
    while index > begin and (clause.is_adverb(index) or clause.lows[index] in ("has", "had")):
        index -= 1
    if cue.form == "ing" and clause.texts[index] == ",":
        return index
    if cue.form == "ing" and "with" in clause.lows[max(begin, at - 6) : at]:
        comma = next((i for i in range(at - 2, begin, -1) if clause.texts[i] == ","), at)
        return comma if clause.low(comma + 1) == "with" else None
    if cue.form == "base" and "v" in cue.takes:
        return _closing(clause, at, begin)
    if cue.form not in ("past", "s"):
        return None
    if clause.lows[index] in ("and", "but"):
        return index - 1 if clause.texts[index - 1] == "," else index
    subject = clause.subject_before(at, begin)
    if subject is None:
        return None
    before = subject.first - 1
    if before > begin and clause.texts[before] == ";":
        return before
    if before > begin and clause.lows[before] in ("and", "but", "while", "though", "although"):
        return before - 1 if clause.texts[before - 1] == "," else None
    if before > begin and clause.texts[before] == ",":
        after = over_when(clause, at + 1)
        closes = "v" in cue.takes and clause.low(after) in (".", ";", "")
        closes |= "v" in cue.takes and clause.lows[after : after + 2] in ([",", "a"], [",", "an"])
        closes |= "q" in cue.takes and clause.lows[0] == "when" and begin < 5  # "when asked if"
        return before if clause.lows[subject.first] in SUBJECT_PRONOUNS or closes else None
    return None


def _closing(clause: Clause, at: int, begin: int) -> int | None:
    """Of "Hale can win, his aides say.": the comma."""
    if clause.low(over_when(clause, at + 1)) not in (".", ";", ""):
        return None
    subject = clause.subject_before(at, begin)
    before = subject.first - 1 if subject else -1
    return before if before > begin and clause.texts[before] == "," else None


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and low[0] in "12"


def _over_time(clause: Clause, index: int) -> int:
    """How many tokens "last week", "earlier this month", "late last year" are; 0: none of these."""
    words_on = 1 + (clause.low(index + 1) in ("last", "this"))
    return words_on + 1 if clause.low(index + words_on) in TIMES else 0


def _goes_on_as_noun(clause: Clause, at: int) -> bool:
    """Of "in a hearing room,": the room, and no hearing."""
    after = clause.low(at + 2)
    closed = not after or not after[0].isalnum() or after in PREPOSITIONS
    noun = clause.low(at + 1)
    plain = clause.text(at + 1) == noun and noun not in DAYS and noun not in PREPOSITIONS
    return closed and plain and not noun.endswith("s") and "NOUN" in entry(noun).bases


def over_when(clause: Clause, index: int) -> int:
    """The token after "on Monday", "in a statement" and the like at `index`."""
    while index < len(clause):
        low = clause.lows[index]
        if low == "may" and clause.texts[index] == low:
            break
        if low in DAYS or (clause.is_adverb(index) and low not in ("so", "no")):
            index += 1
        elif low in ("on", "in") and (
            clause.low(index + 1) in DAYS or _is_year(clause.low(index + 1))
        ):
            index += 2 + (clause.low(index + 2) in _PARTS_OF_DAY)
        elif low in ("last", "this", "earlier", "late", "early") and (
            step := _over_time(clause, index)
        ):
            index += step
        elif low in ("in", "at", "during", "through", "via", "by", "on") and clause.low(
            index + 1
        ) in (
            "a",
            "an",
            "the",
            "his",
            "her",
            "its",
            "their",
        ):
            noun = next(
                (
                    i
                    for i in range(index + 2, index + 6)
                    if clause.low(i) in MEDIA and not _goes_on_as_noun(clause, i)
                ),
                None,
            )
            if noun is None:
                break
            index = noun + 1
            while clause.low(noun) in _TITLED and clause.text(index)[:1].isupper():
                index += 1
        else:
            break
    return index
