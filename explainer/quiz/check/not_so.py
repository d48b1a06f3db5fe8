"""An option that has the words of the evidence and yet is not what that says."""

from __future__ import annotations

import re

from explainer.quiz.check import words
from explainer.quiz.check.bound import listed_together
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import held
from explainer.quiz.check.proof import is_clause
from explainer.quiz.check.undone import made_surer
from explainer.quiz.check.words import Said, right


def is_not_so(said: Said, ground: Ground) -> bool:
    """Whether an option has the words of the evidence, but not what that says: it tells as done
    what may be, says of all or both what is said of some, has what the evidence sets against the
    key ("not if she misjudged it"), or is a sentence whose words stand in several."""
    if made_surer(said.text, ground) and not HEAD.match(said.text):
        return True
    said = words.read(HEAD.sub("", said.text))
    if any(q not in ground.evidence.text.casefold() for q in _OF_ALL.findall(said.text.casefold())):
        return True
    keys = words.read(" ".join(o.text for o in right(ground.item)))
    apart = [t for t in said.substance if not held([t], keys)]
    denied = [words.read(m.group()) for m in _SET_AGAINST.finditer(ground.evidence.text)]
    if not _AT_FIRST.search(ground.item.stem):
        denied += [one for s in ground.sentences
                   if _AT_FIRST.search((one := ground.index.said(s)).text)]  # fmt: skip
    if apart and any(held(apart, there) == len(apart) for there in denied):
        return True
    if not is_clause(said) and ground.item.kind == "single_choice":
        return False
    told = [held(said.substance, ground.index.said(s)) for s in ground.sentences]
    return bool(told) and (
        max(told) < len(said.substance)
        if is_clause(said)
        else not any(listed_together(o.text, said.text, ground) for o in right(ground.item))
    )


def of_another_time(said: Said, ground: Ground) -> bool:
    """Whether every sentence that has most of an option has a day, month or year too, but not the
    one that the stem asks about: "What took place on Wednesday?"."""
    asked = {a for a in words.read(ground.item.stem).atoms if _is_time(*a)}
    told = [ground.index.said(s) for s in ground.sentences]
    most = max((held(said.substance, one) for one in told), default=0)
    for one in told:
        if held(said.substance, one) == most:
            times = {a for a in one.atoms if a[0] in {kind for kind, _ in asked} and _is_time(*a)}
            if not times or times & asked:
                return False
    return bool(asked and most)


def _is_time(kind: str, value: float) -> bool:
    return kind in ("weekday", "month") or (kind == "number" and 1500 <= value <= 2100)


_OF_ALL = re.compile(r"\b(?:both|all|neither|none|every|each|nobody|everyone|always|never|only)\b")
_SET_AGAINST = re.compile(r"\b(?:not|rather than|instead of|without|nor)\b[^,.;:]*", re.I)
# What was so at first was so no more.
_AT_FIRST = re.compile(r"\b(?:at first|initially|originally|in the beginning)\b", re.I)
_SUPERLATIVE = re.compile(
    r"\b(?:most|least|fewest|largest|smallest|highest|lowest|biggest|longest|shortest|oldest|"
    r"youngest|earliest|latest|first|last|cheapest|fastest|heaviest)\b",
    re.I,
)


def is_compared(ground: Ground) -> bool:
    """ "Which animals live there in the largest number?": the evidence counts them all."""
    counted = {v for k, v in ground.evidence.atoms if k == "number"}
    text = ground.evidence.text
    own = _SUPERLATIVE.search(ground.item.stem)
    return bool(own) and len(counted) > 1 and not _SUPERLATIVE.search(text)


# "The right to sell it" says "sell it".
HEAD = re.compile(
    r"^\W*(?:the |an? |that )?(?:right|permission|chance|possibility|freedom|opportunity|duty|"
    r"obligation|promise|offer|order|wish|plan|need|fact|idea) (?:to|of|that) ",
    re.I,
)
