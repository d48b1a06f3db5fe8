"""Lessons kept: every version of each, in the database of the attempts.

Pack files in a folder (as `explainer lesson -o` writes them) are listed beside them, to read only.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

from explainer.database import metadata
from explainer.draft import Draft, published
from explainer.findings import InputProblem
from explainer.geography import place_id
from explainer.lesson_file import migrated, read_draft, write_draft
from explainer.lesson_folder import packs_in
from explainer.pack import Pack

KEPT_VERSIONS = 60

lessons = Table(
    "lessons",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("title", String(300), nullable=False),
    Column("version", Integer, nullable=False),
    Column("published", Integer),
    Column("archived", Boolean, nullable=False, default=False),
    Column("deleted", Boolean, nullable=False, default=False),
    Column("changed", DateTime, nullable=False),
)
versions = Table(
    "lesson_versions",
    metadata,
    Column("lesson", ForeignKey("lessons.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("note", String(200), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("content", LargeBinary, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One lesson in a list. `published` is the version that students see, `version` the last."""

    id: str
    title: str
    version: int
    published: int | None
    archived: bool
    deleted: bool
    changed: datetime


@dataclass(frozen=True, slots=True)
class Version:
    version: int
    note: str
    at: datetime


class Shelf:
    """All reading and writing of lessons. `folder` holds further packs, published as they are."""

    def __init__(self, engine: Engine, folder: Path | None = None) -> None:
        self.engine, self.folder = engine, folder
        metadata.create_all(engine)

    def add(self, draft: Draft, now: datetime, note: str = "Made from the article") -> str:
        """Keeps a new draft; returns its id, which is also that of its pack."""
        with self.engine.begin() as connection:
            taken = set(connection.scalars(select(lessons.c.id))) | set(self._files())
            id = place_id(draft.pack.id[:50], taken)
            draft = draft.model_copy(update={"pack": draft.pack.model_copy(update={"id": id})})
            title = draft.pack.title[:300]
            connection.execute(insert(lessons).values(id=id, title=title, version=1, changed=now))
            connection.execute(insert(versions).values(_version(id, 1, draft, now, note)))
        return id

    def save(self, id: str, draft: Draft, now: datetime, note: str) -> int:
        """A new version after the one the draft stands at; what was undone is dropped."""
        with self.engine.begin() as connection:
            row = connection.execute(select(lessons).where(lessons.c.id == id)).one()
            after = (versions.c.lesson == id) & (versions.c.version > row.version)
            keep = versions.c.version != (row.published or 0)
            connection.execute(delete(versions).where(after & keep))
            last = connection.scalars(
                select(versions.c.version)
                .where(versions.c.lesson == id)
                .order_by(versions.c.version.desc())
            ).all()
            number = int(last[0]) + 1
            connection.execute(insert(versions).values(_version(id, number, draft, now, note)))
            old = (versions.c.lesson == id) & versions.c.version.in_(last[KEPT_VERSIONS:])
            connection.execute(delete(versions).where(old & keep))
            connection.execute(
                update(lessons)
                .where(lessons.c.id == id)
                .values(version=number, title=draft.pack.title[:300], changed=now)
            )
        return number

    def draft(self, id: str, version: int | None = None) -> Draft | None:
        """The draft as it stands, or one version of it; None where there is none."""
        with self.engine.connect() as connection:
            number = version or connection.scalar(
                select(lessons.c.version).where(lessons.c.id == id)
            )
            content = connection.scalar(
                select(versions.c.content).where(
                    versions.c.lesson == id, versions.c.version == (number or 0)
                )
            )
        return None if content is None else _draft(content)

    def undo(self, id: str, steps: int = 1) -> str | None:
        """Goes back one version (forward for -1); what that version was made by, or None."""
        every = self.versions(id)
        entry = self.entry(id)
        numbers = [v.version for v in every]
        if entry is None or entry.version not in numbers:
            return None
        at = numbers.index(entry.version) - steps
        if not 0 <= at < len(numbers):
            return None
        self._set(id, version=numbers[at])
        return every[at + 1 if steps > 0 else at].note

    def versions(self, id: str) -> list[Version]:
        with self.engine.connect() as connection:
            rows = connection.execute(
                select(versions.c.version, versions.c.note, versions.c.at)
                .where(versions.c.lesson == id)
                .order_by(versions.c.version)
            ).all()
        return [Version(row.version, row.note, row.at) for row in rows]

    def entry(self, id: str) -> Entry | None:
        with self.engine.connect() as connection:
            row = connection.execute(select(lessons).where(lessons.c.id == id)).one_or_none()
        return None if row is None else Entry(*row)

    def entries(self) -> list[Entry]:
        """Every lesson, the last changed first, deleted ones too."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(lessons).order_by(lessons.c.changed.desc())).all()
        return [Entry(*row) for row in rows]

    # Students

    def publish(self, id: str) -> None:
        """Students see the version as it stands. InputProblem without an approved question."""
        entry, draft = self.entry(id), self.draft(id)
        if entry is None or draft is None:
            raise InputProblem("This lesson is no longer kept.")
        if not published(draft).items:
            raise InputProblem("Approve at least one question before you publish.")
        self._set(id, published=entry.version, archived=False)

    def withdraw(self, id: str) -> None:
        self._set(id, published=None)

    def listed(self) -> list[tuple[str, str]]:
        """Id and title of what students are offered."""
        own = [
            (e.id, e.title)
            for e in self.entries()
            if e.published and not e.archived and not e.deleted
        ]
        return [*own, *((id, pack.title) for id, pack in self._files().items())]

    def pack(self, id: str) -> Pack | None:
        """What students see of a published lesson, archived or not; None for any other."""
        entry = self.entry(id)
        if entry is None:
            return self._files().get(id)
        if entry.published is None or entry.deleted:
            return None
        with self.engine.connect() as connection:
            content = connection.scalar(
                select(versions.c.content).where(
                    versions.c.lesson == id, versions.c.version == entry.published
                )
            )
        return None if content is None else _published(content)

    # Keeping house

    def duplicate(self, id: str, now: datetime) -> str:
        draft = self.draft(id)
        if draft is None:
            raise InputProblem("This lesson is no longer kept.")
        title = f"{draft.pack.title} (copy)"
        pack = draft.pack.model_copy(update={"title": title})
        return self.add(draft.model_copy(update={"pack": pack}), now, "Copied")

    def archive(self, id: str, yes: bool = True) -> None:
        self._set(id, archived=yes)

    def delete(self, id: str, yes: bool = True) -> None:
        """Out of sight; `yes=False` undoes it."""
        self._set(id, deleted=yes)

    def export(self, id: str) -> bytes:
        """The lesson as one JSON file, for `take_in` anywhere."""
        draft = self.draft(id)
        if draft is None:
            raise InputProblem("This lesson is no longer kept.")
        return write_draft(draft)

    def take_in(self, data: bytes, now: datetime) -> str:
        """A lesson from a file; nothing of it is approved that was not. InputProblem."""
        return self.add(read_draft(data), now, "Brought in from a file")

    def _set(self, id: str, **values: Any) -> None:
        with self.engine.begin() as connection:
            connection.execute(update(lessons).where(lessons.c.id == id).values(**values))

    def _files(self) -> dict[str, Pack]:
        return packs_in(self.folder) if self.folder else {}


def _version(id: str, number: int, draft: Draft, now: datetime, note: str) -> dict[str, Any]:
    content = zlib.compress(draft.model_dump_json().encode(), 3)
    return {"lesson": id, "version": number, "note": note[:200], "at": now, "content": content}


@lru_cache(maxsize=32)
def _draft(content: bytes) -> Draft:
    document = json.loads(zlib.decompress(content))
    return Draft.model_validate_json(json.dumps(migrated(document)))


@lru_cache(maxsize=32)
def _published(content: bytes) -> Pack:
    return published(_draft(content))
