"""A class of students on one server, in real sessions: what is lost, how long it takes.

`students.py [number] [seconds between clicks]`. Each answers ten items and opens the page anew
after every answer, with nothing but the address; every fifth answer is sent from two devices at
once. At the end the database is read: it must hold each response once, as it was given.
"""

from __future__ import annotations

import asyncio
import os
import random
import resource
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from session import Tab  # noqa: E402

from explainer import pack as packs  # noqa: E402
from explainer.quiz.item import Item  # noqa: E402
from explainer.quiz.score import is_right  # noqa: E402
from explainer.store import Store  # noqa: E402
from pages.parts.words import plain  # noqa: E402

ITEMS = 10
TWICE = 5  # every so many answers are sent from two devices at once


@dataclass
class Student:
    number: int
    token: str = ""
    # Two where the answer was sent from two devices: either may come first.
    given: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    submits: list[float] = field(default_factory=list)
    opens: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


async def answer(tab: Tab, item: Item, chance: random.Random) -> tuple[str, ...]:
    """Chooses something, right or wrong, as a student would; returns what was chosen."""
    options = item.options
    if item.kind == "number_entry":
        number = str(chance.choice([item.key[0], "7"]))
        await tab.choose("text_input", tab.find("text_input")[0], number)
        return (number,)
    if item.kind == "match":
        chosen = [chance.choice(options) for _ in item.targets]
        for n, option in enumerate(chosen):
            await tab.choose("selectbox", tab.find("selectbox")[n], plain(option.text))
        return tuple(option.id for option in chosen)
    if item.kind == "order":
        chosen = chance.sample(options, len(options))
        for option in chosen:
            await tab.press(plain(option.text))
        return tuple(option.id for option in chosen)
    if item.kind == "multiple_answer":
        chosen = sorted(chance.sample(options, 2), key=options.index)
        for option in chosen:
            await tab.choose("checkbox", tab.find("checkbox")[options.index(option)], True)
        return tuple(option.id for option in chosen)
    radio, n = tab.find("radio")[0], chance.randrange(len(options))
    await tab.choose("radio", radio, radio.options[n])
    return (options[n].id,)


class Class:
    """Students who all know the items by the id in their attempt, never by what is drawn."""

    def __init__(self, address: str, store: Store, pause: float) -> None:
        self.address, self.store, self.pause = address, store, pause

    async def think(self, chance: random.Random) -> None:
        await asyncio.sleep(self.pause * chance.uniform(0.5, 1.5))

    async def take(self, student: Student) -> None:
        chance = random.Random(student.number)
        await asyncio.sleep(self.pause * 2 * chance.random())
        tab = Tab(self.address, "quiz")
        try:
            await self._open(tab, student)
            await tab.press("Begin the quiz")
            student.token = tab.parameters["t"]
            attempt = self.store.attempt(student.token)
            assert attempt is not None
            for n, item in enumerate(attempt.items):
                await self.think(chance)
                await self._one(tab, student, item, n, chance)
                await tab.close()
                tab = Tab(self.address, "quiz", f"t={student.token}")
                await self._open(tab, student)
            if f" of {ITEMS} right" not in tab.find("heading")[0].body:
                student.errors.append("the end page did not come")
        except Exception as error:
            student.errors.append(f"{type(error).__name__}: {error}")
        student.errors += tab.errors
        self.last = tab

    async def _open(self, tab: Tab, student: Student) -> None:
        begin = time.perf_counter()
        await tab.open()
        student.opens.append(time.perf_counter() - begin)

    async def _one(
        self, tab: Tab, student: Student, item: Item, n: int, chance: random.Random
    ) -> None:
        if f"Question {n + 1} of {ITEMS}" not in tab.words:
            student.errors.append(f"question {n + 1} was expected")
        student.given[item.id] = [await answer(tab, item, chance)]
        await self.think(chance)
        other = None
        if n % TWICE == student.number % TWICE:
            other = Tab(self.address, "quiz", tab.query)
            await other.open()
            student.given[item.id].append(await answer(other, item, random.Random(n)))
        begin = time.perf_counter()
        late = asyncio.sleep(0) if other is None else self._again(other)
        await asyncio.gather(tab.press("Submit"), late)
        student.submits.append(time.perf_counter() - begin)
        if "Right" not in tab.words and "Not right" not in tab.words:
            student.errors.append(f"no verdict on question {n + 1}")
        if other is not None:
            student.errors += other.errors
            await other.close()

    async def _again(self, other: Tab) -> None:
        await asyncio.sleep(0.05)
        await other.press("Submit")


