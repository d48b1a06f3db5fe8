import math
import re
from collections import Counter
from pathlib import Path

import pytest

from explainer.gazetteer import Gazetteer
from explainer.language.reader import read
from explainer.mention import PlaceMention
from explainer.reading.text import read_text

WORLD = Path(__file__).parent / "names_world"
TYPES = {"p": "person", "l": "place", "o": "organisation", "a": "people"}
# An opening mark, or a closing one with the point where it has one.
MARK = re.compile(r"\[([ploa]) |(?:\|(-?[\d.]+),(-?[\d.]+))?\]")
Point = tuple[float, float]
NEAR_KM = 161


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def marked(path: Path) -> tuple[str, dict[tuple[int, int, str], Point | None]]:
    """The text without marks, and each marked span with its type and point; a place within
    another name has the type "part"."""
    raw, text, at = path.read_text("utf-8"), "", 0
    gold: dict[tuple[int, int, str], Point | None] = {}
    open_marks: list[tuple[str, int]] = []
    for mark in MARK.finditer(raw):
        text += raw[at : mark.start()]
        at = mark.end()
        if mark[1]:
            open_marks.append((TYPES[mark[1]], len(text)))
            continue
        kind, start = open_marks.pop()
        kind = "part" if open_marks else kind
        gold[start, len(text), kind] = (float(mark[2]), float(mark[3])) if mark[2] else None
    return text + raw[at:], gold


def km(a: Point, b: Point) -> float:
    x = (a[1] - b[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 111.2 * math.hypot(x, a[0] - b[0])


def counted(half: str, gazetteer: Gazetteer) -> Counter[tuple[str, str]]:
    """For each type, and for "point", how many are right, ours and theirs; places within other
    names count neither for nor against. A people or adjective of a country is of type "people",
    and has its point."""
    found: Counter[tuple[str, str]] = Counter()
    for path in sorted((WORLD / half).glob("*.txt")):
        text, gold = marked(path)
        aside = {(s, e) for s, e, kind in gold if kind == "part"}
        pointed = {
            (s, e): p for (s, e, kind), p in gold.items() if kind in ("place", "people") and p
        }
        for mention in read(read_text(text), gazetteer).all_mentions:
            span = mention.start, mention.end
            kind = "people" if getattr(mention, "kind", None) == "demonym" else mention.type
            if span in aside or mention.type not in ("person", "organisation", "place"):
                continue
            right = (*span, kind) in gold
            found[kind, "ours"] += 1
            found[kind, "right"] += right
            if isinstance(mention, PlaceMention) and mention.lat is not None:
                here = mention.lat, mention.lon or 0.0
                found["point", "ours"] += not right or span in pointed
                found["point", "right"] += span in pointed and km(here, pointed[span]) <= NEAR_KM
        found["point", "theirs"] += len(pointed)
        for _, _, kind in gold:
            found[kind, "theirs"] += 1
    return found


@pytest.mark.parametrize("half", ["seen", "held"])
@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("person", 0.85),
        ("organisation", 0.75),
        ("place", 0.90),
        ("people", 0.90),
        ("point", 0.80),
    ],
)
def test_names_in_news_of_the_world(
    half: str, kind: str, least: float, gazetteer: Gazetteer
) -> None:
    """In news of six continents, span and type agree, and a place's point lies within 161 km."""
    found = counted(half, gazetteer)
    f1 = 2 * found[kind, "right"] / (found[kind, "ours"] + found[kind, "theirs"])
    assert f1 >= least


def test_the_marked_texts_hold_what_they_say() -> None:
    """Marks are balanced, and no mark is left in the text."""
    for path in WORLD.glob("*/*.txt"):
        text, gold = marked(path)
        assert not {"[", "]"} & set(text)
        assert len(gold) > 40
