"""What a single capitalised word names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.gazetteer import place_key
from explainer.language import names_clubs as clubs
from explainer.language import names_context as context
from explainer.language import names_words as w
from explainer.language.names_known import Known, Name
from explainer.language.names_scan import Token
from explainer.language.places_usual import USUAL

# "D-N.Y." after a politician's name
# "on the M1"
_ON_THE = ("on the ", "off the ", "along the ", "near the ")
_DASH = re.compile(r"(?:,[^.\n]{2,24})? ?(?:\([^)]*\) )?[—–-]")
# A firm has no "the" of its own: with no noun behind, "the Amazon" is the river.
_NO_NOUN = re.compile(
    r"['’,.;:)]|\s(?:flows?|flowed|rose|rises?|burst|floods?|flooded|is|was|has|had|at|in|and|or|from|"
    r"to|near|by|with|for|where|which|that|through|between|into|runs?|dries|dried|itself|valley|delta|basin|banks?|overflow\w*|swell\w*|swollen|froze|rainforests?|jungle)\b"
)
# "Gary Samuels of Harvard thinks", "a chemist at Harvard who"
_OF_ONE = re.compile(r"(?:[A-Z][\w.]+ (?:of|from)|\bat) \Z")
_PARTY_OF = re.compile(r"[DRI]-[A-Z]")


class Singles(Known):
    """Tells what single words of one text name, as far as the words around them show it."""

    def _single(self, token: Token, initial: bool) -> Iterator[Name]:
        start, end, word = token
        if word in w.TITLES and word in self.last:
            before = self._before(start)
            if not initial and not context.THE.search(before[-6:]):
                name = self._name([token], None, initial)
                name.hint = "title"
                yield name
            return
        if (
            word.rstrip(".") in w.STATE_ABBREVIATIONS
            and self.text[max(0, start - 2) : start] == ", "
        ):
            state = self._name([token], "place", False)
            state.text, state.located = w.STATE_ABBREVIATIONS[word.rstrip(".")], "strictly"
            if not word.isupper() and not word.endswith("."):
                state.end += self.text.startswith(".", end)  # "Ga." is one word
            yield state
            return
        if word in w.COMMON_HEADS or word in w.NEWSPAPERS:
            if not initial and context.THE.search(self._before(start)[-6:]):
                name = self._name([token], None, initial)
                name.kind = "organisation" if word in w.NEWSPAPERS else None
                name.hint = "head"
                yield name
            return
        if _PARTY_OF.match(word):
            yield from self._home(token)
            return
        if word in w.NOTHING or len(word) < 2:
            return
        if word[1:].isdigit() and word[0] in "AM" and self._before(start).endswith(_ON_THE):
            return
        if "-" in word and not self.gazetteer.lookup(word):
            parts = list(self._hyphened(token, initial))
            if parts:
                yield from parts
                return
        name = self._name([token], None, initial)
        before, after = self._before(start), self._after(end)
        wider = context.WIDER.match(after)
        if wider and self.gazetteer.lookup(f"{word} {wider[1]}"):
            noun = (end + 1, end + wider.end(), wider[1])
            yield self._place([token, noun], initial)
            return
        if self.gazetteer.demonym_country(word) and not self._great_place(word):
            return
        if (river := self._river(word, end, before)) is not None:
            name.text, name.kind, name.located = river, "place", "strictly"
            yield name
            return
        name.located = "strictly" if context.FEATURE.match(after) else context.located(before)
        name.container = self._container(start, end)
        name.kind, name.hint = self._kind_of_single(name, word, before, after)
        yield name

    def _kind_of_single(
        self, name: Name, word: str, before: str, after: str
    ) -> tuple[str | None, str | None]:
        places = self.gazetteer.lookup(word)
        common = word.lower() in self.common
        if self.sport and name.located != "strictly" and not name.container:
            if word in clubs.CLUBS and not (common and name.initial and places):
                return None, "team"
            town = bool(places) and context.side(before, after)
            if town or context.team(before, after):
                return None, "team"
        if word in self.first and context.kin(before):
            return "person", None
        if context.relative(before, after) and not (common or self._strong(word)):
            return "person", None
        if places and context.disease(after):
            return None, "disease"
        if word.isupper() and name.initial and places and _DASH.match(after):
            name.located = "strictly"
        if word in w.ORGANISATIONS and not (name.located == "strictly" and self._strong(word)):
            return "organisation", None
        town = bool(places) and before.endswith((" from ", " in "))
        if not (common or town or self._strong(word)) and context.employer(before, after):
            return None, "organisation"
        if common and name.initial and not self._land(word):
            return None, "opener"
        if word.endswith("bank") and word not in self.last and self._coined(word):
            return "organisation", None
        if not places and context.members(after) and self._group(word):
            return "organisation", None
        if word.isupper() and self._acronym(word, name, after):
            return "organisation", None
        if places and self._plain_place(word, name, after):
            return "place", None
        if context.outlet(before) and word not in self.last:
            return None, "organisation"
        if context.THE.search(before[-6:]):
            if name.located == "strictly" and not common:
                return None, "small place" if places else "somewhere"
            return None, "group" if context.GROUP.match(after) else "the"
        if context.human(before, after) and not _OF_ONE.search(before):
            return None, "human"
        if common:
            return None, "small place" if places and name.located == "strictly" else None
        if places:
            return None, "small place"
        return None, "somewhere" if name.located == "strictly" else None

    def _group(self, word: str) -> bool:
        """Whether the word is no other's name, and no adjective ("Maoist rebels")."""
        person = word in self.last and word not in w.ORGANISATIONS
        return self._coined(word) and not person and not word.endswith(("ist", "ists", "ite"))

    def _home(self, token: Token) -> Iterator[Name]:
        """The state in "R-Ohio"."""
        start, end, word = token
        state = w.STATE_ABBREVIATIONS.get(word[2:].rstrip("."), word[2:])
        if any(p.kind == "state" for p in self.gazetteer.lookup(state)[:2]):
            place = self._name([(start + 2, end, state)], "place", False)
            place.located = "strictly"
            yield place

    def _acronym(self, word: str, name: Name, after: str) -> bool:
        """Letters only, with no place of note that is written so, and no town of a dateline."""
        letters = len(word.replace(".", ""))
        if not 2 <= letters <= 6 or name.container or self._strong(word):
            return False
        dateline = name.initial and after.lstrip()[:1] in tuple("(—–-,/")
        return not self.gazetteer.lookup(word) or (letters <= 4 and not dateline)

    def _river(self, word: str, end: int, before: str) -> str | None:
        """The full name of a river called by its bare name with "the" ("the Kosi")."""
        if before[-3:] != "he ":
            return None
        firm = word in w.ORGANISATIONS and _NO_NOUN.match(self._after(end))
        if word.lower() in self.common and not (context.located(before) or firm):
            return None
        if self._strong(word) and not _NO_NOUN.match(self._after(end)):
            return None  # "the Alabama group", "the Ohio governor": the state
        for full in (f"{word} River", f"River {word}"):
            found = self.gazetteer.lookup(full)
            if found and found[0].kind == "river":
                return full
        return None

    def _hyphened(self, token: Token, initial: bool) -> Iterator[Name]:
        """The places in "US-led", "London-based", "Moscow-Kyiv"."""
        at = token[0]
        for part in re.split("[-‐‑]", token[2]):
            if part[:1].isupper() and self._strong(part):
                place = self._name([(at, at + len(part), part)], "place", initial)
                place.located = "loosely"
                yield place
            at += len(part) + 1

    def _plain_place(self, word: str, name: Name, after: str) -> bool:
        if name.container:
            return True
        person = word in self.first or word in self.last
        common = word.lower() in self.common
        if self._land(word):
            return True
        if common and not name.located and (name.initial or not self._strong(word)):
            return False
        if self._great_place(word):
            return True
        if self._strong(word):
            return not (person and not name.located and context.human("", after))
        places = self.gazetteer.lookup(word)
        most = max(p.population for p in places)
        if name.located == "strictly":
            return not common or most > 50_000
        if common:
            return bool(name.located) and not name.initial and most >= 50_000
        if place_key(word) in USUAL and not context.human("", after):
            return name.located != "" or word not in self.last
        if person and not name.located:
            return False
        if name.located:
            return most >= 20_000 or places[0].kind != "city"
        return most >= 50_000 and not person
