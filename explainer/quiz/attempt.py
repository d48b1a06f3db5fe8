"""One learner's pass through a quiz, and what was given on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from explainer.quiz.item import Item

ITEMS = TypeAdapter(tuple[Item, ...])
SURE = {"Guess": 1, "Think so": 2, "Sure": 3}  # what a learner may say before submitting


@dataclass(frozen=True, slots=True)
class Response:
    """What was given to one item: option ids, or the number as typed. `confidence` is a
    value of SURE, or None. `at` is UTC, without a zone."""

    item_id: str
    given: tuple[str, ...]
    right: bool
    confidence: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """`token` is the secret in the link, `code` the short form to type on another device. `items`
    are in the order asked, from the version begun with. `retry_of` is the token of the attempt
    that this one comes back to."""

    token: str
    code: str
    lesson: str
    version: str
    items: tuple[Item, ...]
    responses: tuple[Response, ...]
    started: datetime
    nickname: str | None
    retry_of: str | None

    def response(self, item_id: str) -> Response | None:
        return next((r for r in self.responses if r.item_id == item_id), None)

    def number(self, item: Item) -> int:
        """Which question `item` is, from 1."""
        return self.items.index(item) + 1

    @property
    def next_item(self) -> Item | None:
        """The first item without a response; None when the attempt is done."""
        given = {r.item_id for r in self.responses}
        return next((item for item in self.items if item.id not in given), None)

    @property
    def missed(self) -> tuple[Item, ...]:
        """The items answered wrongly, in the order asked."""
        wrong = {r.item_id for r in self.responses if not r.right}
        return tuple(item for item in self.items if item.id in wrong)


def quiz_version(items: Sequence[Item]) -> str:
    """The same items give the same version, in every process."""
    return hashlib.sha256(ITEMS.dump_json(tuple(items))).hexdigest()[:16]
