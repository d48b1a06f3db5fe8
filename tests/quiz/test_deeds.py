"""Questions on who did what, and on whom a pronoun means."""

from __future__ import annotations

from datetime import date

import pytest

from explainer.extract.extract import extract
from explainer.quiz.actors import actor_of, apart
from explainer.quiz.compose_drafts import desk_of, drafts
from explainer.quiz.pool import gather
from explainer.quiz.standing import question, without_own
from explainer.reading.text import read_text

STORM = """A storm hit the coast of Marwick on Monday.

Engineers repaired the sea wall of the old harbour. Soldiers carried sandbags to flooded streets.
Farmers in the valley blamed the operator of the dam for the high water. The town council has
promised to rebuild the bridge. The fishing fleet was towed to a safe harbour. The tower of the
cathedral was covered with a plastic sheet. The island of Skell was left without electric light.

Nora Felton, the mayor of Marwick, warned that the old bridge could collapse. Pilot Adam Reyes said
that the airport would stay closed. Weather expert Lucas Brandt predicted that the wind would grow
stronger."""


def made(text):
    found = extract(read_text(text, published=date(2024, 5, 14)))
    return list(drafts(desk_of(found, 0, ())))


@pytest.fixture(scope="module")
def storm():
    return made(STORM)


def asked(drafts_made, stem):
    found = [d for d in drafts_made if d.stem == stem]
    assert found, [d.stem for d in drafts_made]
    return [c.text for c in found[0].right], {c.text for c in found[0].wrong}


def test_who_did_it_is_asked_among_others_who_do_something(storm):
    """People beside people, none of whom could be meant by the key."""
    right, wrong = asked(storm, "Who carried sandbags to flooded streets?")
    assert right == ["soldiers"]
    assert wrong == {"engineers", "farmers in the valley"}


def test_what_happened_to_a_thing_is_asked_among_what_happened_to_others(storm):
    right, wrong = asked(storm, "What happened to the tower of the cathedral?")
    assert right == ["It was covered with a plastic sheet."]
    assert wrong == {"It was towed to a safe harbour.", "It was left without electric light."}


def test_what_one_warned_is_asked_among_what_others_said(storm):
    right, wrong = asked(storm, "What did Nora Felton warn?")
    assert right == ["that the old bridge could collapse"]
    assert "that the airport would stay closed" in wrong


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("farmers in the valley", "people"),
        ("a rebel spokesman", "people"),
        ("the town council", "body"),
        ("the government", "body"),
        ("the company", None),
        ("the researchers", None),
        ("they", None),
        ("five of them", None),
        ("most teachers", None),
        ("heavy snow", None),
    ],
)
def test_who_can_act(name, sort):
    """A doer is named in full: no pronoun, no number, nothing whose name stands elsewhere."""
    found = actor_of(name, gather(extract(read_text("It rained in Lima.")).reading))
    assert (found.sort if found else None) == sort


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("engineers", "soldiers", True),
        ("residents", "protesters", False),
        ("the government", "the army", False),
        ("the opposition", "the government", True),
        ("teachers", "the union of teachers", False),
        ("pupils", "visitors", False),
    ],
)
def test_nobody_stands_beside_whom_they_may_be(one, other, may):
    """Groups that may share members, and offices of one state, are not set against each other."""
    pool = gather(extract(read_text("It rained in Lima.")).reading)
    assert apart(actor_of(one, pool), actor_of(other, pool)) is may


def test_a_pronoun_is_asked_about_by_the_name_it_means():
    """Where one person of the gender has been named; the naming sentence can be cited."""
    found = made(
        "Maria Lopez runs the museum of Tarn. She opened a new wing in 1998. Her brother, Karl "
        "Lopez, paid 40 workers."
    )
    assert any("Maria Lopez open a new wing" in d.stem for d in found)
    named = next(d for d in found if "Maria Lopez open" in d.stem)
    assert all("Maria Lopez" in f.quotes[0].quote for f in named.naming)


def test_a_pronoun_that_two_may_be_meant_by_is_left_alone():
    found = made(
        "Maria Lopez met Anna Berg in Tarn. A storm had closed the road. She opened a new wing of "
        "the museum in 1998."
    )
    assert not any("open a new wing" in d.stem for d in found)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Zofia Wilk opened it with her husband", "Zofia Wilk opened it with husband"),
        ("her husband met Zofia Wilk", "her husband met Zofia Wilk"),
        ("residents left their homes", "residents left homes"),
        ("the firm sold its ships", "the firm sold its ships"),
    ],
)
def test_a_possessive_is_bound_by_a_name_before_it(words, left):
    assert " ".join(without_own(words).split()) == left


def test_a_time_that_counts_from_the_day_of_the_article_is_left_out():
    """ "In the first half of this year" means nothing to whoever is asked."""
    stem = question("By what percentage", "did", "the profit of Brell", "drop",
                    "in the first half of this year")  # fmt: skip
    assert stem == "By what percentage did the profit of Brell drop?"


def test_a_verb_that_the_question_does_not_turn_makes_it_no_question():
    assert question("When", "was", "the Brell Fund", "founded", "and holds the patent") is None


def test_no_false_statement_gives_an_office_to_another_name():
    """ "Goalkeeper Helen Marsh was named" beside a wrong name is seen through, or false twice."""
    found = made(
        "Goalkeeper Femi Adey was named player of the match. Coach Helen Marsh praised the fans. "
        "Striker Tomas Novak missed a penalty in Leeds. Captain Daniel Price lifted the cup."
    )
    false = [d.stem for d in found if d.kind == "true_false" and d.correction]
    assert not any("Goalkeeper" in stem and "Adey" not in stem for stem in false)


def test_a_sentence_that_proves_stands_among_others_on_the_same_thing():
    """The other sentences share words with the question, so that each must be read."""
    found = made(
        "The trout of the upper river fell in number because the dams stopped the fish. Young "
        "trout feed in the warm ponds below the upper dams. Old trout of the lower river are "
        "caught by fishers with long nets. The town sells maps of the river to visitors."
    )
    for draft in found:
        if draft.kind == "find_evidence":
            assert all("trout" in c.text or "river" in c.text for c in draft.wrong)
