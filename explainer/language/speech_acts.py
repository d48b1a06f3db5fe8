"""Each act of speech in a sentence: the cue, who is its subject, which words are reported."""

from __future__ import annotations

from explainer.language.speech_bare import without_that
from explainer.language.speech_before import content_around, content_before, content_split
from explainer.language.speech_bounds import BE, Content, content_end, object_end, over_when
from explainer.language.speech_clause import Clause
from explainer.language.speech_hearsay import HEARSAY, of_hearsay
from explainer.language.speech_nouns import SURE_OF, VIEWS, Act, before_colon, without_verb
from explainer.language.speech_owned import of_noun
from explainer.language.speech_passive import by_agent, from_source, of_opening, of_passive
from explainer.language.speech_reported import content_after, says_no_more
from explainer.language.speech_tokens import RELATIVE, Phrase
from explainer.language.speech_verbs import REFUSES, is_verb
from explainer.language.speech_words import (
    CUES,
    DAYS,
    DETERMINERS,
    NOUN_CUES,
    PAPERS,
    PREPOSITIONS,
    QUESTIONS,
    SUBJECT_PRONOUNS,
    THINGS_THAT_SHOW,
    TOLD_BY,
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
_SOMEBODY = frozenset({"he", "she", "they", "we", "i"})
_OPENING = frozenset({"asked", "told"})
_MEANS = frozenset({"phone", "telephone", "e-mail", "email", "text", "fax", "video"})
_COURTS = frozenset({"court", "jury", "jurors", "inquest", "tribunal", "hearing", "inquiry"})
_HINTS = frozenset({"suggest", "indicate"})
_OPEN = frozenset({"whether", "if", "unless"})
_SIGNS = word_set(
    "petition petitions sign signs banner banners placard placards poster posters leaflet leaflets "
    "resolution lawsuit suit graffiti"
)
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
        return next((act for act in reversed(before) if "q" in act.cue.takes), before[-1])
    return None if short else after


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
    phrase = _subject(clause, at, cue, acts)
    if phrase and clause.low(phrase.end - 2) in REFUSES and clause.low(at + 1) in QUESTIONS:
        phrase = Phrase(phrase.first, phrase.end - 2)  # "the court refused to say when"
    if phrase and (clause.low(phrase.first - 1) in _OPEN or clause.low(phrase.end - 1) == "to"):
        return None  # "whether police believe …", "led the court to ask …"
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


def _subject(clause: Clause, at: int, cue: Cue, acts: list[Act]) -> Phrase | None:
    if cue.form == "ing":
        quoted = _quoted_as(clause, at) or _beside_with(clause, at) or _on_a_sign(clause, at)
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
            if clause.lows[index + 1] in ("him", "her", "them"):
                return Phrase(index + 1, index + 2)
            phrase = clause.phrase_after(index + 1)
            return Phrase(phrase.first, min(phrase.end, at - 1)) if phrase else None
    return None


def _on_a_sign(clause: Clause, at: int) -> Phrase | None:
    """Of "a petition demanding", "held signs saying": the petition, and not who holds it."""
    first = at - 1
    if clause.low(first) not in _SIGNS:
        return None
    while clause.low(first - 1)[:1].isalpha() and clause.lows[first] not in DETERMINERS:
        if clause.lows[first - 1] in PREPOSITIONS or clause.is_finite(first - 1):
            break
        first -= 1
    return Phrase(first, at)


def _beside_with(clause: Clause, at: int) -> Phrase | None:
    """Of ", with one source claiming", "a report by the office estimating": the source."""
    for index in range(at - 1, max(-1, at - 9), -1):
        if clause.lows[index] in ("with", "by", "from"):
            return Phrase(index + 1, at) if index + 1 < at else None
        if not clause.texts[index][0].isalnum():
            return None
    return None


def _contents(clause: Clause, at: int, cue: Cue, phrase: Phrase | None) -> tuple[Content, ...]:
    puts_it = cue.lemma == "put" and clause.low(at + 1) == "it"
    if phrase and ("z" in cue.takes or "v" in cue.takes or puts_it):
        around = content_around(clause, at, phrase)
        if around:
            return around
    content = content_after(clause, at, cue)
    if content and cue.lemma in THINGS_THAT_SHOW and clause.lows[content.first - 1] != "that":
        told = clause.lows[content.first] in SUBJECT_PRONOUNS and cue.lemma in _HINTS
        content = content if phrase and (told or _may_find(clause, cue, phrase)) else None
    if content is None and cue.lemma in THINGS_THAT_SHOW and phrase:
        content = _on_paper(clause, at, phrase)
    heard = cue.lemma == "hear" and cue.form != "ing" and _in_court(clause, phrase)
    if content is None and heard and (first := without_that(clause, at + 1, False, "say")):
        content = Content(first, content_end(clause, first))
    spoken = "z" in cue.takes or "v" in cue.takes or heard
    wept = clause.low(at - 1) == "to" and cue.lemma not in ("say", "add")
    if content is None and says_no_more(clause, at + 1):
        return ()
    if content is None and phrase and spoken and phrase.end <= at and not wept:
        ends = clause.low(over_when(clause, at + 1))
        content = content_before(clause, phrase.first - 1, ends in (",", "."))
        closed = ends == "," or _told_them(clause, at, cue)
        if content and not closed and clause.has_finite(at + 1, len(clause)):
            content = None
    return (content,) if content else ()


def _in_court(clause: Clause, phrase: Phrase | None) -> bool:
    """ "The court heard": somebody said so there."""
    return phrase is not None and not _COURTS.isdisjoint(clause.lows[phrase.first : phrase.end])


def _may_find(clause: Clause, cue: Cue, phrase: Phrase) -> bool:
    """A study, or somebody: "she suggested he resign"; but events suggest only with "that"."""
    named = clause.texts[phrase.end - 1][0].isupper() or clause.lows[phrase.first] in _SOMEBODY
    hinted = cue.lemma in _HINTS and named
    return hinted or not TOLD_BY.isdisjoint(clause.lows[phrase.first : phrase.end])


def _on_paper(clause: Clause, at: int, phrase: Phrase) -> Content | None:
    """ "Polls show Ruiz leading", "the report found no evidence": what papers show is a report."""
    paper = not PAPERS.isdisjoint(clause.lows[phrase.first : phrase.end])
    if not paper or at + 2 >= len(clause) or not clause.starts_phrase(at + 1):
        return None
    end = object_end(clause, at + 1, content_end(clause, at + 1))
    return Content(at + 1, end) if end > at + 2 else None


def _told_them(clause: Clause, at: int, cue: Cue) -> bool:
    """Of "Ruiz told the committee, and …": nothing but an addressee before the comma."""
    comma = clause.next_comma(at + 1) if "o" in cue.takes else None
    return comma is not None and comma - at < 8 and not clause.has_finite(at + 1, comma)


def _after_last_quote(clause: Clause, at: int) -> int:
    return next((index + 1 for index in reversed(clause.quotes) if index < at), 0)
