"""What a check of a claim reports."""

from __future__ import annotations

from explainer.findings import Finding


def fault(code: str, word: str, why: str, start: int | None = None) -> Finding:
    """An error that names the failing word; `start` is where it stands in the claim."""
    return Finding(
        code=code,
        severity="error",
        message=f'"{word}" {why}.',
        start=start,
        end=None if start is None else start + len(word),
    )
