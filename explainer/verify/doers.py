"""Who acts in each verb of a sentence, and who is acted on."""

from __future__ import annotations

from explainer.extract.words import Token
from explainer.verify.frame import Frame
from explainer.verify.phrases import antecedent, bare_subject, phrase_after
from explainer.verify.tables import groups_of
from explainer.verify.verb_groups import PARTICLES
from explainer.verify.words import lemma_of
from explainer.word_set import word_set

# Of "told them to go" those told go; of "promised them to go" who promised.
_MOVES_OBJECT = word_set(
    "persuade convince order tell ask urge force allow help want permit enable require oblige "
    "invite encourage warn instruct compel cause lead get expect advise beg call command forbid "
    "accuse blame suspect prevent stop keep appeal plead"
)
ORDERS = word_set("order tell ask urge force direct instruct command allow require oblige")
# "Called on the council to act": whom they ask stands after a small word.
_ASK = frozenset({"call", "appeal", "plead"})


def fill(found: list[Frame], at: int) -> None:
    """Give the verb at `at` who acts and who is acted on."""
    frame = found[at]
    tokens = frame.tokens
    subject = _subject(found, at)
    stop = frame.end
    after = phrase_after(tokens, frame.verb_end, stop)
    asks = frame.lemma in _ASK and frame.verb_end < stop
    if asks and not after and tokens[frame.verb_end].low in ("on", "upon", "to"):
        after = phrase_after(tokens, frame.verb_end + 1, stop)
    if not after and frame.verb_end < stop and _is_particle(frame):
        after = phrase_after(tokens, frame.verb_end + 1, stop)
    if frame.passive:
        last = next((f.begin for f in found[at + 1 :] if f.kind != "gerund"), len(tokens))
        last = max(last, stop)
        by = next((i for i in range(frame.verb_end, last) if tokens[i].low == "by"), None)
        frame.doer = phrase_after(tokens, by + 1, last) if by is not None else []
        frame.done = subject
    else:
        frame.doer, frame.done = subject, after
        if frame.kind == "relative" and not after and frame.opener in ("which", "that", "whom"):
            own = bare_subject(tokens, frame.begin, frame.verb)
            if own:
                frame.done = antecedent(tokens, frame.begin)


def _is_particle(frame: Frame) -> bool:
    """ "Passed on the claims": verb and small word are one in the dictionary of what is alike."""
    word = frame.tokens[frame.verb_end].low
    return word in PARTICLES and bool(groups_of(f"{frame.lemma}_{word}"))


def _subject(found: list[Frame], at: int) -> list[Token]:
    frame = found[at]
    tokens = frame.tokens
    before = found[at - 1] if at else None
    if frame.kind in ("infinitive", "gerund"):
        return _controller(found, at)
    if frame.kind == "participle":
        opens = frame.verb == 0 and at + 1 < len(found)
        # "Founded in 1974, the club moved": what opens a sentence is said of its subject.
        return _subject(found, at + 1) if opens else antecedent(tokens, frame.verb)
    own = bare_subject(tokens, frame.begin, frame.verb)
    if frame.kind == "relative":
        own = [] if [t.low for t in own] == ["who"] else own
        if frame.opener == "whose":
            # Not "Ann Lee", but her mother, in "Ann Lee, whose mother sings".
            at = next((i for i, t in enumerate(own) if t.low == "whose"), -1)
            return own[at + 1 :] or own
        return own if own else antecedent(tokens, frame.begin)
    if own:
        return own
    if before is not None and before.kind in ("relative", "participle") and not _joined(frame):
        return antecedent(tokens, before.begin if before.kind == "relative" else before.verb)
    return _surface(found, at)


def _joined(frame: Frame) -> bool:
    at = frame.begin - 1
    return at >= 0 and frame.tokens[at].tag == "C"


def _surface(found: list[Frame], at: int) -> list[Token]:
    """The subject of the finite verb before, for "came and saw"."""
    for other in reversed(found[:at]):
        if other.kind in ("main", "content", "relative", "adverbial"):
            return other.done if other.passive else other.doer
    return []


def _controller(found: list[Frame], at: int) -> list[Token]:
    frame = found[at]
    if frame.under is None:
        return _surface(found, at)
    over = frame.under
    if over.passive or not over.done or lemma_of(over.lemma, True) not in _MOVES_OBJECT:
        return over.done if over.passive else over.doer
    return over.done
