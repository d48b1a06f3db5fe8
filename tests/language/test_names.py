import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.gazetteer import Gazetteer
from explainer.language.names import find_names, same_name
from explainer.mention import NameMention, PlaceMention
from explainer.reading.text import read_text
from explainer.source import Block, Source

GOLD = Path(__file__).parent / "names_gold"
SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
# "[p Masood|Ahmad Masood]": a person, an organisation or a place (l) with its value or point.
MARK = re.compile(r"\[([plo]) ([^\]|]+)(?:\|([^\]]*))?\]")
TYPES = {"p": "person", "l": "place", "o": "organisation"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def found(text: str, gazetteer: Gazetteer) -> list[NameMention | PlaceMention]:
    """Names in one paragraph of running text."""
    source = Source(text=text, blocks=(Block(0, len(text), "paragraph"),))
    return find_names(source, [], gazetteer)


def short(text: str, gazetteer: Gazetteer) -> list[tuple[str, str, str]]:
    return [(m.type, m.text, m.value) for m in found(text, gazetteer)]


def marked(path: Path) -> tuple[str, dict[tuple[int, int, str], str | None]]:
    raw, text, gold, at = path.read_text("utf-8"), "", {}, 0
    for mark in MARK.finditer(raw):
        text += raw[at : mark.start()]
        gold[len(text), len(text) + len(mark[2]), TYPES[mark[1]]] = mark[3]
        text += mark[2]
        at = mark.end()
    return text + raw[at:], gold


@pytest.mark.parametrize("kind", ["person", "organisation", "place"])
def test_marked_articles(gazetteer: Gazetteer, kind: str) -> None:
    """Over all marked articles, span and type agree at an F1 of 95 % or more for each kind."""
    right = ours = theirs = 0
    for path in sorted(GOLD.glob("*.txt")):
        text, gold = marked(path)
        spans = {(m.start, m.end, m.type) for m in find_names(read_text(text), [], gazetteer)}
        wanted = {g for g in gold if g[2] == kind}
        spans = {s for s in spans if s[2] == kind}
        right, ours, theirs = right + len(spans & wanted), ours + len(spans), theirs + len(wanted)
    assert 2 * right / (ours + theirs) >= 0.95


def test_marked_values(gazetteer: Gazetteer) -> None:
    """Variants have the fullest form as value in all marked articles."""
    for path in sorted(GOLD.glob("*.txt")):
        text, gold = marked(path)
        for m in find_names(read_text(text), [], gazetteer):
            full = gold.get((m.start, m.end, m.type))
            if m.type != "place" and full:
                assert (path.name, m.text, m.value) == (path.name, m.text, full)


def test_the_seed_article(gazetteer: Gazetteer) -> None:
    """The people, organisations and places of the seed article are all found, each as one."""
    source = read_text(SEED.read_text("utf-8"))
    names = find_names(source, [], gazetteer)
    by_type = {t: {m.value for m in names if m.type == t} for t in TYPES.values()}
    assert by_type["person"] == {
        "Amrullah Saleh", "Ahmad Masood", "Ahmad Shah Masood", "Igor Rodionov", "Abbas Juma",
        "Abdul-Rashid Dostum", "Igor Shatrov", "Franklin Roosevelt",
    }  # fmt: skip
    assert by_type["organisation"] >= {
        "Taliban", "Northern Alliance", "40th Army", "Soviet army", "Washington Post",
        "Asharq Al-Awsat", "Sputnik", "Congress",
    }  # fmt: skip
    assert {m.text for m in names if m.type == "place"} >= {
        "Panjshir", "Panjshir Valley", "Charikar", "Parwan", "Salang Tunnel", "Kabul",
        "Mazar-i-Sharif", "Jalalabad", "Asadabad", "London", "Paris", "New York", "Washington",
        "Brussels", "United States", "Russia", "China", "Afghanistan", "Champs Elysees",
    }  # fmt: skip


def test_the_son_not_the_father(gazetteer: Gazetteer) -> None:
    """A bare surname means the person spoken of, not the relative he was introduced by."""
    text = (
        "At the head were Amrullah Saleh and Ahmad Masood, the son of the commander Ahmad Shah "
        "Masood. Masood said he was ready. Later Saleh and Masood's men moved on."
    )
    assert [m.value for m in found(text, gazetteer)] == [
        "Amrullah Saleh", "Ahmad Masood", "Ahmad Shah Masood", "Ahmad Masood", "Amrullah Saleh",
        "Ahmad Masood",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Gen. Mark A. Milley today.", ("person", "Mark A. Milley", "Gen.")),
        ("She asked acting president Amrullah Saleh.", ("person", "Amrullah Saleh", "president")),
        ("They saw Abdul-Rashid Dostum's men.", ("person", "Abdul-Rashid Dostum", None)),
        ("It was Bashar al-Assad who spoke.", ("person", "Bashar al-Assad", None)),
        ("It was Ursula von der Leyen who spoke.", ("person", "Ursula von der Leyen", None)),
        ("So wrote Martin Luther King Jr. in jail.", ("person", "Martin Luther King Jr.", None)),
        ("He works for the University of Oxford.", ("organisation", "University of Oxford", None)),
        ("He reads the Washington Post daily.", ("organisation", "Washington Post", None)),
        ("The Ministry of Defence knew.", ("organisation", "Ministry of Defence", None)),
        ("It is the Lord's Resistance Army.", ("organisation", "Lord's Resistance Army", None)),
    ],
)  # fmt: skip
def test_forms_of_names(
    text: str, expected: tuple[str, str, str | None], gazetteer: Gazetteer
) -> None:
    """Titles stay outside the span; particles, initials, hyphens and suffixes inside it."""
    (mention,) = found(text, gazetteer)
    assert isinstance(mention, NameMention)
    assert (mention.type, mention.text) == expected[:2]
    if expected[2]:
        assert mention.title is not None
        assert mention.title.endswith(expected[2])


