"""What a teacher asks of a quiz: how many items, of which kinds and levels, about what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar, get_args

from pydantic import Field

from explainer.facts import Strict
from explainer.findings import InputProblem
from explainer.quiz.item import ItemKind, Level

MOST_ITEMS = 40  # without a number: no quiz is longer
KINDS: tuple[ItemKind, ...] = get_args(ItemKind)
LEVELS: tuple[Level, ...] = get_args(Level)
_MANY_KINDS = 6
N = TypeVar("N", bound=str)


class Levels(Strict):
    """Shares of the levels, in any unit: 2, 1, 1 asks for half recall. A level at 0 is not asked;
    all at 0 leave the mix open."""

    recall: int = Field(default=0, ge=0, le=1000)
    connect: int = Field(default=0, ge=0, le=1000)
    infer: int = Field(default=0, ge=0, le=1000)

    def share(self, level: Level) -> int:
        return int(getattr(self, level))


class Plan(Strict):
    """A quiz as it is asked for. What is left out is left open: every kind, every level in any
    mix, all objectives, all paragraphs (numbered from 1). With `background`, questions that rest
    on more than the article may be asked."""

    items: int | None = Field(default=None, ge=1)
    kinds: tuple[ItemKind, ...] = ()
    levels: Levels = Levels()
    objectives: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    background: bool = False

    @property
    def length(self) -> int:
        return self.items or MOST_ITEMS

    @property
    def narrow(self) -> bool:
        """Whether so few kinds, or levels, were chosen that no kind can be held to a small part."""
        return 0 < len(self.kinds) < _MANY_KINDS or self.levels != Levels()

    def targets(self) -> Mapping[Level, int]:
        """How many items of each level: its share of the length, largest remainders first."""
        shares = {level: self.levels.share(level) for level in LEVELS}
        whole = sum(shares.values())
        if not whole:
            return dict.fromkeys(LEVELS, self.length)
        exact = {level: self.length * share / whole for level, share in shares.items()}
        found = {level: int(part) for level, part in exact.items()}
        by_rest = sorted(LEVELS, key=lambda level: found[level] - exact[level])
        for level in by_rest[: self.length - sum(found.values())]:
            found[level] += 1
        return found


def read_kinds(names: str, valid: Sequence[ItemKind] = KINDS) -> tuple[ItemKind, ...]:
    """ "true_false,order" as kinds, each once; none for no name. InputProblem names the valid
    ones."""
    found = [_known(name, valid, "kind of item here") for name in _names(names)]
    return tuple(dict.fromkeys(found))


def read_levels(names: str) -> Levels:
    """ "recall,infer" in equal shares, or "recall=3,infer=1". InputProblem names the valid ones."""
    shares: dict[str, int] = {}
    for name in _names(names):
        level, equals, share = (part.strip() for part in name.partition("="))
        known = _known(level, LEVELS, "level")
        if equals and not re.fullmatch(r"[0-9]{1,3}", share):
            raise InputProblem(f"'{name}' gives no share: write a whole number, as in recall=2.")
        shares[known] = int(share) if equals else 1
    return Levels(**shares)


def _names(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _known(name: str, names: Sequence[N], what: str) -> N:
    for known in names:
        if known == name:
            return known
    raise InputProblem(f"'{name}' is no {what}. There are: {', '.join(names)}.")
