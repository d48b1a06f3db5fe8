"""What no relation has stated: each clause that can stand alone, by its values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.clauses import Clause, phrase_end
from explainer.extract.part_values import mention_value
from explainer.extract.passage import Passage
from explainer.extract.pieces import pieces
from explainer.extract.proposal import Proposal
from explainer.extract.relations_count import counted_from, subject_clause
from explainer.extract.sentence_form import sentence_form
from explainer.facts import NARRATOR, Attribution, FactKind, Part
from explainer.language.attribution import is_unsaid
from explainer.language.speech_stance import narrated_stances
from explainer.mention import AnyMention, PlaceMention, QuantityMention, SpeechMention, TimeMention
from explainer.word_set import word_set

_ENDS = ".!?…\"”’')"


def remaining(passage: Passage) -> Iterator[Proposal]:
    """Events, figures and plain statements."""
    if not passage.clauses and passage.text[passage.end - 1] not in _ENDS:
        return  # a label, a heading, a list
    for start, end, first in pieces(passage):
        if passage.covers(start, end) or passage.text[start:end].rstrip().endswith("?"):
            continue
        words = sentence_form(_dated(passage, start, end))
        if len(words.split()) < 3:
            continue
        kind, parts = _by_values(passage, start, end, first)
        yield passage.propose(kind, words, parts, _whose(passage, start, end))
    yield from _left_of_covered(passage)


def _whose(passage: Passage, start: int, end: int) -> Attribution | None:
    """A piece of the sentence of which nothing is reported is the narrator's own."""
    if passage.quoted or (start, end) == passage.span:
        return None
    said = [
        m
        for m in passage.mentions
        if isinstance(m, SpeechMention) and m.start < end
        if not is_unsaid(passage.text, passage.start, m)
    ]
    if any(start < m.end and m.speaker == passage.attribution.speaker for m in said):
        return None
    return None if any(narrated_stances(passage.text[start:end])) else NARRATOR


def _left_of_covered(passage: Passage) -> Iterator[Proposal]:
    """ "The army conducted nine operations, but failed to …": the second clause with its subject,
    where only the first is stated already."""
    if passage.span in passage.covered:
        return
    subject: Clause | None = None
    for clause in passage.clauses:
        if clause.kind != "main":
            continue
        if clause.has_subject:
            subject = clause
            continue
        joint = passage.tokens[clause.begin - 1] if clause.begin else None
        if subject is None or joint is None or joint.tag != "C":
            continue
        covered = passage.covers(subject.start_char, subject.end_char)
        if covered and not passage.covers(clause.start_char, clause.end_char):
            name = passage.told(*subject.subject_span())
            words = passage.words(clause.start_char, passage.end_before_next_main(clause))
            yield passage.propose("statement", sentence_form(f"{name} {words}"))


_DAY_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}")


def _dated(passage: Passage, start: int, end: int) -> str:
    """The words, with the year put to a day and month that stand without it."""
    words = passage.told(start, end)
    for mention in passage.mentions:
        if not isinstance(mention, TimeMention) or not start <= mention.start < mention.end <= end:
            continue
        value, text = mention.value, mention.text
        full_day = len(value) == 10 and value[:4].isdigit() and value[8:].isdigit()
        if not full_day or value[:4] in text or words.count(text) != 1:
            continue
        if passage.reading.source.published is None and value[:4] not in passage.text:
            continue  # a year that nobody has written
        if text[-1:].isdigit() and text[:1].isupper():
            words = words.replace(text, f"{text}, {value[:4]}")
        elif text[:1].isdigit() and _DAY_MONTH.fullmatch(text):
            words = words.replace(text, f"{text} {value[:4]}")
    return words


def _by_values(
    passage: Passage, start: int, end: int, clause: Clause | None
) -> tuple[FactKind, tuple[Part, ...]]:
    inside = [m for m in passage.mentions if start <= m.start and m.end <= end]
    dates = [m for m in inside if isinstance(m, TimeMention) and m.type in ("date", "time")]
    numbers = [
        m
        for m in inside
        if isinstance(m, QuantityMention) and not m.vague and not m.text.lower().startswith("one")
    ]
    dated = _dated_clause(passage, clause, dates) if clause is not None else None
    if dated is not None and dated[1].past and not dated[1].negated:
        return "event", tuple(_event_parts(passage, *dated, inside))
    for number in numbers if clause is not None else ():
        parts = tuple(_figure_parts(passage, clause, number)) if clause else ()
        if any(part.name == "thing" for part in parts) or number.unit:
            return "figure", parts
    if dated is not None:
        return "event", tuple(_event_parts(passage, *dated, inside))
    return "statement", ()


_AT_THE_TIME = word_set("when while as")


def _dated_clause(
    passage: Passage, clause: Clause, dates: list[TimeMention]
) -> tuple[TimeMention, Clause] | None:
    """The first date that says when something was, and the clause that it dates: `clause`, or
    another main clause in which it stands; "listed the case for 7 February" dates nothing."""
    for date in dates:
        if date.value.startswith("X") and not clause.past:
            continue  # "in spring leaves are full of it": any spring
        before = passage.token_before(date.start)
        if before is not None and before.low == "for":
            continue
        around = passage.clause_at(date.start)
        if around is None or around.tokens[around.begin].low in _AT_THE_TIME:
            return date, clause
        if around is clause or around.kind == "main":
            return date, around
    return None


def _event_parts(
    passage: Passage, date: TimeMention, clause: Clause, inside: list[AnyMention]
) -> Iterator[Part]:
    first = subject_clause(passage, passage.clauses.index(clause))
    who = first.subject, first.subject_end
    begin = clause.subject if clause.has_subject else clause.begin
    yield passage.part("what", clause.tokens[begin].start, clause.end_char)
    yield passage.part("when", date.start, date.end, mention_value(date))
    place = next((m for m in inside if isinstance(m, PlaceMention)), None)
    tokens = passage.tokens
    for index in range(clause.verb_end, clause.end):
        here = place is not None and tokens[index].mention is place
        if here and place is not None and tokens[index - 1].low in ("in", "at", "near"):
            yield passage.part("where", place.start, place.end, place.text)
    if first.has_subject:
        yield passage.token_part("who", *who, passage.meant_by(first))


def _figure_parts(passage: Passage, clause: Clause, number: QuantityMention) -> Iterator[Part]:
    tokens = passage.tokens
    index = next((i for i, t in enumerate(tokens) if t.mention is number), None)
    yield passage.part("number", number.start, number.number_end, mention_value(number))
    if index is None:
        return
    end = phrase_end(tokens, index, len(tokens))
    if end > index + 1:
        yield passage.token_part("thing", counted_from(tokens, index), end)
    elif number.end > number.number_end:
        yield passage.part("thing", number.number_end, number.end, number.unit)
    beside = any(t.tag == "," for t in tokens[clause.verb_end : index])
    if clause.has_subject and clause.subject_end <= index and not beside:
        yield passage.token_part("subject", clause.subject, clause.subject_end)
