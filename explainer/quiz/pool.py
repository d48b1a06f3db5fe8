"""What an article offers for making items: its values by kind, each with where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from explainer.facts import Fact
from explainer.language.reading import Reading, Sentence
from explainer.mention import (
    AnyMention,
    NameMention,
    PlaceMention,
    QuantityMention,
    SpeechMention,
    TimeMention,
)
from explainer.quiz.option_labels import time_label

_PROPER = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+")


@dataclass(slots=True)
class Thing:
    """One person, organisation, place or time of the article: `label` is how an option calls it,
    `at` where it is mentioned, `article` whether it is written with "the" before it."""

    kind: str
    label: str
    form: str
    article: bool = False
    country: str | None = None
    at: list[int] = field(default_factory=list)
    passing: bool = False  # only named by someone who speaks


@dataclass(slots=True)
class Pool:
    """Values of a reading by kind: "person", "organisation", "place", "date"."""

    reading: Reading
    things: dict[str, dict[str, Thing]] = field(default_factory=dict)
    numbers: dict[str, list[float]] = field(default_factory=dict)
    speech: list[SpeechMention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    proper: frozenset[str] = frozenset()

    home: str | None = None  # the country that most of the article's places lie in

    def of(self, kind: str) -> list[Thing]:
        return list(self.things.get(kind, {}).values())


# "Economist Nadia Ferreira": what someone is, standing before the name.
_CALLING = re.compile(
    r"(?:[A-Z][a-z]+(?:ist|ian|yst|ager|acher|wyer|eer|ector|itect|ritic|ister|ident|aker|iter|"
    r"erder|inter|iner|nger|yer|cher|dier|sman|woman)|Critic|Poet|Captain|Coach|Chairman|Chef|"
    r"Nurse|Judge|Doctor|Mayor|Pilot|Author|Actor|Singer|Painter|Farmer|Farm|Rival|Daughter|Son|"
    r"Brother|Sister|Wife|Husband|Mother|Father|Uncle|Aunt|Niece|Nephew|Neighbour|Owner|Keeper|"
    r"Advocate|Activist|Expert|Veteran|Resident|Student|Colleague|Guard|Spokesman|Chief)\s+"
)


def bare_name(name: str) -> str:
    """A name without what its holder is: "Economist Nadia Ferreira of X" is Nadia Ferreira."""
    found = _CALLING.match(name)
    while found and len(re.findall(r"(?<!\w)[A-Z]\w+", name[found.end() :])) >= 2:
        name = name[found.end() :]
        found = _CALLING.match(name)
    head, of, _ = name.partition(" of ")
    return head if of and len(head.split()) in (2, 3) and head.istitle() else name


_COMPANY = re.compile(
    r"\b(?:Freight|Auto|Air|Taxi|Energy|Steel|Bank|Group|Press|Media|Power|Oil|Gas|Foods?|Labs?|"
    r"Airlines|Airways|Railways?|Times|Post|Herald|Gazette|News|Magazine|Review|Lines?|Systems|"
    r"Records|Industries|Partners|Holdings|Studios?|Motors|Metals|Logistics|Shipping|Hotels?|"
    r"Trust|Fund|Council|United|Rovers|City|Athletic|Wanderers|Technologies|Pharma|Works|Mines?)$"
)
_COMPANY_ROLE = re.compile(
    r"\s*,\s+(?:an?|the|one of)\s+[^,.;]{0,40}\b(?:company|firm|club|agency|charity|team|bank|"
    r"newspaper|magazine|group|chain|union|carmaker|maker|producer|airline|ship|horse|dog)\b"
)


_CALLED_COMPANY = re.compile(
    r"\b(?:company|firm|contractor|chain|airline|carmaker|operator|newspaper|agency|brewery),? $"
)


def is_company(label: str, text: str) -> bool:
    """Whether what looks like a person's name is that of a firm, a club or a paper."""
    if _COMPANY.search(label):
        return True
    at = text.find(label)
    while at >= 0:
        before = _CALLED_COMPANY.search(text, max(0, at - 30), at)
        if before or _COMPANY_ROLE.match(text, at + len(label)):
            return True
        at = text.find(label, at + 1)
    return False


def is_sure(mention: TimeMention, reading: Reading) -> bool:
    """A day or month without its year is sure only near the day the article came out."""
    year = re.match(r"\d{4}", mention.value)
    if year is None or mention.precision not in ("day", "month"):
        return True
    if re.search(r"\d{4}|\b(?:ago|last|next|this)\b", mention.text):
        return True
    published = reading.source.published
    return published is not None and abs(int(year[0]) - published.year) <= 1


