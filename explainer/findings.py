"""What a checker reports, and the one error a user's input can cause."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Finding(BaseModel):
    """`code` is stable and kebab-case; `message` is a sentence a teacher can act on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    severity: Literal["error", "warning"]
    message: str
    start: int | None = None
    end: int | None = None


def error(code: str, message: str) -> Finding:
    return Finding(code=code, severity="error", message=message)


def warning(code: str, message: str) -> Finding:
    return Finding(code=code, severity="warning", message=message)


class InputProblem(ValueError):
    """The input cannot be used. The message is one clear sentence: what is wrong, what to do."""
