"""What a run of capitalised words names: a person, an organisation, a place, or nothing known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.gazetteer import Gazetteer
from explainer.language import names_words as w
from explainer.language.names_scan import Run
from explainer.mention import PlaceCandidate

Token = tuple[int, int, str]

BEFORE, AFTER = 48, 64
_IN = re.compile(
    r"\b(?:in|near|at|from|to|into|towards?|outside|around|across|through|via|throughout|within|"
    r"inside|reached|left|leaving|entered|visit(?:ed|ing)?|between|over|between \w+ and)"
    r"(?: (?:the|central|downtown|nearby|southern|northern|eastern|western|south|north|east|west|"
    r"(?:south|north)-?(?:east|west)(?:ern)?|upstate|rural|war-torn|mainland|neighbou?ring|"
    r"city of|town of|village of|province of|district of|state of|region of|port of|capital))*\s$",
    re.I,
)
_FEATURE_OF = re.compile(
    rf"\b(?:{w.LOWER_FEATURES}|capital|streets|people|outskirts) of (?:the )?$"
)
_FEATURE = re.compile(rf"[ \xa0](?:{w.LOWER_FEATURES})\b")
_SAY = re.compile(rf"[ \xa0](?:has |had |also |then |later )?(?:{w.SAY})\b")
_SAID_BY = re.compile(rf"\b(?:{w.SAY})\s$")
_HUMAN = re.compile(rf",?[ \xa0](?:{w.HUMAN})\b")
_APPOSED = re.compile(
    r",[ \xa0](?:\d{1,3}\b[^,.\d%]?|an? |the (?:son|daughter|wife|husband|widow) of|who\b)"
)
_LOWER_TITLE = re.compile(
    rf"\b((?:acting |former |deputy |vice |co-)?(?:{w.LOWER_TITLES}))\s$", re.I
)
_PLURAL = re.compile(
    r"[ \xa0](?:are|were|have|haven['’]t|aren['’]t|weren['’]t|control|seized?|say|want|seek|plan|"
    r"claim|deny|fight|refuse|continue|hold|attack|insist|themselves)\b"
)
_SPORT = re.compile(
    r"[ \xa0](?:beat|defeated|thrashed|drew|lost to|won \d|hosted?|face[sd]?|play(?:s|ed)? |"
    r"scored|equali[sz]ed|sign(?:ed|s) (?:the |a )?(?:striker|midfielder|defender|forward|winger|"
    r"goalkeeper)|\d{1,2}[-–]\d{1,2}\b)"
)
_BEATEN = re.compile(
    r"\b(?:beat|beating|defeated|thrashed|against|over|hosts?|at home to|face|v|vs\.?)\s$"
)
_STATE_AFTER = re.compile(r",[ \xa0]([A-Z][\w.]*(?: [A-Z][\w.]*)?)")
_MEDIA = re.compile(
    r"\b(?:newspaper|magazine|daily|weekly|agency|portal|station|channel|broadcaster|website|"
    r"journal|tabloid|outlet|band|company|firm|group|party|club|firms|companies)s?[ \xa0][\"“‘«']?$"
)
_TOLD = re.compile(
    r"\b(?:told|reported by|according to|interview (?:with|to)|source:)\s[\"“‘«']?$", re.I
)
_THE = re.compile(r"\bthe\s[\"“‘«']?$", re.I)

STATE_ABBREVIATIONS = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California",
    "Colo": "Colorado", "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida",
    "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Ky": "Kentucky",
    "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts", "Mich": "Michigan",
    "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Neb": "Nebraska", "Nev": "Nevada", "N.H": "New Hampshire", "N.J": "New Jersey",
    "N.M": "New Mexico", "N.Y": "New York", "N.C": "North Carolina", "N.D": "North Dakota",
    "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "R.I": "Rhode Island",
    "S.C": "South Carolina", "S.D": "South Dakota", "Tenn": "Tennessee", "Tex": "Texas",
    "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington", "W.Va": "West Virginia",
    "Wis": "Wisconsin", "Wyo": "Wyoming", "Ont": "Ontario", "Que": "Quebec", "B.C":
    "British Columbia", "D.C": "District of Columbia", "AL": "Alabama", "AZ": "Arizona",
    "CA": "California", "CO": "Colorado", "CT": "Connecticut", "FL": "Florida", "GA": "Georgia",
    "IL": "Illinois", "KY": "Kentucky", "MA": "Massachusetts", "MD": "Maryland",
    "MI": "Michigan", "MN": "Minnesota", "MO": "Missouri", "NC": "North Carolina",
    "NJ": "New Jersey", "NV": "Nevada", "NY": "New York", "OH": "Ohio", "OR": "Oregon",
    "PA": "Pennsylvania", "SC": "South Carolina", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VA": "Virginia", "WA": "Washington", "WI": "Wisconsin",
}  # fmt: skip


@dataclass(slots=True)
class Name:
    """A stretch that may be a name. `kind` is None while only the rest of the text can tell;
    `hint` is then what it looks like. `container` is a place written after it ("Paris, Texas")."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    kind: str | None
    title: str | None = None
    initial: bool = False
    hint: str | None = None
    located: bool = False
    container: str | None = None
    value: str = ""