def test_an_acronym_has_its_long_form_as_value(gazetteer: Gazetteer) -> None:
    """ "(NRF)" after a long form is the same organisation, wherever it stands."""
    text = "The National Resistance Front (NRF) grew. Later the NRF claimed victory."
    assert {m.value for m in found(text, gazetteer)} == {"National Resistance Front"}


def test_the_stop_of_a_state_is_its_own(gazetteer: Gazetteer) -> None:
    """ "Ga." is one word; "GA" has no stop, and what ends the sentence is not its own."""
    text = "They met in Athens, Ga., and in Dothan, Ala. He moved to Athens, GA."
    names = [m.text for m in find_names(read_text(text), [], gazetteer) if m.type == "place"]
    assert names == ["Athens", "Ga.", "Dothan", "Ala.", "Athens", "GA"]


def test_groups_come_by_rule(gazetteer: Gazetteer) -> None:
    """A capitalised group with "the" and a plural verb is an organisation, known or not."""
    text = "At night the Zorbani are near. Nobody trusts the Zorbani."
    assert short(text, gazetteer) == [("organisation", "Zorbani", "Zorbani")] * 2


def test_people_and_teams_called_like_places(gazetteer: Gazetteer) -> None:
    """Bearers of a town's name are no places."""
    text = (
        "Chelsea beat Arsenal 2-1 in the league, and striker Jordan Henderson scored a penalty "
        "before half-time. Paris Hilton watched the match with Denzel Washington. Washington left."
    )
    assert not [m for m in found(text, gazetteer) if m.type == "place"]


def test_words_that_only_begin_sentences(gazetteer: Gazetteer) -> None:
    """No sentence opener, weekday, month or people's name comes out as a name."""
    text = (
        "Yesterday it rained. Reading is fun. Many Afghans fled on Monday. Despite August heat, "
        "Islamists stayed. Militants waited. Nice weather came in May."
    )
    assert short(text, gazetteer) == []


