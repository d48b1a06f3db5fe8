"""What the reader finds in a text, the text supports."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.extract.extract import extract
from explainer.reading.text import read_bytes
from explainer.verify import verify

ROOT = Path(__file__).parents[2]
ARTICLES = sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/quiz/articles/*.txt")])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_nearly_every_statement_is_supported(path: Path) -> None:
    """A statement is supported; one that is another's is supported as what that one says."""
    found = extract(read_bytes(path.read_bytes()))
    refused = []
    for fact in found.facts:
        said = verify(fact.statement, found)
        codes = {f.code for f in said.findings if f.severity == "error"}
        if codes - {"attribution-dropped"}:
            refused.append((fact.statement, codes))
    assert len(refused) <= max(1, 0.1 * len(found.facts)), refused
