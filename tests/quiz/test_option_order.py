"""Options that are numbers or dates stand in their order, and none of the places is the safe one
to guess."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.quiz.option_order import by_size, evenly


@pytest.mark.parametrize(
    "least_first",
    [
        ["1931", "1945", "1950"],
        ["9 May 2018", "12 May 2018", "3 June 2018"],
        ["November 2", "November 11"],
        ["December 2019", "March 2020"],
        ["the 1930s", "the 1950s"],
        ["50,000", "100,000", "160,000"],
        ["four", "nine", "eleven"],
        ["one day", "two days", "ten days"],
        ["5.5 percent", "38 percent"],
        ["$900,000", "$1.2 million", "$3 million"],
    ],
)
def test_values_of_one_form_have_an_order(least_first):
    backwards = least_first[::-1]
    order = by_size(backwards)
    assert order is not None
    assert [backwards[n] for n in order] == least_first


@pytest.mark.parametrize(
    "options",
    [
        ["Ann Lee", "Bo Roy"],
        ["two days", "three weeks"],
        ["May 2018", "2018"],
        ["40", "Oslo"],
        ["3 euros", "$3"],
        ["100 million people", "80 soldiers"],
    ],
)
def test_other_options_have_none(options):
    assert by_size(options) is None


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=5, unique=True))
def test_numbers_stand_by_their_size_however_they_are_written(numbers):
    order = by_size([f"{number:,}" for number in numbers])
    assert order is not None
    assert [numbers[n] for n in order] == sorted(numbers)


def test_the_key_is_as_often_the_least_as_the_greatest():
    ranks = Counter(
        sum(other < 50 for other in evenly([20, 30, 40, 60, 70, 80], 50, Random(seed))[:2])
        for seed in range(300)
    )
    assert set(ranks) == {0, 1, 2}
    assert min(ranks.values()) > 60
