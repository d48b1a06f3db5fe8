"""Is told as certain or proven what the source has as probable, guessed or claimed?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import held
from explainer.quiz.check.speaker import given_to
from explainer.quiz.check.support import touched
from explainer.quiz.check.undone import UNSURE, level_of_all
from explainer.quiz.check.words import keyed, right, told_true

_SURE = re.compile(
    r"\b(?:certain(?:ly)?|sure(?:ly)?|definite(?:ly)?|undoubtedly|without (?:any )?doubt|proven|"
    r"guaranteed|inevitabl[ey]|confirm\w*|beyond (?:any )?doubt|undisputed\w*)\b",
    re.I,
)


_PROVEN = re.compile(
    r"\b(?:(?:is|are|was|were|been|be) (?:\w+ly |now |already )?(?:proved|established|demonstrated|"
    r"settled|known)|(?:has|have|had|did|does) (?:\w+ )?(?:proved?|establish(?:ed)?|demonstrated?)|"
    r"(?:proved|proves|established|demonstrated) that|proof (?:that|of)|known (?:cause|reason)|"
    r"a fact that)\b",
    re.I,
)


_GUESSED = re.compile(
    r"\b(?:thinks?|thought|believe[sd]?|suspect(?:s|ed)?|guess\w*|hypothes\w+|theor(?:y|ies)|"
    r"assum\w+|speculat\w+|seems?|seemed|appears? to|suggest\w*|hint\w*|points? to|fear(?:s|ed)?|"
    r"claim(?:s|ed)?|expect(?:s|ed)?|argue[sd]?|in (?:his|her|their) (?:view|opinion))\b",
    re.I,
)


def told_as_certain(ground: Ground) -> Iterator[Finding]:
    """ "It was certain that …" where the source has "probably"."""
    stem, told = ground.item.stem, ground.evidence.text
    if keyed(ground.item) == "false" or ground.asks_for_the_false:
        return
    surely = next((one for one in (_SURE, _PROVEN) if one.search(stem)), _SURE)
    sure = surely.search(stem)
    if (
        sure
        and (UNSURE.search(told) or _GUESSED.search(told) or _only_said(ground, sure))
        and not surely.search(told)
        and not _DOUBTS.search(stem[: sure.start()])
    ):
        yield error("certainty-raised", f"The source does not have it as “{sure.group()}”.")


def _only_said(ground: Ground, sure: re.Match[str]) -> bool:
    """Whether the sentence that has the key is what somebody says, and the stem, which has it for
    "certainly" so, names nobody."""
    if not sure.group().endswith("ly") or given_to(ground.item.stem):
        return False
    keys = words.read(" \n ".join([*(o.text for o in right(ground.item)), *ground.item.key]))
    theirs = [s for s in ground.sentences if held(keys.substance, ground.index.said(s))]
    return bool(theirs) and all(s.attribution.kind != "narrator" for s in theirs)


_DOUBTS = re.compile(r"\b(?:not|un\w+|nobody|no one|whether|how|less|never) (?:\w+ )?$")


def told_as_sure(ground: Ground) -> Iterator[Finding]:
    """A statement keyed true of which nearly all stands in a part of a sentence that only says what
    may be: "will decide it" for "it may depend on them"."""
    item = ground.item
    said = words.read(item.stem)
    if not told_true(item) or UNSURE.search(item.stem):
        return
    if level_of_all(said) == 1 or len(said.claims) < 3:
        return
    parts = [p for s in ground.sentences for p in _PARTS.split(ground.index.said(s).text)]
    shares = [(touched(said, words.read(part)), part) for part in parts if part.strip()]
    best, part = max(shares, default=(0.0, ""))
    unsure = UNSURE.search(part)
    if unsure and best >= 0.6:
        yield error("certainty-raised", f"The source only has it as “{unsure.group()}”.")


_PARTS = re.compile(r";|, (?:but|and|while|although) ")


_CONSENTS = frozenset(("agree", "accept", "support", "approve", "consent", "welcome", "back"))
_DEMANDS = re.compile(
    r"\b(?:demand\w*|wants?|insist\w*|asks? for|requires?|calls? for)\b[^.;]*"
    r"\b(?:first|only if|unless|provided|condition|until|before)\b|"
    r"\bonly (?:if|when|on condition)\b",
    re.I,
)
_ON_CONDITION = re.compile(r"\b(?:if|unless|once|when|condition\w*|provided|first|until|after)\b")


def agreed_without_condition(ground: Ground) -> Iterator[Finding]:
    """ "The union agrees" for "the union demands a fund first"."""
    item = ground.item
    if not told_true(item) or _ON_CONDITION.search(item.stem):
        return
    agrees = [t.text for t in words.read(item.stem).claims if words.lemmas(t.text) & _CONSENTS]
    demanded = _DEMANDS.search(ground.evidence.text)
    if agrees and demanded and not ground.knows_word(agrees[0]):
        yield error("condition-dropped", f"The source has “{demanded.group()[:50]}”.")


RULES: tuple[Rule, ...] = (told_as_certain, told_as_sure, agreed_without_condition)
