"""Questions on the land out of a lesson's own places: how high, and where on the map.

They rest on the background that the places cite, so a quiz asks them only where its plan allows
the background. Places whose heights overlap, or lie near each other, are never set against one
another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explainer.geography import AREAS, Place
from explainer.quiz.item import Item, Option

VAGUE_M = 500  # a place whose height is known no better, like a province, is not asked about
CLEAR_M = 250  # metres between two heights that a class is to tell apart
CLEAR_DEGREES = 0.25  # between two marks on a map, as the check of such items wants it
MOST_HEIGHTS, MOST_MARKS = 4, 8


def land_items(places: Sequence[Place]) -> tuple[Item, ...]:
    """The same places give the same items. Only places with something told and cited are used."""
    own = [p for p in places if p.about and p.reference_ids and p.origin == "background"]
    return (*_heights(own), *_marks(own))


def _heights(places: Sequence[Place]) -> Iterator[Item]:
    """Which of three is highest, and how high it is; every second place is asked about."""
    known = [
        p
        for p in places
        if p.elevation and p.elevation.high - p.elevation.low <= VAGUE_M and p.kind not in AREAS
    ]
    known.sort(key=lambda p: (-_low(p), p.id))
    for top in known[: 2 * MOST_HEIGHTS : 2]:
        lower = [p for p in known if _clear(top, p)]
        middle = lower[0] if lower else top
        lowest = [p for p in lower if _clear(middle, p)]
        if not lowest:
            continue
        three = (top, middle, lowest[0])
        told = [f"{p.name}: {_metres(p)}." for p in three]
        yield _item(
            f"land-highest-{top.id}", "Which of these lies highest above the sea?",
            list(zip([p.name for p in three], told, strict=True)), three, "connect",
        )  # fmt: skip
        yield _item(
            f"land-height-{top.id}", f"How high above sea level does {_called(top)} lie?",
            list(zip([_about(p) for p in three], told, strict=True)), three, "recall",
        )  # fmt: skip


def _marks(places: Sequence[Place]) -> Iterator[Item]:
    """Where is it: the place among two others, the nearest that are clear of it."""
    points = [p for p in places if p.kind not in AREAS]
    made = 0
    for place in sorted(points, key=lambda p: (-len(p.reference_ids), p.id)):
        others: list[Place] = []
        for other in sorted(points, key=lambda p: (_degrees(place, p), p.id)):
            if all(_degrees(other, taken) > CLEAR_DEGREES for taken in (place, *others)):
                others.append(other)
        if len(others) >= 2 and made < MOST_MARKS:
            made += 1
            three = (place, *others[:2])
            yield _item(
                f"land-where-{place.id}", f"Where on the map is {_called(place)}?",
                [(f"{p.lat:.4f}, {p.lon:.4f}", f"This is {p.name}.") for p in three], three,
                "recall",
            )  # fmt: skip


def _called(place: Place) -> str:
    """A place as a sentence names it: "the Teller Pass", "Colby"."""
    named = _WITH_ARTICLE.search(place.name) and not place.name.lower().startswith("the ")
    return f"the {place.name}" if named else place.name


_WITH_ARTICLE = re.compile(
    r" (?:Pass|Tunnel|Valley|Gorge|River|Range|Mountains|Dam|Bridge|Desert)$"
)


def _item(
    id: str, stem: str, told: Sequence[tuple[str, str]], places: Sequence[Place], level: str
) -> Item:
    """The first of `told` is the key; where it stands among the options follows from the id."""
    turn = sum(id.encode()) % len(told)
    order = [*told[-turn:], *told[:-turn]] if turn else list(told)
    options = tuple(
        Option(id="abc"[n], text=text, rationale=why) for n, (text, why) in enumerate(order)
    )
    key = "abc"[order.index(told[0])]
    return Item.model_validate(
        {
            "id": id, "kind": "place_on_map" if "-where-" in id else "single_choice",
            "stem": stem, "options": options, "key": (key,), "level": level,
            "fact_ids": tuple(f"b-place-{place.id}" for place in places[:1]),
            "origin": "background",
        }
    )  # fmt: skip


def _low(place: Place) -> int:
    return place.elevation.low if place.elevation else 0


def _clear(a: Place, b: Place) -> bool:
    """Whether one lies clearly above the other, whatever source one believes."""
    return bool(a.elevation and b.elevation and a.elevation.low - b.elevation.high >= CLEAR_M)


def _about(place: Place) -> str:
    """One number for all, so that none stands out: to the hundred, in the middle of a range."""
    high = place.elevation.high if place.elevation else 0
    return f"about {round((_low(place) + high) / 2, -2):,.0f} m"


def _degrees(a: Place, b: Place) -> float:
    return max(abs(a.lat - b.lat), abs(a.lon - b.lon))


def _metres(place: Place) -> str:
    known = place.elevation
    if known is None:
        return "not known"
    if known.low == known.high:
        return f"{known.low:,} m"
    return f"{known.low:,} to {known.high:,} m, as sources differ"
