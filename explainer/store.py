"""Attempts in a database: what a learner gave is written before anything else happens.

No account and no name is kept, a nickname at most. Answers are bound to the version of the quiz
they were given to, and that version is kept beside them, so that an attempt goes on after the
lesson has changed.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

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
from explainer.quiz.attempt import ITEMS, Attempt, Response, quiz_version
from explainer.quiz.item import Item

# No 0 O 1 I L: the code is read aloud and copied from a board.
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 6
QUIZZES_AT_HAND = 64

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
    Index("attempts_by_retry", "retry_of"),
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


class Store:
    """All reading and writing of attempts. `address` is a SQLAlchemy URL."""

    def __init__(self, address: str = DEFAULT_ADDRESS) -> None:
        self.engine = open_database(address)
        self._at_hand: dict[str, tuple[Item, ...]] = {}

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
                select(attempts, quizzes.c.lesson)
                .join(quizzes, quizzes.c.version == attempts.c.version)
                .where(attempts.c.token == token)
            ).one_or_none()
            if row is None:
                return None
            given = connection.execute(
                select(responses).where(responses.c.token == token).order_by(responses.c.at)
            ).all()
        return _attempt(row, given, self._items(row.version))

    def _items(self, version: str) -> tuple[Item, ...]:
        """A version never changes, so it is read once; it is by far the largest row."""
        found = self._at_hand.get(version)
        if found is None:
            with self.engine.connect() as connection:
                kept = connection.scalar(
                    select(quizzes.c.content).where(quizzes.c.version == version)
                )
            if len(self._at_hand) >= QUIZZES_AT_HAND:
                self._at_hand.clear()
            found = self._at_hand[version] = ITEMS.validate_json(kept or "[]")
        return found

    def same_learner(self, token: str) -> tuple[Attempt, ...]:
        """The attempt, what it comes back to, and all that came back to these: the first begun
        first. Empty for an unknown token."""
        with self.engine.connect() as connection:
            first: str | None = token
            while first:
                root = first
                first = connection.scalar(
                    select(attempts.c.retry_of).where(attempts.c.token == root)
                )
            tokens = after = [root]
            while after:
                after = list(
                    connection.scalars(
                        select(attempts.c.token).where(attempts.c.retry_of.in_(after))
                    )
                )
                tokens = [*tokens, *after]
        found = (self.attempt(each) for each in tokens)
        return tuple(sorted((a for a in found if a is not None), key=lambda a: a.started))

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


def _attempt(
    row: Row[tuple[object, ...]], given: Sequence[Row[tuple[object, ...]]], items: Sequence[Item]
) -> Attempt:
    by_id = {item.id: item for item in items}
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
