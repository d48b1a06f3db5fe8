"""Whether a deed is denied, possible, planned or conditional in a claim as in the source."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.words import word_forms
from explainer.findings import Finding
from explainer.verify.fault import fault
from explainer.verify.frame import Frame
from explainer.verify.index import Line
from explainer.verify.relation import Relation
from explainer.verify.status import Mark, marks_of
from explainer.verify.tables import CUES
from explainer.verify.voice import FACTIVE, attributed
from explainer.word_set import word_set

# Which classes of the claim are no more than the class of the source.
_WEAKER = {
    "will": word_set("will commit plan likely possible can duty"),
    "plan": word_set("plan commit possible can asked"),
    "commit": word_set("commit plan will likely possible can asked duty"),
    "likely": word_set("likely possible plan commit"),
    "possible": word_set("possible can"),
    "can": word_set("can possible asked duty"),
    "duty": word_set("duty will can asked commit plan"),
    "try": word_set("try plan commit asked"),
    "asked": word_set("asked plan commit try duty will"),
    "almost": word_set("almost"),
    "if": word_set("if possible"),
    "whether": word_set("whether possible"),
    "disputed": word_set("disputed"),
}
_ORDER = ("disputed", "whether", "if", "almost", "try", "asked", "plan", "commit", "possible",
          "likely", "duty", "will", "can")  # fmt: skip


def mood_faults(
    claim: Line, mine: Frame, line: Line, theirs: Frame, how: Relation
) -> Iterator[Finding]:
    here, there = marks_of(mine), marks_of(theirs)
    yield from _denials(mine, here, there, how, theirs)
    yield from _certainty(mine, theirs, here, there)
    yield from _condition(claim, mine, line, theirs)
    yield from _no_longer(mine, theirs)
    over = theirs.under
    told = theirs.kind == "content" and over is not None and over.lemma in CUES - FACTIVE
    told = told or (theirs.kind == "gerund" and over is not None and over.lemma in _ACCUSES)
    if told and over is not None and not attributed(claim):
        message = f'The source leaves this to someone who says so ("{over.head.text}").'
        yield Finding(code="attribution-dropped", severity="error", message=message)


_ACCUSES = word_set("accuse suspect")
_BEGINS = word_set("start begin open close end retire launch return resume expire")
_ONCE = word_set("once formerly previously")


def _no_longer(mine: Frame, theirs: Frame) -> Iterator[Finding]:
    """ "once produced" is no "produces"."""
    before = theirs.tokens[max(theirs.begin - 1, 0) : theirs.verb]
    begins = (
        theirs.lemma in _BEGINS and theirs.group[0].tag in ("VF", "VN") and not _is_past(theirs)
    )
    if begins and mine.group[0].tag == "VF" and _is_past(mine):
        yield fault("certainty-raised", mine.head.text, "is still to come in the source")
    present = mine.kind == "main" and not _is_past(mine) and mine.group[0].tag in ("VF", "BE")
    if present and any(t.low in _ONCE for t in before):
        yield fault("certainty-raised", mine.head.text, "is of the past in the source")


def _denials(
    mine: Frame, here: list[Mark], there: list[Mark], how: Relation, theirs: Frame
) -> Iterator[Finding]:
    denied = [m.word for m in here if m.kind == "denied"]
    others = [m.word for m in there if m.kind == "denied"]
    if (len(denied) + len(others) + (how == "opposite")) % 2 == 0:
        return
    if how == "opposite" and not denied and not others:
        why = f'turns "{theirs.head.text}" of the source round'
        yield fault("opposite-word", mine.head.text, why)
    elif denied and len(denied) > len(others):
        yield fault("negation-added", denied[0], "denies what the source says")
    elif others:
        yield fault("negation-dropped", mine.head.text, f'is denied there ("{others[0]}")')
    else:
        yield fault("opposite-word", mine.head.text, f'is not "{theirs.head.text}"')


def _certainty(
    mine: Frame, theirs: Frame, here: list[Mark], there: list[Mark]
) -> Iterator[Finding]:
    kinds = {m.kind for m in here} - {"denied", "said"}
    told = {m.kind: m.word for m in there if m.kind not in ("denied", "said")}
    strongest = next((k for k in _ORDER if k in told), None)
    if "disputed" in kinds and "disputed" not in told:
        yield fault("certainty-changed", mine.head.text, "is not denied in the source")
        return
    if strongest is None:
        yield from _weakened(mine, theirs, here, kinds)
        return
    word = told[strongest]
    if word == "would" and any(m.kind == "denied" for m in here):
        return  # "would not rule it out": did not
    if kinds & _WEAKER[strongest] or strongest in kinds:
        return
    if strongest in ("will", "can", "duty") and not kinds and _is_timeless(mine, strongest):
        return
    if strongest == "can" and not kinds and mine.lemma == "be":
        return
    code = "certainty-raised" if not kinds else "certainty-changed"
    yield fault(code, mine.head.text, f'is only "{word}" in the source')


def _is_timeless(mine: Frame, strongest: str) -> bool:
    """ "The fair opens in May" for "will open"; "it reaches 40 knots" for "can reach"."""
    first = mine.group[0]
    if mine.kind in ("infinitive", "gerund", "participle"):
        return True
    if mine.passive or first.tag in ("HAVE", "MOD"):
        return False
    if first.tag == "BE":
        return first.low in ("is", "are")
    forms = word_forms(first.low).forms
    return "VBD" not in forms and strongest in ("will", "can")


def _weakened(mine: Frame, theirs: Frame, here: list[Mark], kinds: set[str]) -> Iterator[Finding]:
    """What the source tells as done is told as possible or planned."""
    if not kinds or (kinds <= {"can", "almost"} and "almost" not in kinds):
        return
    present = theirs.group[0].low in ("is", "are", "has", "have") or not _is_past(theirs)
    if kinds <= {"will", "duty", "plan", "commit"} and present:
        return
    if mine.under is not None and mine.under.lemma in CUES:
        return
    if kinds == {"if"} and theirs.opener in ("until", "before", "once", "when"):
        return  # "not unless they are paid" for "not until they are paid"
    if kinds == {"duty"} and mine.group[0].low == "had":
        return  # what one had to do is done
    if theirs.kind in ("infinitive", "gerund") or mine.kind == "infinitive":
        return
    word = next(m.word for m in here if m.kind in kinds)
    yield fault("certainty-changed", word, "is not how the source puts it")


def _is_past(frame: Frame) -> bool:
    first = frame.group[0]
    if first.tag == "VF":
        return "VBD" in word_forms(first.low).forms
    if first.tag == "VN" and "VBZ" in word_forms(first.low).forms:
        return False
    return first.low in ("was", "were", "had", "did") or first.tag in ("VN", "VG")


_CONDITIONS = word_set("if unless provided when depends conditional whether once")


def _condition(claim: Line, mine: Frame, line: Line, theirs: Frame) -> Iterator[Finding]:
    if any(t.low in _CONDITIONS for t in claim.tokens):
        return
    for other in line.frames:
        if (
            other.opener in ("if", "unless")
            and other is not theirs
            and _governs(line, other, theirs)
        ):
            yield fault("condition-dropped", mine.head.text, f'holds only "{other.opener} …"')
            return


def _governs(line: Line, condition: Frame, deed: Frame) -> bool:
    """The condition hangs on the main verb before it, or on the first one after."""
    at = line.frames.index(condition)
    if condition.begin <= 1:
        later = [f for f in line.frames[at + 1 :] if f.kind in ("main", "content")]
        return bool(later) and (deed is later[0] or deed.under is later[0])
    before = [f for f in line.frames[:at] if f.kind not in ("relative", "adverbial")]
    chain = before[-1:]
    while chain and chain[-1].kind in ("infinitive", "gerund") and chain[-1].under is not None:
        chain.append(chain[-1].under)
    return deed in chain
