"""Wrong answers that are made where an article has none: what somebody else would be, what the
opposite would say, a sign that goes with its number."""

from __future__ import annotations

from random import Random

import pytest

from explainer.extract.extract import extract
from explainer.quiz.actors import actor_of, apart
from explainer.quiz.callings import other_callings, without_tail
from explainer.quiz.check import accepted, check
from explainer.quiz.compose_drafts import desk_of, drafts
from explainer.quiz.opposites import opposite_of
from explainer.quiz.pool import Pool
from explainer.quiz.spoken import points_at_speaker
from explainer.quiz.standing import stands_alone
from explainer.reading.text import read_text


def made(text):
    """Accepted items of a text, each with the words of its options."""
    extraction = extract(read_text(text))
    items = [d.item(0, Random(0)) for d in drafts(desk_of(extraction, 0, ()))]
    good = [i for i in items if accepted(check(i, extraction.reading.source, extraction))]
    return {(i.kind, i.stem): [o.text for o in i.options] for i in good}


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("the chief executive of Haldane", "the chairman of Haldane"),
        ("a retired schoolteacher", "a retired baker"),
        ("a marine biologist", "an economist"),
        ("the suspect's lawyer", "the suspect's landlord"),
        ("Athletic manager", "Athletic goalkeeper"),
        ("an additional solicitor general", "a public defender"),
    ],
)
def test_a_calling_has_others_of_its_walk_of_life(words, one):
    """The article, the office's place and what goes with any calling stay."""
    assert one in [told for _, told in other_callings(words, Random(1))]


@pytest.mark.parametrize("words", ["a coach and captain", "the first woman", "an heir", "the 1912"])
def test_what_is_no_plain_calling_has_no_others(words):
    """What is two things at once, or none that is known, is left to the article."""
    assert other_callings(words, Random(1)) == []


def test_a_calling_is_asked_for_without_its_place_of_work():
    """Beside "a lawyer" stands "a hydrologist", not one at a university."""
    assert without_tail("a hydrologist at the University of Leeds") == "a hydrologist"
    assert without_tail("the mayor of Aarhus") == "the mayor of Aarhus"


def test_a_lone_description_is_asked_for():
    """One described person is enough for a question, the office with the case of a sentence."""
    found = made("Chief Financial Officer Eva Lind will leave the company in May, she said.")
    assert ("single_choice", "How does the article describe Eva Lind?") in found
    options = found["single_choice", "How does the article describe Eva Lind?"]
    assert "as chief financial officer" in options
    assert len(options) == 3


@pytest.mark.parametrize(
    ("statement", "turned"),
    [
        ("In 2019 sales rose in Brno.", ("rose", "fell")),
        ("Every autumn the leaves turn.", ("autumn", "spring")),
        ("The court rejected the appeal.", ("rejected", "accepted")),
        ("The shop in Lund stayed closed.", None),
        ("Exports rose and imports fell.", None),
        ("He had hoped for a spring offensive.", None),
        ("Units refused the offer.", None),
        ('They called it the "largest" of all.', None),
    ],
)
def test_one_word_makes_a_statement_its_opposite(statement, turned):
    """Only one word that has an opposite, in a form that the sentence can take."""
    assert opposite_of(statement) == turned


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("Police in Lund said that they had found 40 stolen bicycles.", True),
        ("The bank said it would close two branches in Brno.", True),
        ("Maria Delgado said she had the support of the Senate.", True),
        ("Scientists said it would take two years.", False),
        ("He said they had found 40 stolen bicycles.", False),
    ],
)
def test_a_speaker_may_be_meant_by_what_is_said(words, alone):
    """ "They" after "police said" are the police; "it" after "scientists said" is no scientist."""
    assert stands_alone(words) == alone


def test_a_gap_takes_the_sign_with_the_number():
    """A percentage and a sum are left out with their signs."""
    found = made(
        "Sales of the brewery in Plzen dropped 18% from a year earlier.\n\n"
        "The farmers' union demands a fund of £2 million for damages first."
    )
    gaps = [options for (kind, _), options in found.items() if kind == "gap"]
    assert any("18%" in options and all(o.endswith("%") for o in options) for options in gaps)
    assert any("£2 million" in options and all(o[0] == "£" for o in options) for options in gaps)


def test_a_speaker_called_like_a_place_stands_among_people():
    """An analyst is no town, whatever the gazetteer has of that name."""
    found = made(
        "Chief Executive Johan Malm said that demand would return in the summer of 2025.\n\n"
        "Jefferies analyst Tom Price said that a cut of the dividend looked likely.\n\n"
        "Chief Financial Officer Eva Lind will leave Stockholm and Oslo for Gothenburg in May."
    )
    asked = [options for (_, stem), options in found.items() if "likely" in stem]
    assert ["Tom Price" in options for options in asked].count(True) >= 1
    assert all("Stockholm" not in options and "Oslo" not in options for options in asked)


def test_a_title_is_swapped_whole():
    """No half of an office is left beside the other name."""
    found = made(
        "Chief Financial Officer Eva Lind will step down in January after six years in the post.\n"
        "\nChief Executive Johan Malm said that he would miss her advice."
    )
    stems = [stem for kind, stem in found if kind == "true_false" and "step down" in stem]
    assert stems
    assert all("Chief Financial Johan" not in stem for stem in stems)


def test_a_team_is_not_set_beside_whoever_may_be_in_it():
    """Researchers may be a team of scientists; farmers are no army."""
    pool = Pool(reading=None)
    researchers, team = actor_of("researchers", pool), actor_of("a team of scientists", pool)
    farmers, army = actor_of("farmers", pool), actor_of("the army", pool)
    assert not apart(researchers, team)
    assert apart(farmers, army)


def test_what_the_speaker_did_is_not_what_was_said():
    """ "… but had no complaints" goes on about whoever felt it."""
    assert points_at_speaker("the penalty was harsh but had no complaints about the result")
    assert not points_at_speaker("the penalty was harsh but the result was fair")


def test_the_year_of_a_model_is_not_when_it_happened():
    """ "A silver 2012 Honda" is no car looked for in 2012."""
    found = made(
        "Deputy Chief Linda Torres spoke in Dayton.\n\n"
        "The police in Dayton found the stolen car of the mayor, a silver 2012 Honda Civic, near "
        "the airport of Columbus. The police in Columbus found a red 2009 Ford near the museum."
    )
    assert not any(stem.startswith("In which year") for _, stem in found)
