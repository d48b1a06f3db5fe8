"""What only the whole text can tell: which names are one, and what the doubtful ones are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from explainer.gazetteer import Gazetteer
from explainer.language.names_join import Organisations, People
from explainer.language.names_known import Name
from explainer.language.names_words import PARTICLES, word_lists
from explainer.language.places import Places

_LIST = frozenset({", ", " and ", ", and ", " or ", " to "})


def take_in_lists(names: list[Name], text: str, gazetteer: Gazetteer) -> None:
    """In "in Atlanta and Savannah" the second is as much a place as the first."""
    firsts = word_lists().first
    for before, name in pairwise(names):
        both = before.kind == "person" and name.kind is None and len(before.words) == 1
        if both and text[before.end : name.start] == " and " and name.text in firsts:
            name.kind = "person"
        tour = text[max(0, before.start - 5) : before.start] == "from " and name.text not in firsts
        if (
            name.kind is None
            and before.kind == "place"
            and tour
            and text[before.end : name.start] == " to "
        ):
            name.kind, name.located = "place", "loosely"
        sure = before.kind == "place" and before.located == "strictly"
        sure = sure and _undecided(name)
        if sure and text[before.end : name.start] in _LIST and gazetteer.lookup(name.text):
            name.kind, name.located = "place", "strictly"


def _undecided(name: Name) -> bool:
    """Of no kind yet, or held for a person for no more than its two words ("Mae Sai")."""
    if name.kind == "person":
        return not name.title and len(name.words) == 2
    return name.kind is None and name.hint != "team"


def settle(names: list[Name], text: str, places: Places) -> list[Name]:
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
    diseases = {n.text for n in names if n.hint == "disease"}
    kept = [
        n
        for n in names
        if n.kind and not (n.text in diseases and n.located != "strictly" and n.kind == "place")
    ]
    for name in kept:
        if name.kind == "place":
            if name.start not in noted:
                places.note(name)
        elif name.kind == "organisation":
            joined = organisations.first(name) or organisations.part(name)
            if joined is None or name.text.isupper():  # the BBC is no BBC Radio
                joined = organisations.value(name)
            name.value = joined
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


_KIN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|['’]s) (?:\w+ )?(?:wife|husband|son|daughter|brother|sister|"
    r"mother|father|girlfriend|boyfriend|fiancee?|widow|twin),? $"
)


def is_kin(text: str, name: Name) -> bool:
    """Whether a given name alone is that of somebody's: "his wife, Gail"."""
    before = text[max(0, name.start - 32) : name.start] if len(name.words) == 1 else ""
    return _KIN.search(before) is not None


def _is_large(word: str, places: Places) -> bool:
    """Whether a city or country bears the name: "He went to London", and not "wrote to Baro"."""
    found = places.gazetteer.lookup(word)
    return any(p.population > 100_000 or p.kind in ("country", "state") for p in found)


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
        self.counts = Counter(n.text for n in names if n.kind == "place")
        self.somewhere = {n.text for n in names if n.kind == "place" and (n.located or n.container)}
        self.titled = {
            n.text for n in names if n.kind == "person" and (n.title or is_kin(people.text, n))
        }

    def _spoken_of(self, word: str, places: Places) -> bool:
        """Whether the text speaks of the place somebody in it is called like ("Jordan"): it is
        said to be there, or, of a country, more is said of it."""
        found = places.gazetteer.lookup(word)
        if self.people.surname(word) and (not found or found[0].kind != "country"):
            return False
        if word in self.somewhere:
            return True
        return bool(found) and places.countries[found[0].country or ""] > 2 * self.counts[word]

    def _is_there(self, name: Name, word: str, places: Places) -> bool:
        """Whether the words around say it is a place, or nobody is called so."""
        if name.located == "strictly" or name.container or not self.people.known(word):
            return True
        near = not self.people.surname(word) or _is_large(word, places)
        return bool(name.located) and near

    def settle(self, name: Name, places: Places) -> None:
        """Gives a single word its kind, if any."""
        word = name.text
        if name.kind == "place":
            if word in self.teams and name.located != "strictly":
                name.kind = "organisation"
            elif self._is_there(name, word, places):
                return
            elif not self._spoken_of(word, places):
                name.kind = "person"
        elif name.kind is not None:
            return
        elif name.hint == "title":
            name.kind = "person" if self.people.known(word) else None
        elif self.people.known(word):
            of = self.people.text.startswith(" of ", name.end) and not self.people.surname(word)
            known = name.hint != "opener" or self.people.surname(word)
            name.kind = "person" if known and not of else None  # "the Bill of Rights"
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
