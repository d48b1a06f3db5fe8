"""Does the evidence support these words? Numbers, times, names, negations, then the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import alike, stands_for, touches
from explainer.quiz.check.lexicon import NO_NAME, OPPOSITES
from explainer.quiz.check.shares import shares
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.values import (
    SHARE_WORDS,
    is_in_share,
    is_of_the_known,
    knows_atom,
    of_the_context,
)
from explainer.quiz.check.words import Said


@dataclass(frozen=True, slots=True)
class Gap:
    """Words the evidence does not support. Neighbouring ones of one kind are one gap."""

    kind: Literal["value", "name", "word"]
    text: str
    start: int
    end: int


Manner = Literal["strictly", "alike", "freely"]


def gaps(said: Said, ground: Ground, manner: Manner = "alike") -> list[Gap]:
    """What `said` claims beyond the evidence, in order. Its words must be the evidence's own
    (`strictly`) or may stand for them (`alike`); a text that is worded `freely` may name what the
    evidence calls "it", and use words of the sentences around."""
    found: list[Gap] = []
    heads = {t.start for t in words.content(said)}
    for token in said.tokens:
        kind = _gap_kind(token, said, ground, heads, manner)
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
    token: Token, said: Said, ground: Ground, heads: set[int], manner: Manner
) -> Literal["value", "name", "word"] | None:
    if token.atom is not None:
        known = knows_atom(token, said, ground) or (
            manner == "freely"
            and (
                token.text.casefold() == "one"
                or of_the_context(token.atom, ground)
                or is_of_the_known(token, said, ground)
            )
        )
        return None if known else "value"
    if token.start not in heads:
        return None
    if token.capital and _is_title(token, said):
        return None
    if token.capital and _is_name(token, said, ground):
        known = all(
            ground.knows_name(p) or (manner == "freely" and ground.refers_to(p))
            for p in token.text.split("-")
            if p
        )
        return None if known else "name"
    inner = [p for p in token.text.split("-")[1:] if p[:1].isupper()]  # "anti-NATO"
    if inner and not all(ground.knows_name(p) for p in inner):
        return "name"
    knows = {"strictly": ground.has_word, "alike": ground.knows_word, "freely": ground.is_near}
    if token.form in ("percent", "percentag", "cent") and shares(ground.evidence.text):
        return None
    if token.text.casefold() in SHARE_WORDS and shares(ground.evidence.text):
        return None if is_in_share(token, said, ground) else "value"
    phrase = said.phrases.get(token.start)
    known = knows[manner](token.text) or (phrase is not None and knows[manner](phrase))
    return None if known else "word"


def _is_title(token: Token, said: Said) -> bool:
    """ "General" in "General Quispal": no name, but what stands before one."""
    following = next((t for t in said.tokens if t.start > token.start), None)
    beside = following is not None and following.capital and following.start - token.end <= 2
    return beside and token.text.casefold() in NO_NAME


def _is_name(token: Token, said: Said, ground: Ground) -> bool:
    """A capital after the first word, or a first word that no dictionary knows as common."""
    before = said.text[: token.start].rstrip()
    if before and before[-1] not in ".?!:\"“”'‘«(\n":
        return True
    low = token.text.casefold()
    if low in ground.index.lower_words:
        return False
    return not words.lemmas(low)


def neighbours_differ(said: Said, ground: Ground) -> Token | None:
    """A number whose counted word belongs to another number in the evidence."""
    here = _counted(said)
    there = _counted(ground.evidence)
    for token, noun in here:
        if noun is None or token.atom is None:
            continue
        mine = {n for t, n in there if t.atom == token.atom}
        others = {n for t, n in there if t.atom != token.atom and t.atom}
        if not mine or None in mine or not _is_none_of(noun, mine):
            continue
        if not _is_none_of(noun, others) or _counted_elsewhere(noun, ground):
            return token
    return None


def _counted_elsewhere(noun: Token, ground: Ground) -> bool:
    """Whether the source counts "passengers" in another sentence, and here the "drivers" only."""
    if noun.capital or ground.knows_word(noun.text) or not noun.text.endswith("s"):
        return False
    told = {n for _, n in _counted(words.read(ground.source.text))}
    return any(n is not None and n.form == noun.form for n in told)


def _is_none_of(noun: Token, others: set[Token | None]) -> bool:
    return not any(o is not None and (o.form == noun.form or alike(o.text, noun.text))
                   for o in others)  # fmt: skip


@lru_cache(maxsize=1024)
def _counted(said: Said) -> tuple[tuple[Token, Token | None], ...]:
    """Each number with the next word it may count."""
    found = []
    for place, token in enumerate(said.tokens):
        if token.atom is None or token.atom[0] != "number":
            continue
        noun = None
        for later in said.tokens[place + 1 : place + 6]:
            before = said.tokens[place + 1].text.casefold()
            share = later.form in ("percent", "cent") and re.match(
                r"\W+of\b", said.text[later.end :]
            )  # "58 percent of the drivers"
            if (
                share
                or later.text.casefold() in ("of", "the", "its", "their", "more", "other")
                or (
                    later.atom and before == "of"  # "two of the five bridges"
                )
            ):
                continue
            counts = later.atom is None and later.text.casefold() not in ("or", "and")
            apart = re.search(r"[,.;:”\"]", said.text[said.tokens[place].end : later.start])
            noun = later if counts and not apart else None
            break
        found.append((token, noun))
    return tuple(found)


def opposite(said: Said, ground: Ground) -> tuple[str, str] | None:
    """A word of `said` whose opposite stands in the evidence while the word does not."""
    here, there = (
        {t.text.casefold() for t in read.tokens
         if not re.search(r"\bat\W+$", read.text[: t.start], re.I)}
        for read in (said, ground.evidence)
    )  # fmt: skip
    for pair in OPPOSITES:
        for mine, other in (pair, pair[::-1]):
            if mine in here and mine not in there and other in there and other not in here:
                if mine == "last" and _FIRST_SINCE.search(ground.evidence.text):
                    continue
                if mine in _ORDERING and not _before_the_same(mine, other, said, ground.evidence):
                    continue
                return mine, other
    return None


# "For the first time in 30 years": the last time was then.
_FIRST_SINCE = re.compile(r"\bfirst (?:\w+ )?(?:in|since|for) ", re.I)
_ORDERING = frozenset(("before", "after"))


def _before_the_same(mine: str, other: str, said: Said, told: Said) -> bool:
    """ "Before the vote" and "after the vote"; but "A before B" is "B after A"."""
    one, two = (
        {t.form for at, t in enumerate(read.claims) if any(
            w.text.casefold() == word and w.start < t.start
            and sum(w.start < c.start < t.start for c in read.claims) < 2 for w in read.tokens)}
        for read, word in ((said, mine), (told, other))
    )  # fmt: skip
    return bool(one & two) or not one or not two


def coverage(said: Said, other: Said) -> float:
    """Share of the claiming words, numbers and names of `said` that `other` also has."""
    claims = said.substance
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


def touched(said: Said, other: Said) -> float:
    """Share of the words of `said` that stand in `other`, those of one field counted half."""
    claims = said.substance
    names = {words.fold(t.text) for t in other.tokens}
    held = 0.0
    for token in claims:
        if token.atom:
            held += token.atom in other.atoms
        elif words.fold(token.text) in names or stands_for(token.text, other):
            held += 1.0
        else:
            held += 0.5 * touches(token.text, other)
    return held / len(claims) if claims else 0.0
