"""Items as teachers write them: the good are accepted, each flaw is found."""

from __future__ import annotations

import pytest
from hand_items import items

from explainer.quiz.check import accepted, check


@pytest.mark.parametrize(
    ("folder", "good_at_least", "flawed_at_least"),
    [
        ("seen", 0.85, 0.95),
        ("unseen", 0.85, 0.88),
        ("last", 0.7, 0.88),
        ("evening", 0.8, 0.94),
        ("autumn", 0.8, 0.92),
        ("winter", 0.8, 0.9),
        ("spring", 0.8, 0.9),
        ("thaw", 0.8, 0.85),
        ("dusk", 0.8, 0.85),
        ("march", 0.85, 0.85),
        ("april", 0.85, 0.85),
        ("may", 0.8, 0.85),
        ("june", 0.8, 0.85),
        ("july", 0.85, 0.9),
        ("../check/pairs", 1.0, 1.0),
        ("exam", 0.85, 0.9),
        ("lesson", 0.85, 0.9),
        ("textbook", 0.8, 0.9),
    ],
)
def test_good_items_pass_and_flawed_ones_do_not(
    folder: str, good_at_least: float, flawed_at_least: float
) -> None:
    """Of the items in the folder at least these shares are judged rightly."""
    judged: dict[bool, list[bool]] = {True: [], False: []}
    for hand in items(folder):
        found = check(hand.item, hand.found.reading.source, hand.found)
        good = hand.flaw is None
        judged[good].append(accepted(found) == good)
    assert sum(judged[True]) >= good_at_least * len(judged[True])
    assert sum(judged[False]) >= flawed_at_least * len(judged[False])


def test_every_error_tells_a_word_or_an_option() -> None:
    """A message is a plain sentence; its code is in kebab case."""
    for hand in items("seen"):
        for finding in check(hand.item, hand.found.reading.source, hand.found):
            assert finding.message.endswith((".", "?", "”.", "”"))
            assert finding.message[0].isupper() or finding.message[0] in "'“"
            assert finding.code == finding.code.lower().replace(" ", "-").replace("_", "-")
