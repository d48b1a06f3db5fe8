"""Who is let in, for how long, and by what."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import FRAME, sound
from streamlit.testing.v1 import AppTest

from explainer import passphrase
from explainer.findings import InputProblem
from pages.parts import cookie, data, role, sign_in, tries

pytestmark = pytest.mark.usefixtures("desk")
NOW = 1_800_000_000.0


@pytest.fixture(autouse=True)
def _school(monkeypatch):
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


def spent(who, now, most=200):
    """How many tries there are before one must wait."""
    return next(n for n in range(most) if tries.wait_seconds(who, now + n / 1000))


def test_tries_are_limited():
    """After five tries in a minute a window must wait, its next try too; a minute later not."""
    window = tries.buckets(None, "w", "10.0.0.5")
    assert spent(window, 100.0) == tries.LIMITS["window"]
    assert tries.wait_seconds(window, 110.0) > 0
    assert tries.wait_seconds(window, 100.0 + tries.PER_SECONDS) == 0


def test_one_window_shuts_no_other():
    """Another address is not shut by it; nor, for a while, is a new window of the same."""
    spent(tries.buckets(None, "student", "10.0.0.5"), 100.0)
    assert tries.wait_seconds(tries.buckets(None, "teacher", "10.0.0.9"), 101.0) == 0
    assert tries.wait_seconds(tries.buckets(None, "teacher", "10.0.0.5"), 101.0) == 0


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2)), max_size=120))
def test_however_many_windows_the_limits_hold(asked):
    """No address and not everybody together get more tries in a minute than their limit; a
    browser that a teacher has used before is never kept waiting by them."""
    tries._tries.clear()
    let_in = [
        address for window, address in asked
        if not tries.wait_seconds(tries.buckets(None, f"{window}", f"10.0.0.{address}"), 100.0)
    ]  # fmt: skip
    assert len(let_in) <= tries.LIMITS["everybody"]
    assert all(let_in.count(a) <= tries.LIMITS["address"] for a in range(3))
    assert tries.wait_seconds(tries.buckets("known", "new", "10.0.0.1"), 101.0) == 0


def test_a_right_try_is_not_counted():
    """However often the right passphrase is given, nobody waits."""
    who = tries.buckets(None, "w", None)
    for n in range(60):
        assert tries.wait_seconds(who, 100.0 + n / 10) == 0
        tries.forgive(who, 100.0 + n / 10)


def test_a_student_who_guesses_waits_and_the_teacher_does_not():
    """On the page: five wrong in one window, then it must wait; another window is let in."""
    student = gate()
    for _ in range(tries.LIMITS["window"]):
        assert "not the passphrase" in give(student, "sesame").error[0].value
    assert "Too many" in give(student, "lapis lazuli").error[0].value
    assert give(gate(), "lapis lazuli").title[0].value == "Your own article"


def test_a_browser_is_known_by_what_it_was_given(monkeypatch):
    """Its name is signed for the passphrase; forged or of another passphrase it is unknown, and
    it is no cookie that lets anyone in."""
    given = cookie.signed_known("a-browser")
    assert cookie.known_name(given) == "a-browser"
    assert not cookie.is_valid(given, 0)
    until = cookie.signed(10**9)
    for bad in ("", ".", "a-browser.", "b" + given, given + "0", "é.é", until, "9" * 300):
        assert cookie.known_name(bad) is None
    monkeypatch.setenv(cookie.SETTING, "emerald")
    assert cookie.known_name(given) is None


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
    told = capsys.readouterr().err  # Streamlit's own logging may stand there too.
    assert "set-up code" not in told
    assert code not in told


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
