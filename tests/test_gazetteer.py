import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.gazetteer import DATA, Gazetteer, place_key
from explainer.mention import PlaceCandidate


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "kind", "country", "near"),
    [
        ("Kabul", "capital", "AF", (34.5, 69.2)), ("USSR", "former country", None, (60, 90)),
        ("the Middle East", "region", None, (29, 43)),
        ("Mazar-i-Sharif", "city", "AF", (36.7, 67.1)),
        ("USA", "country", "US", (39.8, -98.5)), ("Texas", "state", "US", (31.25, -99.25)),
        ("Nile", "river", None, (26, 32)), ("Mount Everest", "mountain", None, (28, 86.9)),
        ("Panjshir", "state", "AF", (35.3, 69.5)), ("Kiev", "capital", "UA", (50.4, 30.5)),
    ],
)  # fmt: skip
def test_known_places(
    name: str, kind: str, country: str | None, near: tuple[float, float], gazetteer: Gazetteer
) -> None:
    """Well-known names lead first to the place everybody means, within a degree."""
    first = gazetteer.lookup(name)[0]
    assert (first.kind, first.country) == (kind, country)
    assert (first.lat, first.lon) == pytest.approx(near, abs=1)


def test_most_populous_town_first(gazetteer: Gazetteer) -> None:
    """Places of one kind and name come with the most populous first."""
    towns = [p.population for p in gazetteer.lookup("Springfield") if p.kind == "city"]
    assert len(towns) > 5
    assert towns == sorted(towns, reverse=True)


def test_accents_hyphens_and_case_do_not_matter(gazetteer: Gazetteer) -> None:
    """A name is found however it is typed, but never by a guess."""
    assert gazetteer.lookup("KRAKOW")[0] == gazetteer.lookup("Kraków")[0]
    assert gazetteer.lookup("Panjshirr") == ()
    assert gazetteer.lookup("") == ()


def test_a_pack_brings_its_own_places() -> None:
    """A pack's places come first; another spelling leads to the one first given."""
    own = [
        PlaceCandidate(name="Rokha", kind="village", lat=35.2, lon=69.5, country="AF"),
        PlaceCandidate(name="Rukha", kind="village", lat=35.2, lon=69.5, country="AF"),
    ]
    gazetteer = Gazetteer.load(own)
    assert gazetteer.lookup("rokha")[0] is own[0]
    assert gazetteer.lookup("Rukha")[0] is own[0]
    assert gazetteer.lookup("Kabul")[0].kind == "capital"


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Afghan", "Afghanistan"), ("Afghans", "Afghanistan"), ("Soviet", "Soviet Union"),
        ("British", "United Kingdom"), ("French", "France"), ("Table", None),
    ],
)  # fmt: skip
def test_peoples(word: str, country: str | None, gazetteer: Gazetteer) -> None:
    """Words for peoples lead to their country."""
    assert gazetteer.demonym_country(word) == country


@given(st.text(max_size=40))
def test_any_name_may_be_asked(name: str) -> None:
    """No string breaks a look-up, and what is found is a place on the globe."""
    for place in Gazetteer.load().lookup(name):
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
    assert place_key(name) == place_key(place_key(name)) or "the" in place_key(name)


def test_it_is_small() -> None:
    """The file is under 5 MB."""
    assert DATA.stat().st_size < 5_000_000
