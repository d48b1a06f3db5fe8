"""Who said what, and where it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer import lexicon
from explainer.extract.passage import Passage, attribution_of
from explainer.extract.pieces import pieces
from explainer.extract.proposal import Proposal
from explainer.extract.sentence_form import sentence_form
from explainer.extract.words import Token, lemma_of_verb
from explainer.facts import NARRATOR, Attribution, Part, Quote
from explainer.language.attribution import is_beside, is_unsaid, who_reports
from explainer.language.reading import Reading
from explainer.mention import SpeechMention

_SENTENCE_END = re.compile(r"[.!?][\"”’']?(?=\s+[\"“‘']?[A-Z])")
_MARKS = "\"“”„«»‘’'"


def quotation(
    reading: Reading,
    mention: SpeechMention,
    attribution: Attribution,
    goes_on: SpeechMention | None = None,
) -> Proposal:
    """A quotation with its speaker: the statement gives its first sentence, the part all of it.

    `goes_on` is its second half, where the speaker is named between the two.
    """
    text = reading.source.text
    start, end = inside_marks(text, mention.start, mention.end)
    first = _first_sentence(text, start, end)
    speaker = mention.speaker or ""
    spans = [(mention.start, mention.end)]
    if goes_on:
        first += ", " + _first_sentence(text, *inside_marks(text, goes_on.start, goes_on.end))
        spans = [(mention.start, goes_on.end)]
    whole = " ".join(text[start:end].split())
    parts = [Part(name="words", start=start, end=end, text=text[start:end], value=whole)]
    s, e = mention.speaker_start, mention.speaker_end
    if s is not None and e is not None:
        parts.insert(0, Part(name="speaker", start=s, end=e, text=text[s:e], value=speaker))
        spans = _joined(spans[0], (s, e))
    mentions = tuple(m for span in spans for m in reading.mentions_in(*span))
    return Proposal(
        kind="quotation",
        statement=said(speaker, first),
        evidence=tuple(Quote(start=s, end=e, quote=text[s:e]) for s, e in spans),
        attribution=_said_by(attribution, mention),
        mentions=tuple(dict.fromkeys(mentions)),
        parts=tuple(parts),
    )


def _first_sentence(text: str, start: int, end: int) -> str:
    match = _SENTENCE_END.search(text, start, end)
    return " ".join(text[start : match.end() if match else end].split()).rstrip(" ,;")


def said(speaker: str, words: str) -> str:
    """A sentence that quotes `words`."""
    if words.rstrip("'’\"”")[-1:] not in (".", "!", "?", "…"):
        words += "."
    inner = re.sub('["“”]', "'", words)
    speaker = f"{speaker} person" if speaker in ("one", "another") else speaker
    return f'{speaker[:1].upper()}{speaker[1:]} said: "{inner}"'


def _joined(one: tuple[int, int], two: tuple[int, int]) -> list[tuple[int, int]]:
    """One span over both where little lies between them, else both."""
    start, end = min(one[0], two[0]), max(one[1], two[1])
    if one[0] <= two[0] and two[1] <= one[1]:
        return [one]
    gap = (end - start) - (one[1] - one[0]) - (two[1] - two[0])
    return [(start, end)] if gap <= 120 else [one, two]


def _said_by(attribution: Attribution, mention: SpeechMention) -> Attribution:
    if attribution.kind != "narrator":
        return attribution
    return Attribution(kind="named", speaker=mention.speaker, stance="claim")


def inside_marks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _MARKS + "," or text[end - 1].isspace()):
        end -= 1
    return start, end


def reports(passage: Passage) -> Iterator[Proposal]:
    """ "Novak said that …": reported speech with its speaker."""
    if _ESTIMATES.match(passage.text, passage.start, passage.end):
        return  # "According to estimates, …": the figures say it
    told: set[tuple[int, int]] = set()
    for mention in passage.mentions:
        if not isinstance(mention, SpeechMention) or mention.type != "reported":
            continue
        if _within_quote(passage, mention) or is_unsaid(passage.text, passage.start, mention):
            continue
        if mention.speaker and _says_something(passage, mention):
            passing = _in_passing(passage, mention)
            span = _stretch(passage, mention) if passing is None else passage.span
            if span in told:
                continue
            yield from _report(passage, mention, passing, span)
            if passing is not None:
                passage.attribution = NARRATOR
            told.add(span)
            if span == passage.span:
                return


def _stretch(passage: Passage, mention: SpeechMention) -> tuple[int, int]:
    """The part of the sentence that reports: "Two left, while Ana Kos said that …"."""
    start, end = mention.start, mention.end
    if mention.speaker_start is None or mention.speaker_end is None:
        return passage.span
    start, end = min(start, mention.speaker_start), max(end, mention.speaker_end)
    for first, last, _ in pieces(passage):
        if first <= start and end <= last:
            return first, last
    return passage.span


def _within_quote(passage: Passage, mention: SpeechMention) -> bool:
    return any(
        m.type == "quote" and m.start <= mention.start and mention.end <= m.end
        for m in passage.mentions
    )


def _in_passing(passage: Passage, mention: SpeechMention) -> str | None:
    """The words of a report that the narrator tells only beside what the sentence says ("Shares
    rose after the company said that …", "Smith, who denies that …, will …")."""
    if not is_beside(passage.text, passage.start, mention):
        return None
    who = who_reports(passage.text, passage.start, mention)
    if who:
        return f"{mention.speaker} {passage.words(who.start(1), mention.end)}"
    clause = passage.clause_at(mention.speaker_start or mention.start)
    if clause is None or clause.kind != "adverbial":
        return None
    subject = clause.tokens[clause.subject]
    if subject.tag == "PRON" and clause.subject_end - clause.subject == 1:
        return f"{mention.speaker} {passage.words(subject.end, mention.end)}"
    return passage.words(subject.start, mention.end)


def _says_something(passage: Passage, mention: SpeechMention) -> bool:
    """What is reported holds a verb of its own ("refused to join" reports nothing)."""
    inside = [t for t in passage.tokens if mention.start <= t.start and t.end <= mention.end]
    if len(inside) < 3 or inside[0].tag in ("BE", "HAVE", "DO", "MOD", "VF", "VN"):
        return False
    if inside[0].tag in ("TO", "P") and not _finite(inside):
        return False
    return _finite(inside) or any(t.low == "be" for t in inside)


def _finite(tokens: list[Token]) -> bool:
    return any(t.tag in ("VF", "BE", "HAVE", "DO", "MOD") for t in tokens)


_ESTIMATES = re.compile(
    r"according to (?:[\w'-]+ ){0,4}?"
    r"(?:estimates?|figures|data|statistics|projections?|forecasts?)\b",
    re.IGNORECASE,
)


def _report(
    passage: Passage, mention: SpeechMention, passing: str | None, span: tuple[int, int]
) -> Iterator[Proposal]:
    parts = [
        passage.part(
            "content", mention.start, mention.end, passage.words(mention.start, mention.end)
        )
    ]
    s, e = mention.speaker_start, mention.speaker_end
    inside = s is not None and e is not None and passage.start <= s and e <= passage.end
    if inside and s is not None and e is not None:
        parts.insert(0, passage.part("speaker", s, e, mention.speaker))
    if passing is None:
        whole = span == passage.span
        words = _report_in_words(passage, mention) if whole else passage.told(*span)
        statement = sentence_form(words)
        passage.covered.append(span)
    else:
        statement = sentence_form(passing)
    attribution = passage.attribution if span == passage.span else NARRATOR
    if attribution.kind == "narrator":
        beside = NARRATOR if passing is not None else attribution
        attribution = attribution_of(mention, beside)
    yield passage.propose("reported", statement, tuple(parts), attribution)


def _report_in_words(passage: Passage, mention: SpeechMention) -> str:
    """The sentence; where its main clause is stated already, only what was said."""
    main = passage.main
    verb = next(
        (t for t in passage.tokens if t.text == mention.cue and t.end <= mention.start), None
    )
    if verb is not None and verb.low == "according":
        return passage.told(passage.start, passage.end)
    if main is None or verb is None or not passage.covers(main.start_char, main.end_char):
        return passage.told(passage.start, passage.end)
    if main.tokens[main.verb].start <= verb.start < main.tokens[main.verb_end - 1].end:
        return passage.told(passage.start, passage.end)
    speaker = passage.referent.words if passage.referent else mention.speaker or ""
    said = passage.words(verb.start, mention.end)
    if verb.tag == "VG":
        past = lexicon.entry(lemma_of_verb(verb.low)).past
        said = said.replace(verb.text, past or verb.text, 1)
    return f"{speaker} {said}"
