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
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
# One process for all the app's pages of a context, so that it reads the frontend's scripts once.
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--process-per-site"]
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome Mobile Safari/537.36",
}
IDLE = '[data-testid=stApp][data-test-script-state="notRunning"]'
# What Back and Forward do; then waits at most 30 seconds for other words on the page.
TURN = """async path => {
  const words = () => document.querySelector('[data-testid=stMain]').innerText;
  const before = words();
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
  for (let n = 0; n < 600 && words() === before; n++) await new Promise(go => setTimeout(go, 50));
  return words() !== before;
}"""


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


class Contexts:
    """Contexts of one browser, each as empty as a new one, and cheaper: a blank page keeps the
    process that has read the scripts."""

    def __init__(self, browser) -> None:
        self.browser = browser
        self.free = defaultdict(list)

    def make(self, phone, theme, **more):
        size = PHONE if phone else {"viewport": {"width": 1366, "height": 900}}
        # Frames of an animation that no test looks at are drawn by the processor.
        return self.browser.new_context(color_scheme=theme, reduced_motion="reduce", **size, **more)

    def take(self, phone, theme):
        if self.free[phone, theme]:
            return self.free[phone, theme].pop()
        context = self.make(phone, theme)
        blank = context.new_page()
        blank.route("**", lambda route: route.fulfill(body=""))
        blank.goto("http://localhost/blank")
        return context

    def give_back(self, context, phone, theme) -> None:
        blank, *pages = context.pages
        storage = context.new_cdp_session(blank)
        for page in pages:
            origin = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
            page.close()
            storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        storage.detach()
        context.clear_cookies()
        self.free[phone, theme].append(context)


@pytest.fixture(scope="session")
def contexts(chromium):
    return Contexts(chromium)


@pytest.fixture
def page_in(contexts):
    """Opens pages in contexts of their own; `phone` is 390 pixels wide and touched. With anything
    more the context is a new one, with nothing in its cache."""
    lent, new = [], []

    def make(phone=False, theme="light", **more):
        if more:
            context = contexts.make(phone, theme, **more)
            new.append(context)
        else:
            context = contexts.take(phone, theme)
            lent.append((context, phone, theme))
        page = context.new_page()
        page.set_default_timeout(30_000)
        return page

    yield make
    for context in new:
        context.close()
    for context, phone, theme in lent:
        contexts.give_back(context, phone, theme)


@pytest.fixture(scope="session")
def cookies(server, contexts):
    """What a browser keeps once it has given the passphrase to the shared server."""
    context = contexts.take(phone=False, theme="light")
    page = context.new_page()
    page.goto(f"{server.address}/exports")
    page.get_by_role("textbox", name="Passphrase").fill("lapis lazuli")
    with page.expect_response("**/teacher/enter"):
        page.get_by_role("button", name="Open").click()
    page.get_by_role("heading", name="Handouts").wait_for()
    kept = context.cookies()
    assert kept
    contexts.give_back(context, phone=False, theme="light")
    return kept


@pytest.fixture
def teacher_in(page_in, cookies):
    """Opens pages in contexts that the shared server takes for a teacher's."""

    def make(phone=False, theme="light"):
        page = page_in(phone, theme)
        page.context.add_cookies(cookies)
        return page

    return make


@pytest.fixture
def settled():
    """Waits until the server has nothing more to say to the page."""

    def wait(page, quiet=250):
        page.wait_for_selector(IDLE)
        page.wait_for_timeout(quiet)
        page.wait_for_selector(IDLE)

    return wait


@pytest.fixture
def turn(settled):
    """Turns an open page to another of the app's addresses as Back and Forward do, without loading
    it anew, and waits until it shows something else."""

    def to(page, path, quiet=250):
        assert page.evaluate(TURN, f"/{path}"), path
        settled(page, quiet)

    return to
