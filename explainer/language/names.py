"""People, organisations and places in a text, with their variants joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from explainer.gazetteer import Gazetteer
from explainer.language.names_join import Organisations, People
from explainer.language.names_kinds import Kinds, Name
from explainer.language.names_same import same_name
from explainer.language.names_scan import runs
from explainer.language.names_words import NO_NAMES, PARTICLES, word_lists
from explainer.language.places import Places
from explainer.language.reading import Sentence
from explainer.mention import NameMention, PlaceMention
from explainer.source import Block, Source

__all__ = ["find_names", "same_name"]

_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-z]\w+")
_DEMONYM = re.compile(r"(?<![\w-])[A-Z][a-z]+(?:s|n|i|h|e|k|z)\b")
_LIST = frozenset({", ", " and ", ", and ", " or ", " to "})
_FORCES = re.compile(
    r"(?<![\w-])([A-Z][\w-]+) (?:army|navy|air force|parliament|military|marines|coast guard)\b"
)


def find_names(
    source: Source, sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> list[NameMention | PlaceMention]:
    """Names in the text's blocks but its credits and furniture, sorted, not overlapping.

    Headlines, where every word may have a capital, yield only names the rest of the text or the
    gazetteer knows. `sentences` is not needed by this reader but part of the readers' common form.
    """
    del sentences
    body, headlines = _blocks(source)
    text = source.text
    kinds = Kinds(text, gazetteer)
    names = [name for run in runs(source, body) for name in kinds.names(run)]
    # Between small words a short run is a name in a headline too: "Sarah Lindqvist in Malmö".
    names += [
        name
        for run in runs(source, headlines)
        if len(run.tokens) in (2, 3)
        for name in kinds.names(run)
        if name.kind == "person" and name.words[0] in kinds.first
    ]
    names += _forces(source, body, gazetteer, names)
    names.sort(key=lambda n: (n.start, -n.end))
    _listed(names, text, gazetteer)
    places = Places(gazetteer)
    for match in _DEMONYM.finditer(text):
        country = gazetteer.demonym_country(match.group())
        if country:
            places.note_country(country)
    settled = _settle(names, text, places)
    settled += _in_headlines(source, headlines, settled, gazetteer)
    settled.sort(key=lambda n: (n.start, -n.end))
    return list(_mentions(settled, text, places))


def _blocks(source: Source) -> tuple[list[Block], list[Block]]:
    body: list[Block] = []
    headlines: list[Block] = []
    for block in source.blocks:
        if block.kind in ("credit", "furniture"):
            continue
        shouted = block.kind != "dateline" and block.end - block.start < 200
        (headlines if shouted and _all_capitals(source, block) else body).append(block)
    return body, headlines


def _all_capitals(source: Source, block: Block) -> bool:
    text = source.text[block.start : block.end]
    words = re.findall(r"[^\W\d_]{2,}", text)
    if text[-1] in '.!?"”’' and not text.isupper():
        return False
    return len(words) >= 3 and sum(x[0].isupper() for x in words) >= 0.65 * len(words)


def _forces(
    source: Source, blocks: list[Block], gazetteer: Gazetteer, names: list[Name]
) -> Iterator[Name]:
    """ "Soviet army": a people's name before a small-letter word for its forces."""
    taken = {n.start for n in names}
    for block in blocks:
        for match in _FORCES.finditer(source.text, block.start, block.end):
            if match.start() not in taken and gazetteer.demonym_country(match[1]):
                words = tuple(match.group().split(" "))
                yield Name(match.start(), match.end(), match.group(), words, "organisation")


def _listed(names: list[Name], text: str, gazetteer: Gazetteer) -> None:
    """In "in Atlanta and Savannah" the second is as much a place as the first."""
    firsts = word_lists().first
    for before, name in pairwise(names):
        both = before.kind == "person" and name.kind is None and len(before.words) == 1
        if both and text[before.end : name.start] == " and " and name.text in firsts:
            name.kind = "person"
        tour = text[before.start - 5 : before.start] == "from " and name.kind is None
        if before.kind == "place" and tour and text[before.end : name.start] == " to ":
            name.kind, name.located = "place", "loosely"
        sure = before.kind == "place" and before.located == "strictly" and name.kind is None
        if sure and text[before.end : name.start] in _LIST and gazetteer.lookup(name.text):
            name.kind, name.located = "place", "strictly"


