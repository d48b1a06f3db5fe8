"""Lessons in a folder that the user names: pack files, as `explainer lesson -o` writes them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from explainer import pack as packs
from explainer.findings import InputProblem
from explainer.pack import Pack

MOST_FILES = 200


def packs_in(folder: Path) -> dict[str, Pack]:
    """The packs by their ids; of files with the same id the first, of other files none."""
    found: dict[str, Pack] = {}
    if not folder.is_dir():
        return found
    for path in sorted(folder.glob("*.json"))[:MOST_FILES]:
        pack = _read(path, path.stat().st_mtime_ns)
        if pack is not None:
            found.setdefault(pack.id, pack)
    return found


@lru_cache(maxsize=MOST_FILES)
def _read(path: Path, _changed: int) -> Pack | None:
    try:
        return packs.read(path)
    except InputProblem:
        return None
