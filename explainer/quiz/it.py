"""What "it" means at the head of a sentence: the one thing that the sentence before is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from explainer.extract.words import SAYING
from explainer.facts import Fact
from explainer.language.reading import Reading
from explainer.quiz.standing import is_loose
from explainer.quiz.stem_grammar import View
from explainer.word_set import word_set

# "It took two days", "It seems that": nothing is meant.
_NOTHING_MEANT = SAYING | word_set(
    "be take seem appear rain snow happen turn follow emerge matter help make find decide report "
    "become cost mean remain feel look read say"
)
_SEVERAL = re.compile(r"\b(?:people|police|men|women|children|and|couple|pair)\b")


def with_it(reading: Reading, seen: Mapping[int, Sequence[View]]) -> dict[int, list[View]]:
    """Views by the start of their sentence, those on an "it" with what it means for a subject."""
    found = {start: list(views) for start, views in seen.items()}
    before = {s.start: p.start for p, s in pairwise(reading.sentences)}
    for start in sorted(found):
        about = _about(found.get(before.get(start, -1), ()))
        if about and _goes_on(reading, before[start], start):
            found[start] = [
                replace(view, stands_for=about) if _is_it(view) else view for view in found[start]
            ]
    return found


def naming_it(start: int, view: View, facts: Sequence[Fact]) -> list[Fact]:
    """The fact of a sentence before that says what the "it" of a sentence is."""
    if not view.stands_for or view.tokens[view.clause.subject].low != "it":
        return []
    told = [f for f in facts if f.quotes[0].start < start]
    named = [f for f in told if view.stands_for.casefold() in f.quotes[0].quote.casefold()]
    return named[-1:]


def is_named_it(view: View) -> bool:
    """Whether the subject is an "it" for something that has a name."""
    it = view.tokens[view.clause.subject].low == "it"
    return it and bool(re.search(r"[A-Z]", view.stands_for))


def _goes_on(reading: Reading, first: int, then: int) -> bool:
    """Whether two sentences stand in one paragraph of running text without a quotation."""
    between = reading.source.text[first:then]
    return "\n" not in between.rstrip(" ") and not re.search(r'["“”]', between)


def _is_it(view: View) -> bool:
    """Whether the clause opens the sentence with an "it" that stands for something."""
    clause, tokens = view.clause, view.tokens
    if clause.subject_end - clause.subject != 1 or tokens[clause.subject].low != "it":
        return False
    after = tokens[clause.end].low if clause.end < len(tokens) else ""
    inside = {t.low for t in tokens[clause.verb_end : clause.end]}
    opens = clause.kind == "main" and all(t.tag not in ("C", "SUB", "REL")
                                          for t in tokens[: clause.subject])  # fmt: skip
    is_verb = clause.passive or clause.lemma not in _NOTHING_MEANT
    return opens and is_verb and after not in ("that", "to", "whether") and "that" not in inside


def _about(views: Sequence[View]) -> str:
    """The subject of a sentence that has only one, if it is one thing; empty for others."""
    subjects = {view.subject.casefold() for view in views if view.clause.kind == "main"}
    if len(subjects) != 1 or any(view.clause.kind == "content" for view in views):
        return ""
    view = next(view for view in views if view.clause.kind == "main")
    if view.clause.lemma in SAYING:
        return ""  # "The ministry said that the museum …": it is the museum
    said, head = view.subject, view.tokens[view.clause.subject_end - 1]
    mention = head.mention
    if mention is not None and mention.type not in ("organisation", "place"):
        return ""
    single = not re.search(r"(?<!s)(?<!us)(?<!is)s$", head.low) or mention is not None
    named = head.tag == "NAME" or said.lower().startswith(("the ", "a ", "an ", "its "))
    first = said.split()[0]
    if not single or not (named or first[:1].isupper()) or _SEVERAL.search(said):
        return ""
    if is_loose(said) or re.search(r"[\d,“”\"]", said) or len(said.split()) > 7:
        return ""
    # What is new to the reader is "a", and "the" once it is known.
    return re.sub(r"^an? ", "the ", said)