def _settle(names: list[Name], text: str, places: Places) -> list[Name]:
    """Decides what only the whole text can tell, joins variants, and drops what stays unknown."""
    people, organisations = People(text), Organisations(text)
    noted: set[int] = set()
    for name in names:
        if name.kind == "person" and len(name.words) > 1:
            if name.words[0].lower() not in PARTICLES:
                people.add(name)
        elif name.kind == "organisation":
            organisations.add(name)
        elif name.kind == "place":
            places.note(name)
            noted.add(name.start)
    evidence = _Evidence(names, people)
    for name in names:
        if len(name.words) == 1:
            if name.hint == "head":
                named = organisations.value(name) != name.text
                name.kind = "organisation" if named else name.kind
            else:
                evidence.settle(name, places)
                if organisations.first(name) and name.kind != "person":
                    name.kind = "organisation"
        elif name.words[0].lower() in PARTICLES and people.surname(name.words[-1]):
            name.kind = "person"
        elif name.kind is None and (
            name.text in evidence.groups or organisations.part(name) is not None
        ):
            name.kind = "organisation"
    kept = [n for n in names if n.kind]
    for name in kept:
        if name.kind == "place":
            if name.start not in noted:
                places.note(name)
        elif name.kind == "organisation":
            name.value = (
                organisations.first(name) or organisations.part(name) or organisations.value(name)
            )
        elif len(name.words) == 1 or name.words[0].lower() in PARTICLES:
            name.value = people.final(people.who(name) or name.text)
            _take_in_particle(name, text)
        else:
            name.value = people.final(name.value)
    return kept


def _take_in_particle(name: Name, text: str) -> None:
    """A bare surname begins with its small-letter particle: "van der Meer said"."""
    words = name.value.split(" ")
    at = len(words) - 1
    while at > 1 and words[at - 1][0].islower():
        at -= 1
    lead = " ".join(words[at:-1]) + " "
    if len(lead) > 1 and text[name.start - len(lead) : name.start].lower() == lead:
        name.start -= len(lead)


class _Evidence:
    """What single words are elsewhere in the text."""

    def __init__(self, names: list[Name], people: People) -> None:
        self.people = people
        teams = Counter(n.text for n in names if n.hint == "team")
        self.teams = set(teams)
        the = Counter(n.text for n in names if n.hint == "the")
        self.groups = {n.text for n in names if n.hint in ("group", "organisation")}
        self.groups |= {n.text for n in names if n.kind == "organisation"} | self.teams
        self.groups |= {word for word, times in the.items() if times > 1}
        self.spoken = {n.text for n in names if n.kind is None and n.hint == "human"}
        self.places = {n.text for n in names if n.kind == "place"}
        self.places |= {n.text for n in names if n.hint == "somewhere" and not n.kind} - self.groups
        self.beginnings = {n.words[0] for n in names if n.kind == "place" and len(n.words) > 1}
        self.titled = {n.text for n in names if n.kind == "person" and n.title}

    def settle(self, name: Name, places: Places) -> None:
        """Gives a single word its kind, if any."""
        word = name.text
        if name.kind == "place":
            if word in self.teams and name.located != "strictly":
                name.kind = "organisation"
            elif self.people.surname(word) and not name.located and not name.container:
                name.kind = "person"
        elif name.kind is not None:
            return
        elif name.hint == "title":
            name.kind = "person" if self.people.known(word) else None
        elif self.people.known(word):
            name.kind = "person" if name.hint != "opener" or self.people.surname(word) else None
        elif word in self.titled:
            name.kind = "person"
        elif word in self.teams or (word in self.groups and name.located != "strictly"):
            name.kind = "organisation"
        elif word in self.places or (
            name.hint == "small place" and (word in self.beginnings or places.nearby(word))
        ):
            name.kind = "place"
        elif word in self.spoken and name.hint != "opener":
            name.kind = "person"


def _in_headlines(
    source: Source, headlines: list[Block], names: list[Name], gazetteer: Gazetteer
) -> Iterator[Name]:
    """Names the body has, and well-known places, where all words are capitalised."""
    known = {n.text.casefold(): n for n in names}
    for block in headlines:
        words = list(_CAPITAL.finditer(source.text, block.start, block.end))
        at = 0
        while at < len(words):
            found, used = _headline_name(source.text, words, at, known, gazetteer)
            if found:
                yield found
            at += used


def _headline_name(
    text: str,
    words: list[re.Match[str]],
    at: int,
    known: dict[str, Name],
    gazetteer: Gazetteer,
) -> tuple[Name | None, int]:
    for size in range(min(5, len(words) - at), 0, -1):
        start, end = words[at].start(), words[at + size - 1].end()
        surface = text[start:end]
        same = known.get(surface.casefold())
        if same:
            return Name(start, end, same.text, same.words, same.kind, value=same.value), size
        if surface in NO_NAMES or "." in surface:
            continue
        best = gazetteer.lookup(surface)[:1]
        if best and (best[0].kind not in ("city", "district") or best[0].population > 250_000):
            shown = surface if not surface.isupper() else surface.title()
            return Name(start, end, shown, tuple(shown.split()), "place", located="strictly"), size
    return None, 1


def _mentions(names: list[Name], text: str, places: Places) -> Iterator[NameMention | PlaceMention]:
    last = 0
    for name in names:
        if name.start < last:
            continue
        last = name.end
        if name.kind == "place":
            yield places.mention(name, text)
        elif name.kind == "person" or name.kind == "organisation":
            yield NameMention(
                type="person" if name.kind == "person" else "organisation",
                start=name.start, end=name.end, text=text[name.start : name.end],
                value=name.value or name.text, title=name.title,
            )  # fmt: skip
