"""Whose child somebody is: "A is the son of B" is not "B is the son of A", nor "C is"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from explainer.findings import Finding
from explainer.language.names_same import fold_word, same_name
from explainer.mention import NameMention
from explainer.verify.fault import fault
from explainer.verify.index import Line

_CHILD = "son|daughter|child"
_PARENT = "father|mother|parent"
# Between two names: ", the eldest son of the well-known commander ", " is the father of ".
_OF = re.compile(
    rf"\W*(?:(?:is|was)\s)?(?:(?:a|an|the|only|[\w-]+est|first|late)\s)*(?P<kin>{_CHILD}|{_PARENT})"
    r"\sof\s(?:[a-z][\w-]*\s){0,6}\Z"
)
# "Ian Holm's son, Tom Berg": what stands between.
_WHOSE = re.compile(
    rf"['’]s?\s(?:[\w-]+est\s|only\s|late\s)?(?P<kin>{_CHILD}|{_PARENT})\W{{0,3}}\Z"
)


class _Child(NamedTuple):
    child: str
    parent: str
    kin: str


def kin_faults(claim: Line, evidence: Sequence[Line]) -> Iterator[Finding]:
    """The children of the claim beside those of the source."""
    claimed = list(_children(claim))
    told = [each for line in evidence for each in _children(line)] if claimed else []
    for mine in claimed:
        if not told or any(_same(mine, each, told) for each in told):
            continue
        known = any(
            _is(mine.parent, each.parent, told) or _is(mine.parent, each.child, told)
            or _is(mine.child, each.child, told)
            for each in told
        )  # fmt: skip
        if known:
            yield fault(
                "roles-reversed", mine.kin, "is not how these two are related in the source"
            )


def _same(mine: _Child, theirs: _Child, told: Sequence[_Child]) -> bool:
    return _is(mine.child, theirs.child, told) and _is(mine.parent, theirs.parent, told)


def _is(name: str, other: str, told: Sequence[_Child]) -> bool:
    """Whether both name one person; a name that stands in full for somebody is nobody else's."""
    full = {_folded(each) for child in told for each in (child.child, child.parent)}
    if _folded(name) in full:
        return _folded(name) == _folded(other)
    return same_name(name, other)


def _folded(name: str) -> str:
    return " ".join(fold_word(word) for word in name.split())


def _children(line: Line) -> Iterator[_Child]:
    people = [m for m in line.mentions if isinstance(m, NameMention) and m.type == "person"]
    for first, second in pairwise(people):
        start = line.sentence.start
        between = line.text[first.end - start : second.start - start]
        if of := _OF.match(between):
            yield _ordered(first, second, of["kin"])
        elif whose := _WHOSE.match(between):
            yield _ordered(second, first, whose["kin"])


def _ordered(who: NameMention, whose: NameMention, kin: str) -> _Child:
    """`who` is the `kin` of `whose`."""
    one, other = _called(who), _called(whose)
    return _Child(one, other, kin) if kin in _CHILD.split("|") else _Child(other, one, kin)


def _called(name: NameMention) -> str:
    """A name as it stands there, or in full where only a part of it does."""
    return name.text if " " in name.text else str(name.value)
