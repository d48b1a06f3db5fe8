"""What a model worded: a paragraph in plain language, a word to know, a question to discuss.

Each stands beside the lesson until the teacher approves it, and only then reaches students.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Literal

from explainer.facts import Strict
from explainer.fields import Quotes
from explainer.geography import place_id
from explainer.lesson import Step
from explainer.lesson_cards import Term
from explainer.pack import Pack

Kind = Literal["plain", "term", "prompt"]


class Wording(Strict):
    """`about` is the paragraph that `text` says more plainly, or the word it explains; empty for
    a question to discuss."""

    id: str
    kind: Kind
    about: str = ""
    text: str
    evidence: Quotes = ()
    approved: bool = False


def wording(kind: Kind, about: str, text: str, evidence: Quotes) -> Wording:
    """Its id follows from what it says."""
    id = "w-" + hashlib.sha1(f"{kind}|{about}|{text}".encode("utf-8", "replace")).hexdigest()[:8]
    return Wording(id=id, kind=kind, about=about, text=text, evidence=evidence)


def worded(pack: Pack, wordings: Iterable[Wording]) -> Pack:
    """The lesson with the wordings that are approved. One whose paragraph is no longer in it
    changes nothing."""
    for each in wordings:
        if each.approved:
            pack = _with_term(pack, each) if each.kind == "term" else _with_words(pack, each)
    return pack


def fits(pack: Pack, one: Wording) -> bool:
    """Whether the lesson has what the wording is about."""
    steps = pack.lesson.steps
    if one.kind == "plain":
        return any(passage.full == one.about for step in steps for passage in step.passages)
    return one.kind == "term" or any(step.kind == "discuss" for step in steps)


def _with_words(pack: Pack, one: Wording) -> Pack:
    change = _with_plain if one.kind == "plain" else _with_prompt
    return _with_steps(pack, tuple(change(step, one) for step in pack.lesson.steps))


def _with_plain(step: Step, one: Wording) -> Step:
    passages = tuple(
        passage.model_copy(update={"plain": one.text}) if passage.full == one.about else passage
        for passage in step.passages
    )
    return step.model_copy(update={"passages": passages})


def _with_prompt(step: Step, one: Wording) -> Step:
    if step.kind != "discuss":
        return step
    teacher = step.teacher.model_copy(update={"discussion": (*step.teacher.discussion, one.text)})
    return step.model_copy(update={"teacher": teacher})


def _with_term(pack: Pack, one: Wording) -> Pack:
    """Explained where a reader first meets the word."""
    id = place_id(one.about, {term.id for term in pack.terms})
    term = Term(
        id=id, term=one.about, definition=one.text, plain=one.text, evidence=one.evidence
    )  # fmt: skip
    steps = list(pack.lesson.steps)
    low = one.about.casefold()
    for at, step in enumerate(steps):
        if any(low in passage.full.casefold() for passage in step.passages):
            steps[at] = step.model_copy(update={"term_ids": (*step.term_ids, id)})
            break
    pack = pack.model_copy(update={"terms": (*pack.terms, term)})
    return _with_steps(pack, tuple(steps))


def _with_steps(pack: Pack, steps: tuple[Step, ...]) -> Pack:
    lesson = pack.lesson.model_copy(update={"steps": steps})
    return pack.model_copy(update={"lesson": lesson})
