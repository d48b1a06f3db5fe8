"""The map: how long a figure takes, and how well the land foretells heights left out of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from explainer.earth import Point, distance
from explainer.geometry import Geometry
from explainer.pack_content import load_content
from explainer.relief import Height, Surface
from explainer.terrain import given_heights, water

ROOT = Path(__file__).resolve().parents[2]
BESIDE_KM = 0.6  # heights this near to the one left out are left out with it: they are its twins


def left_out(geometry: Geometry) -> None:
    """Each spot height against what the others make of its place."""
    spots, lines = given_heights(geometry)
    kinds = {(r[0], r[1]): each.kind for each in geometry.heights for r in each.readings}
    streams, middle = water(geometry), Point(spots[0].lat, spots[0].lon)
    found: dict[str, list[tuple[float, float]]] = {}
    for spot in dict.fromkeys(spots):
        others = [h for h in spots if _apart(h, spot)]
        runs = [run for line in lines for run in _without(line, spot)]
        told = Surface(others, runs, middle, streams).at([Point(spot.lat, spot.lon)])[0]
        found.setdefault(kinds.get((spot.lat, spot.lon), "river"), []).append((spot.m, told))
    print("\nheights left out one at a time, foretold from the others")
    print(f"{'kind':>12} {'n':>4} {'r':>6} {'median error m':>15} {'nine tenths within m':>21}")
    for kind, pairs in {**found, "all": [p for each in found.values() for p in each]}.items():
        true, told = np.array(pairs).T
        errors = np.abs(true - told)
        print(f"{kind:>12} {len(pairs):>4} {np.corrcoef(true, told)[0, 1]:6.2f} "
              f"{np.median(errors):15.0f} {np.percentile(errors, 90):21.0f}")  # fmt: skip
    print("summits, crests and high points are the highest ground around: harder than most of it")


def _apart(a: Height, b: Height) -> bool:
    return distance(Point(a.lat, a.lon), Point(b.lat, b.lon)) > BESIDE_KM


def _without(line: list[Height], spot: Height) -> list[list[Height]]:
    """The line without its points beside the spot, in as many pieces as that leaves."""
    pieces: list[list[Height]] = [[]]
    for height in line:
        if _apart(height, spot):
            pieces[-1].append(height)
        else:
            pieces.append([])
    return [piece for piece in pieces if piece]


def figures() -> None:
    sys.path.insert(0, str(ROOT))
    from explainer.pack import load
    from pages.parts.frames import boxes, seen
    from pages.parts.valley import SIZES, valley

    lesson = load(ROOT / "content" / "panjshir")
    sight = boxes(lesson.places, lesson.geometry)
    print("\na map figure, built anew (milliseconds of processor time; to stay under 150)")
    print(f"{'view':>6} {'room':>6} {'theme':>6} {'first':>7} {'then':>6} {'as JSON':>8}")
    for view, box in sight.items():
        places = seen(lesson.places, lesson.geometry, sight, view)
        for room in SIZES:
            for is_dark in (False, True):

                def build(view=view, box=box, places=places, room=room, is_dark=is_dark):
                    return valley.__wrapped__(
                        places, lesson.geometry, places[0].id, is_dark=is_dark, room=room,
                        box=box, view=view,
                    )  # fmt: skip

                first = _ms(build)
                then = min(_ms(build) for _ in range(5))
                made = build()
                json = min(_ms(made.to_json) for _ in range(3))
                theme = "dark" if is_dark else "light"
                print(f"{view:>6} {room:>6} {theme:>6} {first:7.0f} {then:6.0f} {json:8.0f}")


def _ms(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


if __name__ == "__main__":
    figures()
    geometry = load_content(ROOT / "content" / "panjshir").geometry
    assert geometry is not None
    left_out(geometry)
