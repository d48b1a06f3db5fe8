"""Does the evidence prove what an answer says?"""

from __future__ import annotations

import re
from itertools import pairwise, permutations
from math import isclose
from typing import Literal, NamedTuple

from explainer.extract.words import word_forms
from explainer.quiz.check import words
from explainer.quiz.check.denial import negated
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import held, opposed, related, touches
from explainer.quiz.check.lexicon import SCALES
from explainer.quiz.check.support import gaps
from explainer.quiz.check.words import Said


class Proof(NamedTuple):
    """`how`: word for word, in other words, reckoned from two numbers, or not at all; `lacks` is
    the first word the evidence does not have."""

    how: Literal["full", "loose", "reckoned", "none"]
    lacks: str = ""


_FEW, _MOST = 0.34, 0.5


def proof(text: str, ground: Ground) -> Proof:
    """How the evidence proves an answer. Numbers and names must stand there; of several other
    words most may stand for words that do."""
    said = words.read(text)
    missing = gaps(said, ground)
    hard = [g for g in missing if g.kind != "word"]
    if any(not t.capital for t in words.content(said)):  # "that Anna Bell resign" for "her to"
        hard = [g for g in hard if g.kind == "value"
                or not all(ground.refers_to(p) for p in g.text.split())]  # fmt: skip
    if hard:
        if all(g.kind == "value" for g in hard) and reckoned(said, ground):
            return Proof("reckoned", hard[0].text)
        return Proof("none", hard[0].text)
    hedged = _HEDGE.search(ground.evidence.text)
    loose = [g.text for g in missing
             if g.kind == "word" and not (hedged and _HEDGE.fullmatch(g.text))]  # fmt: skip
    loose = [w for w in loose if w not in joining(said)]
    if not loose:
        return Proof("full")
    if turned := against(said, ground):
        return Proof("none", turned)
    claims = len(words.content(said))
    far = [word for word in loose if not ground.is_near(word)]
    if (claims == 1 and len(said.tokens) < 3) or is_short(said):
        return Proof("none", loose[0])
    touched = len(loose) < claims or any(touches(w, ground.evidence) for w in loose)
    if touched and len(far) <= _MOST * claims and len(far) < claims:
        few = len(loose) <= max(1, _FEW * claims) and len(loose) < claims
        return Proof("full" if few else "loose", loose[0])
    return Proof("none", (far or loose)[0])


_LINKS = frozenset(("stay", "remain", "keep", "leave", "become", "turn", "seem", "lie", "stand"))


def joining(said: Said) -> frozenset[str]:
    """Verbs that only join a quality to a thing: "the post stayed vacant", "was left open"."""
    found = set()
    for token, after in pairwise(said.tokens):
        known = word_forms(after.text.casefold())
        quality = "J" in known.classes or "VBN" in known.forms
        if quality and not after.capital and words.lemmas(token.text) & _LINKS:
            found.add(token.text)
    return frozenset(found)


_HEDGE = re.compile(r"likely|probabl[ey]|possibl[ey]|perhaps|may|might|could|apparently", re.I)


def against(said: Said, ground: Ground) -> str | None:
    """A word of an answer that only an opposite word of the evidence touches: "accepted it" where
    that has "refused"; unless one of the two denies it."""
    if any(map(words.is_negation, said.tokens)):
        return None
    denied = negated(ground.evidence)
    told = words.content(ground.evidence)
    for word in (g.text for g in gaps(said, ground) if g.kind == "word"):
        turned = [t for t in told if opposed(word, t.text) and t.form not in denied]
        kindred = [t for t in told if related(word, t.text) and not opposed(word, t.text)]
        if turned and not kindred:
            return word
    return None


def is_short(said: Said) -> bool:
    """A bare value with at most a word or two beside it: no room for other words."""
    return any(t.atom for t in said.tokens) and not is_clause(said) and not _DOES.match(said.text)


# "Sow ten percent of the fields": what someone does, or must do
_DOES = re.compile(
    r"\W*(?!about|over|under|up)[a-z]{3,} (?:the|an?|its|his|her|their|all|half|\w+ percent)\b"
    r".{8}",
    re.I,
)


def is_clause(said: Said) -> bool:
    """Whether an answer says something of something, with a verb of its own."""
    forms = [word_forms(t.text.casefold()) for t in said.tokens if not t.atom and not t.capital]
    verbs = [f for f in forms if f.forms & {"VBD", "VBZ", "VBN", "VBG"} and "N" not in f.classes]
    return len(said.tokens) >= 3 and bool(verbs or _HELPS.search(said.text))


_HELPS = re.compile(
    r"^\W*that\b|"
    r"\b(?:is|are|was|were|be|has|have|had|did|does|do|can|could|will|would|to [a-z]+)\b|"
    r"^\W*(?:because )?(?:they|it|he|she|we|there|nobody)\b",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:more|fewer|less|differen\w+|between|together|in all|altogether|total|rest|others?|grow|"
    r"by how|grew|rise|rose|fall|fell|gr[eo]wn?|remain\w*|left|increas\w+|decreas\w+|"
    r"drop\w*|later|earlier|older|"
    r"younger|after|before|passed|how (?:many|much|long|old)|double|half|twice|for how)\b",
    re.I,
)


