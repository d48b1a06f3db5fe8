"""What "they" and "it" can mean that the sentence before names: the researchers, a letter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from explainer.language.speech_roles import BODIES
from explainer.language.speech_words import PLURAL_SPEAKERS
from explainer.language.word_tree import trie
from explainer.mention import NameMention, PlaceMention

PARTIES = frozenset({"democrats", "republicans", "democratic", "republican"})
_MANY = re.compile(
    r"(?:(?:The|Some|Many|Several|Two|Three|Other|Her|His|Its|Their) )?"
    r"(?:[a-z]+ )??(\w+)\b(?! and\b)"
)
_A_PAPER = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[\da-z-]+ )?"
    r"(message|letter|statement|report|note|tweet|post|e-mail|email|text|document|memo|study|"
    r"survey|poll|petition|sign|book|diary|article|editorial|indictment|lawsuit|complaint)\b"
)


_A_BODY = re.compile(rf"((?:[a-z]+ ){{0,2}}?(?:{trie(BODIES)}))\b(?! and\b|['’])")


_AN_OWNER = re.compile(_A_BODY.pattern.replace("|['’])", ")"))


class Groups:
    """`sentence_starts` are offsets, `persons` who is named outside quotations, `bodies`
    which organisations are named; all by start."""

    def __init__(
        self,
        text: str,
        sentence_starts: Sequence[int],
        persons: Sequence[NameMention],
        bodies: Sequence[NameMention | PlaceMention],
    ) -> None:
        self._text = text
        self._bodies = bodies
        self._body_starts = [body.start for body in bodies]
        self._sentence_starts = sentence_starts
        self._persons = persons
        self._person_starts = [person.start for person in persons]

    def body(self, sentence: int, owner: bool = False) -> tuple[str, bool] | None:
        """ "The central bank" or "Orbis" with which the sentence begins; and whether by name. As an
        `owner` it may begin with "The bank's"."""
        begin = self._sentence_starts[sentence]
        the = self._text.startswith("The ", begin)
        at = begin + 4 * the
        index = bisect_left(self._body_starts, at)
        if index < len(self._bodies) and self._bodies[index].start == at:
            body = self._bodies[index]
            owns_only = not owner and is_possessive(self._text, body.end)
            return None if owns_only else (body.value, True)
        found = (_AN_OWNER if owner else _A_BODY).match(self._text, at) if the else None
        return ("the " + found[1], False) if found else None

    def paper(self, sentence: int) -> str | None:
        """ "A message" of the sentence before: "It read: …"."""
        begin, end = self._sentence_starts[sentence : sentence + 2]
        found = _A_PAPER.search(self._text, begin, end)
        return "the " + found[1] if found else None

    def plural_opening(self, sentence: int) -> str | None:
        """ "The researchers" with which the sentence begins."""
        found = _MANY.match(self._text, self._sentence_starts[sentence])
        if found is None or found[1].lower() not in PLURAL_SPEAKERS:
            return None
        return found[0] if found[1].lower() in PARTIES else found[0][0].lower() + found[0][1:]

    def plural_subject(self, sentence: int) -> str | None:
        """ "Lund and Novak" near the beginning of the sentence before."""
        first = bisect_left(self._person_starts, self._sentence_starts[sentence])
        pair = self._persons[first : first + 2]
        if len(pair) < 2 or pair[0].start - self._sentence_starts[sentence] > 30:
            return None
        one, other = pair
        joined = self._text[one.end : other.start].strip() in ("and", "&")
        whose = is_possessive(self._text, other.end)
        return f"{one.value} and {other.value}" if joined and not whose else None


def owns(text: str, end: int) -> bool:
    """Is the name that ends at `end` an owner: "Smith's", "Pettis' lawyer"?"""
    bare = text[end - 1 : end] == "s" and text[end : end + 2] in ("' ", "’ ")
    return (bare and text[end + 2 : end + 3].islower()) or is_possessive(text, end)


def is_possessive(text: str, end: int) -> bool:
    """Does "'s" stand at `end` or end there?"""
    return text.startswith(("'s", "’s"), end) or text[end - 2 : end] in ("'s", "’s")
