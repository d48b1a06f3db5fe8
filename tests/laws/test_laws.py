"""The laws of the project, over the article that came with it and over our own."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.export import contract
from explainer.extract.extract import Extraction, extract
from explainer.findings import InputProblem
from explainer.pack import build
from explainer.quiz.check import check_quiz
from explainer.quiz.compose import compose
from explainer.reading.text import read_bytes, read_text

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
ARTICLES = SEEDS + sorted((ROOT / "tests/quiz/articles").glob("*.txt"))


def read(path: Path) -> Extraction:
    return extract(read_bytes(path.read_bytes()))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_no_fact_without_its_words(path: Path) -> None:
    """Every quote, mention and part of every fact stands at its span, to the character."""
    found = read(path)
    text = found.reading.source.text
    assert found.facts
    for fact in found.facts:
        assert fact.quotes
        assert all(q.holds_in(found.reading.source) for q in fact.quotes)
        assert all(text[m.start : m.end] == m.text for m in fact.mentions)
        assert all(text[p.start : p.end] == p.text for p in fact.parts)
    assert all(text[m.start : m.end] == m.text for m in found.reading.mentions)
    assert len({fact.id for fact in found.facts}) == len(found.facts)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_no_item_without_its_check(path: Path) -> None:
    """Items that come out pass the check when it is run again on them, from their JSON."""
    found = read(path)
    items = [contract.read_item(contract.item(i), "1") for i in compose(found).items]
    assert items
    for item, findings in zip(items, check_quiz(items, found.reading.source, found), strict=True):
        assert not [f for f in findings if f.severity == "error"], item


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_at_least_forty_five_facts_and_twenty_items(path: Path) -> None:
    """And every paragraph that states something yields one."""
    found = read(path)
    source = found.reading.source
    assert len(found.facts) >= 45
    assert len(compose(found).items) >= 20
    covered = {source.paragraph_at(q.start) for fact in found.facts for q in fact.quotes}
    assert covered == set(range(len(source.prose)))


def test_the_engine_knows_no_article() -> None:
    """A name from the built-in lesson in the engine's code would be a special case."""
    names = re.compile(r"panjshir|mas+ou?o?d\b|taliban|rodionov|charikar|dostum", re.I)
    for path in (ROOT / "explainer").rglob("*.py"):
        assert not names.search(path.read_text(encoding="utf-8")), path


def test_the_project_stands_alone() -> None:
    """No file names a folder outside the project, or a home folder."""
    outside = re.compile(r"\.\./(?:shared|\.library)|(?<!\w)/(?:home|root|work)/\w")
    for path in ROOT.rglob("*"):
        kept = not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
        told = path.suffix in {".py", ".md", ".yaml", ".toml", ".txt", ".css", ".js"}
        if kept and told and path != Path(__file__):
            assert not outside.search(path.read_text(encoding="utf-8")), path


SEED = SEEDS[0].read_text(encoding="utf-8")


def mangled(seed: int) -> str:
    """The article with pieces cut, doubled, moved, upper-cased, or strewn with odd characters."""
    chance = random.Random(seed)
    text = SEED
    for _ in range(chance.randint(1, 12)):
        a, b = sorted(chance.sample(range(len(text) + 1), 2))
        b = min(b, a + chance.choice([1, 5, 40, 400]))
        piece = text[a:b]
        new = chance.choice(
            ["", piece * 3, piece.upper(), piece[::-1], '"', "“", "\n\n", "\u202e", "\0x", "😀",
             "100.000.000", " not ", "(", "’" * 3, "\u2028", "Mr. ", "19.8.2021 "]
        )  # fmt: skip
        text = text[:a] + new + text[b:]
    return text


@pytest.mark.parametrize("seed", range(25))
def test_any_mangled_article_gives_a_pack_or_a_sentence(seed: int) -> None:
    """The whole road, on broken copies of a real article."""
    try:
        pack = build(read_text(mangled(seed)), seed=seed)
    except InputProblem as problem:
        assert str(problem).endswith(".")  # noqa: PT017  either outcome is lawful
        return
    assert all(q.holds_in(pack.source) for f in pack.facts for q in f.quotes)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_facts_or_a_sentence(text: str) -> None:
    try:
        found = extract(read_text(text))
    except InputProblem as problem:
        assert str(problem).endswith(".")  # noqa: PT017  either outcome is lawful
        return
    assert all(q.holds_in(found.reading.source) for f in found.facts for q in f.quotes)
