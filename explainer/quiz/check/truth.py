"""Is the key right, and is every other option wrong? One rule for each kind of item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error, warning
from explainer.quiz.check import words
from explainer.quiz.check.candidates import is_part_of_them
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.near import ends_its_clause
from explainer.quiz.check.proof import against, is_clause, proof, reckoned, scale_asked
from explainer.quiz.check.support import gaps, neighbours_differ, touched
from explainer.quiz.check.undone import made_surer
from explainer.quiz.check.words import Said, right, wrong
from explainer.quiz.item import option_texts
from explainer.word_set import word_set


def choice(ground: Ground) -> Iterator[Finding]:
    """The evidence proves each key, and of several numbers the one that is asked for."""
    item = ground.item
    if item.kind not in ("single_choice", "multiple_answer") or not item.evidence:
        return
    if ground.asks_for_the_false:
        yield from _choice_of_the_false(ground)
        return
    for option in right(item):
        yield from _proven(option.text, ground)
        if differs := neighbours_differ(words.read(option.text), ground):
            yield error("key-unproven", f"In the evidence '{differs.text}' counts something else.")
        yield from _fits_noun(words.read(option.text), ground)


def _proven(text: str, ground: Ground) -> Iterator[Finding]:
    found = proof(text, ground)
    if found.how == "none" and _stands_out(text, ground):
        yield warning("key-reworded", f"The evidence has other words for '{found.lacks}'.")
    elif found.how == "none":
        yield error(
            "key-unproven",
            f"The evidence does not say '{found.lacks}', so it does not prove the key: cite the "
            "sentence that does, or mend the key.",
        )
    elif found.how == "loose":
        yield warning("key-reworded", f"The evidence has other words for '{found.lacks}'.")
    elif found.how == "reckoned":
        yield warning("key-reckoned", f"'{found.lacks}' must be reckoned; the evidence has it not.")


def _stands_out(text: str, ground: Ground) -> bool:
    """Whether a key may be a retelling: a sentence of its own, with no value or name that the
    evidence lacks, nothing in it turned round, to a question the evidence speaks of, and no other
    option having far more of its words: "She let the game go on" for "waved play on"."""
    mine = words.read(text)
    if any(g.kind != "word" for g in gaps(mine, ground)) or not is_clause(mine):
        return False
    if against(mine, ground):
        return False
    here = touched(mine, ground.evidence)
    best = max(
        (touched(words.read(o.text), ground.evidence) for o in wrong(ground.item)), default=0
    )
    if here >= max(0.33, best + 0.3):
        return True
    spoken_of = touched(words.asked(ground.item.stem), ground.evidence)
    return _has_subject(mine) and spoken_of >= 0.25 and best < here + 0.75


def _has_subject(said: Said) -> bool:
    """Whether an answer is a sentence, no phrase or clause of reason hung on the question."""
    return len(said.tokens) > 3 and said.tokens[0].text.casefold() not in _HANGS


def _choice_of_the_false(ground: Ground) -> Iterator[Finding]:
    for option in right(ground.item):
        if proof(option.text, ground).how == "full" and not made_surer(option.text, ground):
            yield error("key-unproven", f"'{option.text}' stands in the evidence after all.")
    for option in wrong(ground.item):
        if proof(option.text, ground).how != "full":
            yield error("distractor-may-be-true", f"'{option.text}' may be right too.")


def _fits_noun(answer: Said, ground: Ground) -> Iterator[Finding]:
    """Of several numbers in the evidence, the key is the one that counts what the stem asks."""
    if reckoned(answer, ground):
        return
    asked = re.search(
        r"\bhow (?:many|much)\s+(?:of (?:the|these|those|its|their|his|her)\s+)?"
        r"([^\W\d_]+(?:[ -][^\W\d_]+)?)",
        ground.item.stem,
        re.I,
    )
    mine = {t.atom for t in answer.tokens if t.atom}
    scale = scale_asked(ground.item.stem)
    mine |= {(kind, value * scale) for kind, value in mine if kind == "number"}
    if not asked or not mine:
        return
    forms = {t.form for t in words.read(asked[1]).tokens if not t.atom}
    evidence = ground.evidence.tokens
    fits: dict[bool, bool] = {True: False, False: False}
    for place, token in enumerate(evidence):
        if token.atom and token.atom[0] == "number":
            after = evidence[place + 1 : place + 6]
            if token.atom in mine and is_part_of_them(
                ground.item.stem, ground.evidence.text[: token.start]
            ):
                return
            bare = ends_its_clause(ground.evidence.text[token.end :])
            noun = any(t.form in forms for t in after) or (token.atom in mine and bare)
            fits[token.atom in mine] |= noun
    if fits[False] and not fits[True]:
        yield error("key-counts-other", f"The number asked for is not '{answer.text}'.")


def number(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    if item.kind != "number_entry":
        return
    for key, text in zip(item.key, option_texts(item, item.key), strict=True):
        said = words.read(text)
        atoms = {a for a in said.atoms if a[0] == "number"}
        if len(atoms) != 1:
            yield error("key-not-a-number", f"'{key}' is not one number.")
            continue
        scaled = {(kind, value * scale_asked(item.stem)) for kind, value in atoms}
        if not (atoms <= ground.atoms or scaled <= ground.atoms or reckoned(said, ground)):
            yield error("key-unproven", f"The evidence does not give {key}.")
        yield from _fits_noun(said, ground)
        value = next(iter(atoms))[1]
        if item.tolerance is not None and item.tolerance >= max(abs(value), 1):
            yield error("tolerance", "The tolerance lets any answer pass.")


_HANGS = word_set("because to by for in on at with from into of about around until since as so")
RULES: tuple[Rule, ...] = (choice, number)
