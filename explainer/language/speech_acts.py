"""Each act of speech in a sentence: the cue, who is its subject, which words are reported."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.language.speech_bounds import (
    BE,
    Content,
    content_around,
    content_before,
    content_end,
    over_when,
)
from explainer.language.speech_clause import Clause
from explainer.language.speech_reported import content_after, is_verb
from explainer.language.speech_tokens import Phrase
from explainer.language.speech_words import (
    CUES,
    NOUN_CUES,
    THINGS_THAT_SHOW,
    Cue,
    words,
)

_ACCORDING = Cue("according to", "statement", "", "past")
_IN_WORDS = Cue("in the words of", "statement", "q", "past")
_COLON = Cue(":", "statement", "q", "past")
_VIEW = Cue("view", "opinion", "", "past")
_VIEWS = words("view opinion estimation judgment judgement")
_POSSESSIVES = words("his her their its")
_LIGHT = words(
    "express expressed expresses expressing voice voiced voices made make makes issued issues gave "
    "gives repeated repeats offered raised had has have"
)
# Words other than verbs that make a sentence worth a look.
OTHER_CUES = ("according", "According", "words", *_VIEWS, *NOUN_CUES)

_LOOK = frozenset([*CUES, *OTHER_CUES])
_MOST = 30  # acts in one sentence; more is no prose


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


def find_acts(clause: Clause) -> list[Act]:
    """The acts of speech in `clause`, in order."""
    acts: list[Act] = []
    for at, low in enumerate(clause.lows):
        if low not in _LOOK:
            continue
        if len(acts) == _MOST:
            break
        act = None
        cue = CUES.get(low)
        if cue is not None and is_verb(clause, at, cue):
            act = _of_verb(clause, at, cue, acts)
        elif low == "according" and clause.low(at + 1) == "to":
            act = _according(clause, at)
        elif low in _VIEWS and clause.low(at - 2) == "in" and clause.lows[at - 1] in _POSSESSIVES:
            act = Act(at, _VIEW, Phrase(at - 1, at), _until_end(clause, at + 1))
        elif low == "words" and clause.low(at - 2) == "in" and clause.low(at + 1) == "of":
            act = Act(at, _IN_WORDS, clause.phrase_after(at + 2))
        elif low in NOUN_CUES and clause.low(at + 1) == "that":
            act = _of_noun(clause, at, NOUN_CUES[low])
        if act and not (act.cue.form == "noun" and _taken(act, acts)):
            acts.append(act)
    return acts or _before_colon(clause)


def _taken(act: Act, acts: list[Act]) -> bool:
    """Of "said in a statement that": the verb has it already."""
    return any(a.contents and a.contents[-1].first == act.contents[0].first for a in acts)


def _before_colon(clause: Clause) -> list[Act]:
    """No verb of speech, yet a colon and a quotation: "Her rival hit back: …"."""
    for at in range(1, len(clause) - 1):
        if clause.texts[at] == ":" and clause.is_quote(at + 1):
            phrase = clause.first_phrase(0, at)
            return [Act(at, _COLON, phrase)] if phrase else []
    return []


def act_for(at: int, acts: list[Act], short: bool) -> Act | None:
    """The act that gives the quotation at token `at` its speaker.

    `short`: a word or two in marks, which are somebody's only when a cue comes before them.
    """
    before = [act for act in acts if act.at < at and act.phrase and not act.passive]
    if before:
        return before[-1]
    if short:
        return None
    return next((act for act in acts if act.at > at and act.phrase and not act.passive), None)


def _of_verb(clause: Clause, at: int, cue: Cue, acts: list[Act]) -> Act | None:
    beside = at - 1
    while beside > 0 and clause.is_adverb(beside):
        beside -= 1
    if clause.low(beside) in BE and cue.form == "past":
        content = content_after(clause, at, cue)
        if clause.low(at + 1) == "by":  # "was described by one visitor as"
            return Act(at, cue, clause.phrase_after(at + 2), (content,) if content else ())
        that = content is not None and clause.lows[content.first - 1] == "that"
        return Act(at, cue, None, (content,), passive=True) if content and that else None
    inverted = _inverted(clause, at, cue)
    if inverted:
        return inverted
    phrase = _subject(clause, at, cue, acts)
    contents = _contents(clause, at, cue, phrase)
    if phrase is None and not contents:
        return None
    return Act(at, cue, phrase, contents)


def _inverted(clause: Clause, at: int, cue: Cue) -> Act | None:
    """ "…", said Smith. And without marks: The plan failed, said Smith."""
    if "v" not in cue.takes or cue.form not in ("past", "s"):
        return None
    after_quote = _follows_quote(clause, at)
    if not after_quote and (at == 0 or clause.texts[at - 1] != ","):
        return None
    phrase = clause.phrase_after(at + 1)
    if phrase is None:
        return None
    if after_quote:
        return Act(at, cue, phrase, inverted=True)
    if not clause.closes(phrase) or clause.relative_before(at - 1):
        return None
    if clause.has_finite(phrase.end, len(clause)) and not clause.explains(phrase):
        return None
    content = content_before(clause, at - 1)
    return Act(at, cue, phrase, (content,), inverted=True) if content else None


def _follows_quote(clause: Clause, at: int) -> bool:
    index = at - 1
    while index >= 0 and (clause.texts[index] in ",-–—" or clause.is_adverb(index)):
        index -= 1
    return index >= 0 and clause.is_quote(index)


def _subject(clause: Clause, at: int, cue: Cue, acts: list[Act]) -> Phrase | None:
    if cue.form == "ing":
        quoted = _quoted_as(clause, at)
        if quoted:
            return quoted
    else:
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
            phrase = clause.phrase_after(index + 1)
            return Phrase(phrase.first, min(phrase.end, at - 1)) if phrase else None
    return None


def _contents(clause: Clause, at: int, cue: Cue, phrase: Phrase | None) -> tuple[Content, ...]:
    if phrase and ("z" in cue.takes or "v" in cue.takes):
        around = content_around(clause, at, phrase)
        if around:
            return around
    content = content_after(clause, at, cue)
    if content and cue.lemma in THINGS_THAT_SHOW and clause.lows[content.first - 1] != "that":
        content = None
    spoken = "z" in cue.takes or "v" in cue.takes
    if content is None and phrase and spoken and phrase.end <= at:
        content = content_before(clause, phrase.first - 1)
        closed = clause.low(over_when(clause, at + 1)) == "," or _told_them(clause, at, cue)
        if content and not closed and clause.has_finite(at + 1, len(clause)):
            content = None
    return (content,) if content else ()


def _told_them(clause: Clause, at: int, cue: Cue) -> bool:
    """Of "Ruiz told the committee, and …": nothing but an addressee before the comma."""
    comma = clause.next_comma(at + 1) if "o" in cue.takes else None
    return comma is not None and comma - at < 8 and not clause.has_finite(at + 1, comma)


def _after_last_quote(clause: Clause, at: int) -> int:
    for index in range(at - 1, -1, -1):
        if clause.is_quote(index):
            return index + 1
    return 0


def _until_end(clause: Clause, first: int) -> tuple[Content, ...]:
    return (Content(first, content_end(clause, first)),) if first < len(clause) else ()


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
    if at <= 5 and not clause.has_finite(0, at):
        verbs = [index for index in range(begin + 1, end) if clause.is_finite(index)]
        end = verbs[1] if len(verbs) > 1 else end
    return Act(at, cue, owner, (Content(begin, end),)) if end - begin > 1 else None
