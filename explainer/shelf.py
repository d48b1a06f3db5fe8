"""Lessons kept: every version of each, in the database of the attempts.

Pack files in a folder (as `explainer lesson -o` writes them) are listed beside them, to read only.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, delete, insert, select, update

from explainer import pack as packs
from explainer.database import metadata
from explainer.draft import Draft, published
from explainer.findings import InputProblem
from explainer.geography import place_id
from explainer.lesson_file import read_draft, write_draft
from explainer.lesson_folder import packs_in
from explainer.pack import Pack
from explainer.shelf_tables import (
    Entry,
    Version,
    lessons,
    unpacked,
    unpacked_for_students,
    version_row,
    versions,
)

KEPT_VERSIONS = 60


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
            connection.execute(insert(versions).values(version_row(id, 1, draft, now, note)))
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
            connection.execute(insert(versions).values(version_row(id, number, draft, now, note)))
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
        return None if content is None else unpacked(content)

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

    def go_to(self, id: str, version: int) -> None:
        """The lesson stands at this version; nothing where there is none of that number."""
        if any(each.version == version for each in self.versions(id)):
            self._set(id, version=version)

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
        if not published(self._kept(id)).items:
            raise InputProblem("Approve at least one question before you publish.")
        self._set(id, published=lessons.c.version, archived=False)

    def withdraw(self, id: str) -> None:
        self._set(id, published=None)

    def listed(self) -> list[tuple[str, str]]:
        """Id and title of what students are offered."""
        own = [
            (e.id, e.title)
            for e in self.entries()
            if e.published and not e.archived and not e.deleted
        ]
        return [*own, *self.in_folder()]

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
        return None if content is None else unpacked_for_students(content)

    # Keeping house

    def duplicate(self, id: str, now: datetime) -> str:
        draft = self._kept(id)
        title = f"{draft.pack.title} (copy)"
        pack = draft.pack.model_copy(update={"title": title})
        return self.add(draft.model_copy(update={"pack": pack}), now, "Copied")

    def archive(self, id: str, yes: bool = True) -> None:
        self._set(id, archived=yes)

    def delete(self, id: str, yes: bool = True) -> None:
        """Out of sight; `yes=False` undoes it."""
        self._set(id, deleted=yes)

    def take_from_folder(self, id: str, now: datetime) -> str:
        """A copy, to review, of a lesson in the folder; nothing of it is approved yet."""
        pack = self._files().get(id)
        if pack is None:
            raise InputProblem("This lesson is no longer in the folder.")
        return self.add(Draft(pack=pack), now, "Brought in from the folder")

    def put_in_folder(self, id: str) -> Path:
        """Writes what students see of a published lesson into the folder, as one pack file."""
        pack = self.pack(id)
        if self.folder is None or pack is None:
            raise InputProblem("Publish the lesson first, and name a folder for lessons.")
        path = self.folder / f"{id}.json"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            packs.write(pack, path)
        except OSError as error:
            raise InputProblem(f"Cannot write into the folder: {error.strerror}.") from None
        return path

    def in_folder(self) -> list[tuple[str, str]]:
        """Id and title of the lessons that stand in the folder and not in the database."""
        own = {entry.id for entry in self.entries()}
        return [(id, pack.title) for id, pack in self._files().items() if id not in own]

    def export(self, id: str) -> bytes:
        """The lesson as one JSON file, for `take_in` anywhere."""
        draft = self._kept(id)
        return write_draft(draft)

    def take_in(self, data: bytes, now: datetime) -> str:
        """A lesson from a file; nothing of it is approved that was not. InputProblem."""
        return self.add(read_draft(data), now, "Brought in from a file")

    def _kept(self, id: str) -> Draft:
        draft = self.draft(id)
        if draft is None:
            raise InputProblem("This lesson is no longer kept.")
        return draft

    def _set(self, id: str, **values: Any) -> None:
        with self.engine.begin() as connection:
            connection.execute(update(lessons).where(lessons.c.id == id).values(**values))

    def _files(self) -> dict[str, Pack]:
        return packs_in(self.folder) if self.folder else {}