def test_shouted_headlines(gazetteer: Gazetteer) -> None:
    """Where all is in capitals, names the body knows and well-known places are still found."""
    text = "SALEH LEAVES KABUL FOR LONDON\n\nAmrullah Saleh left in a hurry, his aides said.\n"
    names = find_names(read_text(text), [], gazetteer)
    assert {m.text for m in names} >= {"KABUL", "LONDON", "Amrullah Saleh"}


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_right_offsets(text: str) -> None:
    """Whatever the text: no crash, mentions sorted, apart from each other, true to the text."""
    if not text.strip():
        return
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    source = Source(text=text, blocks=(Block(start, end, "paragraph"),))
    last = 0
    for mention in find_names(source, [], Gazetteer.load()):
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        last = mention.end


WORDS = st.sampled_from(
    [
        *("Gen.", "Masood's", "Ahmad", "the", "of", "and", "in", "Paris,", "Texas.", "U.S.", "van"),
        *("der", "Army", "University", "King", "\n\n", "The", "said", "“Washington", "Post”", "&"),
        *("al-Assad", "D-N.Y.", "US-led", "40th", "'s", "I.", "İstanbul", "Ǆ", "🙂", "(NRF)"),
        *("Republic", "People's", "Secretary", "State", "Ill.", "Bin", "North", "Washington"),
    ]
)


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_name_like_text_gives_right_offsets(text: str) -> None:
    """The same for any heap of name-like words."""
    text = text.strip()
    if text:
        source = Source(text=text, blocks=(Block(0, len(text), "paragraph"),))
        for mention in find_names(source, [], Gazetteer.load()):
            assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Masood", "Massoud"), ("Ahmad Masood", "Ahmed Massoud's"), ("Vučić", "Vucic"),
        ("General Dostum", "Abdul-Rashid Dostum"), ("Abdul Rashid Dostum", "Abdul-Rashid Dostum"),
        ("Qandahar", "Kandahar"), ("F. Roosevelt", "Franklin Roosevelt"),
        ("Franklin D. Roosevelt", "Franklin Roosevelt"), ("Panjshir", "Panjsheer"),
    ],
)  # fmt: skip
def test_same_name(a: str, b: str) -> None:
    """Spellings and usual short forms of one name are the same, in both orders."""
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ahmad Masood", "Ahmad Shah Masood"), ("Saleh", "Masood"), ("John Smith", "Jane Smith"),
        ("Kabul", "Kunduz"), ("North Korea", "South Korea"), ("", "Masood"), ("Iran", "Iraq"),
    ],
)  # fmt: skip
def test_different_names(a: str, b: str) -> None:
    """A name with another word in it is another name."""
    assert not same_name(a, b)
    assert not same_name(b, a)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Union Minister of State Kavita Rao opened it. Ms. Rao spoke.", "Kavita Rao"),
        ("The Municipality of Lipovac Dragan Perić spoke.", "Dragan Perić"),
        ("The Ministry of Defence Sergei Shoigu spoke.", "Sergei Shoigu"),
        ("Biologist Liis Kask and her team left. Kask spoke.", "Liis Kask"),
    ],
)
def test_an_office_is_no_part_of_the_name(gazetteer: Gazetteer, text: str, person: str) -> None:
    """Office, body and trade before a person stay outside the name; a surname joins it."""
    people = [m.value for m in found(text, gazetteer) if m.type == "person"]
    assert set(people) == {person}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Benton Mutual hired Carol Hines.", "Benton Mutual"),
        ("Rates were raised by the Holm Bank.", "Holm Bank"),
        ("They met the Atlanta Braves on Monday.", "Atlanta Braves"),
        ("Workers of IG Metall went home.", "IG Metall"),
    ],
)
def test_bodies_are_no_people(gazetteer: Gazetteer, text: str, name: str) -> None:
    """What ends like a firm, or is a town's team, is an organisation even after a given name."""
    kinds = {mention.text: mention.type for mention in found(text, gazetteer)}
    assert kinds.get(name) == "organisation"


def test_months_that_are_names(gazetteer: Gazetteer) -> None:
    """May ends a name and Jan begins one; with a day behind it May is a month."""
    kinds = short("Jan Ruud met Theresa May in Oslo. They went to Kabul May 5.", gazetteer)
    people = [text for kind, text, _ in kinds if kind == "person"]
    assert people == ["Jan Ruud", "Theresa May"]
