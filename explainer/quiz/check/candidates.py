"""Which mentions of the evidence could be the answer beside the key."""

from __future__ import annotations

import re

from explainer.mention import AnyMention, PlaceMention, QuantityMention, TimeMention
from explainer.quiz.check import words
from explainer.quiz.check.denial import negated
from explainer.quiz.check.ground import Ground, time_atoms
from explainer.quiz.check.kin import held
from explainer.quiz.check.proof import scale_asked
from explainer.quiz.check.sameness import same_person
from explainer.quiz.check.words import Said, right
from explainer.word_set import word_set


def means(mention: AnyMention, key: str, ground: Ground) -> bool:
    said = words.read(key)
    if isinstance(mention, QuantityMention):
        return ("number", mention.value / scale_asked(ground.item.stem)) in said.atoms
    if isinstance(mention, TimeMention):
        atoms = {a for a in said.atoms if a[0] != "weekday"}
        return bool(atoms) and atoms <= time_atoms(mention) | words.read(mention.text).atoms
    return words.fold(mention.text) in words.fold(key) or same_person(mention.text, key, ground)


def told(mention: AnyMention, ground: Ground) -> bool:
    """Whether the stem itself names this candidate."""
    stem = words.read(ground.item.stem)
    if isinstance(mention, QuantityMention):
        return ("number", mention.value) in stem.atoms
    if isinstance(mention, TimeMention):
        mine = words.read(mention.text).atoms | time_atoms(mention)
        return bool(stem.atoms & mine)
    parts = [p for p in re.findall(r"[^\W\d_]+", mention.text) if p[0].isupper()]
    folded = {words.fold(t.text) for t in stem.tokens}
    return bool(parts) and words.fold(parts[-1]) in folded


def comparable(rival: AnyMention, meant: AnyMention) -> bool:
    """A day is no rival of a year, nor a sum of money of a number of people."""
    if isinstance(rival, TimeMention) and isinstance(meant, TimeMention):
        if rival.begin is None and meant.begin is None:  # of a text without a date
            return rival.precision == meant.precision
        return rival.begin is not None and meant.begin is not None
    if isinstance(rival, PlaceMention) and isinstance(meant, PlaceMention):
        return rival.kind == meant.kind
    if isinstance(rival, QuantityMention) and isinstance(meant, QuantityMention):
        return (rival.unit in _MEASURED) == (meant.unit in _MEASURED)
    return True


_MEASURED = word_set("percent USD EUR GBP kilometre metre mile tonne hour minute")


def is_part_asked(own: AnyMention, ground: Ground) -> bool:
    """Whether a key is the part of a whole that is asked for: "of the jars", "in the wards that are
    not quiet", which the source has as "of which 52", "17 percent elsewhere"."""
    text, stem = ground.source.text, ground.item.stem
    before, after = text[max(0, own.start - 30) : own.start], text[own.end : own.end + 30]
    apart = negated(words.read(stem)) and _OTHERS.match(after)
    return is_part_of_them(stem, before) or bool(apart)


_OTHERS = re.compile(
    r"\W+(?:percent )?(?:elsewhere|(?:in|of|among|for) the (?:rest|others?)\b)", re.I
)


_OF_THE = re.compile(r"\bhow (?:many|much) of (?:the|these|those|them|its|their|his|her)\b", re.I)
_OF_WHICH = re.compile(r"\bof (?:which|whom|them)\W+(?:\w+ ){0,2}$")


def is_part_of_them(stem: str, before: str) -> bool:
    """Whether "How many of the jars?" asks for a number, `before` in front of it, that the source
    has as a part: "340, of which 52"."""
    return bool(_OF_THE.search(stem) and _OF_WHICH.search(before))


_QUALIFIERS = tuple(
    re.compile(rf"\b(?:{one})\b", re.I)
    for one in ("usually|normally|ordinarily|generally|as a rule|on average",
                "originally|initially|at first|at the beginning",
                "now|today|currently|at present|nowadays")
)  # fmt: skip


def otherwise_qualified(said: Said, ground: Ground) -> bool:
    """Whether a stem asks what is so usually, at first or now, and a sentence that says it is so
    has the key and not this option."""
    keys = words.read(" ".join(o.text for o in right(ground.item)))
    for when in _QUALIFIERS:
        told = [one for s in ground.sentences if when.search((one := ground.index.said(s)).text)]
        if not told or len(told) == len(ground.sentences) or not when.search(ground.item.stem):
            continue
        own = max(held(keys.substance, one) for one in told)
        if own and max(held(said.substance, one) for one in told) < len(said.substance):
            return True
    return False
