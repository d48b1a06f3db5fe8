"""Is the key right, and is every other option wrong? One rule for each kind of item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding
from explainer.quiz.check import words
from explainer.quiz.check.finding import Rule, error, warning
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.sameness import same
from explainer.quiz.check.support import (
    coverage,
    gaps,
    negation_differs,
    neighbours_differ,
    opposite,
)
from explainer.quiz.check.words import Said
from explainer.quiz.item import Option

_ASKS = (
    ("number", re.compile(r"\bhow (?:many|much)\b|\bwhat (?:number|percentage|share)\b|"
                          r"\bat how (?:many|much)\b", re.I)),
    ("time", re.compile(r"^\W*(?:when|(?:in|on|during|by|since) (?:what|which) (?:year|month|day|"
                        r"date|decade|century|period)|what (?:year|date))\b", re.I)),
    ("person", re.compile(r"^\W*who(?:se|m)?\b", re.I)),
)  # fmt: skip


def right(ground: Ground) -> list[Option]:
    return [o for o in ground.item.options if o.id in ground.item.key]


def wrong(ground: Ground) -> list[Option]:
    return [o for o in ground.item.options if o.id not in ground.item.key]


def supported(text: str, ground: Ground) -> str | None:
    """None if the evidence has all that an answer says; else what it lacks."""
    said = words.read(text)
    missing = gaps(said, ground)
    hard = [g for g in missing if g.kind != "word"]
    if hard:
        return hard[0].text
    loose = [g for g in missing if g.kind == "word"]
    claims = len(words.content(said))
    has_value = any(t.atom for t in said.tokens)
    if loose and (has_value or len(loose) > max(1, 0.34 * claims) or claims == len(loose)):
        return loose[0].text
    return None


def choice(ground: Ground) -> Iterator[Finding]:
    if ground.item.kind not in ("single_choice", "multiple_answer") or not ground.item.evidence:
        return
    if any(t.text.isupper() and words.is_negation(t) for t in words.read(ground.item.stem).tokens):
        yield from _choice_of_the_false(ground)
        return
    for option in right(ground):
        lacks = supported(option.text, ground)
        if lacks is not None:
            yield error("key-unproven", f"The evidence does not say '{lacks}', so not the key.")
        elif differs := neighbours_differ(words.read(option.text), ground):
            yield error("key-unproven", f"In the evidence '{differs.text}' counts something else.")
    yield from _counts_what_is_asked(ground)
    yield from _untrue(ground)
    yield from _one_type(ground)


def _choice_of_the_false(ground: Ground) -> Iterator[Finding]:
    for option in right(ground):
        if supported(option.text, ground) is None:
            yield error("key-unproven", f"'{option.text}' stands in the evidence after all.")
    for option in wrong(ground):
        if supported(option.text, ground) is not None:
            yield error("distractor-may-be-true", f"'{option.text}' may be right too.")


def _untrue(ground: Ground) -> Iterator[Finding]:
    """No other option may stand in the evidence, or be true by another sentence."""
    for option in wrong(ground):
        said = words.read(option.text)
        if not said.tokens:
            continue
        if _in_evidence(said, ground):
            yield error("distractor-may-be-true", f"The evidence also has '{option.text}'.")
        elif where := true_elsewhere(said, ground):
            yield error("distractor-may-be-true", f"'{option.text}' fits too: “{where}”.")
        elif holder := _holds_key(option.text, ground):
            yield error(
                "distractor-may-be-true", f"'{option.text}' holds {holder}, so is true too."
            )


def _in_evidence(said: Said, ground: Ground) -> bool:
    claims = [*(t for t in said.tokens if t.atom), *words.content(said)]
    if not claims:
        return words.spoken(said.text).casefold() in words.spoken(ground.evidence.text).casefold()
    missing = {g.start for g in gaps(said, ground)}
    if any(t.atom for t in claims) or all(t.capital for t in claims):
        return not missing
    return len(missing) <= 0.25 * len(claims)


def true_elsewhere(answer: Said, ground: Ground) -> str | None:
    """A sentence of the source that says of `answer` what the stem asks, if there is one."""
    stem = words.read(ground.item.stem)
    claims = [t for t in answer.tokens if t.atom or t in words.content(answer)]
    if not claims:
        return None
    rarest = min((ground.index.sentences_with(t.text) for t in claims), key=len, default=[])
    cited = {s.start for s in ground.sentences}
    bar = coverage(stem, ground.evidence)
    for sentence in rarest:
        if sentence.start in cited:
            continue
        said = ground.index.said(sentence)
        if coverage(answer, said) < 1.0:
            continue
        if (share := coverage(stem, said)) >= 0.75 and share >= 0.85 * bar:
            return said.text[:70]
    return None


def _holds_key(text: str, ground: Ground) -> str | None:
    """A place that contains the place of the key is as true as the key."""
    keys = {words.fold(o.text) for o in right(ground)}
    option = words.fold(text)
    for fact in ground.index.facts.values():
        if fact.kind != "located":
            continue
        place, container = fact.part("place"), fact.part("container")
        if not place or not container or words.fold(container.value) != option:
            continue
        if words.fold(place.value) in keys or words.fold(place.text) in keys:
            return place.value
    return None


def _counts_what_is_asked(ground: Ground) -> Iterator[Finding]:
    """Of several numbers in the evidence, the key is the one the stem asks for."""
    item = ground.item
    if not _ASKS[0][1].search(item.stem):
        return
    for option in right(ground):
        yield from _fits_noun(words.read(option.text), ground)


def _fits_noun(answer: Said, ground: Ground) -> Iterator[Finding]:
    asked = re.search(
        r"\bhow (?:many|much)\s+([^\W\d_]+(?:[ -][^\W\d_]+)?)", ground.item.stem, re.I
    )
    mine = {t.atom for t in answer.tokens if t.atom}
    if not asked or not mine:
        return
    forms = {t.form for t in words.read(asked[1]).tokens}
    evidence = ground.evidence.tokens
    fits: dict[bool, bool] = {True: False, False: False}
    for place, token in enumerate(evidence):
        if token.atom and token.atom[0] == "number":
            noun = any(t.form in forms for t in evidence[place + 1 : place + 4])
            fits[token.atom in mine] |= noun
    if fits[False] and not fits[True]:
        yield error("key-counts-other", f"The number asked for is not '{answer.text}'.")


def _one_type(ground: Ground) -> Iterator[Finding]:
    kinds = {o.id: _type(o.text) for o in ground.item.options}
    keys = {kinds[o.id] for o in right(ground)}
    for option in wrong(ground):
        if len(keys) == 1 and kinds[option.id] not in keys:
            yield error("option-type", f"'{option.text}' is not of the key's kind.")
    for asked, pattern in _ASKS[:2]:
        if pattern.search(ground.item.stem):
            for option in right(ground):
                if kinds[option.id] not in ("number", "time"):
                    yield error("option-type", f"'{option.text}' does not answer by a {asked}.")


def _type(text: str) -> str:
    said = words.read(text)
    kinds = {t.atom[0] for t in said.tokens if t.atom}
    if kinds - {"ordinal"}:
        return "number"
    return "words"


def statement(ground: Ground) -> Iterator[Finding]:
    """True or false? A false statement differs in exactly one thing."""
    item = ground.item
    if item.kind != "true_false" or len(right(ground)) != 1:
        return
    answer = right(ground)[0].text.strip().casefold()
    said = words.read(re.sub(r"^\s*true or false\s*[?:.]\s*", "", item.stem, flags=re.I))
    missing = gaps(said, ground)
    hard = [g for g in missing if g.kind != "word"]
    loose = [g for g in missing if g.kind == "word"]
    claims = len(words.content(said))
    negated = negation_differs(said, ground)
    counts = neighbours_differ(said, ground)
    turned = opposite(said, ground)
    differences = len(hard) + bool(negated) + bool(counts) + bool(turned)
    if answer == "true":
        for gap in hard:
            yield error("statement-unproven", f"The evidence has no '{gap.text}'.")
        if negated or counts or turned:
            yield error("statement-unproven", f"Evidence and statement disagree: "
                        f"{negated or (counts and counts.text) or turned}.")  # fmt: skip
        if len(loose) > max(1, 0.34 * claims):
            yield error("statement-unproven", f"The evidence has no '{loose[0].text}'.")
    elif answer == "false":
        if differences == 0 and len(loose) <= (max(1, 0.2 * claims) if not item.correction else 0):
            yield error("statement-true", "All that the statement says stands in the evidence.")
        if differences > 1:
            yield error("statement-two-faults", "More than one thing is wrong with the statement.")
        if len(loose) > 0.5 * max(claims, 1):
            yield error("statement-astray", "The statement is about something else.")
        for gap in hard:
            if true_elsewhere(said, ground):
                yield error("statement-true", f"Another sentence may prove '{gap.text}'.")
        yield from _correction(ground, said)
    else:
        yield error("true-or-false", "The options must be True and False.")


def _correction(ground: Ground, said: Said) -> Iterator[Finding]:
    correction = ground.item.correction
    if not correction:
        yield warning("no-correction", "A false statement deserves its correction.")
        return
    fixed = words.read(correction)
    wrong_there = [g for g in gaps(fixed, ground) if g.kind != "word"]
    if wrong_there or negation_differs(fixed, ground):
        yield error("correction-wrong", "The evidence does not prove the correction.")
    if same(correction, said.text, ground):
        yield error("correction-wrong", "The correction is the statement itself.")


def number(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    if item.kind != "number_entry":
        return
    for key in item.key:
        texts = {o.id: o.text for o in item.options}
        said = words.read(texts.get(key, key))
        atoms = {a for a in said.atoms if a[0] == "number"}
        if len(atoms) != 1:
            yield error("key-not-a-number", f"'{key}' is not one number.")
            continue
        if not atoms <= ground.atoms:
            yield error("key-unproven", f"The evidence does not give {key}.")
        yield from _fits_noun(said, ground)
        value = next(iter(atoms))[1]
        if item.tolerance is not None and item.tolerance >= max(abs(value), 1):
            yield error("tolerance", "The tolerance lets any answer pass.")


RULES: tuple[Rule, ...] = (choice, statement, number)
