"""Which place on the map a name means, or why none is said."""

from __future__ import annotations

import re
from collections import defaultdict

from explainer.gazetteer import Gazetteer, place_key
from explainer.language.names_known import Name
from explainer.language.places_context import (
    NEARNESS,
    SMALL,
    TOGETHER,
    TOWNLIKE,
    PlacesContext,
    km,
)
from explainer.mention import PlaceCandidate, PlaceMention

# How far the best must stand above the second: of great towns and where the country is known, less.
CLEAR, CLEAR_ENOUGH = 0.6, 0.4
GREAT = 100_000
# What it counts that a place is spelled as the text has it: Los Ángeles is in Chile.
AS_WRITTEN = 0.5
# What the word behind a name makes of it: "Victoria state" is no town.
_KIND = r"(?:(state|province)|(county|district)|(island)|(river))"
_OF_KIND, _KIND_OF = re.compile(rf" {_KIND}\b"), re.compile(rf" {_KIND} of $")
_KINDS = ("state", "district", "island", "river")


class Places(PlacesContext):
    """Places of one text. Give all names first with `note`, then ask `mention` for each."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__(gazetteer)
        self.settled: dict[str, PlaceCandidate | None] = {}
        self.last: tuple[int, PlaceCandidate] | None = None

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
            place = self.settled[key] = self._settle(lands or found, container, name)
            if (
                place
                and place_key(name) in self.undecided
                and self._together(place, place_key(name))
            ):
                self._count(place)
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

    def _settle(
        self, candidates: tuple[PlaceCandidate, ...], container: str | None, name: str
    ) -> PlaceCandidate | None:
        key = place_key(name)
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
        written = AS_WRITTEN if name.isascii() else 3 * AS_WRITTEN
        scored = [(s[0] + written * (s[2].name == name), *s[1:]) for s in scored]
        top = max(scored)[0]
        if sum(s[0] > top - CLEAR - NEARNESS - TOGETHER for s in scored) > 1:
            scored = [
                (s[0] + NEARNESS * self._near(s[2]) + self._together(s[2], key), *s[1:])
                for s in scored
            ]
        best = max(scored)
        if best[2].kind == "region" and self.countries[best[2].country or ""] < 2:
            rivals = [s for s in scored if self._together(s[2], key) and self._near(s[2])]
            if rivals:  # "Surrey" beside Vancouver and Richmond is no county of England
                scored, best = rivals, max(rivals)
        if self._foreign(best[2]) and not inside and not self._together(best[2], key):
            return None
        second = max((s[0] for s in scored if km(best[2], s[2]) > 80), default=-1.0)
        one_region = len({(s[2].country, s[2].region) for s in scored}) == 1
        sure = best[2].population >= GREAT or bool(self.countries[best[2].country or ""])
        clear = best[0] - second >= (CLEAR_ENOUGH if sure else CLEAR)
        return best[2] if clear or (one_region and best[2].region) else None

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
    return district.country == town.country and km(district, town) < 80
