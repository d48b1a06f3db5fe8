"""What a sentence asserts, verb by verb: who does what to whom, and under which other verb."""

from __future__ import annotations

from explainer.extract.words import SAYING, Token, lemma_of_verb
from explainer.verify.doers import fill
from explainer.verify.frame import Frame
from explainer.verify.verb_groups import JOINTS, VERBS, verb_groups
from explainer.word_set import word_set

_NOMINAL = frozenset({"N", "NAME", "NUM", "PRON", "TIME"})


def frames_of(tokens: list[Token]) -> list[Frame]:
    """Every verb of a tagged sentence with what belongs to it, in order."""
    found = [_open(tokens, *group) for group in verb_groups(tokens)]
    for at, frame in enumerate(found):
        before = found[at - 1] if at else None
        floor = before.verb_end if before else 0
        frame.begin = _begin(tokens, frame, floor, before)
        frame.opener = _opener(tokens, frame, floor)
        frame.kind = _kind(tokens, frame, before)
    for at, frame in enumerate(found):
        after = found[at + 1].begin if at + 1 < len(found) else len(tokens)
        frame.end = max(frame.verb_end, after)
        while frame.end > frame.verb_end and tokens[frame.end - 1].tag in (",", "C", ";", ":", "X"):
            frame.end -= 1
    for at, frame in enumerate(found):
        frame.under = _under(found, at)
        fill(found, at)
    return found


def _open(tokens: list[Token], verb: int, verb_end: int, finite: bool) -> Frame:
    group = tokens[verb:verb_end]
    content = [t for t in group if t.tag in VERBS and t.low not in ("be", "been", "being")]
    if group[0].tag == "TO" and not content:
        content = [t for t in group[-1:] if t.low not in ("be", "have")]
    head = content[-1] if content else None
    if head is None and group[-1].tag in ("N",):
        head = group[-1]
    if head is None:
        lemma = "have" if group[-1].tag == "HAVE" or group[-1].low == "have" else "be"
        if group[-1].tag == "DO":
            lemma = "do"
    else:
        lemma = lemma_of_verb(head.text)
    being = any(t.tag == "BE" or t.low in ("be", "been", "being") for t in group)
    passive = head is not None and head.tag in ("VN", "VF") and (being or not finite)
    passive = (passive and group[0].tag != "TO") or (passive and being)
    kind = "main" if finite else _bare_kind(group)
    return Frame(tokens, verb, verb_end, verb, verb_end, lemma, kind, passive)


def _bare_kind(group: list[Token]) -> str:
    if group[0].tag == "TO":
        return "infinitive"
    return "gerund" if group[-1].tag == "VG" else "participle"


def _begin(tokens: list[Token], frame: Frame, floor: int, before: Frame | None) -> int:
    if frame.kind != "main":
        ahead = frame.verb - 1
        opens = ahead >= floor and tokens[ahead].tag in ("P", "SUB")
        return ahead if opens else frame.verb
    for at in range(frame.verb - 1, floor - 1, -1):
        if tokens[at].tag in JOINTS or tokens[at].low == "who":
            return at if tokens[at].tag in ("REL", "SUB", "PRON") else at + 1
    if floor == 0:
        return 0
    set_off = before is not None and before.kind in ("relative", "participle")
    if set_off and tokens[frame.verb - 1].tag == "," and before is not None and before.begin > 1:
        return frame.verb
    if _is_content(tokens, floor, frame.verb):
        return floor
    for at in range(frame.verb - 1, floor - 1, -1):
        if tokens[at].tag == "C" and not _joins_subject(tokens, at, frame.verb):
            return at + 1
    relative = before is not None and before.kind == "relative" and before.opener == "who"
    if (
        relative
        and frame.verb - floor <= 5
        and not any(t.tag == "," for t in tokens[floor : frame.verb])
    ):
        return frame.verb  # "who developed it at Oxford hope"
    comma = next((i for i in range(frame.verb - 1, floor - 1, -1) if tokens[i].tag == ","), None)
    if comma is not None:
        return comma + 1
    return frame.verb if before is not None and before.kind == "participle" else floor


