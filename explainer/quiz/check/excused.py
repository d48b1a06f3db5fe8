"""Faults that `verify` names in a claim and a question worded freely may have."""

from __future__ import annotations

import re

from explainer.findings import Finding
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.near import ends_its_clause
from explainer.quiz.check.proof import joining
from explainer.quiz.check.values import SHARE_WORDS


def is_known(fault: Finding, ground: Ground) -> bool:
    """Whether all that a fault names stands in the evidence: no other word for what does it, but
    another thing of which that tells."""
    named = re.search(r'”: "([^"]+)" is not', fault.message)
    claims = words.read(named[1]).claims if named else ()
    return bool(claims) and all(ground.has_word(t.text) for t in claims)


def is_loose(fault: Finding, ground: Ground) -> bool:
    """Whether a number counts what the evidence does not say beside it: "the two countries", or
    "usually costs 40"."""
    about = re.match(r'"([^"]+)"', fault.message)
    if about is None:
        return False
    said = words.read(about[1])
    mine = {t.atom for t in said.tokens if t.atom}
    told = [t for t in ground.evidence.tokens if t.atom in mine]
    if not told:
        return ("number", 2.0) in mine
    return any(ends_its_clause(ground.evidence.text[t.end :]) for t in told)


_OF_SHARES = frozenset(("number-not-in-source", "number-of-something-else"))


_SIDE = r"\b(before|after|until|since|by)\b"


def _on_the_side_told(when: str, ground: Ground) -> bool:
    """ "Before 1998" for "before the bridge opened in 1998"."""
    keys = [o.text for o in words.right(ground.item)]
    text = ground.item.stem
    if any(words.read(key).atoms for key in keys):
        text = " ".join(keys)
    asked = re.search(rf"{_SIDE} {re.escape(when)}\b", text, re.I)
    told = rf"\b{asked[1]}\b[^.,;:]*\b{re.escape(when)}\b" if asked else r"(?!)"
    return bool(re.search(told, ground.evidence.text, re.I))


def is_told_too(fault: Finding, ground: Ground) -> bool:
    """Whether what is said to be turned round is a thing the evidence has as well ("the offer"), or
    a number is a share in words, which `support` weighs."""
    word = re.match(r'"([^"]+)"', fault.message)
    if fault.code in _OF_SHARES and word:
        return bool(set(word[1].casefold().split()) & set(SHARE_WORDS))
    if fault.code == "date-of-something-else" and word:
        return bool(re.search(rf"\b{re.escape(word[1])}['’]s \w+", ground.item.stem)) or (
            _on_the_side_told(word[1], ground)
        )
    if fault.code != "opposite-word" or word is None:
        return False
    if word[1] in _joining(ground):
        return True
    thing = rf"\b(?:the|an?|his|her|its|their) (?:\w+ )?{re.escape(word[1])}\b"
    return bool(re.search(thing, ground.item.stem)) and ground.has_word(word[1])


def is_of(fault: Finding, ground: Ground) -> bool:
    """Whether the word of the source that a fault names stands in the item's own evidence."""
    named = re.findall(r'"([^"]+)"', fault.message)
    told = ground.evidence.text.casefold()
    if "other way" in fault.message:
        return named[0] in told.split()
    if fault.code == "certainty-raised" and ground.item.kind != "true_false":
        return named[-1].casefold() in _OPEN & set(re.findall(r"\w+", told))
    return len(named) < 2 or all(
        ground.has_word(w) or w.casefold() in told for w in re.findall(r"[^\W\d_]+", named[-1])
    )


def _joining(ground: Ground) -> frozenset[str]:
    texts = [ground.item.stem, *(o.text for o in words.right(ground.item))]
    return joining(words.read(" \n ".join(texts)))


_OPEN = frozenset(
    ("will", "would", "may", "might", "could", "can", "should", "plan", "plans", "planned",
     "promised", "wants", "hopes", "expects", "expected", "intends", "offered", "threatened")
)  # fmt: skip
