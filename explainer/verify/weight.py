"""What fells a claim worded freely, and what is only pointed out.

A free summary has words of its own, and its verbs may fit a sentence that tells of another deed.
Weighed by several sets of claims together, written by hand and made by change (`tests/verify`):

| what differs | weighs |
|---|---|
| a number, date, name or speaker that follows from nothing told (`allowed`) | an error |
| who did it, when, where, how certainly: the verb is the source's own or its opposite, and more
  than a third of the words around it stand around the other | an error |
| the same, held against a verb of like meaning, or with fewer words shared | a warning |
| a word no sentence holds, in a claim of fewer than `_SHORT` words that say something | an error |
| such a word that names an event of its own ("resigned", "was arrested") | an error |
| such a word that is the opposite of one of the evidence | an error |
| two or more such words that a preposition brings in ("despite heavy fog") | an error |
| any other such word, while they are at most `_SHARE` of the words | a warning |
| more of them than that | errors |

How near the claim keeps to the wording of its source is weighed too (`follows`). In one that has
hardly a run of words with any sentence a missing word tells little: what a preposition brings in
and what sums up a speech ("praised") are warnings, and `_SHORT_LOOSE` words are enough. One that
follows a sentence word for word is read as an edit of it, and what it brings in is an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from explainer.findings import Finding
from explainer.verify.compare import Held, words_beside
from explainer.verify.follows import is_loose
from explainer.verify.frame import Frame
from explainer.verify.index import Line
from explainer.verify.tables import opposites
from explainer.verify.wording import EVENTS
from explainer.verify.words import Word
from explainer.word_set import word_set

_SHORT = 6
_SHORT_LOOSE = 4
_SHARE = 0.5
_SOFT = "word-not-in-source"
_DEEDS = frozenset({"V", "VF", "VN", "VG"})


def weighed(claim: Line, evidence: list[Line], findings: list[Finding]) -> list[Finding]:
    """The findings of one sentence, with the words that weigh little as warnings."""
    soft = [f for f in findings if f.code == _SOFT]
    words = [w for w in claim.words if not w.generic]
    loose = is_loose(claim, evidence)
    if (
        not soft
        or len(words) < (_SHORT_LOOSE if loose else _SHORT)
        or len(soft) > _SHARE * len(words)
    ):
        return findings
    missing = {f.start for f in soft}
    by_start = {w.start: w for w in words}
    told = {lemma for line in evidence for lemma in line.lemmas}
    added = set() if loose else set(_added(claim, missing))
    return [
        f
        if f.code != _SOFT or f.start in added or _is_main(by_start.get(f.start or 0), told, loose)
        else as_warning(f)
        for f in findings
    ]


def is_same_deed(claim: Line, mine: Frame, held: Held) -> bool:
    """Whether what differs between the two verbs counts: the verb is the same or its opposite,
    and more than a third of the words around it stand around the other."""
    words = {w.start for w in words_beside(claim, mine) if not w.generic}
    return held.how == "opposite" or (held.how != "alike" and 3 * held.shared > len(words))


def doubted(held: Held) -> list[Finding]:
    """What differs, as warnings; but whether it was done at all is told by the verb itself."""
    sure = _SURE if held.how == "same" else _SURE_OF_ANY
    return [f if f.code in sure else as_warning(f) for f in held.faults]


_SURE_OF_ANY = frozenset({"opposite-word"})
_SURE = _SURE_OF_ANY | {"certainty-raised", "negation-dropped", "attribution-dropped"}


def as_warning(finding: Finding) -> Finding:
    return finding.model_copy(update={"severity": "warning"})


def _is_main(word: Word | None, told: set[str], loose: bool) -> bool:
    if word is None:
        return True
    events = EVENTS - _OPINIONS if loose else EVENTS
    event = word.tag in _DEEDS and word.lemma in events
    return event or not told.isdisjoint(opposites(word.lemma))


# How a writer sums up what was said, or who came off well.
_OPINIONS = word_set("praise criticise criticize condemn defeat lose win")


def _added(claim: Line, missing: set[int | None]) -> Iterator[int]:
    """Where the words stand that a preposition brings in, two or more, each noun missing."""
    tokens = claim.tokens
    for at, token in enumerate(tokens):
        if token.tag != "P":
            continue
        phrase = []
        for after in tokens[at + 1 :]:
            if after.tag not in ("D", "S", "J", "N", "NAME", "NUM", "TIME", "A"):
                break
            phrase.append(after)
        own = [t for t in phrase if t.tag not in ("D", "S", "A")]
        nouns = {t.start for t in own if t.tag != "J"}
        if len(own) > 1 and nouns and missing.issuperset(nouns):
            yield from nouns