def _joins_subject(tokens: list[Token], at: int, verb: int) -> bool:
    """ "…, Ann and Bo went": the coordinator stands within the subject."""
    if at == 0 or tokens[at - 1].tag not in _NOMINAL:
        return False
    start = at - 1
    while start > 0 and tokens[start - 1].tag in ("D", "S", "J", "N", "NAME", "NUM"):
        start -= 1
    joint = start > 0 and tokens[start - 1].tag in (",", "C")
    return joint and all(
        t.tag in ("D", "S", "J", "N", "NAME", "NUM") for t in tokens[at + 1 : verb]
    )


def _is_content(tokens: list[Token], floor: int, verb: int) -> bool:
    """ "said the gang used a van": all between the verbs is the subject of the second."""
    if lemma_of_verb(tokens[floor - 1].text) not in SAYING or floor == verb:
        return False
    plain = not any(t.tag in (",", "C") for t in tokens[floor:verb])
    return plain and tokens[floor].tag in ("D", "S", "J", "N", "NAME", "NUM", "PRON", "TIME", "P")


def _opener(tokens: list[Token], frame: Frame, floor: int) -> str:
    """The word that joins it to what stands before: "if", "which", "after"."""
    for token in tokens[max(frame.begin - 1, floor) : frame.verb]:
        if token.tag in ("SUB", "REL") or token.low in ("who", "whose"):
            return token.low
        if frame.kind == "gerund" and token.tag == "P":
            return token.low
    return ""


def _kind(tokens: list[Token], frame: Frame, before: Frame | None) -> str:
    if frame.kind != "main":
        return frame.kind
    if frame.opener == "that" and before is not None:
        near = tokens[before.verb_end : frame.begin]
        if len(near) <= 3 and (before.lemma in _TAKES_THAT or not near):
            return "content"
        denies = before.lemma in ("reject", "dismiss", "refute", "deny")
        if denies and any(t.low in _CLAIMS for t in near):
            return "content"
    if frame.opener == "whether":
        return "content"
    if frame.opener in ("which", "that", "who", "whose", "whom"):
        return "relative"
    if frame.opener:
        return "adverbial"
    if before is not None and before.verb_end == frame.begin and before.lemma in SAYING:
        return "content"
    return "main"


_CLAIMS = word_set("claim claims allegation allegations suggestion suggestions accusation report "
                   "accusations reports idea")  # fmt: skip
_TAKES_THAT = SAYING | word_set(
    "find mean rule reveal report deny confirm allege agree decide learn hear see ensure "
    "complain accuse expect predict forecast remark write stress emphasise emphasize reply"
)


_SEEN = word_set("see want like find consider call hold think get have hear believe deem need")


def _is_seen(before: Frame, frame: Frame) -> bool:
    """ "Would like to see the test repeated", "did not think it proven"."""
    between = frame.tokens[before.verb_end : frame.verb]
    return (
        before.lemma in _SEEN
        and not before.passive
        and any(t.tag in _NOMINAL for t in between)
        and all(t.tag in ("D", "S", "J", *_NOMINAL) for t in between)
    )


def _under(found: list[Frame], at: int) -> Frame | None:
    frame = found[at]
    if frame.kind == "content":
        return found[at - 1] if at else None
    if frame.kind == "participle" and at and _is_seen(found[at - 1], frame):
        return found[at - 1]
    if frame.kind in ("infinitive", "gerund") and at:
        before = found[at - 1]
        loose = frame.opener in ("after", "before", "while", "since", "by", "without", "in", "when")
        comma = any(t.tag == "," for t in frame.tokens[before.verb_end : frame.verb])
        if frame.kind == "gerund" and (loose or comma):
            return None
        return before
    return None
