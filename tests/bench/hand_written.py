"""How many items that a teacher wrote by hand does the checker judge rightly?

Run: make mutants, or python tests/bench/hand_written.py seen -v to see what is judged wrongly.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quiz"))  # for hand_items.py

from hand_items import Hand, items

from explainer.findings import Finding
from explainer.quiz.check import accepted, check

ALL = [
    "seen", "unseen", "last", "evening", "autumn", "winter", "spring", "thaw", "dusk", "march",
    "april", "may", "june", "july", "exam", "lesson", "textbook",
]  # fmt: skip


def main(folders: list[str]) -> None:
    print(f"{'written by hand':20}{'good':>6}{'accepted':>10}{'flawed':>9}{'rejected':>10}")
    for folder in folders:
        right = {True: 0, False: 0}
        total = {True: 0, False: 0}
        for hand in items(folder):
            found = check(hand.item, hand.found.reading.source, hand.found)
            good = hand.flaw is None
            total[good] += 1
            right[good] += accepted(found) == good
            if accepted(found) != good and "-v" in sys.argv:
                print(_odd(hand, found))
        print(f"{folder:20}{total[True]:>6}{right[True]:>10}{total[False]:>9}{right[False]:>10}")


def _odd(hand: Hand, found: list[Finding]) -> str:
    errors = [f"{f.code}: {f.message}" for f in found if f.severity == "error"]
    judged = f"accepted in spite of: {hand.flaw}" if hand.flaw else f"rejected: {errors}"
    return f"- {hand.item.id} {hand.item.kind}: {hand.item.stem} {judged}"


if __name__ == "__main__":
    main([a for a in sys.argv[1:] if not a.startswith("-")] or ALL)
