"""Where the verbs of a tagged sentence stand, each with its auxiliaries."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.words import SAYING, Token, lemma_of_verb, word_forms

AUXILIARY = frozenset({"MOD", "BE", "HAVE", "DO"})
VERBS = frozenset({"VF", "V", "VN", "VG"})
JOINTS = frozenset({"SUB", "REL", ";", ":", "(", ")"})
_BETWEEN = frozenset({"A", "NOT"})


def verb_groups(tokens: list[Token]) -> list[tuple[int, int, bool]]:
    """`verb`, `verb_end` and whether finite, for each verb group."""
    groups: list[tuple[int, int, bool]] = []
    at = 0
    while at < len(tokens):
        tag = _tag(tokens, at, bool(groups))
        if tag in AUXILIARY:
            end = _group_end(tokens, at)
            groups.append((at, end, True))
        elif tag == "TO" and (end := _infinitive_end(tokens, at)):
            groups.append((at, end, False))
        elif tag in VERBS or tag == "VS":
            end = at + 1
            groups.append((at, end, tag == "VS" or _is_finite(tokens, at)))
        else:
            at += 1
            continue
        at = end
    return groups


def _tag(tokens: list[Token], at: int, later: bool) -> str:
    """The tag, but for a plural taken for a verb ("Vets had treated") and a verb taken for a
    plural after what is set off ("The runner, born in Asmara, lives in Geneva")."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        at == 0
        and token.tag in ("VF", "VG")
        and after is not None
        and after.tag in ("VF", *AUXILIARY)
    ):
        return "N"
    closes = at > 0 and tokens[at - 1].tag == ","
    if token.tag == "N" and closes and after is not None and (later or after.tag == "D"):
        finite = any(t.tag in ("VF", *AUXILIARY) for t in tokens[:at])
        if after.tag in ("P", "D", "NAME", "NUM") and not finite:
            return "VS" if "VBZ" in word_forms(token.low).forms else "N"
    return token.tag


def _group_end(tokens: list[Token], at: int) -> int:
    """Past the content verb that ends "had not been seen"; past the auxiliary of "is a town"."""
    end, last = at + 1, at + 1
    while end < len(tokens):
        tag, low = tokens[end].tag, tokens[end].low
        if tag in AUXILIARY or low in ("be", "been", "being"):
            end += 1
            last = end
        elif tag in _BETWEEN or low == "now":
            end += 1
            last = end if tokens[end - 1].tag == "NOT" else last
        elif tag in VERBS:
            return end + 1
        else:
            break
    if tokens[last - 1].tag == "HAVE" and end < len(tokens) and tokens[end].tag == "TO":
        return _infinitive_end(tokens, end) or last
    return last


def _infinitive_end(tokens: list[Token], at: int) -> int:
    """Past "to be seen"; 0 where "to" opens no infinitive."""
    end = at + 1
    while end < len(tokens) and tokens[end].tag in ("A", "NOT"):
        end += 1
    if end >= len(tokens):
        return 0
    first = tokens[end]
    if first.low in ("be", "have"):
        return _group_end(tokens, end)
    bare = "VB" in word_forms(first.low).forms and tokens[at].low == "to"
    if first.tag in ("V", "VF") or (
        bare and first.tag in ("J", "N") and _takes_object(tokens, end)
    ):
        return end + 1
    return 0


def _takes_object(tokens: list[Token], at: int) -> bool:
    """ "to lay cables": what the tagger took for an adjective or noun before a noun."""
    return at + 1 < len(tokens) and tokens[at + 1].tag in ("N", "D", "S", "NUM")


def _is_finite(tokens: list[Token], at: int) -> bool:
    """Finite forms the tagger took for participles ("which employs", "who won") are finite, and
    what "by" follows is none where a verb with an object comes later ("a slide triggered by rain
    buried houses")."""
    tag, forms = tokens[at].tag, word_forms(tokens[at].low).forms
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tag == "VF" and _opens(tokens, at):
        return False
    if tag == "VF" and _set_in(tokens, at):
        return False
    if tag == "VF":
        by = _by(tokens, at + 1) and "VBN" in forms
        return not (by and any(t.tag in ("VF", *AUXILIARY) or (t.tag == "VN" and _acts(tokens, i))
                               for i, t in _stretch(tokens, at)))  # fmt: skip
    if tag != "VN":
        return False
    if "VBN" not in forms:
        return True
    before = tokens[at - 1] if at else None
    if before is not None and (before.tag == "REL" or before.low == "who") and "VBD" in forms:
        return True
    if "VBD" not in forms and not tokens[at].low.endswith("ed"):
        return False
    opener = _set_off(tokens, at)
    if _has_finite_before(tokens, at if opener is None else opener):
        return False
    if opener is not None:
        return after is not None and not _by(tokens, at + 1)
    noun = after is not None and after.tag == "N"
    noun = noun and before is not None and before.tag in ("N", "NAME", "PRON", "A")
    return _acts(tokens, at) or noun or _alone(tokens, at)


