"""What a stranger gets, and what nobody gets."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request

import pytest

from pages.parts.web import compressed

PAGES = ("", "lesson", "timeline", "places", "quiz", "article?at=700-760", "present")


def fetch(address, **headers):
    return urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10)


@pytest.mark.parametrize("path", ["present", "review?draft=any", "classroom?class=ABCDE"])
def test_a_cold_server_shows_a_teacher_page_to_nobody(serve, page_in, settled, lesson_pack, path):
    """The very first request of a fresh server is for a teacher page: it gets the gate."""
    cold = serve()
    cold.start(until_healthy=False)
    page = page_in()
    frames = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda f: frames.append(_bytes(f))))
    page.goto(f"{cold.address}/{path}")
    page.get_by_role("textbox", name="Passphrase").wait_for()
    settled(page)
    assert page.get_by_role("dialog").count() == 0
    notes = [s.encode() for step in lesson_pack.lesson.steps for s in (step.teacher.aim,)]
    assert not any(note in frame for note in notes for frame in frames)
    cold.kill()


def test_the_headers_are_strict(server):
    """Every answer carries the policy, and the frontend comes compressed."""
    with fetch(server.address) as answer:
        policy = answer.headers["Content-Security-Policy"]
        html = answer.read().decode()
    assert "default-src 'self'" in policy
    assert "'unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")
    assert "script-src 'self' 'sha256-" in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    script = html.split('type="module" crossorigin src="./')[1].split('"')[0]
    with fetch(f"{server.address}/{script}", **{"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        small = answer.read()
    with fetch(f"{server.address}/{script}") as answer:
        assert gzip.decompress(small) == answer.read()


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_what_is_nobodys_business_is_closed(server, path):
    """Session counts and the agent description are not served."""
    with pytest.raises(urllib.error.HTTPError, match="404"):
        fetch(server.address + path)


@pytest.mark.parametrize("path", ["../index.html", "../../cli_util.py", "js/../../../config.py"])
def test_compression_opens_no_other_file(path):
    """Nothing outside the frontend's folder of assets is served."""
    assert compressed(path) is None


def test_no_page_asks_another_host_or_breaks_the_policy(server, page_in, settled):
    """Every page loads with no request abroad and no violation of its policy."""
    page = page_in()
    hosts, complaints = set(), []
    page.on("request", lambda r: hosts.add(r.url.split("/")[2]))
    page.on("console", lambda m: complaints.append(m.text) if "Security Policy" in m.text else 0)
    page.on("pageerror", lambda e: complaints.append(str(e)))
    for path in PAGES:
        page.goto(f"{server.address}/{path}")
        page.locator("h1").wait_for()
        settled(page, quiet=800)
    own = {f"localhost:{server.port}"}
    assert {host for host in hosts if host and not host.startswith("data:")} <= own
    assert complaints == []


def _bytes(frame):
    return frame if isinstance(frame, bytes) else frame.encode()
