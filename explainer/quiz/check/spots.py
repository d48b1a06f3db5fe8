"""The rule on items that ask where on the map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error
from explainer.mention import PlaceMention
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule


def place_on_map(ground: Ground) -> Iterator[Finding]:
    """The key is where the place named in the stem lies; the others are well away from it."""
    item = ground.item
    if item.kind != "place_on_map":
        return
    stem = {words.fold(w) for w in re.findall(r"[^\W_]+", item.stem)}
    spots = [
        (m.lat, m.lon)
        for m in ground.mentions
        if isinstance(m, PlaceMention) and m.lat is not None and m.lon is not None
        and any(
            all(words.fold(p) in stem for p in re.findall(r"[^\W_]+", name))
            for name in (m.text, m.value)
        )
    ]  # fmt: skip
    if not spots:
        yield error("key-unproven", "The evidence holds no place with known coordinates.")
        return
    for option in item.options:
        here = _coordinates(option.text)
        if here is None:
            yield error("option-type", f"'{option.text}' is no pair of coordinates.")
            continue
        away = min(max(abs(here[0] - lat), abs(here[1] - lon)) for lat, lon in spots)
        if option.id in item.key and away > 0.05:
            yield error("key-unproven", "The place does not lie there.")
        elif option.id not in item.key and away < 0.25:
            yield error("distractor-may-be-true", "Two spots lie too near each other.")


def _coordinates(text: str) -> tuple[float, float] | None:
    match = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*", text)
    return (float(match[1]), float(match[2])) if match else None


RULES: tuple[Rule, ...] = (place_on_map,)