_SCALE = re.compile(r"\bhow many (hundred|thousand|million|billion)s?\b", re.I)


def scale_asked(stem: str) -> float:
    """What an answer to "How many million …?" counts in."""
    found = _SCALE.search(stem)
    return SCALES[found[1].casefold()] if found else 1.0


_NOW = re.compile(r"\bhow old\b|\bhow long ago\b|\bhow many years ago\b", re.I)


_APART = re.compile(r"\b(?:by how (?:much|many)|difference|margin|majority of)\b", re.I)


_COUNTS = re.compile(r"\bhow (?:many|much)\b", re.I)


def leaves_a_rest(stem: str) -> bool:
    """Whether a question asks for what is left when one number is taken from another: how many
    "are still missing", "have not come", "more", "were without"."""
    denied = any(map(words.is_negation, words.read(stem).tokens)) or _LESS.search(stem)
    return bool(denied or _COMPARES.search(_COUNTS.sub(" ", stem)))


def _asks_of_the_part(ground: Ground) -> bool:
    """Whether a question has the words of the evidence for what so many did: "of the 47, 19 have
    been replaced", asked how many have been."""
    asked = words.content(words.read(_COUNTS.sub(" ", ground.item.stem)))
    compares = re.search(r"\b(?:more|less|fewer) than\b", ground.evidence.text, re.I)
    return not compares and all(ground.knows_word(t.text) for t in asked)


_LESS = re.compile(
    r"\b(?:still|yet|missing|lack\w*|fail(?:ed|s)?|miss(?:ed|es)?|refus\w+|except|un\w+ed|"
    r"\w+less|lost|survived?|spared|stayed|other than|apart from|away|awaits?|waiting|due|to come|"
    r"needed|short|cut|sav\w+|raised?|lower\w*|less|higher|further|additional|extra|than)\b",
    re.I,
)


_OF_HUNDRED = re.compile(r"\W*(?:(?:to|and|or|from)\W+[\d.,]+\W*)?(?:per ?cent\b|%)", re.I)


def reckoned(said: Said, ground: Ground) -> bool:
    """Whether the one number of an answer is the sum, difference, double or half of numbers of the
    evidence, and the stem asks for such a thing."""
    asked = [v for k, v in said.atoms if k == "number"]
    rest = re.search(r"\b(?:rest|remaind\w+|remaining|others?)\b", ground.evidence.text)
    if (
        len(asked) != 1
        or (
            ("number", asked[0] * scale_asked(ground.item.stem)) in ground.atoms
            and not _APART.search(ground.item.stem)
        )
        or not (rest or _COMPARES.search(ground.item.stem))
    ):
        return False
    told = {v for k, v in ground.evidence.atoms if k == "number"}
    if _OF_HUNDRED.search(said.text):
        told = {t.atom[1] for t in ground.evidence.tokens if t.atom and t.atom[0] == "number"
                and _OF_HUNDRED.match(ground.evidence.text[t.end :])} or told  # fmt: skip
    if re.search(r"\bone of\b", ground.evidence.text, re.I):
        told.add(1.0)
    if rest and "percent" in ground.evidence.forms:
        told.add(100.0)
    published = ground.source.published
    if published and (str(published.year) in ground.item.stem or _NOW.search(ground.item.stem)):
        told.add(float(published.year))
    pairs = list(permutations(sorted(told), 2))
    wanted = asked[0] * scale_asked(ground.item.stem)
    apart = _APART.search(ground.item.stem)
    parts = leaves_a_rest(ground.item.stem) or not _asks_of_the_part(ground)
    less = apart or rest or (parts and not _IN_ALL.search(ground.item.stem))
    if any((less and isclose(abs(a - b), wanted)) or (not apart and isclose(a + b, wanted))
           for a, b in pairs):  # fmt: skip
        return True
    doubled = re.search(r"\b(?:twice|doubled?|half|halved)\b", ground.evidence.text, re.I)
    return doubled is not None and any(
        wanted in (v * 2, v / 2) and not _asks_of_the_whole(v, doubled.group(), ground)
        for v in told
    )


def _asks_of_the_whole(number: float, doubled: str, ground: Ground) -> bool:
    """Whether a sentence that has a number, and not "half", has all words of the question too."""
    asked = words.content(words.read(_COUNTS.sub(" ", ground.item.stem)))
    for sentence in ground.sentences:
        said = ground.index.said(sentence)
        if ("number", number) in said.atoms and doubled not in said.text:
            return held(asked, said) == len(asked) or bool(_IN_ALL.search(ground.item.stem))
    return False


_IN_ALL = re.compile(r"\b(?:altogether|in all|(?:in )?total|overall)\b", re.I)
