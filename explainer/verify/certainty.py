"""Whether the claim is as certain and as general as the source."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.clauses import Clause
from explainer.extract.word_set import word_set
from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.pairs import (
    pairs,
)
from explainer.verify.tables import (
    FUTURE,
    POSSIBLE,
    STRONG,
)
from explainer.verify.words import lemma_of


def strength_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """The claim is no more general and no more certain than the source."""
    yield from _quantifiers(claim, evidence)
    for pair in pairs(claim, evidence):
        if pair.mine.lemma == "be" and pair.theirs.lemma != "be":
            continue  # what a place or a person is stands beside what may happen there
        mine, theirs = _certainty(pair.mine, None), _certainty(pair.theirs, pair.mine)
        if mine[0] == theirs[0] or (theirs[0] == "future" and _is_under_way(pair.mine)):
            continue
        if mine[0] == "fact" and pair.mine.lemma in _PLANNED and theirs[0] == "future":
            continue
        if mine[0] == "possible" and theirs[0] == "future" and _leaves_open(mine[1], theirs[1]):
            continue
        if mine[0] == "fact":
            yield fault("certainty-raised", pair.mine.lemma, f'is only "{theirs[1]}" in the source')
        elif theirs[0] == "fact" or mine[1] != theirs[1]:
            yield fault("certainty-changed", mine[1], "is not how the source puts it")
    yield from _question_answered(claim, evidence)
    if_there = any(t.low in ("if", "unless") for t in evidence[0].tokens)
    if if_there and not any(t.low in _CONDITIONS for t in claim.tokens):
        yield from _condition_dropped(claim, evidence[0])


_PLANNED = frozenset({"plan", "intend", "want", "aim"})


def _leaves_open(mine: str, theirs: str) -> bool:
    """ "can still fly" where flights will go on; "could strike" where they threaten to."""
    low = theirs.lower()
    return mine.lower() in ("can", "cannot") or low.startswith(("threat", "offer", "intend"))


_CONDITIONS = frozenset({"if", "unless", "provided", "when", "depends", "conditional", "whether"})


_OPEN = word_set(
    "whether if unclear unknown question investigate investigating examine examining ask asked "
    "check checking study may might could possibly perhaps"
)


def _question_answered(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "whether a heater was the cause" leaves open whether it was."""
    if any(t.low in _OPEN for t in claim.tokens):
        return
    for pair in pairs(claim, evidence):
        theirs = pair.theirs
        if theirs.begin >= 0 and theirs.tokens[theirs.begin].low == "whether":
            yield fault("certainty-raised", pair.mine.lemma, 'is only asked there ("whether")')
            return


def _condition_dropped(claim: Line, line: Line) -> Iterator[Finding]:
    for pair in pairs(claim, [line]):
        later = [c for c in line.clauses if c.tokens[c.begin].low in ("if", "unless")]
        if pair.theirs.kind == "main" and later and pair.theirs not in later:
            condition = line.tokens[later[0].begin].text
            yield fault("condition-dropped", pair.mine.lemma, f'holds only "{condition} …"')
            return


def _quantifiers(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    told = {t.low for line in evidence for t in line.tokens}
    highest = max((STRONG.get(word, -1) for word in told), default=-1)
    for token in claim.tokens:
        strength = STRONG.get(token.low, -1)
        if strength < 2 or token.low in told or token.low in ("never", "none"):
            continue
        if token.low in _ALONE:
            if told.isdisjoint(_ALONE | {"just", "sole", "exclusive"}):
                yield fault("quantifier-raised", token.text, "is more than the source says")
        elif highest < strength:
            yield fault("quantifier-raised", token.text, "is more than the source says")


_ALONE = frozenset({"only", "solely", "exclusively"})


def _certainty(clause: Clause, like: Clause | None) -> tuple[str, str]:
    """ "fact", "future" or "possible", with the word that makes it so."""
    tokens = clause.tokens[clause.begin : clause.end]
    stop = _verb_at(clause, like)
    for token in tokens:
        if token.start > stop:
            break
        low = token.low
        if token.tag == "MOD" or low in ("likely", "possibly", "perhaps", "maybe", "probably"):
            if low in POSSIBLE:
                return "possible", token.text
            if low in FUTURE or low in ("must", "should", "shall"):
                return "future", token.text
        elif token.tag in ("HAVE", "BE") and token.start < stop and _is_followed(tokens, token):
            return "future", token.text
        elif token.tag in ("VF", "VG", "VN", "V") and token.start < stop:
            lemma = lemma_of(low, True)
            if lemma in FUTURE and any(t.tag == "TO" for t in tokens if t.start > token.start):
                return "future", token.text
        elif low in ("ready", "able", "set", "due") and token.start < stop:
            return "future", token.text
        if low in _TO_COME and token.tag == "VN" and token.start <= stop:
            return "future", token.text
    return "fact", ""


def _is_under_way(clause: Clause) -> bool:
    """ "Schools are staying open": of now and of what is planned."""
    group = clause.tokens[clause.verb : clause.verb_end]
    return group[0].tag == "BE" and not clause.past and group[-1].tag == "VG"


def _is_followed(tokens: list[Token], token: Token) -> bool:
    """ "has to": must."""
    at = next(i for i, t in enumerate(tokens) if t is token)
    return at + 1 < len(tokens) and tokens[at + 1].tag == "TO"


_TO_COME = word_set("expected scheduled planned projected forecast predicted")


def _verb_at(clause: Clause, like: Clause | None) -> int:
    """Where the verb stands whose certainty is asked: the one the other clause has."""
    lemma = like.lemma if like is not None else clause.lemma
    last = clause.tokens[clause.verb_end - 1].start
    for token in clause.tokens[clause.verb : clause.end]:
        if token.tag in ("VF", "V", "VN", "VG") and lemma_of(token.low, True) == lemma:
            return max(last, token.start)
    return last
