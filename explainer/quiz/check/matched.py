"""The rule on items that match: each pair stands together in the source, and no other does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Quote
from explainer.findings import Finding, error, warning
from explainer.quiz.check import words
from explainer.quiz.check.denial import negation_differs
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import alike, held, stands_for, touches
from explainer.quiz.check.support import Manner, gaps
from explainer.quiz.check.tokens import Atom, Token
from explainer.quiz.check.words import Said
from explainer.quiz.item import Option


def match(ground: Ground) -> Iterator[Finding]:
    """Each target and its option stand together in one quote; no other pair does."""
    item = ground.item
    if item.kind != "match":
        return
    texts = {o.id: o.text for o in item.options}
    if len(item.targets) != len(item.key) or len(set(item.key)) != len(item.key):
        yield error("match-incomplete", "Each target needs one option of its own.")
        return
    unjoined = []
    for target, key in zip(item.targets, item.key, strict=True):
        for option in item.options:
            manner: Manner = "alike" if option.id == key else "strictly"
            together = _together(target, texts.get(option.id, ""), ground, manner)
            if option.id == key and not together:
                unjoined.append((target, option))
            elif option.id != key and together:
                yield error("distractor-may-be-true", f"'{option.text}' fits '{target}' too.")
    fits = {target: _fit(target, option.text, ground) for target, option in unjoined}
    weak = [target for target, fit in fits.items() if fit < 0.3]
    for target, option in unjoined:
        left_over = weak == [target] and fits[target] >= 0 and len(item.key) > 2
        left_over = left_over and not words.read(f"{target} {option.text}").atoms
        swapped = any(_better_swapped((target, option), other, ground)
                      for other in unjoined if other[1].id != option.id)  # fmt: skip
        if (left_over or fits[target] >= 0.3) and not swapped:
            yield warning("match-reworded", f"The evidence has other words for '{target}'.")
        else:
            yield error("key-unproven", f"No quote joins '{target}' and '{option.text}'.")


Pair = tuple[str, Option]


def _better_swapped(one: Pair, two: Pair, ground: Ground) -> bool:
    """Whether two pairs fit no worse with their options exchanged."""
    kept = sum(_fit(target, option.text, ground) for target, option in (one, two))
    return sum(_fit(t, o.text, ground) for t, o in ((one[0], two[1]), (two[0], one[1]))) >= kept


def _fit(target: str, option: str, ground: Ground) -> float:
    """How much of a description stands in the quote that names whom it is matched with, from 0 to
    1; -1 where no quote names them."""
    best = -1.0
    for name, told in ((target, option), (option, target)):
        named = [t for t in words.read(name).tokens if t.capital or t.atom]
        asked = words.content(words.read(told))
        if not asked or not named or any(not t.capital for t in words.content(words.read(name))):
            continue
        if named[-1].atom and all(t.capital for t in asked):
            continue
        for quote in ground.item.evidence:
            said = words.read(quote.quote)
            if not _names(named[-1], said):
                continue
            before = _before(quote, ground)
            held = [_is_part_of(t, said) or 0.5 * (_is_part_of(t, before) == 1) for t in asked]
            best = max(best, sum(held) / len(asked))
    return best


def _names(name: Token, said: Said) -> bool:
    if name.atom:
        return name.atom in said.atoms
    return any(words.same_name(name.text, t.text) for t in said.tokens if t.capital)


def _before(quote: Quote, ground: Ground) -> Said:
    """The sentence before a quote, which may say what kind of people it speaks of."""
    return ground.index.said(ground.index.before(quote))


def _is_part_of(token: Token, said: Said) -> float:
    low = token.text.casefold()
    if (
        stands_for(token.text, said)
        or words.fold(low) in said.names
        or any(
            len(low) > 4
            and (t.text.endswith(low) or (low.endswith(t.text.casefold()) and len(t.text) > 4))
            for t in said.tokens
        )
    ):  # "teacher", "schoolteacher"
        return 1.0
    return 0.5 * touches(low, said)


def _together(target: str, option: str, ground: Ground, manner: Manner) -> bool:
    for quote in ground.item.evidence:
        own = Ground(
            ground.item.model_copy(update={"evidence": (quote,), "fact_ids": ()}), ground.index
        )
        if all(_says(own, text, manner) for text in (target, option)):
            if not _counts_best(target, option, quote.quote, ground, manner):
                continue
            return manner == "alike" or all(_in_a_piece(t, quote.quote) for t in (target, option))
    return manner == "alike" and _is_known_as(target, option, ground)


def _counts_best(target: str, option: str, quote: str, ground: Ground, manner: Manner) -> bool:
    """Of several numbers of the item in one quote, whether the one matched has as much of the
    description in its part of the sentence as any other."""
    told, number = (target, option) if words.read(option).atoms else (option, target)
    own, item = words.read(number).atoms, ground.item
    if len(own) != 1 or words.content(words.read(number)) or words.read(told).atoms:
        return True
    said = words.read(told)
    asked: dict[Atom, int] = {}
    if any(t.capital for t in said.claims[1:]):
        return True
    for piece in _PIECES.split(quote):
        part = words.read(piece)
        for atom in part.atoms:
            near = _after(atom, part, said) if len(part.atoms) > 1 else held(said.substance, part)
            asked[atom] = max(near, asked.get(atom, 0))
    others = {a for text in [*item.targets, *(o.text for o in item.options)]
              for a in words.read(text).atoms}  # fmt: skip
    best = max((share for atom, share in asked.items() if atom in others), default=0)
    return asked.get(next(iter(own)), 0) >= (best or manner == "strictly")


def _after(atom: Atom, part: Said, said: Said) -> int:
    """How much of a description stands between a number and the next one of its part."""
    starts = [t.start for t in part.tokens if t.atom]
    at = next(t.start for t in part.tokens if t.atom == atom)
    end = min((s for s in starts if s > at), default=len(part.text))
    return held(said.substance, words.read(part.text[at:end]))


def _in_a_piece(text: str, quote: str) -> bool:
    """Whether the words of a description stand together, not scattered over a sentence."""
    said = words.read(text)
    claims = words.content(said)
    if len(claims) < 2 or any(t.capital or t.atom for t in said.tokens):
        return True
    pieces = [words.read(piece) for piece in _PIECES.split(quote)]
    return any(all(stands_for(t.text, piece) for t in claims) for piece in pieces)


_PIECES = re.compile(r"[,;:()–—]|\b(?:who|which|that|while|but)\b")


def _is_known_as(target: str, option: str, ground: Ground) -> bool:
    """Whether one is a name and the other what the source calls whoever has it: "its leader, Maja
    Orsted", the rest of the description standing around the evidence."""
    for name, role in ((target, option), (option, target)):
        called = ground.index.called.get(ground.index.person(name), frozenset())
        heads = words.content(words.read(re.split(r"\b(?:of|at|in|for|from)\b", role)[0]))
        named = heads and any(heads[-1].form == c or alike(heads[-1].text, c) for c in called)
        if named and not heads[-1].capital:
            rest = [t for t in words.content(words.read(role)) if t.start != heads[-1].start]
            if all(stands_for(t.text, ground.around) or words.fold(t.text) in ground.around.names
                   or t.form in called for t in rest):  # fmt: skip
                return True
    return False


def _says(own: Ground, text: str, manner: Manner) -> bool:
    said = words.read(text)
    missing = gaps(said, own, manner)
    if negation_differs(said, own):
        return False
    return not [g for g in missing if g.kind != "word"] and len(missing) <= 0.2 * max(
        1, len(words.content(said))
    )


RULES: tuple[Rule, ...] = (match,)
