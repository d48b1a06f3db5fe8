"""Stretches of a sentence that can stand alone."""

from __future__ import annotations

from explainer.extract.clauses import Clause
from explainer.extract.passage import Passage
from explainer.extract.referent import PRONOUNS


def pieces(passage: Passage) -> list[tuple[int, int, Clause | None]]:
    """Stretches of the sentence that each have a subject of their own, with their main clause."""
    mains = [c for c in passage.clauses if c.kind == "main" and c.has_subject]
    cuts = [c for c in mains[1:] if _cut_before(passage, c)]
    if not mains or not cuts:
        return [(passage.start, passage.end, mains[0] if mains else None)]
    found: list[tuple[int, int, Clause | None]] = []
    start, first = passage.start, mains[0]
    for clause in cuts:
        end = passage.tokens[clause.begin - 1].start
        if _is_scrap(passage.text[start:end]) or _is_scrap(
            passage.text[clause.start_char : passage.end]
        ):
            continue  # "They are wrong, and they know it."
        found.append((start, end, first))
        start, first = clause.start_char, clause
    found.append((start, passage.end, first))
    return found


def _is_scrap(words: str) -> bool:
    """Too few words to stand alone."""
    first, *others = words.split(maxsplit=5)
    return len(others) < 2 or (first.lower() in PRONOUNS and len(others) < 4)


def _cut_before(passage: Passage, clause: Clause) -> bool:
    """Whether the clause may stand alone: joined by ", and", ", but" or ";"."""
    tokens = passage.tokens
    joint = tokens[clause.begin - 1]
    if tokens[clause.begin].low == "while":
        joint, before = tokens[clause.begin], tokens[clause.begin - 1]
        return before.tag == ","
    if joint.tag == ";":
        return True
    if joint.tag != "C" or tokens[clause.begin - 2].tag != ",":
        return False
    if joint.low == "but":
        return True  # "lifted it after he promised talks, but they warned": no part of "after"
    earlier = passage.clauses[: passage.clauses.index(clause)]
    return not any(c.kind == "adverbial" for c in earlier)
