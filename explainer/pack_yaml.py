"""One YAML file of a content folder, read strictly; what is wrong is told with its line."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from explainer import findings
from explainer.findings import Finding, InputProblem

try:
    from yaml import CSafeLoader as _Safe
except ImportError:
    from yaml import SafeLoader as _Safe  # type: ignore[assignment]

Model = TypeVar("Model", bound=BaseModel)
MAX_BYTES = 4_000_000


class ContentProblem(InputProblem):
    """A content folder cannot be used. `findings` tells everything that is wrong with it."""

    def __init__(self, folder: Path | str, findings: list[Finding]) -> None:
        self.findings = tuple(findings)
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        super().__init__(f"{folder}: {findings[0].message}{more}")


class _Loader(_Safe):
    """YAML as its authors expect it: dates, times, "no" and "on" stay words, and no key may be
    given twice."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(problem="a key is a word", problem_mark=key.start_mark)
            if key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"'{key.value}' is given twice", problem_mark=key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


for _tag, _words, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"-?(0|[1-9]\d*)", "-0123456789"),
    ("float", r"-?\d+\.\d+", "-0123456789"),
    ("null", r"null|~|", ["n", "~", ""]),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_words})$"), _first
    )


def read_yaml(path: Path, kind: type[Model]) -> tuple[Model | None, list[Finding]]:
    """The file as a `kind`, or None and everything that is wrong with it."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return None, [
                findings.error("too-large", f"{path.name}: larger than {MAX_BYTES} bytes")
            ]
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8 text"
        return None, [findings.error("unreadable", f"{path.name}: cannot be read: {why}")]
    try:
        _refuse_aliases(text)
        data = yaml.load(text, _Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return None, [findings.error("yaml", f"{path.name}{_place(error)}: {_problem(error)}")]
    try:
        return kind.model_validate(data if data is not None else {}), []
    except ValidationError as error:
        return None, list(_findings(path.name, text, error))


def _refuse_aliases(text: str) -> None:
    """A few lines of aliases of aliases can stand for more than any memory holds."""
    if "&" in text and "*" in text:
        for token in yaml.scan(text, _Loader):
            if isinstance(token, yaml.AliasToken):
                raise yaml.MarkedYAMLError(
                    problem="an alias (*) is not read here", problem_mark=token.start_mark
                )


def _problem(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return str(getattr(error, "problem", None) or error).strip().splitlines()[0]


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f", line {mark.line + 1}" if mark else ""


def _findings(name: str, text: str, error: ValidationError) -> Iterator[Finding]:
    tree = yaml.compose(text, _Loader)
    for problem in error.errors(include_url=False):
        line, path = _locate(tree, problem["loc"])
        said = problem["msg"].removeprefix("Value error, ")
        if problem["type"] == "extra_forbidden":
            said = "there is no such field"
        yield findings.error("form", f"{name}, line {line}, {path}: {said}")


def _locate(node: yaml.Node | None, loc: tuple[int | str, ...]) -> tuple[int, str]:
    """Line of the innermost part of `loc` that is in the file, and the whole as a path."""
    line, path = 1, ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part] if part < len(node.value) else None
        elif isinstance(node, yaml.MappingNode):
            pairs = [(key, value) for key, value in node.value if key.value == part]
            node = pairs[0][1] if pairs else None
            line = pairs[0][0].start_mark.line + 1 if pairs else line
            continue
        else:
            node = None
        line = node.start_mark.line + 1 if node else line
    return line, path or "the file"
