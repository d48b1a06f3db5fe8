"""Many documents through one warm process: a JSON document a line in, a result a line out."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import IO, Any, Literal

from explainer.export import contract
from explainer.export.facts_line import facts_line
from explainer.extract.extract import Extraction, extract
from explainer.findings import InputProblem
from explainer.reading.text import read_text

Task = Literal["facts", "verify", "check", "quiz"]
Json = dict[str, Any]


def run(lines: Iterable[bytes], out: IO[bytes], task: Task) -> None:
    """Answer each line as it comes, in order, with its id. A bad line gives a result with
    `error`, a sentence; it never stops the run. Empty lines are passed over."""
    with _seldom_collecting():
        for line in lines:
            if line.strip():
                out.write(_encoded(_answer(line, task)))
                out.flush()


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Reading makes many small objects and few circles of them, which Python would look for every
    700 objects: an eighth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _encoded(answer: str) -> bytes:
    try:
        return f"{answer}\n".encode()
    except UnicodeEncodeError:
        return f"{json.dumps(json.loads(answer))}\n".encode()


def _json(result: object) -> str:
    return json.dumps(result, ensure_ascii=False)


def _answer(line: bytes, task: Task) -> str:
    """The result as JSON."""
    try:
        given = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return _json({"id": None, "error": "This line is not JSON."})
    if not isinstance(given, dict):
        return _json({"id": None, "error": "This line is not a JSON object with an id and a text."})
    name = _json(given.get("id"))
    try:
        return f'{{"id": {name}, {_TASKS[task](given)[1:]}'
    except InputProblem as problem:
        error = str(problem)
    except Exception as unforeseen:  # one document must never stop the run
        error = f"Could not be read ({type(unforeseen).__name__})."
    return f'{{"id": {name}, "error": {_json(error)}}}'


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


def _facts(given: Json) -> str:
    found = _extraction(given)
    return facts_line(found.reading, found.facts)


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


# What answers a task, as the JSON of an object.
_TASKS: dict[Task, Callable[[Json], str]] = {
    "facts": _facts,
    "quiz": lambda given: _json(_quiz(given)),
    "check": lambda given: _json(_check(given)),
    "verify": lambda given: _json(_verify(given)),
}
