"""Findings of the quiz checker, made short."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.findings import Finding
from explainer.quiz.check.ground import Ground

Rule = Callable[[Ground], Iterator[Finding]]


def error(code: str, message: str) -> Finding:
    return Finding(code=code, severity="error", message=message)


def warning(code: str, message: str) -> Finding:
    return Finding(code=code, severity="warning", message=message)
