"""What did she warn? The words of one speaker among what others say, or the article itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.extract.words import word_forms
from explainer.facts import Fact
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.spoken import all_spoken, is_told_with_that, points_at_speaker
from explainer.quiz.standing import is_loose, lowered_start, question, without_weekday


@dataclass(frozen=True, slots=True)
class Report:
    """`words` are a clause that `speaker` is told to have said, and that stands on its own."""

    fact: Fact
    speaker: str
    cue: str
    words: str


def from_reports(desk: Desk) -> Iterator[Draft]:
    """For each report of the article, what its speaker says; the rest is said by others."""
    reports = [report for fact in desk.facts for report in _reports(desk, fact)]
    seen: set[str] = set()
    for report in reports:
        if report.words not in seen:
            seen.add(report.words)
            yield from _what_said(desk, report, reports)


def _reports(desk: Desk, fact: Fact) -> Iterator[Report]:
    who = fact.attribution
    if who.kind == "narrator" or not who.speaker or is_loose(who.speaker):
        return
    spoken = all_spoken(desk, fact)
    for speech, told in spoken:
        if any(o.start <= speech.start and speech.end < o.end for o, _ in spoken):
            continue  # "has no figures to show that the beds recover" does not say that they do
        words = lowered_start(without_weekday(told.rstrip(".")))
        if speech.type == "quote" or not is_told_with_that(desk, speech):
            continue
        short = 4 <= len(words.split()) <= 18 and words.count(",") <= 1
        if short and not points_at_speaker(words) and not re.search(r"\d", words):
            yield Report(fact, desk.named(who.speaker), (speech.cue or "").lower(), words)


def _what_said(desk: Desk, report: Report, reports: list[Report]) -> Iterator[Draft]:
    asked = _asked(report)
    stem = asked and question(asked)
    if not stem:
        return
    near = desk.words_near(report.fact)
    told = [(r.words, f"{r.speaker} says this.") for r in reports
            if not distractors.like(r.speaker, report.speaker) and r.cue]  # fmt: skip
    at = report.fact.quotes[0].start
    plain = [(w, start) for start, w in desk.clauses if start != at and not re.search(r"\d", w)]
    plain.sort(key=lambda c: abs(c[1] - at))
    told += [(w, "The article says this itself.") for w, _ in plain
             if not distractors.stands_in(report.speaker, w)]  # fmt: skip
    found: list[tuple[str, str]] = []
    for words, why in told:
        new = not any(_shared(words, o) for o in (report.words, *(f[0] for f in found)))
        if new and words not in near and 0.5 < len(words) / len(report.words) < 2:
            found.append((words, why))
        if len(found) == distractors.WRONG:
            break
    if len(found) == distractors.WRONG:
        key = Choice(f"that {report.words}", cited(report.fact))
        wrong = [Choice(f"that {words}", why) for words, why in found]
        yield desk.draft("single_choice", stem, [key], wrong, report.fact, 7.0, "infer")


_OPEN = frozenset(("say", "tell", "add", "think", "note", "report"))


def _asked(report: Report) -> str:
    """ "What did Ivo Martin warn", "Which of these did Ivo Martin say"."""
    forms = word_forms(report.cue)
    past = "VBD" in forms.forms
    if forms.verb in (None, "point", "go", "put") or not (past or "VBZ" in forms.forms):
        return ""
    ask = "Which of these" if forms.verb in _OPEN else "What"
    return f"{ask} {'did' if past else 'does'} {report.speaker} {forms.verb}"


def _shared(a: str, b: str) -> bool:
    """Whether two clauses speak of the same things: they could both be true of one speaker."""
    one, two = ({w.casefold()[:6] for w in re.findall(r"[^\W_]{5,}", words)} for words in (a, b))
    return len(one & two) > 1
