"""What a teacher does to the places of a lesson: a point chosen or typed, marked as their own."""

from __future__ import annotations

from explainer.draft import Draft, Edit, extraction_of
from explainer.earth import Point, distance
from explainer.findings import Finding
from explainer.geography import Place, Unplaced, place_id, places
from explainer.language.reader import own_gazetteer
from explainer.mention import PlaceCandidate
from explainer.quiz.check import accepted
from explainer.review import findings_of
from explainer.review_facts import with_facts

MOST_CANDIDATES = 12
SAME_KM = 3.0  # two records nearer than this are one place to a class


def candidates(name: str) -> tuple[PlaceCandidate, ...]:
    """What the name may mean, the largest first; places beside one another once."""
    found: list[PlaceCandidate] = []
    for place in own_gazetteer().lookup(name):
        here = Point(place.lat, place.lon)
        if all(distance(here, Point(p.lat, p.lon)) > SAME_KM for p in found):
            found.append(place)
    return tuple(found[:MOST_CANDIDATES])


def told(candidate: PlaceCandidate) -> str:
    """A candidate in words: "Springfield, Illinois, United States (city, 114,394 people)"."""
    country = own_gazetteer().country_name(candidate.country)
    where = dict.fromkeys(x for x in (candidate.name, candidate.region, country) if x)
    people = f", {candidate.population:,} people" if candidate.population else ""
    return f"{', '.join(where)} ({candidate.kind}{people})"


def put_point(draft: Draft, name: str, point: Point, chosen: PlaceCandidate | None = None) -> Edit:
    """The place of this name at the teacher's point; `chosen` is the candidate it was taken from.

    Questions whose answer on the map is no longer right lose their approval; the findings name
    them."""
    given = {
        "lat": round(point.lat, 5), "lon": round(point.lon, 5), "origin": "teacher",
        "country": chosen.country if chosen else None,
        "kind": chosen.kind if chosen else "place", "elevation": None,
        "quality": "one source",
    }  # fmt: skip
    pack = draft.pack
    old = next((place for place in pack.places if place.name == name), None)
    if old is not None:
        own = old.model_copy(update=given)
        changed: dict[str, object] = {"places": tuple(own if p is old else p for p in pack.places)}
    else:
        missing = next(each for each in pack.unplaced if each.name == name)
        own = _placed(missing, {place.id for place in pack.places}, given)
        left = tuple(each for each in pack.unplaced if each is not missing)
        changed = {"places": (*pack.places, own), "unplaced": left}
    return _followed(draft, draft.model_copy(update={"pack": pack.model_copy(update=changed)}))


def take_point_back(draft: Draft, name: str) -> Edit:
    """The place as the rules left it: at the gazetteer's point, or among the unplaced."""
    pack = draft.pack
    bare = tuple(place for place in pack.places if place.name != name)
    without = draft.model_copy(update={"pack": pack.model_copy(update={"places": bare})})
    report = places(extraction_of(without))
    before = next((place for place in report.placed if place.name == name), None)
    missing = tuple(each for each in report.unplaced if each.name == name)
    old = next(place for place in pack.places if place.name == name)
    kept = tuple(
        before.model_copy(update={"id": old.id}) if before and place is old else place
        for place in pack.places
        if before or place is not old
    )
    changed = {"places": kept, "unplaced": (*pack.unplaced, *missing)}
    return _followed(draft, draft.model_copy(update={"pack": pack.model_copy(update=changed)}))


def _placed(missing: Unplaced, taken: set[str], given: dict[str, object]) -> Place:
    return Place.model_validate(
        {
            "id": place_id(missing.name, taken), "name": missing.name,
            "mentions": missing.mentions, "fact_ids": missing.fact_ids,
            "evidence": missing.evidence, **given,
        }
    )  # fmt: skip


def _followed(before: Draft, changed: Draft) -> Edit:
    """The facts, steps and questions after a point has moved."""
    draft = with_facts(changed, extraction_of(changed).facts)
    fallen = [
        item for item in draft.pack.items
        if item.kind == "place_on_map" and item.id in before.approved
        and not accepted(findings_of(draft, item))
    ]  # fmt: skip
    said = tuple(
        Finding(
            code="answer-moved", severity="warning",
            message=f"“{item.stem}” was made for another point; its approval is taken back.",
        )
        for item in fallen
    )  # fmt: skip
    gone = {item.id for item in fallen}
    approved = tuple(id for id in draft.approved if id not in gone)
    return Edit(draft.model_copy(update={"approved": approved}), said)
