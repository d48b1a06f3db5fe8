"""Whether a verb's deed is told as done, denied, possible, planned, tried, asked or conditional."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.extract.words import Token
from explainer.verify.frame import Frame
from explainer.verify.relation import names_of
from explainer.verify.tables import CUES
from explainer.verify.verb_groups import VERBS
from explainer.verify.words import lemma_of
from explainer.word_set import word_set

_CLASSES = {
    "plan": "aim want hope wish threaten offer consider propose prepare mean discuss mull weigh "
    "eye envisage volunteer ready poised bound keen eager willing proposal intention threat bid "
    "ambition wait",
    "commit": "plan intend promise pledge vow agree undertake commit schedule scheduled due set",
    "likely": "likely expect expected probable forecast predict tend",
    "try": "try attempt seek strive struggle effort campaign fight battle",
    "denied": "fail refuse outlaw decline avoid prevent ban forbid prohibit bar cease oppose "
    "unable "
    "unlikely reluctant unwilling refusal failure stop block deter rule_out",
    "asked": "ask urge demand appeal request order tell advise beg invite encourage instruct call "
    "warn recommend suggest",
    "will": "decide decision",
    "can": "allow permit enable able let free authorise authorize right permission",
    "duty": "force oblige require compel need must have",
    "disputed": "deny dispute doubt",
}
_CLASS_OF = {word: kind for kind, words in _CLASSES.items() for word in words.split()}
_MODALS = {
    "will": "will", "shall": "will", "would": "will", "may": "possible", "might": "possible",
    "could": "possible", "can": "can", "cannot": "can", "must": "duty", "should": "duty",
    "can't": "can", "won't": "will", "wouldn't": "will", "couldn't": "possible",
    "mustn't": "duty", "shouldn't": "duty",
}  # fmt: skip
_ADVERBS = {
    "likely": "likely", "probably": "likely", "possibly": "possible", "perhaps": "possible",
    "maybe": "possible", "potentially": "possible", "almost": "almost", "nearly": "almost",
    "reportedly": "said", "allegedly": "said", "apparently": "said", "supposedly": "said",
    "purportedly": "said", "narrowly": "", "hardly": "denied", "barely": "denied",
    "scarcely": "denied", "rarely": "denied", "seldom": "denied", "never": "denied",
    "not": "denied",
}  # fmt: skip
_SAID = word_set("say tell add explain note state write")
_DISPUTES = word_set("deny dispute doubt reject dismiss refute")
_NOBODY = word_set("no neither nobody none nothing no-one never")


@dataclass(frozen=True, slots=True)
class Mark:
    """`kind` is a class above, "will", "possible", "almost", "if", "whether" or "said"."""

    kind: str
    word: str


def marks_of(frame: Frame) -> list[Mark]:
    """All that keeps the deed of `frame` from being told as done, from the inside out."""
    known: list[Mark] | None = frame.kept.get("marks")
    if known is not None:
        return known
    found = _own(frame)
    below = frame
    while below.under is not None:
        found += _from_above(below.under, below)
        below = below.under
    frame.kept["marks"] = found
    return found


def _own(frame: Frame) -> list[Mark]:
    found = []
    group = frame.group
    for token in group:
        low = token.low.replace("’", "'")
        if token.tag == "NOT" or low.endswith("n't") or low == "cannot":
            found.append(Mark("denied", token.text))
        if low in _MODALS:
            found.append(Mark(_MODALS[low], token.text))
    have_to = any(t.tag == "TO" for t in group[1:])
    if have_to and group[0].low not in ("to",):
        found.append(Mark("will" if group[0].tag == "BE" else "duty", group[0].text))
    around = [*frame.tokens[max(frame.begin, frame.verb - 3) : frame.verb_end]]
    if frame.lemma == "be":
        around += frame.after[:1]
    bare = frame.kind in ("infinitive", "gerund")
    start = frame.verb - 1 if bare else max(frame.begin, frame.verb - 2)
    just_before = frame.tokens[max(start, 0) : frame.verb]
    found += [Mark("denied", t.text) for t in just_before if t.tag == "NOT"]
    for token in around:
        kind = _ADVERBS.get(token.low)
        bound = token.low in ("almost", "nearly") and _before_number(frame.tokens, token)
        if kind and token.tag != "NOT" and not bound and token.tag in ("A", "J"):
            found.append(Mark(kind, token.text))
    if frame.lemma not in _SAID:
        found += _none_at_all(frame)
    if frame.opener in ("if", "unless"):
        found.append(Mark("if", frame.opener))
    if frame.opener == "whether":
        found.append(Mark("whether", frame.opener))
    return found


def _before_number(tokens: list[Token], token: Token) -> bool:
    at = next(i for i, t in enumerate(tokens) if t is token)
    return at + 1 < len(tokens) and tokens[at + 1].tag in ("NUM", "D", "TIME", "N")


def _none_at_all(frame: Frame) -> list[Mark]:
    """ "Nobody was hurt", "no flights left", "has no connection"."""
    own = frame.doer[:1] if frame.kind not in ("infinitive", "gerund", "participle") else []
    found = [Mark("denied", t.text) for t in own if t.low in _NOBODY]
    done = frame.done[:1] if frame.done and frame.passive else []
    after = frame.after[:1]
    found += [Mark("denied", t.text) for t in [*done, *after] if t.low in _NOBODY]
    return found[:1]


def _from_above(over: Frame, below: Frame) -> list[Mark]:
    tokens = over.tokens
    before = tokens[below.begin - 1] if below.begin else None
    if below.kind == "infinitive" and before is not None and before is not over.head:
        lemma = lemma_of(before.low, before.tag in VERBS)
        if before.tag in ("N", "J", "A", "VN") and lemma in _CLASS_OF:
            marks = [Mark(_CLASS_OF[lemma], before.text)]
            marks += [Mark("denied", t.text) for t in over.group if t.tag == "NOT"]
            return marks
        if before.tag in ("N", "NAME", "NUM", "TIME") and over.lemma not in _CLASS_OF:
            return []
    if below.kind == "content" and over.lemma in _DISPUTES:
        return [Mark("disputed", over.head.text)]
    if below.kind == "content" and over.lemma in ("hope", "wish", "want", "expect"):
        kind = "likely" if over.lemma == "expect" else "plan"
        return [Mark(kind, over.head.text), Mark("said", over.head.text)]
    if below.kind == "participle":
        kept = [m for m in _own(over) if m.kind != "said"]
        wish = over.lemma in ("want", "like", "need")
        return [*kept, Mark("plan", over.head.text)] if wish else kept
    kind = next((_CLASS_OF[name] for name in names_of(over) if name in _CLASS_OF), "")
    if below.kind == "gerund" and kind:
        return [*_own(over), Mark(kind, over.head.text)]
    if below.kind == "content" or (over.lemma in CUES and below.kind != "infinitive"):
        return [Mark("said", over.head.text)]
    if over.lemma == "go" and over.head.low == "going" and below.kind == "infinitive":
        return [*_own(over), Mark("will", over.head.text)]
    if over.lemma == "be" and below.kind == "infinitive" and before is over.head:
        return [*_own(over), Mark("will", over.head.text)]  # "is to buy"
    above = _CLASS_OF.get(over.lemma)
    marks = [m for m in _own(over) if m.kind != "said"]
    if above == "denied" and over.lemma in ("stop", "block") and below.kind == "infinitive":
        above = None
    if above == "plan" and over.passive and over.lemma == "expect":
        above = "likely"
    if above:
        return [*marks, Mark(above, over.head.text)]
    return marks
