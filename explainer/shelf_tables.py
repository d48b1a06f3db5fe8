"""How lessons lie in the database: every version of each, packed."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, LargeBinary, String, Table

from explainer.database import metadata
from explainer.draft import Draft, published
from explainer.lesson_file import migrated
from explainer.pack import Pack

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


def version_row(id: str, number: int, draft: Draft, now: datetime, note: str) -> dict[str, Any]:
    """A row of `versions`."""
    content = zlib.compress(draft.model_dump_json().encode(), 3)
    return {"lesson": id, "version": number, "note": note[:200], "at": now, "content": content}


@lru_cache(maxsize=32)
def unpacked(content: bytes) -> Draft:
    """The draft of a row, whatever format it was written in."""
    document = json.loads(zlib.decompress(content))
    return Draft.model_validate_json(json.dumps(migrated(document)))


@lru_cache(maxsize=32)
def unpacked_for_students(content: bytes) -> Pack:
    return published(unpacked(content))
