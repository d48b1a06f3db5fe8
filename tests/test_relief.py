import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.earth import Point
from explainer.relief import Height, fill, hillshade, relief, section

LOW, HIGH = Point(10, 20), Point(11, 21)
SPOTS = [
    Height(10.1, 20.1, 3000), Height(10.1, 20.9, 3500), Height(10.9, 20.1, 4000),
    Height(10.9, 20.9, 4500),
]  # fmt: skip
RIVER = [Height(10.05, 20.5, 1000), Height(10.95, 20.5, 2000)]


def test_the_surface_passes_through_what_was_given() -> None:
    """Given heights come back to within the cell size's slack."""
    made = relief(SPOTS, [RIVER], LOW, HIGH, cells=201)
    for h in SPOTS + RIVER:
        assert made.at(h.lat, h.lon) == pytest.approx(h.m, abs=40)
    assert made.measured == 6


def test_a_river_stays_a_valley_between_its_points() -> None:
    """Half way between two far river points the bed is still the lowest place across."""
    made = relief(SPOTS, [RIVER], LOW, HIGH)
    across = section(made, Point(10.5, 20.1), Point(10.5, 20.9))
    lowest = min(across, key=lambda p: p[1])
    assert lowest[1] == pytest.approx(1500, abs=60)
    assert lowest[0] == pytest.approx(across[-1][0] / 2, abs=2)


def test_too_few_heights_are_refused() -> None:
    with pytest.raises(ValueError, match="three heights"):
        relief(SPOTS[:2], [], LOW, HIGH)


def test_the_same_place_twice_is_no_trouble() -> None:
    """Doubled points would make the system singular; they are joined, spot heights winning."""
    made = relief([*SPOTS, SPOTS[0]], [RIVER, RIVER], LOW, HIGH)
    assert np.isfinite(made.heights).all()


def test_light_from_the_north_west_brightens_slopes_that_face_it() -> None:
    """A slope that falls to the north-west is lighter than one that falls to the south-east."""
    to_nw = relief([Height(10, 21, 9000), Height(11, 20, 0), Height(10, 20, 4500),
                    Height(11, 21, 4500)], [], LOW, HIGH, cells=20)  # fmt: skip
    to_se = relief([Height(10, 21, 0), Height(11, 20, 9000), Height(10, 20, 4500),
                    Height(11, 21, 4500)], [], LOW, HIGH, cells=20)  # fmt: skip
    assert hillshade(to_nw).mean() > hillshade(to_se).mean() + 0.02


@settings(max_examples=25)
@given(st.lists(st.tuples(st.floats(10, 11), st.floats(20, 21), st.floats(0, 6000)),
                min_size=2, max_size=6), st.floats(0.5, 5))  # fmt: skip
def test_filling_keeps_the_given_points_and_the_range(line: list, step: float) -> None:
    """A filled line holds its own points in order and goes no higher or lower."""
    given_line = [Height(*p) for p in line]
    filled = fill(given_line, step)
    assert filled[0] == given_line[0]
    assert filled[-1] == pytest.approx(given_line[-1])
    assert min(h.m for h in filled) >= min(h.m for h in given_line) - 1e-6
    assert max(h.m for h in filled) <= max(h.m for h in given_line) + 1e-6
