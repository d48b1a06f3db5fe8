"""Who does what to whom, whether it is denied, and how certain it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from explainer.extract.clauses import Clause, phrase_end
from explainer.extract.word_set import word_set
from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.mention import PlaceMention
from explainer.verify_index import Line
from explainer.verify_tables import (
    CUES,
    FUTURE,
    GENERIC,
    NEGATORS,
    POSSIBLE,
    REFUSERS,
    STRONG,
    opposites,
    synonyms,
)
from explainer.verify_words import Word, keys_of, lemma_of, words_of

# "not more than 5,000" bounds a number, "not only" adds: neither denies.
_NO_DENIAL = re.compile(
    r"\b(?:not?|n't|never)\s+(?:\w+\s+){0,2}?(?:more|less|fewer|later|earlier|only|just|merely)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Pair:
    """A clause of the claim beside the clause of the evidence that says most of it."""

    claim: Line
    mine: Clause
    told: Line
    theirs: Clause


def _pairs(claim: Line, evidence: list[Line]) -> Iterator[_Pair]:
    for mine in claim.clauses:
        best: tuple[float, _Pair] | None = None
        for line in evidence:
            for theirs in line.clauses:
                score = _likeness(mine, theirs)
                if score > 0 and (best is None or score > best[0]):
                    best = score, _Pair(claim, mine, line, theirs)
        if best is not None:
            yield best[1]


def _likeness(mine: Clause, theirs: Clause) -> float:
    same = mine.lemma == theirs.lemma
    alike = synonyms(mine.lemma, theirs.lemma) or theirs.lemma in opposites(mine.lemma)
    words, others = _clause_words(mine), _clause_words(theirs)
    keys = {key for word in others for key in keys_of(word)}
    verb = mine.tokens[mine.verb].start
    # What is said of the subject tells more than the subject.
    shared = sum(
        1.0 + (w.start > verb) for w in words if not w.generic and not keys.isdisjoint(keys_of(w))
    )
    against = {w.lemma for w in others}
    shared += sum(not against.isdisjoint(opposites(w.lemma)) for w in words)
    said = {w.lemma for w in others if w.tag in ("VF", "V", "VN", "VG")}
    shared += 1.0 * (mine.lemma in said and mine.lemma not in GENERIC and not same)
    if _subject_shared(mine, theirs):
        shared += 1.0
    alone = 1.5 if same and mine.lemma not in GENERIC else 1.0 if alike else 0.3 if same else 0.0
    return shared + alone if shared else (alone if alone >= 1.0 else 0.0)


def _subject_shared(mine: Clause, theirs: Clause) -> bool:
    one, two = (c.tokens[c.subject : c.subject_end] for c in (mine, theirs))
    return any(t.tag == "N" for t in one) and bool(_stems(one) & _stems(two))


def _clause_words(clause: Clause) -> list[Word]:
    return words_of(clause.tokens[clause.begin : clause.end])


def polarity_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """What the source denies the claim denies, and no more; opposite words turn it round."""
    for pair in _pairs(claim, evidence):
        if pair.mine.lemma in _SAID and pair.theirs.lemma not in CUES:
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
        if (len(mine) + len(theirs) + len(turned)) % 2 == 0:
            continue
        if len(turned) == 1 and not mine and not theirs and _roles_swapped(pair):
            continue  # "A beat B", "B lost to A"
        if turned:
            word, other = turned[0]
            yield _fault("opposite-word", word, f'turns "{other}" of the source round')
        elif mine:
            yield _fault("negation-added", mine[0], "denies what the source says")
        else:
            yield _fault("negation-dropped", pair.mine.lemma, f'is denied there ("{theirs[0]}")')


_SAID = frozenset({"say", "tell", "state", "add", "explain", "note", "warn", "write"})


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


def _turned(pair: _Pair) -> list[tuple[str, str]]:
    """Words of the claim whose opposite stands in their place in the evidence."""
    mine, theirs = _clause_words(pair.mine), _clause_words(pair.theirs)
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


def role_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """Whoever acts in the claim acts in the source."""
    for pair in _pairs(claim, evidence):
        if pair.mine.lemma != pair.theirs.lemma and not synonyms(
            pair.mine.lemma, pair.theirs.lemma
        ):
            if _verb_changed(pair):
                yield _fault(
                    "verb-changed",
                    pair.mine.lemma,
                    f'stands where the source has "{pair.theirs.lemma}"',
                )
            continue
        if pair.mine.lemma in _SAID:
            continue  # "said Ivo Martin": who speaks is the voice's matter
        if _roles_swapped(pair):
            agent = " ".join(_agent_and_patient(pair.mine)[2]) or pair.mine.lemma
            yield _fault("roles-reversed", agent, "does here what is done to it in the source")
        if place := _place_changed(pair):
            yield _fault("place-changed", place, "is not where this is in the source")
        elif _subject_changed(pair):
            agent = " ".join(_agent_and_patient(pair.mine)[2])
            yield _fault("subject-changed", agent, "is not who does this in the source")
    yield from _directions(claim, evidence)
    yield from attachment_faults(claim, evidence)


_SAYS_LITTLE = GENERIC | CUES | FUTURE | REFUSERS


def _verb_changed(pair: _Pair) -> bool:
    """The clauses agree in nearly all but their verbs, which say different things."""
    mine, theirs = pair.mine.lemma, pair.theirs.lemma
    if mine in _SAYS_LITTLE or theirs in _SAYS_LITTLE:
        return False
    others = _clause_words(pair.theirs)
    keys = {key for word in others for key in keys_of(word)}
    words = [w for w in _clause_words(pair.mine) if not w.generic]
    verbs = [w for w in words if w.lemma == mine]
    if not verbs or any(not keys.isdisjoint(keys_of(w)) for w in verbs):
        return False
    rest = [w for w in words if w.lemma != mine]
    shared = sum(not keys.isdisjoint(keys_of(w)) for w in rest)
    return len(rest) >= 2 and shared >= 0.7 * len(rest)


def _roles_swapped(pair: _Pair) -> bool:
    agent, patient, _ = _agent_and_patient(pair.mine)
    other_agent, other_patient, _ = _agent_and_patient(pair.theirs)
    moved_agent = bool(agent & other_patient) and not agent & other_agent
    moved_patient = bool(patient & other_agent) and not patient & other_patient
    return moved_agent or moved_patient


def _subject_changed(pair: _Pair) -> bool:
    """Both name who acts, and name different ones."""
    mine, theirs = _named(pair.mine), _named(pair.theirs)
    if not mine or not theirs or pair.mine.lemma in ("be", "have", "say", "tell"):
        return False
    if pair.mine.passive != pair.theirs.passive:
        return False
    agent, other = _agent_and_patient(pair.mine)[0], _agent_and_patient(pair.theirs)[0]
    return not mine & theirs and not agent & other


def _place_changed(pair: _Pair) -> str | None:
    """A place the claim puts this in, where the source puts it in others only."""
    mine, theirs = _where(pair.mine), _where(pair.theirs)
    if not theirs or pair.mine.lemma != pair.theirs.lemma:
        return None
    said = {stem for stems in theirs for stem in stems}
    told = {key for w in pair.told.words for key in keys_of(w)} if len(theirs) > 1 else said
    for stems in mine:
        if said.isdisjoint(stems) and not said & {f"~{s[:5]}" for s in stems}:
            here = [t.text for t in pair.mine.tokens if isinstance(t.mention, PlaceMention)]
            if told.isdisjoint(stems) or len(theirs) == 1:
                return here[0] if here else None
    return None


def _where(clause: Clause) -> list[set[str]]:
    """Names of the places after "in" or "at"."""
    found = []
    for before, token in pairwise(clause.tokens[clause.verb_end : clause.end]):
        if isinstance(token.mention, PlaceMention) and before.low in ("in", "at", "near"):
            found.append({w.stem for w in words_of([token])})
    return found


def _named(clause: Clause) -> set[str]:
    tokens = clause.tokens[clause.subject : clause.subject_end]
    return {w.stem for w in words_of(tokens) if w.tag == "NAME"}


def _agent_and_patient(clause: Clause) -> tuple[set[str], set[str], list[str]]:
    """Stems of who acts, of who is acted on, and the words of the first."""
    tokens = clause.tokens
    subject = tokens[clause.subject : clause.subject_end]
    if not subject and clause.kind == "relative" and clause.begin > 0:
        subject = tokens[max(0, clause.begin - 3) : clause.begin]
    at = clause.verb_end
    while at < clause.end and tokens[at].tag == "A":
        at += 1
    than = next((i for i in range(at, clause.end) if tokens[i].low == "than"), None)
    if clause.passive:
        by = next((i for i in range(at, clause.end) if tokens[i].low == "by"), None)
        doer = tokens[by + 1 : phrase_end(tokens, by + 1, clause.end)] if by is not None else []
        return _stems(doer), _stems(subject), [t.text for t in doer]
    if than is not None:
        done = tokens[than + 1 : phrase_end(tokens, than + 1, clause.end)]
    else:
        at += at < clause.end and tokens[at].low in ("to", "on", "at", "against", "with", "over")
        done = tokens[at : phrase_end(tokens, at, clause.end)]
    return _stems(subject), _stems(done), [t.text for t in subject]


def _stems(tokens: list[Token]) -> set[str]:
    named = [w for w in words_of(tokens) if w.tag in ("N", "NAME")]
    return {w.stem for w in named} | {w.text.lower() for w in named}


_TIES = frozenset({"of", "from", "for", "with", "against", "off", "by"})
_ORDER = word_set("first second third fourth fifth sixth seventh eighth ninth tenth last next")


def attachment_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "director of the gallery" is not "director of the academy"."""
    told: dict[tuple[str, str], set[str]] = {}
    for line in evidence:
        for head, tie, tail, _ in _ties(line):
            told.setdefault((head, tie), set()).update(tail)
    for head, tie, tail, word in _ties(claim):
        known = told.get((head, tie))
        if known and tail and known.isdisjoint(tail):
            yield _fault("of-something-else", word, "is not what the source joins to this")