_ENDED = re.compile(r"[.!?…][\"”’')»]*\s*$")


def told_at(reading: Reading) -> Callable[[int], bool]:
    """Tells of an offset whether it lies in running text: no headline, byline or dateline."""
    starts = [s.start for s in reading.sentences]
    text = reading.source.text
    told = [bool(_ENDED.search(text[max(s.start, s.end - 6) : s.end])) for s in reading.sentences]

    def at(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and told[place] and offset < reading.sentences[place].end

    return at


def gather(reading: Reading, facts: Iterable[Fact] = ()) -> Pool:
    """Everything of `reading` an option could be made of; `facts` add background of a pack."""
    pool = Pool(reading, starts=[s.start for s in reading.sentences])
    text = reading.source.text
    told = told_at(reading)
    for mention in reading.mentions:
        if isinstance(mention, TimeMention) and not is_sure(mention, reading):
            continue
        if isinstance(mention, NameMention) and not told(mention.start):
            continue
        _add(pool, mention, text)
    pool.proper = frozenset(_PROPER.findall(text))
    # The outlet itself, or what is named in a heading only, is a poor wrong answer.
    outlet = (reading.source.publisher or "").casefold().removeprefix("the ")
    for known in pool.things.values():
        for label, thing in known.items():
            if outlet and label.casefold().removeprefix("the ") == outlet:
                thing.at = []
    quoted = [(m.start, m.end) for m in pool.speech if m.type == "quote"]
    for thing in pool.things.get("person", {}).values():
        thing.passing = all(_within(at, quoted) for at in thing.at)
    lands = Counter(t.country for t in pool.of("place") for _ in t.at if t.country)
    pool.home = max(lands, key=lambda land: lands[land], default=None)
    firms = [n for n in pool.things.get("person", {}) if is_company(n, text)]
    for label in firms:
        firm = pool.things["person"].pop(label)
        firm.kind = "organisation"
        pool.things.setdefault("organisation", {}).setdefault(label, firm)
    for fact in facts:
        for mention in fact.mentions:
            _add(pool, mention, None)
    return pool


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    place = bisect_right(spans, (at, 1 << 60))
    return any(at < end for _, end in spans[max(0, place - 4) : place])  # quotations may nest


def _add(pool: Pool, mention: AnyMention, text: str | None) -> None:
    if isinstance(mention, SpeechMention):
        pool.speech.append(mention)
        return
    if isinstance(mention, QuantityMention):
        if not mention.vague:
            pool.numbers.setdefault(mention.unit or "", []).append(mention.value)
        return
    named = named_thing(mention)
    if named is None:
        return
    kind, label, form = named
    known = pool.things.setdefault(kind, {})
    # A place is called as the article calls it, whatever the gazetteer says.
    called = mention.text if kind == "place" and not mention.text.isupper() else label
    thing = known.setdefault(label, Thing(kind, called, form))
    if isinstance(mention, PlaceMention):
        thing.country = thing.country or mention.country
    if text is not None:
        thing.at.append(mention.start)
        thing.article |= text[max(0, mention.start - 4) : mention.start].lower() == "the "


def named_thing(mention: AnyMention) -> tuple[str, str, str] | None:
    """Kind, label and form of what a mention names; options share kind and form with their key."""
    if isinstance(mention, NameMention):
        return mention.type, mention.value, ""
    if isinstance(mention, PlaceMention):
        return "place", mention.value, place_form(mention.kind)
    if isinstance(mention, TimeMention) and mention.type == "date":
        label = time_label(mention)
        return ("date", label, mention.precision) if label else None
    return None


def place_form(kind: str | None) -> str:
    """Rough sort of a place: what could stand for what in an option."""
    low = (kind or "").lower()
    for form, names in (
        ("country", ("country", "pcli", "nation")),
        ("region", ("province", "region", "adm", "state", "county", "valley")),
        ("city", ("city", "town", "village", "capital", "ppl", "populated")),
    ):
        if any(name in low for name in names):
            return form
    return "other" if low else ""


def sentence_of(reading: Reading, starts: list[int], offset: int) -> Sentence | None:
    place = bisect_right(starts, offset) - 1
    if place < 0:
        return None
    sentence = reading.sentences[place]
    return sentence if offset < sentence.end else None
