import pytest

from explainer.gazetteer import Gazetteer
from explainer.language.reader import read
from explainer.reading.text import read_text


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def demonyms(text: str, gazetteer: Gazetteer) -> dict[str, str]:
    return {m.text: m.value for m in read(read_text(text), gazetteer).demonyms}


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("He met some French people.", "French", "France"),
        ("Two South Koreans won.", "South Koreans", "South Korea"),
        ("Costa Rican farmers met.", "Costa Rican", "Costa Rica"),
        ("Papua New Guinean women met.", "Papua New Guinean", "Papua New Guinea"),
        ("It sold Saudi Arabian oil.", "Saudi Arabian", "Saudi Arabia"),
        ("It is the largest sub-Saharan trader.", "sub-Saharan", "Sub-Saharan Africa"),
        ("An Austro-Hungarian prince fell.", "Austro-Hungarian", "Austria-Hungary"),
        ("Anti-Russian feeling grew.", "Russian", "Russia"),
        ("A Glaswegian man was held.", "Glaswegian", "Glasgow"),
        ("He met two Texan farmers.", "Texan", "Texas"),
        ("Most New Yorkers agree.", "New Yorkers", "New York City"),
        ("A Mancunian won.", "Mancunian", "Manchester"),
    ],
)
def test_a_demonym_names_its_place(text: str, words: str, place: str, gazetteer: Gazetteer) -> None:
    """The whole of it, in one or more words, with the country's point."""
    assert demonyms(text, gazetteer) == {words: place}
    (found,) = read(read_text(text), gazetteer).demonyms
    assert found.kind == "demonym"
    assert found.lat is not None


@pytest.mark.parametrize(
    "text",
    [
        "She flew with Turkish Airlines.",
        "The novelist Sean French spoke. Later French left the hall.",
        "The train to Rome was late.",
    ],
)
def test_what_only_looks_like_one(text: str, gazetteer: Gazetteer) -> None:
    assert demonyms(text, gazetteer) == {}


def test_they_stand_among_the_mentions_but_nothing_happens_there(gazetteer: Gazetteer) -> None:
    """A fact about a French minister is no fact about France."""
    reading = read(read_text("The French minister went to Rome in 2019."), gazetteer)
    assert [m.text for m in reading.all_mentions] == ["French", "Rome", "2019"]
    assert [m.text for m in reading.mentions] == ["Rome", "2019"]
