"""Each act of speech in a sentence: the cue, who is its subject, which words are reported."""

from __future__ import annotations

from explainer.language.speech_before import content_before, content_split
from explainer.language.speech_bounds import BE, Content
from explainer.language.speech_clause import Clause
from explainer.language.speech_contents import contents_of
from explainer.language.speech_hearsay import HEARSAY, of_hearsay
from explainer.language.speech_nouns import SURE_OF, VIEWS, Act, before_colon, without_verb
from explainer.language.speech_owned import of_noun
from explainer.language.speech_passive import by_agent, from_source, of_opening, of_passive
from explainer.language.speech_subject import subject_of
from explainer.language.speech_tokens import RELATIVE, Phrase
from explainer.language.speech_verbs import REFUSES, is_verb
from explainer.language.speech_words import (
    CUES,
    DAYS,
    NOUN_CUES,
    QUESTIONS,
    Cue,
)
from explainer.word_set import word_set

# Words other than verbs that make a sentence worth a look.
OTHER_CUES = (
    *("according", "According", "per", "words", "Reportedly"),
    *(*VIEWS, *NOUN_CUES, *SURE_OF, *HEARSAY),
)

_LOOK = frozenset([*CUES, *OTHER_CUES])
_APART = frozenset({"and", "but", "while", "though", "although", "whereas"})
_OPENING = frozenset({"asked", "told"})
_MEANS = frozenset({"phone", "telephone", "e-mail", "email", "text", "fax", "video"})
_OPEN = frozenset({"whether", "if", "unless"})
_INWARD = word_set("believe think hope fear worry doubt suspect feel expect want know learn")
_MOST = 30  # acts in one sentence; more is no prose


def find_acts(clause: Clause) -> list[Act]:
    """The acts of speech in `clause`, in order."""
    acts: list[Act] = []
    for at, low in enumerate(clause.lows):
        if low not in _LOOK or _marked(clause, at):
            continue
        if len(acts) == _MOST:
            break
        act = None
        cue = CUES.get(low)
        if low in HEARSAY:
            act = of_hearsay(clause, at)
        elif cue is not None and low in _OPENING and (opened := of_opening(clause, at, cue)):
            act = opened
        elif cue is not None and is_verb(clause, at, cue):
            act = None if _only_said_of(clause, at, acts) else _of_verb(clause, at, cue, acts)
        else:
            act = of_noun(clause, at) or without_verb(clause, at)
        if act and not (act.cue.form == "noun" and _taken(act, acts)):
            acts.append(act)
    if len(acts) > 1:
        acts = [act for act in acts if not _only_asked_or_meant(clause, act, acts)]
    _part(clause, acts)
    return acts or before_colon(clause)


def _marked(clause: Clause, at: int) -> bool:
    """Does a quotation of a word or two begin with the word at `at`?"""
    opens = at > 0 and clause.texts[at - 1] in "\"“‘«'"
    return opens and clause.ends[at - 1] == clause.starts[at]


def _only_said_of(clause: Clause, at: int, acts: list[Act]) -> bool:
    """Of "is said to have told the clerk": nobody knows that she did."""
    return clause.lows[at - 2 : at] == ["to", "have"] and any(act.passive for act in acts)


def _only_asked_or_meant(clause: Clause, act: Act, acts: list[Act]) -> bool:
    """Of "asked whether she regretted the vote", "said he planned to announce his choice": the
    vote, the choice, of which nobody says anything."""
    content = act.contents[0] if act.contents and "n" in act.cue.takes else None
    if content is None or content.first != act.at + 1 or clause.lows[content.first] == "to":
        return False
    meant = clause.low(act.at - 1) == "to"
    return any(
        asked.first < act.at < asked.end
        and (meant or clause.lows[asked.first] in ("whether", "if"))
        for other in acts
        if other is not act
        for asked in other.contents
    )


def _part(clause: Clause, acts: list[Act]) -> None:
    """A report ends where another speaker begins: "critics say it hurts; supporters say …"."""
    for at, act in enumerate(acts):
        later = [a.phrase.first - 1 for a in acts[at + 1 :] if a.phrase and a.phrase.first > act.at]
        act.contents = tuple(_until(clause, content, later) for content in act.contents)


