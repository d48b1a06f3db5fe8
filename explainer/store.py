"""Attempts in a database: what a learner gave is written before anything else happens.

No account and no name is kept, a nickname at most. Answers are bound to the version of the quiz
they were given to, and that version is kept beside them, so that an attempt goes on after the
lesson has changed.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from pydantic import TypeAdapter
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError

from explainer.database import DEFAULT_ADDRESS, metadata, open_database
from explainer.quiz.item import Item

ITEMS = TypeAdapter(tuple[Item, ...])
# No 0 O 1 I L: the code is read aloud and copied from a board.
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 6

quizzes = Table(
    "quizzes",
    metadata,
    Column("version", String(16), primary_key=True),
    Column("lesson", String(64), nullable=False),
    Column("content", Text, nullable=False),
)
attempts = Table(
    "attempts",
    metadata,
    Column("token", String(43), primary_key=True),
    Column("code", String(12), nullable=False, unique=True),
    Column("version", ForeignKey("quizzes.version"), nullable=False),
    Column("item_ids", JSON, nullable=False),
    Column("started", DateTime, nullable=False),
    Column("finished", DateTime),
    Column("nickname", String(40)),
    Column("retry_of", String(43)),
)
responses = Table(
    "responses",
    metadata,
    Column("token", ForeignKey("attempts.token"), primary_key=True),
    Column("item_id", String(64), primary_key=True),
    Column("given", JSON, nullable=False),
    Column("right", Boolean, nullable=False),
    Column("confidence", Integer),
    Column("at", DateTime, nullable=False),
    Index("responses_by_item", "item_id"),
)


@dataclass(frozen=True, slots=True)
class Response:
    """What was given to one item: option ids, or the number as typed. `confidence` is 1 guess,
    2 think so, 3 sure, or None."""

    item_id: str
    given: tuple[str, ...]
    right: bool
    confidence: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """One learner's pass through a quiz. `token` is the secret in the link, `code` the short form
    to type on another device. `items` are in the order asked, from the version begun with."""

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

    @property
    def next_item(self) -> Item | None:
        """The first item without a response; None when the attempt is done."""
        given = {r.item_id for r in self.responses}
        return next((item for item in self.items if item.id not in given), None)


def quiz_version(items: Sequence[Item]) -> str:
    """The same items give the same version, in every process."""
    return hashlib.sha256(ITEMS.dump_json(tuple(items))).hexdigest()[:16]


class Store:
    """All reading and writing of attempts. `address` is a SQLAlchemy URL."""

    def __init__(self, address: str = DEFAULT_ADDRESS) -> None:
        self.engine = open_database(address)

    def ping(self) -> None:
        """Raises where the database does not answer."""
        with self.engine.connect() as connection:
            connection.execute(text("select 1"))

    def begin(
        self,
        lesson: str,
        items: Sequence[Item],
        now: datetime,
        *,
        asked: Sequence[str] | None = None,
        nickname: str | None = None,
        retry_of: str | None = None,
    ) -> Attempt:
        """A new attempt at `items`, or at those of them whose ids are `asked`, in that order."""
        version = quiz_version(items)
        self._keep_quiz(version, lesson, items)
        row = {
            "token": secrets.token_urlsafe(24),
            "version": version,
            "item_ids": list(asked) if asked is not None else [item.id for item in items],
            "started": now,
            "nickname": nickname,
            "retry_of": retry_of,
        }
        for _ in range(20):
            code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
            try:
                with self.engine.begin() as connection:
                    connection.execute(insert(attempts).values(**row, code=code))
            except IntegrityError:  # The code is taken; draw another.
                continue
            begun = self.attempt(str(row["token"]))
            if begun is not None:
                return begun
        raise RuntimeError("no free resume code was found in twenty draws")

    def _keep_quiz(self, version: str, lesson: str, items: Sequence[Item]) -> None:
        with self.engine.connect() as connection:
            known = connection.scalar(select(quizzes.c.version).where(quizzes.c.version == version))
        if known is not None:
            return
        kept = ITEMS.dump_json(tuple(items)).decode()
        try:
            with self.engine.begin() as connection:
                connection.execute(
                    insert(quizzes).values(version=version, lesson=lesson, content=kept)
                )
        except IntegrityError:
            pass  # Another student began the same quiz in the same moment.

    def attempt(self, token: str) -> Attempt | None:
        """The attempt as it stands, or None for an unknown token."""
        with self.engine.connect() as connection:
            row = connection.execute(
                select(attempts, quizzes.c.content, quizzes.c.lesson)
                .join(quizzes, quizzes.c.version == attempts.c.version)
                .where(attempts.c.token == token)
            ).one_or_none()
            if row is None:
                return None
            given = connection.execute(
                select(responses).where(responses.c.token == token).order_by(responses.c.at)
            ).all()
        return _attempt(row, given)

    def token_of(self, code: str) -> str | None:
        """The token of the attempt with this resume code, however it was typed."""
        plain = "".join(letter for letter in code.upper() if letter.isalnum())
        with self.engine.connect() as connection:
            found = connection.scalar(select(attempts.c.token).where(attempts.c.code == plain))
        return None if found is None else str(found)

    def respond(
        self,
        token: str,
        item_id: str,
        given: Sequence[str],
        right: bool,
        now: datetime,
        confidence: int | None = None,
    ) -> bool:
        """Writes a response. False when the item already has one: the first one counts."""
        row = {
            "token": token,
            "item_id": item_id,
            "given": list(given),
            "right": right,
            "confidence": confidence,
            "at": now,
        }
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(responses).values(**row))
        except IntegrityError:
            return False
        return True

    def finish(self, token: str, now: datetime) -> None:
        """Marks the attempt finished, once."""
        with self.engine.begin() as connection:
            connection.execute(
                update(attempts)
                .where(attempts.c.token == token, attempts.c.finished.is_(None))
                .values(finished=now)
            )


@lru_cache(maxsize=64)
def _items(stored: str) -> tuple[Item, ...]:
    return ITEMS.validate_json(stored)


def _attempt(row: Row[tuple[object, ...]], given: Sequence[Row[tuple[object, ...]]]) -> Attempt:
    by_id = {item.id: item for item in _items(row.content)}
    return Attempt(
        token=row.token,
        code=row.code,
        lesson=row.lesson,
        version=row.version,
        items=tuple(by_id[item_id] for item_id in row.item_ids if item_id in by_id),
        responses=tuple(
            Response(r.item_id, tuple(r.given), r.right, r.confidence, r.at) for r in given
        ),
        started=row.started,
        nickname=row.nickname,
        retry_of=row.retry_of,
    )
