"""Names on a map never cover one another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explainer.labels import SIDES, _box, _shared, place_labels

points = st.lists(st.tuples(st.floats(0, 700), st.floats(0, 500)), max_size=25)


@given(points, st.integers(8, 30))
def test_no_two_names_overlap(where, size):
    """Whatever the places, every name shown has its own room on the plot."""
    names = [f"Place {n}" for n in range(len(where))]
    sides = place_labels(where, names, size, (700, 500))
    shown = [_box(where[n], names[n], size, SIDES[side]) for n, side in enumerate(sides) if side]
    for n, box in enumerate(shown):
        assert all(_shared(box, other) == 0 for other in shown[n + 1 :])
        assert box[0] >= -1
        assert box[2] <= 701


@given(points.filter(bool))
def test_the_chosen_one_always_has_its_name(where):
    """The place a reader has chosen is named however crowded it is."""
    names = ["A rather long name of a place"] * len(where)
    assert place_labels(where, names, 20, (700, 500), first=len(where) - 1)[-1]
