"""How many items that a teacher wrote by hand does the checker judge rightly?

Run: python -m tests.bench.hand_written seen -v
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quiz"))

from explainer.quiz.check import accepted, check  # noqa: E402
from hand_items import items  # noqa: E402


def main(folders: list[str]) -> None:
    for folder in folders:
        right = {True: 0, False: 0}
        total = {True: 0, False: 0}
        for hand in items(folder):
            found = check(hand.item, hand.found.reading.source, hand.found)
            good = hand.flaw is None
            total[good] += 1
            right[good] += accepted(found) == good
            if accepted(found) != good and "-v" in sys.argv:
                errors = [f"{f.code}: {f.message}" for f in found if f.severity == "error"]
                print(
                    f"{'REJECTED' if good else 'accepted'} {hand.item.id} [{hand.flaw or hand.item.kind}] {hand.item.stem} {errors}"
                )
        print(
            f"{folder}: good accepted {right[True]}/{total[True]}, flawed rejected {right[False]}/{total[False]}"
        )


if __name__ == "__main__":
    main([a for a in sys.argv[1:] if not a.startswith("-")] or ["seen", "unseen"])