PARTICLES = frozenset({"on", "up", "out", "off", "down", "over", "away", "back"})


def _by(tokens: list[Token], at: int) -> bool:
    """Whether "by" stands there, or after a particle: "passed on by the council"."""
    if at < len(tokens) and tokens[at].low in PARTICLES:
        at += 1
    return at < len(tokens) and tokens[at].low == "by"


def _set_off(tokens: list[Token], at: int) -> int | None:
    """Where a clause set off by commas opens that ends right before this verb: "A passenger, who
    gave no name, complained"."""
    if at < 4 or tokens[at - 1].tag != ",":
        return None
    opener = next((i for i in range(at - 2, 1, -1) if tokens[i].tag == ","), None)
    if opener is None:
        return None
    if tokens[opener + 1].low not in ("who", "which"):
        return opener if _set_in(tokens, opener + 1) else None
    verbs = [t for t in tokens[opener + 2 : at - 1] if t.tag in ("VF", *AUXILIARY)]
    return opener if verbs and tokens[opener - 1].tag in ("N", "NAME") else None


def _set_in(tokens: list[Token], at: int) -> bool:
    """ "The pier, opened in 1887, served as a station": a participle between two commas, with the
    verb right after."""
    if at < 2 or tokens[at - 1].tag != "," or tokens[at - 2].tag not in ("N", "NAME"):
        return False
    if "VBN" not in word_forms(tokens[at].low).forms:
        return False
    if tokens[at + 1 : at + 2] and tokens[at + 1].tag not in ("P", "TO", "A"):
        return False
    close = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag == ","), None)
    if close is None or close + 1 >= len(tokens):
        return False
    return tokens[close + 1].tag in ("VF", "VN", *AUXILIARY)


def _opens(tokens: list[Token], at: int) -> bool:
    """ "Founded in 1974 by miners, the club …"."""
    return at == 0 and len(tokens) > 1 and tokens[1].tag == "P" and any(
        t.tag == "," for t in tokens
    ) and "VBN" in word_forms(tokens[0].low).forms  # fmt: skip


def _alone(tokens: list[Token], at: int) -> bool:
    """ "The hospital apologised on Monday to a family, who": no other verb of the clause."""
    if at == 0 or tokens[at - 1].tag not in ("N", "NAME") or tokens[at + 1 : at + 2] == []:
        return False
    if tokens[at + 1].tag not in ("P", "TO") or _by(tokens, at + 1):
        return False
    for _, token in _stretch(tokens, at):
        if token.low == "who":
            break
        if token.tag in ("VF", "VN", *AUXILIARY):
            return False
    return True


def _acts(tokens: list[Token], at: int) -> bool:
    """An object stands right after."""
    return at + 1 < len(tokens) and tokens[at + 1].tag in ("D", "S", "NAME", "NUM", "PRON")


def _stretch(tokens: list[Token], at: int) -> Iterator[tuple[int, Token]]:
    for index in range(at + 1, len(tokens)):
        if tokens[index].tag in JOINTS or tokens[index].tag == "C":
            return
        yield index, tokens[index]


# "Before the road opened in 1998, the farmers carried": the main clause begins at the comma.
_OPENERS = frozenset({"before", "after", "since", "until", "when", "while", "once", "although"})


def _has_finite_before(tokens: list[Token], at: int) -> bool:
    """In the same clause; a verb after "who" is none of it."""
    for index in range(at - 1, -1, -1):
        tag = tokens[index].tag
        if tag in JOINTS or tag == "C" or (tag == "," and tokens[0].low in _OPENERS):
            return False
        if tag in AUXILIARY or (
            tag == "VF" and not _by(tokens, index + 1) and not _opens(tokens, index)
        ):
            if lemma_of_verb(tokens[index].low) in SAYING and any(
                t.tag in ("N", "NAME", "PRON") for t in tokens[index + 1 : at]
            ):
                return False
            return not any(
                t.low == "who" or t.tag == "REL" for t in tokens[max(0, index - 2) : index]
            )
    return False
