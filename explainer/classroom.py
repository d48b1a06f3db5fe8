"""Classes: a code to join by, a nickname for each student, and what becomes of their attempts."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from explainer.database import metadata
from explainer.findings import InputProblem
from explainer.quiz.attempt import Attempt
from explainer.quiz.item import Item
from explainer.store import CODE_LETTERS, Store, attempts, responses

CODE_LENGTH = 5
LONGEST_NAME, LONGEST_NICKNAME = 60, 24
MOST_STUDENTS = 400

classes = Table(
    "classes",
    metadata,
    Column("code", String(8), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("lesson", String(64), nullable=False),
    Column("questions", Integer, nullable=False),
    Column("made", DateTime, nullable=False),
    Column("open", Boolean, nullable=False),
)
members = Table(
    "class_members",
    metadata,
    Column("token", ForeignKey("attempts.token"), primary_key=True),
    Column("class", ForeignKey("classes.code"), nullable=False, index=True),
    Column("called", String(80), nullable=False),
    UniqueConstraint("class", "called"),
)


@dataclass(frozen=True, slots=True)
class Class:
    """`questions` is how many are asked at most; while `open`, students can join."""

    code: str
    name: str
    lesson: str
    questions: int
    made: datetime
    open: bool


class Classroom:
    """All reading and writing of classes; the attempts themselves are the store's."""

    def __init__(self, store: Store) -> None:
        self.store, self.engine = store, store.engine
        metadata.create_all(self.engine)

    def begin(self, name: str, lesson: str, questions: int, now: datetime) -> Class:
        """A new class, open. InputProblem without a name."""
        name = _clean(name, LONGEST_NAME)
        if not name:
            raise InputProblem("Give the class a name that you will know it by.")
        for _ in range(20):
            code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
            begun = Class(code, name, lesson, questions, now, True)
            try:
                with self.engine.begin() as connection:
                    connection.execute(
                        insert(classes).values(
                            code=code, name=name, lesson=lesson, questions=questions, made=now,
                            open=True,
                        )
                    )  # fmt: skip
            except IntegrityError:  # The code is taken; draw another.
                continue
            return begun
        raise RuntimeError("no free class code was found in twenty draws")

    def find(self, code: str) -> Class | None:
        """The class with this code, however it was typed."""
        plain = "".join(letter for letter in code.upper() if letter.isalnum())[:8]
        with self.engine.connect() as connection:
            row = connection.execute(select(classes).where(classes.c.code == plain)).one_or_none()
        return None if row is None else Class(*row)

    def every(self) -> list[Class]:
        """All classes, the newest first."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(classes).order_by(classes.c.made.desc())).all()
        return [Class(*row) for row in rows]

    def join(self, code: str, nickname: str, items: Sequence[Item], now: datetime) -> Attempt:
        """A student's attempt in the class, at as many of the items as the class is asked, evenly
        over the article. InputProblem where the name is none or taken, or the class is closed."""
        into, called = self.find(code), _clean(nickname, LONGEST_NICKNAME)
        if into is None or not into.open:
            raise InputProblem("This class is closed: ask your teacher.")
        if not called:
            raise InputProblem("Write a nickname first, so that your teacher can tell you apart.")
        if self.size(into.code) >= MOST_STUDENTS:
            raise InputProblem("This class is full: ask your teacher.")
        asked = evenly([item.id for item in items if item.variant_of is None], into.questions)
        begun = self.store.begin(into.lesson, items, now, asked=asked, nickname=called)
        row = {"token": begun.token, "class": into.code, "called": called.casefold()}
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(members).values(row))
        except IntegrityError:
            self._forget([begun.token])
            raise InputProblem(
                f"Somebody in this class is called {called} already. Choose another nickname; if "
                "it is you, go on with your code."
            ) from None
        return begun

    def attempts(self, code: str) -> list[Attempt]:
        """What each student gave the first time, in the order they joined."""
        found = (self.store.attempt(token) for token in self._tokens(code))
        return [attempt for attempt in found if attempt is not None]

    def size(self, code: str) -> int:
        """How many students have joined."""
        return len(self._tokens(code))

    def open(self, code: str, yes: bool = True) -> None:
        """Whether further students can join; those who have go on either way."""
        with self.engine.begin() as connection:
            connection.execute(update(classes).where(classes.c.code == code).values(open=yes))

    def reset(self, code: str) -> None:
        """Every answer and nickname of the class is gone for good; the class stands."""
        tokens = self._tokens(code)
        after = [a.token for token in tokens for a in self.store.same_learner(token)]
        self._forget([*tokens, *after])

    def delete(self, code: str) -> None:
        """The class and everything its students gave are gone for good."""
        self.reset(code)
        with self.engine.begin() as connection:
            connection.execute(delete(classes).where(classes.c.code == code))

    def _tokens(self, code: str) -> list[str]:
        with self.engine.connect() as connection:
            found = connection.scalars(
                select(members.c.token)
                .join(attempts, attempts.c.token == members.c.token)
                .where(members.c["class"] == code)
                .order_by(attempts.c.started)
            )
            return list(found)

    def _forget(self, tokens: Sequence[str]) -> None:
        with self.engine.begin() as connection:
            for table in (members, responses, attempts):
                connection.execute(delete(table).where(table.c.token.in_(tokens)))


def evenly(ids: Sequence[str], n: int) -> list[str]:
    """`n` of the ids, evenly over the article."""
    n = min(n, len(ids))
    return [ids[k * len(ids) // n] for k in range(n)]


def _clean(text: str, most: int) -> str:
    """One line of what can be seen, cut to `most` characters."""
    return " ".join("".join(c for c in text if c.isprintable()).split())[:most].strip()
