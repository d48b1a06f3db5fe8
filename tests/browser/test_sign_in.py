"""Becoming a teacher: the first passphrase of a fresh server, the school's own sign-in, and out."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "pages" / "teach"
TEACH = sorted(path.stem for path in PAGES.glob("[a-z]*.py"))
SECRETS = """[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "a secret of this test and of nothing else"
client_id = "explainer"
client_secret = "kept on the server"
server_metadata_url = "{issuer}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def issuer():
    """A provider of sign-ins that others wrote, on this machine; it takes any name for its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{address}/.well-known/openid-configuration", timeout=2).close()
            break
        except OSError:
            time.sleep(0.2)
    yield address
    running.kill()
    running.wait()


def is_shut(page, address, settled, paths=TEACH[:2]):
    """Each teacher page, asked for by its address, is the gate and nothing else."""
    for path in paths:
        page.goto(f"{address}/{path}")
        page.get_by_role("heading", name="For teachers", level=1).wait_for()
        settled(page)
        assert page.locator("h1").count() == 1


def test_the_first_passphrase_is_chosen_with_the_code_of_the_console(serve, page_in, settled):
    """On a fresh server no student can claim the pages; the owner can, once, and stays let in."""
    fresh = serve()
    del fresh.environment["EXPLAINER_TEACHER_PASSPHRASE"]
    fresh.start()
    code = re.search(r"set-up code: (\w{4}-\w{4})", fresh.console.read_text())[1]
    student, owner = page_in(), page_in()
    frames = []
    for page in (student, owner):
        page.on("websocket", lambda w: w.on("framereceived", lambda f: frames.append(_bytes(f))))
    is_shut(student, fresh.address, settled, TEACH)

    def choose(page, code, words):
        page.get_by_role("textbox", name="Set-up code").fill(code)
        page.get_by_role("textbox", name="New passphrase").fill(words)
        page.get_by_role("textbox", name="The same again").fill(words)
        page.get_by_role("button", name="Choose it").click()

    choose(student, "ABCD-EFGH", "students have the say")
    student.get_by_text("That is not the set-up code.").wait_for()
    owner.goto(f"{fresh.address}/make")
    choose(owner, code, "lapis lazuli and emerald")
    owner.get_by_role("heading", name="Your own article").wait_for()
    settled(owner)
    owner.goto(f"{fresh.address}/review")
    owner.get_by_role("heading", name="Your lessons").wait_for()
    is_shut(student, fresh.address, settled)
    kept = [f.read_bytes() for f in fresh.console.parent.iterdir()]
    for secret in (b"lapis lazuli and emerald", code.encode()):
        assert not any(secret in frame for frame in frames)
    assert not any(b"lapis lazuli and emerald" in file for file in kept)
    fresh.kill()
    fresh.console.write_text("")
    fresh.start()
    assert "set-up code" not in fresh.console.read_text()
    assert "lapis lazuli" not in fresh.console.read_text()
    owner.goto(f"{fresh.address}/make")
    owner.get_by_role("heading", name="Your own article").wait_for()
    settled(owner)
    owner.get_by_role("button", name="Sign out").click()
    owner.get_by_role("textbox", name="Passphrase").wait_for()
    settled(owner)
    is_shut(owner, fresh.address, settled)
    fresh.kill()


def test_the_schools_own_sign_in(serve, issuer, page_in, settled):
    """Through a real provider: who is on the list is let in to the page they asked for, who is not
    is not, and nobody is offered to choose a passphrase."""
    server = serve()
    del server.environment["EXPLAINER_TEACHER_PASSPHRASE"]
    server.environment["EXPLAINER_TEACHERS"] = "ana@school.example @staff.example"
    secrets = server.console.with_name("secrets.toml")
    secrets.write_text(SECRETS.format(port=server.port, issuer=issuer))
    server.more = ["--secrets.files", str(secrets)]
    server.start()
    assert "set-up code" not in server.console.read_text()

    def sign_in(page, email):
        page.goto(f"{server.address}/review?draft=any")
        page.get_by_role("button", name="Sign in").wait_for()
        settled(page)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_placeholder("sub").fill(email)
        page.get_by_role("button", name="Authorize").click()
        page.wait_for_url(f"{server.address}/review?**")
        page.locator("h1").wait_for()
        settled(page)
        return page

    first, second, third = page_in(), page_in(), page_in()
    is_shut(first, server.address, settled)
    for page, email in ((first, "ana@school.example"), (second, "new@staff.example")):
        teacher = sign_in(page, email)
        teacher.get_by_role("heading", name="Your lessons").wait_for()
        settled(teacher)
    teacher.get_by_role("button", name="Sign out").click()
    teacher.wait_for_url(lambda url: "review" not in url)
    teacher.locator("h1").wait_for()
    is_shut(teacher, server.address, settled)
    student = sign_in(third, "student@school.example")
    is_shut(student, server.address, settled, TEACH)
    student.get_by_text("not on the list of teachers").wait_for()
    server.kill()


def _bytes(frame):
    return frame if isinstance(frame, bytes) else frame.encode()
