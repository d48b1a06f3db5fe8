import pytest

from explainer.gazetteer import Gazetteer
from explainer.language.names import find_names
from explainer.mention import PlaceMention
from explainer.source import Block, Source


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def places(text: str, gazetteer: Gazetteer) -> dict[str, PlaceMention]:
    source = Source(text=text, blocks=(Block(0, len(text), "paragraph"),))
    found = find_names(source, [], gazetteer)
    return {m.text: m for m in found if isinstance(m, PlaceMention)}


def test_springfield_is_not_guessed(gazetteer: Gazetteer) -> None:
    """A name that several towns bear alike has no point, its candidates and the reason why."""
    place = places("He lives in Springfield now.", gazetteer)["Springfield"]
    assert place.lat is None
    assert len(place.candidates) > 3
    assert place.why_unplaced is not None
    assert "may be any of" in place.why_unplaced


@pytest.mark.parametrize(
    ("text", "name", "country", "near"),
    [
        ("He lives in Paris, Texas, now.", "Paris", "US", (33.7, -95.6)),
        ("He lives in Springfield, Ill., now.", "Springfield", "US", (39.8, -89.6)),
        ("He lives in Paris now.", "Paris", "FR", (48.9, 2.4)),
        ("He flew from Kabul to Asadabad.", "Asadabad", "AF", (34.9, 71.1)),
        ("Washington said nothing to Moscow.", "Washington", "US", (38.9, -77.0)),
        ("Voters in Georgia and Alabama queued, in Tennessee too.", "Georgia", "US", (33.1, -83.7)),
        ("Tbilisi is the capital of Georgia.", "Georgia", "GE", (42.2, 43.5)),
        ("They live in the Panjshir Valley.", "Panjshir Valley", "AF", (35.3, 69.5)),
        ("The Nicaraguan town of Granada lies low.", "Granada", "NI", (11.9, -86.0)),
        ("The Virginia suburb of Alexandria is old.", "Alexandria", "US", (38.8, -77.05)),
        ("Fires burned in Washington state.", "Washington", "US", (47.4, -120.5)),
        ("The state of Victoria voted.", "Victoria", "AU", (-37.0, 144.5)),
        ("Raids spread from Niger and Mali to Kaduna.", "Niger", "NE", (18.0, 9.0)),
        ("A patrol in Nahri Saraj district, Helmand.", "Nahri Saraj", "AF", (31.9, 64.6)),
        ("Two were held in Arghandab district, Zabul.", "Arghandab", "AF", (32.4, 66.9)),
        ("Two were held in Arghandab district, Kandahar.", "Arghandab", "AF", (31.7, 65.7)),
        ("They met near Bala Murghab district.", "Bala Murghab", "AF", (35.6, 63.3)),
        ("The Amazon flows past Manaus.", "Amazon", None, (-3.0, -58.0)),
        ("A vote in Westminster was lost.", "Westminster", "GB", (51.5, -0.1)),
        ("He lives in Quarryville, in Lancaster County.", "Quarryville", "US", (39.9, -76.2)),
        ("He lives in Quarryville, in Lancaster County.", "Lancaster County", "US", (40.0, -76.3)),
        ("They left Chile's Temuco and Los Ángeles.", "Los Ángeles", "CL", (-37.5, -72.4)),
        ("The Ohio governor spoke in Columbus.", "Ohio", "US", (40.25, -83.0)),
        ("From Vancouver to Surrey, Richmond and Burnaby.", "Surrey", "CA", (49.1, -122.8)),
    ],
)
def test_which_place_is_meant(
    text: str, name: str, country: str | None, near: tuple[float, float], gazetteer: Gazetteer
) -> None:
    """Container, other places, population and kind decide among places of one name."""
    place = places(text, gazetteer)[name]
    assert place.country == country
    assert place.lat == pytest.approx(near[0], abs=0.5)
    assert place.lon == pytest.approx(near[1], abs=0.5)


@pytest.mark.parametrize("name", ["Salang Tunnel", "Rue Zorb", "Lake Zorb", "Zorb River"])
def test_phrases_the_gazetteer_lacks(name: str, gazetteer: Gazetteer) -> None:
    """A containing phrase is one place, unplaced with the reason, and nothing is made up."""
    found = places(f"We drove to the {name} at noon.", gazetteer)
    assert list(found) == [name]
    assert found[name].lat is None
    assert found[name].why_unplaced == f"“{name}” is not in the gazetteer."


def test_peoples_are_no_places(gazetteer: Gazetteer) -> None:
    """Adjectives and peoples are no names of places: they are kept apart, as demonyms."""
    assert places("The Russian and Afghan envoys met some French people.", gazetteer) == {}


def test_value_is_the_usual_name(gazetteer: Gazetteer) -> None:
    """Other names of one place have one value."""
    found = places("From Bombay to Mumbai, from Mazar-i-Sharif to America.", gazetteer)
    assert found["Bombay"].value == found["Mumbai"].value == "Mumbai"
    assert found["America"].value == "United States"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Andes are young mountains of Chile.", "Andes", "mountains"),
        ("He flew to Rhodes and then to Crete.", "Rhodes", "island"),
        ("In Atlanta, Georgia, protesters met. Tbilisi is far.", "Georgia", "state"),
        ("Ships that wait for the canal lie off Suez in Egypt.", "Suez", "city"),
        ("The Suez Canal was blocked.", "Suez Canal", "canal"),
    ],
)
def test_the_kind_of_place_meant(text: str, name: str, kind: str, gazetteer: Gazetteer) -> None:
    """ "the Andes" are no town, Suez is no canal, and what follows a town holds it."""
    assert places(text, gazetteer)[name].kind == kind


def test_a_disease_is_no_place(gazetteer: Gazetteer) -> None:
    """What is called after the place it was found at: nor is its bare name, beside it."""
    text = "Marburg virus disease spread in Tanzania. The Marburg outbreak began in Bukoba."
    assert list(places(text, gazetteer)) == ["Tanzania", "Bukoba"]


def test_a_dateline_is_the_great_city(gazetteer: Gazetteer) -> None:
    """A town told with its province does not lead the dateline there."""
    text = "LONDON — Shares rose. The firm hires in London, Ontario."
    found = places(text, gazetteer)
    assert (found["LONDON"].country, found["London"].country) == ("GB", "CA")
