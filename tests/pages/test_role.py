"""Who is let in, for how long, and by what."""

from __future__ import annotations

import time

import pytest
from opened import FRAME, sound
from streamlit.testing.v1 import AppTest

from explainer import passphrase
from explainer.findings import InputProblem
from pages.parts import cookie, data, role, sign_in

pytestmark = pytest.mark.usefixtures("desk")
NOW = 1_800_000_000.0


@pytest.fixture(autouse=True)
def _school(monkeypatch):
    monkeypatch.setattr(sign_in, "_tries", [])
    monkeypatch.setattr(cookie, "_tickets", {})


def gate(**session):
    at = AppTest.from_file(FRAME, default_timeout=30)
    for name, value in session.items():
        at.session_state[name] = value
    return sound(at.switch_page("teach/make.py").run())


def give(at, *values):
    for box, value in zip(at.text_input, values, strict=True):
        box.set_value(value)
    return sound(at.button[0].click().run())


def test_a_cookie_is_good_until_its_hour():
    """Signed for the future it opens; past, forged or empty it does not."""
    now = time.time()
    good = cookie.signed(int(now) + 60)
    assert cookie.is_valid(good, now)
    assert not cookie.is_valid(good, now + 61)
    forged = f"{int(now) + 999}.{good.split('.')[1]}"
    for bad in ("", "x", ".", "9" * 30, forged, good + "0", "é.é", "٣.x"):
        assert not cookie.is_valid(bad, now)


def test_a_new_passphrase_ends_old_cookies(monkeypatch):
    """What was signed with one passphrase is worth nothing under another, or under none."""
    good = cookie.signed(int(time.time()) + 60)
    monkeypatch.setenv(cookie.SETTING, "emerald")
    assert not cookie.is_valid(good, time.time())
    monkeypatch.delenv(cookie.SETTING)
    assert not cookie.is_valid(good, time.time())


def test_only_the_passphrase_is_the_passphrase(monkeypatch):
    """Not a part of it, not another case, and nothing at all when none is set."""
    assert sign_in.is_passphrase("lapis lazuli")
    for wrong in ("", "lapis", "Lapis lazuli", "lapis lazuli "):
        assert not sign_in.is_passphrase(wrong)
    monkeypatch.delenv(cookie.SETTING)
    assert not sign_in.is_passphrase("")


def test_tries_are_limited(monkeypatch):
    """After five tries in a minute the next must wait; a minute later it need not."""
    assert all(sign_in.wait_seconds(100.0 + n) == 0 for n in range(sign_in.TRIES))
    assert sign_in.wait_seconds(110.0) > 0
    assert sign_in.wait_seconds(100.0 + sign_in.PER_SECONDS) == 0
    monkeypatch.setattr(sign_in, "_tries", [time.monotonic()] * sign_in.TRIES)
    assert "Too many" in give(gate(), "lapis lazuli").error[0].value


def test_the_first_passphrase_needs_the_code_of_the_console(monkeypatch, capsys):
    """On a fresh server nobody chooses the passphrase without the code; with it, once; from then
    on it opens, and what is kept is no passphrase but its hash."""
    monkeypatch.delenv(cookie.SETTING)
    sign_in.tell_setup_code()
    code = sign_in.setup_code()
    assert code in capsys.readouterr().err
    at = give(gate(), "AAAA-AAAA", "four words to know", "four words to know")
    assert "not the set-up code" in at.error[0].value
    for chosen, again, said in (("short", "short", "12 to 200"), ("a" * 14, "b" * 14, "differ")):
        assert said in give(gate(), code.lower(), chosen, again).error[0].value
    assert passphrase.kept(data.attempts().engine) is None
    late = gate()
    opened = give(gate(), code, "four words to know", "four words to know")
    assert opened.title[0].value == "Your own article"
    late = give(late, code, "mine mine mine mine", "mine mine mine mine")
    assert [button.label for button in late.button] == ["Open"]
    hashed = passphrase.kept(data.attempts().engine)
    assert hashed.startswith("$argon2id$")
    assert "four" not in hashed
    assert give(gate(), "four words to know").title[0].value == "Your own article"
    assert sign_in.is_passphrase("four words to know")
    sign_in.tell_setup_code()
    assert capsys.readouterr().err == ""


def test_the_setting_wins_over_what_was_chosen():
    """With both, the passphrase of the setting opens and the chosen one does not."""
    passphrase.choose(data.attempts().engine, "chosen in the app", "chosen in the app")
    assert sign_in.is_passphrase("lapis lazuli")
    assert not sign_in.is_passphrase("chosen in the app")
    with pytest.raises(InputProblem, match="already"):
        passphrase.choose(data.attempts().engine, "another one here", "another one here")


def test_signing_out_closes_the_pages():
    """After Sign out this window is asked again."""
    at = gate(teacher=True)
    at.button(key="sign_out").click().run()
    assert at.title[0].value == "For teachers"


CLAIMS = {"is_logged_in": True, "email": "Ana@School.example", "iat": NOW - 60}
LISTED = "ana@school.example, @staff.example"


@pytest.mark.parametrize(
    ("changes", "listed", "let_in"),
    [
        ({}, LISTED, True),
        ({"email": "bo@staff.example"}, LISTED, True),
        ({"email_verified": True}, LISTED, True),
        ({}, "", False),
        ({}, "school.example", False),
        ({}, "@", False),
        ({"email": "bo@school.example"}, LISTED, False),
        ({"email": "bo@notstaff.example"}, LISTED, False),
        ({"email": "bo@staff.example.evil"}, LISTED, False),
        ({"email": "x@staff.example@evil.example"}, LISTED, False),
        ({"email": "evil@x@staff.example"}, LISTED, False),
        ({"email": None}, LISTED, False),
        ({"email_verified": False}, LISTED, False),
        ({"is_logged_in": False}, LISTED, False),
        ({"is_logged_in": "yes"}, LISTED, False),
        ({"iat": NOW - 11 * 3600}, LISTED, False),
        ({"iat": NOW + 9_999}, LISTED, False),
        ({"iat": None}, LISTED, False),
    ],
)  # fmt: skip
def test_who_counts_as_a_teacher_of_the_school(changes, listed, let_in):
    """Signed in today, with an address that the provider does not call unverified, on the list
    by itself or by its domain: nobody else."""
    assert role.is_listed(CLAIMS | changes, listed, NOW) is let_in
    assert not role.is_listed({}, listed, NOW)
