"""Lists of names in a sentence, "A, B and C", and what the sentence says of all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.extract.words import Token
from explainer.mention import NameMention, PlaceMention
from explainer.quiz.standing import question
from explainer.quiz.stem_grammar import View, lead_words, tells_words, turned

_PHRASE = frozenset(("D", "S", "J", "N", "NAME", "NUM", "VG"))
_PARTICLES = frozenset(("up", "down", "out", "off", "back", "away", "over", "on"))


@dataclass(frozen=True, slots=True)
class Listed:
    """`named` are the names listed; `stem` asks of which of these it is said."""

    stem: str
    named: tuple[NameMention | PlaceMention, ...]


def listed(view: View) -> Listed | None:
    """The list that a clause says something of, as its object, after its preposition or as its
    subject; None where there is none, or the question would not stand alone."""
    clause = view.clause
    if tells_words(view) or clause.negated or view.stands_for:
        return None
    for first, last in ((clause.verb_end, clause.end), (clause.subject, clause.subject_end)):
        if found := _list_in(view, first, last):
            spans, begin, end = found
            named, stem = _named(view.tokens, spans), _stem(view, begin, end)
            if stem and named:
                return Listed(stem, named)
    return None


def _list_in(view: View, first: int, last: int) -> tuple[list[tuple[int, int]], int, int] | None:
    """Spans of the members, with where the list begins and ends, in tokens."""
    tokens = view.tokens
    for at in range(first, last):
        if tokens[at].tag not in _PHRASE or (at > first and tokens[at - 1].tag in _PHRASE):
            continue
        spans, place = [], at
        while place < last:
            end = _phrase_end(tokens, place, last)
            if end == place:
                break
            spans.append((place, end))
            joint = end
            if joint < last and tokens[joint].tag == ",":
                joint += 1
            ends = joint < last and tokens[joint].low == "and"
            if ends:
                joint += 1
            if joint == end or joint >= last:
                break
            place = joint
            if ends:
                end = _phrase_end(tokens, place, last)
                whole = end > place and len(spans) >= 1
                return ([*spans, (place, end)], at, end) if whole else None
    return None


def _phrase_end(tokens: list[Token], at: int, last: int) -> int:
    """End of a noun phrase, with what "of" adds to it: "eleven species of dragonfly"."""
    end = at
    while end < last and tokens[end].tag in _PHRASE:
        end += 1
    if at < end < last - 1 and tokens[end].low == "of" and tokens[end + 1].tag in ("N", "J"):
        more = end + 1
        while more < last and tokens[more].tag in ("N", "J"):
            more += 1
        end = more
    return end if end > at and tokens[end - 1].tag in ("N", "NAME") else at


def _named(
    tokens: list[Token], spans: list[tuple[int, int]]
) -> tuple[NameMention | PlaceMention, ...]:
    """What the members name, where each is a name and no more."""
    found = [tokens[last - 1].mention for first, last in spans if last - first == 1
             or tokens[first].low == "the"]  # fmt: skip
    names = [m for m in found if isinstance(m, NameMention | PlaceMention)]
    return tuple(names) if len(names) == len(spans) else ()


def _stem(view: View, begin: int, end: int) -> str | None:
    """ "Which of these did the quake destroy?", "With which of these …?", "Which of these ran?" """
    tokens, clause = view.tokens, view.clause
    rest = view.words(end, clause.end)
    if re.match(r"(?:and|or|but|who|which|that|as well)\b|,", rest):
        return None
    if begin == clause.subject and end == clause.subject_end:
        told = view.words(clause.verb, clause.end)
        return _asked("Which of these", told, lead_words(view)) if clause.verb >= end else None
    turn = turned(view)
    if turn is None or begin < clause.verb_end:
        return None
    between = tokens[clause.verb_end : begin]
    if all(t.low in _PARTICLES or t.tag in ("P", "TO") for t in between) and not (rest and between):
        verb = f"{turn[1]} {view.words(clause.verb_end, begin)}"
        return _asked("Which of these", turn[0], view.subject, verb, rest, lead_words(view))
    before = between[-1]
    if before.tag not in ("P", "TO") or before.low in ("of", "than", "as", "between"):
        return None
    told = view.words(clause.verb_end, begin - 1)
    ask = f"{before.text.capitalize()} which of these"
    return _asked(ask, turn[0], view.subject, turn[1], told, rest, lead_words(view))


def _asked(*pieces: str) -> str | None:
    """A question that may end on the preposition of its verb: "… run out of?" """
    # Alone "these" would point at something told before.
    words = [piece.replace("of these", "things") for piece in pieces if piece.strip()]
    last = re.search(r" (?:of|in|on|at|by|for|with|from|to|into|about)$", words[-1])
    ends = last[0] if last else ""
    whole = question(*words[:-1], words[-1].removesuffix(ends))
    return f"{whole[:-1]}{ends}?".replace("hich things", "hich of these", 1) if whole else None
