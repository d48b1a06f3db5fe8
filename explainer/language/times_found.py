"""What a shape of the grammar turned out to mean, and the place it was read in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from explainer.language.times_anchor import Anchor
from explainer.language.times_tense import tense
from explainer.language.times_tokens import Tokens
from explainer.language.times_words import Turn

Kind = Literal["date", "time", "duration", "set"]
_APPROXIMATE = {"about": "APPROX", "around": "APPROX", "circa": "APPROX", "some": "APPROX",
                "over": "MORE_THAN", "under": "LESS_THAN"}  # fmt: skip


class Found(NamedTuple):
    """Tokens `i`..`j` mean `value`. `counts` says whether later expressions may count from it."""

    kind: Kind
    value: str
    i: int
    j: int
    rule: str
    modifier: str | None = None
    anchored: bool = False
    counts: bool = True


@dataclass(slots=True)
class Place:
    """Tokens `i`..`j` of a sentence, matched by a shape."""

    tokens: Tokens
    anchor: Anchor
    i: int
    j: int

    @property
    def codes(self) -> str:
        return self.tokens.codes[self.i : self.j]

    @property
    def words(self) -> str:
        t = self.tokens
        return t.text[t.starts[self.i] : t.end(self.j - 1)]

    def tense(self) -> int:
        return tense(self.tokens, self.i, self.j)

    def number(self, k: int) -> int:
        value = self.tokens.values[k]
        return int(value) if isinstance(value, int | float) else 0

    def in_old_scene(self) -> bool:
        return self.anchor.in_old_scene() and self.tense() <= 0

    def turn(self, i: int, j: int) -> Turn | None:
        """The turn of tokens `i`..`j`: of 'this past' or 'the same' the last word tells."""
        for k in range(j - 1, i - 1, -1):
            value = self.tokens.values[k]
            if isinstance(value, Turn):
                the_next = value.step == 1 and not value.textual and self.tokens.code(k) == "x"
                if the_next and k > self.i and self.tokens.code(k - 1) == "I":
                    return Turn(1, True)
                return value
        return None

    def unit(self, k: int) -> str:
        value = self.tokens.values[k]
        code = self.tokens.code(k)
        if code in {"e", "Q"}:
            return "weekend" if code == "e" else "quarter"
        return value if isinstance(value, str) and code != "P" else "day"

    def said_again(self) -> bool:
        """Whether this is in brackets behind an hour: the same hour by another clock."""
        t = self.tokens
        return t.raw(self.i - 1) == "(" and t.code(self.i - 2) in {*"cKNZUaDhdm"}

    def modifier(self) -> str | None:
        """'early', 'the end of', 'about': as the TIMEX3 modifier."""
        t = self.tokens
        found: str | None = None
        for k in range(self.i, self.j):
            code = t.codes[k]
            if code in "rbj":
                value = t.values[k]
                named = value if isinstance(value, str) and value.isupper() else None
                named = "START" if value == "turn" else named
                if code != "j":
                    return named
                found = named
            if code == "q" and t.word(k) == "some" and t.code(k + 1) in {*"dnYw"}:
                return "APPROX"
            if code == "@" and k == self.i and t.word(k) in _APPROXIMATE:
                return _APPROXIMATE[t.word(k)]
            if code == "H" and k > self.i and t.codes[k - 1] == "o" and t.code(k + 1) == "O":
                return "START" if self.number(k - 1) == 1 else "END"
        return found

    def is_approximate(self) -> bool:
        """Whether the preposition at the start says 'about'; else it is not part of the time."""
        t = self.tokens
        if t.raw(self.i) == "Over" or (t.word(self.i) == "over" and t.code(self.i - 1) == ","):
            return False
        return t.word(self.i) in _APPROXIMATE and t.code(self.i + 1) not in {"I", ""}

    def start(self) -> int:
        """`i` without a leading preposition that is no approximation."""
        t = self.tokens
        if t.codes[self.i] == "k" and t.word(self.i) not in {"earlier", "later"}:
            return self.i + 1
        if t.codes[self.i] in "iI" and self._article_is_apart():
            return self.i + 1
        if t.codes[self.i] == "@" and (
            t.word(self.i) not in _APPROXIMATE or t.code(self.i + 1) in "I"
        ):
            return self.i + 1
        return self.i

    def _article_is_apart(self) -> bool:
        """'a two-year plan', 'the year-ago quarter': the article belongs to the noun after."""
        t, codes = self.tokens, self.codes
        if codes[1:2] == "w" and codes[0] == "i":
            return self.number(self.i + 1) < 100 and t.word(self.i + 1) != "dozen"
        return codes[1:3] in {"u-", "U-"} and codes[-1] in "#Gk0"

    def counted(self, base: date | None, published: bool) -> str:
        if base is None:
            return "nothing in the text fixes it"
        origin = "the publication date" if published else "the last date in the text,"
        return f"counted from {origin} {base.isoformat()}"
