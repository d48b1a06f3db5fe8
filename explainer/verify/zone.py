"""Which words of a sentence belong to a verb."""

from __future__ import annotations

from explainer.extract.words import Token
from explainer.verify.frame import Frame
from explainer.verify.index import Line
from explainer.verify.words import lemma_of, told_keys, words_of


def zone_of(line: Line, frame: Frame) -> list[Token]:
    """What belongs to a verb: its own stretch, its subject, what hangs on it and what it hangs
    on."""
    found: list[Token] | None = frame.kept.get("zone")
    if found is None:
        found = frame.kept["zone"] = _zone_of(line, frame)
    return found


def _zone_of(line: Line, frame: Frame) -> list[Token]:
    chain = {id(frame)}
    over = frame.under
    below = frame
    while over is not None and not _beside(below, over):
        chain.add(id(over))
        below, over = over, over.under
    grown = True
    while grown:
        more = {
            id(f) for f in line.frames
            if f.under is not None and id(f.under) in chain and not _beside(f, f.under)
        }  # fmt: skip
        grown = not more <= chain
        chain |= more
    wanted = {id(t) for f in line.frames if id(f) in chain for t in f.inside}
    wanted |= {id(t) for t in [*frame.doer, *frame.done]}
    wanted |= {id(t) for f in line.frames if id(f) in chain for t in f.doer}
    return [t for t in line.tokens if id(t) in wanted]


def _beside(below: Frame, over: Frame) -> bool:
    """Two deeds at two places: "some fell in A, while others held out in B"."""
    return below.opener in ("while", "whereas") and below.begin > over.begin


def zone_words(
    theirs: Frame, zone: list[Token]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words of a zone, their dictionary forms, and their keys."""
    found: tuple[frozenset[str], frozenset[str], frozenset[str]] | None
    found = theirs.kept.get("words")
    if found is None:
        lemmas = (lemma_of(t.low, t.tag in ("VF", "V", "VN", "VG")) for t in zone)
        keys = (k for w in words_of(zone) for k in told_keys(w))
        found = frozenset(t.low for t in zone), frozenset(lemmas), frozenset(keys)
        theirs.kept["words"] = found
    return found
