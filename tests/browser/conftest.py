"""A running server and a Chromium to look at it with."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome Mobile Safari/537.36",
}
IDLE = '[data-testid=stApp][data-test-script-state="notRunning"]'


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(item.path).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


class Server:
    """The app as users start it, on a port and a database of its own."""

    def __init__(self, pack: Path, database: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://localhost:{self.port}"
        self.environment = os.environ | {
            "EXPLAINER_PACK": str(pack),
            "EXPLAINER_DATABASE_URL": f"sqlite:///{database}",
            "EXPLAINER_TEACHER_PASSPHRASE": "lapis lazuli",
        }
        self.more: list[str] = []
        self.console = database.with_name("console.txt")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, until_healthy: bool = True) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
        command += ["--server.headless", "true", "--server.port", str(self.port), *self.more]
        with self.console.open("ab") as console:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=console, stderr=console
            )
        # /_stcore/health runs no page, so the server stays cold.
        path = "/health" if until_healthy else "/_stcore/health"
        for _ in range(150):
            try:
                with urllib.request.urlopen(self.address + path, timeout=2):
                    return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("the server did not start in 30 seconds")

    def kill(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None


@pytest.fixture(scope="session")
def serve(lesson_file, tmp_path_factory):
    """Makes servers; each is killed at the end."""
    made = []

    def make() -> Server:
        made.append(Server(lesson_file, tmp_path_factory.mktemp("db") / "attempts.sqlite"))
        return made[-1]

    yield make
    for server in made:
        server.kill()


@pytest.fixture(scope="session")
def server(serve):
    shared = serve()
    shared.start()
    return shared


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("EXPLAINER_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=ARGS)
        except Exception as error:
            pytest.skip(f"no Chromium: {str(error).splitlines()[0]}; run make browser")
        yield browser
        browser.close()


@pytest.fixture
def page_in(chromium):
    """Opens pages in contexts of their own; `phone` is 390 pixels wide and touched."""
    contexts = []

    def make(phone=False, theme="light", **more):
        size = PHONE if phone else {"viewport": {"width": 1366, "height": 900}}
        contexts.append(chromium.new_context(color_scheme=theme, **size, **more))
        page = contexts[-1].new_page()
        page.set_default_timeout(15_000)
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def settled():
    """Waits until the server has nothing more to say to the page."""

    def wait(page, quiet=250):
        page.wait_for_selector(IDLE)
        page.wait_for_timeout(quiet)
        page.wait_for_selector(IDLE)

    return wait
