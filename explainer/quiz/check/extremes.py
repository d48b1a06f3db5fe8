"""The average is not the worst case: a number keeps what the source says it is a measure of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.tokens import Atom
from explainer.quiz.check.words import Said, right, told_true

_MEASURES = {
    "average": r"on average|averag\w+|the mean\b|typical\w*|median",
    "usual": r"usual\w*|normal\w*|ordinar\w+|as a rule|generally|mostly",
    "worst": r"worst|at its worst|most serious",
    "best": r"best|at its best",
    "highest": r"highest|most|maximum|at most|up to|as (?:much|many|long|high|far|late) as|"
    r"no more than|peak\w*|largest|biggest|longest|record|oldest|tallest|heaviest|deepest|hottest|"
    r"latest|limit",
    "lowest": r"lowest|fewest|minimum|at least|no fewer than|smallest|shortest|youngest|lightest|"
    r"coldest|earliest|least",
    "total": r"in all|altogether|total|in sum|overall|combined",
    "planned": r"planned|budgeted|originally|first estimated|was to (?:cost|last|take)",
}
_PATTERNS = {name: re.compile(rf"\b(?:{words_of})\b", re.I)
             for name, words_of in _MEASURES.items()}  # fmt: skip
_SPLITS = re.compile(r"(?<!\d)[,;:.](?!\d)|[()–—]|\b(?:and|but|while|whereas|though|although)\b")
_ASKED = frozenset(("single_choice", "number_entry", "gap"))


def of_the_measure_asked(ground: Ground) -> Iterator[Finding]:
    """A number given as the average, the most or the worst is that in the source, where the source
    gives another number as such."""
    for said, numbers in _told(ground):
        for name, pattern in _PATTERNS.items():
            asked = pattern.search(said.text)
            mine = [t for t in said.tokens if t.atom in numbers] if asked else []
            for token in mine:
                if asked and (other := _another(name, token.atom, ground)):
                    told = f"In the source “{asked.group()}” is {other}, not {token.text}."
                    yield error("key-elsewhere", told)
                    return


# "Might have had as many as 60 men": no one has it that there were 60.
_AT_MOST = re.compile(
    r"\b(?:up to|as (?:many|much|long|far|high) as|at (?:most|worst)|a maximum of|no more than)"
    r" (?:about |some )?$",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:most|maximum|up to|can|may|might|could|limit\w*|allowed|worst|no more|"
    r"as \w+ as|longest|highest|largest|possibl\w+|estimat\w+|at best)\b",
    re.I,
)


def upper_bound_kept(ground: Ground) -> Iterator[Finding]:
    """What is so many at most is not asked for as so many."""
    item = ground.item
    keys = [o.text for o in right(item)] or list(item.key)
    if item.kind not in _ASKED or len(keys) != 1:
        return
    key = words.read(keys[0])
    if len(key.tokens) > 2 or _OPEN.search(f"{item.stem} {keys[0]}"):
        return
    told = [t for t in ground.evidence.tokens if t.atom and t.atom in key.atoms]
    bound = [_AT_MOST.search(ground.evidence.text[: t.start]) for t in told]
    if told and all(bound) and bound[0]:
        yield error("bound-dropped", f"The source has “{bound[0].group()}{told[0].text}” only.")


def _told(ground: Ground) -> Iterator[tuple[Said, frozenset[Atom]]]:
    """What the item gives as so, with the numbers of it that are its own: a statement keyed true, a
    question with each of its keys."""
    item = ground.item
    if told_true(item):
        yield words.read(item.stem), _numbers(item.stem)
    elif item.kind in _ASKED:
        for key in [o.text for o in right(item)] or item.key:
            yield words.read(f"{item.stem} {key}"), _numbers(key)


def _numbers(text: str) -> frozenset[Atom]:
    return frozenset(a for a in words.read(text).atoms if a[0] == "number")


def _another(name: str, atom: Atom | None, ground: Ground) -> str | None:
    """The number that the source gives as such a measure, where it gives `atom` as none."""
    parts = [words.read(p) for s in ground.sentences
             for p in _SPLITS.split(ground.index.said(s).text) if p.strip()]  # fmt: skip
    theirs = [p for p in parts if atom in p.atoms]
    such = [p for p in parts if _PATTERNS[name].search(p.text)]
    if not theirs or any(p in such for p in theirs):
        return None
    return next((n for p in such if (n := _number(p))), None)


def _number(said: Said) -> str | None:
    found = [t.text for t in said.tokens if t.atom and t.atom[0] == "number"]
    return found[0] if len(found) == 1 else None


RULES: tuple[Rule, ...] = (of_the_measure_asked, upper_bound_kept)
