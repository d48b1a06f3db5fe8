"""What differs between a verb of a claim and one of the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.verify.entities import Entities
from explainer.verify.fault import fault
from explainer.verify.frame import Frame
from explainer.verify.index import Line
from explainer.verify.mood import mood_faults
from explainer.verify.phrases import phrase_after
from explainer.verify.place import place_faults
from explainer.verify.relation import Relation, names_of
from explainer.verify.tables import CUES, STRONG
from explainer.verify.words import Word, keys_of, told_keys, words_of
from explainer.word_set import word_set


@dataclass(slots=True, eq=False)
class Held:
    """A verb of the source held against one of the claim."""

    line: Line
    theirs: Frame
    how: Relation
    shared: int
    faults: list[Finding] = field(default_factory=list)

    def rank(self) -> tuple[int, int, int]:
        """The best first: fewest faults, nearest verb, most words shared."""
        return len(self.faults), -self.shared, self.how != "same"


def faults_between(
    claim: Line, mine: Frame, line: Line, theirs: Frame, how: Relation, who: Entities
) -> Held:
    held = Held(line, theirs, how, shared(claim, mine, line, theirs))
    if (theirs.lemma not in _SAID or _is_deed(mine, claim)) and (
        mine.lemma not in CUES or mine.done or "_" in names_of(mine)[0] or not claim.speech
    ):
        held.faults += _roles(mine, theirs, line, how, who)
    reversed_roles = any(f.code == "roles-reversed" for f in held.faults)
    if how == "opposite" and reversed_roles:
        held.faults = [f for f in held.faults if f.code != "roles-reversed"]
    elif mine.lemma not in _SAID or not claim.speech:
        held.faults += mood_faults(claim, mine, line, theirs, how)
    if mine.lemma not in CUES or mine.done:
        held.faults += place_faults(claim, mine, line, theirs)
    codes = [f.code for f in held.faults]
    if "opposite-word" in codes and ("negation-added" in codes or "negation-dropped" in codes):
        held.faults = [
            f
            for f in held.faults
            if f.code not in ("opposite-word", "negation-added", "negation-dropped")
        ]
    return held


def _is_deed(mine: Frame, claim: Line) -> bool:
    """ "Wrote the letter", "wrote to Ann": who did it counts as for any deed."""
    return not claim.speech and bool(mine.done or _after_to(mine))


def _content(line: Line, frame: Frame) -> list[Token]:
    """What is said, hoped or tried."""
    return [t for f in line.frames if f.under is frame for t in f.inside]


def shared(claim: Line, mine: Frame, line: Line, theirs: Frame) -> int:
    keys, words = _span(line, theirs)[0], _span(claim, mine)[1]
    return len({w.start for w in words if not w.generic and not keys.isdisjoint(keys_of(w))})


def words_beside(line: Line, frame: Frame) -> list[Word]:
    """The words of the verb's own stretch, of who acts in it and of what is said or tried."""
    return _span(line, frame)[1]


def _span(line: Line, frame: Frame) -> tuple[frozenset[str], list[Word]]:
    """Keys and words of the frame, of who acts in it and of what is said or tried in it."""
    found: tuple[frozenset[str], list[Word]] | None = frame.kept.get("span")
    if found is None:
        words = words_of([*frame.inside, *frame.doer, *frame.done, *_content(line, frame)])
        found = frame.kept["span"] = (frozenset(k for w in words for k in told_keys(w)), words)
    return found


def _roles(
    mine: Frame, theirs: Frame, line: Line, how: Relation, who: Entities
) -> Iterator[Finding]:
    doer, done = mine.doer, mine.done
    other_doer, other_done = theirs.doer, theirs.done
    if how == "converse":
        gets = _after_to(theirs)  # "lent it to Paul": Paul borrowed the same
        if gets and other_done and done:
            other_doer = gets
        else:
            other_doer, other_done = other_done, other_doer
        doer, done = doer, done or _after_to(mine)
    elif doer and not done and not mine.passive and _is_done_to(doer, theirs, line, who):
        doer, done = [], doer
    elif not done and not mine.passive and (goal := _goal(mine)):
        done, other_done = goal, other_done or _after_to(theirs)
    elif mine.passive and not mine.doer and not theirs.passive and not theirs.done:
        other_doer, other_done = [], other_doer
    if theirs.passive and not theirs.doer and not other_done:
        other_done = theirs.done
    agent, patient = who.same(doer, other_doer, line), who.same(done, other_done, line)
    given = _after_to(theirs) if how == "same" else []
    if agent is True and how != "converse" and _more_of(doer, other_doer):
        yield fault("quantifier-raised", doer[0].text, "is more than the source says")
    if (
        agent is not True
        and not _both(doer, theirs)
        and (who.same(doer, other_done, line) is True or who.same(doer, given, line) is True)
    ):
        yield _role_fault(doer, True, "")
    elif agent is False and how == "same" and _gets_from(mine, other_doer, line, who):
        yield _role_fault(doer, True, "")  # "A passed them on to B": B did, in the source
    elif patient is not True and who.same(done, other_doer, line) is True:
        yield _role_fault(done, True, "")
    elif (agent is False and not _by_what(mine, theirs)) or _is_another(doer, other_doer):
        yield _role_fault(doer, False, "is not who does this in the source")
    elif patient is False and not _raises(line, theirs) and not _stands(done, theirs):
        yield _role_fault(done, False, "is not what this is done to in the source")


