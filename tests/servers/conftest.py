"""Servers that others wrote, each started on a port of its own and ended with the tests."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from explainer.draft import Draft, make
from explainer.llm import Client
from explainer.llm_endpoint import Budget, Endpoint
from explainer.reading.text import read_bytes
from explainer.suggest import calls_for, tokens_for

ARTICLE = Path(__file__).parents[2] / "seeds" / "000_d4b8515b4265914a.txt"
KEY = "sk-sent-to-a-server-of-others"
Asking = Callable[..., Client]


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Starts a command with PORT put in and waits until `path` answers; the server's address."""
    running: list[subprocess.Popen[bytes]] = []

    def start(command: list[str], path: str, seconds: int = 60, **more: str) -> str:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        log = tmp_path_factory.mktemp("log") / "server.txt"
        with log.open("wb") as out:
            running.append(
                subprocess.Popen(
                    [part.replace("PORT", str(port)) for part in command],
                    stdout=out, stderr=out, env=more or None,
                )
            )  # fmt: skip
        address = f"http://127.0.0.1:{port}"
        for _ in range(seconds * 4):
            if running[-1].poll() is not None:
                break
            try:
                if httpx.get(address + path, timeout=2, trust_env=False).status_code < 500:
                    return address
            except httpx.HTTPError:
                pass
            time.sleep(0.25)
        raise RuntimeError(f"the server did not start:\n{log.read_text(errors='replace')[-3000:]}")

    yield start
    for process in running:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def draft() -> Draft:
    return make(read_bytes(ARTICLE.read_bytes()), items=6)


@pytest.fixture
def asking(draft: Draft) -> Asking:
    """A client of the server at an address, with the budget the page would give it."""

    def made(address: str, model: str, **more: object) -> Client:
        budget = Budget(calls_for(draft.pack.source), tokens_for(draft.pack.source))
        more = {"sleep": lambda _: None, **more}
        return Client(Endpoint(f"{address}/v1", model, KEY), budget, **more)  # type: ignore[arg-type]

    return made
