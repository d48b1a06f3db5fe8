"""What a text says of where it is, and how likely a candidate is in it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from explainer.gazetteer import Gazetteer, place_key
from explainer.language.names_known import Name
from explainer.language.names_words import PLACE_HEADS
from explainer.language.places_usual import is_usual
from explainer.mention import PlaceCandidate

# What a kind of place counts for beside the logarithm of its population.
WEIGHT = {
    "continent": 9.0, "country": 2.3, "ocean": 9.0, "former country": 6.0, "capital": 2.5,
    "region": 7.0, "sea": 7.0, "state": 0.0, "city": 0.0, "district": -0.2,
}  # fmt: skip
OTHER_WEIGHT = 5.0
KNOWN_ALONE = 1.2
NEARNESS = 0.8
NEAR_KM = 250.0
TOGETHER, BESIDE_KM = 2.0, 60.0
SMALL = 15_000
# The people of a district of which no number is known.
UNCOUNTED = 5_000
# Places kept for telling what is near: enough for an article.
MANY = 60
TOWNLIKE = frozenset({"city", "district", "state"})
# A feature of which the place it is called after is near enough a point.
AT_ITS_NAMESAKE = frozenset(
    {
        *("Valley", "Gorge", "Province", "District", "County", "Region", "State", "Territory"),
        *("Prefecture", "Governorate", "Oblast", "Airport", "Port", "Station", "Beach", "Harbour"),
        *("Harbor", "City", "Town", "Village", "Township", "Borough", "Corridor", "Base", "Prison"),
        *("Airbase", "Cathedral", "Stadium", "Palace", "Castle", "Airfield", "Zoo"),
    }
)


class PlacesContext:
    """Countries, regions and spots one text speaks of. Give all names with `note` first."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.countries: Counter[str] = Counter()
        self.regions: Counter[str] = Counter()
        self.states: dict[str, set[str]] = defaultdict(set)
        self.containers: dict[str, str] = {}
        self.spots: dict[tuple[float, float], None] = {}
        self.undecided: dict[str, tuple[PlaceCandidate, ...]] = {}
        self.alone: set[str] = set()
        self.peers: dict[str, str] = {}
        self.noted: tuple[int, str, str] | None = None

    def note(self, name: Name) -> None:
        """Counts the countries and regions the text speaks of. A name that may be of another
        country or region says nothing of itself."""
        found = self._candidates(name.text)
        if name.container:
            self.containers.setdefault(place_key(name.text), name.container)
        elif name.words[0].isupper() and len(name.words[0]) > 3:
            self.alone.add(place_key(name.text))  # a dateline
        self._note_peer(name, found)
        if not found or self._open(found):
            if found and len(self.undecided) < MANY:
                self.undecided[place_key(name.text)] = found[:8]
            return
        self._count(found[0])

    def _count(self, first: PlaceCandidate) -> None:
        """What a place that is known says of the others."""
        if first.country:
            self.countries[first.country] += 2 if first.kind in ("country", "former country") else 1
        if first.kind == "state" and first.country:
            self.states[first.country].add(first.name)
        if first.kind not in ("country", "former country", "continent", "region"):
            self.regions[place_key(first.region or first.name)] += 1
            if len(self.spots) < MANY:
                self.spots[first.lat, first.lon] = None

    def _note_peer(self, name: Name, found: tuple[PlaceCandidate, ...]) -> None:
        """Of two names side by side ("Niger and Mali"), a country says that the other is one."""
        kinds = {p.kind for p in found[:3]} & {"country", "state"}
        before, key = self.noted, place_key(name.text)
        sure = next(iter(kinds)) if len(kinds) == 1 and found[0].kind in kinds else ""
        self.noted = (name.end, key, sure if kinds else "no") if not name.container else None
        if before is None or not 0 < name.start - before[0] <= 6 or not kinds:
            return
        if sure == "country" and not before[2]:
            self.peers[before[1]] = sure
        elif not sure and before[2] == "country":
            self.peers[key] = before[2]

    def _open(self, found: tuple[PlaceCandidate, ...]) -> bool:
        first = found[0]
        for other in found[1:]:
            if first.kind in TOWNLIKE and other.kind not in TOWNLIKE:
                return True  # Rhodes the suburb and the island
            if other.kind == "state" and other.country != first.country:
                return True
            people = other.population or UNCOUNTED
            rival = first.kind in TOWNLIKE and people * 10 > first.population
            if rival and km(first, other) > 80:
                return True
        return False

    def note_country(self, name: str) -> None:
        """A country named by an adjective ("Afghan provinces")."""
        for place in self.gazetteer.lookup(name)[:1]:
            if place.country:
                self.countries[place.country] += 1

    def nearby(self, word: str) -> bool:
        """Whether a place of this name lies in a country the text speaks of."""
        return any(p.country in self.countries for p in self.gazetteer.lookup(word))

    def _candidates(self, text: str, whole: bool = False) -> tuple[PlaceCandidate, ...]:
        found = self.gazetteer.lookup(text)
        if found or whole:
            return found
        head, _, last = text.rpartition(" ")
        if head and last in AT_ITS_NAMESAKE and last in PLACE_HEADS:
            base = head.removesuffix(" International")
            return tuple(
                p
                for p in self.gazetteer.lookup(base) or self._town_within(base, last)
                if p.population > SMALL or p.kind == "district"
            )
        return ()

    def _town_within(self, base: str, last: str) -> tuple[PlaceCandidate, ...]:
        """Atlanta of "Hartsfield-Jackson Atlanta International Airport"."""
        words = base.split(" ")
        if last not in ("Airport", "Airbase", "Airfield"):
            return ()
        return self.gazetteer.lookup(words[-1]) or self.gazetteer.lookup(words[0])

    def _foreign(self, place: PlaceCandidate) -> bool:
        """Whether a small town lies in a country the text never speaks of."""
        if place.kind != "city" or place.population > SMALL or not place.geonames_id:
            return False
        return bool(self.countries) and not self.countries[place.country or ""]

    def _score(self, place: PlaceCandidate, key: str) -> float:
        people = place.population or UNCOUNTED * (place.kind == "district")
        score = math.log10(people + 10)
        score += WEIGHT.get(place.kind, OTHER_WEIGHT)
        if place.kind == "city" and is_usual(key, place.country, place.region):
            score += KNOWN_ALONE
        if place.country:
            score += min(1.5, 0.5 * self.countries[place.country])
        if place.kind == "state":
            score += min(3.0, 1.5 * self.regions[place_key(place.name)])
        elif place.region:
            score += min(2.0, self.regions[place_key(place.region)])
        return score

    def _near(self, place: PlaceCandidate) -> bool:
        return any(1 < km_at(place, spot) < NEAR_KM for spot in self.spots)

    def _together(self, place: PlaceCandidate, key: str) -> float:
        """What a place gains that lies beside one of those another open name may mean: of the
        Lancaster Counties the one with a Quarryville."""
        if place.kind not in TOWNLIKE:
            return 0.0
        beside = sum(
            any(p.country == place.country and km(p, place) < BESIDE_KM for p in others)
            for other, others in self.undecided.items()
            if other != key
        )
        return min(TOGETHER, beside)

    def _sisters(self, place: PlaceCandidate) -> float:
        """What a state gains over a country of its name from other states of its country."""
        if place.kind != "state":
            return 0.0
        return float(min(3, len(self.states[place.country or ""] - {place.name})))


def km(a: PlaceCandidate, b: PlaceCandidate) -> float:
    return km_at(a, (b.lat, b.lon))


def km_at(place: PlaceCandidate, spot: tuple[float, float]) -> float:
    """Distance in km, near enough for comparing."""
    x = (place.lon - spot[1]) * math.cos(math.radians((place.lat + spot[0]) / 2))
    return 111.2 * math.hypot(x, place.lat - spot[0])
