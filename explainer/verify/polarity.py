"""Whether the claim denies what the source denies, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.clauses import Clause
from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.pairs import (
    SAID,
    Pair,
    clause_words,
    pairs,
    roles_swapped,
)
from explainer.verify.tables import (
    CUES,
    NEGATORS,
    REFUSERS,
    opposites,
    synonyms,
)
from explainer.verify.words import keys_of, lemma_of

# "not more than 5,000" bounds a number, "not only" adds: neither denies.
_NO_DENIAL = re.compile(
    r"\b(?:not?|n't|never)\s+(?:\w+\s+){0,2}?(?:more|less|fewer|later|earlier|only|just|merely)\b",
    re.IGNORECASE,
)


def polarity_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """What the source denies the claim denies, and no more; opposite words turn it round."""
    for pair in pairs(claim, evidence):
        if pair.mine.lemma in SAID and pair.theirs.lemma not in CUES:
            continue  # what is said is a clause of its own
        turned = _turned(pair)
        alike = synonyms(pair.mine.lemma, pair.theirs.lemma)
        mine_counted = {lemma_of(word.lower(), True) for word, _ in turned}
        theirs_counted = {other for _, other in turned}
        if alike:
            mine_counted.add(pair.mine.lemma)
            theirs_counted.add(pair.theirs.lemma)
        mine = _denials(pair.mine, mine_counted)
        theirs = _denials(pair.theirs, theirs_counted)
        both_turned = len(turned) > 1 and not mine and not theirs and not roles_swapped(pair)
        if (len(mine) + len(theirs) + len(turned)) % 2 == 0 and not both_turned:
            continue
        if len(turned) == 1 and not mine and not theirs and roles_swapped(pair):
            continue  # "A beat B", "B lost to A"
        if turned:
            word, other = turned[0]
            yield fault("opposite-word", word, f'turns "{other}" of the source round')
        elif mine:
            yield fault("negation-added", mine[0], "denies what the source says")
        else:
            yield fault("negation-dropped", pair.mine.lemma, f'is denied there ("{theirs[0]}")')


def _denials(clause: Clause, counted: set[str]) -> list[str]:
    """Words that deny, but for those `counted` as opposites already."""
    tokens = clause.tokens[clause.begin : clause.end]
    if not tokens:
        return []
    text = " ".join(t.text for t in tokens)
    bounds = sum(1 for _ in _NO_DENIAL.finditer(text))
    found = []
    for token in tokens:
        low = token.low.replace("’", "'")
        denies = low in NEGATORS or low.endswith("n't") or token.tag == "NOT"
        if not denies and token.tag in ("VF", "V", "VN", "VG", "J"):
            lemma = lemma_of(low, True)
            denies = lemma in REFUSERS and lemma not in counted
        if denies:
            found.append(token.text)
    return found[min(bounds, len(found)) :]


def _turned(pair: Pair) -> list[tuple[str, str]]:
    """Words of the claim whose opposite stands in their place in the evidence."""
    mine, theirs = clause_words(pair.mine), clause_words(pair.theirs)
    lemmas = {w.lemma for w in theirs}
    own = {w.lemma for w in mine}
    keys = {key for word in theirs for key in keys_of(word)}
    found = []
    for word in mine:
        if word.lemma in lemmas or not keys.isdisjoint(keys_of(word)):
            continue
        for other in sorted(opposites(word.lemma) & lemmas):
            if other not in own:
                found.append((word.text, other))
                break
    return found
