"""What a reporting verb reports, after it, before it or around it."""

from __future__ import annotations

from explainer.language.speech_bare import without_that
from explainer.language.speech_before import content_around, content_before
from explainer.language.speech_bounds import WHAT_IT_IS, Content, content_end, object_end, over_when
from explainer.language.speech_clause import Clause
from explainer.language.speech_reported import content_after, says_no_more
from explainer.language.speech_tokens import Phrase
from explainer.language.speech_words import (
    AUXILIARIES,
    NOUN_CUES,
    PAPERS,
    SUBJECT_PRONOUNS,
    THINGS_THAT_SHOW,
    TOLD_BY,
    Cue,
)

_SOMEBODY = frozenset({"he", "she", "they", "we", "i"})
_COURTS = frozenset({"court", "jury", "jurors", "inquest", "tribunal", "hearing", "inquiry"})
_HINTS = frozenset({"suggest", "indicate"})


def contents_of(clause: Clause, at: int, cue: Cue, phrase: Phrase | None) -> tuple[Content, ...]:
    """The stretches that the verb at token `at`, whose subject is `phrase`, reports."""
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
    if content is None and phrase and _names_it(clause, phrase):
        return ()
    modal = cue.form == "base" and clause.low(at - 1) in AUXILIARIES
    if content is None and phrase and spoken and phrase.end <= at and not wept:
        ends = clause.low(over_when(clause, at + 1))
        content = content_before(clause, phrase.first - 1, ends in (",", "."))
        closed = ends == "," or _told_them(clause, at, cue)
        apart = not closed and (modal or clause.has_finite(at + 1, len(clause)))
        if apart:
            content = None
    return (content,) if content else ()


def _names_it(clause: Clause, phrase: Phrase) -> bool:
    """Of "…, a point the minister (concedes)", "a charge Lee (denied)": what was said before."""
    for noun in range(max(1, phrase.first - 1), min(phrase.first + 2, phrase.end - 1)):
        low = clause.lows[noun]
        if (low in WHAT_IT_IS or low in NOUN_CUES) and clause.lows[noun - 1] in ("a", "an"):
            return True
    return False


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
