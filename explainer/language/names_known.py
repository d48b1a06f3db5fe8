"""What the gazetteer and the word lists say of a word, and the stretch that may be a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.gazetteer import Gazetteer
from explainer.language import names_context as context
from explainer.language import names_words as w
from explainer.language.names_scan import Token

BEFORE, AFTER = 48, 40
_PART = r"(?:district|county|village|township|municipality|prefecture|subdistrict)"
# "Balkh district, Balkh", "the Zurmi district of Zamfara state".
_CONTAINER = re.compile(
    rf"(?:(?: {_PART})?,|(?: {_PART}),? (?:of|in))[ \xa0](?:the )?"
    r"([^\W\d_a-z][\w.'-]*(?: [^\W\d_a-z][\w.]*){0,2})"
)
_OWNER = re.compile(
    r"\b(?!The |In )([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:['’]s)? (?:[a-z]+ )?(?:town|city|suburb"
    r"|village|port|resort|district|province|region|state|county|municipality) of $"
)
CONTAINERS = frozenset({"country", "state", "region", "former country", "island"})
KNOWN_CITY = 300_000


@dataclass(slots=True)
class Name:
    """A stretch that may be a name. `kind` is None while only the rest of the text can tell;
    `hint` is then what it looks like. `located` is "strictly" after "in" or "near", "loosely"
    after "to" or "at". `container` is a place written after it ("Paris, Texas"). `coined`: the
    first word of an organisation is no usual word or name."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    kind: str | None
    title: str | None = None
    initial: bool = False
    hint: str | None = None
    located: str = ""
    container: str | None = None
    value: str = ""
    coined: bool = False


class Known:
    """The text, the gazetteer and the word lists, asked about words."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text, self.gazetteer = text, gazetteer
        self.first, self.last, self.common = w.word_lists()
        self.sport = context.is_sport(text)

    def _name(self, tokens: list[Token], kind: str | None, initial: bool) -> Name:
        words = tuple(t[2] for t in tokens)
        return Name(tokens[0][0], tokens[-1][1], joined(tokens), words, kind, initial=initial)

    def _before(self, start: int) -> str:
        return self.text[max(0, start - BEFORE) : start]

    def _after(self, end: int) -> str:
        return self.text[end : end + AFTER]

    def _known(self, tokens: list[Token]) -> bool:
        if tokens[-1][2] in w.ORG_HEADS and len(tokens) > 2:
            return True
        whole = joined(tokens)
        return whole in w.KNOWN_ORGANISATIONS or bool(self.gazetteer.lookup(whole))

    def _strong(self, word: str) -> bool:
        """Whether the word is the name of a country, a capital or a large city."""
        return any(
            p.kind not in ("city", "state", "district") or p.population >= KNOWN_CITY
            for p in self.gazetteer.lookup(word)[:2]
        )

    def _land(self, word: str) -> bool:
        found = self.gazetteer.lookup(word)
        return bool(found) and found[0].kind in ("country", "continent", "former country")

    def _great_place(self, words: str) -> bool:
        """Whether the words name a country, a sea, a river, … and no town."""
        found = self.gazetteer.lookup(words)
        return bool(found) and found[0].kind not in ("city", "state", "district")

    def _coined(self, word: str) -> bool:
        lower = word.lower()
        return (
            lower not in self.common
            and word not in self.first
            and word not in w.NOTHING
            and not self.gazetteer.lookup(word)
            and self.gazetteer.demonym_country(word) is None
            and word.isalpha()
        )

    def _container(self, start: int, end: int) -> str | None:
        match = None
        if self.text.startswith((",", " "), end):
            match = _CONTAINER.match(self.text, end, end + 50)
        if not match:
            return self._owner(start) if self.text.startswith("of ", start - 3) else None
        words = match[1].split(" ")
        for size in range(len(words), 0, -1):
            part = " ".join(words[:size]).rstrip(".")
            part = w.STATE_ABBREVIATIONS.get(part, part)
            if any(p.kind in CONTAINERS for p in self.gazetteer.lookup(part)):
                return part
        return None

    def _owner(self, start: int) -> str | None:
        """Nicaragua of "the Nicaraguan town of Granada", Virginia of "the Virginia suburb of"."""
        match = _OWNER.search(self.text[max(0, start - 60) : start])
        if match is None:
            return None
        land = self.gazetteer.demonym_country(match[1]) or match[1]
        return land if any(p.kind in CONTAINERS for p in self.gazetteer.lookup(land)) else None

    def _place(self, tokens: list[Token], initial: bool) -> Name:
        name = self._name(tokens, "place", initial)
        if self.text[name.end : name.end + 2] in ("'s", "’s") and self.gazetteer.lookup(
            f"{name.text}'s"
        ):
            name.text, name.end = f"{name.text}'s", name.end + 2  # "St. John's"
        name.located = "strictly"
        name.container = self._container(name.start, name.end)
        return name


def joined(tokens: list[Token]) -> str:
    return tokens[0][2] if len(tokens) == 1 else " ".join(t[2] for t in tokens).replace(" ,", ",")