def proven(students: list[Student], store: Store) -> dict[str, int]:
    """What the database holds against what was given."""
    count = {"given": 0, "kept as given": 0, "lost": 0, "doubled": 0, "errors": 0}
    for student in students:
        count["errors"] += len(student.errors)
        count["given"] += len(student.given)
        attempt = store.attempt(student.token) if student.token else None
        kept = attempt.responses if attempt else ()
        count["doubled"] += len(kept) - len({r.item_id for r in kept})
        by_id = {r.item_id: r for r in kept}
        for item in attempt.items if attempt else ():
            given, response = student.given.get(item.id), by_id.get(item.id)
            if response is None:
                count["lost"] += given is not None
            elif (
                given and response.given in given
                and response.right == is_right(item, response.given)
            ):  # fmt: skip
                count["kept as given"] += 1
    return count


def memory_of(process: int) -> float:
    """Resident megabytes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def serve(folder: Path) -> tuple[subprocess.Popen[bytes], str, Path]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "server.log"
    packs.write(packs.load(ROOT / "content" / "panjshir"), folder / "lesson.json")
    environment = os.environ | {
        "EXPLAINER_DATABASE_URL": f"sqlite:///{folder}/answers.sqlite",
        "EXPLAINER_PACK": str(folder / "lesson.json"),
    }
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
    command += ["--server.headless", "true", "--server.port", str(port)]
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2):
                return server, f"127.0.0.1:{port}", log
        except OSError:
            time.sleep(0.2)
    server.kill()
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


async def go_through(address: str, store: Store, number: int, pause: float) -> list[Student]:
    students = [Student(n) for n in range(number)]
    room = Class(address, store, pause)
    await asyncio.gather(*(room.take(student) for student in students))
    return students


async def warm_up(address: str) -> None:
    """Two visits, so that what is made once is not counted as a student's."""
    for _ in range(2):
        tab = Tab(address, "quiz")
        await tab.open()
        await tab.close()


def percentiles(seconds: list[float]) -> str:
    ranked = sorted(seconds)
    at: Any = lambda share: ranked[min(len(ranked) - 1, int(share * len(ranked)))] * 1000  # noqa: E731
    return f"p50 {at(0.5):6.0f} ms   p95 {at(0.95):6.0f} ms   longest {ranked[-1] * 1000:6.0f} ms"


def main(number: int = 200, pause: float = 6.0) -> int:
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tempfile.TemporaryDirectory() as folder:
        server, address, log = serve(Path(folder))
        store = Store(f"sqlite:///{folder}/answers.sqlite")
        try:
            asyncio.run(warm_up(address))
            before, begin = memory_of(server.pid), time.perf_counter()
            students = asyncio.run(go_through(address, store, number, pause))
            passed, after = time.perf_counter() - begin, memory_of(server.pid)
        finally:
            server.kill()
            server.wait()
        count = proven(students, store)
        store.engine.dispose()
        said = [line for line in log.read_text().splitlines() if "Error" in line or "rror:" in line]
    report(students, count, said)
    print(f"{'':>8} {passed:.0f} s in all, memory {before:.0f} → {after:.0f} MB, "
          f"{(after - before) / number * 1000:.0f} kB a student")  # fmt: skip
    return int(count["lost"] or count["doubled"] or count["errors"] or bool(said))


def report(students: list[Student], count: dict[str, int], said: list[str]) -> None:
    print(f"{len(students)} students, {ITEMS} items each, the page opened anew after every answer")
    print("         " + ", ".join(f"{name} {n}" for name, n in count.items()))
    for error in sorted({e for student in students for e in student.errors} | set(said))[:10]:
        print(f"         ! {error}")
    print(f"{'submit':>8}: {percentiles([s for student in students for s in student.submits])}")
    print(f"{'open':>8}: {percentiles([s for student in students for s in student.opens])}")


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(*map(int, given[:1]), *map(float, given[1:2])))
