"""The map of people: who is what to whom, as circles joined by numbered lines."""

from __future__ import annotations

import base64
import math
from collections.abc import Sequence
from typing import NamedTuple

from explainer.lesson_cards import People, Relation
from pages.parts.look import Room
from pages.parts.words import escaped

# Width, height and letters of the drawing; a phone gets a taller one.
SIZES: dict[Room, tuple[int, int, int]] = {
    "phone": (380, 560, 14), "page": (720, 520, 16), "hall": (1100, 480, 21),
}  # fmt: skip
DASHES = {"well attested": "", "reported": "9 6", "claimed by one side": "2 6"}
LINES = {"well attested": "solid", "reported": "dashed", "claimed by one side": "dotted"}


class Node(NamedTuple):
    name: str
    x: float
    y: float
    is_group: bool


def ties(people: People, ids: Sequence[str], colours: dict[str, str], room: Room) -> str:
    """HTML of the map and, below it, its lines in words. Only people among `ids` (none: all) and
    what they are joined to are drawn; empty where nobody is joined to anybody."""
    told = [r for r in people.relations if not ids or r.from_id in ids or r.to_id in ids]
    nodes = _nodes(people, told, room)
    if not told:
        return ""
    width, height, size = SIZES[room]
    lines = "".join(_line(n, r, nodes, colours, size) for n, r in enumerate(told, 1))
    marks = "".join(_node(node, colours, size) for node in nodes.values())
    rows = "".join(
        f'<li><b class="x-number">{n}</b> {escaped(nodes[r.from_id].name)} '
        f"{escaped(r.relation)} {escaped(nodes[r.to_id].name)}{_sure(r)}</li>"
        for n, r in enumerate(told, 1)
    )
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif">{lines}{marks}</svg>'
    )
    # Streamlit takes drawings out of HTML; an image of its own it lets through.
    data = base64.b64encode(drawing.encode()).decode()
    return (
        f'<img class="x-ties" src="data:image/svg+xml;base64,{data}" '
        f'alt="Map of people; its {len(told)} lines follow in words">'
        f'<ul class="x-relations">{rows}</ul>'
    )


def _sure(relation: Relation) -> str:
    if relation.certainty == "well attested":
        return ""
    return f' <span class="x-muted">({relation.certainty}, {LINES[relation.certainty]} line)</span>'


def _nodes(people: People, told: Sequence[Relation], room: Room) -> dict[str, Node]:
    """People in a ring, side by side with those they are joined to."""
    names = {person.id: person.name for person in people.persons}
    names |= {group.id: group.name for group in people.groups}
    groups = {group.id for group in people.groups}
    joined: dict[str, list[str]] = {}
    for r in told:
        joined.setdefault(r.from_id, []).append(r.to_id)
        joined.setdefault(r.to_id, []).append(r.from_id)
    order: list[str] = []
    for start in sorted(joined, key=lambda id: len(joined[id])):
        _walk(start, joined, order)
    nodes = {}
    for n, id in enumerate(order):
        x, y = _spot(n, len(order), room)
        nodes[id] = Node(names[id], x, y, id in groups)
    return nodes


def _spot(n: int, of: int, room: Room) -> tuple[float, float]:
    """An ellipse; on a phone a ring of rows, since names are as wide as half of it."""
    width, height, size = SIZES[room]
    if room != "phone":
        turn = 2 * math.pi * n / of - math.pi / 2
        across, down = width / 2 - 5 * size, height / 2 - 2.2 * size
        return width / 2 + across * math.cos(turn), height / 2 + down * math.sin(turn)
    rows = -(-of // 2)
    row = n if n < rows else 2 * rows - 1 - n
    share = (row + 0.5) / rows
    bend = width * (0.06 + 0.28 * math.sin(math.pi * share))
    return width / 2 + (bend if n < rows else -bend), height * share


def _walk(id: str, joined: dict[str, list[str]], order: list[str]) -> None:
    if id in order:
        return
    order.append(id)
    for other in sorted(joined[id], key=lambda each: len(joined[each])):
        _walk(other, joined, order)


def _line(n: int, r: Relation, nodes: dict[str, Node], c: dict[str, str], size: int) -> str:
    a, b = nodes[r.from_id], nodes[r.to_id]
    x, y = _free(a, b, nodes, size)
    return (
        f'<line x1="{a.x:.0f}" y1="{a.y:.0f}" x2="{b.x:.0f}" y2="{b.y:.0f}" stroke="{c["muted"]}" '
        f'stroke-width="2" stroke-dasharray="{DASHES[r.certainty]}"/>'
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size * 0.75:.0f}" fill="{c["paper"]}" '
        f'stroke="{c["muted"]}"/><text x="{x:.0f}" y="{y + size * 0.3:.0f}" font-size="{size - 2}" '
        f'text-anchor="middle" fill="{c["ink"]}">{n}</text>'
    )


def _free(a: Node, b: Node, nodes: dict[str, Node], size: int) -> tuple[float, float]:
    """Where on the line from a to b its number stands: near the middle, under no name."""
    spots = [(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t) for t in (0.5, 0.6, 0.4, 0.7, 0.3)]
    for x, y in spots:
        if all(abs(n.x - x) > 3.4 * size or abs(n.y - y) > 2.3 * size for n in nodes.values()):
            return x, y
    return spots[0]


def _node(node: Node, c: dict[str, str], size: int) -> str:
    """A name in a box, on two lines where it is long; boxes of groups have square corners."""
    first, second = _lines(node.name)
    wide = max(len(first), len(second)) * size * 0.56 + size
    high = size * (2.9 if second else 1.9)
    edge = c["lapis"] if not node.is_group else c["amber"]
    told = [(first, -0.2 if second else 0.35)] + ([(second, 0.95)] if second else [])
    words = "".join(
        f'<text x="{node.x:.0f}" y="{node.y + size * at:.0f}" font-size="{size}" '
        f'text-anchor="middle" fill="{c["ink"]}">{escaped(part)}</text>'
        for part, at in told
    )
    return (
        f'<rect x="{node.x - wide / 2:.0f}" y="{node.y - high / 2:.0f}" width="{wide:.0f}" '
        f'height="{high:.0f}" rx="{2 if node.is_group else 14}" fill="{c["card"]}" '
        f'stroke="{edge}" stroke-width="2"/>{words}'
    )


def _lines(name: str) -> tuple[str, str]:
    if len(name) <= 12 or " " not in name:
        return name, ""
    middle = min(
        (n for n, letter in enumerate(name) if letter == " "), key=lambda n: abs(n - len(name) / 2)
    )
    return name[:middle], name[middle + 1 :]
