"""A lesson as one file: written by any version of this program, read by this one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from explainer.draft import Draft
from explainer.findings import InputProblem

FORMAT = 1
LARGEST_FILE = 20_000_000


def write_draft(draft: Draft) -> bytes:
    """The lesson as JSON, for `read_draft` anywhere."""
    return draft.model_dump_json(indent=1).encode()


def read_draft(data: bytes) -> Draft:
    """A lesson file of this format or an older one. InputProblem, in one sentence, for others."""
    if len(data) > LARGEST_FILE:
        size = LARGEST_FILE // 1_000_000
        raise InputProblem(f"The file is larger than {size} MB: no lesson is that large.")
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        raise InputProblem("This is no lesson file: it is not JSON.") from None
    try:
        return Draft.model_validate_json(json.dumps(migrated(document)))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"][:6])
        said = first["msg"].removeprefix("Value error, ")[:200]
        raise InputProblem(f"The lesson file does not hold together: {where} {said}.") from None
    except (ValueError, RecursionError):
        raise InputProblem("The lesson file does not hold together.") from None


def migrated(document: object) -> dict[str, Any]:
    """The document in the present format."""
    if not isinstance(document, dict):
        raise InputProblem("This is no lesson file.")
    if "pack" not in document and "source" in document:
        document = {"format": 0, "pack": document}
    number = document.get("format")
    while number != FORMAT:
        if type(number) is not int or number not in MIGRATIONS:
            raise InputProblem(
                f"This is no lesson file of a format that is read here ({str(number)[:20]})."
            )
        document = MIGRATIONS[number](document)
        number = document["format"]
    return document


def _from_pack(document: dict[str, Any]) -> dict[str, Any]:
    """Format 0: a pack alone, as the command line writes it. Nothing is approved yet."""
    return {"format": 1, "pack": document["pack"]}


MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {0: _from_pack}
