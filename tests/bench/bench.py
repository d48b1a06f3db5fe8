"""Times and memory, printed: `make bench`. Nothing here passes or fails.

Each figure comes with what it is to be held against. Times are process time where the work is in
this process, so that a busy machine disturbs them less; the least of several runs is given.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = next((ROOT / "seeds").glob("*.txt"))
REPEATS = (1, 10, 100, 1000)


def least(work: Callable[[], object], runs: int = 5) -> float:
    """Seconds of processor time of the fastest of `runs`."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def engine() -> None:
    from explainer.extract.extract import extract
    from explainer.language.reader import read
    from explainer.quiz.compose import compose
    from explainer.reading.text import read_text

    text = ARTICLE.read_text(encoding="utf-8")
    compose(extract(read_text(text)))  # load tables once
    print("article → facts → items, in this process")
    print(f"{'length':>8} {'words':>9} {'read s':>8} {'facts s':>8} {'items s':>8} "
          f"{'µs a word':>9} {'peak MB':>8}")  # fmt: skip
    base = None
    for times in REPEATS:
        long = "\n\n".join([text] * times)
        words, runs = len(long.split()), 5 if times < 100 else 1
        source = read_text(long)
        reading = least(lambda source=source: read(source), runs)
        found = extract(source)
        facts = least(lambda source=source: extract(source), runs)
        items = least(lambda found=found: compose(found), runs)
        each = (facts + items) / words * 1e6
        base = base or each
        peak = _peak(lambda source=source: compose(extract(source))) if times < 1000 else None
        memory = f"{peak:8.1f}" if peak else f"{'–':>8}"
        print(f"{times:>7}× {words:>9} {reading:8.3f} {facts:8.3f} {items:8.3f} {each:9.1f} "
              f"{memory}   ({each / base:.2f}× the article's own cost a word)")  # fmt: skip


def _peak(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return peak


def whole_process() -> None:
    print("\nwhole processes (wall seconds, least of 5)")
    for name, args in {
        "python -c pass": ["-c", "pass"],
        "explainer facts": ["-m", "explainer", "facts", str(ARTICLE), "--json"],
        "explainer quiz": ["-m", "explainer", "quiz", str(ARTICLE), "--json"],
    }.items():
        times = []
        for _ in range(5):
            begin = time.perf_counter()
            subprocess.run([sys.executable, *args], check=True, capture_output=True, cwd=ROOT)
            times.append(time.perf_counter() - begin)
        print(f"{name:>18}: {min(times):.2f}")


def pages() -> None:
    logging.disable(logging.WARNING)  # Streamlit says at each run that no browser is there.
    from streamlit.testing.v1 import AppTest

    sys.path.insert(0, str(ROOT))
    print("\none run of a page, against an empty page (milliseconds)")
    empty = AppTest.from_string("import streamlit as st\nst.write('hello')").run()
    floor = least(lambda: empty.run(), 9)
    print(f"{'an empty page':>18}: {floor * 1000:6.1f}")
    for page in ("lesson", "timeline", "places", "quiz"):
        taken = min(_one_run(AppTest, page) for _ in range(4))
        print(f"{page:>18}: {taken * 1000:6.1f}  ({taken / floor:.1f}×)")


def _one_run(test: Any, page: str) -> float:
    app = test.from_file(str(ROOT / "pages/frame.py"), default_timeout=60).run()
    app.switch_page(f"learn/{page}.py")
    begin = time.process_time()
    app.run()
    return time.process_time() - begin


if __name__ == "__main__":
    engine()
    whole_process()
    pages()
