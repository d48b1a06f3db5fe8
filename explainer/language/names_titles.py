"""Titles and offices: where they stand in a run of capitalised words, and what follows them."""

from __future__ import annotations

import re

from explainer.language import names_words as w
from explainer.language.names_known import joined
from explainer.language.names_scan import Token
from explainer.language.names_single import Singles

OFFICE_OF = re.compile(
    r"\b(?:(Minister|Secretary|Leader|Superintendent|Commissioner|Inspector)"
    r"|Municipality|City|Town|Province) of (?:the )?\Z"
)
# Given names that also begin the names of places: "University of North Santa Clara".
_GIVEN = frozenset({"Dean", "Earl", "Lance"})
_SAINTS = frozenset({"santa", "san", "saint", "st.", "carolina", "victoria", "georgia", "virginia"})


class Titles(Singles):
    """Finds titles among words that may be one name."""

    def _person_after_office(self, tokens: list[Token]) -> int | None:
        """Where the person begins in "Minister of State Kavita Rao": after an office or a body
        with "of", two words of which the first is a given name."""
        at = len(tokens) - 2
        words = [t[2] for t in tokens]
        if at < 1 or (of := OFFICE_OF.search(self._before(tokens[0][0]))):
            return self._person_after_of(words, bool(of and of[1])) if at > 0 else None
        if at < 3 or "of" not in words[1 : at - 1] or words[at] not in self.first:
            return None
        if (
            words[at - 1] in self.first
            or words[at - 1] in w.COMPASS
            or words[at].lower() in _SAINTS
        ):
            return None
        before = [x for x in words[:at] if x in w.TITLES or x in w.OF_HEADS or x in w.PLACE_OF]
        last = words[-1]
        if not before or last in w.ORG_HEADS or last in w.PLACE_HEADS or self._known(tokens):
            return None
        return None if self._strong(words[at]) else at

    def _person_after_of(self, words: list[str], minister: bool) -> int | None:
        """As above, of the words after "Minister of" or "Municipality of"."""
        at = len(words) - 2
        if minister and words[0] in w.PORTFOLIOS and len(words) == 3:
            return None if words[-1] in w.ORG_HEADS else 1
        sure = words[at] in self.first and words[at - 1] not in self.first
        place = words[-1] in w.PLACE_HEADS or words[-1] in w.ORG_HEADS
        return at if sure and not place and words[at].lower() not in _SAINTS else None

    def _plain(self, tokens: list[Token]) -> bool:
        """Whether these are one common word that names nothing: "Relief Commissioner"."""
        word = tokens[0][2]
        known = word in w.ORGANISATIONS or self.gazetteer.lookup(word)
        plain = word.lower() in self.common and not word.isupper()
        return len(tokens) == 1 and plain and not known

    def _whole(self, tokens: list[Token]) -> bool:
        """Whether the run is one organisation or place although a title word stands in it:
        "General Motors", "King Abdullah University", "Premier League", "Bank Governor" is not."""
        last = tokens[-1][2]
        seat = max((i for i, t in enumerate(tokens) if i and t[2] in w.SEATS), default=0)
        if seat and not any(t[2] in w.TITLES for t in tokens[seat:]):
            return True
        if joined(tokens) in w.KNOWN_ORGANISATIONS or self.gazetteer.lookup(joined(tokens)):
            return True
        if last not in w.ORG_HEADS or last in w.SURNAME_HEADS or last in self.last:
            return False
        inner = [t[2] for t in tokens[1:-1]]
        return not any(x in w.TITLES and x not in w.HALF_TITLES for x in inner)

    def _title_at(self, tokens: list[Token]) -> tuple[int, int] | None:
        """Where a title begins and ends among the tokens."""
        index = 0
        while index < len(tokens):
            word = tokens[index][2]
            if index and tokens[index - 1][2] in self.first and not self._governs(tokens, index):
                return None
            if word in w.TITLES:
                end = index + 1
                while end < len(tokens) and tokens[end][2] in w.TITLES:
                    then = tokens[end + 1][2] if end + 1 < len(tokens) else ""
                    if tokens[end][2] in _GIVEN and then and then not in self.first | w.TITLES:
                        break  # "Economist Dean Barker"
                    end += 1
                words = [t[2] for t in tokens[index:end]]
                role = words[-1] in w.ROLES and end < len(tokens) and tokens[end][2] in self.first
                if role or not all(x in w.HALF_TITLES for x in words) or words == ["Major"]:
                    return index, end
                index = end
            index += 1
        return None

    def _governs(self, tokens: list[Token], index: int) -> bool:
        """Whether a title follows a place that bears a given name too: "Georgia Gov. Ann Lee"."""
        word, then = tokens[index][2], tokens[index + 1 :]
        sure = word.endswith(".") or (len(then) > 1 and then[0][2] in self.first)
        return sure and word not in w.SUFFIXES and self._strong(tokens[index - 1][2])

    def _person_tokens(self, tokens: list[Token]) -> list[Token]:
        for index, (_, _, word) in enumerate(tokens):
            if index and (word in w.NO_NAMES or word in w.ORG_HEADS - w.SURNAME_HEADS):
                return tokens[:index]
        return tokens
