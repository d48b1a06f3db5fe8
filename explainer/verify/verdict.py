"""Is this claim supported by this source? By rules alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from explainer.extract.extract import Extraction
from explainer.facts import Quote
from explainer.findings import Finding
from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.source import Block, Source
from explainer.verify.ahead import ahead_faults
from explainer.verify.allowed import Case, without_allowed
from explainer.verify.bind import frame_faults
from explainer.verify.contrary import contrary_faults
from explainer.verify.dates import date_faults
from explainer.verify.digits import digit_faults, result_faults
from explainer.verify.entities import Entities
from explainer.verify.events import event_faults
from explainer.verify.follows import departures, followed
from explainer.verify.index import Index, Line, line_of
from explainer.verify.kin import kin_faults
from explainer.verify.names import name_faults
from explainer.verify.nouns import noun_faults
from explainer.verify.numbers import number_faults
from explainer.verify.quality import quality_faults
from explainer.verify.quantifiers import quantity_faults
from explainer.verify.telling import said_by_another, value_of_another
from explainer.verify.than import than_faults
from explainer.verify.ties import attachment_faults, beside_faults, direction_faults
from explainer.verify.voice import voice_faults
from explainer.verify.ways import part_faults
from explainer.verify.weight import weighed
from explainer.verify.wording import reason_faults, wording_faults

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Verdict:
    """`evidence` are the sentences the claim was held against; `findings` say which word fails."""

    claim: str
    verdict: Literal["supported", "unsupported"]
    evidence: tuple[Quote, ...]
    findings: tuple[Finding, ...]


_last: list[Index] = []
_people: list[Entities] = []


def index_people(index: Index) -> Entities:
    if not _people or _people[0].index is not index:
        _people[:] = [Entities(index)]
    return _people[0]


def verify(claim: str, source: Extraction | Reading, *, strict: bool = False) -> Verdict:
    """Hold `claim`, sentence by sentence, against the sentences of the source that say most of it.

    Supported means: each number, date and name of the claim, and most of the words that say
    something, stand in at most three sentences together, in the same roles, with the same negation
    and certainty, and said by the same speaker. A few words of the claim's own are warnings, as
    `weight` has it. `strict` allows none: so the check of a quiz and of what a model proposes
    reads, which nobody has looked at yet; a summary and a teacher's edit may be worded freely.
    """
    reading = source.reading if isinstance(source, Extraction) else source
    index = _index(reading)
    lines = _claim_lines(claim, reading)
    if not lines or not any(line.words for line in lines):
        return _unsupported(claim, "empty-claim", "The claim says nothing that can be checked.")
    findings: list[Finding] = []
    quotes: dict[int, Quote] = {}
    for line in lines:
        numbers = index.best(line.words)
        for number in numbers:
            quotes[number] = _quote(index, number)
        findings += (
            list(_faults(index, line, numbers, True)) if strict else _freely(index, line, numbers)
        )
    return Verdict(
        claim,
        "unsupported" if any(f.severity == "error" for f in findings) else "supported",
        tuple(quotes[number] for number in sorted(quotes)),
        tuple(dict.fromkeys(findings)),
    )


def _faults(index: Index, line: Line, numbers: list[int], strict: bool) -> Iterator[Finding]:
    if not numbers:
        yield Finding(
            code="not-in-source",
            severity="error",
            message="No sentence of the source speaks of this.",
        )
        return
    evidence = [index.lines[number] for number in numbers]
    if _plain(line.text) == _plain(evidence[0].text):
        yield from voice_faults(line, evidence)
        return
    near = _around(index, numbers)
    yield from wording_faults(index, line, evidence, near)
    yield from reason_faults(line, evidence)
    yield from number_faults(line, evidence, near)
    yield from digit_faults(line, evidence)
    yield from date_faults(line, evidence, near, index.reading.source.published)
    yield from kin_faults(line, index.lines)
    yield from name_faults(line, near, index.reading.source.text)
    yield from frame_faults(line, evidence, near, index_people(index), strict)
    yield from noun_faults(line, evidence, near, index_people(index))
    yield from part_faults(line, evidence[0])
    yield from direction_faults(line, evidence)
    yield from attachment_faults(line, evidence)
    yield from beside_faults(line, evidence)
    yield from quantity_faults(line, evidence)
    yield from quality_faults(line, evidence)
    yield from voice_faults(line, evidence)


def _freely(index: Index, line: Line, numbers: list[int]) -> list[Finding]:
    """The findings as a free summary is read."""
    evidence, near = [index.lines[number] for number in numbers], _around(index, numbers)
    found = list(_faults(index, line, numbers, strict=False))
    if not numbers:
        return found
    source = index.reading.source
    dateline = source.text[: index.lines[0].sentence.start].lower()
    case = Case(line, evidence, near, index.lines, source.published, dateline)
    left = without_allowed(case, found)
    if not any(f.code == "speaker-changed" for f in found):
        left += said_by_another(line, near)
        left += value_of_another(line, index.lines)
    left += event_faults(line, index.lines)
    left += than_faults(line, evidence)
    left += contrary_faults(line, index.lines, index_people(index))
    left += result_faults(line, evidence[0])
    left += ahead_faults(line, evidence, source.published)
    base = followed(line, evidence)
    if base is None:
        return weighed(line, evidence, left)
    return [*left, *departures(index, line, base, _around(index, [base.number]))]


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".").lower()


def _around(index: Index, numbers: list[int]) -> list[Line]:
    """The evidence with the two sentences before each and the one after: what its pronouns mean."""
    wanted = {n + step for n in numbers for step in (-2, -1, 0, 1)}
    return [index.lines[n] for n in sorted(wanted) if 0 <= n < len(index.lines)]


def _index(reading: Reading) -> Index:
    """The index of the reading asked about last is kept: claims come many to a source."""
    if not _last or _last[0].reading is not reading:
        _last[:] = [Index(reading)]
    return _last[0]


def _claim_lines(claim: str, reading: Reading) -> list[Line]:
    text = claim[:_LONGEST]
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end:
        return []
    source = Source(
        text=text, blocks=(Block(start, end, "paragraph"),), published=reading.source.published
    )
    read_claim = read(source)
    speech = [m for m in read_claim.mentions if m.type in ("quote", "reported")]
    return [line_of(read_claim, s, speech) for s in read_claim.sentences]


def _quote(index: Index, number: int) -> Quote:
    line = index.lines[number]
    return Quote(start=line.sentence.start, end=line.sentence.end, quote=line.text)


def _unsupported(claim: str, code: str, message: str) -> Verdict:
    return Verdict(
        claim, "unsupported", (), (Finding(code=code, severity="error", message=message),)
    )
