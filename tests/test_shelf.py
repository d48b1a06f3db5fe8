"""Lessons kept: versions, undo, publishing, files out and in."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from explainer import pack as packs
from explainer.draft import make
from explainer.findings import InputProblem
from explainer.reading.text import read_bytes
from explainer.review import approve_sound
from explainer.shelf import KEPT_VERSIONS, Shelf
from explainer.store import Store

NOW = datetime(2026, 3, 1, 9, 0)
SEED = Path(__file__).parents[1] / "seeds" / "000_d4b8515b4265914a.txt"


@pytest.fixture(scope="module")
def draft():
    return approve_sound(make(read_bytes(SEED.read_bytes()), items=6))


@pytest.fixture
def shelf(tmp_path):
    store = Store(f"sqlite:///{tmp_path}/lessons.sqlite")
    yield Shelf(store.engine, tmp_path / "folder")
    store.engine.dispose()


def titled(draft, title):
    return draft.model_copy(update={"pack": draft.pack.model_copy(update={"title": title})})


def test_a_draft_comes_back_as_it_was(shelf, draft):
    """What is kept is what was given, under an id that no other lesson has."""
    first, second = shelf.add(draft, NOW), shelf.add(draft, NOW)
    assert first != second
    assert shelf.draft(first).pack.items == draft.pack.items
    assert shelf.draft(second).pack.id == second
    assert shelf.draft("nothing") is None


def test_undo_goes_back_and_forth_until_the_next_edit(shelf, draft):
    """Undo and redo walk the versions; an edit after undo drops what was undone."""
    id = shelf.add(draft, NOW)
    for word in ("A", "B"):
        shelf.save(id, titled(draft, word), NOW, f"now {word}")
    assert shelf.undo(id) == "now B"
    assert shelf.draft(id).pack.title == "A"
    assert shelf.undo(id, -1) == "now B"
    assert shelf.draft(id).pack.title == "B"
    assert shelf.undo(id, -1) is None
    shelf.undo(id)
    shelf.save(id, titled(draft, "C"), NOW, "now C")
    assert [v.note for v in shelf.versions(id)][1:] == ["now A", "now C"]
    assert shelf.draft(id).pack.title == "C"


def test_students_see_what_was_published_until_it_is_published_again(shelf, draft):
    """Edits after publishing, undo and pruning leave the published version alone."""
    id = shelf.add(draft, NOW)
    assert shelf.pack(id) is None
    shelf.publish(id)
    for n in range(KEPT_VERSIONS + 5):
        shelf.save(id, titled(draft, f"T{n}"), NOW + timedelta(minutes=n), "edit")
    assert shelf.pack(id).title == draft.pack.title
    assert len(shelf.versions(id)) <= KEPT_VERSIONS + 2
    shelf.publish(id)
    assert shelf.pack(id).title == f"T{KEPT_VERSIONS + 4}"
    shelf.withdraw(id)
    assert shelf.pack(id) is None


def test_nothing_is_published_without_an_approved_question(shelf, draft):
    """A lesson without approved questions is refused in a sentence."""
    id = shelf.add(draft.model_copy(update={"approved": ()}), NOW)
    with pytest.raises(InputProblem, match="Approve at least one"):
        shelf.publish(id)


def test_archived_and_deleted_lessons_are_not_offered(shelf, draft):
    """Archiving takes a lesson off the list, deleting out of reach; both are undone."""
    id = shelf.add(draft, NOW)
    shelf.publish(id)
    assert shelf.listed() == [(id, draft.pack.title)]
    shelf.archive(id)
    assert shelf.listed() == []
    assert shelf.pack(id) is not None
    shelf.archive(id, False)
    shelf.delete(id)
    assert shelf.listed() == []
    assert shelf.pack(id) is None
    shelf.delete(id, False)
    assert shelf.listed() == [(id, draft.pack.title)]


def test_a_copy_is_a_lesson_of_its_own(shelf, draft):
    """Editing a copy leaves the first alone."""
    id = shelf.add(draft, NOW)
    copy = shelf.duplicate(id, NOW)
    shelf.save(copy, titled(draft, "Other"), NOW, "edit")
    assert shelf.draft(id).pack.title == draft.pack.title


def test_a_file_goes_out_and_comes_in(shelf, draft):
    """An exported lesson comes in as it went out, but unpublished."""
    id = shelf.take_in(shelf.export(shelf.add(draft, NOW)), NOW)
    assert shelf.draft(id).pack.facts == draft.pack.facts
    assert shelf.draft(id).approved == draft.approved
    assert shelf.pack(id) is None


def test_a_bare_pack_is_taken_in_with_nothing_approved(shelf, draft):
    """Format 0, the pack alone, becomes a draft to review."""
    id = shelf.take_in(draft.pack.model_dump_json().encode(), NOW)
    assert shelf.draft(id).approved == ()
    assert shelf.draft(id).pack.items == draft.pack.items


def bad_files(draft):
    good = json.loads(draft.model_dump_json())
    moved = json.loads(json.dumps(good))
    moved["pack"]["facts"][0]["evidence"][0]["start"] += 1
    return {
        "empty": b"", "text": b"hello", "list": b"[]", "number": b"1", "nested": b"[" * 100_000,
        "no format": json.dumps({"pack": good["pack"]}).encode(),
        "future": json.dumps(good | {"format": 99}).encode(),
        "bad format": json.dumps(good | {"format": "1"}).encode(),
        "unknown field": json.dumps(good | {"code": "import os"}).encode(),
        "moved quote": json.dumps(moved).encode(),
        "no pack": json.dumps({"format": 1}).encode(), "binary": bytes(range(256)),
        "too large": b" " * 20_000_001,
    }  # fmt: skip


def test_a_bad_file_costs_one_sentence(shelf, draft):
    """Whatever comes in a file, it is a lesson that holds together or one clear sentence."""
    for name, data in bad_files(draft).items():
        with pytest.raises(InputProblem) as problem:
            shelf.take_in(data, NOW)
        assert "\n" not in str(problem.value), name
    assert shelf.entries() == []


def test_any_version_can_be_gone_back_to(shelf, draft):
    """The lesson stands where it was put, every other version is kept, and a number that is none
    changes nothing."""
    id = shelf.add(draft, NOW)
    for word in ("A", "B", "C"):
        shelf.save(id, titled(draft, word), NOW, word)
    shelf.go_to(id, 2)
    assert shelf.draft(id).pack.title == "A"
    assert len(shelf.versions(id)) == 4
    shelf.go_to(id, 99)
    assert shelf.draft(id).pack.title == "A"
    shelf.go_to(id, 4)
    assert shelf.draft(id).pack.title == "C"


def test_a_lesson_goes_into_the_folder_and_out_of_it(shelf, draft):
    """Published, it is written there as students see it, and listed once; another shelf with the
    same folder offers it and takes a copy in, with nothing approved."""
    id = shelf.add(draft, NOW)
    with pytest.raises(InputProblem, match="Publish"):
        shelf.put_in_folder(id)
    shelf.publish(id)
    assert packs.read(shelf.put_in_folder(id)) == shelf.pack(id)
    assert shelf.listed() == [(id, draft.pack.title)]
    store = Store(f"sqlite:///{shelf.folder}/other.sqlite")
    other = Shelf(store.engine, shelf.folder)
    assert other.listed() == other.in_folder() == [(id, draft.pack.title)]
    copy = other.take_from_folder(id, NOW)
    assert other.draft(copy).approved == ()
    assert len(other.draft(copy).pack.items) == len(draft.approved)
    with pytest.raises(InputProblem, match="no longer"):
        other.take_from_folder("nothing", NOW)
    store.engine.dispose()


def test_a_folder_that_cannot_be_written_costs_one_sentence(shelf, draft):
    """A file stands where the folder should be."""
    id = shelf.add(draft, NOW)
    shelf.publish(id)
    shelf.folder.write_text("a file")
    with pytest.raises(InputProblem, match="Cannot write"):
        shelf.put_in_folder(id)


def test_packs_in_the_folder_are_offered_beside(shelf, draft):
    """A pack file in the folder is listed; what is none is passed over."""
    shelf.folder.mkdir()
    packs.write(draft.pack, shelf.folder / "one.json")
    (shelf.folder / "two.json").write_text("not a pack")
    assert shelf.listed() == [(draft.pack.id, draft.pack.title)]
    assert shelf.pack(draft.pack.id) == draft.pack
    assert shelf.add(draft, NOW) != draft.pack.id
