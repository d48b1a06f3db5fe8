"""Make explainer/data/outlines.z from Natural Earth's 1:110 million countries.

    npm install world-atlas@2.0.2
    python tools/make_outlines.py node_modules/world-atlas/countries-110m.json

Natural Earth is in the public domain; world-atlas packs it as TopoJSON, in which each border is
kept once, so that neighbours share the very same points. Points are rounded to 0.01 degrees.
"""

from __future__ import annotations

import json
import sys
import zlib
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "explainer" / "data" / "outlines.z"


def arcs_of(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((round(x * sx + tx, 2), round(y * sy + ty, 2)))
        arcs.append(line)
    return arcs


def ring_of(indices: list[int], arcs: list[list[tuple[float, float]]]) -> list[float]:
    """Flat "lon, lat, lon, lat": a negative index is an arc walked backwards."""
    ring: list[tuple[float, float]] = []
    for index in indices:
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += line[1:] if ring else line
    return [number for point in ring for number in point]


def main(path: str) -> None:
    topology = json.loads(Path(path).read_text("utf-8"))
    arcs = arcs_of(topology)
    outlines: dict[str, list[list[float]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        outlines[shape["properties"]["name"]] = [ring_of(polygon[0], arcs) for polygon in polygons]
    packed = zlib.compress(json.dumps(outlines, separators=(",", ":")).encode(), 9)
    OUT.write_bytes(packed)
    print(f"{len(outlines)} countries, {len(packed):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