class Kinds:
    """Tells what the runs of one text name. `lower` are the words the text writes small."""

    def __init__(self, text: str, gazetteer: Gazetteer, lower: frozenset[str]) -> None:
        self.text, self.gazetteer, self.lower = text, gazetteer, lower
        self.first, self.last, self.common = w.word_lists()

    def names(self, run: Run) -> Iterator[Name]:
        tokens = self._trimmed(run)
        initial = run.initial and tokens == run.tokens
        if not tokens:
            return
        whole = self._whole(tokens, initial)
        if whole:
            yield whole
            return
        cut = self._title_at(tokens)
        if cut is None:
            yield from self._plain(tokens, initial)
            return
        first, after = cut
        if first:
            yield from self._plain(tokens[:first], initial)
        if after < len(tokens):
            person = self._name(self._person_tokens(tokens[after:]), "person", initial)
            person.title = " ".join(t[2] for t in tokens[first:after])
            yield person

    # -- what to look at

    def _trimmed(self, run: Run) -> list[Token]:
        tokens = run.tokens
        while tokens and tokens[-1][2] in w.PARTICLES:
            tokens = tokens[:-1]
        while len(tokens) > 1 and tokens[0][2] in w.OPENERS and not self._known(tokens):
            tokens = tokens[1:]
        return tokens

    def _known(self, tokens: list[Token]) -> bool:
        return bool(self.gazetteer.lookup(_joined(tokens))) or tokens[-1][2] in w.ORG_HEADS

    def _name(self, tokens: list[Token], kind: str | None, initial: bool) -> Name:
        return Name(
            tokens[0][0], tokens[-1][1], _joined(tokens), tuple(t[2] for t in tokens), kind,
            initial=initial,
        )  # fmt: skip

    def _before(self, start: int) -> str:
        return self.text[max(0, start - BEFORE) : start]

    def _after(self, end: int) -> str:
        return self.text[end : end + AFTER]

    # -- titles

    def _title_at(self, tokens: list[Token]) -> tuple[int, int] | None:
        """Where a title begins and ends among the tokens."""
        index = 0
        while index < len(tokens):
            if index and tokens[index - 1][2] in self.first:
                return None
            if tokens[index][2] in w.TITLES:
                end = index + 1
                while end < len(tokens) and tokens[end][2] in w.TITLES:
                    end += 1
                words = [t[2] for t in tokens[index:end]]
                if not all(word in w.HALF_TITLES for word in words) or words == ["Major"]:
                    return index, end
                index = end
            index += 1
        return None

    def _person_tokens(self, tokens: list[Token]) -> list[Token]:
        for index, (_, _, word) in enumerate(tokens):
            if index and (word in w.NO_NAMES or word in w.ORG_HEADS - w.SURNAME_HEADS):
                return tokens[:index]
        return tokens

    # -- whole runs

    def _whole(self, tokens: list[Token], initial: bool) -> Name | None:
        words = [t[2] for t in tokens]
        if len(words) == 1:
            return None
        if words[-1] in w.ORG_HEADS or any(x in w.OF_HEADS for x in words[:-1] if "of" in words):
            if words[-1] in w.SURNAME_HEADS and self._looks_person(words):
                return self._name(tokens, "person", initial)
            if self._title_at(tokens) and words[0] not in ("General", "King", "Queen", "Prince"):
                if words[-1] in w.ORG_HEADS and self._title_at(tokens) == (0, len(words) - 1):
                    return None
                if self._title_at(tokens) and words[0] in w.TITLES - w.HALF_TITLES:
                    return None
            return self._organisation(tokens, initial)
        if self.gazetteer.lookup(_joined(tokens)) and not self._looks_person(words):
            return self._place(tokens, initial)
        return None

    def _organisation(self, tokens: list[Token], initial: bool) -> Name | None:
        words = [t[2] for t in tokens]
        cut = self._title_at(tokens)
        if cut and cut[0] > 0 and cut[1] < len(tokens):
            return None
        if words[0] in w.NO_NAMES and len(words) == 2 and words[1] in ("Party",):
            return self._name(tokens, "organisation", initial)
        return self._name(tokens, "organisation", initial)

    def _looks_person(self, words: list[str]) -> bool:
        return (
            2 <= len(words) <= 4
            and words[0] in self.first
            and words[0].lower() not in self.common
            and not self.gazetteer.lookup(words[0])[:1]
        )

    # -- plain runs

    def _plain(self, tokens: list[Token], initial: bool) -> Iterator[Name]:
        while len(tokens) > 1 and self._drops_first(tokens):
            tokens, initial = tokens[1:], False
        words = [t[2] for t in tokens]
        if len(words) == 1:
            name = self._single(tokens[0], initial)
            if name:
                yield name
            return
        if words[-1] in w.ORG_HEADS and not (
            words[-1] in w.SURNAME_HEADS and self._looks_person(words)
        ):
            yield self._name(tokens, "organisation", initial)
        elif self._place_phrase(words):
            yield self._place(tokens, initial)
        elif words[-1] in w.EVENT_HEADS or (words[0] in w.NO_NAMES and words[1] in w.NO_NAMES):
            return
        elif self.gazetteer.lookup(_joined(tokens)) and not self._looks_person(words):
            yield self._place(tokens, initial)
        else:
            yield from self._person_or_nothing(tokens, initial)

    def _drops_first(self, tokens: list[Token]) -> bool:
        word = tokens[0][2]
        if self._known(tokens):
            return False
        return self.gazetteer.demonym_country(word) is not None or word in w.NO_NAMES

    def _place_phrase(self, words: list[str]) -> bool:
        if words[0] in w.PLACE_FIRST and words[0] not in self.first:
            return True
        if words[-1] not in w.PLACE_HEADS:
            return False
        return not (words[-1] in w.SURNAME_HEADS and self._looks_person(words))

    def _place(self, tokens: list[Token], initial: bool) -> Name:
        name = self._name(tokens, "place", initial)
        name.located = True
        name.container = self._container(name.end)
        return name

    def _container(self, end: int) -> str | None:
        match = _STATE_AFTER.match(self.text, end, end + 40)
        if not match:
            return None
        words = match[1].rstrip(".")
        name = STATE_ABBREVIATIONS.get(words) or STATE_ABBREVIATIONS.get(
            words.split(" ")[0].rstrip(".")
        )
        if name:
            return name
        for part in (words, words.split(" ")[0]):
            if any(p.kind in ("country", "state", "region") for p in self.gazetteer.lookup(part)):
                return part
        return None

    def _person_or_nothing(self, tokens: list[Token], initial: bool) -> Iterator[Name]:
        words = [t[2] for t in tokens]
        if any(word in w.EVENT_HEADS for word in words[1:]):
            return
        if len(words) > 5 or any("&" in word for word in words):
            yield self._name(tokens, "organisation", initial)
            return
        # "Kabul Masood" does not occur; "London Paul Smith" does.
        split = next((i for i, x in enumerate(words) if x in self.first), 0)
        if split and len(words) - split >= 2 and self.gazetteer.lookup(_joined(tokens[:split])):
            yield from self._plain(tokens[:split], initial)
            tokens, words = tokens[split:], words[split:]
        name = self._name(tokens, None, initial)
        if _MEDIA.search(self._before(name.start)):
            name.kind = "organisation"
            yield name
            return
        plain = [x for x in words if x.lower() in self.common and x not in w.PARTICLES]
        strong = words[0] in self.first or words[0].rstrip(".") != words[0]
        named = strong and (len(plain) < len(words) or words[-1] in self.last)
        if named or not plain or self._human(name):
            name.kind = "person"
        else:
            name.hint = "phrase"
        if name.kind == "person":
            self._add_lower_title(name)
        yield name

    def _add_lower_title(self, name: Name) -> None:
        match = _LOWER_TITLE.search(self._before(name.start))
        if match:
            name.title = match[1]

    def _human(self, name: Name) -> bool:
        after = self._after(name.end)
        if _SAY.match(after) or _HUMAN.match(after) or _APPOSED.match(after):
            return True
        before = self._before(name.start)
        return bool(_SAID_BY.search(before) or _LOWER_TITLE.search(before))

    # -- single words

    def _single(self, token: Token, initial: bool) -> Name | None:
        start, end, word = token
        if word in w.NO_NAMES or word in w.NO_ORGANISATION or len(word) < 2:
            return None
        if word in w.OPENERS or word in w.TITLES or word in w.CALENDAR:
            return None
        name = self._name([token], None, initial)
        before, after = self._before(start), self._after(end)
        name.located = bool(
            _IN.search(before) or _FEATURE_OF.search(before) or _FEATURE.match(after)
        )
        name.container = self._container(end)
        if self.gazetteer.demonym_country(word):
            return None
        common = word.lower() in self.common
        if common and initial and not self._strong(word) and word not in w.ORGANISATIONS:
            name.hint = "opener"
            return name
        places = self.gazetteer.lookup(word)
        if word in w.ORGANISATIONS and not (places and name.located and self._strong(word)):
            name.kind = "organisation"
            return name
        if places and (_SPORT.match(after) and not name.located):
            name.hint = "team"
        elif places and self._plain_place(word, places, name):
            name.kind = "place"
        elif word.isupper() and len(word) > 1:
            name.kind = None if len(word) > 6 else "organisation"
        elif _TOLD.search(before) or _MEDIA.search(before):
            name.hint = "organisation"
        elif _THE.search(before):
            name.hint = "group" if _PLURAL.match(after) else "the"
        elif self._human(name):
            name.hint = "human"
        elif places and not common:
            name.hint = "small place"
        return name

    def _strong(self, word: str) -> bool:
        return any(
            p.kind not in ("city", "state") or p.population >= 500_000
            for p in self.gazetteer.lookup(word)[:2]
        )

    def _plain_place(self, word: str, places: tuple[PlaceCandidate, ...], name: Name) -> bool:
        if name.container:
            return True
        best = max(places, key=lambda p: p.population)
        person = word in self.first or word in self.last
        common = word.lower() in self.common
        if self._strong(word):
            return not (person and not name.located and places[0].kind in ("city", "state")
                        and _HUMAN.match(self._after(name.end)))  # fmt: skip
        if name.located:
            return not common or best.population > 50_000
        if common or person:
            return False
        return best.population >= 30_000 or best.kind != "city"


def _joined(tokens: list[Token]) -> str:
    return tokens[0][2] if len(tokens) == 1 else " ".join(t[2] for t in tokens)
