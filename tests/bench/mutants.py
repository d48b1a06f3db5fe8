"""How many spoiled quiz items does the checker let pass, and how many good ones does it reject?

Takes accepted items of several articles, spoils each in every way that applies, and counts.
Run: make mutants, or python tests/bench/mutants.py -v to see what is judged wrongly.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from spare import HARMLESS
from spoil import SPOILED, Change

from explainer.extract.extract import Extraction, extract
from explainer.quiz.check import accepted, check
from explainer.quiz.compose import compose
from explainer.quiz.item import Item
from explainer.reading.text import read_bytes

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = [
    *sorted((ROOT / "seeds").glob("*.txt")),
    *sorted((ROOT / "tests/quiz/articles").glob("*.txt")),
]
SEEDS = range(4)
REJECT_AT_LEAST, ACCEPT_AT_LEAST, MUTANTS_AT_LEAST = 0.99, 0.97, 2000


@dataclass
class Tally:
    total: int = 0
    accepted: int = 0
    odd: list[str] = field(default_factory=list)


def run(changes: dict[str, Change], keep: bool) -> dict[str, Tally]:
    """Counts by kind of change; `keep` says whether the change leaves an item good."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for path in ARTICLES:
        found = extract(read_bytes(path.read_bytes()))
        seen: set[str] = set()
        for seed in SEEDS:
            for item in compose(found, seed=seed).items:
                if item.model_dump_json() in seen:
                    continue
                seen.add(item.model_dump_json())
                for name, change in changes.items():
                    for mutant in change(item, found, Random(f"{item.id}|{name}")):
                        tally = tallies[name]
                        good = accepted(check(mutant, found.reading.source, found))
                        tally.total += 1
                        tally.accepted += good
                        if good != keep:
                            tally.odd.append(_show(path, mutant, found))
    return tallies


def _show(path: Path, item: Item, found: Extraction) -> str:
    codes = [f.message for f in check(item, found.reading.source, found) if f.severity == "error"]
    options = " / ".join(("*" if o.id in item.key else "") + o.text for o in item.options)
    return f"{path.stem[:14]} {item.kind}: {item.stem} [{options}] {item.key} {codes}"


def main() -> int:
    spoiled, harmless = run(SPOILED, keep=False), run(HARMLESS, keep=True)
    print(f"{'spoiled':34}{'mutants':>9}{'rejected':>10}{'share':>9}")
    for name in SPOILED:
        tally = spoiled[name]
        if tally.total:
            gone = tally.total - tally.accepted
            print(f"{name:34}{tally.total:>9}{gone:>10}{gone / tally.total:>9.1%}")
    total = sum(t.total for t in spoiled.values())
    gone = total - sum(t.accepted for t in spoiled.values())
    print(f"{'all':34}{total:>9}{gone:>10}{gone / max(total, 1):>9.2%}\n")
    print(f"{'harmless':34}{'items':>9}{'accepted':>10}{'share':>9}")
    for name in HARMLESS:
        tally = harmless[name]
        if tally.total:
            print(
                f"{name:34}{tally.total:>9}{tally.accepted:>10}{tally.accepted / tally.total:>9.1%}"
            )
    kept_total = sum(t.total for t in harmless.values())
    kept = sum(t.accepted for t in harmless.values())
    print(f"{'all':34}{kept_total:>9}{kept:>10}{kept / max(kept_total, 1):>9.2%}")
    if "-v" in sys.argv:
        for name, tally in [*spoiled.items(), *harmless.items()]:
            for line in tally.odd[:40]:
                print(f"- {name}: {line}")
    good = gone >= REJECT_AT_LEAST * total and kept >= ACCEPT_AT_LEAST * kept_total
    return 0 if good and total >= MUTANTS_AT_LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
