"""What an article offers for making items: its values by kind, each with where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from explainer.extract.role_words import is_role_noun
from explainer.facts import Fact
from explainer.language.reading import Reading, Sentence
from explainer.language.speech_gender import genders
from explainer.mention import (
    AnyMention,
    NameMention,
    PlaceMention,
    QuantityMention,
    SpeechMention,
    TimeMention,
)
from explainer.quiz.called import is_company
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
    human: bool = True  # whether anything but the form of the name says that it is a person's


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

    def named(self, mention: AnyMention) -> tuple[str, str, str] | None:
        """As `named_thing`; a person where the article shows that the place is one."""
        found = named_thing(mention)
        is_person = found and found[0] == "place" and found[1] in self.things.get("person", {})
        return ("person", found[1], "") if found and is_person else found


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
    for label in [n for n, t in pool.things.get("place", {}).items() if _speaks(pool, t)]:
        person = pool.things["place"].pop(label)
        person.kind, person.form, person.country = "person", "", None
        pool.things.setdefault("person", {}).setdefault(label, person)
    quoted = [(m.start, m.end) for m in pool.speech if m.type == "quote"]
    gender = genders(text, [m for m in reading.mentions
                           if isinstance(m, NameMention) and m.type == "person"])  # fmt: skip
    for thing in pool.things.get("person", {}).values():
        thing.passing = all(_within(at, quoted) for at in thing.at)
        thing.human = _is_human(pool, thing, gender)
    lands = Counter(t.country for t in pool.of("place") for _ in t.at if t.country)
    pool.home = max(lands, key=lambda land: lands[land], default=None)
    firms = [n for n in pool.things.get("person", {}) if is_company(n, text)]
    for label in firms:
        firm = pool.things["person"].pop(label)
        firm.kind = "organisation"
        pool.things.setdefault("organisation", {}).setdefault(label, firm)
    for thing in pool.things.get("place", {}).values():
        # "Its brand, Klar, now brings": what never stands after "in", "of", "to" may be no place
        if not any(_PLACED.search(text[max(0, at - 24) : at]) for at in thing.at):
            thing.at = []
    for fact in facts:
        for mention in fact.mentions:
            _add(pool, mention, None)
    return pool


def _speaks(pool: Pool, thing: Thing) -> bool:
    """Whether what is named like a place is somebody: "analyst Tom Price said"."""
    if " " not in thing.label or not any(m.speaker == thing.label for m in pool.speech):
        return False
    text = pool.reading.source.text
    before = [re.findall(r"[\w-]+", text[max(0, at - 30) : at])[-1:] for at in thing.at]
    return any(is_role_noun(word.lower()) for words in before for word in words)


def _is_human(pool: Pool, thing: Thing, genders: Mapping[str, str]) -> bool:
    """Whether a first name, speech, an office or an age beside it tells a person."""
    if thing.label in genders or any(m.speaker == thing.label for m in pool.speech):
        return True
    text = pool.reading.source.text
    for at in thing.at:
        before = re.findall(r"[\w-]+", text[max(0, at - 30) : at])[-1:]
        after = re.match(
            r"\S+(?: \S+){0,3}?, (?:an? |the |who |\d\d\b)?([\w-]*)", text[at : at + 90]
        )
        words = [*before, *([after[1]] if after else [])]
        if any(is_role_noun(word.lower()) for word in words):
            return True
        if re.match(r"[^,.;]{3,40}, (?:who|\d\d)\b", text[at : at + 60]):
            return True
    return False


_PLACED = re.compile(
    r"\b(?:in|at|near|from|to|of|off|outside|around|through|via|into|towards?|between|across|for|"
    r"and|or|with|by|over|on|visit\w*|reach\w*|left)\s+(?:\w+ly )?(?:the )?(?:[a-z]+ ){0,2}\Z|"
    r"(?-i:[A-Z])\w+, \Z|(?:\A|[.\n]\s*)(?:The )?\Z",
    re.I,
)


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    place = bisect_right(spans, (at, 1 << 60))
    return any(at < end for _, end in spans[max(0, place - 4) : place])  # quotations may nest


# "The river Lim" is no town, whatever the gazetteer has of that name.
_OF_WATER = re.compile(r"\b(?:river|rivers|lake|stream|canal)\s+\Z", re.I)


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
    if (
        isinstance(mention, PlaceMention)
        and text
        and _OF_WATER.search(text[max(0, mention.start - 8) : mention.start])
    ):
        thing.form = "water"
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
