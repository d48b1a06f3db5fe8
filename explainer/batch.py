"""Many documents through one warm process: a JSON document a line in, a result a line out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import IO, Any, Literal

from explainer.export import contract
from explainer.extract.extract import Extraction, extract
from explainer.findings import InputProblem
from explainer.reading.text import read_text

Task = Literal["facts", "verify", "check", "quiz"]
Json = dict[str, Any]


def run(lines: Iterable[bytes], out: IO[bytes], task: Task) -> None:
    """Answer each line as it comes, in order, with its id. A bad line gives a result with
    `error`, a sentence; it never stops the run. Empty lines are passed over."""
    for line in lines:
        if line.strip():
            out.write(_encoded(_answer(line, task)) + b"\n")
            out.flush()


def _encoded(result: Json) -> bytes:
    try:
        return json.dumps(result, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(result).encode()


def _answer(line: bytes, task: Task) -> Json:
    try:
        given = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return {"id": None, "error": "This line is not JSON."}
    if not isinstance(given, dict):
        return {"id": None, "error": "This line is not a JSON object with an id and a text."}
    try:
        return {"id": given.get("id"), **_TASKS[task](given)}
    except InputProblem as problem:
        return {"id": given.get("id"), "error": str(problem)}
    except Exception as error:  # one document must never stop the run
        return {"id": given.get("id"), "error": f"Could not be read ({type(error).__name__})."}


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _text(given: Json, name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str):
        raise InputProblem(f"'{name}' is missing or is not a text.")
    return value


def _extraction(given: Json) -> Extraction:
    published = given.get("published")
    if published is not None:
        try:
            published = date.fromisoformat(str(published)[:10])
        except ValueError:
            raise InputProblem("'published' is not a date like 2021-08-25.") from None
    return _extracted(_text(given, "text"), published)


@lru_cache(maxsize=2)
def _extracted(text: str, published: date | None) -> Extraction:
    """Lines on the same text often follow one another: the last two stay read."""
    return extract(read_text(text, published=published) if published else read_text(text))


def _facts(given: Json) -> Json:
    found = _extraction(given)
    return contract.facts(found.reading, found.facts)


def _quiz(given: Json) -> Json:
    from explainer.quiz.compose import compose
    from explainer.quiz.item import TEXT_KINDS
    from explainer.quiz.plan import Plan

    number = given.get("items")
    seed = given.get("seed", 0)
    if not isinstance(seed, int) or not (number is None or isinstance(number, int)):
        raise InputProblem("'items' and 'seed' are whole numbers.")
    if number is not None and number < 1:
        raise InputProblem("'items' is a whole number above 0.")
    return contract.quiz(compose(_extraction(given), Plan(items=number, kinds=TEXT_KINDS), seed))


def _check(given: Json) -> Json:
    from explainer.quiz.check import check

    item = contract.read_item(given.get("item"), str(given.get("id")))
    found = _extraction(given)
    if isinstance(item, dict):
        answer = item
    else:
        answer = contract.checked(item, check(item, found.reading.source, found))
    return {"item": answer["id"], "verdict": answer["verdict"], "findings": answer["findings"]}


def _verify(given: Json) -> Json:
    from explainer.verify import verify

    return contract.verdict(verify(_text(given, "claim"), _extraction(given)))


_TASKS: dict[Task, Callable[[Json], Json]] = {
    "facts": _facts,
    "quiz": _quiz,
    "check": _check,
    "verify": _verify,
}
