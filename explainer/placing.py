"""Points that people give: read from what a teacher typed, and put in place of the gazetteer's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from explainer.earth import Point
from explainer.findings import InputProblem
from explainer.geography import Place, PlacesReport, slug
from explainer.mention import PlaceMention

if TYPE_CHECKING:
    from explainer.extract.extract import Extraction
    from explainer.facts import Fact
    from explainer.language.reading import Reading

LONGEST = 80
# However people and keyboards write minus, degree, minute and second.
_SIGNS = str.maketrans({
    "−": "-", "–": "-", "º": "°", "˚": "°", "′": "'", "’": "'", "‘": "'", "´": "'",
    "″": '"', "”": '"', "“": '"',
})  # fmt: skip
_NUMBER = (
    r"([-+])?\s*(\d{1,3}(?:\.\d+)?)\s*°?"
    r"(?:\s*(\d{1,2}(?:\.\d+)?)\s*')?(?:\s*(\d{1,2}(?:\.\d+)?)\s*\")?"
)
_SPACE = r"\s*[,;/]?\s*"
_LETTERS_AFTER = re.compile(rf"{_NUMBER}\s*([NSEW])?{_SPACE}{_NUMBER}\s*([NSEW])?", re.IGNORECASE)
_LETTERS_BEFORE = re.compile(rf"([NSEW])\s*{_NUMBER}{_SPACE}([NSEW])\s*{_NUMBER}", re.IGNORECASE)
_COMMAS = re.compile(r"([-+]?\d+),(\d+)\s*[;\s]\s*([-+]?\d+),(\d+)")
_APART = re.compile(r"[\s,;/NSEW°'\"]", re.IGNORECASE)


def parse_point(text: str) -> Point:
    """Latitude and longitude as people write them: "35.3, 69.5", "35°18′N 69°31′E", "33.9 S,
    151.2 E". InputProblem, in one sentence, for what is no point on the globe."""
    text = " ".join(text.translate(_SIGNS).replace("''", '"').split())
    if with_commas := _COMMAS.fullmatch(text):
        text = "{}.{}, {}.{}".format(*with_commas.groups())
    angles = _angles(text) if len(text) <= LONGEST else None
    if angles is None:
        raise InputProblem(
            f"“{text[:40]}” is not a point: write latitude and longitude, for example 35.3, 69.5 "
            "or 35°18′N 69°31′E."
        )
    (first, a), (second, b) = angles
    if first in ("E", "W") or second in ("N", "S"):
        first, a, second, b = second, b, first, a
    if first in ("E", "W") or second in ("N", "S"):
        raise InputProblem("Give one latitude (N or S) and one longitude (E or W).")
    if abs(a) > 90:
        raise InputProblem(
            f"Latitude lies between -90 and 90, and {a:g} does not: it comes first, before the "
            "longitude."
        )
    if abs(b) > 180:
        raise InputProblem(f"Longitude lies between -180 and 180, and {b:g} does not.")
    return Point(a, b)


def _angles(text: str) -> list[tuple[str, float]] | None:
    """The two angles, each with its letter ("" where there is none)."""
    if (found := _LETTERS_BEFORE.fullmatch(text)) is not None:
        groups = found.groups()
        return [_angle(groups[0], groups[1:5]), _angle(groups[5], groups[6:])]
    found = _LETTERS_AFTER.fullmatch(text)
    if found is None or not _APART.search(text.strip("NSEWnsew ")):
        return None
    groups = found.groups()
    return [_angle(groups[4], groups[:4]), _angle(groups[9], groups[5:9])]


def _angle(letter: str | None, parts: Sequence[str | None]) -> tuple[str, float]:
    """Degrees, negative in the south and the west."""
    sign, degrees, minutes, seconds = parts
    letter = (letter or "").upper()
    if float(minutes or 0) >= 60 or float(seconds or 0) >= 60:
        raise InputProblem("Minutes and seconds go up to 59: write 35°18′N, or 35.3.")
    if letter and sign:
        raise InputProblem("Say south or west once: 35.3 S or -35.3, not both.")
    value = float(degrees or 0) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    return letter, -value if sign == "-" or letter in ("S", "W") else value


def pointed(extraction: Extraction, places: Sequence[Place]) -> Extraction:
    """The extraction with these places' points wherever it names them: in the text as read, and
    in the facts."""
    named = {slug(name): place for place in places for name in (place.name, *place.spellings)}
    reading = extraction.reading
    moved = {
        (mention.start, mention.end): _moved(mention, named)
        for mention in reading.mentions
        if isinstance(mention, PlaceMention)
    }
    mentions = tuple(moved.get((m.start, m.end), m) if m.type == "place" else m
                     for m in reading.mentions)  # fmt: skip
    facts = tuple(_with_mentions(fact, moved) for fact in extraction.facts)
    return replace(extraction, reading=_read_as(reading, mentions), facts=facts)


def _read_as(reading: Reading, mentions: tuple[object, ...]) -> Reading:
    return replace(reading, mentions=mentions)  # type: ignore[arg-type]


def _moved(mention: PlaceMention, named: dict[str, Place]) -> PlaceMention:
    place = named.get(slug(mention.text)) or named.get(slug(mention.value))
    if place is None:
        return mention
    return replace(
        mention, lat=place.lat, lon=place.lon, kind=place.kind, country=place.country,
        why_unplaced=None,
    )  # fmt: skip


def _with_mentions(fact: Fact, moved: dict[tuple[int, int], PlaceMention]) -> Fact:
    mentions = tuple(
        moved.get((m.start, m.end), m) if isinstance(m, PlaceMention) else m for m in fact.mentions
    )
    return fact if mentions == fact.mentions else fact.model_copy(update={"mentions": mentions})


def with_own(report: PlacesReport, own: Sequence[Place]) -> PlacesReport:
    """The report with the teacher's points marked as the teacher's."""
    names = {place.name: place for place in own}
    placed = tuple(
        place.model_copy(update={"origin": "teacher", "quality": names[place.name].quality})
        if place.name in names
        else place
        for place in report.placed
    )
    return report.model_copy(update={"placed": placed})
