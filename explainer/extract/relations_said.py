"""Who said what, and where it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from explainer import lexicon
from explainer.extract.passage import Passage, sentence_form
from explainer.extract.proposal import Proposal
from explainer.extract.word_set import word_set
from explainer.extract.words import Token, lemma_of_verb
from explainer.facts import NARRATOR, Attribution, Part, Quote
from explainer.language.reading import Reading
from explainer.mention import NameMention, SpeechMention

_SENTENCE_END = re.compile(r"[.!?][\"”’']?(?=\s+[\"“‘']?[A-Z])")
_MARKS = "\"“”„«»‘’'"


def quotation(reading: Reading, mention: SpeechMention, attribution: Attribution) -> Proposal:
    """A quotation with its speaker: the statement gives its first sentence, the part all of it."""
    text = reading.source.text
    start, end = inside_marks(text, mention.start, mention.end)
    match = _SENTENCE_END.search(text, start, end)
    first = " ".join(text[start : match.end() if match else end].split()).rstrip(" ,;")
    speaker = mention.speaker or ""
    spans = [(mention.start, mention.end)]
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


def said(speaker: str, words: str) -> str:
    """A sentence that quotes `words`."""
    if words[-1:] not in (".", "!", "?", "…"):
        words += "."
    inner = re.sub('["“”]', "'", words)
    return f'{speaker[:1].upper()}{speaker[1:]} said: "{inner}"'


def _joined(one: tuple[int, int], two: tuple[int, int]) -> list[tuple[int, int]]:
    """One span over both where little lies between them, else both."""
    start, end = min(one[0], two[0]), max(one[1], two[1])
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
    for mention in passage.mentions:
        if not isinstance(mention, SpeechMention) or mention.type != "reported":
            continue
        if mention.speaker and _says_something(passage, mention):
            yield from _report(passage, mention)
            return


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


def _report(passage: Passage, mention: SpeechMention) -> Iterator[Proposal]:
    parts = [
        passage.part(
            "content", mention.start, mention.end, passage.words(mention.start, mention.end)
        )
    ]
    s, e = mention.speaker_start, mention.speaker_end
    inside = s is not None and e is not None and passage.start <= s and e <= passage.end
    if inside and s is not None and e is not None:
        parts.insert(0, passage.part("speaker", s, e, mention.speaker))
    statement = sentence_form(_report_in_words(passage, mention))
    passage.covered.append((passage.start, passage.end))
    attribution = passage.attribution
    if attribution.kind == "narrator":
        kind: Literal["named", "unnamed"] = (
            "named" if (mention.speaker or "")[:1].isupper() else "unnamed"
        )
        attribution = Attribution(kind=kind, speaker=mention.speaker, stance=attribution.stance)
    yield passage.propose("reported", statement, tuple(parts), attribution)


def _report_in_words(passage: Passage, mention: SpeechMention) -> str:
    """The sentence; where its main clause is stated already, only what was said."""
    main = passage.main
    verb = next(
        (t for t in passage.tokens if t.text == mention.cue and t.end <= mention.start), None
    )
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


_OUTLET = r"[\"“«](?P<quoted>[^\"”»\n]{2,60})[\"”»]"
_WHERE = (
    r"(?:the\s+)?(?:[a-z]{2,15}\s+){0,2}?(?P<medium>newspaper|magazine|journal|daily|weekly|website|channel|agency|"
    r"station|broadcaster|network|portal|tabloid|blog|programme|program)?\s*"
)
_WORK = (
    r"(?:letter|article|essay|op-ed|column|editorial|report|paper|study|interview|statement|"
    r"memoir|book|survey|poem|story|commentary|review|analysis)"
)
_PLAIN = r"(?P<plain>[A-Z][\w&.-]*(?:\s+(?:of\s+)?[A-Z][\w&.-]*){0,4})"
_PUBLISHED_IN = re.compile(
    rf"\b(?P<work>{_WORK})\s+(?:that was\s+|which was\s+|was\s+)?"
    rf"(?:published|printed|carried|released|appearing|run)\s+"
    rf"(?:\w+\s+)?(?:in|by|on)\s+{_WHERE}(?:{_OUTLET}|{_PLAIN})"
)
_INTERVIEW = re.compile(
    rf"\b(?P<verb>gave|granted|said in)\s+(?:an?\s+)?(?:[a-z]+\s+)?(?P<work>interview)\s+"
    rf"(?:to|with|for)\s+{_WHERE}(?:{_OUTLET}|{_PLAIN})"
)


PUBLISHING_WORDS = word_set("published printed carried released appearing run interview")


def publications(passage: Passage) -> Iterator[Proposal]:
    """ "In a letter published in the …"; "gave an interview to the newspaper …"."""
    for pattern in (_PUBLISHED_IN, _INTERVIEW):
        match = pattern.search(passage.text, passage.start, passage.end)
        if match:
            yield from _published(passage, match, pattern is _INTERVIEW)


def _published(passage: Passage, match: re.Match[str], interview: bool) -> Iterator[Proposal]:
    group = "quoted" if match["quoted"] else "plain"
    outlet = passage.part("outlet", match.start(group), match.end(group), match[group])
    work = passage.part("work", match.start("work"), match.end("work"), match["work"])
    author = _author(passage)
    if author is None:
        return
    name, part = author
    tail = passage.words(match.start(), match.end())
    if interview and passage.main is not None:
        passage.cover(passage.main)
        if match["verb"] not in ("gave", "granted"):
            where = passage.words(match.end("work"), match.end()).split(" ", 1)[1]
            tail = f"gave an interview to {where}"
        statement = f"{name} {tail}"
    else:
        article = "an" if tail[0] in "aeio" else "a"
        statement = f"{name} wrote {article} {tail}"
    yield passage.propose(
        "published",
        sentence_form(statement),
        (part, work, outlet),
        NARRATOR,
    )


def _author(passage: Passage) -> tuple[str, Part] | None:
    """The person who is the subject of the sentence, by name or by a certain pronoun."""
    clause = passage.main
    if clause is None or not clause.has_subject:
        return None
    tokens = passage.tokens[clause.subject : clause.subject_end]
    if len(tokens) == 1 and tokens[0].low in ("he", "she"):
        if passage.referent is None or passage.referent.kind != "person":
            return None
        name = passage.referent.words
        return name, passage.part("author", tokens[0].start, tokens[0].end, name)
    people = [t for t in tokens if t.mention is not None and t.mention.type == "person"]
    if len(people) != 1 or not isinstance(people[0].mention, NameMention):
        return None
    name = people[0].mention.value
    return name, passage.part("author", people[0].start, people[0].end, name)
