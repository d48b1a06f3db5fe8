"""What was asked for, of whom."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.clauses import Clause, phrase_end
from explainer.extract.passage import Passage
from explainer.extract.proposal import Proposal
from explainer.extract.relations_count import subject_clause
from explainer.extract.sentence_form import sentence_form
from explainer.extract.words import Token
from explainer.facts import NARRATOR, Part

_ASK_FOR = {
    "call": ("for",), "ask": ("for",), "appeal": ("for",), "plead": ("for",), "beg": ("for",),
    "push": ("for",), "press": ("for",), "demand": (), "request": (), "seek": (),
}  # fmt: skip


_ASK_WHOM = {
    "call": ("on", "upon"), "urge": (), "ask": (), "beg": (), "order": (), "implore": (),
    "appeal": ("to",), "invite": (), "request": (), "instruct": (), "warn": (),
}  # fmt: skip


# Verbs without one of which nothing is asked for.
ASKS = frozenset(_ASK_FOR.keys() | _ASK_WHOM.keys())


def demands(passage: Passage) -> Iterator[Proposal]:
    """ "he called for help in weapons and food"; "They urge Parliament to act"."""
    for position, clause in enumerate(passage.clauses):
        first = subject_clause(passage, position)
        if (
            clause.kind != "main"
            or first.kind != "main"
            or clause.passive
            or clause.negated
            or not first.has_subject
        ):
            continue
        parts = _asked_for(passage, clause) or _asked_whom(passage, clause)
        if not parts:
            continue
        subject = first.subject, first.subject_end
        speaker = passage.token_part("speaker", *subject, passage.meant_by(first))
        end = passage.end_before_next_main(clause)
        words = passage.told(clause.tokens[clause.subject].start, end)
        if first is not clause:
            rest = passage.words(clause.start_char, end)
            words = f"{passage.told(*first.subject_span())} {rest}"
        passage.cover(clause)
        yield passage.propose("demand", sentence_form(words), (speaker, *parts), NARRATOR)


def _asked_for(passage: Passage, clause: Clause) -> tuple[Part, ...]:
    if clause.lemma not in _ASK_FOR:
        return ()
    tokens, at = passage.tokens, clause.verb_end
    needs = _ASK_FOR[clause.lemma]
    if needs:
        if at >= clause.end or tokens[at].low not in needs:
            return ()
        at += 1
    if at >= clause.end or tokens[at].tag in ("TO", "VG", "REL", "PRON"):
        return ()
    if not needs and tokens[at].tag == "P":
        return ()  # "the leader sought in the raid"
    end = at
    while end < clause.end and (
        tokens[end].tag in _LISTED
        or (tokens[end].tag == "TO" and end + 1 < clause.end and tokens[end + 1].tag in _GOES_ON)
    ):
        end += 1
    inner = next((i for i in range(at, end) if tokens[i].low in ("in", "with")), None)
    listed = any(t.tag in ("C", ",") for t in tokens[at:end])
    if inner is not None and listed and inner - at <= 2:
        at = inner + 1
    return tuple(
        passage.token_part("demand", first, last) for first, last in _items(tokens, at, end)
    )


# "a right to a nap", but "pressed for talks to end the war": a verb asks for something else.
_GOES_ON = frozenset({"D", "S", "J", "N", "NAME", "NUM"})
_LISTED = frozenset({"D", "S", "J", "N", "NAME", "NUM", "VN", "C", ",", "P", "A"})


def _items(tokens: list[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of "weapons, ammunition and equipment", as token ranges."""
    first = start
    for index in range(start, end + 1):
        if index == end or tokens[index].tag in ("C", ","):
            last = index
            while last > first and tokens[last - 1].tag not in ("N", "NAME", "NUM"):
                last -= 1
            if last > first:
                yield first, last
            first = index + 1


def _asked_whom(passage: Passage, clause: Clause) -> tuple[Part, ...]:
    if clause.lemma not in _ASK_WHOM:
        return ()
    tokens, at = passage.tokens, clause.verb_end
    needs = _ASK_WHOM[clause.lemma]
    if needs:
        if at >= clause.end or tokens[at].low not in needs:
            return ()
        at += 1
    end = phrase_end(tokens, at, clause.end)
    if end == at or end >= clause.end or tokens[end].low not in ("to", "not"):
        return ()
    if clause.end - end < 2:
        return ()
    addressee = passage.token_part("addressee", at, end)
    return addressee, passage.token_part("demand", end, clause.end)
