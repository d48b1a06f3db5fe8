"""Does the evidence support these words? Numbers, times, names, negations, then the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.lexicon import LIGHT, OPPOSITES
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.words import Said


@dataclass(frozen=True, slots=True)
class Gap:
    """Words the evidence does not support. Neighbouring ones of one kind are one gap."""

    kind: Literal["value", "name", "word"]
    text: str
    start: int
    end: int


def gaps(said: Said, ground: Ground) -> list[Gap]:
    """What `said` claims beyond the evidence, in order."""
    found: list[Gap] = []
    heads = {t.start for t in words.content(said)}
    for token in said.tokens:
        kind = _gap_kind(token, said, ground, heads)
        if kind is None:
            continue
        if found and found[-1].kind == kind != "word" and _adjacent(said, found[-1].end, token):
            last = found.pop()
            found.append(Gap(kind, said.text[last.start : token.end], last.start, token.end))
        else:
            found.append(Gap(kind, token.text, token.start, token.end))
    return found


def _adjacent(said: Said, end: int, token: Token) -> bool:
    return not re.search(r"[^\s,.'’-]", said.text[end : token.start]) and token.start - end <= 2


def _gap_kind(
    token: Token, said: Said, ground: Ground, heads: set[int]
) -> Literal["value", "name", "word"] | None:
    if token.atom is not None:
        return None if knows_atom(token, ground) else "value"
    if token.start not in heads:
        return None
    if token.capital and _is_name(token, said, ground):
        known = all(ground.knows_name(p) for p in token.text.split("-") if p)
        return None if known else "name"
    inner = [p for p in token.text.split("-")[1:] if p[:1].isupper()]  # "anti-NATO"
    if inner and not all(ground.knows_name(p) for p in inner):
        return "name"
    return None if ground.knows_word(token.text) else "word"


def _is_name(token: Token, said: Said, ground: Ground) -> bool:
    """A capital after the first word, or a first word that no dictionary knows as common."""
    before = said.text[: token.start].rstrip()
    if before and before[-1] not in ".?!:\"“”'‘«(\n":
        return True
    low = token.text.casefold()
    if low in ground.index.lower_words:
        return False
    return not words.lemmas(low)


def knows_atom(token: Token, ground: Ground) -> bool:
    kind, value = token.atom or ("", 0.0)
    if (kind, value) in ground.atoms:
        return True
    if kind == "decade":
        return any(k == "decade" and v % 100 == value % 100 and min(v, value) < 100
                   for k, v in ground.atoms)  # fmt: skip
    if kind == "number" and value == 1.0:
        # "one" is also an article or a pronoun; "a killed man" is one man
        return bool(re.search(r"\b(?:a|an|one)\b", ground.evidence.text, re.I))
    if kind == "ordinal" and ("number", value) in ground.atoms:
        return True
    return kind == "season" and token.form in ground.evidence.forms


def neighbours_differ(said: Said, ground: Ground) -> Token | None:
    """A number whose counted word belongs to another number in the evidence."""
    here = _counted(said)
    there = _counted(ground.evidence)
    for token, noun in here:
        if noun is None or token.atom is None:
            continue
        mine = {n for t, n in there if t.atom == token.atom}
        others = {n for t, n in there if t.atom != token.atom and t.atom}
        if mine and noun not in mine and noun in others:
            return token
    return None


def _counted(said: Said) -> list[tuple[Token, str | None]]:
    """Each number with the next word it may count."""
    found = []
    for place, token in enumerate(said.tokens):
        if token.atom is None or token.atom[0] != "number":
            continue
        noun = None
        for later in said.tokens[place + 1 : place + 4]:
            if later.text.casefold() in ("of", "the", "more", "other"):
                continue
            noun = later.form if later.atom is None else None
            break
        found.append((token, noun))
    return found


def negated(said: Said) -> list[str]:
    """For each negation the word it falls on, in one form."""
    found = []
    for place, token in enumerate(said.tokens):
        if not words.is_negation(token) or _limits(said, place):
            continue
        rest = said.tokens[place + 1 : place + 6]
        head = next((t for t in rest if t.text.casefold() not in LIGHT), None)
        found.append(_key(head) if head else "")
    return found


def _key(token: Token) -> str:
    # "not more than 5,000" and "not more than 3,000" deny in one way
    return "#" if token.atom else token.form


def _limits(said: Said, place: int) -> bool:
    """ "no more than 5,000", "not only", "no later than", "not until" deny nothing."""
    after = " ".join(t.text.casefold() for t in said.tokens[place + 1 : place + 3])
    return after.startswith(("more than", "less than", "fewer than", "later than", "only", "until",
                             "just", "least"))  # fmt: skip


def negation_differs(said: Said, ground: Ground, also: frozenset[str] = frozenset()) -> str | None:
    """What `said` denies and the evidence does not, or the other way round, in plain words.

    `also` are forms of words that stand beside `said`, such as those of the key.
    """
    here, there = negated(said), negated(ground.evidence)
    for head in here:
        if head not in there and not (head == "" and there):
            return f"it denies '{head}', which the evidence does not deny"
    forms = {_key(t) for t in said.tokens} | also
    if re.search(r"\b(?:at most|no more than|up to|maximum|at least)\b", said.text, re.I):
        return None
    for head in there:
        if not head or head in here or head not in forms:
            continue
        plain = sum(1 for t in ground.evidence.tokens if _key(t) == head)
        if plain <= there.count(head):
            return f"the evidence denies '{head}', and it does not"
    return None


def opposite(said: Said, ground: Ground) -> tuple[str, str] | None:
    """A word of `said` whose opposite stands in the evidence while the word does not."""
    here = {t.text.casefold() for t in said.tokens}
    there = {t.text.casefold() for t in ground.evidence.tokens}
    for pair in OPPOSITES:
        for mine, other in (pair, pair[::-1]):
            if mine in here and mine not in there and other in there and other not in here:
                return mine, other
    return None


def coverage(said: Said, other: Said) -> float:
    """Share of the claiming words, numbers and names of `said` that `other` also has."""
    claims = [*(t for t in said.tokens if t.atom), *words.content(said)]
    if not claims:
        return 0.0
    folded = {words.fold(t.text) for t in other.tokens}
    held = sum(
        1
        for t in claims
        if (t.atom in other.atoms if t.atom else t.form in other.forms
            or words.fold(t.text) in folded)
    )  # fmt: skip
    return held / len(claims)
