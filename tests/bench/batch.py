"""Speed and memory of `explainer batch`: `python tests/bench/batch.py [documents]`.

Characters a second, of processor time and of the clock, and the process's memory as documents
go by. Each document is another text, so that nothing is answered from what was read before.
Nothing here passes or fails.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from explainer import batch

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = [
    *sorted((ROOT / "seeds").glob("*.txt")),
    *sorted((ROOT / "tests/quiz/articles").glob("*.txt")),
    *sorted((ROOT / "tests/verify").glob("*/**/*.txt")),
]
LONG = 5_000_000


def lines(texts: list[str], documents: int) -> Iterator[bytes]:
    for number in range(documents):
        text = f"{texts[number % len(texts)]}\n\nThis was report {number}."
        yield json.dumps({"id": number, "text": text, "published": "2021-08-25"}).encode()


def megabytes() -> float:
    """Memory the process holds now; where the system does not say, the most it held."""
    status = Path("/proc/self/status")
    if status.exists():
        held = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
        return int(held.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Nowhere(io.RawIOBase):
    def write(self, data: object) -> int:
        return len(data)  # type: ignore[arg-type]


def many(documents: int) -> None:
    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    batch.run(lines(texts, len(texts)), Nowhere(), "facts")  # type: ignore[arg-type]
    print("characters a second of processor time, and of the clock")
    print(f"{'documents':>10} {'processor':>11} {'clock':>11} {'MB':>7}")
    step, begin, clock = max(1, documents // 5), time.process_time(), time.perf_counter()
    characters = 0

    def counted() -> Iterator[bytes]:
        nonlocal characters
        for number, line in enumerate(lines(texts, documents), 1):
            characters += len(texts[(number - 1) % len(texts)])
            yield line
            if number % step == 0:
                speed = characters / (time.process_time() - begin)
                seen = characters / (time.perf_counter() - clock)
                print(
                    f"{number:>10} {speed:>11,.0f} {seen:>11,.0f} {megabytes():>7.1f}", flush=True
                )

    batch.run(counted(), Nowhere(), "facts")  # type: ignore[arg-type]


def one_long_line() -> None:
    text = ARTICLES[0].read_text(encoding="utf-8").replace("\n", " ")
    line = json.dumps({"id": 1, "text": (text * (LONG // len(text) + 1))[:LONG]}).encode()
    begin = time.process_time()
    batch.run([line], Nowhere(), "facts")  # type: ignore[arg-type]
    print(f"{LONG:,} characters in one line: {time.process_time() - begin:.1f} s")


if __name__ == "__main__":
    many(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    one_long_line()
