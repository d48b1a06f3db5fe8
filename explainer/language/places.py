"""Which place on the map a name means, or why none is said."""

from __future__ import annotations

import math
from collections import Counter

from explainer.gazetteer import Gazetteer, place_key
from explainer.language.names_kinds import Name
from explainer.language.names_words import PLACE_HEADS
from explainer.mention import PlaceCandidate, PlaceMention

# What a kind of place counts for beside the logarithm of its population.
WEIGHT = {
    "continent": 9.0, "country": 4.0, "ocean": 9.0, "former country": 6.0, "capital": 2.5,
    "region": 7.0, "sea": 7.0, "state": 0.3, "city": 0.0,
}  # fmt: skip
OTHER_WEIGHT = 5.0
CLEAR = 0.6
NEAR_KM = 250.0
# A feature of which the place it is called after is near enough a point.
AT_ITS_NAMESAKE = frozenset(
    {
        *("Valley", "Gorge", "Province", "District", "County", "Region", "State", "Territory"),
        *("Prefecture", "Governorate", "Oblast", "Airport", "Port", "Station", "Beach", "Harbour"),
        *("Harbor", "City", "Town", "Village", "Township", "Borough", "Corridor", "Base", "Prison"),
        *("Cathedral", "Stadium", "Palace", "Castle", "Airfield", "Zoo"),
    }
)


class Places:
    """Places of one text. Give all names first with `note`, then ask `mention` for each."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.countries: Counter[str] = Counter()
        self.regions: Counter[str] = Counter()
        self.containers: dict[str, str] = {}
        self.settled: dict[str, PlaceCandidate | None] = {}
        self.spots: list[tuple[float, float]] = []

    def note(self, name: Name) -> None:
        found = self._candidates(name.text)
        if name.container:
            self.containers.setdefault(place_key(name.text), name.container)
        for place in found:
            if place.kind in ("country", "former country") and place.country:
                self.countries[place.country] += 2
                return
            if place.kind in ("state", "region") and place.country:
                self.regions[place_key(place.name)] += 1
                self.countries[place.country] += 1
                return
        if found and (len(found) == 1 or found[0].population > 20 * found[1].population):
            if found[0].country:
                self.countries[found[0].country] += 1
            self.spots.append((found[0].lat, found[0].lon))

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
        candidates = self._candidates(name.text)
        container = name.container or self.containers.get(key)
        if key + (container or "") not in self.settled:
            self.settled[key + (container or "")] = self._settle(candidates, container)
        place = self.settled[key + (container or "")]
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

    def _candidates(self, text: str, whole: bool = False) -> tuple[PlaceCandidate, ...]:
        found = self.gazetteer.lookup(text)
        if found or whole:
            return found
        head, _, last = text.rpartition(" ")
        if head and last in AT_ITS_NAMESAKE and last in PLACE_HEADS:
            base = head.removesuffix(" International")
            return self.gazetteer.lookup(base)
        return ()

    def _settle(
        self, candidates: tuple[PlaceCandidate, ...], container: str | None
    ) -> PlaceCandidate | None:
        if container:
            inside = self._inside(candidates, container)
            if inside:
                return max(inside, key=lambda p: p.population)
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        candidates = self._not_their_own_region(candidates)
        scored = sorted(((self._score(p), i, p) for i, p in enumerate(candidates)), reverse=True)
        if len(scored) == 1:
            return scored[0][2]
        best, second = scored[0], scored[1]
        if best[0] - second[0] >= CLEAR or _km(best[2], second[2]) < 80:
            return best[2]
        return None

    def _not_their_own_region(
        self, candidates: tuple[PlaceCandidate, ...]
    ) -> tuple[PlaceCandidate, ...]:
        """Without a region or district that bears the name of a city in it ("New York")."""
        homes = {(place_key(p.region), p.country) for p in candidates if p.region}
        names = {place_key(p.name) for p in candidates if p.kind in ("city", "capital")}
        return tuple(
            p
            for p in candidates
            if not (p.kind == "state" and (place_key(p.name), p.country) in homes)
            and not (p.kind == "district" and place_key(p.name) in names)
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

    def _score(self, place: PlaceCandidate) -> float:
        score = math.log10(place.population + 10) if place.population else 1.0
        score += WEIGHT.get(place.kind, OTHER_WEIGHT)
        if place.country:
            score += min(1.5, 0.5 * self.countries[place.country])
        if place.region:
            score += min(1.5, self.regions[place_key(place.region)])
        if any(0 < _km_at(place, spot) < NEAR_KM for spot in self.spots):
            score += 0.8
        return score

    def _why(self, name: str, candidates: tuple[PlaceCandidate, ...]) -> str:
        if not candidates:
            return f"“{name}” is not in the gazetteer."
        where = dict.fromkeys(
            ", ".join(x for x in (place.region, self.gazetteer.country_name(place.country)) if x)
            for place in candidates[:4]
        )
        return (
            f"“{name}” may be any of {len(candidates)} places ({'; '.join(where)}"
            f"{' and others' if len(candidates) > 4 else ''}), and the text does not say which."
        )


def _km(a: PlaceCandidate, b: PlaceCandidate) -> float:
    return _km_at(a, (b.lat, b.lon))


def _km_at(place: PlaceCandidate, spot: tuple[float, float]) -> float:
    """Distance in km, near enough for comparing."""
    x = (place.lon - spot[1]) * math.cos(math.radians((place.lat + spot[0]) / 2))
    return 111.2 * math.hypot(x, place.lat - spot[0])
