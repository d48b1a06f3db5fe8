"""Where on the map is it? The spots of the article's own places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from explainer.facts import Fact
from explainer.mention import PlaceMention
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft

_MOST = 40
# Places that are a spot on a map. Within a region, a river or a sea other spots may lie as well.
_SPOTS = frozenset((
    "city", "capital", "town", "village", "valley", "gorge", "site", "cathedral", "mountain",
    "island", "lake", "pass", "airport", "port",
))  # fmt: skip


def from_places(desk: Desk) -> Iterator[Draft]:
    """Find the place on the map among the spots of the article's other places, near ones first.

    The places the article speaks of most are asked for.
    """
    spots: dict[str, list[tuple[PlaceMention, Fact]]] = {}
    for fact in desk.facts:
        for mention in fact.mentions:
            if not isinstance(mention, PlaceMention) or mention.lat is None:
                continue
            thing = desk.pool.things.get("place", {}).get(mention.value)
            if (mention.kind or "") in _SPOTS and thing and thing.at and thing.form != "water":
                spots.setdefault(_spot(mention), []).append((mention, fact))
    ranked = sorted(_at_home(spots.values()), key=lambda told: -len(told))[:_MOST]
    for rank, told in zip(_MAP_RANKS, ranked, strict=False):
        place, fact = told[0]
        wrong: list[PlaceMention] = []
        others = [other[0][0] for other in ranked if other is not told]
        for other in sorted(others, key=lambda o: (_apart(place, o), o.value)):
            if all(_apart(other, taken) > _CLEARLY for taken in (place, *wrong)):
                wrong.append(other)
        if len(wrong) >= 2:
            yield Draft(
                "place_on_map", f"Where on the map is {_the(desk, place)}?",
                [Choice(_spot(place), f"This is {_called(place)}.")],
                [Choice(_spot(o), f"This is {_called(o)}.") for o in wrong[:2]],
                [fact], rank, fact.quotes[0].start,
            )  # fmt: skip


# Two such questions are enough for most articles; more are for those that have little else.
_MAP_RANKS = (4.5, 4.2, 2.0, 1.5)
Told = list[tuple[PlaceMention, Fact]]


def _at_home(spots: Iterable[Told]) -> list[Told]:
    """The places of the country that most of them lie in, where it has three: a capital far away
    may stand for its government only."""
    told = list(spots)
    counts = Counter(each[0][0].country for each in told)
    home = max(counts, key=lambda country: counts[country], default=None)
    own = [each for each in told if each[0][0].country == home]
    return own if len(own) >= _LEAST else told


_LEAST = 3


def _the(desk: Desk, place: PlaceMention) -> str:
    """A place as a sentence names it: "the Teller Valley"."""
    known = desk.pool.things.get("place", {}).get(place.value)
    called = _called(place)
    owned = known and known.article and " " in called and not called.lower().startswith("the ")
    return f"the {called}" if owned else called


def _called(place: PlaceMention) -> str:
    return place.value if place.text.isupper() else place.text


_CLEARLY = 0.4  # degrees: nearer spots could be taken for each other on a map


def _apart(a: PlaceMention, b: PlaceMention) -> float:
    """Degrees of latitude or longitude between two places, whichever is more."""
    return max(abs((a.lat or 0) - (b.lat or 0)), abs((a.lon or 0) - (b.lon or 0)))


def _spot(place: PlaceMention) -> str:
    return f"{place.lat:.4f}, {place.lon:.4f}"
