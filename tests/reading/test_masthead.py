"""A line that names a newspaper and a day is read as that and as no part of the story."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.reading.masthead import LONGEST, masthead
from explainer.reading.text import read_text

STORY = "A storm hit the coast on Monday. Two boats were lost, the harbour master said."


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Valley Courier, 14 March 2024", "Valley Courier"),
        ("The Northern Weekly | March 14, 2024", "The Northern Weekly"),
        ("Valley Courier · Thursday, 14 March 2024, 10:15", "Valley Courier"),
        ("Coast Radio News - 14 March 2024", "Coast Radio News"),
        ("The Daily Post (14 March 2024)", "The Daily Post"),
        ("Published in the Valley Courier on 14 March 2024", "Valley Courier"),
        ("Source: Science Desk, 14 March 2024", "Science Desk"),
        ("Thursday, 14 March 2024 | The Valley Sports Post", "The Valley Sports Post"),
        ("Paris, 14 March 2024 (Andes Wire)", "Andes Wire"),
        ("Paris, 14 March 2024", None),
    ],
)
def test_a_newspaper_and_a_day_below_the_title(line, outlet):
    """Both are learnt, the title stands, and the line yields no fact; a town is no newspaper."""
    source = read_text(f"Storm hits the coast\n\n{line}\n\n{STORY}")
    assert (source.title, source.publisher) == ("Storm hits the coast", outlet)
    assert source.published == date(2024, 3, 14)
    assert [source.text[b.start : b.end] for b in source.prose] == [STORY]


def test_above_the_title_only_what_is_plainly_a_newspaper_counts():
    """A headline may end in a date."""
    source = read_text(f"Valley Courier, 14 March 2024\n\nStorm hits the coast\n\n{STORY}")
    assert (source.title, source.publisher) == ("Storm hits the coast", "Valley Courier")
    source = read_text(f"The Treaty of Rome, 25 March 1957\n\n{STORY}")
    assert source.title == "The Treaty of Rome, 25 March 1957"
    assert source.published is None


@pytest.mark.parametrize(
    "line",
    ["A fire burned on 3 March 2022", "On Tuesday, 3 March 2022", "3 March 2022", "Valley Courier",
     "The council met, 3 March 2022", "Valley Courier, 31 February 2024", "x" * LONGEST],
)  # fmt: skip
def test_what_is_no_such_line(line):
    """Words of a sentence, a day alone, a day that never was."""
    assert masthead(line, after_title=True) is None


@given(st.text(alphabet="AaTheof, .|-(2024March14)&’", max_size=LONGEST + 20), st.booleans())
def test_any_line_is_one_or_none(line, after_title):
    """Nothing fails on it, and an outlet that is named stands in the line."""
    found = masthead(line, after_title=after_title)
    assert found is None or found.outlet is None or found.outlet in line


def test_a_second_title_before_the_date_is_no_prose() -> None:
    """Title, second title and date on lines of their own, with no empty line between."""
    source = read_text(
        "Lakes are drying up, study finds\nReservoirs fill with mud, too\n11 June 2023\n\n"
        "More than half of the lakes have shrunk. Nobody knows why."
    )
    assert source.title == "Lakes are drying up, study finds"
    assert str(source.published) == "2023-06-11"
