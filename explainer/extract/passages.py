"""The sentences of a source, cut where quotation marks open and close, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from explainer.extract.passage import Passage
from explainer.extract.person_meant import Persons
from explainer.extract.referent import PRONOUNS, Referent, named_subject, subject_pronoun
from explainer.extract.relations_said import inside_marks
from explainer.extract.words import is_person
from explainer.facts import NARRATOR
from explainer.language.reading import Reading, Sentence
from explainer.mention import NameMention, PlaceMention, SpeechMention

# Fewer words in quotation marks are a name or a turn of phrase, and stay in their sentence,
# unless it opens with them: "Home," he said.
_LEAST_WORDS = 4
# Longer than any sentence: a table, a list, a line without end. Nothing is read from it.
_LONGEST = 2500


# "Q: …", "A: …": a transcript that does not name who speaks.
_TURN = re.compile(r"(?:Q|A|Question|Answer) ?: ?(?=[^\W_])")


def passages(reading: Reading) -> Iterator[Passage]:
    """Whole sentences of the narrator, quoted words, and what stands around them."""
    quotes = [
        m
        for m in reading.mentions
        if isinstance(m, SpeechMention)
        and m.type == "quote"
        and m.speaker
        and (len(m.text.split()) >= _LEAST_WORDS or _is_whole(m.text))
    ]
    before: Passage | None = None
    focus, persons = _Focus(), Persons(reading)
    at = 0
    answer = -1
    for sentence in reading.sentences:
        if _TURN.match(reading.source.text, sentence.start, sentence.end):
            answer = sentence.paragraph
        if sentence.paragraph == answer:
            before = None  # nobody named asks or answers: nothing the narrator says
            continue
        while at < len(quotes) and quotes[at].end <= sentence.start:
            at += 1
        if sentence.end - sentence.start > _LONGEST:
            before = None
            continue
        for passage in _cut(reading, sentence, quotes, at):
            if passage.quoted:
                yield passage
                continue
            passage.focus = focus.place
            focus.move(passage)
            passage.referent = _referent(passage, before, persons)
            persons.note(passage)
            before = passage
            yield passage


class _Focus:
    """The place a text speaks of: the one named most so far, if the last sentence names it."""

    def __init__(self) -> None:
        self.place: Referent | None = None
        self._named: Counter[str] = Counter()
        self._most = 0

    def move(self, passage: Passage) -> None:
        self.place = None
        for mention in passage.mentions:
            if not isinstance(mention, PlaceMention):
                continue
            name = mention.text.split()[0]
            self._named[name] += 1
            self._most = max(self._most, self._named[name])
            # The first word: "Loire Valley" speaks of the Loire.
            if self._named[name] == self._most > 2:
                self.place = Referent("thing", name, passage.start, passage.end, passage.paragraph)


def _cut(
    reading: Reading, sentence: Sentence, quotes: list[SpeechMention], at: int
) -> Iterator[Passage]:
    quote = quotes[at] if at < len(quotes) and quotes[at].start < sentence.end else None
    text = reading.source.text
    if quote is None or not _holds_most(sentence, quote) or _is_fragment(text, sentence, quote):
        yield _passage(reading, sentence, sentence.start, sentence.end)
        return
    start, end = max(sentence.start, quote.start), min(sentence.end, quote.end)
    inner = inside_marks(reading.source.text, start, end)
    if inner[0] < inner[1]:
        passage = _passage(reading, sentence, *inner, quoted=True)
        passage.quote = quote if quote.start >= sentence.start else None
        passage.goes_on = _second_half(text, sentence, quote, quotes[at + 1 : at + 2])
        yield passage
    for begin, stop in ((sentence.start, start), (end, sentence.end)):
        trimmed = _trim(reading.source.text, begin, stop)
        if trimmed[1] - trimmed[0] > 3:
            frame = _passage(reading, sentence, *trimmed, frame=True)
            frame.attribution = NARRATOR
            yield frame


_MARKS = "\"“”„«»‘’'"


def _is_whole(quoted: str) -> bool:
    """Is it a sentence for itself, as far as its marks tell: "Home,"?"""
    inner = quoted.strip(_MARKS + " ")
    return inner[:1].isupper() and inner[-1:] in (",", ".", "!", "?")


def _is_fragment(text: str, sentence: Sentence, quote: SpeechMention) -> bool:
    """Are the words in marks no sentence, but part of the narrator's: a plan that "makes no
    sense", "People were screaming and" pushing?"""
    inner = quote.text.strip(_MARKS + " ")
    if quote.start < sentence.start or quote.end > sentence.end or re.search(r"[.!?] ", inner):
        return False
    if quote.start == sentence.start:
        after = text[quote.end : sentence.end].lstrip()
        return inner[-1:].isalnum() and after[:1].islower() and quote.text[-1:] not in ",.!?"
    before = text[sentence.start : quote.start].rstrip()
    # The plan, he said, "makes no sense".
    leads_in = before[-1:] == ":" or (before[-1:] == "," and before.count(",") < 2)
    return inner[:1].islower() and not leads_in


