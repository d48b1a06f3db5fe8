"""Is a statement true, or false, as its key says?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from explainer.extract.words import word_forms
from explainer.findings import Finding, error, warning
from explainer.quiz.check import words
from explainer.quiz.check.called_off import GIVEN_UP, OFF, called_off
from explainer.quiz.check.claim import contradictions, supported
from explainer.quiz.check.denial import (
    denies_alike,
    denies_from_then,
    denies_more,
    negation_differs,
)
from explainer.quiz.check.denied import denied_in_full
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import related, stands_for, touches
from explainer.quiz.check.lexicon import SHELLS
from explainer.quiz.check.near import is_verb
from explainer.quiz.check.proof import against
from explainer.quiz.check.rivals import true_elsewhere
from explainer.quiz.check.sameness import same
from explainer.quiz.check.support import Gap, gaps, neighbours_differ, opposite
from explainer.quiz.check.undone import made_surer
from explainer.quiz.check.words import Said, right
from explainer.verify.tables import GENERIC

_VERBATIM = 0.6  # share of its words from which on a statement only replaces words of the source


_BEFORE_VERB = r"\b(?:to|not|did|does|will|would|can|could|may|might|must|should) "


@dataclass
class _Held:
    """A statement held against its evidence: what differs."""

    said: Said
    ground: Ground

    @cached_property
    def gaps(self) -> list[Gap]:
        return gaps(self.said, self.ground, manner="freely")

    @property
    def hard(self) -> list[Gap]:
        return [g for g in self.gaps if g.kind != "word"]

    @cached_property
    def loose(self) -> list[str]:
        """Words that nothing in the evidence stands for, those left out that say little."""
        return [g.text for g in gaps(self.said, self.ground) if g.kind == "word"
                and not words.lemmas(g.text) & (GENERIC | SHELLS)]  # fmt: skip

    @cached_property
    def foreign(self) -> list[str]:
        """Loose words that the sentences around have not either."""
        return [w for w in self.loose if not stands_for(w, self.ground.around)]

    @cached_property
    def denial(self) -> str | None:
        return (
            negation_differs(self.said, self.ground)
            or denies_more(self.said, self.ground)
            or denied_in_full(self.said, self.ground)
        )

    @cached_property
    def disagrees(self) -> str | None:
        """What the statement and the evidence say of one thing in two ways, as a sentence."""
        if counts := neighbours_differ(self.said, self.ground):
            return f"in the source '{counts.text}' counts something else"
        if turned := opposite(self.said, self.ground):
            return f"it says '{turned[0]}', the source '{turned[1]}'"
        word = against(self.said, self.ground)
        if word and not self.supported_in_words and _is_deed(word):
            return f"it says '{word}', the source the opposite"
        return None

    @cached_property
    def supported(self) -> bool:
        return supported(self.said.text, self.ground)

    @property
    def supported_in_words(self) -> bool:
        """Whether `verify` bears it out and no other word is missing."""
        return self.supported and len(self.loose) > 1

    @property
    def replaces(self) -> list[str]:
        """Loose things and qualities of a statement that has the words of the evidence else; what
        happens may be told in other words."""
        claims = words.content(self.said)
        kept = [t for t in claims if self.ground.has_word(t.text)]
        if len(kept) < _VERBATIM * len(claims):
            return []
        told = self.ground.evidence.tokens
        return [w for w in self.foreign if not any(related(w, t.text) for t in told)
                and not word_forms(w.casefold()).forms & {"VBD", "VBN"}
                and word_forms(w.casefold()).classes & {"N", "J"}
                and not re.search(_BEFORE_VERB + rf"{re.escape(w)}\b", self.said.text)]  # fmt: skip


def statement(ground: Ground) -> Iterator[Finding]:
    """True or false? A false statement differs in exactly one thing."""
    item = ground.item
    if item.kind != "true_false" or len(right(item)) != 1:
        return
    answer = words.keyed(item)
    text = re.sub(r"^\s*true or false\s*[?:.]\s*", "", item.stem, flags=re.I)
    held = _Held(words.read(text), ground)
    if answer == "true":
        yield from _keyed_true(held)
    elif answer == "false":
        yield from _keyed_false(held)
        yield from _correction(ground, held.said)
    else:
        yield error("true-or-false", "The options must be True and False.")


def _is_deed(word: str) -> bool:
    known = word_forms(word.casefold())
    return "V" in known.classes and not known.classes & {"J"}


def differs(ground: Ground) -> bool:
    """Whether a statement keyed false, by its words and not by a value in it, says other than its
    evidence, whoever says that."""
    item = ground.item
    if item.kind != "true_false" or words.keyed(item) != "false":
        return False
    held = _Held(words.read(item.stem), ground)
    return not held.hard and bool(
        held.denial or held.disagrees or made_surer(item.stem, ground)
        or contradictions(item.stem, ground) or held.replaces
    )  # fmt: skip


def _keyed_true(held: _Held) -> Iterator[Finding]:
    for gap in held.hard:
        yield error("statement-unproven", f"The evidence has no '{gap.text}'.")
    if held.disagrees:
        yield error("statement-unproven", f"Evidence and statement disagree: {held.disagrees}.")
    if held.denial and not (held.supported and denies_alike(held.said, held.ground)):
        yield error("statement-unproven", f"Evidence and statement disagree: {held.denial}.")
    if late := denies_from_then(held.said, held.ground):
        yield error("statement-unproven", f"Evidence and statement disagree: {late}.")
    denials = sum(map(words.is_negation, held.said.tokens))
    if denials > max(1, sum(map(words.is_negation, held.ground.evidence.tokens))):
        yield error("statement-unproven", "The statement denies twice, the evidence does not.")
    claims = len(words.content(held.said))
    if held.supported:
        return
    off = GIVEN_UP.search(held.ground.evidence.text)
    denies = any(map(words.is_negation, held.said.tokens)) or OFF.search(held.said.text)
    if off and held.foreign and not denies and _is_verb_of(held.foreign[0], held.said):
        yield error("statement-unproven", f"The source has “{off.group()}”.")
    if claims == 2 and (told := _tells_else(held)):
        yield error("statement-unproven", f"The evidence has no '{told}', nor a word for it.")
    if held.replaces or len(held.foreign) > max(1, 0.5 * claims):
        word = (held.replaces or held.foreign)[0]
        yield error("statement-unproven", f"The evidence has no '{word}', nor a word for it.")
    elif held.foreign:
        yield warning("statement-reworded", f"The evidence has no '{held.foreign[0]}'.")


def _is_verb_of(word: str, said: Said) -> bool:
    return any(t.text == word and is_verb(t) for t in said.tokens)


def _tells_else(held: _Held) -> str | None:
    """The verb of a short statement of which nothing but its subject is told: "the ferry sank" for
    "the ferry ran aground"."""
    verb = words.content(held.said)[1]
    near = touches(verb.text, held.ground.evidence) or verb.text not in held.foreign
    if near or held.denial or verb.text.endswith("ing") or not is_verb(verb):
        return None
    return verb.text


def _keyed_false(held: _Held) -> Iterator[Finding]:
    ground, loose, hard = held.ground, held.loose, held.hard
    claims = len(words.content(held.said))
    one = len(hard) == 1 and _UNTIL.search(ground.evidence.text)
    plain = len(hard) + bool(held.denial and not one) + bool(held.disagrees)
    surer = made_surer(held.said.text, ground)
    off = called_off(held.said, ground)
    other = surer or contradictions(held.said.text, ground) or off
    values = any(g.kind == "value" for g in hard) or held.disagrees
    few = len(loose) <= (max(1, 0.2 * claims) if not ground.item.correction else 0)
    borne_out = held.supported and not _names_another(held) and not off
    if (borne_out and not values and not surer) or (few and not (plain or other or held.replaces)):
        yield error(
            "statement-true",
            "All that the statement says stands in the evidence: key it True, or change one thing.",
        )
    if plain > 1:
        yield error("statement-two-faults", "More than one thing is wrong with the statement.")
    if len(loose) > 0.5 * max(claims, 1) and not (plain or other):
        found = warning if ground.item.correction else error
        yield found("statement-astray", "The statement is about something else.")
    for gap in hard:
        if true_elsewhere(held.said, ground):
            yield error("statement-true", f"Another sentence may prove '{gap.text}'.")


# "By 2027" for "not before 2028" is one fault.
_UNTIL = re.compile(
    r"(?:\b(?:not|no|never)|n['’]t)\b[^,.;]{0,30}\b(?:before|until|later than|earlier than)\b", re.I
)


def _names_another(held: _Held) -> bool:
    """Whether the correction names someone else, and the source bears that out."""
    correction = held.ground.item.correction or ""
    return bool(words.read(correction).names - held.said.names) and supported(
        correction, held.ground
    )


def _correction(ground: Ground, said: Said) -> Iterator[Finding]:
    correction = ground.item.correction
    if not correction:
        yield warning("no-correction", "A false statement deserves its correction.")
        return
    fixed = words.read(correction)
    wrong_there = [g for g in gaps(fixed, ground, "freely") if g.kind != "word"]
    if wrong_there or (negation_differs(fixed, ground) and not supported(correction, ground)):
        yield error("correction-wrong", "The evidence does not prove the correction.")
    denials = [sum(map(words.is_negation, s.tokens)) for s in (fixed, said)]
    if same(correction, said.text, ground) and denials[0] == denials[1]:
        yield error("correction-wrong", "The correction is the statement itself.")


RULES: tuple[Rule, ...] = (statement,)
