"""Which place on the map a name means, or why none is said."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict

from explainer.gazetteer import Gazetteer, place_key
from explainer.language.names_known import Name
from explainer.language.names_words import PLACE_HEADS
from explainer.language.places_usual import is_usual
from explainer.mention import PlaceCandidate, PlaceMention

# What a kind of place counts for beside the logarithm of its population.
WEIGHT = {
    "continent": 9.0, "country": 2.3, "ocean": 9.0, "former country": 6.0, "capital": 2.5,
    "region": 7.0, "sea": 7.0, "state": 0.0, "city": 0.0, "district": -0.2,
}  # fmt: skip
OTHER_WEIGHT = 5.0
# How far the best must stand above the second: of great towns and where the country is known, less.
CLEAR, CLEAR_ENOUGH = 0.6, 0.4
GREAT = 100_000
KNOWN_ALONE = 1.2
NEARNESS = 0.8
NEAR_KM = 250.0
SMALL = 15_000
# The people of a district of which no number is known.
UNCOUNTED = 5_000
# Places kept for telling what is near: enough for an article.
MANY = 60
TOWNLIKE = frozenset({"city", "district", "state"})
# What the word behind a name makes of it: "Victoria state" is no town.
_KIND = r"(?:(state|province)|(county|district)|(island)|(river))"
_OF_KIND, _KIND_OF = re.compile(rf" {_KIND}\b"), re.compile(rf" {_KIND} of $")
_KINDS = ("state", "district", "island", "river")
# A feature of which the place it is called after is near enough a point.
AT_ITS_NAMESAKE = frozenset(
    {
        *("Valley", "Gorge", "Province", "District", "County", "Region", "State", "Territory"),
        *("Prefecture", "Governorate", "Oblast", "Airport", "Port", "Station", "Beach", "Harbour"),
        *("Harbor", "City", "Town", "Village", "Township", "Borough", "Corridor", "Base", "Prison"),
        *("Airbase", "Cathedral", "Stadium", "Palace", "Castle", "Airfield", "Zoo"),
    }
)


class Places:
    """Places of one text. Give all names first with `note`, then ask `mention` for each."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.countries: Counter[str] = Counter()
        self.regions: Counter[str] = Counter()
        self.states: dict[str, set[str]] = defaultdict(set)
        self.containers: dict[str, str] = {}
        self.settled: dict[str, PlaceCandidate | None] = {}
        self.spots: dict[tuple[float, float], None] = {}
        self.last: tuple[int, PlaceCandidate] | None = None
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
            return
        first = found[0]
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
            if rival and _km(first, other) > 80:
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

    def mention(self, name: Name, text: str) -> PlaceMention:
        key = place_key(name.text)
        container = name.container or (None if key in self.alone else self.containers.get(key))
        articled = text[max(0, name.start - 4) : name.start].lower() == "the "
        candidates = self._candidates(name.text)
        noun = _OF_KIND.match(text, name.end)
        if noun is None and text.startswith(" of ", max(0, name.start - 4)):
            noun = _KIND_OF.search(text[max(0, name.start - 14) : name.start])
        kind = _KINDS[(noun.lastindex or 1) - 1] if noun else ""
        place = self._outer(name, candidates) or self._one(name.text, container, articled, kind)
        self.last = (name.end, place) if place else None
        value = place.name if place else name.text
        if place:
            whole = self._candidates(name.text, whole=True)
            return PlaceMention(
                start=name.start, end=name.end, text=text[name.start : name.end],
                value=value if whole else name.text, lat=place.lat, lon=place.lon,
                kind=place.kind if whole else name.words[-1].lower(), country=place.country,
                candidates=(place,),
            )  # fmt: skip
        return PlaceMention(
            start=name.start, end=name.end, text=text[name.start : name.end], value=value,
            candidates=candidates[:8], why_unplaced=self._why(name.text, candidates),
        )  # fmt: skip

    def _one(
        self, name: str, container: str | None, articled: bool, kind: str
    ) -> PlaceCandidate | None:
        """The place meant by a name, told once for all its mentions in a text; with "the" before
        it, no town where something else bears the name ("the Andes"); of the `kind` said, if
        any is."""
        kind = kind or self.peers.get(place_key(name), "")
        key = place_key(name) + (container or "") + ("the " if articled else "") + kind
        if key not in self.settled:
            found = self._candidates(name)
            lands = tuple(p for p in found if p.kind not in TOWNLIKE) if articled else ()
            lands = tuple(p for p in found if p.kind == kind) or lands
            self.settled[key] = self._settle(lands or found, container, place_key(name))
        return self.settled[key]

    def _outer(self, name: Name, candidates: tuple[PlaceCandidate, ...]) -> PlaceCandidate | None:
        """What a name means that stands after a place in it: "Atlanta, Georgia"."""
        if self.last is None or len(candidates) < 2 or not 0 < name.start - self.last[0] <= 2:
            return None
        inner = self.last[1]
        for place in candidates:
            region = place.kind == "state" and place.country == inner.country
            if region and inner.region and place_key(place.name) == place_key(inner.region):
                return place
            if place.kind == "country" and place.country == inner.country:
                return place
        return None

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

    def _settle(
        self, candidates: tuple[PlaceCandidate, ...], container: str | None, key: str = ""
    ) -> PlaceCandidate | None:
        candidates = self._not_their_own_region(candidates)
        inside = self._inside(candidates, container) if container else []
        if not candidates:
            return None
        if not inside and all(p.kind == "district" for p in candidates):
            candidates = self._of_this_state(candidates)
        land = any(p.kind == "country" for p in candidates)
        scored = [
            (self._score(p, key) + land * self._sisters(p), -i, p)
            for i, p in enumerate(inside or candidates)
        ]
        top = max(scored)[0]
        if sum(s[0] > top - CLEAR - NEARNESS for s in scored) > 1:
            scored = [(s[0] + NEARNESS * self._near(s[2]), *s[1:]) for s in scored]
        best = max(scored)
        if self._foreign(best[2]) and not inside:
            return None
        second = max((s[0] for s in scored if _km(best[2], s[2]) > 80), default=-1.0)
        one_region = len({(s[2].country, s[2].region) for s in scored}) == 1
        sure = best[2].population >= GREAT or bool(self.countries[best[2].country or ""])
        clear = best[0] - second >= (CLEAR_ENOUGH if sure else CLEAR)
        return best[2] if clear or (one_region and best[2].region) else None

    def _foreign(self, place: PlaceCandidate) -> bool:
        """Whether a small town lies in a country the text never speaks of."""
        if place.kind != "city" or place.population > SMALL or not place.geonames_id:
            return False
        return bool(self.countries) and not self.countries[place.country or ""]

    def _of_this_state(self, counties: tuple[PlaceCandidate, ...]) -> tuple[PlaceCandidate, ...]:
        """Those in the state the text speaks of most, if of any: a county is named within one."""
        times = [self.regions[place_key(p.region or "")] for p in counties]
        most = max(times)
        return tuple(p for p, n in zip(counties, times, strict=True) if n == most)

    def _not_their_own_region(
        self, candidates: tuple[PlaceCandidate, ...]
    ) -> tuple[PlaceCandidate, ...]:
        """Without a region or district that bears the name of a city in it ("New York")."""
        homes = {(place_key(p.region), p.country) for p in candidates if p.region}
        names: dict[tuple[str, str | None], list[PlaceCandidate]] = defaultdict(list)
        for place in candidates:
            if place.kind != "district":
                names[place_key(place.name), place.country].append(place)
        towns = [p for p in candidates if p.kind in ("city", "capital") and p.population > SMALL]
        return tuple(
            p
            for p in candidates
            if not (p.kind == "state" and (place_key(p.name), p.country) in homes)
            and not (
                p.kind == "district"
                and any(
                    p.population <= other.population or _is_round(p, other)
                    for other in names.get((_without_kind(p.name), p.country), ())
                )
            )
            and not (p.kind == "district" and any(_is_round(p, town) for town in towns))
        )

    def _inside(
        self, candidates: tuple[PlaceCandidate, ...], container: str
    ) -> list[PlaceCandidate]:
        outer = self.gazetteer.lookup(container)
        codes = {p.country for p in outer if p.kind in ("country", "former country")}
        regions = {(place_key(p.name), p.country) for p in outer if p.kind in ("state", "region")}
        regions |= {(place_key(container), p.country) for p in outer}
        return [
            p
            for p in candidates
            if p.country in codes or (p.region and (place_key(p.region), p.country) in regions)
        ]

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
        return any(1 < _km_at(place, spot) < NEAR_KM for spot in self.spots)

    def _sisters(self, place: PlaceCandidate) -> float:
        """What a state gains over a country of its name from other states of its country."""
        if place.kind != "state":
            return 0.0
        return float(min(3, len(self.states[place.country or ""] - {place.name})))

    def _why(self, name: str, candidates: tuple[PlaceCandidate, ...]) -> str:
        if not candidates:
            return f"“{name}” is not in the gazetteer."
        if len({p.country for p in candidates}) == 1 and self._foreign(candidates[0]):
            country = self.gazetteer.country_name(candidates[0].country)
            return (
                f"The only “{name}” in the gazetteer is a small town in {country},"
                " of which the text does not speak."
            )
        where = dict.fromkeys(map(self._where, candidates[:4]))
        return (
            f"“{name}” may be any of {len(candidates)} places ({'; '.join(where)}"
            f"{' and others' if len(candidates) > 4 else ''}), and the text does not say which."
        )

    def _where(self, place: PlaceCandidate) -> str:
        country = self.gazetteer.country_name(place.country)
        inside = ", ".join(x for x in (place.region, country) if x and x != place.name)
        if place.kind in ("city", "capital"):
            return inside
        return f"the {place.kind} {place.name}" + (f" in {inside}" if inside else "")


def _without_kind(district: str) -> str:
    """The key of "Freiburg" for "Freiburg Region"."""
    return place_key(district.removesuffix(" Region").removesuffix(" District"))


def _is_round(district: PlaceCandidate, town: PlaceCandidate) -> bool:
    return district.country == town.country and _km(district, town) < 80


def _km(a: PlaceCandidate, b: PlaceCandidate) -> float:
    return _km_at(a, (b.lat, b.lon))


def _km_at(place: PlaceCandidate, spot: tuple[float, float]) -> float:
    """Distance in km, near enough for comparing."""
    x = (place.lon - spot[1]) * math.cos(math.radians((place.lat + spot[0]) / 2))
    return 111.2 * math.hypot(x, place.lat - spot[0])
