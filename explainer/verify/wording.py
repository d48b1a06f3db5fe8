"""Whether the words of a claim stand in its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.findings import Finding
from explainer.mention import PlaceMention
from explainer.verify.frame import Frame
from explainer.verify.index import Index, Line
from explainer.verify.relation import relation
from explainer.verify.tables import CUES, NEGATORS, POSSIBLE, REFUSERS, STRONG, opposites
from explainer.verify.words import Word, keys_of, lemma_of, stem_of
from explainer.word_set import word_set

# Words that other checks weigh.
_MONEY = word_set(
    "rupees crore lakh pound euro dollar rupee yen franc dinar percent cent currency sterling twice"
)
_SAID = word_set(
    "appeal warn deny admit accuse threaten promise demand urge reveal predict beg plead request "
    "allege criticise criticize interview"
)
_ELSEWHERE = _MONEY | NEGATORS | POSSIBLE | (CUES - _SAID) | REFUSERS | frozenset(STRONG)
_WEAK = 0.35


def wording_faults(
    index: Index, claim: Line, evidence: list[Line], near: list[Line]
) -> Iterator[Finding]:
    """An error for each word no sentence bears out, and for too many found only far away."""
    words = [w for w in claim.words if not w.generic and w.lemma not in _ELSEWHERE]
    words = [w for w in words if w.tag not in ("NAME", "NUM", "TIME") and w.text[:1].isalpha()]
    held = frozenset().union(*(line.keys for line in evidence))
    around = frozenset().union(*(line.keys for line in near))
    against = {lemma for line in evidence for lemma in line.lemmas}
    spelled = {t.low for line in near for t in line.tokens}
    kinds = {m.kind for line in near for m in line.mentions if isinstance(m, PlaceMention)}
    denied = any(t.low in NEGATORS or t.tag == "NOT" for t in claim.tokens)
    far: list[Word] = []
    missing: list[Word] = []
    deeds = {f.head.start: f for f in claim.frames}
    for word in words:
        keys = keys_of(word)
        if not held.isdisjoint(keys) or word.text.lower() in spelled or word.lemma in kinds:
            continue
        if denied and not against.isdisjoint(opposites(word.lemma)):
            continue  # "not optimistic" for "pessimistic"
        if not around.isdisjoint(keys) or not around.isdisjoint(_as_noun(word)):
            continue
        if _kin(word, near):
            continue
        deed = deeds.get(word.start)
        if word.lemma in _FREE or (deed is not None and _done_there(deed, near)):
            continue
        if index.holds(word):
            far.append(word)
        elif word.tag != "A":
            missing.append(word)
    few = len(missing) <= max(1, len(words) // _SHARE)
    if not few or not all(_is_slight(w, missing, words, held) for w in missing):
        for word in missing:
            yield _missing(word, "No sentence of the source speaks of")
    sure = sum(word.tag != "J" and word.tag != "A" for word in far)
    if sure or len(far) > _WEAK * len(words):
        for word in far:
            yield _missing(word, "The sentences that speak of this do not say")


def _is_slight(word: Word, missing: list[Word], words: list[Word], held: frozenset[str]) -> bool:
    """A single adjective, or a verb that tells no event of its own, among words that all stand
    in the sentences that speak of this."""
    others = [w for w in words if w not in missing]
    if len(others) < _ENOUGH or any(held.isdisjoint(keys_of(w)) for w in others):
        return False
    return word.tag == "J" or (word.tag in _DEEDS and word.lemma not in EVENTS)


_ENOUGH = 3
# One such word in so many.
_SHARE = 6
_DEEDS = frozenset({"V", "VF", "VN", "VG"})
# What happens by these is news of its own.
EVENTS = word_set(
    "abduct abuse accuse acquit admit ambush apologise apologize appeal approve arrest attack ban "
    "bar deny dismiss ignore oppose promise threaten warn welcome "
    "bomb bribe burn cancel charge clash collapse condemn confess confirm convict crash "
    "criticise criticize defeat deny destroy detain die divorce drown escape evacuate execute "
    "expel explode fire fine flee forge ground hack hijack hide impeach injure invade jail kidnap "
    "kill leak lie lose marry mock murder overturn pardon poison praise quit raid rape recall "
    "refuse reject resign rob sack sell sentence shell shoot sink smuggle stab steal storm strike "
    "sue surrender suspend threaten torture veto walk warn win withdraw wound"
)


def _as_noun(word: Word) -> tuple[str, ...]:
    """The keys of a word as a noun, where the tagger took it for a verb ("the Rovers ground")."""
    lemma = lemma_of(word.text.lower(), False)
    if word.tag not in ("VF", "VN", "V") or lemma == word.lemma:
        return ()
    return keys_of(Word(word.text, lemma, stem_of(lemma), "N", word.start, False))


# A retelling may bring these in: they say no more than the words beside them.
_FREE = word_set(
    "scene incident disaster tragedy key major top leading main former official officials "
    "st nd rd th mr mrs ms date "
    "allow permit plan intend aim contribute suffer face undergo experience period era money cash "
    "sum safety broken sale size job "
    "somebody anybody anyone someone aged age"
)


def is_told(claim: Line, word: Word, lines: list[Line]) -> bool:
    """Whether the sentences have the word, one that may stand for it or one of its kin, or it is
    one that a retelling may bring in."""
    held = frozenset().union(*(line.keys for line in lines))
    if not held.isdisjoint(keys_of(word)) or not held.isdisjoint(_as_noun(word)):
        return True
    if word.lemma in _ELSEWHERE:
        return True
    deed = next((f for f in claim.frames if f.head.start == word.start), None)
    told = deed is not None and _done_there(deed, lines)
    return told or word.lemma in _FREE or _kin(word, lines)


def _done_there(deed: Frame, near: list[Line]) -> bool:
    """ "Quit" where the source has "gave up"."""
    return any(relation(deed, f) not in (None, "opposite") for line in near for f in line.frames)


_CAUSAL = word_set(
    "because due since as cause lead result so therefore owing thanks consequence reason trigger "
    "spark prompt force why after"
)


def reason_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """A reason the source does not give: no sentence with a word of reason says most of it."""
    giving = [line for line in evidence if _gives_reason(line)]
    for token in claim.tokens:
        if token.low not in ("because", "therefore"):
            continue
        end = next((t.start for t in claim.tokens if t.start > token.start and t.low == ","),
                   claim.sentence.end)  # fmt: skip
        reason = [w for w in claim.words if token.start < w.start < end and not w.generic]
        if token.low == "therefore":
            reason = []
        if not any(_holds_half(line, reason) for line in giving):
            yield Finding(
                code="reason-added",
                severity="error",
                message="The source gives no reason for this.",
                start=token.start,
                end=token.end,
            )


def _gives_reason(line: Line) -> bool:
    return not _CAUSAL.isdisjoint({t.low for t in line.tokens} | line.lemmas)


def _holds_half(line: Line, words: list[Word]) -> bool:
    held = sum(not line.keys.isdisjoint(keys_of(w)) for w in words)
    return 2 * held >= len(words) if len(words) > 2 else held == len(words)


def _kin(word: Word, lines: list[Line]) -> bool:
    """Related words share a beginning: "strategic", "strategy"."""
    if len(word.lemma) < 5:
        return False
    least = max(5, len(word.lemma) - 4)
    start = word.lemma[:least]
    return any(w.lemma.startswith(start) for line in lines for w in line.words)


def _missing(word: Word, what: str) -> Finding:
    return Finding(
        code="word-not-in-source",
        severity="error",
        message=f'{what} "{word.text}".',
        start=word.start,
        end=word.start + len(word.text),
    )
