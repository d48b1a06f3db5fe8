"""Where names stand on a map, so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence

Rect = tuple[float, float, float, float]
# Plotly's text positions, best first, with the offset of the text box in widths and heights.
SIDES = {
    "middle right": (0.0, -0.5),
    "middle left": (-1.0, -0.5),
    "top center": (-0.5, -1.0),
    "bottom center": (-0.5, 0.0),
    "top right": (0.0, -1.0),
    "bottom right": (0.0, 0.0),
    "top left": (-1.0, -1.0),
    "bottom left": (-1.0, 0.0),
}
GAP = 9.0


def place_labels(
    points: Sequence[tuple[float, float]],
    names: Sequence[str],
    size: float,
    within: tuple[float, float],
    first: int | None = None,
    obstacles: Sequence[Rect] = (),
) -> list[str | None]:
    """A side for each name, or None where no side is free. `points` are pixels from the top left
    of a plot of `within` (width, height); `size` is the font size. The label at index `first` is
    placed first, and always. No name covers one of the `obstacles`."""
    marks = [(x - GAP, y - GAP, x + GAP, y + GAP) for x, y in points]
    taken: list[Rect] = list(obstacles)
    sides: list[str | None] = [None] * len(points)
    order = sorted(range(len(points)), key=lambda i: (i != first, i))
    for i in order:
        others = taken + [mark for j, mark in enumerate(marks) if j != i]
        costs = {
            side: _cost(_box(points[i], names[i], size, offset), others, within)
            for side, offset in SIDES.items()
        }
        best = min(costs, key=lambda side: costs[side])
        if costs[best] <= 0 or i == first:
            sides[i] = best
            taken.append(_box(points[i], names[i], size, SIDES[best]))
    return sides


def taken_by(
    points: Sequence[tuple[float, float]],
    names: Sequence[str],
    sides: Sequence[str | None],
    size: float,
) -> list[Rect]:
    """The pixels that marks and the names placed beside them take."""
    marks: list[Rect] = [(x - GAP, y - GAP, x + GAP, y + GAP) for x, y in points]
    boxes = [
        _box(point, name, size, SIDES[side])
        for point, name, side in zip(points, names, sides, strict=True)
        if side
    ]
    return marks + boxes


def fits(box: Rect, taken: Sequence[Rect], within: tuple[float, float]) -> bool:
    """Whether a name may stand there: wholly on the plot, on nothing that is taken."""
    return _cost(box, taken, within) <= 0


def _box(point: tuple[float, float], name: str, size: float, offset: tuple[float, float]) -> Rect:
    width, height = len(name) * size * 0.52, size * 1.2
    x = point[0] + offset[0] * width + (GAP if offset[0] == 0 else -GAP if offset[0] == -1 else 0)
    y = point[1] + offset[1] * height + (GAP if offset[1] == 0 else -GAP if offset[1] == -1 else 0)
    return x, y, x + width, y + height


def _cost(box: Rect, others: Sequence[Rect], within: tuple[float, float]) -> float:
    """Pixels squared that the box shares with others or has outside the plot."""
    shared = sum(_shared(box, other) for other in others)
    area = (box[2] - box[0]) * (box[3] - box[1])
    return shared + area - _shared(box, (0.0, 0.0, *within))


def _shared(a: Rect, b: Rect) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0.0