def _second_half(
    text: str, sentence: Sentence, quote: SpeechMention, after: list[SpeechMention]
) -> SpeechMention | None:
    """Of "When it rains," he said, "it pours.": the second quotation."""
    if (
        not after
        or after[0].start >= sentence.end
        or not quote.text.strip(_MARKS + " ").endswith(",")
    ):
        return None
    other = after[0]
    joined = text[quote.end : other.start].rstrip().endswith(",")
    return other if joined and other.speaker == quote.speaker else None


def _holds_most(sentence: Sentence, quote: SpeechMention) -> bool:
    """Whether the sentence is a quotation with its frame, and not one that quotes a few words."""
    said = quote.text.rstrip("\"”’'")
    if quote.start == sentence.start and said[-1:] in ",.?!" and quote.end < sentence.end:
        return True
    shared = min(quote.end, sentence.end) - max(quote.start, sentence.start)
    return shared >= 0.4 * (sentence.end - sentence.start) or quote.start < sentence.start


def _passage(
    reading: Reading,
    sentence: Sentence,
    start: int,
    end: int,
    quoted: bool = False,
    frame: bool = False,
) -> Passage:
    return Passage(
        reading, start, end, sentence.attribution, sentence.paragraph, quoted=quoted, frame=frame
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",.;:"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _referent(passage: Passage, before: Passage | None, persons: Persons) -> Referent | None:
    """What the pronoun at the head means: the subject just before, if it fits; else the only one
    it can mean of all who are named."""
    if PRONOUNS.keys().isdisjoint(passage.holds):
        return None
    pronoun = subject_pronoun(passage.clauses)
    if pronoun is None:
        return None
    last = _left_by(before) if before is not None else None
    if last is not None and PRONOUNS[pronoun.low] == last.kind:
        named_together = last.kind == "several" and " and " in last.words
        near = 0 if last.kind == "several" and not named_together else 1
        if passage.paragraph - last.paragraph <= near:
            return last
    return persons.meant(pronoun.low, passage, before)


def _left_by(passage: Passage) -> Referent | None:
    """What the sentence after may speak of by a pronoun."""
    if passage.referent is not None:
        # The chain goes on; it still rests on the sentence that names it.
        kept = passage.referent
        return Referent(kept.kind, kept.words, kept.start, kept.end, passage.paragraph)
    people = [token for token in passage.tokens if is_person(token)] if passage.frame else []
    if len(people) == 1 and isinstance(people[0].mention, NameMention):
        return Referent("person", people[0].mention.value, *passage.span, passage.paragraph)
    return named_subject(
        passage.tokens, passage.clauses, passage.start, passage.end, passage.paragraph
    )
