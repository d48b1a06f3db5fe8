"""Who is let in, for how long, and by what."""

from __future__ import annotations

import time

import pytest

from pages.parts import role


@pytest.fixture(autouse=True)
def _passphrase(monkeypatch):
    monkeypatch.setenv(role.SETTING, "lapis lazuli")
    monkeypatch.setattr(role, "_failures", [])
    monkeypatch.setattr(role, "_tickets", {})


def test_a_cookie_is_good_until_its_hour():
    """Signed for the future it opens; past, forged or empty it does not."""
    now = time.time()
    good = role._signed(int(now) + 60)
    assert role.is_valid(good, now)
    assert not role.is_valid(good, now + 61)
    for bad in (
        "",
        "x",
        ".",
        "9" * 30,
        f"{int(now) + 999}.{good.split('.')[1]}",
        good + "0",
        "é.é",
    ):
        assert not role.is_valid(bad, now)


def test_a_new_passphrase_ends_old_cookies(monkeypatch):
    """What was signed with one passphrase is worth nothing under another, or under none."""
    good = role._signed(int(time.time()) + 60)
    monkeypatch.setenv(role.SETTING, "emerald")
    assert not role.is_valid(good, time.time())
    monkeypatch.delenv(role.SETTING)
    assert not role.is_valid(good, time.time())


def test_only_the_passphrase_is_the_passphrase(monkeypatch):
    """Not a part of it, not another case, and nothing at all when none is set."""
    assert role.is_passphrase("lapis lazuli")
    for wrong in ("", "lapis", "Lapis lazuli", "lapis lazuli "):
        assert not role.is_passphrase(wrong)
    monkeypatch.delenv(role.SETTING)
    assert not role.is_passphrase("")


def test_tries_at_the_passphrase_are_limited(monkeypatch):
    """After five wrong tries in a minute the next must wait; a minute later it need not."""
    monkeypatch.setattr(role, "_failures", [100.0 + n for n in range(role.TRIES)])
    assert role.wait_seconds(110.0) > 0
    assert role.wait_seconds(100.0 + role.PER_SECONDS + role.TRIES) == 0