def _gets_from(mine: Frame, other_doer: list[Token], line: Line, who: Entities) -> bool:
    receives = [] if mine.passive else _after_to(mine)
    return bool(receives) and who.same(receives, other_doer, line) is True


_SAID = word_set("say tell state add explain note warn write")
_OTHERS = word_set(
    "stronger weaker similar second previous earlier older newer other another smaller larger "
    "bigger rival further separate different third later"
)


def _more_of(mine: list[Token], theirs: list[Token]) -> bool:
    """ "Most traders" where the source has "some traders"."""
    here, there = STRONG.get(mine[0].low, -1), STRONG.get(theirs[0].low, -1)
    return here >= 2 and 0 <= there < here


def _is_another(mine: list[Token], theirs: list[Token]) -> bool:
    """ "A stronger quake" is not the one just spoken of."""
    if not mine or not theirs or theirs[0].low not in ("a", "an", "another"):
        return False
    marks = {t.low for t in theirs[:3]} & _OTHERS
    return bool(marks) and marks.isdisjoint(t.low for t in mine) and mine[0].low not in ("a", "an")


def _by_what(mine: Frame, theirs: Frame) -> bool:
    """ "Destroyed by fire" for "lost in a fire": no name, and it stands beside the verb there."""
    plain = mine.passive and not any(t.tag == "NAME" for t in mine.doer)
    return plain and _stands(mine.doer, theirs)


def _raises(line: Line, theirs: Frame) -> bool:
    """ "expected the bank to act": the bank is not what is expected."""
    return any(f.under is theirs and f.kind == "infinitive" for f in line.frames)


def _both(phrase: list[Token], theirs: Frame) -> bool:
    """ "Traders bought out other traders": the word stands on both sides."""
    names = {t.low for t in phrase if t.tag in ("N", "NAME")}
    return bool(names & {t.low for t in theirs.doer})


def _after_to(frame: Frame) -> list[Token]:
    for at in range(frame.verb_end, frame.end):
        if frame.tokens[at].low in ("to", "with", "against", "for"):
            return phrase_after(frame.tokens, at + 1, frame.end)
    return []


def _goal(frame: Frame) -> list[Token]:
    """Where it goes; "rose to 20" goes nowhere."""
    found = _after_to(frame)
    return [] if found and found[0].tag in ("NUM", "TIME") else found


def _is_done_to(doer: list[Token], theirs: Frame, line: Line, who: Entities) -> bool:
    """ "63 people died" where a quake killed 63 people; "the mine shut" where it was shut."""
    if not theirs.done or (theirs.doer and who.same(doer, theirs.doer, line) is not False):
        return theirs.passive and not theirs.doer
    return who.same(doer, theirs.done, line) is not False


def _stands(phrase: list[Token], theirs: Frame) -> bool:
    """The words stand in the frame, as another part of it."""
    keys = {k for w in words_of(theirs.inside) for k in told_keys(w)}
    words = [w for w in words_of(phrase) if not w.generic]
    because = next((i for i, t in enumerate(theirs.inside) if t.low == "because"), None)
    if because is not None:
        keys = {k for w in words_of(theirs.inside[:because]) for k in told_keys(w)}
    return bool(words) and all(not keys.isdisjoint(keys_of(w)) for w in words)


def _role_fault(phrase: list[Token], turned: bool, why: str) -> Finding:
    words = " ".join(t.text for t in phrase)
    if turned:
        return fault("roles-reversed", words, "has the other's part in the source")
    return fault("subject-changed", words, why)