def _ties(line: Line) -> Iterator[tuple[str, str, set[str], str]]:
    """A word, the preposition after it, and what hangs on it; an order and what it counts."""
    tokens = line.tokens
    for at in range(1, len(tokens) - 1):
        low = tokens[at].low
        if low in _ORDER and tokens[at + 1].tag == "N":
            for word in words_of([tokens[at + 1]]):
                yield word.stem, "order", {low}, tokens[at].text
        if low not in _TIES:
            continue
        heads = words_of([tokens[at - 1]])
        end = max(phrase_end(tokens, at + 1, len(tokens)), at + 2)
        tails = [w for w in words_of(tokens[at + 1 : end]) if not w.generic]
        tails = [w for w in tails if w.tag not in ("TIME", "NUM")]
        if heads and tails and not heads[-1].generic:
            keys = {key for word in tails for key in keys_of(word)}
            yield heads[-1].stem, low, keys, tails[-1].text


_WAYS = {"from": "to", "to": "from", "before": "after", "after": "before"}


def _directions(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "from A to B" is not "from B to A"."""
    told = {way for line in evidence for way in _ways(line)}
    mine = _ways(claim)
    for word, stem in mine:
        if (word, stem) in told:
            continue
        other_way = (_WAYS[word], stem) in told and any(w == word for w, _ in told)
        other_end = word == "from" and any(w == word for w, _ in told) and _in(stem, evidence)
        if other_way or other_end:
            yield _fault("roles-reversed", word, "points the other way in the source")
            return


def _in(stem: str, evidence: list[Line]) -> bool:
    return any(t.low == stem for t in evidence[0].tokens)


def _ways(line: Line) -> list[tuple[str, str]]:
    found = []
    for at, token in enumerate(line.tokens[:-1]):
        if token.low in _WAYS:
            for after in line.tokens[at + 1 : at + 6]:
                if after.tag in ("NAME", "N", "NUM", "TIME"):
                    found.append((token.low, after.low))
                elif after.tag not in ("D", "J", "S"):
                    break
    return found


def strength_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """The claim is no more general and no more certain than the source."""
    yield from _quantifiers(claim, evidence)
    for pair in _pairs(claim, evidence):
        if pair.mine.lemma == "be" and pair.theirs.lemma != "be":
            continue  # what a place or a person is stands beside what may happen there
        mine, theirs = _certainty(pair.mine, None), _certainty(pair.theirs, pair.mine)
        if mine[0] == theirs[0] or (theirs[0] == "future" and _is_under_way(pair.mine)):
            continue
        if mine[0] == "fact":
            yield _fault(
                "certainty-raised", pair.mine.lemma, f'is only "{theirs[1]}" in the source'
            )
        elif theirs[0] == "fact" or mine[1] != theirs[1]:
            yield _fault("certainty-changed", mine[1], "is not how the source puts it")
    if_there = any(t.low in ("if", "unless") for t in evidence[0].tokens)
    if if_there and not any(t.low in _CONDITIONS for t in claim.tokens):
        yield from _condition_dropped(claim, evidence[0])


_CONDITIONS = frozenset({"if", "unless", "provided", "when", "depends", "conditional", "whether"})


def _condition_dropped(claim: Line, line: Line) -> Iterator[Finding]:
    for pair in _pairs(claim, [line]):
        later = [c for c in line.clauses if c.tokens[c.begin].low in ("if", "unless")]
        if pair.theirs.kind == "main" and later and pair.theirs not in later:
            condition = line.tokens[later[0].begin].text
            yield _fault("condition-dropped", pair.mine.lemma, f'holds only "{condition} …"')
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
                yield _fault("quantifier-raised", token.text, "is more than the source says")
        elif highest < strength:
            yield _fault("quantifier-raised", token.text, "is more than the source says")


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


def _fault(code: str, word: str, why: str) -> Finding:
    return Finding(code=code, severity="error", message=f'"{word}" {why}.')
