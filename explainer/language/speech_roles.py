""" "The minister", "the company": who in the text holds that role or is that kind of body."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from explainer.language.speech_words import DETERMINERS, PREPOSITIONS
from explainer.mention import NameMention, PlaceMention
from explainer.word_set import word_set

BODIES = word_set(
    "company firm group party club charity organisation organization agency ministry bank union "
    "university council association team federation league institute committee airline retailer "
    "carmaker publisher foundation department commission court corporation network broadcaster "
    "hospital newspaper magazine school college museum church watchdog regulator bureau embassy "
    "lender insurer airport coalition alliance"
)
# A body of these words is one whatever its name: "the company" is Solvane Energy.
_ANY_BODY = word_set("company firm group organisation organization")
_BEFORE = re.compile(r"(?:[A-Za-z][\w-]* )?[A-Za-z][\w-]*[ \n]\Z")
# "its leader, Tom Hale, met": the name explains the role.
_BEFORE_COMMA = re.compile(
    r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|['’]s) ((?:[a-z-]+ )?[a-z-]+), \Z"
)
# What a short title means: "Gov. Santos" is the governor.
_IN_FULL = {
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general",
    "prof.": "professor", "dr.": "doctor", "dr": "doctor", "lt.": "lieutenant", "col.": "colonel",
    "capt.": "captain", "sgt.": "sergeant", "maj.": "major", "adm.": "admiral", "rev.": "reverend",
    "supt.": "superintendent", "det.": "detective", "insp.": "inspector", "fr.": "priest",
}  # fmt: skip
_ALSO = dict.fromkeys(("congressman", "congresswoman"), "representative")
# Words in the name of a body that tell of its kind.
_OF_KIND = {
    "agency": word_set("office administration agency bureau service authority commission"),
    "newspaper": word_set("times post journal herald tribune gazette globe chronicle telegraph"),
    "lender": word_set("bank"),
}
_FIRMS = word_set("inc inc. corp corp. ltd ltd. co co. plc group holdings ag sa nv llc industries")
_ARTICLES = frozenset({"the", "a", "an"})
_AFTER = re.compile(r", (?:(?:an?|the|its|their|his|her|\w+['’]s) )?((?:[\w'’-]+ ){0,5}[\w'’-]+)")


class Roles:
    """Roles told beside names: "coach Anna Lund", "Erik Dahl, president of the club"."""

    def __init__(self, text: str, names: Sequence[NameMention | PlaceMention]) -> None:
        self._text = text
        self.bodies = [name for name in names if name.type == "organisation"]
        self._body_starts = [body.start for body in self.bodies]
        self._persons = [n for n in names if isinstance(n, NameMention) and n.type == "person"]
        self._holders: dict[str, list[tuple[int, str]]] | None = None

    def holder(self, lows: Sequence[str], before: int) -> str | None:
        """Who is meant by the words `lows` ("the", "finance", "minister") at offset `before`."""
        if not 2 <= len(lows) <= 3:
            return None
        head = " ".join(lows[1:])
        head = _ALSO.get(head, head)
        if lows[-1] in BODIES:
            return self._body(list(lows[1:]), before)
        if self._holders is None:
            self._holders = self._read()
        earlier = {value for at, value in self._holders.get(head, ()) if at < before}
        return earlier.pop() if len(earlier) == 1 else None

    def _body(self, lows: list[str], before: int) -> str | None:
        last = bisect_left(self._body_starts, before)
        for body in reversed(self.bodies[max(0, last - 12) : last]):
            if set(lows) <= set(body.value.lower().split()):
                return body.value
        if len(lows) == 1 and last:
            return self._of_kind(lows[0], self.bodies[max(0, last - 4) : last])
        return None

    def _of_kind(self, kind: str, near: Sequence[NameMention | PlaceMention]) -> str | None:
        """The one body of `near` that can be "the company", "the agency"."""
        named = {body.value for body in near}
        if kind not in _ANY_BODY or len(named) > 1:
            told = _OF_KIND.get(kind, _FIRMS if kind in ("company", "firm") else frozenset())
            named = {value for value in named if not told.isdisjoint(value.lower().split())}
        return named.pop() if len(named) == 1 else None

    def _read(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = {}
        for person in self._persons:
            title = (person.title or "").lower().split()
            roles = _head([_IN_FULL.get(word, word) for word in title])
            before = _BEFORE.search(self._text, max(0, person.start - 40), person.start)
            if before:
                roles += _head(before[0].lower().split())
            beside = self._text.startswith(",", person.end)
            after = _AFTER.match(self._text, person.end) if beside else None
            if after:
                roles += _head(after[1].lower().split())
            before = _BEFORE_COMMA.search(self._text, max(0, person.start - 40), person.start)
            if beside and before:
                roles += _head(before[1].lower().split())
            for role in roles:
                if role not in DETERMINERS and role not in PREPOSITIONS:
                    found.setdefault(role, []).append((person.start, person.value))
        return found


def _head(lows: list[str]) -> list[str]:
    """ "finance minister" and "minister", of "finance minister of Ghana"."""
    end = next(
        (i for i, low in enumerate(lows) if low in PREPOSITIONS or low in ("who", "and")), len(lows)
    )
    if not _ARTICLES.isdisjoint(lows[1:end]):
        return []  # "Solberg, accused the minister of": no role of hers
    told = [low for low in lows[:end] if low.endswith("-year-old")]  # "the 34-year-old said"
    return [*told, " ".join(lows[end - 2 : end]), lows[end - 1]] if end > 1 else lows[:end]
