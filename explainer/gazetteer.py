"""Places of the world by name: a small file read in place, with a content pack's own places.

The file is made by tools/make_gazetteer.py; explainer/data/LICENCE.md names its sources.
"""

from __future__ import annotations

import json
import re
import struct
import unicodedata
import zlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Self

from explainer.mention import PlaceCandidate

DATA = Path(__file__).parent / "data" / "places.gaz"
MAGIC = b"EXPLAINER PLACES 1\n"
# latitude and longitude in 1/10000 degree, population, GeoNames id, start of the name, region,
# country, kind
RECORD = struct.Struct("<iiIIIHBB")

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "-": " ", "‐": " "})
_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_LONG = {"co": "county", "st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SHORT = re.compile(r"\b(ste?|mt|ft)\.? |\A(co)\.? ")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=100_000)
def place_key(name: str) -> str:
    """The form under which a name is filed: lower case, no accents, hyphens as spaces, no "the",
    "saint" for "St.", "mount" for "Mt.", "county" for "Co."."""
    key = name.lower() if name.isascii() else _unaccented(name.casefold())
    key = _SPACES.sub(" ", key.translate(_APOSTROPHES)).strip()
    key = key.removeprefix("the ")
    return _SHORT.sub(lambda m: _LONG[m[1] or m[2]] + " ", key) if _SHORT.search(key) else key


def _unaccented(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c))


class Gazetteer:
    """Look up with `lookup`; a candidate's `country` is an ISO 3166-1 alpha-2 code, its `region`
    the name of the first-level region."""

    def __init__(self, data: bytes, extra: Iterable[PlaceCandidate] = ()) -> None:
        if not data.startswith(MAGIC):
            raise ValueError("this is no gazetteer file of this version")
        head_size, buckets, self._records_at, self._names_at = struct.unpack_from(
            "<IIII", data, len(MAGIC)
        )
        start = len(MAGIC) + 16
        head = json.loads(data[start : start + head_size])
        self.countries: dict[str, str] = head["countries"]
        self._codes: list[str] = head["codes"]
        self._regions: list[str] = head["regions"]
        self._kinds: list[str] = head["kinds"]
        self._demonyms: dict[str, str] = head["demonyms"]
        self._demonym_ends = frozenset(re.split("[ -]", words)[-1] for words in self._demonyms)
        self._data = data
        self._buckets = buckets
        self._offsets_at = start + head_size
        self._keys_at = self._offsets_at + 4 * (buckets + 1)
        self._extra: dict[str, list[PlaceCandidate]] = {}
        first: dict[tuple[str, float, float], PlaceCandidate] = {}
        for place in extra:
            own = first.setdefault((place.kind, place.lat, place.lon), place)
            self._extra.setdefault(place_key(place.name), []).append(own)
        self._found: dict[str, tuple[PlaceCandidate, ...]] = {}

    @classmethod
    def load(cls, extra: Iterable[PlaceCandidate] = ()) -> Self:
        """The world's places, with `extra` ones put before those of the same name. A place may be
        given several times, under several names: the first is its canonical one."""
        return cls(_read(DATA), extra)

    def lookup(self, name: str) -> tuple[PlaceCandidate, ...]:
        """All places of this name, a pack's own first, then by kind and population."""
        found = self._found.get(name)
        if found is None:
            if len(self._found) > 200_000:
                self._found.clear()
            key = place_key(name)
            found = (*self._extra.get(key, ()), *self._stored(key))
            self._found[name] = found
        return found

    def demonym_country(self, word: str) -> str | None:
        """The name of the country or region whose people or things `word` names ("Afghans":
        Afghanistan)."""
        found = self._demonyms.get(word)
        if found is None and word.endswith("s"):
            found = self._demonyms.get(word[:-1])
        return found

    def ends_demonym(self, word: str) -> bool:
        """Whether a word for a people may end in `word`: "Rican" of "Costa Rican", "Afghans"."""
        ends = self._demonym_ends
        return word in ends or (word[-1] == "s" and word[:-1] in ends)

    def country_name(self, code: str | None) -> str | None:
        return self.countries.get(code) if code else None

    def _stored(self, key: str) -> tuple[PlaceCandidate, ...]:
        raw = key.encode()
        at = self._offsets_at + 4 * (zlib.crc32(raw) % self._buckets)
        first, last = struct.unpack_from("<II", self._data, at)
        bucket = self._data[self._keys_at + first : self._keys_at + last]
        begin = bucket.find(b"\n" + raw + b"\t")
        if begin < 0:
            return ()
        begin += len(raw) + 2
        refs = bucket[begin : bucket.find(b"\n", begin)]
        return tuple(self._place(int(ref)) for ref in refs.split(b","))

    def _place(self, index: int) -> PlaceCandidate:
        lat, lon, population, geonames, name_at, region, country, kind = RECORD.unpack_from(
            self._data, self._records_at + RECORD.size * index
        )
        begin = self._names_at + name_at
        name = self._data[begin : self._data.find(b"\n", begin)].decode()
        return PlaceCandidate(
            name=name,
            kind=self._kinds[kind],
            lat=lat / 10000,
            lon=lon / 10000,
            country=self._codes[country] or None,
            region=self._regions[region] or None,
            population=population,
            geonames_id=geonames or None,
        )


@lru_cache(maxsize=1)
def _read(path: Path) -> bytes:
    return zlib.decompress(path.read_bytes())
