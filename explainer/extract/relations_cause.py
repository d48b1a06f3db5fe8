"""Why: the causes a text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from explainer.extract.passage import Passage
from explainer.extract.pieces import pieces
from explainer.extract.proposal import Proposal
from explainer.extract.sentence_form import connective_end, sentence_form
from explainer.extract.words import FINITE
from explainer.word_set import word_set

_BECAUSE = re.compile(r"\b(?:because of|because|due to|owing to|as a result of|thanks to)\b", re.I)


_LEADS_TO = re.compile(r"\b(?:led to|leads to|caused|causes|resulted in|results in|triggered|"
                       r"sparked|prompted|brought about|gave rise to)\b")  # fmt: skip


_CAUSED_BY = re.compile(r"\b(?:was|were|is|are|been)\s+(?:largely |mainly |partly )?"
                        r"(?:caused|triggered|sparked|prompted) by\b")  # fmt: skip


_PARTLY = re.compile(r",? (?:chiefly|mainly|largely|mostly|partly|primarily|in part|simply|just) $")
# Without one of these no cause is given; most sentences have none.
CAUSE_WORDS = word_set(
    "because due owing result thanks led leads caused causes resulted results triggered sparked "
    "prompted brought gave"
)


def causes(passage: Passage) -> Iterator[Proposal]:
    """ "X because Y"; "Y led to X"; "X was caused by Y"."""
    if passage.frame:
        return
    text, start, end = passage.text, passage.start, passage.end
    for pattern, effect_first in ((_CAUSED_BY, True), (_BECAUSE, True), (_LEADS_TO, False)):
        match = pattern.search(text, start, end)
        if not match:
            continue
        if _is_to_come(passage, match) or _of_relative(passage, match):
            continue
        if not effect_first and _SUPPOSED.search(text, start, match.start()):
            continue
        if _is_inserted(passage, match):
            return
        reported = _reported_from(passage, match.start())
        if reported is None:
            opening = connective_end(text, _piece_start(passage, match.start()), match.start())
        else:
            opening = reported
        partly = _PARTLY.search(text, opening, match.start())
        before = _trim(text, opening, partly.start() if partly else match.start())
        after = _trim(text, match.end(), _cause_end(passage, match))
        if before is None or after is None or not _has_noun(passage, *before):
            return
        if match.group().lower().startswith("because") and _negated_before(passage, match.start()):
            return
        if _points_back(passage, before[0]) or _has_no_subject(passage, before[0]):
            return
        effect, cause = (before, after) if effect_first else (after, before)
        parts = (
            passage.part("effect", *effect, passage.told(*effect)),
            passage.part("cause", *cause),
        )
        words = passage.told(before[0], after[1])
        passage.covered.append((before[0], after[1]))
        whose = passage.attributed(before[0], match.end()) if reported is not None else None
        yield passage.propose("cause", sentence_form(words), parts, whose)
        return


def _reported_from(passage: Passage, offset: int) -> int | None:
    """Where the reported words begin that give the cause: they are the speaker's."""
    for mention in passage.mentions:
        if mention.type == "reported" and mention.start < offset < mention.end:
            return mention.start
    return None


def _piece_start(passage: Passage, offset: int) -> int:
    """ "They offered help, but he refused because …": where "he refused" begins."""
    return next((first for first, last, _ in pieces(passage) if offset < last), passage.start)


def _points_back(passage: Passage, start: int) -> bool:
    """ "It will pay off because …": what "it" is stands elsewhere, and is not certain."""
    first = next((t for t in passage.tokens if t.start >= start), None)
    return first is not None and passage.referent is None and first.low in _POINTING


def _has_no_subject(passage: Passage, start: int) -> bool:
    """ "His son, he said, had run because …": what is reported begins with its verb."""
    first = next((t for t in passage.tokens if t.start >= start), None)
    return first is not None and first.tag in FINITE


_POINTING = word_set("it he she they this that these those")


# "an order that would have led to": it did not, or not yet.
_SUPPOSED = re.compile(r"\b(?:would|could|might|may|should)(?: \w+){0,2} $")
_RELATIVE = re.compile(r", (?:whose|who|which)\b[^,;]*$")
_OF_THINGS = frozenset({"because of", "due to", "owing to", "as a result of", "thanks to"})


def _is_to_come(passage: Passage, match: re.Match[str]) -> bool:
    """ "due to be held": a plan and no cause."""
    if match.group().lower() != "due to":
        return False
    following = next((t for t in passage.tokens if t.start >= match.end()), None)
    return following is None or following.tag in ("V", "BE", "HAVE", "DO")


def _of_relative(passage: Passage, match: re.Match[str]) -> bool:
    """ "Marsh, whose mistake led to the goal": no sentence of its own begins before it."""
    led = not match.group().lower().startswith(("because", "due", "as a", "owing", "thanks"))
    return led and bool(_RELATIVE.search(passage.text, passage.start, match.start()))


def _is_inserted(passage: Passage, match: re.Match[str]) -> bool:
    """ "A clerk, who left because he was ill, said …": a reason told in passing."""
    around = passage.clause_at(match.start())
    if around is None or around.kind not in ("relative", "adverbial"):
        return False
    return any(
        clause.begin < around.begin and clause.verb >= around.end for clause in passage.clauses
    )


def _cause_end(passage: Passage, match: re.Match[str]) -> int:
    """A clause of contrast is no part of the cause; nor, of a cause that is a thing ("because of
    the rain and stayed at home"), what else was done."""
    a_thing = match.group().lower() in _OF_THINGS
    tokens = passage.tokens
    for token, after in pairwise(tokens) if a_thing else ():
        if token.start > match.end() and token.tag == "C" and after.tag in FINITE:
            return token.start
        if token.start > match.end() and token.tag == "," and after.tag == "VG":
            return token.start
    for clause in passage.clauses:
        token = tokens[clause.begin]
        if clause.start_char <= match.end():
            continue
        if token.low in ("while", "whereas", "although", "though"):
            return token.start
        if clause.kind == "main":
            before = tokens[clause.begin - 1]
            if before.low in ("but", "yet") or before.tag == ";":
                return before.start
    for mention in passage.mentions:
        if mention.type == "reported" and mention.start < match.start() < mention.end:
            return mention.end
    return passage.end


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in ",;\"“'"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '.,;!?"”'):
        end -= 1
    if end < len(text) and text[end] in '"”' and _opened(text[start:end], text[end]):
        end += 1  # the last words alone are quoted
    return (start, end) if start < end else None


def _opened(words: str, mark: str) -> bool:
    return words.count(mark) % 2 == 1 if mark == '"' else words.count("“") > words.count("”")


def _has_noun(passage: Passage, start: int, end: int) -> bool:
    """Whether the stretch says something: a clause or a noun phrase, not "It is" alone."""
    inside = [t for t in passage.tokens if start <= t.start and t.end <= end]
    return any(t.tag in ("N", "NAME", "VF", "V", "VN", "J") for t in inside)


def _negated_before(passage: Passage, offset: int) -> bool:
    """ "not because of" denies the cause."""
    before = [t for t in passage.tokens if t.end <= offset][-2:]
    return any(t.tag == "NOT" for t in before)