def _until(clause: Clause, content: Content, borders: list[int]) -> Content:
    for border in borders:
        while border > content.first and (clause.is_adverb(border) or clause.lows[border] in DAYS):
            border -= 1  # "; yesterday he conceded"
        if content.first < border < content.end:
            if clause.texts[border] == ";":
                return Content(content.first, border)
            if clause.lows[border] in _APART and clause.texts[border - 1] == ",":
                return Content(content.first, border - 1)
            if clause.lows[border] in _APART - {"and"} and clause.is_quote(border - 1):
                return Content(content.first, border)
    return content


def _taken(act: Act, acts: list[Act]) -> bool:
    """Of "said in a statement that": the verb has it already."""
    return any(a.contents and a.contents[-1].first == act.contents[0].first for a in acts)


def act_for(at: int, acts: list[Act], short: bool) -> Act | None:
    """The act that gives the quotation at token `at` its speaker.

    `short`: a word or two in marks, which are somebody's only when a cue comes before them.
    """
    before = [act for act in acts if act.at < at and act.phrase and not act.passive]
    later = [act for act in acts if act.at > at and act.phrase and not act.passive]
    after = next((act for act in later if "q" in act.cue.takes), later[0] if later else None)
    if before and after and after.cue.form != "noun" and not short:
        # The warning "raises questions", the broker said: it is the broker who speaks.
        before = [act for act in before if act.cue.form not in ("noun", "ing")]
    if before:  # what the bureau "had learned" is quoted of the one who says so
        outer = [act for act in before if not _believed_only(act, before)]
        return next((act for act in reversed(outer) if "q" in act.cue.takes), before[-1])
    return None if short else after


def _believed_only(act: Act, acts: list[Act]) -> bool:
    """Of "she said the old man believed in "fire"": the words are hers."""
    return act.cue.lemma in _INWARD and any(
        content.first < act.at < content.end
        for other in acts
        if other is not act
        for content in other.contents
    )


def _of_verb(clause: Clause, at: int, cue: Cue, acts: list[Act]) -> Act | None:
    beside = at - 1
    while beside > 0 and clause.is_adverb(beside):
        beside -= 1
    if clause.low(beside) in BE and cue.form == "past":
        return of_passive(clause, at, cue)
    if cue.form == "past" and clause.low(at + 1) == "by" and clause.low(at + 2) not in _MEANS:
        return by_agent(clause, at, cue, at + 1)
    heard = clause.low(at + 1) == "from" and from_source(clause, at, cue)
    inverted = heard or _inverted(clause, at, cue)
    if inverted:
        return inverted
    phrase = subject_of(clause, at, cue, acts)
    if phrase and clause.low(phrase.end - 2) in REFUSES and clause.low(at + 1) in QUESTIONS:
        phrase = Phrase(phrase.first, phrase.end - 2)  # "the court refused to say when"
    if phrase and (clause.low(phrase.first - 1) in _OPEN or clause.low(phrase.end - 1) == "to"):
        return None  # "whether police believe …", "led the court to ask …"
    contents = contents_of(clause, at, cue, phrase)
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
    if phrase is None and clause.text(at + 1)[:1].islower():
        phrase = clause.role_and_name(at + 1)
    if phrase is None:
        return None
    if after_quote:
        return Act(at, cue, phrase, inverted=True)
    if clause.relative_before(at - 1):
        return None
    around = content_split(clause, at - 1, phrase)
    if around:
        return Act(at, cue, phrase, around, inverted=True)
    if not clause.closes(phrase):
        return None
    explained = clause.explains(phrase) or clause.low(phrase.end) in RELATIVE
    if clause.has_finite(phrase.end, len(clause)) and not explained:
        return None
    content = content_before(clause, at - 1, closed=True, guess=False)
    if content is None and at == 3 and clause.texts[phrase.first][0].isupper():
        content = Content(0, 2)  # "Not so, said Lee"
    return Act(at, cue, phrase, (content,), inverted=True) if content else None


def _follows_quote(clause: Clause, at: int) -> bool:
    index = at - 1
    while index >= 0 and (clause.texts[index] in ",-–—" or clause.is_adverb(index)):
        index -= 1
    return index >= 0 and clause.is_quote(index)
