"""Of two things told in one sentence with opposite verbs, each keeps its own: "bans bags in shops
but allows them in markets"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.claim_text import claim_of
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import alike, opposed, stands_for
from explainer.quiz.check.proof import is_clause
from explainer.quiz.check.words import Said, told_true
from explainer.quiz.item import option_texts

_PARTS = re.compile(r"[;,]|\b(?:but|while|whereas|although|though|and)\b")


def with_its_own_verb(ground: Ground) -> Iterator[Finding]:
    """What stands only in the part of a sentence that has the opposite verb is not told with this
    one."""
    for text, ends in _told(ground):
        found = crossed(text, ground)
        if found and found in ends:
            yield error("joined-wrongly", f"In the source '{found}' is not told so.")
            return


def crossed(text: str, ground: Ground) -> str | None:
    """The word of a text that the evidence has with the opposite verb only."""
    said = words.read(text)
    if any(map(words.is_negation, said.tokens)):
        return None
    for sentence in ground.sentences:
        parts = [words.read(p) for p in _PARTS.split(ground.index.said(sentence).text)]
        if found := _crossed(said, parts):
            return found
    return None


def _told(ground: Ground) -> list[tuple[str, frozenset[str]]]:
    """What an item gives as so, with the words of it that its key stands or falls with."""
    item = ground.item
    if told_true(item):
        return [(item.stem, _all(item.stem))]
    if item.kind != "single_choice" or ground.asks_for_the_false:
        return []
    keys = [key for key in option_texts(item, item.key) if not is_clause(words.read(key))]
    return [(claim, _plain(key)) for key in keys if (claim := claim_of(item.stem, key))]


def _all(text: str) -> frozenset[str]:
    return frozenset(t.text for t in words.read(text).claims)


def _plain(text: str) -> frozenset[str]:
    return frozenset(t.text for t in words.read(text).claims if not t.capital)


def _crossed(said: Said, parts: list[Said]) -> str | None:
    """A word that only a part with the opposite of a verb has, where another part has the verb."""
    for verb in said.claims:
        has = [p for p in parts if any(alike(verb.text, t.text) for t in p.claims)]
        against = [p for p in parts if p not in has
                   and any(opposed(verb.text, t.text) for t in p.claims)]  # fmt: skip
        if not has or not against:
            continue
        rest = [t for t in said.claims if t is not verb and not t.atom]
        mine = [t.text for t in rest if any(stands_for(t.text, p) for p in against)
                and not any(stands_for(t.text, p) for p in has)]  # fmt: skip
        own = [t for t in rest if any(stands_for(t.text, p) for p in has)]
        if mine and len(own) < len(rest) and (mine[-1] == rest[-1].text or mine == [rest[0].text]):
            return mine[-1]
    return None


RULES: tuple[Rule, ...] = (with_its_own_verb,)
